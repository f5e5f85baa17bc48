import { parseReference, type Range } from '../workbook/address.ts';
import { isFormula, type CellValue, type Sheet } from '../workbook/document.ts';

/*
 * Which formulas a file must mark as array formulas. The engine calculates every formula with whole
 * ranges and lets results spill. Excel does so only for formulas that the file marks; in all others
 * it takes the one cell of a range that stands in the formula's own row or column.
 */

/** Text in quotes, quoted sheet names, words with dots, and single signs. */
const token =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!|\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?(?![\p{L}\p{N}_.(])|[\p{L}_][\p{L}\p{N}_.]*|[0-9.]+(?:[eE][+-]?[0-9]+)?|<>|<=|>=|\s+|./gu;

const operators = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<>', '<=', '>=', '%']);

/** Functions that read whole arrays in all their arguments, marked or not. */
const arrayFunctions = new Set(['SUMPRODUCT', 'MMULT', 'MDETERM', 'MINVERSE', 'LOOKUP']);

/** Functions of single values: a range among their arguments is an array. */
const singleValueFunctions = new Set([
  'IF',
  'N',
  'T',
  'ABS',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'INT',
  'SQRT',
  'EXP',
  'LN',
  'SIGN',
  'MOD',
  'ISNUMBER',
  'ISBLANK',
  'ISERROR',
  'ISTEXT',
  'IFERROR',
  'NOT',
  'LEN',
  'LEFT',
  'RIGHT',
  'MID',
  'TEXT',
  'VALUE',
  'YEAR',
  'MONTH',
  'DAY',
]);

/**
 * True when the formula works on a range as an array: a range beside an operator or given to a
 * function of single values, outside functions that read arrays anyway. `isRangeName` tells whether
 * a name stands for more than one cell.
 */
export function worksOnArrays(formula: string, isRangeName: (name: string) => boolean): boolean {
  const tokens = (formula.slice(1).match(token) ?? []).filter(
    (text) => text.trim() !== '' && !text.endsWith('!'),
  );
  const functions: string[] = [];
  for (const [index, text] of tokens.entries()) {
    const next = tokens[index + 1];
    if (text === '(')
      functions.push(
        /^[\p{L}_]/u.test(tokens[index - 1] ?? '') ? (tokens[index - 1] ?? '').toUpperCase() : '',
      );
    if (text === ')') functions.pop();
    if (text.startsWith('"') || next === '(' || !isRange(text, isRangeName)) continue;
    if (functions.some((name) => arrayFunctions.has(name))) continue;
    if (operators.has(tokens[index - 1] ?? '') || operators.has(next ?? '')) return true;
    if (singleValueFunctions.has(functions.at(-1) ?? '')) return true;
  }
  return false;
}

function isRange(text: string, isRangeName: (name: string) => boolean): boolean {
  if (!text.includes(':')) return /^[\p{L}_]/u.test(text) && isRangeName(text);
  const range = parseReference(text)?.range;
  return range !== undefined && (range.top !== range.bottom || range.left !== range.right);
}

/** Results that spill over more than one cell, by the cell that holds the formula. */
export interface Spills {
  /** The whole rectangle of a spilled result; undefined for a formula with one value. */
  readonly rangeOf: (row: number, column: number) => Range | undefined;
}

/**
 * Where results spilled on a sheet: cells that have a value and no content of their own, beside or
 * below a formula.
 */
export function spillsOf(sheet: Sheet, values: readonly (readonly CellValue[])[]): Spills {
  const taken = new Set<string>();
  const ranges = new Map<string, Range>();
  const spilled = (row: number, column: number) =>
    (values[row]?.[column] ?? null) !== null &&
    (sheet.rows[row]?.[column]?.content ?? null) === null &&
    !taken.has(`${row},${column}`);
  for (const [top, cells] of sheet.rows.entries()) {
    for (const [left, cell] of cells.entries()) {
      if (!isFormula(cell?.content)) continue;
      let right = left;
      while (spilled(top, right + 1)) right++;
      let bottom = top;
      const rowSpilled = (row: number) =>
        Array.from({ length: right - left + 1 }, (_, index) => left + index).every((column) =>
          spilled(row, column),
        );
      while (rowSpilled(bottom + 1)) bottom++;
      if (right === left && bottom === top) continue;
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) taken.add(`${row},${column}`);
      ranges.set(`${top},${left}`, { top, left, bottom, right });
    }
  }
  return { rangeOf: (row, column) => ranges.get(`${row},${column}`) };
}
