import type { Range } from '../../shared/workbook/address.ts';

/** The number of rows and columns that a grid has. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Whether whole rows or whole columns are chosen; null for cells, and for the whole sheet. */
export function wholeLines(range: Range, { rows, columns }: Extent): 'rows' | 'columns' | null {
  const across = range.left === 0 && range.right >= columns - 1;
  const along = range.top === 0 && range.bottom >= rows - 1;
  if (across === along) return null;
  return across ? 'rows' : 'columns';
}
