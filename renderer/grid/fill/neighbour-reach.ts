import type { Range } from '../../../shared/workbook/address.ts';

/**
 * The cells below a range that a double click on its fill handle fills: as far down as the column
 * beside it, the one at the left before the one at the right, goes on without a gap. Null where
 * neither does.
 */
export function reachBelow(range: Range, isFilled: (row: number, column: number) => boolean): Range | null {
  for (const column of [range.left - 1, range.right + 1]) {
    if (column < 0) continue;
    let last = range.bottom;
    while (isFilled(last + 1, column)) last++;
    if (last > range.bottom) return { ...range, top: range.bottom + 1, bottom: last };
  }
  return null;
}
