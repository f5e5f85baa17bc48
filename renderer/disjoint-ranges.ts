import type { Range } from '../shared/workbook/address.ts';
import { without } from '../shared/workbook/range-parts.ts';

/** The same cells as rectangles of which no two share any, so that each cell counts once. */
export function disjointRanges(ranges: readonly Range[]): Range[] {
  const parts: Range[] = [];
  for (const range of ranges)
    parts.push(...parts.reduce((left, taken) => left.flatMap((part) => without(part, taken)), [range]));
  return parts;
}
