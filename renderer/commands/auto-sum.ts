import { cellReference, type Range } from '../../shared/workbook/address.ts';
import type { CellValue } from '../../shared/workbook/document.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { Selection } from '../sheet-view.ts';

/** A sum in a cell: the formula, and the cell that gets it. */
export interface CellSum extends CellPosition {
  readonly formula: string;
}

interface Values {
  value(row: number, column: number): CellValue;
}

/** The sum for one cell: of the numbers right above it, or at its left; of none where there are none. */
export function sumFor({ row, column }: CellPosition, sheet: Values): string {
  const isNumber = (at: number, across: number) => typeof sheet.value(at, across) === 'number';
  const isEmpty = (at: number, across: number) => sheet.value(at, across) === null;
  const above = runBefore(row, (at) => isNumber(at, column));
  const left = runBefore(column, (at) => isNumber(row, at));
  // Empty cells between are summed too, so that what is typed there later counts.
  const farAbove =
    above ??
    runBeyond(
      row,
      (at) => isNumber(at, column),
      (at) => isEmpty(at, column),
    );
  const farLeft =
    left ??
    runBeyond(
      column,
      (at) => isNumber(row, at),
      (at) => isEmpty(row, at),
    );
  const top = above ?? (left === null ? farAbove : null);
  if (top !== null) return sumOf({ top, left: column, bottom: row - 1, right: column });
  return farLeft === null ? '=SUM()' : sumOf({ top: row, left: farLeft, bottom: row, right: column - 1 });
}

/**
 * The sums for several chosen cells: below every column, or right of a single row; in the last line of
 * the range where that is empty, else in the one after it.
 */
export function sumsFor({ range }: Selection, sheet: Values): CellSum[] {
  const { top, left, bottom, right } = range;
  const isFree = (rows: readonly number[], columns: readonly number[]) =>
    rows.every((row) => columns.every((column) => sheet.value(row, column) === null));
  const columns = lines(left, right);
  if (top === bottom) {
    const at = isFree([top], [right]) ? right : right + 1;
    return [{ row: top, column: at, formula: sumOf({ ...range, right: at - 1 }) }];
  }
  const at = isFree([bottom], columns) ? bottom : bottom + 1;
  return columns
    .filter((column) => !isFree(lines(top, at - 1), [column]))
    .map((column) => ({
      row: at,
      column,
      formula: sumOf({ top, left: column, bottom: at - 1, right: column }),
    }));
}

function sumOf({ top, left, bottom, right }: Range): string {
  const first = cellReference(top, left);
  const last = cellReference(bottom, right);
  return `=SUM(${first === last ? first : `${first}:${last}`})`;
}

/** Where the run of numbers begins that ends right before a line; null where none does. */
function runBefore(end: number, isNumber: (at: number) => boolean): number | null {
  let first = end;
  while (first > 0 && isNumber(first - 1)) first--;
  return first === end ? null : first;
}

/** The same where empty cells lie between. */
function runBeyond(
  end: number,
  isNumber: (at: number) => boolean,
  isEmpty: (at: number) => boolean,
): number | null {
  let last = end;
  while (last > 0 && isEmpty(last - 1)) last--;
  return runBefore(last, isNumber);
}

function lines(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, line) => first + line);
}
