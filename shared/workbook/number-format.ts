import {
  format as formatByCode,
  formatColor,
  isDateFormat as hasDateCode,
  isPercentFormat as hasPercentCode,
  isTextFormat as hasTextCode,
  isValidFormat,
  parseValue,
} from 'numfmt';
import { withReadDigits } from './number-text.ts';
import { readDateTimeText } from './date-text.ts';
import type { Colour } from './look.ts';
import { isCellError, type CellValue } from './document.ts';
import { fractionCode, libraryCode, shownFraction, shownText, type FractionCode } from './format-code.ts';

/** What a cell shows. */
export interface FormattedValue {
  readonly text: string;
  /** True for a number below zero, whatever sign the format shows. */
  readonly negative?: boolean;
  /** The colour the format code asks for. */
  readonly colour?: Colour;
  /** Where in the text a character is repeated until the cell is full, as after `*` in a code. */
  readonly fill?: { readonly at: number; readonly character: string };
  /** True where Excel fills the cell with `#`: no such date or time, or no section for the value. */
  readonly notShowable?: true;
}

interface CompiledFormat {
  /** As the library takes it. */
  readonly code: string;
  readonly valid: boolean;
  readonly coloured: boolean;
  /** True when a section repeats a character. */
  readonly filled: boolean;
  /** True when one section shows elapsed time, such as `[h]:mm`. */
  readonly elapsedTime: boolean;
  readonly date: boolean;
  readonly percent: boolean;
  readonly text: boolean;
  readonly fraction: FractionCode | undefined;
  readonly shown: Map<number, FormattedValue>;
}

const generalCode = 'General';

/** Excel fills the cell with `#` where a date or time cannot be shown. */
const notShowable = '########';
/** What the library gives there: no text that a code could show. */
const overflow = '\u0000';

/** Stands before the character that fills a cell. */
const fillMark = '\uE001';

const settings = {
  locale: 'en-US',
  leap1900: true,
  dateSpanLarge: false,
  dateErrorNumber: false,
  overflow,
} as const;
const filling = { ...settings, fillChar: fillMark } as const;

/** The colours that codes call by name, as Excel shows them. */
const namedColours: Readonly<Record<string, Colour>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#00FF00',
  blue: '#0000FF',
  yellow: '#FFFF00',
  magenta: '#FF00FF',
  cyan: '#00FFFF',
};

/** Results kept for each code: more than a screen shows, and little memory. */
const keptPerFormat = 4096;
const compiled = new Map<string, CompiledFormat>();
/** A workbook has few codes; a program that makes them up must not fill the memory. */
const keptFormats = 256;

function compile(code: string): CompiledFormat {
  const known = compiled.get(code);
  if (known) return known;
  const ours = libraryCode(code);
  const valid = code !== '' && isValidFormat(ours);
  const format: CompiledFormat = {
    code: valid ? ours : generalCode,
    valid,
    coloured: valid && /\[(?:black|white|red|green|blue|yellow|magenta|cyan|color *\d+)\]/i.test(code),
    filled: valid && code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').includes('*'),
    elapsedTime: valid && /\[(?:h+|m+|s+)\]/i.test(code) && !code.includes(';'),
    date: valid && hasDateCode(ours),
    percent: valid && hasPercentCode(ours),
    text: valid && hasTextCode(ours),
    fraction: valid ? fractionCode(code) : undefined,
    shown: new Map(),
  };
  if (compiled.size >= keptFormats) compiled.clear();
  compiled.set(code, format);
  return format;
}

function numberText({ code, fraction, filled }: CompiledFormat, value: number): string {
  const shown = fraction === undefined ? { code, value } : shownFraction(fraction, code, value);
  return formatByCode(shown.code, shown.value, filled ? filling : settings);
}

/** The colour of the section for a value. */
function colourOf(
  { code, coloured }: CompiledFormat,
  value: number | string,
): Pick<FormattedValue, 'colour'> {
  const found = coloured ? formatColor(code, value) : undefined;
  const colour = typeof found === 'string' ? (namedColours[found.toLowerCase()] ?? found.toUpperCase()) : '';
  return colour === '' ? {} : { colour };
}

/** The text without the character that fills a cell, and where that stood. */
function withoutMark(text: string): Pick<FormattedValue, 'text' | 'fill'> {
  const at = text.indexOf(fillMark);
  if (at < 0) return { text };
  const character = text.charAt(at + 1);
  return { text: text.slice(0, at) + text.slice(at + 2), fill: { at, character } };
}

function formatNumber(format: CompiledFormat, value: number): FormattedValue {
  if (!Number.isFinite(value)) return { text: '#NUM!' };
  const negative = value < 0;
  const text = numberText(format, value);
  if (text === overflow) return { text: notShowable, ...(negative && { negative }), notShowable: true };
  return { ...withoutMark(shownText(text)), ...(negative && { negative }), ...colourOf(format, value) };
}

/**
 * What Excel shows for a value under a number format code (ECMA-376 part 1, 18.8.31), in a cell
 * wide enough for it. Without a code, or with one that is not valid, the value is shown as General:
 * at most 11 characters, then with an exponent. Text goes through the code's `@` section; booleans
 * show as TRUE and FALSE, errors as their code and an empty cell as nothing. A date before 1900 or
 * after 9999 shows as `########`, and serial number 60 as 29 February 1900, as in Excel.
 * Never throws.
 */
export function formatValue(value: CellValue, format: string | undefined): FormattedValue {
  if (typeof value === 'number') {
    const code = compile(format ?? generalCode);
    const known = code.shown.get(value);
    if (known) return known;
    const result = formatNumber(code, value);
    if (code.shown.size >= keptPerFormat) code.shown.clear();
    code.shown.set(value, result);
    return result;
  }
  if (value === null) return { text: '' };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (isCellError(value)) return { text: value.error };
  if (format === undefined || format === generalCode) return { text: value };
  const code = compile(format);
  return { text: formatByCode(code.code, value, settings), ...colourOf(code, value) };
}

/** True when the text is a number format code Excel accepts. */
export function isNumberFormat(code: string): boolean {
  return compile(code).valid;
}

/** True for General, which is also the format of a cell that has none. */
export function isGeneral(code: string | undefined): boolean {
  return code === undefined || code === '' || code.toLowerCase() === 'general';
}

/** True when the code shows a date or a time of day. */
export function isDateFormat(code: string): boolean {
  return compile(code).date;
}

/** True when the code shows a percentage. */
export function isPercentFormat(code: string): boolean {
  return compile(code).percent;
}

/** True when the code is that of a text cell (`@`), in which everything typed is text. */
export function isTextFormat(code: string): boolean {
  return compile(code).text;
}

/** True when the code shows elapsed time beyond a day, such as `[h]:mm`. */
export function isElapsedTimeFormat(code: string): boolean {
  return compile(code).elapsedTime;
}

/** Excel reads no more digits of a number than these; zeros stand for the rest. */
const digitsRead = 15;
/** A number without fraction, whatever signs stand around it. */
const decimalPattern =
  /^[ (+$€%-]*(?<digits>[0-9][0-9,]*\.?[0-9]*|\.[0-9]+)(?<exponent>e[+-]?[0-9]+)?[ )€%]*$/i;

/**
 * The number a text stands for inside a formula, as Excel's VALUE reads it in its American setting:
 * `1,234.5`, `12%`, `$5`, `(5)`, `1e3`, `1 1/2`, `7/1/2026`, `1-Jul-2026`, `12:30`. Digits beyond
 * the fifteenth count as 0. Undefined for other texts, the empty text and TRUE among them.
 */
export function readTextNumber(text: string): number | undefined {
  const value = parseValue(text, { locale: settings.locale })?.value ?? rareDateTime(text);
  if (typeof value !== 'number') return undefined;
  // The library counts the zeros before the first digit too, so that 0.333333333333333 loses one.
  return text.length >= digitsRead ? (decimalValue(text, value) ?? value) : value;
}

/** The library reads neither dates after spaces nor times of many hours nor months after their year. */
function rareDateTime(text: string): number | undefined {
  return /^(?: |[0-9]{3})/.test(text) ? readDateTimeText(text) : undefined;
}

/** The number of a plain decimal that was read as this value; undefined for dates, times and fractions. */
function decimalValue(text: string, value: number): number | undefined {
  const parts = decimalPattern.exec(text)?.groups;
  if (!parts) return undefined;
  const digits = withReadDigits((parts['digits'] ?? '').replaceAll(',', ''));
  const exponent = Number((parts['exponent'] ?? 'e0').slice(1)) - (text.includes('%') ? 2 : 0);
  const size = Number(`${digits}e${exponent}`);
  return value < 0 ? -size : size;
}
