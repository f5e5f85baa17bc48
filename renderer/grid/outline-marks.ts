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

/** What is drawn of a group: its bracket along those of its lines that are in view, and the button at the line after it. */
export interface OutlineMark {
  readonly group: LineGroup;
  readonly bracket: { readonly start: number; readonly end: number; readonly isWhole: boolean } | undefined;
  readonly button: number | undefined;
}

/** The marks of groups, by the lines in view, which come in order. */
export function outlineMarks(groups: LineGroups, lines: readonly LineInView[]): OutlineMark[] {
  const byLine = new Map(lines.map((each) => [each.line, each]));
  return groups.flatMap((group) => {
    const own = lines.filter(({ line }) => line >= group.first && line <= group.last);
    const [first] = own;
    const last = own.at(-1);
    const after = byLine.get(group.last + 1);
    if (!after && !first) return [];
    const end = after ? (after.start + after.end) / 2 : last?.end;
    return [
      {
        group,
        bracket:
          first && end !== undefined && !group.collapsed
            ? { start: first.start, end, isWhole: first.line === group.first }
            : undefined,
        button: after && (after.start + after.end) / 2,
      },
    ];
  });
}
