import { maximumTextLength } from '../../../workbook/document.ts';
import { inSmallLetters } from './characters.ts';
import { excelFunctions, number, optional, text, type ExcelFunction } from '../excel-function.ts';
import { textTooLong, withinLimit, wrongValue } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { hasWildcards, wildcardPlace } from '../wildcards.ts';

/*
 * Parts of texts. Places count from 1 and in UTF-16 units, as in Excel, so that a character outside
 * the first 65,536 counts as two. The functions that count bytes (LENB and so on) count characters:
 * Excel counts two bytes only where the language of the program is Chinese, Japanese or Korean.
 */

const countTooSmall = () => wrongValue('num_chars must be 0 or above');
const startTooSmall = () => wrongValue('start_num must be 1 or above');

function left(source: string, count: number): EngineValue {
  return count < 0 ? countTooSmall() : source.slice(0, Math.trunc(count));
}

function right(source: string, count: number): EngineValue {
  if (count < 0) return countTooSmall();
  return source.slice(Math.max(0, source.length - Math.trunc(count)));
}

function middle(source: string, start: number, count: number): EngineValue {
  if (start < 1) return startTooSmall();
  if (count < 0) return countTooSmall();
  const from = Math.trunc(start) - 1;
  return source.slice(from, from + Math.trunc(count));
}

function replace(source: string, start: number, count: number, replacement: string): EngineValue {
  if (start < 1) return startTooSmall();
  if (count < 0) return countTooSmall();
  const from = Math.trunc(start) - 1;
  return withinLimit(source.slice(0, from) + replacement + source.slice(from + Math.trunc(count)));
}

/** FIND and SEARCH: the place, counted from 1, of what `search` finds at or after a start. */
function placeBy(search: (wanted: string, within: string, from: number) => number) {
  return (wanted: string, within: string, start: number): EngineValue => {
    const from = Math.trunc(start) - 1;
    // The empty text is found at any start, right behind the last character too.
    if (from < 0 || from > within.length) return wrongValue('start_num must be a place in within_text');
    const found = search(wanted, within, from);
    return found < 0 ? wrongValue('find_text is not in within_text') : found + 1;
  };
}

const find = placeBy((wanted, within, from) => within.indexOf(wanted, from));

const search = placeBy((wanted, within, from) =>
  hasWildcards(wanted)
    ? wildcardPlace(wanted, within, from)
    : inSmallLetters(within).indexOf(inSmallLetters(wanted), from),
);

/** SUBSTITUTE: every occurrence, or only the one counted from 1; the empty text occurs nowhere. */
function substitute(source: string, old: string, replacement: string, occurrence?: number): EngineValue {
  if (occurrence !== undefined && occurrence < 1) return wrongValue('instance_num must be 1 or above');
  if (old === '') return source;
  const parts = source.split(old);
  if (occurrence === undefined) return withinLimit(parts.join(replacement));
  const before = Math.trunc(occurrence);
  if (before >= parts.length) return source;
  return withinLimit(parts.slice(0, before).join(old) + replacement + parts.slice(before).join(old));
}

function repeat(source: string, times: number): EngineValue {
  const whole = Math.trunc(times);
  if (times < 0) return wrongValue('number_times must be 0 or above');
  // Measured before it is made: the text could fill the memory.
  if (source.length * whole > maximumTextLength) return textTooLong();
  return source === '' ? '' : source.repeat(whole);
}

const length: ExcelFunction = { parameters: [text], calculate: (source: string) => source.length };
const leftPart: ExcelFunction = { parameters: [text, optional(number, 1)], calculate: left };
const rightPart: ExcelFunction = { parameters: [text, optional(number, 1)], calculate: right };
const middlePart: ExcelFunction = { parameters: [text, number, number], calculate: middle };
const replacement: ExcelFunction = { parameters: [text, number, number, text], calculate: replace };
const exactPlace: ExcelFunction = { parameters: [text, text, optional(number, 1)], calculate: find };
const placeOfPattern: ExcelFunction = { parameters: [text, text, optional(number, 1)], calculate: search };

/** Parts of texts, their places and what comes instead of them. */
export const textPartFunctions = excelFunctions({
  EXACT: { parameters: [text, text], calculate: (first: string, second: string) => first === second },
  FIND: exactPlace,
  FINDB: exactPlace,
  LEFT: leftPart,
  LEFTB: leftPart,
  LEN: length,
  LENB: length,
  MID: middlePart,
  MIDB: middlePart,
  REPLACE: replacement,
  REPLACEB: replacement,
  REPT: { parameters: [text, number], calculate: repeat },
  RIGHT: rightPart,
  RIGHTB: rightPart,
  SEARCH: placeOfPattern,
  SEARCHB: placeOfPattern,
  SUBSTITUTE: { parameters: [text, text, text, optional(number)], calculate: substitute },
  TRIM: {
    parameters: [text],
    calculate: (source: string) => source.replace(/ +/g, ' ').replace(/^ | $/g, ''),
  },
});
