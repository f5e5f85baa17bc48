import type { SheetLines } from '../../workbook/structure/sheet-lines.ts';
import { columnLetters, columnNumber } from '../../workbook/address.ts';
import type { Sheet } from '../../workbook/document.ts';
import { orderedGroups, type LineGroup, type LineGroups } from '../../workbook/line-groups.ts';
import type { RowHeight } from '../../workbook/row-heights.ts';
import { maximumLines, type Axis, type Interval } from '../../workbook/structure/line-change.ts';
import type { RoundtripFile } from './roundtrip-schema.ts';

/** Lines as a file names them: `5:7` for rows, `C:D` for columns. */
export function spanText({ first, last }: Interval, axis: Axis): string {
  const text = (line: number) => (axis === 'rows' ? `${line + 1}` : columnLetters(line));
  return `${text(first)}:${text(last)}`;
}

const spanPatterns = { rows: /^([1-9]\d{0,6}):([1-9]\d{0,6})$/, columns: /^([A-Z]{1,3}):([A-Z]{1,3})$/ };

/** The lines that a file names; undefined where they are none of a sheet. */
function spanOf(text: string, axis: Axis): Interval | undefined {
  const [, first, last] = spanPatterns[axis].exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const line = (name: string) => (axis === 'rows' ? Number(name) - 1 : columnNumber(name));
  const span = { first: line(first), last: line(last) };
  return span.first <= span.last && span.last < maximumLines[axis] ? span : undefined;
}

function noLines(text: string, axis: Axis): Wrong {
  return { what: `names "${text}", which are no ${axis} such as ${axis === 'rows' ? '5:7' : 'C:D'}` };
}

/**
 * The lines that a file names one after the other, or what is wrong with them: they stand in order and
 * have no line in common, and with `apart` there is at least one between them.
 */
export function readSpans(
  texts: readonly string[],
  axis: Axis,
  apart: boolean,
): { readonly spans: readonly Interval[] } | { readonly what: string } {
  const spans: Interval[] = [];
  for (const text of texts) {
    const span = spanOf(text, axis);
    if (!span) return noLines(text, axis);
    const before = spans.at(-1);
    if (before && span.first <= before.last + (apart ? 1 : 0))
      return { what: `names "${text}" out of order or twice` };
    spans.push(span);
  }
  return { spans };
}

type StoredSheet = RoundtripFile['sheets'][number];
type StoredLines = Pick<StoredSheet, keyof SheetLines>;

interface Wrong {
  readonly what: string;
}

/** What a file holds of the lines of a sheet. */
export function storedLines(sheet: Sheet): StoredLines {
  const { hiddenRows, hiddenColumns, rowHeights, rowGroups, columnGroups } = sheet;
  const { summaryRowsAbove, summaryColumnsLeft } = sheet;
  const groups = (all: LineGroups, axis: Axis) =>
    all.map(({ level, collapsed, ...span }) => ({
      lines: spanText(span, axis),
      level,
      ...(collapsed && { collapsed }),
    }));
  return {
    ...(hiddenRows && { hiddenRows: hiddenRows.map((span) => spanText(span, 'rows')) }),
    ...(hiddenColumns && { hiddenColumns: hiddenColumns.map((span) => spanText(span, 'columns')) }),
    ...(rowHeights && {
      rowHeights: rowHeights.map(({ height, ...span }) => ({ rows: spanText(span, 'rows'), height })),
    }),
    ...(rowGroups && { rowGroups: groups(rowGroups, 'rows') }),
    ...(columnGroups && { columnGroups: groups(columnGroups, 'columns') }),
    ...(summaryRowsAbove && { summaryRowsAbove }),
    ...(summaryColumnsLeft && { summaryColumnsLeft }),
  };
}

/** The lines of a sheet that a file holds, or what is wrong with them. */
export function readLines(stored: StoredLines): SheetLines | Wrong {
  const hiddenRows = readSpans(stored.hiddenRows ?? [], 'rows', true);
  if ('what' in hiddenRows) return hiddenRows;
  const hiddenColumns = readSpans(stored.hiddenColumns ?? [], 'columns', true);
  if ('what' in hiddenColumns) return hiddenColumns;
  const heights = stored.rowHeights ?? [];
  const high = readSpans(
    heights.map(({ rows }) => rows),
    'rows',
    false,
  );
  if ('what' in high) return high;
  const rowHeights = high.spans.map((span, index): RowHeight => ({
    ...span,
    height: heights[index]?.height ?? 0,
  }));
  const rowGroups = readGroups(stored.rowGroups, 'rows');
  if ('what' in rowGroups) return rowGroups;
  const columnGroups = readGroups(stored.columnGroups, 'columns');
  if ('what' in columnGroups) return columnGroups;
  return {
    ...(hiddenRows.spans.length > 0 && { hiddenRows: hiddenRows.spans }),
    ...(hiddenColumns.spans.length > 0 && { hiddenColumns: hiddenColumns.spans }),
    ...(rowHeights.length > 0 && { rowHeights }),
    ...(rowGroups.groups.length > 0 && { rowGroups: rowGroups.groups }),
    ...(columnGroups.groups.length > 0 && { columnGroups: columnGroups.groups }),
    ...(stored.summaryRowsAbove && { summaryRowsAbove: stored.summaryRowsAbove }),
    ...(stored.summaryColumnsLeft && { summaryColumnsLeft: stored.summaryColumnsLeft }),
  };
}

function readGroups(stored: StoredLines['rowGroups'], axis: Axis): { readonly groups: LineGroups } | Wrong {
  const groups: LineGroup[] = [];
  for (const { lines, level, collapsed } of stored ?? []) {
    const span = spanOf(lines, axis);
    if (!span) return noLines(lines, axis);
    groups.push({ ...span, level, ...(collapsed && { collapsed }) });
  }
  const ordered = orderedGroups(groups);
  return ordered
    ? { groups: ordered }
    : { what: `has groups of ${axis} that overlap, or that lie in none of the level before` };
}
