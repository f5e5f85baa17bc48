import { CellError, SimpleRangeValue } from 'hyperformula';
import { criterionOf, type Criterion } from './criterion.ts';
import { excelFunctions, range, scalar, optional } from './excel-function.ts';
import { divisionByZero, plainValue, wrongValue, type PlainValue } from './excel-values.ts';
import type { EngineScalar, EngineValue } from './hyperformula-internals.ts';
import { kept } from './kept-results.ts';
import { cellsOf, type Cells } from './ranges.ts';

/** What the chosen cells come to. */
interface Tally {
  /** Chosen cells, of whatever kind. */
  count: number;
  /** Chosen cells that hold a number. */
  numbers: number;
  sum: number;
  minimum: number;
  maximum: number;
  error: CellError | undefined;
}

interface Condition {
  readonly tested: SimpleRangeValue;
  readonly wanted: PlainValue;
}

interface Test {
  readonly cells: Cells;
  readonly criterion: Criterion;
}

function holdsAt(conditions: readonly Test[], row: number, column: number): boolean {
  for (const { cells, criterion } of conditions) if (!criterion(cells.at(row, column))) return false;
  return true;
}

/** What the cells come to for which every condition holds, or the cells that stand beside them. */
function tally(conditions: readonly Condition[], summed?: SimpleRangeValue): Tally {
  const count = () =>
    tallied(
      conditions.map(({ tested, wanted }) => ({ cells: cellsOf(tested), criterion: criterionOf(wanted) })),
      summed && cellsOf(summed),
    );
  const wanted = conditions.map((condition) => condition.wanted);
  // An error leads to the formula it comes from, which is no part of a key.
  if (wanted.some((value) => value instanceof CellError)) return count();
  const ranges = conditions.map(({ tested }) => tested);
  return kept(summed ? [...ranges, summed] : ranges, JSON.stringify([summed !== undefined, wanted]), count);
}

/** Goes through the cells for which every condition holds, and adds up what stands beside them. */
function tallied(conditions: readonly Test[], summed: Cells | undefined): Tally {
  const result: Tally = {
    count: 0,
    numbers: 0,
    sum: 0,
    minimum: Infinity,
    maximum: -Infinity,
    error: undefined,
  };
  const [first] = conditions;
  if (first === undefined) return result;
  const { height, width } = first.cells;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!holdsAt(conditions, row, column)) continue;
      result.count++;
      const value = summed?.at(row, column);
      if (value instanceof CellError) result.error ??= value;
      if (typeof value !== 'number') continue;
      result.numbers++;
      result.sum += value;
      if (value < result.minimum) result.minimum = value;
      if (value > result.maximum) result.maximum = value;
    }
  }
  return result;
}

/** The conditions of the functions with many: ranges of one size, each followed by its criterion. */
function conditionsOf(pairs: readonly (SimpleRangeValue | EngineScalar)[]): Condition[] | CellError {
  const conditions: Condition[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const cells = pairs[index];
    const criterion = pairs[index + 1];
    if (
      !(cells instanceof SimpleRangeValue) ||
      criterion === undefined ||
      criterion instanceof SimpleRangeValue
    )
      return wrongValue();
    conditions.push({ tested: cells, wanted: plainValue(criterion) });
  }
  return conditions;
}

function sameSize(ranges: readonly (SimpleRangeValue | EngineScalar)[]): boolean {
  const [first] = ranges;
  return ranges.every(
    (other) =>
      first instanceof SimpleRangeValue &&
      other instanceof SimpleRangeValue &&
      other.width() === first.width() &&
      other.height() === first.height(),
  );
}

/**
 * SUMIF and AVERAGEIF. Of a summed range larger than the tested one, the part of its size is taken,
 * as in Excel; a smaller one has been made as large when the formula was read. Where that could not
 * be (a whole column beside one cell) it is refused: the engine would not know that the other cells
 * are read, so that the result would go stale unnoticed.
 */
function single(finish: (found: Tally) => EngineValue) {
  return (
    tested: SimpleRangeValue,
    criterion: EngineScalar,
    summed: SimpleRangeValue | undefined,
  ): EngineValue => {
    if (summed !== undefined && (summed.width() < tested.width() || summed.height() < tested.height()))
      return wrongValue();
    const found = tally([{ tested, wanted: plainValue(criterion) }], summed ?? tested);
    return found.error ?? finish(found);
  };
}

/** SUMIFS and its kin: first the range whose cells are taken, then ranges and criteria in pairs. */
function several(finish: (found: Tally) => EngineValue) {
  return (taken: SimpleRangeValue, ...pairs: (SimpleRangeValue | EngineScalar)[]): EngineValue => {
    const ranges = pairs.filter((_, index) => index % 2 === 0);
    if (!sameSize([taken, ...ranges])) return wrongValue();
    const conditions = conditionsOf(pairs);
    if (conditions instanceof CellError) return conditions;
    const found = tally(conditions, taken);
    return found.error ?? finish(found);
  };
}

function countAll(...pairs: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  if (!sameSize(pairs.filter((_, index) => index % 2 === 0))) return wrongValue();
  const conditions = conditionsOf(pairs);
  return conditions instanceof CellError ? conditions : tally(conditions).count;
}

/** Empty cells, and cells whose formula gives the empty text. */
function countBlank(counted: SimpleRangeValue): EngineValue {
  return tally([{ tested: counted, wanted: '' }]).count;
}

const sum = ({ sum: total }: Tally): EngineValue => total;
const average = ({ sum: total, numbers }: Tally): EngineValue =>
  numbers === 0 ? divisionByZero() : total / numbers;
const pair = [range, scalar];

/** Functions over the cells that meet criteria. */
export const conditionalFunctions = excelFunctions({
  COUNTBLANK: { parameters: [range], calculate: countBlank },
  COUNTIF: { parameters: pair, calculate: countAll },
  COUNTIFS: { parameters: pair, repeatLastArgs: 2, calculate: countAll },
  SUMIF: { parameters: [...pair, optional(range)], calculate: single(sum) },
  SUMIFS: { parameters: [range, ...pair], repeatLastArgs: 2, calculate: several(sum) },
  AVERAGEIF: { parameters: [...pair, optional(range)], calculate: single(average) },
  AVERAGEIFS: { parameters: [range, ...pair], repeatLastArgs: 2, calculate: several(average) },
  MAXIFS: {
    parameters: [range, ...pair],
    repeatLastArgs: 2,
    calculate: several(({ numbers, maximum }) => (numbers === 0 ? 0 : maximum)),
  },
  MINIFS: {
    parameters: [range, ...pair],
    repeatLastArgs: 2,
    calculate: several(({ numbers, minimum }) => (numbers === 0 ? 0 : minimum)),
  },
});
