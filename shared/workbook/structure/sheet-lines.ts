import type { Sheet } from '../document.ts';
import { movedGroups, type LineGroups } from '../line-groups.ts';
import { movedSpans, type LineSpans } from '../line-spans.ts';
import { movedHeights, type RowHeights } from '../row-heights.ts';
import type { Axis, LineChange } from './line-change.ts';

/** What a sheet says of its lines. */
export type SheetLines = Pick<
  Sheet,
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'rowHeights'
  | 'rowGroups'
  | 'columnGroups'
  | 'summaryRowsAbove'
  | 'summaryColumnsLeft'
>;

/** The lines of a sheet that are hidden. */
export function hiddenLines({ hiddenRows = [], hiddenColumns = [] }: Sheet, axis: Axis): LineSpans {
  return axis === 'rows' ? hiddenRows : hiddenColumns;
}

/** The sheet with exactly these lines of an axis hidden. */
export function withHiddenLines(sheet: Sheet, axis: Axis, lines: LineSpans): Sheet {
  return withField(sheet, axis === 'rows' ? 'hiddenRows' : 'hiddenColumns', lines);
}

/** The groups of lines of a sheet. */
export function groupsOf({ rowGroups = [], columnGroups = [] }: Sheet, axis: Axis): LineGroups {
  return axis === 'rows' ? rowGroups : columnGroups;
}

/** The sheet with exactly these groups of lines of an axis. */
export function withGroups(sheet: Sheet, axis: Axis, groups: LineGroups): Sheet {
  return withField(sheet, axis === 'rows' ? 'rowGroups' : 'columnGroups', groups);
}

/** Whether the line that sums a group up stands before it, and not after it. */
export function isSummaryFirst(
  { summaryRowsAbove, summaryColumnsLeft }: Pick<Sheet, 'summaryRowsAbove' | 'summaryColumnsLeft'>,
  axis: Axis,
): boolean {
  return (axis === 'rows' ? summaryRowsAbove : summaryColumnsLeft) === true;
}

/** The sheet with the lines that sum groups up before them, or after them. */
export function withSummaryFirst(sheet: Sheet, axis: Axis, isFirst: boolean): Sheet {
  const { summaryRowsAbove, summaryColumnsLeft, ...rest } = sheet;
  const above = axis === 'rows' ? isFirst : summaryRowsAbove;
  const left = axis === 'columns' ? isFirst : summaryColumnsLeft;
  return { ...rest, ...(above && { summaryRowsAbove: true }), ...(left && { summaryColumnsLeft: true }) };
}

/** The sheet with exactly these rows of a height of their own. */
export function withRowHeights(sheet: Sheet, heights: RowHeights): Sheet {
  return withField(sheet, 'rowHeights', heights);
}

/** The sheet with what is said of its lines gone along with them. */
export function withLinesMoved(sheet: Sheet, change: LineChange): Sheet {
  const { axis } = change;
  const hidden = withHiddenLines(sheet, axis, movedSpans(hiddenLines(sheet, axis), change));
  const moved = withGroups(hidden, axis, movedGroups(groupsOf(sheet, axis), change));
  return axis === 'rows' ? withRowHeights(moved, movedHeights(sheet.rowHeights ?? [], change)) : moved;
}

type LineField = 'hiddenRows' | 'hiddenColumns' | 'rowGroups' | 'columnGroups' | 'rowHeights';

/** A list that is empty is not kept. */
function withField<Field extends LineField>(
  sheet: Sheet,
  field: Field,
  lines: NonNullable<Sheet[Field]>,
): Sheet {
  const changed: Partial<Record<LineField, unknown>> & Sheet = { ...sheet, [field]: lines };
  if (lines.length === 0) delete changed[field];
  return changed;
}
