import { areaText as rangeText, quoteSheet, type Range } from '../shared/workbook/address.ts';

export { rangeText };

/** `Deals!A1:B3, D1:D3`: the sheet is named once. */
export function rangesText(sheet: string, ranges: readonly Range[]): string {
  const texts = ranges.map((range) => rangeText(sheet, range));
  const named = `${quoteSheet(sheet)}!`.length;
  return texts.map((text, place) => (place === 0 ? text : text.slice(named))).join(', ');
}
