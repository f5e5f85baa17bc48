import type { Address } from '../../shared/workbook/address.ts';
import { columnLetters } from '../../shared/workbook/address.ts';
import type { CellRole } from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';

/** What a cell is called in the words of its sheet. */
export interface CellWords {
  readonly label: string;
  readonly unit: string;
}

const rowLabelRoles: readonly CellRole[] = ['label', 'total', 'section', 'check'];
const headingRoles: readonly CellRole[] = ['header'];

/** How far up a heading is looked for. */
const headingReach = 400;

/** The words of the row and the column, and the unit, of a cell; a named cell's own words come first. */
export function cellWords(session: Session, { sheet, row, column }: Address): CellWords {
  const named = session.names.find(
    ({ sheet: on, range, label }) =>
      label !== undefined &&
      on === sheet &&
      range.top === row &&
      range.bottom === row &&
      range.left === column &&
      range.right === column,
  );
  if (named) return { label: named.label ?? named.name, unit: named.unit ?? '' };
  const content = session.sheet(sheet).cell(row, column)?.content ?? null;
  if (content === null) return { label: '', unit: '' };
  const heading = above(session, sheet, row, column, headingRoles);
  const rowWords = rowLabel(session, sheet, row, column);
  const label = [rowWords, heading?.text].filter((words) => words !== undefined && words !== '').join(', ');
  const unit = heading && unitBelow(session, sheet, heading.row, row, column);
  return { label, unit: unit || unitInRow(session, sheet, row, column) };
}

function roleAt(session: Session, sheet: string, row: number, column: number): CellRole | undefined {
  return session.styleOf(session.sheet(sheet).cell(row, column))?.role;
}

function textAt(session: Session, sheet: string, row: number, column: number): string {
  const value = session.sheet(sheet).value(row, column);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function rowLabel(session: Session, sheet: string, row: number, column: number): string | undefined {
  for (let at = 0; at < column; at++) {
    const role = roleAt(session, sheet, row, at);
    const text = textAt(session, sheet, row, at);
    if (role && rowLabelRoles.includes(role) && text !== '' && Number.isNaN(Number(text))) return text;
  }
  return undefined;
}

function above(
  session: Session,
  sheet: string,
  row: number,
  column: number,
  roles: readonly CellRole[],
): { row: number; text: string } | undefined {
  for (let at = row - 1; at >= Math.max(0, row - headingReach); at--) {
    const role = roleAt(session, sheet, at, column);
    const text = textAt(session, sheet, at, column);
    if (role && roles.includes(role) && text !== '') return { row: at, text };
    if (role === 'title') return undefined;
  }
  return undefined;
}

function unitBelow(session: Session, sheet: string, headingRow: number, row: number, column: number): string {
  for (let at = headingRow + 1; at < row && at <= headingRow + 2; at++) {
    if (roleAt(session, sheet, at, column) === 'unit') return textAt(session, sheet, at, column);
  }
  return '';
}

function unitInRow(session: Session, sheet: string, row: number, column: number): string {
  const last = session.sheet(sheet).usedColumns;
  for (let at = 0; at < last; at++) {
    if (at !== column && roleAt(session, sheet, row, at) === 'unit') return textAt(session, sheet, row, at);
  }
  return '';
}

/** `C7`, for the name box. */
export function cellAddress({ row, column }: Address): string {
  return `${columnLetters(column)}${row + 1}`;
}
