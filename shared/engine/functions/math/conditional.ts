import { CellError, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { internal } from '../../syntax/internal-names.ts';
import { any, excelFunctions, optional, range, scalar } from '../excel-function.ts';
import { divisionByZero, plainValue, wrongReference, wrongValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { firstCellOf, partOf } from '../ranges.ts';
import { sizeOf, tally, type Condition, type Tally } from './tally.ts';

/** The longest text that Excel takes as a criterion. */
const longestCriterion = 255;

function conditionOf(tested: SimpleRangeValue, criterion: EngineScalar): Condition | CellError {
  const wanted = plainValue(criterion);
  return typeof wanted === 'string' && wanted.length > longestCriterion
    ? wrongValue(`criteria must be at most ${longestCriterion} characters long`)
    : { tested, wanted };
}

/** The conditions of the functions with many: ranges of one size, each followed by its criterion. */
function conditionsOf(
  pairs: readonly (SimpleRangeValue | EngineScalar)[],
  taken?: SimpleRangeValue,
): Condition[] | CellError {
  const conditions: Condition[] = [];
  let size = taken && sizeOf(taken);
  for (let index = 0; index < pairs.length; index += 2) {
    const tested = pairs[index];
    const criterion = pairs[index + 1];
    if (!(tested instanceof SimpleRangeValue) || criterion === undefined) return wrongValue();
    if (criterion instanceof SimpleRangeValue) return wrongValue();
    const { height, width } = sizeOf(tested);
    size ??= { height, width };
    if (size.height !== height || size.width !== width)
      return wrongValue('all ranges must have as many rows and columns');
    const condition = conditionOf(tested, criterion);
    if (condition instanceof CellError) return condition;
    conditions.push(condition);
  }
  return conditions;
}

/**
 * SUMIF and AVERAGEIF. Of a summed range larger than the tested one, the part of its size is taken,
 * as in Excel; a smaller one has been made as large when the formula was read. Where that could not
 * be (the tested range is no plain reference) it is refused: the engine would not know that the other
 * cells are read, so that the result would go stale unnoticed.
 */
function single(finish: (found: Tally) => EngineValue, summedName: string) {
  return (
    tested: SimpleRangeValue,
    criterion: EngineScalar,
    summed: SimpleRangeValue = tested,
  ): EngineValue => {
    const [size, taken] = [sizeOf(tested), sizeOf(summed)];
    if (taken.width < size.width || taken.height < size.height)
      return wrongValue(`${summedName} must be as large as range`);
    const condition = conditionOf(tested, criterion);
    if (condition instanceof CellError) return condition;
    const found = tally([condition], summed);
    return found.error ?? finish(found);
  };
}

/** SUMIFS and its kin: first the range whose cells are taken, then ranges and criteria in pairs. */
function several(finish: (found: Tally) => EngineValue) {
  return (taken: SimpleRangeValue, ...pairs: (SimpleRangeValue | EngineScalar)[]): EngineValue => {
    const conditions = conditionsOf(pairs, taken);
    if (conditions instanceof CellError) return conditions;
    const found = tally(conditions, taken);
    return found.error ?? finish(found);
  };
}

function countAll(...pairs: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const conditions = conditionsOf(pairs);
  return conditions instanceof CellError ? conditions : tally(conditions).count;
}

/** Empty cells, and cells whose formula gives the empty text. */
function countBlank(counted: SimpleRangeValue): EngineValue {
  return tally([{ tested: counted, wanted: '' }]).count;
}

/** The cells of whole columns or rows from a cell on. */
function cellsFrom(
  { args: [cell, lines] }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
): EngineValue {
  const first = cell && firstCellOf(cell, place);
  const whole = lines && evaluate(lines);
  if (first === undefined || whole === undefined) return wrongReference();
  if (!(whole instanceof SimpleRangeValue) || whole.range === undefined) return whole;
  const { start } = whole.range;
  if (first.row === start.row && first.col === start.col) return whole;
  return partOf(
    whole,
    first.row - start.row,
    first.col - start.col,
    whole.range.height(),
    whole.range.width(),
  );
}

const sum = ({ sum: total }: Tally): EngineValue => total;
const average = ({ sum: total, numbers }: Tally): EngineValue =>
  numbers === 0 ? divisionByZero('no number meets the criteria') : total / numbers;
const pair = [range, scalar];

/** Functions over the cells that meet criteria. */
export const conditionalFunctions = excelFunctions({
  AVERAGEIF: { parameters: [...pair, optional(range)], calculate: single(average, 'average_range') },
  AVERAGEIFS: { parameters: [range, ...pair], repeatLastArgs: 2, calculate: several(average) },
  COUNTBLANK: { parameters: [range], calculate: countBlank },
  COUNTIF: { parameters: pair, calculate: countAll },
  COUNTIFS: { parameters: pair, repeatLastArgs: 2, calculate: countAll },
  [internal.lines]: { parameters: [any, any], evaluate: cellsFrom },
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
  SUMIF: { parameters: [...pair, optional(range)], calculate: single(sum, 'sum_range') },
  SUMIFS: { parameters: [range, ...pair], repeatLastArgs: 2, calculate: several(sum) },
});
