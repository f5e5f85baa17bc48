import { expect, test } from 'vitest';
import { detailCommand, groupAt, levelCommand } from '../../renderer/commands/line-groups.ts';
import { placeAmongAll } from '../../renderer/commands/sheets.ts';
import { outlineMarks, outlineSize } from '../../renderer/grid/outline-marks.ts';

const outer = { first: 2, last: 9, level: 1 };
const inner = { first: 4, last: 6, level: 2 };
const closed = { ...inner, collapsed: true as const };

test('detail is hidden in the innermost group of a line, or in the one that ends before it', () => {
  expect(groupAt([outer, inner], 5, false, false)).toBe(inner);
  expect(groupAt([outer, inner], 7, false, false)).toBe(outer);
  expect(groupAt([outer, closed], 7, true, false)).toBe(closed);
  expect(groupAt([outer, inner], 10, false, false)).toBe(outer);
  expect(groupAt([outer, closed], 5, false, false)).toBe(outer);
  expect(groupAt([outer, inner], 5, true, false)).toBeUndefined();
  expect(groupAt([outer, inner], 11, false, false)).toBeUndefined();
});

test('commands name the lines, and a level shows those before it', () => {
  expect(detailCommand('My sheet', 'rows', inner, false)).toEqual({
    kind: 'showDetail',
    label: "Hide detail in rows 5 to 7 of 'My sheet'",
    sheet: 'My sheet',
    axis: 'rows',
    groups: [{ first: 4, level: 2, shown: false }],
  });
  expect(levelCommand('S', 'columns', [outer, inner], 2)).toMatchObject({
    groups: [
      { first: 2, level: 1, shown: true },
      { first: 4, level: 2, shown: false },
    ],
  });
});

test('brackets span the lines in view, and buttons stand at the line after', () => {
  const line = (index: number) => ({ line: index, start: index * 20, end: index * 20 + 20 });
  expect(outlineMarks([outer, closed], [0, 1, 2, 3, 7, 8].map(line), false)).toEqual([
    { group: outer, bracket: { start: 40, end: 180, isWhole: true }, button: undefined },
    { group: closed, bracket: undefined, button: 150 },
  ]);
  expect(outlineMarks([outer], [8, 9, 10].map(line), false)).toEqual([
    { group: outer, bracket: { start: 160, end: 210, isWhole: false }, button: 210 },
  ]);
  expect(outlineMarks([outer], [20, 21].map(line), false)).toEqual([]);
  expect(outlineSize([])).toBe(0);
  expect(outlineSize([outer, inner])).toBe(50);
});

test('where groups are summed up before them, the line before a group stands for it', () => {
  expect(groupAt([outer, inner], 1, false, true)).toBe(outer);
  expect(groupAt([outer, inner], 10, false, true)).toBeUndefined();
  expect(groupAt([outer, inner], 3, false, true)).toBe(outer);
  expect(groupAt([outer, closed], 3, true, true)).toBe(closed);
  const line = (index: number) => ({ line: index, start: index * 20, end: index * 20 + 20 });
  expect(outlineMarks([outer, closed], [1, 2, 3, 7, 8].map(line), true)).toEqual([
    { group: outer, bracket: { start: 30, end: 180, isWhole: false }, button: 30 },
    { group: closed, bracket: undefined, button: 70 },
  ]);
  expect(outlineMarks([outer], [8, 9, 10].map(line), true)).toEqual([
    { group: outer, bracket: { start: 160, end: 200, isWhole: true }, button: undefined },
  ]);
});

test('a sheet is moved beside those that are shown, wherever the hidden ones stand', () => {
  const all = ['A', 'hidden', 'B', 'C'];
  const shown = ['A', 'B', 'C'];
  expect(placeAmongAll(all, shown, 'A', 1)).toBe(2);
  expect(placeAmongAll(all, shown, 'A', 2)).toBe(3);
  expect(placeAmongAll(all, shown, 'C', 0)).toBe(0);
  expect(placeAmongAll(all, shown, 'B', 0)).toBe(0);
});
