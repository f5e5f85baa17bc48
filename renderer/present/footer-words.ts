import { notGiven, numberText } from '../charts/figure-text.ts';
import type { CellValue } from '../../shared/workbook/document.ts';
import { calendarDay } from '../../shared/workbook/excel-date.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The as-of date, given as an Excel serial number, in words: "As of 1 July 2026". */
export function asOfWords(serial: number | null): string {
  const day = serial === null ? undefined : calendarDay(serial);
  return day ? `As of ${day.day} ${months[day.month - 1]} ${day.year}` : `As-of date ${notGiven}`;
}

/** What the checks say, and whether they hold; null when there are none to ask. */
export function checkWords(
  failed: CellValue,
  count: CellValue,
): { readonly hold: boolean | null; readonly words: string } {
  if (failed === null || count === 0) return { hold: null, words: 'No checks' };
  if (typeof failed !== 'number') return { hold: false, words: 'The checks cannot be calculated' };
  const all = typeof count === 'number' ? numberText(count, 0) : null;
  if (failed === 0) {
    if (all === null) return { hold: true, words: 'All checks hold' };
    return { hold: true, words: count === 1 ? 'The one check holds' : `All ${all} checks hold` };
  }
  const number = numberText(failed, 0);
  const verb = failed === 1 ? 'fails' : 'fail';
  if (all === null) return { hold: false, words: `${number} ${failed === 1 ? 'check' : 'checks'} ${verb}` };
  return { hold: false, words: `${number} of ${all} checks ${verb}` };
}
