import { CellError, type SimpleRangeValue } from 'hyperformula';
import { excelFunctions, number, optional, range } from '../excel-function.ts';
import { divisionByZero, notANumber, notAvailable } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { countBefore, sortedNumbersOf } from './samples.ts';

/** The numbers of an array in ascending order; an error when there is none. */
function sortedNumbers(array: SimpleRangeValue): Float64Array | CellError {
  const sorted = sortedNumbersOf(array);
  if (sorted instanceof CellError) return sorted;
  return sorted.length === 0 ? notANumber('array has no numbers') : sorted;
}

/** The number at a place counted from 0; between two numbers, in proportion. */
function between(sorted: Float64Array, place: number): number {
  const below = Math.floor(place);
  const value = sorted[below] ?? NaN;
  const next = sorted[below + 1];
  return next === undefined || place === below ? value : value + (place - below) * (next - value);
}

/** Of sorted numbers, the one before which this share of them lies. */
export function percentile(array: SimpleRangeValue, k: number): number | CellError {
  const sorted = sortedNumbers(array);
  if (sorted instanceof CellError) return sorted;
  return k >= 0 && k <= 1 ? between(sorted, k * (sorted.length - 1)) : notANumber('k must be from 0 to 1');
}

/** Of n numbers, without extrapolation: k from 1/(n + 1) to n/(n + 1). */
export function exclusivePercentile(array: SimpleRangeValue, k: number): number | CellError {
  const sorted = sortedNumbers(array);
  if (sorted instanceof CellError) return sorted;
  const place = k * (sorted.length + 1) - 1;
  if (k > 0 && k < 1 && place >= 0 && place <= sorted.length - 1) return between(sorted, place);
  return notANumber('k must lie between 1/(n + 1) and n/(n + 1), where n is the count of numbers');
}

/** The least number, the quartiles and the greatest number by their numbers 0 to 4. */
export function quartile(array: SimpleRangeValue, quart: number): number | CellError {
  const which = Math.trunc(quart);
  if (which < 0 || which > 4) return notANumber('quart must be 0, 1, 2, 3 or 4');
  return percentile(array, which / 4);
}

/** The three quartiles, without extrapolation. */
export function exclusiveQuartile(array: SimpleRangeValue, quart: number): number | CellError {
  const which = Math.trunc(quart);
  if (which < 1 || which > 3) return notANumber('quart must be 1, 2 or 3');
  return exclusivePercentile(array, which / 4);
}

/** The place of x among sorted numbers, counted from 0; between two of them, in proportion; undefined outside them. */
function placeOf(x: number, sorted: Float64Array): number | undefined {
  const [least = NaN, greatest = NaN] = [sorted[0], sorted.at(-1)];
  if (x < least || x > greatest) return undefined;
  const next = countBefore(sorted, x);
  const above = sorted[next] ?? NaN;
  if (above === x) return next;
  const below = sorted[next - 1] ?? NaN;
  return next - 1 + (x - below) / (above - below);
}

/** PERCENTRANK and its kin; `share` tells what part of n numbers a place counted from 0 is. */
function percentRank(share: (place: number, count: number) => number) {
  return (array: SimpleRangeValue, x: number, significance: number): EngineValue => {
    const digits = Math.trunc(significance);
    if (digits < 1) return notANumber('significance must be at least 1');
    if (digits > 308) return divisionByZero('significance must be at most 308');
    const sorted = sortedNumbers(array);
    if (sorted instanceof CellError) return sorted;
    const place = placeOf(x, sorted);
    if (place === undefined) return notAvailable('x lies outside the numbers of array');
    return truncated(share(place, sorted.length), digits);
  };
}

/** A share cut off after so many decimals; what is a whole number in 15 digits counts as one. */
function truncated(share: number, digits: number): number {
  const scale = 10 ** digits;
  const whole = Math.floor(Number((share * scale).toPrecision(15)));
  return Number.isFinite(whole) ? whole / scale : share;
}

const significance = { ...optional(number, 3), emptyAsDefault: true };
const withNumber = [range, number];
const percentileOf = { parameters: withNumber, calculate: percentile };
const quartileOf = { parameters: withNumber, calculate: quartile };
const percentRankOf = {
  parameters: [...withNumber, significance],
  calculate: percentRank((place, count) => (count === 1 ? 1 : place / (count - 1))),
};

/** Percentiles, quartiles and the ranks that go with them. */
export const percentileFunctions = excelFunctions({
  PERCENTILE: percentileOf,
  'PERCENTILE.EXC': { parameters: withNumber, calculate: exclusivePercentile },
  'PERCENTILE.INC': percentileOf,
  PERCENTRANK: percentRankOf,
  'PERCENTRANK.EXC': {
    parameters: [...withNumber, significance],
    calculate: percentRank((place, count) => (place + 1) / (count + 1)),
  },
  'PERCENTRANK.INC': percentRankOf,
  QUARTILE: quartileOf,
  'QUARTILE.EXC': { parameters: withNumber, calculate: exclusiveQuartile },
  'QUARTILE.INC': quartileOf,
});
