import {
  errorCodes,
  isCellError,
  isFormula,
  maximumTextLength,
  textContent,
  type CellContent,
  type CellValue,
  type ErrorCode,
} from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import type { DateOrder, EntryLocale } from '../../shared/workbook/entry-locale.ts';
import { formulaFault } from '../../shared/workbook/formula-fault.ts';
import { isDateFormat, isNumberFormat, isTextFormat } from '../../shared/workbook/number-format.ts';
import type { HtmlLook } from './html-look.ts';
import type { HtmlStyles } from './html-styles.ts';
import { contentOfValue, valueOfContent } from './value-content.ts';

/** The attributes in which Excel (`x:`) and LibreOffice (`sd`) say what a cell holds. */
export const cellAttributes = ['x:num', 'x:str', 'x:bool', 'x:err', 'x:fmla', 'sdval', 'sdnum'] as const;

/** A cell of a table as it is written in HTML. */
export interface HtmlCell {
  /** The text that is displayed, with its line breaks. */
  readonly text: string;
  readonly attributes: Readonly<Partial<Record<(typeof cellAttributes)[number], string>>>;
  /** The number format of its style, as a code or by the name that Excel gives it. */
  readonly format: string | undefined;
  readonly look: HtmlLook;
}

/** How the table that a cell is in was written. */
export interface HtmlOrigin {
  readonly styles: HtmlStyles;
  /** True where every number is marked as one, so that a bare figure is a text. */
  readonly marksNumbers: boolean;
  readonly locale: EntryLocale | undefined;
}

/** What a cell of a spreadsheet held. */
export interface ReadCell {
  readonly content: CellContent | null;
  readonly value: CellValue;
  readonly format: string | undefined;
}

/** The longest number format. */
const longestFormat = 255;

/** Reads a cell of a table that a spreadsheet has written. */
export function readHtmlCell(cell: HtmlCell, origin: HtmlOrigin): ReadCell {
  const format = formatOf(cell, origin.locale);
  const marked = markedValue(cell);
  const shown = marked === undefined ? shownCell(cell.text, format, origin) : undefined;
  const value = marked ?? shown?.value ?? null;
  const formula = cell.attributes['x:fmla'];
  const content = isTaken(formula) ? formula : contentOfValue(value);
  return { content, value, format: format ?? shown?.format ?? dateFormat(cell.text, value, origin.locale) };
}

/** Formulas that could not be calculated here come as the values they had. */
function isTaken(formula: string | undefined): formula is string {
  return isFormula(formula) && formula.length <= maximumTextLength && formulaFault(formula, '') === null;
}

/** The value that the attributes give; undefined where they give none. */
function markedValue({ text, attributes }: HtmlCell): CellValue | undefined {
  const { 'x:num': number, 'x:str': string, 'x:bool': bool, 'x:err': error, sdval, sdnum } = attributes;
  if (error !== undefined && isErrorCode(error)) return { error };
  if (bool !== undefined) return /^(?:true|1)$/i.test(bool);
  if (string !== undefined) return (string || text).slice(0, maximumTextLength);
  const marked = numberOf(number) ?? numberOf(sdval);
  if (marked === undefined) return undefined;
  // LibreOffice marks an error with 0 and its text.
  if (marked === 0 && sdval !== undefined && /^(?:#|Err:)/.test(text))
    return { error: isErrorCode(text) ? text : '#VALUE!' };
  return sdnum?.endsWith(';BOOLEAN') ? marked !== 0 : marked;
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function isErrorCode(text: string): text is ErrorCode {
  return errorCodes.some((code) => code === text);
}

/** What a displayed text stands for, in a cell of this format. */
function shownCell(
  text: string,
  format: string | undefined,
  { styles, marksNumbers, locale }: HtmlOrigin,
): { readonly value: CellValue; readonly format: string | undefined } {
  const taken = text.slice(0, maximumTextLength);
  if (taken === '') return { value: null, format: undefined };
  const isText = marksNumbers || (format !== undefined && isTextFormat(format));
  const order = format === undefined ? undefined : dateOrder(format);
  const read = isText
    ? { content: textContent(taken) }
    : readEntry(
        plainFigures(taken.replaceAll('\u00A0', ' '), styles),
        dashFormat(format),
        locale && order ? { ...locale, order } : locale,
      );
  const { content } = read;
  if (isFormula(content)) {
    // A formula shows its value, so that only an error is more than a text.
    const code = content.slice(1);
    return { value: isErrorCode(code) ? { error: code } : taken, format: undefined };
  }
  const value = typeof content === 'string' ? taken : valueOfContent(content);
  return { value, format: typeof value === 'number' && 'format' in read ? read.format : undefined };
}

/** A format matters to the reading of a text only where it shows 0 as a dash: a percentage has its sign. */
function dashFormat(format: string | undefined): { readonly format?: string } {
  return format === undefined || format.includes('%') ? {} : { format };
}

/** A number as it is written here, where its signs are others. */
function plainFigures(text: string, { decimal, thousands }: HtmlStyles): string {
  if (decimal === '.' || !/^[^\p{L}]*[0-9][^\p{L}]*$/u.test(text)) return text;
  const plain = text.split(thousands).join('').split(decimal).join('.');
  return /^[-+(]*\s*[^\d.]?\s*\d*\.?\d+\s*[%)€$]*$/.test(plain.trim()) ? plain : text;
}

/** Which part of a date a format shows first; undefined for formats that show no date. */
function dateOrder(format: string): DateOrder | undefined {
  const letters = format.toLowerCase().replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  const [first] = /[dmy]/.exec(letters) ?? [];
  if (first === undefined || !isDateFormat(format)) return undefined;
  return first === 'd' ? 'day-month-year' : first === 'm' ? 'month-day-year' : 'year-month-day';
}

/** The formats that Excel writes by name. */
const namedFormats: Readonly<Record<string, string>> = {
  text: '@',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
  'long date': 'd mmmm yyyy',
  'medium date': 'd-mmm-yy',
  'short time': 'h:mm',
  'medium time': 'h:mm AM/PM',
  'long time': 'h:mm:ss AM/PM',
};

function formatOf({ format, attributes }: HtmlCell, locale: EntryLocale | undefined): string | undefined {
  const code = format ?? libreOfficeFormat(attributes.sdnum);
  if (code === undefined || code === '' || /^general\b|^boolean$/i.test(code)) return undefined;
  const day = locale?.dateFormat ?? 'yyyy-mm-dd';
  const name = code.toLowerCase();
  if (name === 'short date') return day;
  if (name === 'general date') return `${day} h:mm`;
  const known = namedFormats[name] ?? code;
  return known.length <= longestFormat && isNumberFormat(known) ? known : undefined;
}

/** The code in `1033;0;#,##0.00`; undefined where it is written in another language than English. */
function libreOfficeFormat(sdnum: string | undefined): string | undefined {
  const [, own = '', of = '', code] = /^(\d*);(\d*);(.*)$/s.exec(sdnum ?? '') ?? [];
  const language = Number(Number(of) === 0 ? own : of) & 0x3ff;
  return language === 9 ? code : undefined;
}

/** The format of a date whose own could not be read. */
function dateFormat(text: string, value: CellValue, locale: EntryLocale | undefined): string | undefined {
  if (typeof value !== 'number' || isCellError(value)) return undefined;
  const { content, format } = readEntry(text, {}, locale);
  const isThisDay = typeof content === 'number' && Math.abs(content - value) < 1;
  return isThisDay && format !== undefined && isDateFormat(format) ? format : undefined;
}
