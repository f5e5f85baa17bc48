import type { Range } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';

/**
 * The cells around one as far as empty rows and columns or the edge of the sheet, as Excel's current
 * region: every cell that touches the region belongs to it, also by a corner. The cell alone where
 * nothing stands beside it. `used` is how many rows and columns hold anything.
 */
export function currentRegion(
  { row, column }: CellPosition,
  used: { readonly rows: number; readonly columns: number },
  isFilled: (row: number, column: number) => boolean,
): Range {
  let region: Range = { top: row, left: column, bottom: row, right: column };
  const inRow = (at: number, { left, right }: Range) => {
    for (let place = Math.max(0, left); place <= Math.min(right, used.columns - 1); place++)
      if (isFilled(at, place)) return true;
    return false;
  };
  const inColumn = (at: number, { top, bottom }: Range) => {
    for (let place = Math.max(0, top); place <= Math.min(bottom, used.rows - 1); place++)
      if (isFilled(place, at)) return true;
    return false;
  };
  for (let grows = true; grows;) {
    grows = false;
    const { top, left, bottom, right } = region;
    const around = { top: top - 1, left: left - 1, bottom: bottom + 1, right: right + 1 };
    const next = {
      top: top > 0 && inRow(top - 1, around) ? top - 1 : top,
      bottom: bottom + 1 < used.rows && inRow(bottom + 1, around) ? bottom + 1 : bottom,
      left: left > 0 && inColumn(left - 1, around) ? left - 1 : left,
      right: right + 1 < used.columns && inColumn(right + 1, around) ? right + 1 : right,
    };
    grows = next.top < top || next.bottom > bottom || next.left < left || next.right > right;
    region = next;
  }
  return region;
}
