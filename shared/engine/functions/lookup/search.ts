import { CellError, type SimpleRangeValue } from 'hyperformula';
import { compareTexts, type PlainValue } from '../excel-values.ts';
import { kept } from '../kept-results.ts';
import { cellsOf } from '../ranges.ts';
import { hasWildcards, wildcardPattern } from '../wildcards.ts';

/** A row or column of values that is searched, counted from 0. */
export interface Line {
  readonly length: number;
  at(index: number): PlainValue;
  /** Keeps what is worked out from the line, by its name, until a cell changes, where the cells are of a sheet. */
  keep<Result>(name: string, workOut: () => Result): Result;
}

/** What is looked for: an empty cell counts as 0, and an error is not looked for. */
export type Key = number | string | boolean;

/** A column of a range or an array, counted from 0. */
export function columnOf(value: SimpleRangeValue, column: number): Line {
  const cells = cellsOf(value);
  return {
    length: cells.height,
    at: (place) => cells.at(place, column),
    keep: (name, workOut) => kept([value], `${name} of column ${column}`, workOut),
  };
}

/** A row of a range or an array, counted from 0. */
export function rowOf(value: SimpleRangeValue, row: number): Line {
  const cells = cellsOf(value);
  return {
    length: cells.width,
    at: (place) => cells.at(row, place),
    keep: (name, workOut) => kept([value], `${name} of row ${row}`, workOut),
  };
}

/** The one row or column of a range or an array; undefined for a rectangle. */
export function lineOf(value: SimpleRangeValue): Line | undefined {
  if (value.width() === 1) return columnOf(value, 0);
  return value.height() === 1 ? rowOf(value, 0) : undefined;
}

function compareSameKind(value: Key, key: Key): number {
  if (typeof value === 'string') return compareTexts(value, String(key));
  return Number(value) - Number(key);
}

function isKind(value: PlainValue, key: Key): value is Key {
  return typeof value === typeof key && !(value instanceof CellError);
}

/** The first place, or the last, whose value passes; -1 for none. */
function findWhere(line: Line, backwards: boolean, passes: (value: PlainValue) => boolean): number {
  const { length } = line;
  if (backwards) {
    for (let index = length - 1; index >= 0; index--) if (passes(line.at(index))) return index;
  } else for (let index = 0; index < length; index++) if (passes(line.at(index))) return index;
  return -1;
}

/** The first empty cell, or the last; -1 for none. */
export function findEmpty(line: Line, backwards: boolean): number {
  return findWhere(line, backwards, (value) => value === null);
}

/** Whether a text is of characters alone of which texts are equal where their small letters are. */
export function isPlainText(text: string): boolean {
  return /^[ -~–—←→]*$/.test(text);
}

/** Where each value stands first, or last: a search in it takes no longer in a long line. */
class PlacesByValue {
  readonly #places = new Map<Key, number>();
  /** Places of texts that are not told apart by their small letters. */
  readonly #others: number[] = [];
  readonly #line: Line;

  constructor(line: Line, backwards: boolean) {
    this.#line = line;
    const { length } = line;
    for (let step = 0; step < length; step++) {
      const index = backwards ? length - 1 - step : step;
      const value = line.at(index);
      if (value === null || value instanceof CellError) continue;
      if (typeof value === 'string' && !isPlainText(value)) this.#others.push(index);
      else {
        const key = typeof value === 'string' ? value.toLowerCase() : value;
        if (!this.#places.has(key)) this.#places.set(key, index);
      }
    }
  }

  /** The place of the key; undefined where the line itself has to be searched. */
  find(key: Key, backwards: boolean): number | undefined {
    if (typeof key !== 'string') return this.#places.get(key) ?? -1;
    if (!isPlainText(key)) return undefined;
    const place = this.#places.get(key.toLowerCase());
    const other = this.#others.find((index) => isSameText(this.#line.at(index), key));
    if (place === undefined || other === undefined) return place ?? other ?? -1;
    return backwards ? Math.max(place, other) : Math.min(place, other);
  }
}

function isSameText(value: PlainValue, key: string): boolean {
  return (
    typeof value === 'string' &&
    (value === key || (value.length === key.length && compareTexts(value, key) === 0))
  );
}

/** Below this many cells nothing is kept. */
const shortLine = 64;
/** A line is put in order by its values when searches have gone through it this many times. */
const searchesBeforeOrder = 2;

interface Searches {
  /** Cells that searches have looked at so far. */
  looked: number;
  places: PlacesByValue | undefined;
}

/**
 * The first place of exactly this value, or the last; -1 for none. Of texts letter case does not
 * count, and wildcards only where asked for. Of a line of cells that is searched again and again the
 * places of its values are kept.
 */
export function findExact(line: Line, key: Key, wildcards: boolean, backwards = false): number {
  if (wildcards && typeof key === 'string' && hasWildcards(key)) {
    const pattern = wildcardPattern(key);
    return findWhere(line, backwards, (value) => typeof value === 'string' && pattern.test(value));
  }
  if (line.length < shortLine) return findByLooking(line, key, backwards);
  const searches = line.keep<Searches>(`places ${backwards}`, () => ({ looked: 0, places: undefined }));
  const place = searches.places?.find(key, backwards);
  if (place !== undefined) return place;
  const found = findByLooking(line, key, backwards);
  searches.looked += found < 0 ? line.length : backwards ? line.length - found : found + 1;
  if (searches.places === undefined && searches.looked > searchesBeforeOrder * line.length)
    searches.places = new PlacesByValue(line, backwards);
  return found;
}

function findByLooking(line: Line, key: Key, backwards: boolean): number {
  return typeof key === 'string'
    ? findWhere(line, backwards, (value) => isSameText(value, key))
    : findWhere(line, backwards, (value) => value === key);
}

/** The first place, or the last, of the key or else of the nearest value below it, or above it; -1 for none. */
export function findNearest(line: Line, key: Key, side: 'below' | 'above', backwards: boolean): number {
  const sign = side === 'below' ? 1 : -1;
  let found = -1;
  let best: Key | undefined;
  for (let step = 0; step < line.length; step++) {
    const index = backwards ? line.length - 1 - step : step;
    const value = line.at(index);
    if (!isKind(value, key)) continue;
    const order = compareSameKind(value, key);
    if (order === 0) return index;
    if (sign * order > 0) continue;
    if (best === undefined || sign * compareSameKind(value, best) > 0) [found, best] = [index, value];
  }
  return found;
}

type Places = Pick<Line, 'length' | 'at'>;

/**
 * The last place before which, in an ordered line, all values come before the key or are equal to it;
 * -1 for none. Values of another kind are passed over. By halving, as Excel does, so that the answer
 * is the same where the order is not kept.
 */
function findLast(line: Places, key: Key, sign: 1 | -1): number {
  let low = 0;
  let high = line.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // The nearest value of the key's kind at or after the middle; without one, only what is before it is left.
    let place = middle;
    let value = line.at(place);
    while (!isKind(value, key) && place < high) value = line.at(++place);
    if (!isKind(value, key)) {
      high = middle - 1;
      continue;
    }
    if (sign * compareSameKind(value, key) <= 0) {
      found = place;
      low = place + 1;
    } else high = middle - 1;
  }
  return found;
}

/** In ascending order, the last place of a value not above the key; -1 for none. */
export function findAscending(line: Places, key: Key): number {
  return findLast(line, key, 1);
}

/** In descending order, the last place of a value not below the key; -1 for none. */
export function findDescending(line: Places, key: Key): number {
  return findLast(line, key, -1);
}

/**
 * In an ordered line, by halving, the first place of the key, or else of the nearest value on the
 * side asked for; -1 for none.
 */
export function findByHalving(
  line: Line,
  key: Key,
  side: 'below' | 'above' | undefined,
  descending: boolean,
): number {
  const { length } = line;
  const placeOf = (index: number): number => (descending ? length - 1 - index : index);
  const ascending = { length, at: (index: number) => line.at(placeOf(index)) };
  const below = findAscending(ascending, key);
  const nearest = below < 0 ? null : ascending.at(below);
  const equal = isKind(nearest, key) && compareSameKind(nearest, key) === 0;
  let found = below;
  if (!equal) {
    if (side === undefined) return -1;
    if (side === 'above') {
      found = below + 1;
      while (found < length && !isKind(ascending.at(found), key)) found++;
    }
  }
  const value = found < 0 || found >= length ? null : ascending.at(found);
  if (!isKind(value, key)) return -1;
  // Of equal values the first of the line.
  const step = descending ? 1 : -1;
  for (let next = found + step; next >= 0 && next < length; next += step) {
    const other = ascending.at(next);
    if (!isKind(other, key)) continue;
    if (compareSameKind(other, value) !== 0) break;
    found = next;
  }
  return placeOf(found);
}
