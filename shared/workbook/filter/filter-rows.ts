import type { Range } from '../address.ts';
import type { LineSpans } from '../line-spans.ts';
import { filterTest, type FilteredCell } from './filter-test.ts';
import type { FilterColumn } from './sheet-filter.ts';

/** Gives the cells of a column of a table, without its heading, from the top down. */
export type ColumnReader = (column: number) => readonly FilteredCell[];

/** The rows of a table for which one of the criteria does not hold. */
export function rowsFilteredOut(
  range: Range,
  columns: readonly FilterColumn[],
  cellsOf: ColumnReader,
): LineSpans {
  const tests = columns.map(({ column, criterion }) => {
    const cells = cellsOf(column);
    return cells.map(filterTest(criterion, cells));
  });
  const spans: { first: number; last: number }[] = [];
  for (let row = range.top + 1; row <= range.bottom; row++) {
    if (tests.every((passes) => passes[row - range.top - 1])) continue;
    const before = spans.at(-1);
    if (before?.last === row - 1) before.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}
