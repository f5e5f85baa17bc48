import { withReadDigits } from '../engine/number-text.ts';
import { calendarDay, dateSerial, daysInMonth } from './excel-date.ts';
import { isFormula, plainText, textContent, type CellContent } from './document.ts';
import { isDateFormat, isElapsedTimeFormat, isPercentFormat, isTextFormat } from './number-format.ts';

/** What a typed text becomes. */
export interface Entry {
  readonly content: CellContent | null;
  /** The number format that Excel would give the cell along with it; unset where the cell's own stays. */
  readonly format?: string;
}

/** Which dates with slashes or points are understood: none but ISO dates, or also day first, or month first. */
export type DateOrder = 'iso' | 'day-month-year' | 'month-day-year';

/** A number and the format it was written in. */
interface ReadNumber {
  readonly value: number;
  readonly format?: string;
}

const secondsPerDay = 86_400;
/** Excel reads times up to 9999 hours. */
const maximumHours = 9999;

/**
 * What Excel makes of a text typed into a cell with this number format.
 * Nothing becomes an empty cell; `=...` a formula, kept as typed, with missing closing brackets
 * added; `+A1` and `-A1` formulas too; an apostrophe holds everything after it as text; numbers may
 * have thousands separators, a dollar sign, brackets for a minus, a percent sign, an exponent or a
 * fraction behind them; ISO dates, ISO months and times become serial numbers; TRUE and FALSE
 * booleans; an error code the formula that gives it. Everything else stays the very text, spaces
 * included.
 * In a percent cell, 12 means 12 % and 0.12 too (Excel's "automatic percent entry"); in a text cell
 * everything is text. Digits beyond the fifteenth count as 0, unless the number is the very one that
 * the cell holds.
 */
export function readEntry(
  text: string,
  current: { readonly format?: string | undefined; readonly content?: CellContent | null } = {},
  dates: DateOrder = 'iso',
): Entry {
  const format = current.format ?? 'General';
  if (text === '') return { content: null };
  if (text.startsWith("'")) return { content: textContent(text.slice(1)) };
  if (isTextFormat(format)) return { content: textContent(text) };
  if (text.startsWith('=') && text.length > 1) return { content: closeBrackets(text) };

  const bare = text.replace(/^ +| +$/g, '');
  const upper = bare.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { content: upper === 'TRUE' };
  if (errorTexts.has(upper)) return { content: `=${upper}` };
  const isPercent = isPercentFormat(format);
  const exact = readNumber(bare, isPercent);
  const number = exact?.value === current.content ? exact : readNumber(withReadDigits(bare), isPercent);
  const read = number ?? readDateTime(bare, dates);
  if (read)
    return read.format !== undefined && isGeneral(format)
      ? { content: read.value, format: read.format }
      : { content: read.value };
  if (isSignedFormula(bare)) return { content: closeBrackets(`=${bare}`) };
  return { content: textContent(text) };
}

/**
 * What the editor shows when a person edits a cell: a formula as it is, a date as an ISO date, a
 * percentage with its sign, text with an apostrophe wherever it would otherwise be read as
 * something else. `readEntry` of it, in the same cell, gives the same content again:
 * opening and closing the editor never changes a figure. The one exception is Excel's own: in a
 * text cell (`@`), a number or formula that is edited becomes text.
 */
export function editText(content: CellContent | null, format: string | undefined): string {
  if (content === null) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'number') return numberText(content, format ?? 'General');
  if (isFormula(content)) return content;
  const text = plainText(content);
  const asTyped = readEntry(text, { format }).content;
  const readsAsItself = typeof asTyped === 'string' && !isFormula(asTyped) && plainText(asTyped) === text;
  return readsAsItself ? text : `'${text}`;
}

const errorTexts: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
]);

function isGeneral(format: string): boolean {
  return format === '' || format.toLowerCase() === 'general';
}

/**
 * Digits with or without thousands separators; a dollar sign, a sign or brackets, an exponent and
 * a percent sign around them. Excel's thousands separators stand before groups of three.
 */
const numberPattern =
  /^(?<open>\()?(?<sign>[+-] *)?(?<dollar>\$ *)?(?<inner>[+-] *)?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)(?<exponent>[eE][+-]?[0-9]+)?(?<percent> *%)?(?<close>\))?$/;

/** A whole number and a fraction behind it, such as `1 1/2`; without the whole number it is a date in Excel. */
const fractionPattern =
  /^(?<sign>[+-] *)?(?<whole>[0-9]+) +(?<numerator>[0-9]+)\/(?<denominator>[1-9][0-9]*)$/;

function readFraction(text: string, percentCell: boolean): ReadNumber | undefined {
  const parts = fractionPattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { sign = '', whole, numerator, denominator = '' } = parts;
  const size = Number(whole) + Number(numerator) / Number(denominator);
  if (!Number.isFinite(size)) return undefined;
  const value = percentCell && size >= 1 ? size / 100 : size;
  return {
    value: sign.startsWith('-') && value !== 0 ? -value : value,
    format: denominator.length === 1 ? '# ?/?' : '# ??/??',
  };
}

function readNumber(text: string, percentCell: boolean): ReadNumber | undefined {
  const parts = numberPattern.exec(text)?.groups;
  if (!parts) return readFraction(text, percentCell);
  const { open, sign, dollar, inner, digits = '', exponent = '', percent, close } = parts;
  const signs = [open, sign, inner].filter((part) => part !== undefined);
  if (
    (open === undefined) !== (close === undefined) ||
    signs.length > 1 ||
    (inner && !dollar) ||
    (dollar && percent)
  )
    return undefined;

  const plain = digits.replaceAll(',', '');
  const asWritten = Number(plain + exponent);
  // Numbers of 1 and above typed into a percent cell are percentages; smaller ones are shares.
  const hundredth = percent !== undefined || (percentCell && !dollar && asWritten >= 1);
  const size = hundredth ? movePoint(plain + exponent, -2) : asWritten;
  if (!Number.isFinite(size)) return undefined;
  const negative = signs.some((part) => part.startsWith('-') || part === '(');
  const value = negative && size !== 0 ? -size : size;

  const decimals = digits.includes('.') ? '.00' : '';
  if (percent !== undefined) return { value, format: exponent ? '0.00%' : `0${decimals}%` };
  if (exponent) return { value, format: '0.00E+00' };
  if (dollar) return { value, format: `$#,##0${decimals}` };
  if (digits.includes(',')) return { value, format: `#,##0${decimals}` };
  return { value };
}

/** The number of a decimal text with its point moved: no rounding but that of reading the decimal. */
function movePoint(decimal: string, places: number): number {
  const [mantissa = '', exponent = '0'] = decimal.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

const isoDatePattern = /^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2}))?$/;
const orderedDatePattern =
  /^(?<first>[0-9]{1,2})(?<separator>[/.-])(?<second>[0-9]{1,2})\k<separator>(?<year>[0-9]{4})$/;
const timePattern =
  /^(?<hours>[0-9]{1,4})(?::(?<minutes>[0-9]{2})(?::(?<seconds>[0-9]{2}(?:\.[0-9]{1,3})?))?)?(?<half> [AaPp][Mm]?)?$/;

function readDateTime(text: string, dates: DateOrder): ReadNumber | undefined {
  const date = readDate(text, dates);
  if (date) return date;
  const time = readTime(text);
  if (time) return time;
  const space = text.indexOf(' ');
  const split = space > 0 ? space : text.indexOf('T');
  if (split <= 0) return undefined;
  const day = readDate(text.slice(0, split), dates);
  const clock = readTime(text.slice(split + 1));
  if (!day || day.format === monthFormat || !clock || clock.value >= 1) return undefined;
  return { value: day.value + clock.value, format: `${dateFormat} ${clock.format}` };
}

const dateFormat = 'yyyy-mm-dd';
const monthFormat = 'yyyy-mm';

function readDate(text: string, dates: DateOrder): ReadNumber | undefined {
  const iso = isoDatePattern.exec(text)?.groups;
  if (iso) {
    const value = serialOfDay(Number(iso['year']), Number(iso['month']), Number(iso['day'] ?? 1));
    return value === undefined
      ? undefined
      : { value, format: iso['day'] === undefined ? monthFormat : dateFormat };
  }
  const ordered = dates === 'iso' ? undefined : orderedDatePattern.exec(text)?.groups;
  if (!ordered) return undefined;
  const [first, second] = [Number(ordered['first']), Number(ordered['second'])];
  const [month, day] = dates === 'month-day-year' ? [first, second] : [second, first];
  const value = serialOfDay(Number(ordered['year']), month, day);
  return value === undefined ? undefined : { value, format: dateFormat };
}

function serialOfDay(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dateSerial(year, month, day);
}

function readTime(text: string): ReadNumber | undefined {
  const parts = timePattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { minutes, seconds, half } = parts;
  if (minutes === undefined && half === undefined) return undefined;
  const hours = Number(parts['hours']);
  if (hours > maximumHours || Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return undefined;
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const afternoon = half?.trim().toUpperCase().startsWith('P') ? 12 : 0;
  const hour = half === undefined ? hours : (hours % 12) + afternoon;
  const value = (hour * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / secondsPerDay;
  if (hour >= 24) return { value, format: '[h]:mm:ss' };
  const clock = seconds === undefined ? 'h:mm' : seconds.includes('.') ? 'h:mm:ss.000' : 'h:mm:ss';
  return { value, format: half === undefined ? clock : `${clock} AM/PM` };
}

function numberText(value: number, format: string): string {
  if (isPercentFormat(format)) return percentText(value);
  if (isDateFormat(format)) {
    const text = dateTimeText(value, format);
    if (text !== undefined && readDateTime(text, 'iso')?.value === value) return text;
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

/** A formula with the closing brackets that are missing at its end, if that makes it balanced. */
function closeBrackets(formula: string): string {
  let open = 0;
  let quote = '';
  for (const character of formula) {
    if (quote) {
      // A doubled quote inside a text closes it and opens it again.
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') open++;
    else if (character === ')' && --open < 0) return formula;
  }
  return quote ? formula : formula + ')'.repeat(open);
}

const operandPattern =
  /^(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[\p{L}_\\][\p{L}\p{N}_.]*(?:\$[0-9]+)?(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?)/u;

/** True for a text such as `-A1*2` or `+SUM(A1:A3)`: a sign before an expression of operands and operators. */
function isSignedFormula(text: string): boolean {
  if (!/^[+-]/.test(text)) return false;
  let rest = text.slice(1);
  let open = 0;
  let needsOperand = true;
  while (rest !== '') {
    let length: number;
    if (needsOperand) {
      const operand = operandPattern.exec(rest)?.[0];
      if (/^[+-]/.test(rest)) length = 1;
      else if (rest.startsWith('(')) {
        open++;
        length = 1;
      } else if (operand) {
        length = operand.length;
        needsOperand = false;
        if (rest.startsWith('(', length)) {
          // A function: what its brackets hold is the engine's to read.
          open++;
          length++;
          needsOperand = !rest.startsWith(')', length);
        }
      } else return false;
    } else if (rest.startsWith(')')) {
      if (--open < 0) return false;
      length = 1;
    } else {
      const operator = /^ *(?:%|(?:<>|<=|>=|[-+*/^&=<>,]) *)/.exec(rest)?.[0];
      if (!operator) return false;
      if (operator.trim() === ',' && open === 0) return false;
      length = operator.length;
      needsOperand = operator.trim() !== '%';
    }
    rest = rest.slice(length);
  }
  return !needsOperand;
}
