import { CellError, type SimpleRangeValue } from 'hyperformula';
import { excelFunctions, number, range, type ExcelFunction } from '../excel-function.ts';
import { divisionByZero, notAvailable } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { meanOf, sumOfProducts } from './moments.ts';
import { pairsOf } from './samples.ts';

/** Two lists of numbers of one length. */
type Calculation = (first: readonly number[], second: readonly number[]) => number | CellError;

/** The result for the pairs of two ranges in which both are numbers. */
function ofPairs(
  first: SimpleRangeValue,
  second: SimpleRangeValue,
  least: number,
  calculate: Calculation,
): EngineValue {
  const pairs = pairsOf(first, second);
  if (pairs === undefined) return notAvailable('both ranges must have the same number of values');
  if (pairs instanceof CellError) return pairs;
  return pairs[0].length < least
    ? divisionByZero(`it needs at least ${least} ${least === 1 ? 'pair' : 'pairs'} of numbers`)
    : calculate(...pairs);
}

/** A function of two ranges that needs so many pairs. */
function paired(least: number, calculate: Calculation): ExcelFunction {
  return {
    parameters: [range, range],
    calculate: (first: SimpleRangeValue, second: SimpleRangeValue) =>
      ofPairs(first, second, least, calculate),
  };
}

function correlation(first: readonly number[], second: readonly number[]): number | CellError {
  const spread = Math.sqrt(sumOfProducts(first, first)) * Math.sqrt(sumOfProducts(second, second));
  if (spread === 0) return divisionByZero('all numbers of a range are equal');
  return Math.min(1, Math.max(-1, sumOfProducts(first, second) / spread));
}

function determination(first: readonly number[], second: readonly number[]): number | CellError {
  const found = correlation(first, second);
  return typeof found === 'number' ? found ** 2 : found;
}

function slope(knownY: readonly number[], knownX: readonly number[]): number | CellError {
  const spread = sumOfProducts(knownX, knownX);
  return spread === 0 ? divisionByZero('all x values are equal') : sumOfProducts(knownX, knownY) / spread;
}

/** Where the fitted line is at x. */
function lineAt(x: number): Calculation {
  return (knownY, knownX) => {
    const rise = slope(knownY, knownX);
    return typeof rise === 'number' ? meanOf(knownY) + rise * (x - meanOf(knownX)) : rise;
  };
}

/** The standard error of y about the fitted line, from the residuals themselves. */
function standardError(knownY: readonly number[], knownX: readonly number[]): number | CellError {
  const rise = slope(knownY, knownX);
  if (typeof rise !== 'number') return rise;
  const [meanY, meanX] = [meanOf(knownY), meanOf(knownX)];
  const residuals = knownX.map((x, place) => (knownY[place] ?? NaN) - meanY - rise * (x - meanX));
  return Math.sqrt(sumOfProducts(residuals, residuals) / (residuals.length - 2));
}

const covariance: Calculation = (first, second) => sumOfProducts(first, second) / first.length;
const forecast = {
  parameters: [number, range, range],
  calculate: (x: number, knownY: SimpleRangeValue, knownX: SimpleRangeValue) =>
    ofPairs(knownY, knownX, 1, lineAt(x)),
};

/** Functions of pairs of numbers: how they vary together, and the straight line through them. */
export const pairedNumberFunctions = excelFunctions({
  CORREL: paired(1, correlation),
  COVAR: paired(1, covariance),
  'COVARIANCE.P': paired(1, covariance),
  'COVARIANCE.S': paired(2, (first, second) => sumOfProducts(first, second) / (first.length - 1)),
  FORECAST: forecast,
  'FORECAST.LINEAR': forecast,
  INTERCEPT: paired(1, lineAt(0)),
  PEARSON: paired(1, correlation),
  RSQ: paired(1, determination),
  SLOPE: paired(1, slope),
  STEYX: paired(3, standardError),
});
