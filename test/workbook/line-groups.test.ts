import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grouped,
  movedGroups,
  orderedGroups,
  ungrouped,
  withDetail,
  type LineGroups,
} from '../../shared/workbook/line-groups.ts';
import { movedHeights, withHeight } from '../../shared/workbook/row-heights.ts';
import type { LineChange } from '../../shared/workbook/structure/line-change.ts';

const lines = (first: number, last: number) => ({ first, last });
const group = (first: number, last: number, level = 1) => ({ first, last, level });
const closed = (first: number, last: number, level = 1) => ({ first, last, level, collapsed: true as const });
const change = (kind: 'insert' | 'delete', at: number, count: number): LineChange => ({
  kind,
  sheet: 'S',
  axis: 'rows',
  at,
  count,
});

describe('groups of lines', () => {
  test('lie in each other, and meet to become one', () => {
    const outer = grouped([], lines(2, 9)) ?? [];
    expect(outer).toEqual([group(2, 9)]);
    const inner = grouped(outer, lines(4, 6)) ?? [];
    expect(inner).toEqual([group(2, 9), group(4, 6, 2)]);
    expect(grouped(inner, lines(10, 11))).toEqual([group(2, 11), group(4, 6, 2)]);
    expect(ungrouped(inner, lines(5, 5))).toEqual([group(2, 9), group(4, 4, 2), group(6, 6, 2)]);
    expect(ungrouped(inner, lines(0, 20))).toEqual([group(4, 6)]);
  });

  test('go seven deep and no deeper', () => {
    let groups: LineGroups = [];
    for (let level = 1; level <= 7; level++) groups = grouped(groups, lines(0, 3)) ?? [];
    expect(groups).toHaveLength(7);
    expect(grouped(groups, lines(3, 8))).toBeUndefined();
    expect(grouped(groups, lines(4, 8))?.[0]).toEqual(group(0, 8));
  });

  test('hide their lines, and a group within one that is opened keeps its own hidden', () => {
    const groups = [group(2, 9), group(4, 6, 2)];
    const inner = withDetail(groups, [], [{ first: 4, level: 2, shown: false }]);
    expect(inner).toEqual({ groups: [group(2, 9), closed(4, 6, 2)], hidden: [lines(4, 6)] });
    const both = withDetail(inner.groups, inner.hidden, [{ first: 2, level: 1, shown: false }]);
    expect(both).toEqual({ groups: [closed(2, 9), closed(4, 6, 2)], hidden: [lines(2, 9)] });
    const opened = withDetail(both.groups, both.hidden, [{ first: 2, level: 1, shown: true }]);
    expect(opened).toEqual(inner);
  });

  test('go along with their lines, and what is inserted between them belongs to them', () => {
    const groups = [group(2, 9), closed(4, 6, 2)];
    expect(movedGroups(groups, change('insert', 5, 2))).toEqual([group(2, 11), closed(4, 8, 2)]);
    expect(movedGroups(groups, change('insert', 2, 1))).toEqual([group(3, 10), closed(5, 7, 2)]);
    expect(movedGroups(groups, change('delete', 4, 3))).toEqual([group(2, 6)]);
    expect(movedGroups(groups, change('delete', 0, 5))).toEqual([group(0, 4), closed(0, 1, 2)]);
  });

  test('are groups still, whatever is grouped, ungrouped and moved', () => {
    const span = fc
      .tuple(fc.nat({ max: 20 }), fc.nat({ max: 8 }))
      .map(([first, more]) => lines(first, first + more));
    const step = fc.oneof(
      span.map((each) => (groups: LineGroups) => grouped(groups, each) ?? groups),
      span.map((each) => (groups: LineGroups) => ungrouped(groups, each)),
      fc
        .record({
          kind: fc.constantFrom('insert', 'delete', 'move'),
          at: fc.nat({ max: 20 }),
          count: fc.integer({ min: 1, max: 4 }),
          to: fc.nat({ max: 25 }),
        })
        .map((each): LineChange => ({ ...each, sheet: 'S', axis: 'rows' }))
        .map((each) => (groups: LineGroups) => movedGroups(groups, each)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let groups: LineGroups = [];
        for (const next of steps) {
          groups = next(groups);
          expect(orderedGroups(groups)).toEqual(groups);
        }
      }),
    );
  });
});

describe('heights of rows', () => {
  test('stand together where they are alike, and are left to the rows again', () => {
    const high = withHeight(withHeight([], lines(2, 3), 40), lines(4, 4), 40);
    expect(high).toEqual([{ first: 2, last: 4, height: 40 }]);
    expect(withHeight(high, lines(3, 3), 20)).toEqual([
      { first: 2, last: 2, height: 40 },
      { first: 3, last: 3, height: 20 },
      { first: 4, last: 4, height: 40 },
    ]);
    expect(withHeight(high, lines(0, 9), null)).toEqual([]);
  });

  test('go along with their rows, and a new row is as high as the one above', () => {
    const heights = [{ first: 2, last: 3, height: 40 }];
    expect(movedHeights(heights, change('insert', 4, 2))).toEqual([{ first: 2, last: 5, height: 40 }]);
    expect(movedHeights(heights, change('insert', 2, 2))).toEqual([{ first: 4, last: 5, height: 40 }]);
    expect(movedHeights(heights, change('delete', 0, 3))).toEqual([{ first: 0, last: 0, height: 40 }]);
  });
});
