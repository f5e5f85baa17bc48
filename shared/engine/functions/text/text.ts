import { CellError, SimpleRangeValue } from 'hyperformula';
import { formatValue, isNumberFormat, readTextNumber } from '../../../workbook/number-format.ts';
import { errorCode } from '../../error-codes.ts';
import {
  any,
  boolean,
  excelFunctions,
  noError,
  number,
  optional,
  range,
  scalar,
  text,
} from '../excel-function.ts';
import { plainValue, toNumber, toText, withinLimit, wrongValue, type PlainValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { cellsOf, textsOf } from '../ranges.ts';
import { roundToPlaces } from '../math/rounding.ts';

/** TEXT: the value as a cell with this number format shows it. Numbers in texts count as numbers. */
function formatted(value: EngineScalar, format: string): EngineValue {
  const plain = plainValue(value);
  const shown = typeof plain === 'string' ? (readTextNumber(plain) ?? plain) : (plain ?? 0);
  if (shown instanceof CellError) return shown;
  // No format at all shows no number, and text as it is.
  if (format === '') return typeof shown === 'number' ? '' : toText(shown);
  if (!isNumberFormat(format)) return wrongValue('format_text must be a number format');
  const { text: result, notShowable } = formatValue(shown, format);
  return notShowable ? wrongValue('format_text has no way to show value') : result;
}

/** VALUE: a number stays; a text is read as a person would type it; booleans are refused. */
function valueOf(value: EngineScalar): EngineValue {
  const plain = plainValue(value);
  if (plain === null) return 0;
  if (typeof plain === 'string')
    return readTextNumber(plain) ?? wrongValue('text must be a number, a date or a time');
  return typeof plain === 'boolean' ? wrongValue('text must not be TRUE or FALSE') : plain;
}

/** A number as NUMBERVALUE takes it, its separators a point and nothing, without percent signs. */
const decimalPattern = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i;

/** NUMBERVALUE: spaces do not count, every percent sign at the end divides by 100; nothing is 0. */
function numberValue(source: string, decimalSeparator: string, groupSeparator: string): EngineValue {
  const [decimal, group] = [decimalSeparator.charAt(0), groupSeparator.charAt(0)];
  if (decimal === '' || decimal === group) return wrongValue('decimal_separator must be of its own');
  const dense = source.replaceAll(' ', '');
  if (dense === '') return 0;
  const bare = dense.replace(/%+$/, '');
  const [whole = '', fraction, ...others] = bare.split(decimal);
  if (others.length > 0) return wrongValue('text must have one decimal separator at most');
  if (group !== '' && fraction?.includes(group))
    return wrongValue('text must have no group separator behind the decimal separator');
  const grouped = group === '' ? whole : whole.replaceAll(group, '');
  const plain = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (!decimalPattern.test(plain)) return wrongValue('text must be a number with these separators');
  const [digits = '', exponent = '0'] = plain.toLowerCase().split('e');
  const scaled = `${digits}e${Number(exponent) - 2 * (dense.length - bare.length)}`;
  return readTextNumber(scaled) ?? wrongValue('text must be a number that is not too large');
}

/** A value as a formula would have it, text in quotes. */
function inFormula(value: PlainValue): string {
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : asShown(value);
}

/** A value as its cell shows it; numbers with 15 digits. */
function asShown(value: PlainValue): string {
  const shown = toText(value);
  return shown instanceof CellError ? errorCode(shown) : shown;
}

/** The writing of values that a format asks for: 0 as shown, 1 as in a formula. */
function writingOf(format: number): ((value: PlainValue) => string) | CellError {
  const whole = Math.trunc(format);
  if (whole !== 0 && whole !== 1) return wrongValue('format must be 0 or 1');
  return whole === 0 ? asShown : inFormula;
}

function valueToText(value: EngineScalar, format: number): EngineValue {
  const write = writingOf(format);
  return write instanceof CellError ? write : withinLimit(write(plainValue(value)));
}

/** ARRAYTOTEXT: a list of the values, or the array as a formula would have it. Errors are values like others. */
function arrayToText({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [source, formatArgument] = args;
  if (source === undefined || args.length > 2) return wrongValue('array must be given');
  const format = formatArgument === undefined ? 0 : firstNumber(evaluate(formatArgument));
  if (format instanceof CellError) return format;
  const write = writingOf(format);
  if (write instanceof CellError) return write;
  const value = evaluate(source);
  const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
  const rows = Array.from({ length: cells.height }, (_, row) =>
    Array.from({ length: cells.width }, (__, column) => write(cells.at(row, column))),
  );
  return withinLimit(
    write === asShown ? rows.flat().join(', ') : `{${rows.map((row) => row.join(',')).join(';')}}`,
  );
}

function firstNumber(value: EngineValue): number | CellError {
  return toNumber(value instanceof SimpleRangeValue ? cellsOf(value).at(0, 0) : plainValue(value));
}

function joined(...values: EngineValue[]): EngineValue {
  return joinedWith([''], false, values);
}

/** TEXTJOIN: delimiters are used in turn; empty texts and cells are left out when asked. */
function textJoin(
  delimiters: SimpleRangeValue,
  leaveOutEmpty: boolean,
  ...values: EngineValue[]
): EngineValue {
  const between = textsOf(delimiters);
  return between instanceof CellError ? between : joinedWith(between, leaveOutEmpty, values);
}

function joinedWith(
  delimiters: readonly string[],
  leaveOutEmpty: boolean,
  values: readonly EngineValue[],
): EngineValue {
  let result = '';
  let count = 0;
  for (const value of values) {
    const parts = textsOf(value);
    if (parts instanceof CellError) return parts;
    for (const part of parts) {
      if (leaveOutEmpty && part === '') continue;
      if (count > 0) result += delimiters[(count - 1) % delimiters.length] ?? '';
      result += part;
      count++;
    }
  }
  return withinLimit(result);
}

/** More decimals than FIXED and DOLLAR take. */
const decimalsLimit = 127;

/** FIXED: rounded to decimals, with thousands separators unless the last argument is true. */
function fixed(value: number, decimals: number, noCommas: boolean): EngineValue {
  const places = Math.trunc(decimals);
  if (places > decimalsLimit) return wrongValue(`decimals must not be above ${decimalsLimit}`);
  const point = places > 0 ? `.${'0'.repeat(places)}` : '';
  return formatValue(roundToPlaces(value, places), (noCommas ? '0' : '#,##0') + point).text;
}

/** DOLLAR: rounded to decimals, with a dollar sign and thousands separators, in brackets below zero. */
function dollars(value: number, decimals: number): EngineValue {
  const places = Math.trunc(decimals);
  if (places > decimalsLimit) return wrongValue(`decimals must not be above ${decimalsLimit}`);
  const digits = `$#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  return formatValue(roundToPlaces(value, places), `${digits};(${digits})`).text;
}

/** ENCODEURL: all but letters, digits and `-_.~` as the bytes of UTF-8, each after a percent sign. */
function encodeUrl(source: string): EngineValue {
  // Half of a pair of characters has no bytes of its own.
  const whole = source.replace(/\p{Cs}/gu, '\uFFFD');
  const encoded = encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return withinLimit(encoded);
}

/** Texts of values, and values of texts. */
export const textFunctions = excelFunctions({
  ARRAYTOTEXT: { parameters: [any, optional(any)], evaluate: arrayToText },
  CONCAT: { parameters: [any], repeatLastArgs: 1, calculate: joined },
  CONCATENATE: { parameters: [scalar], repeatLastArgs: 1, calculate: joined },
  DOLLAR: { parameters: [number, optional(number, 2)], calculate: dollars },
  ENCODEURL: { parameters: [text], calculate: encodeUrl },
  FIXED: { parameters: [number, optional(number, 2), optional(boolean, false)], calculate: fixed },
  NUMBERVALUE: {
    parameters: [text, optional(text, '.'), optional(text, ',')],
    calculate: numberValue,
  },
  TEXT: { parameters: [noError, text], calculate: formatted },
  TEXTJOIN: { parameters: [range, boolean, any], repeatLastArgs: 1, calculate: textJoin },
  VALUE: { parameters: [scalar], calculate: valueOf },
  VALUETOTEXT: { parameters: [scalar, optional(number, 0)], calculate: valueToText },
});
