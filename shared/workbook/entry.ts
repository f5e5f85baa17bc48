import { withReadDigits } from './number-text.ts';
import { isFormula, isNamedError, plainText, textContent, type CellContent } from './document.ts';
import { readDateTime } from './entry-date.ts';
import { closeBrackets, inCapitals, isSignedFormula } from './entry-formula.ts';
import type { EntryLocale } from './entry-locale.ts';
import { movePoint, readNumber } from './entry-number.ts';
import { calendarDay } from './excel-date.ts';
import {
  formatValue,
  isDateFormat,
  isElapsedTimeFormat,
  isGeneral,
  isPercentFormat,
  isTextFormat,
} from './number-format.ts';

/** What a typed text becomes. */
export interface Entry {
  readonly content: CellContent | null;
  /** The number format that Excel would give the cell along with it; unset where the cell's own stays. */
  readonly format?: string;
}

const secondsPerDay = 86_400;

/**
 * What Excel makes of a text typed into a cell with this number format.
 * Nothing becomes an empty cell; `=...` a formula, with functions and references in capitals and missing
 * closing brackets added; `+A1`, `-A1` and `@SUM(A1)` formulas too; an apostrophe holds everything after it as text; numbers may
 * have thousands separators, a dollar or euro sign, brackets or a true minus sign, a percent sign, an
 * exponent or a fraction behind them; ISO dates, ISO months and times become serial numbers, and so
 * do, where a locale is given, the dates of its people; TRUE and FALSE booleans; an error code the
 * formula that gives it. Everything else stays the very text, spaces included.
 * In a cell that shows 0 as a dash, this dash is 0.
 * In a percent cell, 12 means 12 % and 0.12 too (Excel's "automatic percent entry"); in a text cell
 * everything is text. Digits beyond the fifteenth count as 0, unless the number is the very one that
 * the cell holds.
 */
export function readEntry(
  text: string,
  current: { readonly format?: string | undefined; readonly content?: CellContent | null } = {},
  locale?: EntryLocale,
): Entry {
  const format = current.format ?? 'General';
  if (text === '') return { content: null };
  if (text.startsWith("'")) return { content: textContent(text.slice(1)) };
  if (isTextFormat(format)) return { content: textContent(text) };
  if (text.startsWith('=') && text.length > 1) return { content: formulaEntry(text, current.content) };

  const bare = text.replace(/^ +| +$/g, '');
  const upper = bare.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { content: upper === 'TRUE' };
  if (isNamedError(upper)) return { content: `=${upper}` };
  if (isDashForZero(bare, format)) return { content: 0 };
  const isPercent = isPercentFormat(format);
  const figures = bare.replaceAll(trueMinus, '-');
  const exact = readNumber(figures, isPercent);
  const number = exact?.value === current.content ? exact : readNumber(withReadDigits(figures), isPercent);
  const read = number ?? readDateTime(bare, locale);
  if (read)
    return read.format !== undefined && isGeneral(format)
      ? { content: read.value, format: read.format }
      : { content: read.value };
  if (isSignedFormula(bare)) return { content: formulaEntry(`=${bare}`) };
  // Lotus began its functions so, and Excel reads them still.
  if (/^@[\p{L}_][\p{L}\p{N}_.]*\(/u.test(bare)) return { content: formulaEntry(`=${bare.slice(1)}`) };
  return { content: textContent(text) };
}

/** A formula as it is kept; one that the cell holds already stays as it is. */
function formulaEntry(text: string, current?: CellContent | null): CellContent {
  return text === current ? text : inCapitals(closeBrackets(text));
}

/**
 * What the editor shows when a person edits a cell: a formula as it is, a date as an ISO date, a
 * percentage with its sign, text with an apostrophe wherever it would otherwise be read as
 * something else. `readEntry` of it, in the same cell and locale, gives the same content again:
 * opening and closing the editor never changes a figure. The one exception is Excel's own: in a
 * text cell (`@`), a number or formula that is edited becomes text.
 */
export function editText(
  content: CellContent | null,
  format: string | undefined,
  locale?: EntryLocale,
): string {
  if (content === null) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'number') return numberText(content, format ?? 'General');
  if (isFormula(content)) return content;
  const text = plainText(content);
  const asTyped = readEntry(text, { format }, locale).content;
  const readsAsItself = typeof asTyped === 'string' && !isFormula(asTyped) && plainText(asTyped) === text;
  return readsAsItself ? text : `'${text}`;
}

/** The minus sign that the screen shows, U+2212. */
const trueMinus = '\u2212';

function isDashForZero(text: string, format: string): boolean {
  return /^[-\u2212\u2013\u2014]$/.test(text) && formatValue(0, format).text.trim() === text;
}

function numberText(value: number, format: string): string {
  if (isPercentFormat(format)) return percentText(value);
  if (isDateFormat(format)) {
    const text = dateTimeText(value, format);
    if (text !== undefined && readDateTime(text, undefined)?.value === value) return text;
  }
  return plainNumberText(value);
}

/** The shortest decimal that reads as the very number, the exponent as Excel writes it. */
function plainNumberText(value: number): string {
  const [mantissa = '', exponent] = String(value === 0 ? 0 : value).split('e');
  if (exponent === undefined) return mantissa;
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(2, '0')}`;
}

function percentText(value: number): string {
  const hundredfold = movePoint(String(value), 2);
  if (Number.isFinite(hundredfold)) {
    const text = `${plainNumberText(hundredfold)}%`;
    if (readNumber(text, true)?.value === value) return text;
  }
  // Seventeen digits moved by two places can be another number: move the point in the text instead.
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return `${mantissa}E${Number(exponent) + 2}%`;
}

function dateTimeText(value: number, format: string): string | undefined {
  if (value < 0) return undefined;
  const day = calendarDay(value);
  if (!day) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  if (Number.isInteger(value) && value > 0 && !isElapsedTimeFormat(format)) return date;
  const hasDay = value >= 1 && !isElapsedTimeFormat(format);
  const milliseconds = Math.round((hasDay ? value - Math.floor(value) : value) * secondsPerDay * 1000);
  const seconds = Math.floor(milliseconds / 1000);
  const thousandths = milliseconds % 1000 === 0 ? '' : `.${String(milliseconds % 1000).padStart(3, '0')}`;
  const time = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${thousandths}`;
  return hasDay ? `${date} ${time}` : time;
}
