import { CellError, SimpleRangeValue } from 'hyperformula';
import { plainValue, toNumber } from '../excel-values.ts';
import type { EngineScalar } from '../../internals/interpreter.ts';
import { kept } from '../kept-results.ts';
import { countedCells, numbersOf } from '../ranges.ts';

/**
 * The numbers among the arguments of a function such as MEDIAN: those of ranges, and single values,
 * of which text and booleans count as the numbers they stand for. The first error instead.
 */
export function numbersOfEach(values: readonly (SimpleRangeValue | EngineScalar)[]): number[] | CellError {
  const numbers: number[] = [];
  for (const value of values) {
    const given = value instanceof SimpleRangeValue ? numbersOf(value) : toNumber(plainValue(value));
    if (given instanceof CellError) return given;
    if (typeof given === 'number') numbers.push(given);
    else for (const found of given) numbers.push(found);
  }
  return numbers;
}

/**
 * The pairs of numbers at the same places of two ranges, in two lists of one length. Pairs in which
 * either is no number are left out; ranges of different numbers of cells are undefined.
 */
export function pairsOf(
  first: SimpleRangeValue,
  second: SimpleRangeValue,
): readonly [number[], number[]] | CellError | undefined {
  const [left, right] = [countedCells(first), countedCells(second)];
  const count = left.width * left.height;
  if (count !== right.width * right.height) return undefined;
  const pairs: [number[], number[]] = [[], []];
  for (let place = 0; place < count; place++) {
    const one = left.at(Math.floor(place / left.width), place % left.width);
    const other = right.at(Math.floor(place / right.width), place % right.width);
    if (one instanceof CellError) return one;
    if (other instanceof CellError) return other;
    if (typeof one !== 'number' || typeof other !== 'number') continue;
    pairs[0].push(one);
    pairs[1].push(other);
  }
  return pairs;
}

/**
 * The numbers among the cells in ascending order, not to be written to. They are sorted once for all
 * functions that ask for a place among them. The first error instead, if there is one.
 */
export function sortedNumbersOf(value: SimpleRangeValue): Float64Array | CellError {
  return kept([value], 'sorted numbers', () => {
    const numbers = numbersOf(value);
    return numbers instanceof CellError ? numbers : Float64Array.from(numbers).toSorted();
  });
}

/** How many of sorted numbers lie before the first that is at least `value`, or, when asked, above it. */
export function countBefore(sorted: Float64Array, value: number, above = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = sorted[middle] ?? NaN;
    if (found < value || (above && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
