import { maximumRows, type Range } from '../address.ts';
import { areaText } from '../areas.ts';
import type { CalculatedCells } from '../calculated-cells.ts';
import { rowsFilteredOut, type ColumnReader } from '../filter/filter-rows.ts';
import type { FilterColumn, SheetFilter } from '../filter/sheet-filter.ts';
import { intersectionOf, movedSpans } from '../line-spans.ts';
import type { Sheet, WorkbookDocument } from '../document.ts';
import { formatValue } from '../number-format.ts';
import { failure, success, type Result } from '../../result.ts';
import { sheetNamed } from './change-sheets.ts';
import { linesOf, movedInterval, withLines, type LineChange } from './line-change.ts';

/** The table to filter and by what; null for no filter. */
export interface WantedFilter {
  readonly range: Range;
  readonly columns: readonly FilterColumn[];
}

/** The range with the rows right below it that have something in its columns: they have come to the table since. */
function withRowsBelow(sheet: Sheet, range: Range, calculated: CalculatedCells): Range {
  const below = { ...range, top: range.bottom + 1, bottom: Math.min(maximumRows, sheet.rows.length) - 1 };
  if (below.bottom < below.top) return range;
  const values = calculated.rangeValues(sheet.name, below);
  const end = values.findIndex((row) => row.every((value) => value === null));
  return { ...range, bottom: range.bottom + (end < 0 ? values.length : end) };
}

/** The criteria by column; of two for the same column the later counts. */
function inOrder(columns: readonly FilterColumn[]): FilterColumn[] {
  const byColumn = new Map(columns.map((one) => [one.column, one]));
  return [...byColumn.values()].toSorted((one, other) => one.column - other.column);
}

/** Reads the columns of a table as they are calculated and shown. */
function columnReader(
  sheet: Sheet,
  { top, bottom }: Range,
  styles: WorkbookDocument['styles'],
  calculated: CalculatedCells,
): ColumnReader {
  if (bottom <= top) return () => [];
  return (column) => {
    const range = { top: top + 1, left: column, bottom, right: column };
    return calculated.rangeValues(sheet.name, range).map(([value = null], index) => {
      const style = sheet.rows[top + 1 + index]?.[column]?.style;
      const format = style === undefined ? undefined : styles[style]?.format;
      return { value, text: formatValue(value, format).text };
    });
  };
}

/**
 * The document with a filter on a sheet in place of the one there was, and the rows hidden that it
 * leaves out by the values there are now. Refuses an unknown sheet, and a criterion for a column
 * beside the table.
 */
export function withFilter(
  document: WorkbookDocument,
  name: string,
  wanted: WantedFilter | null,
  calculated: CalculatedCells,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const sheet = found.value;
  const { filter: before, ...rest } = sheet;
  if (!wanted && !before) return success(document);
  const stray = wanted?.columns.find(
    ({ column }) => column < wanted.range.left || column > wanted.range.right,
  );
  if (wanted && stray) {
    return failure({
      code: 'filter-column-outside',
      message: `A column of the filter lies beside its table, ${areaText({ sheet: sheet.name, range: wanted.range })}.`,
      subject: sheet.name,
      remedy: 'Filter a column of the table.',
    });
  }
  let filter: SheetFilter | undefined;
  if (wanted) {
    const range = withRowsBelow(sheet, wanted.range, calculated);
    const columns = inOrder(wanted.columns);
    const hiddenRows = rowsFilteredOut(
      range,
      columns,
      columnReader(sheet, range, document.styles, calculated),
    );
    filter = { range, columns, hiddenRows };
  }
  const changed: Sheet = filter ? { ...rest, filter } : rest;
  if (filter && JSON.stringify(filter) === JSON.stringify(before)) return success(document);
  return success({ ...document, sheets: document.sheets.map((one) => (one === sheet ? changed : one)) });
}

/**
 * The sheet with its filter where the table is after lines came, went or moved; without one where its
 * headings or all of its columns are gone.
 */
export function withFilterMoved(sheet: Sheet, change: LineChange): Sheet {
  const { filter, ...rest } = sheet;
  if (!filter) return sheet;
  const { axis } = change;
  const { top } = filter.range;
  const lines = movedInterval(linesOf(filter.range, axis), change);
  const headings = axis === 'rows' ? movedInterval({ first: top, last: top }, change) : lines;
  if (!lines || !headings) return rest;
  if (axis === 'rows') {
    // Headings that were moved away from their table are still its first row.
    if (headings.first > lines.last) return rest;
    const range = withLines(filter.range, axis, { first: headings.first, last: lines.last });
    const hiddenRows = intersectionOf(movedSpans(filter.hiddenRows, change), [
      { first: range.top + 1, last: range.bottom },
    ]);
    return { ...rest, filter: { ...filter, range, hiddenRows } };
  }
  const columns = filter.columns.flatMap(({ column, criterion }) => {
    const now = movedInterval({ first: column, last: column }, change);
    return now && now.first >= lines.first && now.first <= lines.last
      ? [{ column: now.first, criterion }]
      : [];
  });
  return { ...rest, filter: { ...filter, range: withLines(filter.range, axis, lines), columns } };
}
