import {
  format as formatByCode,
  formatColor,
  isDateFormat as hasDateCode,
  isPercentFormat as hasPercentCode,
  isTextFormat as hasTextCode,
  isValidFormat,
  parseValue,
} from 'numfmt';
import { isCellError, type CellValue } from './document.ts';

/** What a cell shows. */
export interface FormattedValue {
  readonly text: string;
  /** True for a number below zero, whatever sign the format shows. */
  readonly negative?: boolean;
  /** The colour the format code asks for, as CSS: `red`, or `#` and six digits for `[Color 12]`. */
  readonly color?: string;
}

interface CompiledFormat {
  readonly code: string;
  readonly valid: boolean;
  readonly colored: boolean;
  /** True when one section shows elapsed time, such as `[h]:mm`. */
  readonly elapsedTime: boolean;
  readonly date: boolean;
  readonly percent: boolean;
  readonly text: boolean;
  readonly shown: Map<number, FormattedValue>;
}

const generalCode = 'General';

/** Excel fills the cell with `#` where a date or time cannot be shown. */
const notShowable = '########';

const settings = {
  locale: 'en-US',
  leap1900: true,
  dateSpanLarge: false,
  dateErrorNumber: false,
  overflow: notShowable,
} as const;

/** Results kept for each code: more than a screen shows, and little memory. */
const keptPerFormat = 4096;
const compiled = new Map<string, CompiledFormat>();
/** A workbook has few codes; a program that makes them up must not fill the memory. */
const keptFormats = 256;

function compile(code: string): CompiledFormat {
  const known = compiled.get(code);
  if (known) return known;
  const valid = code !== '' && isValidFormat(code);
  const format: CompiledFormat = {
    code: valid ? code : generalCode,
    valid,
    colored: valid && /\[(?:black|white|red|green|blue|yellow|magenta|cyan|color *\d+)\]/i.test(code),
    elapsedTime: valid && /\[(?:h+|m+|s+)\]/i.test(code) && !code.includes(';'),
    date: valid && hasDateCode(code),
    percent: valid && hasPercentCode(code),
    text: valid && hasTextCode(code),
    shown: new Map(),
  };
  if (compiled.size >= keptFormats) compiled.clear();
  compiled.set(code, format);
  return format;
}

function formatNumber(format: CompiledFormat, value: number): FormattedValue {
  if (!Number.isFinite(value)) return { text: '#NUM!' };
  const negative = value < 0;
  const text = negative && format.elapsedTime ? notShowable : formatByCode(format.code, value, settings);
  const color = format.colored ? formatColor(format.code, value) : undefined;
  if (typeof color === 'string') return { text, negative, color };
  return negative ? { text, negative } : { text };
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
  return { text: formatByCode(compile(format).code, value, settings) };
}

/** True when the text is a number format code Excel accepts. */
export function isNumberFormat(code: string): boolean {
  return compile(code).valid;
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

/**
 * The number a text stands for inside a formula, as Excel's VALUE reads it in its American setting:
 * `1,234.5`, `12%`, `$5`, `(5)`, `1e3`, `7/1/2026`, `1-Jul-2026`, `12:30`. Undefined for other
 * texts, the empty text and TRUE among them.
 */
export function readTextNumber(text: string): number | undefined {
  const value = parseValue(text, { locale: settings.locale })?.value;
  return typeof value === 'number' ? value : undefined;
}
