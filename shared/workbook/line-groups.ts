import {
  countWithin,
  differenceOf,
  intersectionOf,
  movedSpans,
  unionOf,
  type LineSpans,
} from './line-spans.ts';
import { movedInterval, type Interval, type LineChange } from './structure/line-change.ts';

/** Excel's limit on groups inside groups. */
export const maximumLevel = 7;

/** Lines that can be hidden together under the line after them, or the one before. */
export interface LineGroup extends Interval {
  /** How deep the group lies: 1 for one that lies in no other. */
  readonly level: number;
  readonly collapsed?: true;
}

/**
 * The groups of an axis, by their first line and then by their level. Those of one level neither touch
 * nor overlap, and each lies in one of the level before.
 */
export type LineGroups = readonly LineGroup[];

/** The lines of each level, and those of its groups that are collapsed. */
interface Level {
  readonly lines: LineSpans;
  readonly collapsed: LineSpans;
}

function levelsOf(groups: LineGroups): Level[] {
  return Array.from({ length: maximumLevel }, (_, index) => {
    const own = groups.filter(({ level }) => level === index + 1);
    return {
      lines: unionOf(own, []),
      collapsed: unionOf(
        own.filter((each) => each.collapsed),
        [],
      ),
    };
  });
}

function groupsOf(levels: readonly Level[]): LineGroups {
  return levels
    .flatMap(({ lines, collapsed }, index) =>
      lines.map((span): LineGroup => ({
        ...span,
        level: index + 1,
        ...(countWithin(collapsed, span) > 0 && { collapsed: true }),
      })),
    )
    .toSorted((one, other) => one.first - other.first || one.level - other.level);
}

/** The groups in order, where those of a level do not meet and lie in one of the level before; undefined where they do not. */
export function orderedGroups(groups: LineGroups): LineGroups | undefined {
  const levels = levelsOf(groups);
  const ordered = groupsOf(levels);
  const isNested = levels.every(
    ({ lines }, index) => index === 0 || differenceOf(lines, levels[index - 1]?.lines ?? []).length === 0,
  );
  return isNested && ordered.length === groups.length ? ordered : undefined;
}

/** The groups of lines whose levels are given by their spans, the outermost first; `collapsed` tells of a group. */
export function groupsOfLevels(
  levels: readonly LineSpans[],
  isCollapsed: (group: Interval) => boolean,
): LineGroups {
  return groupsOf(levels.map((lines) => ({ lines, collapsed: lines.filter(isCollapsed) })));
}

/** The groups with the lines one level deeper; undefined where they would lie deeper than Excel's limit. */
export function grouped(groups: LineGroups, lines: Interval): LineGroups | undefined {
  const levels = levelsOf(groups);
  if (countWithin(levels.at(-1)?.lines ?? [], lines) > 0) return undefined;
  return groupsOf(
    levels.map(({ lines: own, collapsed }, index) => {
      const around = index === 0 ? [lines] : intersectionOf(levels[index - 1]?.lines ?? [], [lines]);
      return { lines: unionOf(own, around), collapsed };
    }),
  );
}

/** The groups with the lines one level less deep. */
export function ungrouped(groups: LineGroups, lines: Interval): LineGroups {
  const levels = levelsOf(groups);
  return groupsOf(
    levels.map(({ lines: own, collapsed }, index) => ({
      lines: unionOf(differenceOf(own, [lines]), intersectionOf(levels[index + 1]?.lines ?? [], [lines])),
      collapsed,
    })),
  );
}

/** The groups where some are collapsed or open, and the lines that are hidden then. */
export function withDetail(
  groups: LineGroups,
  hidden: LineSpans,
  changes: readonly { readonly first: number; readonly level: number; readonly shown: boolean }[],
): { readonly groups: LineGroups; readonly hidden: LineSpans } {
  const isChanged = (group: LineGroup) =>
    changes.find(({ first, level }) => group.first === first && group.level === level);
  const after = groups.map(({ collapsed, ...group }): LineGroup => {
    const shown = isChanged(group)?.shown ?? collapsed !== true;
    return shown ? group : { ...group, collapsed: true };
  });
  const opened = unionOf(
    after.filter((group) => isChanged(group)?.shown),
    [],
  );
  const closed = unionOf(
    after.filter((group) => group.collapsed && (isChanged(group) || countWithin(opened, group) > 0)),
    [],
  );
  return { groups: after, hidden: unionOf(differenceOf(hidden, opened), closed) };
}

/** The groups after a change of lines. What is inserted between lines of a group belongs to it. */
export function movedGroups(groups: LineGroups, change: LineChange): LineGroups {
  const moved = (spans: LineSpans): LineSpans =>
    change.kind === 'move'
      ? movedSpans(spans, change)
      : unionOf(
          spans.flatMap((span) => movedInterval(span, change) ?? []),
          [],
        );
  return groupsOf(
    levelsOf(groups).map(({ lines, collapsed }) => ({ lines: moved(lines), collapsed: moved(collapsed) })),
  );
}
