import { maximumColumns, maximumRows, type Range } from '../../shared/workbook/address.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';

/** The number of rows and columns that a grid has. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Whether a range holds all of its rows, or all of its columns. */
export function isWholeAlong(range: Range, axis: Axis, { rows, columns }: Extent): boolean {
  return axis === 'rows'
    ? range.left === 0 && range.right >= columns - 1
    : range.top === 0 && range.bottom >= rows - 1;
}

/** Whether whole rows or whole columns are chosen; null for cells, and for the whole sheet. */
export function wholeLines(range: Range, extent: Extent): 'rows' | 'columns' | null {
  const across = isWholeAlong(range, 'rows', extent);
  const along = isWholeAlong(range, 'columns', extent);
  if (across === along) return null;
  return across ? 'rows' : 'columns';
}

/** A range with whole rows and columns up to the end of the sheet, where the grid shows only some of them. */
export function withWholeLines(range: Range, extent: Extent | undefined): Range {
  if (!extent) return range;
  return {
    ...range,
    bottom: isWholeAlong(range, 'columns', extent) ? maximumRows - 1 : range.bottom,
    right: isWholeAlong(range, 'rows', extent) ? maximumColumns - 1 : range.right,
  };
}
