import { CellError } from 'hyperformula';
import { compareTexts, type PlainValue } from './excel-values.ts';
import { hasWildcards, wildcardPattern } from './wildcards.ts';

/** A row or column of values that is searched, counted from 0. */
export interface Line {
  readonly length: number;
  at(index: number): PlainValue;
}

/** What is looked for: an empty cell counts as 0, and an error is not looked for. */
export type Key = number | string | boolean;

function compareSameKind(value: Key, key: Key): number {
  if (typeof value === 'string') return compareTexts(value, String(key));
  return Number(value) - Number(key);
}

function isKind(value: PlainValue, key: Key): value is Key {
  return typeof value === typeof key && !(value instanceof CellError);
}

/** The first place of exactly this value, texts without regard to case and with wildcards; -1 for none. */
export function findExact(line: Line, key: Key, wildcards: boolean): number {
  const { length } = line;
  if (typeof key !== 'string') {
    for (let index = 0; index < length; index++) if (line.at(index) === key) return index;
    return -1;
  }
  const pattern = wildcards && hasWildcards(key) ? wildcardPattern(key) : undefined;
  for (let index = 0; index < length; index++) {
    const value = line.at(index);
    if (typeof value !== 'string') continue;
    if (
      pattern
        ? pattern.test(value)
        : value === key || (value.length === key.length && compareTexts(value, key) === 0)
    )
      return index;
  }
  return -1;
}

/**
 * In ascending order, the last place of a value not above the key; -1 for none. Values of another
 * kind are passed over. By halving, as Excel does, so that the answer is the same where the order
 * is not kept.
 */
export function findAscending(line: Line, key: Key): number {
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
    if (compareSameKind(value, key) <= 0) {
      found = place;
      low = place + 1;
    } else high = middle - 1;
  }
  return found;
}

/** In descending order, the last place of a value not below the key, or the first equal one; -1 for none. */
export function findDescending(line: Line, key: Key): number {
  let found = -1;
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (!isKind(value, key)) continue;
    const order = compareSameKind(value, key);
    if (order < 0) break;
    found = index;
    if (order === 0) break;
  }
  return found;
}
