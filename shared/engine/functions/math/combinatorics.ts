import { CellError, SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions, number } from '../excel-function.ts';
import { notANumber, plainValue, toNumber } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { numbersOf } from '../ranges.ts';

/** The number nearest to a whole one of any length; `#NUM!` above the largest number. */
function nearest(whole: bigint): EngineValue {
  const value = Number(whole);
  return Number.isFinite(value) ? value : notANumber('the result is too large');
}

/** Products of more factors than this are too large for a number. */
const mostFactors = 1030;

/** How many sets of `size` things there are among `count`. The product is exact before it is rounded. */
function sets(count: number, size: number): EngineValue {
  const factors = Math.min(size, count - size);
  // The count of sets is at least two for each factor.
  if (factors > mostFactors) return notANumber('the result is too large');
  let result = 1n;
  for (let factor = 1; factor <= factors; factor++)
    result = (result * BigInt(count - factors + factor)) / BigInt(factor);
  return nearest(result);
}

const chosen = 'number_chosen must be from 0 to number';

function combinations(count: number, size: number): EngineValue {
  const [among, taken] = [Math.trunc(count), Math.trunc(size)];
  if (among < 0 || taken < 0 || taken > among) return notANumber(chosen);
  return sets(among, taken);
}

/** The same with repetitions, of which Excel takes no more than there are things. */
function repeatedCombinations(count: number, size: number): EngineValue {
  const [among, taken] = [Math.trunc(count), Math.trunc(size)];
  if (among < 0 || taken < 0 || taken > among) return notANumber(chosen);
  return taken === 0 ? 1 : sets(among + taken - 1, taken);
}

/** The product of every second whole number down to 1 or 2. */
function doubleFactorial(value: number): EngineValue {
  const start = Math.trunc(value);
  if (start < 0) return notANumber('number must not be negative');
  if (start > mostFactors) return notANumber('the result is too large');
  let result = 1n;
  for (let factor = start; factor > 1; factor -= 2) result *= BigInt(factor);
  return nearest(result);
}

/** Numbers from here on are not all whole numbers any more. */
const tooLarge = 2 ** 53;

/** The whole numbers among the arguments, none of them negative; a single empty value counts as 0. */
function wholeNumbers(values: readonly (SimpleRangeValue | EngineScalar)[]): number[] | CellError {
  const found: number[] = [];
  for (const value of values) {
    const given = value instanceof SimpleRangeValue ? numbersOf(value) : toNumber(plainValue(value));
    if (given instanceof CellError) return given;
    for (const one of typeof given === 'number' ? [given] : given) {
      const whole = Math.trunc(one);
      if (whole < 0) return notANumber('numbers must not be negative');
      if (whole >= tooLarge) return notANumber('numbers must be below 2^53');
      found.push(whole);
    }
  }
  return found;
}

function commonDivisor(left: number, right: number): number {
  let [divisor, rest] = [left, right];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

function greatestCommonDivisor(...values: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const numbers = wholeNumbers(values);
  return numbers instanceof CellError ? numbers : numbers.reduce(commonDivisor, 0);
}

function leastCommonMultiple(...values: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const numbers = wholeNumbers(values);
  if (numbers instanceof CellError) return numbers;
  let result = 1;
  for (const one of numbers) {
    if (one === 0) return 0;
    result *= one / commonDivisor(result, one);
    if (result >= tooLarge) return notANumber('the result is 2^53 or more');
  }
  return numbers.length === 0 ? 0 : result;
}

/** Counts of choices, and divisors and multiples of whole numbers. */
export const combinatoricsFunctions = excelFunctions({
  COMBIN: { parameters: [number, number], calculate: combinations },
  COMBINA: { parameters: [number, number], calculate: repeatedCombinations },
  FACTDOUBLE: { parameters: [number], calculate: doubleFactorial },
  GCD: { parameters: [any], repeatLastArgs: 1, calculate: greatestCommonDivisor },
  LCM: { parameters: [any], repeatLastArgs: 1, calculate: leastCommonMultiple },
});
