import { columnLetters, parseReference, quoteSheet, type Range } from '../../workbook/address.ts';
import type { DefinedName } from '../../workbook/document.ts';
import { calledFunction, formulaTree } from './formula-tree.ts';
import { rangePlaces, type RangePlace } from './range-places.ts';

/*
 * Formulas of a file that are not marked as array formulas. Where they give a range to something
 * that asks for a single value, Excel takes the cell of the range that stands in the formula's own
 * row or column. The engine would work on the whole range, so that cell is written in its place.
 */

/** The formula for the engine, and whether it may still give another value than in Excel. */
export interface Intersected {
  readonly formula: string;
  readonly isDoubtful: boolean;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/**
 * Functions that do not intersect a range: they read its first cell or tell of the range itself,
 * give an error, or are newer than intersection.
 */
const neverIntersecting = new Set(
  `N T TYPE IFS SWITCH EDATE EOMONTH WEEKNUM YEARFRAC NETWORKDAYS WORKDAY MROUND QUOTIENT RANDBETWEEN DELTA GESTEP FACTDOUBLE
  SQRTPI ISEVEN ISODD EFFECT NOMINAL DOLLARDE DOLLARFR CUMIPMT CUMPRINC BIN2DEC BIN2HEX BIN2OCT DEC2BIN DEC2HEX DEC2OCT HEX2BIN
  HEX2DEC HEX2OCT OCT2BIN OCT2DEC OCT2HEX BESSELI BESSELJ BESSELK BESSELY ERF ERFC COMPLEX SERIESSUM CONVERT`.split(
    /\s+/,
  ),
);

/** Array functions of Excel before it let results spill: unmarked, they give something else even inside a sum. */
const neverAloneInArrays = new Set(['TRANSPOSE', 'ROW', 'COLUMN', 'MMULT', 'MINVERSE', 'TREND', 'LINEST']);

/** A formula that the file does not mark, as it must stand at this cell for the engine to calculate what Excel does. */
export function intersected(
  formula: string,
  at: Position,
  nameOf: (name: string) => DefinedName | undefined,
): Intersected {
  let isDoubtful = false;
  const result = replaced(formula, isRangeNameIn(nameOf), (place) => {
    const { kind, functionName } = place;
    if (kind === 'single') return singleCell(place.text, at, nameOf);
    if (place.inArrayFunction) {
      isDoubtful ||= place.inChoice && kind !== 'constant';
      return null;
    }
    if (kind === 'range' || kind === 'name') {
      const cell = neverIntersecting.has(functionName) ? null : cellOf(place.text, at, nameOf);
      isDoubtful ||= cell === null;
      return cell;
    }
    if (kind === 'constant') isDoubtful ||= place.reachesResult;
    if (kind === 'array-result')
      isDoubtful ||=
        place.reachesResult || neverAloneInArrays.has(place.text.replace(/\(.*/s, '').toUpperCase());
    if (kind === 'range-result') isDoubtful ||= givesWholeRows(place.text);
    if (kind === 'reference') isDoubtful = true;
    return null;
  });
  return { formula: result, isDoubtful };
}

/** A formula that the file marks, with the cells that it takes of ranges by `SINGLE` written in their place. */
export function withSingleCells(
  formula: string,
  at: Position,
  nameOf: (name: string) => DefinedName | undefined,
): string {
  return replaced(formula, isRangeNameIn(nameOf), (place) =>
    place.kind === 'single' ? singleCell(place.text, at, nameOf) : null,
  );
}

function isRangeNameIn(nameOf: (name: string) => DefinedName | undefined): (name: string) => boolean {
  return (name) => {
    const range = nameOf(name)?.range;
    return range !== undefined && (range.top !== range.bottom || range.left !== range.right);
  };
}

function replaced(
  formula: string,
  isRangeName: (name: string) => boolean,
  replacement: (place: RangePlace) => string | null,
): string {
  let result = formula;
  // From the end, so that the places before stay where they are.
  for (const place of rangePlaces(formula, isRangeName).toReversed()) {
    const text = replacement(place);
    if (text !== null)
      result = result.slice(0, place.start) + text + result.slice(place.start + place.text.length);
  }
  return result;
}

/** What stands for `SINGLE(…)` of a range or a cell; null when it is of something else. */
function singleCell(
  call: string,
  at: Position,
  nameOf: (name: string) => DefinedName | undefined,
): string | null {
  const tree = formulaTree(`=${call}`);
  const argument = tree?.type === 'call' ? tree.parts[0] : undefined;
  if (argument?.type !== 'cells' && argument?.type !== 'name') return null;
  const range = parseReference(argument.text)?.range ?? nameOf(argument.text)?.range;
  const isCell = range && range.top === range.bottom && range.left === range.right;
  return isCell ? argument.text : cellOf(argument.text, at, nameOf);
}

/** The cell of a range in the row or column of the formula; null when the range is not of one column or row there. */
function cellOf(
  text: string,
  at: Position,
  nameOf: (name: string) => DefinedName | undefined,
): string | null {
  const name = nameOf(text);
  if (name) return crossing(name.range, at, `${quoteSheet(name.sheet)}!`, '$', '$');
  const split = text.lastIndexOf('!') + 1;
  const [, fixedColumn = '', column, fixedRow = '', row] =
    /^(\$?)([A-Z]*)(\$?)([0-9]*):/i.exec(text.slice(split)) ?? [];
  const columnOnly = /^\$?[A-Z]+:\$?[A-Z]+$/i.test(text.slice(split));
  const rowOnly = /^\$?[0-9]+:\$?[0-9]+$/.test(text.slice(split));
  const [first = '', last = ''] = text.slice(split).split(':');
  const whole = columnOnly
    ? `${first}1:${last}1048576`
    : rowOnly
      ? `A${first}:XFD${last}`
      : `${first}:${last}`;
  const range = parseReference(whole)?.range;
  if (!range || (column === undefined && row === undefined)) return null;
  return crossing(range, at, text.slice(0, split), fixedColumn, rowOnly ? fixedColumn : fixedRow);
}

function crossing(
  range: Range,
  { row, column }: Position,
  sheet: string,
  fixedColumn: string,
  fixedRow: string,
): string | null {
  if (range.left === range.right && row >= range.top && row <= range.bottom)
    return `${sheet}${fixedColumn}${columnLetters(range.left)}${row + 1}`;
  if (range.top === range.bottom && column >= range.left && column <= range.right)
    return `${sheet}${columnLetters(column)}${fixedRow}${range.top + 1}`;
  return null;
}

/** True for an INDEX whose row or column is left out or 0, which stands for all of them. */
function givesWholeRows(call: string): boolean {
  const tree = formulaTree(`=${call}`);
  return (
    tree?.type === 'call' &&
    calledFunction(tree) === 'INDEX' &&
    tree.parts.slice(1).some((index) => !index || (index.type === 'number' && index.value === 0))
  );
}
