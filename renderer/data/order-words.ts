import { columnLetters, type Range } from '../../shared/workbook/address.ts';
import { isDateFormat } from '../../shared/workbook/number-format.ts';
import type { Session } from '../session.ts';
import { displayed } from '../session/displayed.ts';

/** What most of a column holds, as far as sorting and filtering call it by other words. */
export type ColumnKind = 'numbers' | 'dates' | 'texts';

/** Rows that are looked at to find out what a column holds. */
const looksAt = 1000;

/** What most of the values of a column between two rows are. */
export function columnKind(
  session: Session,
  name: string,
  { top, bottom }: Pick<Range, 'top' | 'bottom'>,
  column: number,
): ColumnKind {
  const sheet = session.sheet(name);
  const counts = { numbers: 0, dates: 0, texts: 0 };
  const last = Math.min(bottom, sheet.usedRows - 1, top + looksAt);
  for (let row = top; row <= last; row++) {
    const value = sheet.value(row, column);
    if (typeof value === 'string') counts.texts++;
    if (typeof value !== 'number') continue;
    const format = session.styleOf(sheet.cell(row, column))?.format;
    counts[format !== undefined && isDateFormat(format) ? 'dates' : 'numbers']++;
  }
  if (counts.dates > counts.numbers && counts.dates >= counts.texts) return 'dates';
  return counts.numbers > 0 && counts.numbers >= counts.texts ? 'numbers' : 'texts';
}

/** The words for the two orders of a column, ascending first. */
export const orderWords: Readonly<Record<ColumnKind, readonly [ascending: string, descending: string]>> = {
  numbers: ['Smallest to Largest', 'Largest to Smallest'],
  dates: ['Oldest to Newest', 'Newest to Oldest'],
  texts: ['A to Z', 'Z to A'],
};

/** The heading of a column, or its letters where it has none. */
export function columnWords(
  session: Session,
  sheet: string,
  column: number,
  headingRow: number | undefined,
): string {
  const mirror = session.sheet(sheet);
  const roleAt = (row: number) => session.styleOf(mirror.cell(row, column))?.role;
  // Units stand between the heading and the figures.
  const isUnder = headingRow !== undefined && headingRow > 0 && roleAt(headingRow - 1) === 'header';
  const row = isUnder && roleAt(headingRow) === 'unit' ? headingRow - 1 : headingRow;
  const heading = row === undefined ? null : mirror.value(row, column);
  const text = heading === null ? '' : displayed(heading, undefined).trim();
  return text === '' ? `Column ${columnLetters(column)}` : text;
}
