import { columnLetters, parseReference, quoteSheet, type Range } from '../../workbook/address.ts';
import type { DefinedName } from '../../workbook/document.ts';
import { calledFunction, formulaTree, type FormulaTree } from '../../workbook/formula-tree.ts';
import { functionsOfArrays } from './function-parameters.ts';
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
const neverAloneInArrays = new Set(['TRANSPOSE', 'MMULT', 'MINVERSE', 'TREND', 'LINEST']);

/** The sign for the first value of an array and for the cell of a range in the formula's own row or column. */
const firstOrOwn = '@';

/** A formula that the file does not mark, as it must stand at this cell for the engine to calculate what Excel does. */
export function intersected(
  formula: string,
  at: Position,
  nameOf: (name: string) => DefinedName | undefined,
): Intersected {
  let isDoubtful = false;
  const result = replaced(formula, isRangeNameIn(nameOf), (place) => {
    const { kind, functionName } = place;
    // It takes the single cell itself.
    if (kind === 'single') return null;
    if (place.inArrayFunction) {
      isDoubtful ||= place.inChoice && kind !== 'constant';
      return null;
    }
    if (kind === 'range' || kind === 'name') {
      if (!neverIntersecting.has(functionName)) return cellOf(place.text, at, nameOf) ?? firstOrOwn;
      isDoubtful = true;
      return null;
    }
    if (kind === 'constant') return place.reachesResult ? firstOrOwn : null;
    if (kind === 'array-result') {
      const name = place.text.replace(/\(.*/s, '').toUpperCase();
      // Of its array only the first value counts, and of the rows or columns of a range always.
      if (name === 'ROW' || name === 'COLUMN') return firstOrOwn;
      if (place.reachesResult && place.asksValue && name !== 'TRANSPOSE') return firstOrOwn;
      isDoubtful ||= neverAloneInArrays.has(name);
    }
    if (kind === 'range-result') return mayGiveSeveralCells(place.text) ? firstOrOwn : null;
    if (kind === 'reference') isDoubtful = true;
    return null;
  });
  return { formula: result, isDoubtful };
}

function isRangeNameIn(nameOf: (name: string) => DefinedName | undefined): (name: string) => boolean {
  return (name) => {
    const range = nameOf(name)?.range;
    return range !== undefined && (range.top !== range.bottom || range.left !== range.right);
  };
}

/** The formula with what the replacement gives for each place: another text, or `firstOrOwn` to stand before it. */
function replaced(
  formula: string,
  isRangeName: (name: string) => boolean,
  replacement: (place: RangePlace) => string | null,
): string {
  let result = formula;
  // From the end, so that the places before stay where they are.
  for (const place of rangePlaces(formula, isRangeName, functionsOfArrays).toReversed()) {
    const text = replacement(place);
    if (text === null) continue;
    const end = text === firstOrOwn ? place.start : place.start + place.text.length;
    result = result.slice(0, place.start) + text + result.slice(end);
  }
  return result;
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

/** True for a function whose arguments ask for a range of several cells. */
function mayGiveSeveralCells(call: string): boolean {
  const tree = formulaTree(`=${call}`);
  if (tree?.type !== 'call') return false;
  const isLeftOutOr = (index: FormulaTree | null, value: number) =>
    !index || (index.type === 'number' && index.value === value);
  switch (calledFunction(tree)) {
    case 'INDEX':
      // A row or column of 0 stands for all of them.
      return tree.parts.slice(1).some((index) => isLeftOutOr(index, 0));
    case 'OFFSET':
      return tree.parts.slice(3).some((size) => size && !isLeftOutOr(size, 1));
    default:
      return false;
  }
}
