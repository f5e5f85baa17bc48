import type { Range } from './address.ts';

/** The smallest range that holds two. */
export function boundingRange(one: Range, other: Range): Range {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** The part of a range that lies in another; null where they share no cell. */
export function sharedRange(one: Range, other: Range): Range | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** What is left of a range without the cells of another, by ranges that share no cell. */
export function without(range: Range, gone: Range): Range[] {
  const shared = sharedRange(range, gone);
  if (!shared) return [range];
  const { top, left, bottom, right } = shared;
  return [
    { ...range, bottom: top - 1 },
    { top, bottom, left: range.left, right: left - 1 },
    { top, bottom, left: right + 1, right: range.right },
    { ...range, top: bottom + 1 },
  ].filter((one) => one.top <= one.bottom && one.left <= one.right);
}

/** The same cells in fewer ranges: two that lie beside each other on a whole edge become one. */
export function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const range of ranges) {
    const index = found.findIndex((one) => makeOne(one, range));
    const other = found[index];
    if (!other) found.push(range);
    else found[index] = boundingRange(other, range);
  }
  return found.length < ranges.length ? joined(found) : found;
}

function makeOne(one: Range, other: Range): boolean {
  return (
    (one.left === other.left &&
      one.right === other.right &&
      other.top <= one.bottom + 1 &&
      one.top <= other.bottom + 1) ||
    (one.top === other.top &&
      one.bottom === other.bottom &&
      other.left <= one.right + 1 &&
      one.left <= other.right + 1)
  );
}

/** How many cells ranges have that share none. */
export function countCells(ranges: readonly Range[]): number {
  return ranges.reduce(
    (count, { top, left, bottom, right }) => count + (bottom - top + 1) * (right - left + 1),
    0,
  );
}

/** The first corner of ranges, from which the formulas of what they carry are seen; it may lie in none of them. */
export function firstCell(ranges: readonly Range[]): { readonly row: number; readonly column: number } {
  return {
    row: Math.min(...ranges.map(({ top }) => top)),
    column: Math.min(...ranges.map(({ left }) => left)),
  };
}

/** What is left of ranges without the cells of another; the same ranges where they share none with it. */
export function withoutAll(ranges: readonly Range[], gone: Range): readonly Range[] {
  return ranges.some((range) => sharedRange(range, gone))
    ? ranges.flatMap((range) => without(range, gone))
    : ranges;
}

/** The same cells as ranges of which no two share any, so that each cell counts once. */
export function disjointRanges(ranges: readonly Range[]): Range[] {
  const parts: Range[] = [];
  for (const range of ranges)
    parts.push(...parts.reduce((left, taken) => left.flatMap((part) => without(part, taken)), [range]));
  return parts;
}
