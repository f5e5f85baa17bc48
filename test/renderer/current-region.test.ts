import { expect, test } from 'vitest';
import { currentRegion } from '../../renderer/grid/current-region.ts';

/** Lines of a sheet: `x` is filled. */
const regionIn = (lines: readonly string[], row: number, column: number) => {
  const used = { rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) };
  const { top, left, bottom, right } = currentRegion(
    { row, column },
    used,
    (at, across) => lines[at]?.[across] === 'x',
  );
  return [top, left, bottom, right];
};

test('a region ends at empty rows and columns, and cells that touch by a corner belong to it', () => {
  const lines = ['xx.x', 'x..x', '....', '..x.', '.x..'];
  expect(regionIn(lines, 0, 0)).toEqual([0, 0, 1, 1]);
  expect(regionIn(lines, 1, 3)).toEqual([0, 3, 1, 3]);
  expect(regionIn(lines, 4, 1)).toEqual([3, 1, 4, 2]);
});

test('an empty cell beside a table belongs to its region; one with nothing around it is alone', () => {
  const lines = ['xx...', 'xx...', '.....', '.....'];
  expect(regionIn(lines, 2, 1)).toEqual([0, 0, 2, 1]);
  expect(regionIn(lines, 3, 4)).toEqual([3, 4, 3, 4]);
  expect(regionIn(lines, 9, 9)).toEqual([9, 9, 9, 9]);
});

test('a table with holes is one region', () => {
  expect(regionIn(['xxx', 'x.x', 'xxx'], 1, 1)).toEqual([0, 0, 2, 2]);
  expect(regionIn(['x..', '.x.', '..x'], 0, 0)).toEqual([0, 0, 2, 2]);
});
