import { CellError, type SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions, number, range, type ExcelFunction } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { numbersOf } from '../ranges.ts';
import { numbersOfEach } from './samples.ts';

/** The mean; what rounding took from it is added in a second pass. NaN without numbers. */
export function meanOf(numbers: readonly number[]): number {
  const rough = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return rough + numbers.reduce((sum, value) => sum + (value - rough), 0) / numbers.length;
}

/**
 * The sum of the products of the deviations of pairs from their means, with the correction of the
 * two-pass algorithm. Source: T. Chan, G. Golub, R. LeVeque, "Algorithms for Computing the Sample
 * Variance" (1983).
 */
export function sumOfProducts(left: readonly number[], right: readonly number[]): number {
  const [meanLeft, meanRight] = [meanOf(left), meanOf(right)];
  let [sum, restLeft, restRight] = [0, 0, 0];
  for (const [place, value] of left.entries()) {
    const [fromLeft, fromRight] = [value - meanLeft, (right[place] ?? NaN) - meanRight];
    sum += fromLeft * fromRight;
    restLeft += fromLeft;
    restRight += fromRight;
  }
  return sum - (restLeft * restRight) / left.length;
}

/** The variance of a sample, of at least two numbers. */
export function sampleVariance(numbers: readonly number[]): number {
  return sumOfProducts(numbers, numbers) / (numbers.length - 1);
}

function averageDeviation(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return divisionByZero('there is no number among the arguments');
  const mean = meanOf(numbers);
  return meanOf(numbers.map((value) => Math.abs(value - mean)));
}

/** The number in the middle; of an even count, the mean of the two there. */
function median(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return notANumber('there is no number among the arguments');
  const sorted = Float64Array.from(numbers).toSorted();
  const middle = sorted.subarray((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function squaredDeviations(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return notANumber('there is no number among the arguments');
  return sumOfProducts(numbers, numbers);
}

/** A product is kept as a number near 1 and a power of two, so that it cannot overflow. */
function geometricMean(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return notANumber('there is no number among the arguments');
  if (numbers.some((value) => value <= 0)) return notANumber('all numbers must be above 0');
  let [product, exponent] = [1, 0];
  for (const value of numbers) {
    product *= value;
    if (product > 2 ** -300 && product < 2 ** 300) continue;
    const shift = Math.round(Math.log2(product));
    product = product * 2 ** -Math.trunc(shift / 2) * 2 ** -(shift - Math.trunc(shift / 2));
    exponent += shift;
  }
  return product ** (1 / numbers.length) * 2 ** (exponent / numbers.length);
}

function harmonicMean(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return notANumber('there is no number among the arguments');
  if (numbers.some((value) => value <= 0)) return notANumber('all numbers must be above 0');
  return numbers.length / numbers.reduce((sum, value) => sum + 1 / value, 0);
}

/** The sum of a power of the deviations from the mean, each divided by the standard deviation. */
function standardizedSum(numbers: readonly number[], power: number, variance: number): number {
  const [mean, deviation] = [meanOf(numbers), Math.sqrt(variance)];
  return numbers.reduce((sum, value) => sum + ((value - mean) / deviation) ** power, 0);
}

function fewNumbers(numbers: readonly number[], least: number): CellError | undefined {
  if (numbers.length < least) return divisionByZero(`it needs at least ${least} numbers`);
  return sumOfProducts(numbers, numbers) === 0 ? divisionByZero('all numbers are equal') : undefined;
}

function skewness(numbers: readonly number[]): EngineValue {
  const count = numbers.length;
  return (
    fewNumbers(numbers, 3) ??
    (standardizedSum(numbers, 3, sampleVariance(numbers)) * count) / ((count - 1) * (count - 2))
  );
}

function populationSkewness(numbers: readonly number[]): EngineValue {
  const count = numbers.length;
  return (
    fewNumbers(numbers, 3) ?? standardizedSum(numbers, 3, sumOfProducts(numbers, numbers) / count) / count
  );
}

function kurtosis(numbers: readonly number[]): EngineValue {
  const count = numbers.length;
  const refusal = fewNumbers(numbers, 4);
  if (refusal) return refusal;
  const sum = standardizedSum(numbers, 4, sampleVariance(numbers));
  const rest = (count - 2) * (count - 3);
  return (sum * count * (count + 1)) / ((count - 1) * rest) - (3 * (count - 1) ** 2) / rest;
}

/** The mean without the same number of the smallest and the largest numbers. */
function trimmedMean(array: SimpleRangeValue, percent: number): EngineValue {
  const numbers = numbersOf(array);
  if (numbers instanceof CellError) return numbers;
  if (numbers.length === 0) return notANumber('array has no numbers');
  if (percent < 0 || percent >= 1) return notANumber('percent must be at least 0 and below 1');
  // What is a whole number in 15 digits counts as one.
  const cut = Math.floor(Number(((numbers.length * percent) / 2).toPrecision(15)));
  const sorted = numbers.toSorted((left, right) => left - right);
  return meanOf(sorted.slice(cut, sorted.length - cut));
}

/** A function of all numbers among its arguments. */
function ofNumbers(calculate: (numbers: readonly number[]) => EngineValue): ExcelFunction {
  return {
    parameters: [any],
    repeatLastArgs: 1,
    calculate: (...values: (SimpleRangeValue | EngineScalar)[]) => {
      const numbers = numbersOfEach(values);
      return numbers instanceof CellError ? numbers : calculate(numbers);
    },
  };
}

/** Means, the median, and measures of the shape of a distribution. */
export const momentFunctions = excelFunctions({
  AVEDEV: ofNumbers(averageDeviation),
  DEVSQ: ofNumbers(squaredDeviations),
  GEOMEAN: ofNumbers(geometricMean),
  HARMEAN: ofNumbers(harmonicMean),
  KURT: ofNumbers(kurtosis),
  MEDIAN: ofNumbers(median),
  SKEW: ofNumbers(skewness),
  'SKEW.P': ofNumbers(populationSkewness),
  TRIMMEAN: { parameters: [range, number], calculate: trimmedMean },
});
