import type { Range } from '../../shared/workbook/address.ts';
import type { CellRole } from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';

/** The cells around one that belong together, as Excel sees it: up to the next empty row and column on each side. */
export function regionAround({ row, column }: CellPosition, sheet: SheetMirror): Range {
  let [top, left, bottom, right] = [row, column, row, column];
  const { usedRows, usedColumns } = sheet;
  const isRowFilled = (at: number) => {
    for (let each = Math.max(0, left - 1); each <= right + 1; each++)
      if (sheet.isFilled(at, each)) return true;
    return false;
  };
  const isColumnFilled = (at: number) => {
    for (let each = Math.max(0, top - 1); each <= bottom + 1; each++)
      if (sheet.isFilled(each, at)) return true;
    return false;
  };
  for (let grows = true; grows;) {
    grows = false;
    while (bottom + 1 < usedRows && isRowFilled(bottom + 1)) [bottom, grows] = [bottom + 1, true];
    while (top > 0 && isRowFilled(top - 1)) [top, grows] = [top - 1, true];
    while (right + 1 < usedColumns && isColumnFilled(right + 1)) [right, grows] = [right + 1, true];
    while (left > 0 && isColumnFilled(left - 1)) [left, grows] = [left - 1, true];
  }
  return { top, left, bottom, right };
}

/** True when the range holds nothing. */
export function isEmptyRange({ top, left, bottom, right }: Range, sheet: SheetMirror): boolean {
  for (let row = top; row <= Math.min(bottom, sheet.usedRows - 1); row++)
    for (let column = left; column <= Math.min(right, sheet.usedColumns - 1); column++)
      if (sheet.isFilled(row, column)) return false;
  return true;
}

const headingRoles: ReadonlySet<CellRole> = new Set(['title', 'subtitle', 'section', 'header', 'unit']);

/**
 * The table around a cell: the cells that belong together, from the last of the rows above the cell
 * that hold titles, headings and units.
 */
export function tableAround(cell: CellPosition, session: Session, name: string): Range {
  const sheet = session.sheet(name);
  const region = regionAround(cell, sheet);
  const isHeading = (row: number): boolean => {
    let isFilled = false;
    for (let column = region.left; column <= region.right; column++) {
      if (!sheet.isFilled(row, column)) continue;
      const role = session.styleOf(sheet.cell(row, column))?.role;
      if (role === undefined || !headingRoles.has(role)) return false;
      isFilled = true;
    }
    return isFilled;
  };
  let { top } = region;
  while (top < cell.row && isHeading(top) && isHeading(top + 1)) top++;
  return { ...region, top };
}

/**
 * Whether the first row of a range seems to hold headings: all of its cells are texts or empty, and one
 * of them stands over a value of another kind or looks otherwise than the cell below.
 */
export function seemsToHaveHeader(
  { top, left, bottom, right }: Range,
  session: Session,
  name: string,
): boolean {
  if (bottom <= top) return false;
  const sheet = session.sheet(name);
  let isHeading = false;
  for (let column = left; column <= right; column++) {
    const [first, second] = [sheet.value(top, column), sheet.value(top + 1, column)];
    if (first === null) continue;
    if (typeof first !== 'string') return false;
    const [look, below] = [sheet.cell(top, column), sheet.cell(top + 1, column)].map((cell) =>
      session.styleOf(cell),
    );
    const looksApart =
      (look?.strong ?? false) !== (below?.strong ?? false) ||
      (headingRoles.has(look?.role ?? 'label') && look?.role !== below?.role);
    if (looksApart || (second !== null && typeof second !== 'string')) isHeading = true;
  }
  return isHeading;
}
