import {
  columnLetters,
  columnNumber,
  contains,
  maximumColumns,
  parseReference,
  rangeReference,
} from '../../workbook/address.ts';
import type { FilterColumn, FilterCriterion, SheetFilter } from '../../workbook/filter/sheet-filter.ts';
import { readSpans, spanText } from './roundtrip-lines.ts';
import type { RoundtripFile } from './roundtrip-schema.ts';

/* The filter of a sheet as a file holds it: its cells and columns by their letters. */

type StoredFilter = NonNullable<RoundtripFile['sheets'][number]['filter']>;
type StoredColumn = StoredFilter['columns'][number];

function storedCriterion(criterion: FilterCriterion): Omit<StoredColumn, 'column'> {
  switch (criterion.kind) {
    case 'values':
      return { texts: [...criterion.texts], ...(criterion.blanks && { blanks: true }) };
    case 'conditions':
      return {
        conditions: criterion.conditions.map(({ operator, value }) => ({ operator, value })),
        ...(criterion.join === 'or' && { join: 'or' }),
      };
    case 'top': {
      const { from, count, isPercent } = criterion;
      return { top: { from, count, ...(isPercent && { isPercent }) } };
    }
    case 'average':
      return { average: criterion.side };
    case 'period':
      return { period: criterion.period };
    default:
      return criterion satisfies never;
  }
}

/** What a file holds of a filter. */
export function storedFilter({ range, columns, hiddenRows }: SheetFilter): StoredFilter {
  return {
    cells: rangeReference(range),
    columns: columns.map(({ column, criterion }) => ({
      column: columnLetters(column),
      ...storedCriterion(criterion),
    })),
    hiddenRows: hiddenRows.map((span) => spanText(span, 'rows')),
  };
}

/** The criterion of a column; undefined where the file says none or several. */
function criterionOf({
  texts,
  blanks,
  conditions,
  join,
  top,
  average,
  period,
}: StoredColumn): FilterCriterion | undefined {
  const given = [texts, conditions, top, average, period].filter((one) => one !== undefined);
  if (given.length !== 1) return undefined;
  if (texts) return { kind: 'values', texts, blanks: blanks ?? false };
  if (conditions) return { kind: 'conditions', conditions, join: join ?? 'and' };
  if (top) return { kind: 'top', ...top, isPercent: top.isPercent ?? false };
  if (average) return { kind: 'average', side: average };
  return period && { kind: 'period', period };
}

/** The filter that a file holds, or what is wrong with it. */
export function readFilter(stored: StoredFilter): SheetFilter | { readonly what: string } {
  const reference = parseReference(stored.cells);
  if (!reference || reference.sheet !== undefined)
    return { what: `has a filter on "${stored.cells}", which are no cells such as A1:D9` };
  const { range } = reference;
  const columns: FilterColumn[] = [];
  for (const one of stored.columns) {
    const column = /^[A-Z]{1,3}$/.test(one.column) ? columnNumber(one.column) : maximumColumns;
    const criterion = criterionOf(one);
    const last = columns.at(-1)?.column ?? -1;
    if (!contains(range, range.top, column) || column <= last || !criterion)
      return {
        what: `has a filter whose column "${one.column}" is none of its own, stands twice or has no criterion`,
      };
    columns.push({ column, criterion });
  }
  const hidden = readSpans(stored.hiddenRows, 'rows', true);
  if ('what' in hidden) return hidden;
  const stray = hidden.spans.find(({ first, last }) => first <= range.top || last > range.bottom);
  if (stray)
    return { what: `has a filter that hides ${spanText(stray, 'rows')}, which are none of its rows` };
  return { range, columns, hiddenRows: hidden.spans };
}
