import type { SheetLines } from '../../workbook/structure/sheet-lines.ts';
import type { FileSheet } from './file-workbook.ts';
import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import { maximumRowHeight, type Sheet } from '../../workbook/document.ts';
import { groupsOfLevels, maximumLevel, type LineGroups } from '../../workbook/line-groups.ts';
import { complementOf, countWithin, spansOf, type LineSpans } from '../../workbook/line-spans.ts';
import type { RowHeight } from '../../workbook/row-heights.ts';
import { attribute } from './sheet-parts.ts';
import { pixelsPerPoint } from './write-lines.ts';

/* What a file says of whole rows and columns, beside the widths of columns. */

/** What a sheet of a file says of its lines, as the file library reads it. */
type FileLines = Pick<FileSheet, 'rowDefs' | 'columns'>;
type RowDefinition = NonNullable<ReturnType<NonNullable<FileLines['rowDefs']>['get']>>;
type LineDefinition = Pick<RowDefinition, 'hidden' | 'outlineLevel' | 'collapsed'>;

/** Which lines of a sheet are hidden in a file and in which groups they are, and the heights of its rows; `xml` is the part of the sheet. */
export function readLines({ rowDefs, columns }: FileLines, xml: string): SheetLines {
  const rows = [...(rowDefs ?? [])]
    .filter(([row]) => row >= 0 && row < maximumRows)
    .toSorted(([one], [other]) => one - other);
  const ofColumns = [...(columns ?? []).slice(0, maximumColumns).entries()];
  const hiddenRows = hidesOtherRows(xml) ? otherRows(xml, rowDefs) : hiddenLines(rows);
  const hiddenColumns = hiddenLines(ofColumns);
  const rowHeights = heights(rows);
  const summary = summaryPlaces(xml);
  const rowGroups = groups(rows, hiddenRows, summary.summaryRowsAbove === true);
  const columnGroups = groups(ofColumns, hiddenColumns, summary.summaryColumnsLeft === true);
  return {
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
    ...(rowHeights.length > 0 && { rowHeights }),
    ...(rowGroups.length > 0 && { rowGroups }),
    ...(columnGroups.length > 0 && { columnGroups }),
    ...summary,
  };
}

function hiddenLines(lines: readonly (readonly [number, LineDefinition])[]): LineSpans {
  return spansOf(lines.flatMap(([line, { hidden }]) => (hidden ? [line] : [])));
}

function heights(rows: readonly (readonly [number, RowDefinition])[]): RowHeight[] {
  const found: { first: number; last: number; height: number }[] = [];
  for (const [row, { height: points }] of rows) {
    if (points === undefined || points <= 0) continue;
    const height = Math.min(maximumRowHeight, Math.max(1, Math.round(points * pixelsPerPoint * 100) / 100));
    const before = found.at(-1);
    if (before?.last === row - 1 && before.height === height) before.last = row;
    else found.push({ first: row, last: row, height });
  }
  return found;
}

/** Where the lines stand that sum groups up. */
function summaryPlaces(xml: string): Pick<Sheet, 'summaryRowsAbove' | 'summaryColumnsLeft'> {
  const [tag = ''] = /<(?:\w+:)?outlinePr\s[^>]*>/.exec(xml) ?? [];
  const isOff = (name: string) => /^(?:0|false)$/.test(attribute(tag, name) ?? '');
  return {
    ...(isOff('summaryBelow') && { summaryRowsAbove: true }),
    ...(isOff('summaryRight') && { summaryColumnsLeft: true }),
  };
}

/** The line after a group, or with `isFirst` the one before it, says that it is collapsed. */
function groups(
  lines: readonly (readonly [number, LineDefinition])[],
  hidden: LineSpans,
  isFirst: boolean,
): LineGroups {
  const levels = Array.from({ length: maximumLevel }, (_, index) =>
    spansOf(lines.flatMap(([line, { outlineLevel = 0 }]) => (outlineLevel > index ? [line] : []))),
  );
  const told = new Set(lines.flatMap(([line, { collapsed }]) => (collapsed ? [line] : [])));
  return groupsOfLevels(
    levels,
    ({ first, last }) =>
      told.has(isFirst ? first - 1 : last + 1) && countWithin(hidden, { first, last }) === last - first + 1,
  );
}

/** Whether all rows of which the file says nothing are hidden: so Excel hides rows down to the last. */
function hidesOtherRows(xml: string): boolean {
  const [tag] = /<(?:\w+:)?sheetFormatPr\s[^>]*>/.exec(xml) ?? [];
  return /^(?:1|true)$/.test((tag && attribute(tag, 'zeroHeight')) ?? '');
}

function otherRows(xml: string, rowDefs: FileLines['rowDefs']): LineSpans {
  const shown = [...xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)].flatMap(([, text]) => {
    const row = Number(text) - 1;
    return row >= 0 && row < maximumRows && !rowDefs?.get(row)?.hidden ? [row] : [];
  });
  return complementOf(spansOf(shown.toSorted((one, other) => one - other)), maximumRows);
}
