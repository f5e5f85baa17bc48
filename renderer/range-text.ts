import { quoteSheet, type Range } from '../shared/workbook/address.ts';
import { areaText } from '../shared/workbook/areas.ts';

/** `Deals!A1:B3`, or for whole columns `Deals!A:B`, as the labels of commands name cells. */
export function rangeText(sheet: string, range: Range): string {
  return areaText({ sheet, range });
}

/** `Deals!A1:B3, D1:D3`: the sheet is named once. */
export function rangesText(sheet: string, ranges: readonly Range[]): string {
  const texts = ranges.map((range) => rangeText(sheet, range));
  const named = `${quoteSheet(sheet)}!`.length;
  return texts.map((text, place) => (place === 0 ? text : text.slice(named))).join(', ');
}
