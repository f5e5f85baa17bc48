import { isPercentFormat } from '../../shared/workbook/number-format.ts';
import { isCellError, type CellValue } from '../../shared/workbook/document.ts';

/** The sign before a number below zero; as wide as a plus, unlike a hyphen. */
const minus = '\u2212';
/** Between a number and its percent sign, so that the two never part at a line's end. */
const noBreakSpace = '\u00A0';
/** Exactly zero; `0.0` is something small. */
const dash = '\u2013';

/** What stands in place of a figure nobody has given; it is not zero. */
export const notGiven = 'not given';

/** Digits with thousands separated and a true minus; a number that rounds to zero has no sign. */
export function numberText(value: number, decimals: number): string {
  const size = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(size) ? minus + size : size;
}

/** US$ billion with one decimal; a dash for exactly zero. */
export function bnText(value: number): string {
  return value === 0 ? dash : numberText(value, 1);
}

/** A difference, with its sign; a dash for exactly zero. */
export function signedText(value: number, decimals = 1): string {
  if (value === 0) return dash;
  const text = numberText(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A figure with the word that limits it, and no more digits than that leaves it: "over 1,000", not "over 1,000.0". */
export function qualifiedText(qualifier: string, value: number, text: (value: number) => string): string {
  if (qualifier === '' || value === 0) return text(value);
  return `${qualifier} ${Number.isInteger(value) ? text(value).replace(/\.0$/, '') : text(value)}`;
}

/** A share of one, as a percentage with one decimal: 0.267 is "26.7 %". */
export function shareText(share: number): string {
  return `${numberText(share * 100, 1)}${noBreakSpace}%`;
}

/** How many digits a format code shows after the point; one where the code says nothing of it. */
function decimalsOf(format: string | undefined): number {
  const firstSection = format?.split(';')[0];
  if (firstSection === undefined || !/[0#?]/.test(firstSection)) return 1;
  return /\.([0#?]+)/.exec(firstSection)?.[1]?.length ?? 0;
}

/** The scale between a cell's value and the number shown: percentages show a hundred times the value. */
function shownScale(format: string | undefined): number {
  return format !== undefined && isPercentFormat(format) ? 100 : 1;
}

/** The cell's number as a table shows it, with the unit left to the table's unit column. */
export function figureText(value: CellValue, format: string | undefined): string {
  if (value === null) return notGiven;
  if (isCellError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  return value === 0 ? dash : numberText(value * shownScale(format), decimalsOf(format));
}

/** The unit beside such a number: percentages are in percent, whatever the cell's unit is called. */
export function figureUnit(unit: string, format: string | undefined): string {
  return shownScale(format) === 100 ? '%' : unit;
}

/** A signed difference of two such numbers; empty when both read the same. */
export function figureDifferenceText(difference: number, format: string | undefined): string {
  const text = signedText(difference * shownScale(format), decimalsOf(format));
  return /[1-9]/.test(text) ? text : '';
}
