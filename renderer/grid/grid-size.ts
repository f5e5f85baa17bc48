/** Height of the headings of columns, in pixels. */
export const columnHeaderHeight = 22;

/** Empty rows and columns beyond the used part, and the least a sheet shows. */
export const spare = { rows: 60, columns: 8 };
export const least = { rows: 100, columns: 26 };

/** Rows for the grid to count. Nothing is ever written into them, so that they are all the same one. */
export function emptyRows(rows: number, columns: number): null[][] {
  const row = Array.from({ length: columns }, () => null);
  const all: null[][] = [];
  all.length = rows;
  return all.fill(row);
}

/** Room for the number of the last row, in pixels. */
export function rowHeaderWidth(rows: number): number {
  return Math.max(40, 12 + 8 * String(rows).length);
}
