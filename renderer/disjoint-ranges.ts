import { overlap, type Range } from '../shared/workbook/address.ts';

/** The same cells as rectangles of which no two share any, so that each cell counts once. */
export function disjointRanges(ranges: readonly Range[]): Range[] {
  const parts: Range[] = [];
  for (const range of ranges)
    parts.push(...parts.reduce((left, taken) => left.flatMap((part) => without(part, taken)), [range]));
  return parts;
}

/** What is left of a rectangle when another is cut out of it: above, below, left and right of it. */
function without(range: Range, cut: Range): Range[] {
  if (!overlap(range, cut)) return [range];
  const { top, left, bottom, right } = range;
  const middle = { top: Math.max(top, cut.top), bottom: Math.min(bottom, cut.bottom) };
  return [
    { ...range, bottom: cut.top - 1 },
    { ...range, top: cut.bottom + 1 },
    { ...middle, left, right: cut.left - 1 },
    { ...middle, left: cut.right + 1, right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}
