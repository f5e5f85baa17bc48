import { CellError, type SimpleRangeValue } from 'hyperformula';
import { arrayOf } from '../lookup/arrays.ts';
import { any, excelFunctions, number, optional, range, type ResultSize } from '../excel-function.ts';
import { notANumber, notAvailable } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { numbersOf } from '../ranges.ts';
import { numbersOfEach, pairsOf } from './samples.ts';

/** The numbers that occur most often, and more than once, in the order in which they are met. */
function modes(values: readonly (SimpleRangeValue | EngineScalar)[]): number[] | CellError {
  const numbers = numbersOfEach(values);
  if (numbers instanceof CellError) return numbers;
  const counts = new Map<number, number>();
  let most = 1;
  for (const found of numbers) {
    const count = (counts.get(found) ?? 0) + 1;
    counts.set(found, count);
    most = Math.max(most, count);
  }
  if (most === 1) return notAvailable('no number occurs more than once');
  return [...counts].filter(([, count]) => count === most).map(([found]) => found);
}

/** The number that occurs most often, the first of them where several do. */
export function mode(...values: (SimpleRangeValue | EngineScalar)[]): number | CellError {
  const found = modes(values);
  return found instanceof CellError ? found : (found[0] ?? notAvailable());
}

function allModes(...values: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const found = modes(values);
  return found instanceof CellError ? found : arrayOf(found.map((value) => [value]));
}

/** Each of several modes occurs at least twice. */
function modesSize(sizes: readonly ResultSize[]): ResultSize {
  const cells = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  return { width: 1, height: Math.max(1, Math.floor(cells / 2)) };
}

/**
 * How many numbers lie in each bin, which holds what is above the next smaller bin and up to itself,
 * in the order in which the bins are given; of equal bins the first counts. Last, how many lie above
 * all bins.
 */
function frequency(data: SimpleRangeValue, bins: SimpleRangeValue): EngineValue {
  const [numbers, limits] = [numbersOf(data), numbersOf(bins)];
  if (numbers instanceof CellError) return numbers;
  if (limits instanceof CellError) return limits;
  const places = limits.map((_, place) => place);
  places.sort((left, right) => (limits[left] ?? 0) - (limits[right] ?? 0) || left - right);
  const sorted = Float64Array.from(numbers).toSorted();
  const counts: number[] = [];
  let passed = 0;
  for (const place of places) {
    const before = passed;
    while (passed < sorted.length && (sorted[passed] ?? 0) <= (limits[place] ?? 0)) passed++;
    counts[place] = passed - before;
  }
  return arrayOf([...counts, sorted.length - passed].map((count) => [count]));
}

/** How far the sum of probabilities may be from 1. */
const roundingOfSum = 1e-7;

function probability(
  values: SimpleRangeValue,
  probabilities: SimpleRangeValue,
  lower: number,
  upper: number | undefined,
): EngineValue {
  const pairs = pairsOf(values, probabilities);
  if (pairs === undefined) return notAvailable('x_range and prob_range must have the same number of values');
  if (pairs instanceof CellError) return pairs;
  const [numbers, chances] = pairs;
  if (chances.some((chance) => chance <= 0 || chance > 1))
    return notANumber('each probability must be above 0 and at most 1');
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  if (Math.abs(total - 1) > roundingOfSum) return notANumber('the sum of prob_range must be 1');
  const greatest = upper ?? lower;
  return numbers.reduce(
    (sum, value, place) => (value >= lower && value <= greatest ? sum + (chances[place] ?? 0) : sum),
    0,
  );
}

const modeOf = { parameters: [any], repeatLastArgs: 1, calculate: mode };

/** How often numbers occur, and how likely they are. */
export const frequencyFunctions = excelFunctions({
  FREQUENCY: {
    parameters: [range, range],
    calculate: frequency,
    resultSize: ([, bins]) => ({ width: 1, height: (bins?.width ?? 1) * (bins?.height ?? 1) + 1 }),
  },
  MODE: modeOf,
  'MODE.MULT': { parameters: [any], repeatLastArgs: 1, calculate: allModes, resultSize: modesSize },
  'MODE.SNGL': modeOf,
  PROB: { parameters: [range, range, number, optional(number)], calculate: probability },
});
