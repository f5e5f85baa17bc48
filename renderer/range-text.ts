import { columnLetters, quoteSheet, type Range } from '../shared/workbook/address.ts';

/** `Deals!A1:B3`, as labels of commands name cells. */
export function rangeText(sheet: string, { top, left, bottom, right }: Range): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** `Deals!A1:B3, D1:D3`: the sheet is named once. */
export function rangesText(sheet: string, ranges: readonly Range[]): string {
  const texts = ranges.map((range) => rangeText(sheet, range));
  const named = `${quoteSheet(sheet)}!`.length;
  return texts.map((text, place) => (place === 0 ? text : text.slice(named))).join(', ');
}
