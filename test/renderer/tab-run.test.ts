import { expect, test } from 'vitest';
import { TabRun } from '../../renderer/grid/tab-run.ts';

const cell = (row: number, column: number, sheet = 'S') => ({
  sheet,
  row,
  column,
  range: { top: row, left: column, bottom: row, right: column },
  others: [],
});

test('Enter after Tab leads below the first cell of the row', () => {
  const run = new TabRun();
  run.step(cell(4, 2), 1);
  run.step(cell(4, 3), 1);
  expect(run.end(cell(4, 4))).toEqual({ row: 5, column: 2 });
  expect(run.end(cell(5, 2))).toBeUndefined();
  run.step(cell(5, 2), 1);
  run.step(cell(5, 3), -1);
  expect(run.end(cell(5, 2))).toEqual({ row: 6, column: 2 });
});

test('another way in between ends it', () => {
  const run = new TabRun();
  run.step(cell(4, 2), 1);
  expect(run.end(cell(7, 3))).toBeUndefined();
  run.step(cell(4, 2), 1);
  expect(run.end(cell(4, 3, 'T'))).toBeUndefined();
  run.step(cell(4, 2), 1);
  run.step(cell(8, 6), 1);
  expect(run.end(cell(8, 7))).toEqual({ row: 9, column: 6 });
});
