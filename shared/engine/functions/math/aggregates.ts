import { CellError, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { forEachOf } from '../lookup/arrays.ts';
import {
  any,
  excelFunctions,
  isReference,
  number,
  oneCell,
  range,
  type CellFormulas,
  type ResultSize,
} from '../excel-function.ts';
import {
  divisionByZero,
  notAvailable,
  plainValue,
  toNumber,
  wrongValue,
  type PlainValue,
} from '../excel-values.ts';
import type { UnseenRows } from '../../engine-context.ts';
import type { Ast, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { childrenOf } from '../../internals/syntax-tree.ts';
import { mode } from '../statistical/frequencies.ts';
import { sumOfProducts } from '../statistical/moments.ts';
import { exclusivePercentile, exclusiveQuartile, percentile, quartile } from '../statistical/percentiles.ts';
import { cellsOf, countedCells, firstCellOf } from '../ranges.ts';
import { large, small } from '../statistical/ranks.ts';

/** The values that an aggregate is of: the numbers among them in their order, and how many hold anything. */
interface Sample {
  readonly numbers: readonly number[];
  readonly filled: number;
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const value of numbers) sum += value;
  return sum;
}

function mean({ numbers }: Sample): number | CellError {
  return numbers.length === 0 ? divisionByZero() : sumOf(numbers) / numbers.length;
}

/** The squared deviations from the mean, divided by the count less `fewer`. */
function variance(fewer: number) {
  return ({ numbers }: Sample): number | CellError =>
    numbers.length <= fewer ? divisionByZero() : sumOfProducts(numbers, numbers) / (numbers.length - fewer);
}

function deviation(fewer: number) {
  const squared = variance(fewer);
  return (sample: Sample): number | CellError => {
    const found = squared(sample);
    return found instanceof CellError ? found : Math.sqrt(found);
  };
}

function extreme(choose: (one: number, other: number) => number) {
  return ({ numbers: [first, ...others] }: Sample): number =>
    first === undefined ? 0 : others.reduce((found, value) => choose(found, value), first);
}

function product({ numbers }: Sample): number {
  return numbers.length === 0 ? 0 : numbers.reduce((result, value) => result * value, 1);
}

const arrayOfNumbers = (numbers: readonly number[]): SimpleRangeValue =>
  SimpleRangeValue.onlyNumbers([[...numbers]]);

type Aggregate = (sample: Sample) => number | CellError;

/** The functions of SUBTOTAL by their numbers; those of AGGREGATE begin with the same. */
const aggregates: readonly Aggregate[] = [
  mean,
  ({ numbers }) => numbers.length,
  ({ filled }) => filled,
  extreme(Math.max),
  extreme(Math.min),
  product,
  deviation(1),
  deviation(0),
  ({ numbers }) => sumOf(numbers),
  variance(1),
  variance(0),
];
const moreAggregates: readonly Aggregate[] = [
  ...aggregates,
  ({ numbers }) => percentile(arrayOfNumbers(numbers), 0.5),
  ({ numbers }) => mode(arrayOfNumbers(numbers)),
];

/** COUNT and COUNTA pass over errors, or count them. */
const countsErrors = (functionNumber: number): boolean => functionNumber === 2 || functionNumber === 3;

/** The functions of AGGREGATE with a second number, from 14 on. */
const ranked: readonly ((array: SimpleRangeValue, k: number) => number | CellError)[] = [
  large,
  small,
  percentile,
  quartile,
  exclusivePercentile,
  exclusiveQuartile,
];
const firstRanked = 14;

const totals = new WeakMap<Ast, boolean>();

/** Whether a formula has a SUBTOTAL or an AGGREGATE in it, so that totals of totals pass it over. */
function isTotal(formula: Ast): boolean {
  const known = totals.get(formula);
  if (known !== undefined) return known;
  let found = false;
  const waiting = [formula];
  for (let node = waiting.pop(); node && !found; node = waiting.pop()) {
    found = 'procedureName' in node && /^(?:SUBTOTAL|AGGREGATE)$/.test(node.procedureName);
    waiting.push(...childrenOf(node));
  }
  totals.set(formula, found);
  return found;
}

interface PassedOver {
  /** Rows that a filter hides, or all rows out of sight. */
  readonly rows: keyof UnseenRows | 'none';
  readonly totals: boolean;
  readonly errors: boolean;
}

/** The values of cells or an array, row by row, without those that are passed over. */
function* valuesIn(
  value: SimpleRangeValue,
  start: SimpleCellAddress | undefined,
  passedOver: PassedOver,
  formulas: CellFormulas,
): Generator<PlainValue> {
  const cells = start ? cellsOf(value) : countedCells(value);
  for (let row = 0; row < cells.height; row++) {
    if (
      passedOver.rows !== 'none' &&
      start &&
      formulas.isUnseen(start.sheet, start.row + row, passedOver.rows)
    )
      continue;
    for (let column = 0; column < cells.width; column++) {
      const found = cells.at(row, column);
      if (found === null || (passedOver.errors && found instanceof CellError)) continue;
      if (passedOver.totals && start) {
        const formula = formulas.formulaAt({ ...start, row: start.row + row, col: start.col + column });
        if (formula && isTotal(formula)) continue;
      }
      yield found;
    }
  }
}

/** What the values come to as a sample; the first error, unless errors are counted like other values. */
function sampleOf(values: Iterable<PlainValue>, withErrors: boolean): Sample | CellError {
  const numbers: number[] = [];
  let filled = 0;
  for (const value of values) {
    if (value instanceof CellError && !withErrors) return value;
    if (value !== null) filled++;
    if (typeof value === 'number') numbers.push(value);
  }
  return { numbers, filled };
}

/** The aggregate of the cells of references. Arrays are refused: Excel's take cells only. */
function aggregateOf(
  ofAll: Aggregate,
  withErrors: boolean,
  references: readonly Ast[],
  passedOver: PassedOver,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
  formulas: CellFormulas,
): EngineValue {
  const values: PlainValue[] = [];
  for (const [index, reference] of references.entries()) {
    const value = evaluate(reference);
    const ofCells = value instanceof SimpleRangeValue ? !value.isAdHoc() : isReference(reference);
    if (!ofCells) return value instanceof CellError ? value : wrongValue(`ref${index + 1} must be cells`);
    const cells = value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value);
    const start = cells.range?.start ?? firstCellOf(reference, place);
    for (const found of valuesIn(cells, start, passedOver, formulas)) values.push(found);
  }
  const sample = sampleOf(values, withErrors);
  return sample instanceof CellError ? sample : ofAll(sample);
}

function wholeNumber(value: EngineValue): number | CellError {
  if (value instanceof SimpleRangeValue) return wrongValue();
  const given = toNumber(plainValue(value));
  return given instanceof CellError ? given : Math.trunc(given);
}

function subtotal(
  { args }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
  formulas: CellFormulas,
): EngineValue {
  const [chosen, ...references] = args;
  if (chosen === undefined || references.length === 0) return notAvailable();
  const given = wholeNumber(evaluate(chosen));
  if (given instanceof CellError) return given;
  const functionNumber = given > 100 ? given - 100 : given;
  const ofAll = aggregates[functionNumber - 1];
  if (ofAll === undefined) return wrongValue('function_num must be from 1 to 11, or from 101 to 111');
  const rows = given > 100 ? 'all' : 'filtered';
  const passedOver: PassedOver = { rows, totals: true, errors: false };
  const withErrors = countsErrors(functionNumber);
  return aggregateOf(ofAll, withErrors, references, passedOver, evaluate, place, formulas);
}

function aggregate(
  { args }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
  formulas: CellFormulas,
): EngineValue {
  const [chosen, optionsArgument, ...references] = args;
  if (chosen === undefined || optionsArgument === undefined) return notAvailable();
  const functionNumber = wholeNumber(evaluate(chosen));
  if (functionNumber instanceof CellError) return functionNumber;
  const options = wholeNumber(evaluate(optionsArgument));
  if (options instanceof CellError) return options;
  if (options < 0 || options > 7) return wrongValue('options must be from 0 to 7');
  // Of each four, the third and fourth pass over errors; the first four pass over nested totals.
  // So do the odd ones over rows that are out of sight.
  const passedOver: PassedOver = {
    rows: options % 2 === 1 ? 'all' : 'none',
    totals: options < 4,
    errors: options % 4 >= 2,
  };
  const ofAll = moreAggregates[functionNumber - 1];
  if (ofAll) {
    if (references.length === 0) return notAvailable();
    const withErrors = countsErrors(functionNumber);
    return aggregateOf(ofAll, withErrors, references, passedOver, evaluate, place, formulas);
  }
  const ofRank = ranked[functionNumber - firstRanked];
  if (ofRank === undefined) return wrongValue('function_num must be from 1 to 19');
  const [array, rank] = references;
  if (array === undefined || rank === undefined) return wrongValue('k must be given');
  if (references.length > 2) return notAvailable();
  const value = evaluate(array);
  const cells = value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value);
  const start = cells.range?.start ?? firstCellOf(array, place);
  const sample = sampleOf(valuesIn(cells, start, passedOver, formulas), false);
  if (sample instanceof CellError) return sample;
  const numbers = arrayOfNumbers(sample.numbers);
  const ofOne = (k: PlainValue): number | CellError => {
    const given = toNumber(k);
    return given instanceof CellError ? given : ofRank(numbers, given);
  };
  const ranks = evaluate(rank);
  return ranks instanceof SimpleRangeValue
    ? forEachOf([ranks], (k) => ofOne(plainValue(k)))
    : ofOne(plainValue(ranks));
}

/** As many results as there are ranks in the fourth argument, where that is one. */
function aggregateSize(sizes: readonly ResultSize[], { args: [chosen] }: FunctionCall): ResultSize {
  const isRanked = chosen && 'value' in chosen && Number(chosen.value) >= firstRanked;
  return (isRanked ? sizes[3] : undefined) ?? oneCell;
}

/** The sum of the products of cells at the same places; what is no number counts as 0, booleans too. */
function sumProduct(...arrays: SimpleRangeValue[]): EngineValue {
  const [first, ...others] = arrays;
  if (first === undefined) return notAvailable();
  const [height, width] = [first.height(), first.width()];
  if (others.some((other) => other.height() !== height || other.width() !== width))
    return wrongValue('the arrays must be of one size');
  const cells = arrays.map(cellsOf);
  let sum = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let factor = 1;
      for (const array of cells) {
        const value = array.at(row, column);
        if (value instanceof CellError) return value;
        factor *= typeof value === 'number' ? value : 0;
      }
      sum += factor;
    }
  }
  return sum;
}

/**
 * Aggregates whose function is chosen by its number, and SUMPRODUCT. Source: Microsoft, "SUBTOTAL
 * function", "AGGREGATE function" and "SUMPRODUCT function".
 */
export const aggregateFunctions = excelFunctions({
  SUBTOTAL: {
    parameters: [number, any],
    repeatLastArgs: 1,
    evaluate: subtotal,
    refusesMissingSheets: true,
    resultSize: () => oneCell,
  },
  AGGREGATE: {
    parameters: [number, number, any],
    repeatLastArgs: 1,
    evaluate: aggregate,
    refusesMissingSheets: true,
    resultSize: aggregateSize,
  },
  SUMPRODUCT: { parameters: [range], repeatLastArgs: 1, calculate: sumProduct },
});
