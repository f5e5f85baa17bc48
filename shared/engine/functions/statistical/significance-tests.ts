import { CellError, type SimpleRangeValue } from 'hyperformula';
import { distanceTails, fTails, gammaTails } from './distribution-curves.ts';
import { excelFunctions, number, optional, range } from '../excel-function.ts';
import { divisionByZero, notANumber, notAvailable } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { meanOf, sampleVariance, sumOfProducts } from './moments.ts';
import { normalTails } from './normal-curve.ts';
import { numbersOf } from '../ranges.ts';
import { pairsOf } from './samples.ts';

/** The probability of a mean at least as large as that of the sample, if x were the true one. */
function zTest(array: SimpleRangeValue, x: number, sigma: number | undefined): EngineValue {
  const numbers = numbersOf(array);
  if (numbers instanceof CellError) return numbers;
  if (numbers.length === 0) return notAvailable('array has no numbers');
  if (sigma === undefined && numbers.length === 1) return divisionByZero('array needs at least 2 numbers');
  if (sigma !== undefined && sigma <= 0) return notANumber('sigma must be above 0');
  const deviation = sigma ?? Math.sqrt(sampleVariance(numbers));
  if (deviation === 0) return divisionByZero('all numbers of array are equal');
  return normalTails(((meanOf(numbers) - x) * Math.sqrt(numbers.length)) / deviation).upper;
}

/** The probability that two samples differ so much in their variances, in either direction. */
function fTest(array1: SimpleRangeValue, array2: SimpleRangeValue): EngineValue {
  const [first, second] = [numbersOf(array1), numbersOf(array2)];
  if (first instanceof CellError) return first;
  if (second instanceof CellError) return second;
  if (first.length < 2 || second.length < 2) return divisionByZero('each array needs at least 2 numbers');
  const [variance1, variance2] = [sampleVariance(first), sampleVariance(second)];
  if (variance1 === 0 || variance2 === 0) return divisionByZero('all numbers of an array are equal');
  const { lower, upper } = fTails(variance1 / variance2, first.length - 1, second.length - 1);
  return 2 * Math.min(lower, upper);
}

/** A value of Student's t with its degrees of freedom. */
interface StudentValue {
  readonly t: number;
  readonly degrees: number;
}

const tooFew = () => divisionByZero('each array needs at least 2 numbers');
const noSpread = () => divisionByZero('the numbers do not differ');

/** Of the differences of pairs. */
function pairedT(first: readonly number[], second: readonly number[]): StudentValue | CellError {
  const differences = first.map((value, place) => value - (second[place] ?? NaN));
  const count = differences.length;
  if (count < 2) return tooFew();
  const variance = sampleVariance(differences);
  return variance === 0
    ? noSpread()
    : { t: meanOf(differences) / Math.sqrt(variance / count), degrees: count - 1 };
}

/** Of two samples of one variance. */
function pooledT(first: readonly number[], second: readonly number[]): StudentValue | CellError {
  if (first.length < 2 || second.length < 2) return tooFew();
  const degrees = first.length + second.length - 2;
  const variance = (sumOfProducts(first, first) + sumOfProducts(second, second)) / degrees;
  if (variance === 0) return noSpread();
  const error = Math.sqrt(variance * (1 / first.length + 1 / second.length));
  return { t: (meanOf(first) - meanOf(second)) / error, degrees };
}

/** Of two samples of different variances. Source: B. L. Welch (1947). */
function welchT(first: readonly number[], second: readonly number[]): StudentValue | CellError {
  if (first.length < 2 || second.length < 2) return tooFew();
  const [share1, share2] = [sampleVariance(first) / first.length, sampleVariance(second) / second.length];
  if (share1 + share2 === 0) return noSpread();
  const degrees =
    (share1 + share2) ** 2 / (share1 ** 2 / (first.length - 1) + share2 ** 2 / (second.length - 1));
  return { t: (meanOf(first) - meanOf(second)) / Math.sqrt(share1 + share2), degrees };
}

function studentValue(
  array1: SimpleRangeValue,
  array2: SimpleRangeValue,
  kind: number,
): StudentValue | CellError {
  if (kind === 1) {
    const pairs = pairsOf(array1, array2);
    if (pairs === undefined) return notAvailable('array1 and array2 must have the same number of values');
    return pairs instanceof CellError ? pairs : pairedT(...pairs);
  }
  const [first, second] = [numbersOf(array1), numbersOf(array2)];
  if (first instanceof CellError) return first;
  if (second instanceof CellError) return second;
  return kind === 2 ? pooledT(first, second) : welchT(first, second);
}

/** The probability of means that differ so much, in one direction or both. */
function tTest(
  array1: SimpleRangeValue,
  array2: SimpleRangeValue,
  wantedTails: number,
  wantedType: number,
): EngineValue {
  const [tails, kind] = [Math.trunc(wantedTails), Math.trunc(wantedType)];
  if (tails !== 1 && tails !== 2) return notANumber('tails must be 1 or 2');
  if (kind < 1 || kind > 3) return notANumber('type must be 1, 2 or 3');
  const value = studentValue(array1, array2, kind);
  if (value instanceof CellError) return value;
  return (distanceTails(value.t, value.degrees).upper * tails) / 2;
}

/** The probability that counts are so far from what is expected, by Pearson's χ². */
function chiSquaredTest(actual: SimpleRangeValue, expected: SimpleRangeValue): EngineValue {
  const [rows, columns] = [actual.height(), actual.width()];
  const pairs = pairsOf(actual, expected);
  if (pairs === undefined || expected.height() !== rows || expected.width() !== columns)
    return notAvailable('actual_range and expected_range must be of the same size');
  if (pairs instanceof CellError) return pairs;
  if (rows * columns === 1) return notAvailable('the ranges need at least 2 cells');
  const [counts, expectations] = pairs;
  if (counts.length === 0) return divisionByZero('the ranges have no numbers');
  if (expectations.includes(0)) return divisionByZero('no number of expected_range may be 0');
  const sum = counts.reduce((before, count, place) => {
    const expectation = expectations[place] ?? NaN;
    return before + (count - expectation) ** 2 / expectation;
  }, 0);
  if (sum < 0) return notANumber('no number of expected_range may be negative');
  const degrees = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : rows * columns - 1;
  return gammaTails(sum, degrees / 2, 2).upper;
}

const zTestOf = { parameters: [range, number, optional(number)], calculate: zTest };
const fTestOf = { parameters: [range, range], calculate: fTest };
const tTestOf = { parameters: [range, range, number, number], calculate: tTest };
const chiSquaredTestOf = { parameters: [range, range], calculate: chiSquaredTest };

/** Tests of significance, with the names they had before Excel 2010. */
export const significanceTestFunctions = excelFunctions({
  'CHISQ.TEST': chiSquaredTestOf,
  CHITEST: chiSquaredTestOf,
  'F.TEST': fTestOf,
  FTEST: fTestOf,
  'T.TEST': tTestOf,
  TTEST: tTestOf,
  'Z.TEST': zTestOf,
  ZTEST: zTestOf,
});
