import { onScreen } from './cell-metrics.ts';

/** Height of the headings of columns in pixels of the screen, at a zoom in percent. */
export function columnHeaderHeight(zoom: number): number {
  return onScreen(22, zoom / 100);
}

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

/** Room for the number of the last row in pixels of the screen, at a zoom in percent. */
export function rowHeaderWidth(rows: number, zoom: number): number {
  return onScreen(Math.max(40, 12 + 8 * String(rows).length), zoom / 100);
}
