import { rowsFilteredOut, type ColumnReader } from '../../shared/workbook/filter/filter-rows.ts';
import { filterTest } from '../../shared/workbook/filter/filter-test.ts';
import {
  criterionOf,
  type FilterColumn,
  type FilterCriterion,
  type SheetFilter,
} from '../../shared/workbook/filter/sheet-filter.ts';
import { spanAt } from '../../shared/workbook/line-spans.ts';
import type { CellValue } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import { sortOrder } from '../../shared/workbook/sort/sort-order.ts';
import type { Session } from '../session.ts';
import { displayed } from '../session/displayed.ts';

/** Reads the columns of a filtered table from the screen's own copy. */
export function columnsOf(
  session: Session,
  name: string,
  { range }: Pick<SheetFilter, 'range'>,
): ColumnReader {
  const sheet = session.sheet(name);
  return (column) =>
    Array.from({ length: range.bottom - range.top }, (_, index) => {
      const row = range.top + 1 + index;
      const value = sheet.value(row, column);
      return { value, text: formatValue(value, session.styleOf(sheet.cell(row, column))?.format).text };
    });
}

/** A text of a column that a person may choose. */
export interface ListedText {
  /** As criteria hold it; empty for empty cells. */
  readonly text: string;
  /** As the screen shows it. */
  readonly shown: string;
  /** Whether the criterion of the column lets it be seen. */
  readonly isChosen: boolean;
}

interface Found {
  readonly value: CellValue;
  readonly shown: string;
  isChosen: boolean;
}

/** What criteria tell texts apart by: not by their case. */
export function textKey(text: string): string {
  return text.toLowerCase();
}

/**
 * The different texts of a column, in the order of their values and with that of empty cells last, as
 * far as the criteria of other columns let their rows be seen.
 */
export function listedTexts(
  session: Session,
  sheet: string,
  filter: SheetFilter,
  column: number,
): ListedText[] {
  const mirror = session.sheet(sheet);
  const cellsOf = columnsOf(session, sheet, filter);
  const others = filter.columns.filter((one) => one.column !== column);
  const own = criterionOf(filter, column);
  const unseen = rowsFilteredOut(filter.range, others, cellsOf);
  const cells = cellsOf(column);
  const passes = own ? filterTest(own, cells) : () => true;
  const found = new Map<string, Found & { readonly text: string }>();
  for (const [index, cell] of cells.entries()) {
    const row = filter.range.top + 1 + index;
    if (spanAt(unseen, row)) continue;
    const { value } = cell;
    const text = value === null || value === '' ? '' : cell.text;
    const isChosen = passes(cell);
    const known = found.get(textKey(text));
    if (known) known.isChosen ||= isChosen;
    else {
      const format = session.styleOf(mirror.cell(row, column))?.format;
      const shown = text === '' ? '(Blanks)' : displayed(value, format);
      found.set(textKey(text), { text, value, shown, isChosen });
    }
  }
  const order = sortOrder(navigator.language);
  return [...found.values()]
    .toSorted((one, other) => {
      if (one.text === '' || other.text === '') return Number(one.text === '') - Number(other.text === '');
      return one.value === null || other.value === null ? 0 : order(one.value, other.value);
    })
    .map(({ text, shown, isChosen }) => ({ text, shown, isChosen }));
}

/** The criteria with another one for a column, or, with null, none. */
export function withCriterion(
  { columns }: SheetFilter,
  column: number,
  criterion: FilterCriterion | null,
): FilterColumn[] {
  const others = columns.filter((one) => one.column !== column);
  return criterion ? [...others, { column, criterion }].toSorted((a, b) => a.column - b.column) : others;
}
