import type { Range } from '../../shared/workbook/address.ts';

/**
 * What a fill of the chosen cells copies from and into: the first row or column of the range goes
 * into the rest; a single one takes what stands above it, or at its left. Null at the sheet's edge.
 */
export function fillRanges(
  range: Range,
  direction: 'down' | 'right',
): { readonly source: Range; readonly target: Range } | null {
  const { top, left, bottom, right } = range;
  if (direction === 'down') {
    if (bottom > top) return { source: { ...range, bottom: top }, target: { ...range, top: top + 1 } };
    return top === 0 ? null : { source: { ...range, top: top - 1, bottom: top - 1 }, target: range };
  }
  if (right > left) return { source: { ...range, right: left }, target: { ...range, left: left + 1 } };
  return left === 0 ? null : { source: { ...range, left: left - 1, right: left - 1 }, target: range };
}
