import type { CellValue } from '../../shared/workbook/document.ts';
import { formatValue, isDateFormat, isPercentFormat } from '../../shared/workbook/number-format.ts';
import { sameValue } from './same-value.ts';

/** The text of a value as the screen shows it: by its number format, with a true minus. */
export function displayed(value: CellValue, format: string | undefined): string {
  const { text } = formatValue(value, format);
  return typeof value === 'number' && value < 0 ? text.replace('-', '−') : text;
}

/**
 * The difference of two values as the screen shows it, always signed: by the figure's own number
 * format, shares in points. Where one of them is no number, such as an error, that it changed is
 * all there is to say. Null when there is no difference to speak of.
 */
export function displayedDifference(
  now: CellValue,
  before: CellValue,
  format: string | undefined,
): string | null {
  if (typeof now !== 'number' || typeof before !== 'number') return sameValue(now, before) ? null : 'changed';
  const difference = now - before;
  const percent = format !== undefined && isPercentFormat(format);
  const size = Math.abs(difference);
  const text =
    format !== undefined && isDateFormat(format) ? String(Math.round(size)) : formatValue(size, format).text;
  if (!/[1-9]/.test(text)) return null;
  const sign = difference < 0 ? '−' : '+';
  return percent ? `${sign}${text.replace(/\s*%/, '')} pt` : `${sign}${text}`;
}
