import { CellError, type SimpleRangeValue } from 'hyperformula';
import { excelFunctions, number, optional, range } from '../excel-function.ts';
import { notANumber, notAvailable } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { countBefore, sortedNumbersOf } from './samples.ts';

/** Numbers before this one in descending order (or ascending, when asked), and how many are equal to it. */
function standing(
  value: number,
  among: SimpleRangeValue,
  ascending: number,
): { before: number; equal: number } | CellError {
  const sorted = sortedNumbersOf(among);
  if (sorted instanceof CellError) return sorted;
  const [below, upTo] = [countBefore(sorted, value), countBefore(sorted, value, true)];
  if (below === upTo) return notAvailable('number is not among the numbers of ref');
  return { before: ascending === 0 ? sorted.length - upTo : below, equal: upTo - below };
}

function rank(value: number, among: SimpleRangeValue, ascending: number): EngineValue {
  const found = standing(value, among, ascending);
  return found instanceof CellError ? found : found.before + 1;
}

/** Equal numbers share the average of their ranks. */
function averageRank(value: number, among: SimpleRangeValue, ascending: number): EngineValue {
  const found = standing(value, among, ascending);
  return found instanceof CellError ? found : found.before + (found.equal + 1) / 2;
}

/** The number at a place in ascending order, counted from 0. */
function inOrder(array: SimpleRangeValue, placeAmong: (count: number) => number): number | CellError {
  const sorted = sortedNumbersOf(array);
  if (sorted instanceof CellError) return sorted;
  const found = sorted[placeAmong(sorted.length)];
  return found ?? notANumber('k must be from 1 to the count of numbers');
}

/** Excel rounds a k between two whole numbers up here, and down in SMALL. */
export function large(array: SimpleRangeValue, k: number): number | CellError {
  return inOrder(array, (count) => count - Math.ceil(k));
}

/** The k-th smallest number. */
export function small(array: SimpleRangeValue, k: number): number | CellError {
  return inOrder(array, () => Math.floor(k) - 1);
}

const ranking = [number, range, optional(number, 0)];

/** Places of numbers in their order, and numbers at a place. */
export const rankFunctions = excelFunctions({
  LARGE: { parameters: [range, number], calculate: large },
  RANK: { parameters: ranking, calculate: rank },
  'RANK.AVG': { parameters: ranking, calculate: averageRank },
  'RANK.EQ': { parameters: ranking, calculate: rank },
  SMALL: { parameters: [range, number], calculate: small },
});
