import { CellError, SimpleRangeValue } from 'hyperformula';
import { formatValue, isNumberFormat, readTextNumber } from '../../workbook/number-format.ts';
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
} from './excel-function.ts';
import { cellsOf } from './ranges.ts';
import { roundToPlaces } from './rounding.ts';
import { plainValue, toText, wrongValue } from './excel-values.ts';
import type { EngineScalar, EngineValue } from './hyperformula-internals.ts';

/** TEXT: the value as a cell with this number format shows it. Numbers in texts count as numbers. */
function formatted(value: EngineScalar, format: string): EngineValue {
  const plain = plainValue(value);
  if (format === '') return '';
  if (!isNumberFormat(format)) return wrongValue();
  const shown = typeof plain === 'string' ? (readTextNumber(plain) ?? plain) : (plain ?? 0);
  if (shown instanceof CellError) return shown;
  const { text: result } = formatValue(shown, format);
  // Where a cell is filled with # there is no text to give.
  return result.startsWith('########') ? wrongValue() : result;
}

/** VALUE: a number stays; a text is read as a person would type it; booleans are refused. */
function valueOf(value: EngineScalar): EngineValue {
  const plain = plainValue(value);
  if (plain === null) return 0;
  if (typeof plain === 'string') return readTextNumber(plain) ?? wrongValue();
  return typeof plain === 'boolean' ? wrongValue() : plain;
}

/** The texts of all values in order; those of ranges row by row. */
function textsOf(values: readonly (EngineScalar | SimpleRangeValue)[]): string[] | CellError {
  const texts: string[] = [];
  for (const value of values) {
    const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
    for (let row = 0; row < cells.height; row++) {
      for (let column = 0; column < cells.width; column++) {
        const part = toText(cells.at(row, column));
        if (part instanceof CellError) return part;
        texts.push(part);
      }
    }
  }
  return texts;
}

/** The longest text a cell holds, in characters. */
const longestText = 32_767;

function joined(...values: (EngineScalar | SimpleRangeValue)[]): EngineValue {
  return joinedWith([''], false, values);
}

/** TEXTJOIN: delimiters are used in turn; empty texts and cells are left out when asked. */
function textJoin(
  delimiters: SimpleRangeValue,
  leaveOutEmpty: boolean,
  ...values: (EngineScalar | SimpleRangeValue)[]
): EngineValue {
  const between = textsOf([delimiters]);
  return between instanceof CellError ? between : joinedWith(between, leaveOutEmpty, values);
}

function joinedWith(
  delimiters: readonly string[],
  leaveOutEmpty: boolean,
  values: readonly (EngineScalar | SimpleRangeValue)[],
): EngineValue {
  const texts = textsOf(values);
  if (texts instanceof CellError) return texts;
  const parts = leaveOutEmpty ? texts.filter((part) => part !== '') : texts;
  let result = '';
  for (const [place, part] of parts.entries())
    result += (place === 0 ? '' : (delimiters[(place - 1) % delimiters.length] ?? '')) + part;
  return result.length > longestText ? wrongValue() : result;
}

/** SUBSTITUTE: every occurrence, or only the one counted from 1; the empty text occurs nowhere. */
function substitute(source: string, old: string, replacement: string, occurrence?: number): EngineValue {
  if (occurrence !== undefined && occurrence < 1) return wrongValue();
  if (old === '') return source;
  const parts = source.split(old);
  if (occurrence === undefined) return parts.join(replacement);
  const before = Math.trunc(occurrence);
  if (before >= parts.length) return source;
  return parts.slice(0, before).join(old) + replacement + parts.slice(before).join(old);
}

/** FIXED: rounded to decimals, with thousands separators unless the last argument is true. */
function fixed(value: number, decimals: number, plain: number): EngineValue {
  const places = Math.trunc(decimals);
  if (places > 127) return wrongValue();
  const point = places > 0 ? `.${'0'.repeat(places)}` : '';
  return formatValue(roundToPlaces(value, places), (plain !== 0 ? '0' : '#,##0') + point).text;
}

/** DOLLAR: rounded to decimals, with a dollar sign and thousands separators, in brackets below zero. */
function dollars(value: number, decimals: number): EngineValue {
  const places = Math.trunc(decimals);
  if (places > 127) return wrongValue();
  const digits = `$#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  return formatValue(roundToPlaces(value, places), `${digits};(${digits})`).text;
}

/** Texts of values, and values of texts. */
export const textFunctions = excelFunctions({
  TEXT: { parameters: [noError, text], calculate: formatted },
  VALUE: { parameters: [scalar], calculate: valueOf },
  CONCATENATE: { parameters: [scalar], repeatLastArgs: 1, calculate: joined },
  CONCAT: { parameters: [any], repeatLastArgs: 1, calculate: joined },
  SUBSTITUTE: { parameters: [text, text, text, optional(number)], calculate: substitute },
  TEXTJOIN: { parameters: [range, boolean, any], repeatLastArgs: 1, calculate: textJoin },
  DOLLAR: { parameters: [number, optional(number, 2)], calculate: dollars },
  FIXED: { parameters: [number, optional(number, 2), optional(number, 0)], calculate: fixed },
});
