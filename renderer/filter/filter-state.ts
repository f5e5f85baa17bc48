import { contains } from '../../shared/workbook/address.ts';
import type { SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';
import { countWithin } from '../../shared/workbook/line-spans.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';

/** Whether a filter leaves rows out, or may do so. */
export function isFiltering(filter: SheetFilter | undefined): filter is SheetFilter {
  return filter !== undefined && (filter.columns.length > 0 || filter.hiddenRows.length > 0);
}

/** Whether a row is one of a table that is filtered, so that its number is coloured. */
export function isRowFiltered({ filter }: Pick<SheetMirror, 'filter'>, row: number): boolean {
  return isFiltering(filter) && row > filter.range.top && row <= filter.range.bottom;
}

/** Whether a cell heads a column of the filtered table, and has the filter's button. */
export function headsFilteredColumn(
  { filter }: Pick<SheetMirror, 'filter'>,
  row: number,
  column: number,
): boolean {
  return filter !== undefined && row === filter.range.top && contains(filter.range, row, column);
}

/** `12 of 90 rows found`; null where the filter of a sheet has no criteria. */
export function foundWords({ filter }: Pick<SheetMirror, 'filter'>): string | null {
  if (!isFiltering(filter)) return null;
  const all = filter.range.bottom - filter.range.top;
  const hidden = countWithin(filter.hiddenRows, { first: filter.range.top + 1, last: filter.range.bottom });
  return `${all - hidden} of ${all} ${all === 1 ? 'row' : 'rows'} found`;
}
