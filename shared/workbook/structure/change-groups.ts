import type { WorkbookDocument } from '../document.ts';
import { grouped, maximumLevel, ungrouped, withDetail, type LineGroups } from '../line-groups.ts';
import { failure, type Result } from '../../result.ts';
import { beyondSheet, type LinesOfAxis } from './beyond-sheet.ts';
import { withSheet } from './change-view.ts';
import { linesText, type Axis, type Interval } from './line-change.ts';
import { sheetNamed } from './change-sheets.ts';
import {
  groupsOf,
  hiddenLines,
  isSummaryFirst,
  withGroups,
  withHiddenLines,
  withSummaryFirst,
} from './sheet-lines.ts';

function changedGroups(
  document: WorkbookDocument,
  sheet: string,
  lines: LinesOfAxis,
  change: (groups: LineGroups, lines: Interval) => LineGroups | undefined,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sheet);
  if (!found.ok) return found;
  const refused = beyondSheet(sheet, lines);
  if (refused) return refused;
  const { axis, at, count } = lines;
  const before = groupsOf(found.value, axis);
  const after = change(before, { first: at, last: at + count - 1 });
  if (!after) {
    return failure({
      code: 'groups-too-deep',
      message: `${linesText(axis, at, count)} lie in ${maximumLevel} groups already, which is as deep as groups go.`,
      subject: `${sheet}, ${linesText(axis, at, count)}`,
      remedy: 'Ungroup some of them first.',
    });
  }
  return withSheet(document, sheet, (one) =>
    JSON.stringify(after) === JSON.stringify(before) ? one : withGroups(one, axis, after),
  );
}

/** The document with lines of a sheet one level deeper in groups. Refuses lines beyond the sheet, and groups too deep for Excel. */
export function withLinesGrouped(
  document: WorkbookDocument,
  sheet: string,
  lines: LinesOfAxis,
): Result<WorkbookDocument> {
  return changedGroups(document, sheet, lines, grouped);
}

/** The document with lines of a sheet one level less deep in groups. Refuses lines beyond the sheet. */
export function withLinesUngrouped(
  document: WorkbookDocument,
  sheet: string,
  lines: LinesOfAxis,
): Result<WorkbookDocument> {
  return changedGroups(document, sheet, lines, ungrouped);
}

/** The document with groups of a sheet collapsed or opened, each told by its first line and its level. */
export function withDetailShown(
  document: WorkbookDocument,
  sheet: string,
  axis: Axis,
  changes: Parameters<typeof withDetail>[2],
): Result<WorkbookDocument> {
  return withSheet(document, sheet, (one) => {
    const before = { groups: groupsOf(one, axis), hidden: hiddenLines(one, axis) };
    const after = withDetail(before.groups, before.hidden, changes);
    return JSON.stringify(after) === JSON.stringify(before)
      ? one
      : withHiddenLines(withGroups(one, axis, after.groups), axis, after.hidden);
  });
}

/** The document with the lines of a sheet that sum groups up before them, or after them. */
export function withSummaryPlace(
  document: WorkbookDocument,
  sheet: string,
  axis: Axis,
  isFirst: boolean,
): Result<WorkbookDocument> {
  return withSheet(document, sheet, (one) =>
    isSummaryFirst(one, axis) === isFirst ? one : withSummaryFirst(one, axis, isFirst),
  );
}
