import { maximumLevel, type LineGroup, type LineGroups } from '../../shared/workbook/line-groups.ts';

/** Pixels of a level in the strip beside the headings. */
export const levelSize = 16;

/** How wide the strip of an axis is in pixels: a level for each, and one more for the button of the last; 0 without groups. */
export function outlineSize(groups: LineGroups): number {
  const deepest = deepestLevel(groups);
  return deepest === 0 ? 0 : (deepest + 1) * levelSize + 2;
}

export function deepestLevel(groups: LineGroups): number {
  return groups.reduce((most, { level }) => Math.max(most, Math.min(level, maximumLevel)), 0);
}

/** A line in view: where it begins and ends, in pixels of the stage. */
export interface LineInView {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What is drawn of a group: its bracket along those of its lines that are in view, and the button at the line that sums it up. */
export interface OutlineMark {
  readonly group: LineGroup;
  readonly bracket:
    | {
        readonly start: number;
        readonly end: number;
        /** Whether the end that is away from the button is in view. */
        readonly isWhole: boolean;
      }
    | undefined;
  readonly button: number | undefined;
}

/** The marks of groups, by the lines in view, which come in order; `isFirst` where the line that sums a group up stands before it. */
export function outlineMarks(
  groups: LineGroups,
  lines: readonly LineInView[],
  isFirst: boolean,
): OutlineMark[] {
  const byLine = new Map(lines.map((each) => [each.line, each]));
  return groups.flatMap((group) => {
    const own = lines.filter(({ line }) => line >= group.first && line <= group.last);
    const [first] = own;
    const last = own.at(-1);
    const summary = byLine.get(isFirst ? group.first - 1 : group.last + 1);
    if (!summary && !first) return [];
    const button = summary && (summary.start + summary.end) / 2;
    const isOpen = first && last && !group.collapsed;
    return [
      {
        group,
        bracket: isOpen
          ? {
              start: (isFirst ? button : undefined) ?? first.start,
              end: (isFirst ? undefined : button) ?? last.end,
              isWhole: isFirst ? last.line === group.last : first.line === group.first,
            }
          : undefined,
        button,
      },
    ];
  });
}
