import { quoteSheet } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { LineGroup, LineGroups } from '../../shared/workbook/line-groups.ts';
import { linesText, type Axis } from '../../shared/workbook/structure/line-change.ts';

/**
 * The group whose detail is hidden or shown at a line: the innermost that holds the line, or else the one
 * that the line sums up, which with `isFirst` stands before it; undefined where there is none that is not so already.
 */
export function groupAt(
  groups: LineGroups,
  line: number,
  shown: boolean,
  isFirst: boolean,
): LineGroup | undefined {
  const inQuestion = groups
    .filter(({ collapsed }) => (collapsed === true) === shown)
    .toSorted((one, other) => other.level - one.level);
  const holds = ({ first, last }: LineGroup) => first <= line && line <= last;
  // The outermost of those that are summed up here is opened first: the others lie in it.
  const beside = inQuestion.filter(({ first, last }) => (isFirst ? first - 1 : last + 1) === line);
  return inQuestion.find(holds) ?? beside.at(shown ? -1 : 0);
}

/** The command that hides or shows the lines of a group. */
export function detailCommand(sheet: string, axis: Axis, group: LineGroup, shown: boolean): Command {
  const { first, last, level } = group;
  const what = linesText(axis, first, last - first + 1);
  const label = `${shown ? 'Show' : 'Hide'} detail in ${what} of ${quoteSheet(sheet)}`;
  return { kind: 'showDetail', label, sheet, axis, groups: [{ first, level, shown }] };
}

/** The command that shows the lines of a level and of those before it, and hides those of deeper ones. */
export function levelCommand(sheet: string, axis: Axis, groups: LineGroups, shownLevel: number): Command {
  return {
    kind: 'showDetail',
    label: `Show level ${shownLevel} of ${axis} of ${quoteSheet(sheet)}`,
    sheet,
    axis,
    groups: groups.map(({ first, level }) => ({ first, level, shown: level < shownLevel })),
  };
}

/** The command that puts the lines that sum groups up before them, or after them. */
export function summaryCommand(sheet: string, axis: Axis, isFirst: boolean): Command {
  const place = axis === 'rows' ? (isFirst ? 'above' : 'below') : isFirst ? 'to left of' : 'to right of';
  const label = `Summary ${axis} ${place} detail in ${quoteSheet(sheet)}`;
  return { kind: 'setSummaryPlace', label, sheet, axis, isFirst };
}
