import { columnLetters, quoteSheet, type Range } from '../shared/workbook/address.ts';

/** `Deals!A1:B3`, as labels of commands name cells. */
export function rangeText(sheet: string, { top, left, bottom, right }: Range): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
