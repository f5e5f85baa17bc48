import { describe, expect, test } from 'vitest';
import { fillRanges } from '../../renderer/grid/fill-ranges.ts';
import { gridKey, pointingKey } from '../../renderer/grid/grid-keys.ts';
import { wholeLines } from '../../renderer/grid/whole-lines.ts';
import { SheetMirror } from '../../renderer/session/sheet-mirror.ts';
import { press } from './key-press.ts';

// Column A is filled down to row 3, then row 5; row 1 to column B.
const sheet = new SheetMirror({
  name: 'Sheet',
  rows: [],
  values: [[1, 2], [1], [1], [null], [1]],
  columnWidths: [],
  frozenRows: 1,
  frozenColumns: 0,
  gridLines: true,
  conditionalLooks: [],
});
const extent = { rows: 100, columns: 26 };
const at = (row: number, column: number, bottom = row, right = column) => ({
  sheet: 'Sheet',
  row,
  column,
  range: { top: row, left: column, bottom, right },
  others: [],
});
const chosen = (key: ReturnType<typeof gridKey>) =>
  key?.kind === 'choose' ? [key.address.row, key.address.column, key.range] : key;

test('Ctrl with an arrow goes to the edge of the data', () => {
  expect(chosen(gridKey(press('ArrowDown', { ctrlKey: true }), at(0, 0), sheet, extent))).toEqual([
    2,
    0,
    { top: 2, left: 0, bottom: 2, right: 0 },
  ]);
});

test('with Shift the active cell stays and the range grows, also in steps', () => {
  const control = { ctrlKey: true, shiftKey: true };
  expect(chosen(gridKey(press('ArrowDown', control), at(0, 0), sheet, extent))).toEqual([
    0,
    0,
    { top: 0, left: 0, bottom: 2, right: 0 },
  ]);
  expect(chosen(gridKey(press('ArrowDown', control), at(0, 0, 2), sheet, extent))).toEqual([
    0,
    0,
    { top: 0, left: 0, bottom: 4, right: 0 },
  ]);
});

test('Ctrl Home goes to the first cell that is not frozen, Ctrl End to the last used', () => {
  expect(chosen(gridKey(press('Home', { ctrlKey: true }), at(3, 3), sheet, extent))).toEqual([
    1,
    0,
    { top: 1, left: 0, bottom: 1, right: 0 },
  ]);
  expect(chosen(gridKey(press('End', { ctrlKey: true }), at(0, 0), sheet, extent))).toEqual([
    4,
    1,
    { top: 4, left: 1, bottom: 4, right: 1 },
  ]);
});

test('a character types over the cell; shortcuts and plain arrows are not the cell’s', () => {
  expect(gridKey(press('5'), at(0, 0), sheet, extent)).toEqual({ kind: 'typeOver' });
  expect(gridKey(press('='), at(0, 0), sheet, extent)).toEqual({ kind: 'typeOver' });
  expect(gridKey(press('s', { ctrlKey: true }), at(0, 0), sheet, extent)).toBeNull();
  expect(gridKey(press('ArrowDown'), at(0, 0), sheet, extent)).toBeNull();
  expect(gridKey(press('1', { altKey: true }), at(0, 0), sheet, extent)).toBeNull();
});

test('AltGr gives characters, although it reports Ctrl and Alt', () => {
  expect(gridKey(press('@', { ctrlKey: true, altKey: true }), at(0, 0), sheet, extent)).toEqual({
    kind: 'typeOver',
  });
});

test('a fill copies the first row of the range, and of one cell the cell above', () => {
  expect(fillRanges({ top: 0, left: 0, bottom: 2, right: 0 }, 'down')).toMatchObject({
    source: { top: 0, bottom: 0 },
    target: { top: 1, bottom: 2 },
  });
  expect(fillRanges({ top: 2, left: 1, bottom: 2, right: 1 }, 'down')).toMatchObject({
    source: { top: 1, bottom: 1 },
    target: { top: 2, bottom: 2 },
  });
  expect(fillRanges({ top: 2, left: 1, bottom: 2, right: 1 }, 'right')).toMatchObject({
    source: { left: 0, right: 0 },
    target: { left: 1, right: 1 },
  });
  expect(fillRanges({ top: 0, left: 0, bottom: 0, right: 3 }, 'down')).toBeNull();
});

test('whole rows reach over all columns of the grid, whole columns over all rows', () => {
  expect(wholeLines({ top: 2, left: 0, bottom: 4, right: 25 }, extent)).toBe('rows');
  expect(wholeLines({ top: 0, left: 3, bottom: 99, right: 3 }, extent)).toBe('columns');
  expect(wholeLines({ top: 0, left: 0, bottom: 99, right: 25 }, extent)).toBeNull();
  expect(wholeLines({ top: 0, left: 0, bottom: 5, right: 5 }, extent)).toBeNull();
});

describe('hidden lines', () => {
  // Rows 2 to 3 and column B are hidden.
  const partly = new SheetMirror({
    name: 'Sheet',
    rows: [],
    values: [[1, 2, 3], [null], [null], [1], [1]],
    columnWidths: [],
    frozenRows: 1,
    frozenColumns: 0,
    gridLines: true,
    hiddenRows: [{ first: 1, last: 2 }],
    hiddenColumns: [{ first: 1, last: 1 }],
    conditionalLooks: [],
  });
  const leads = (key: string, row: number, column: number, shiftKey = false, ctrlKey = false) => {
    const found = gridKey(press(key, { shiftKey, ctrlKey }), at(row, column), partly, extent);
    return found?.kind === 'choose' ? [found.address.row, found.address.column, found.range] : found;
  };
  const one = (row: number, column: number) => [row, column, at(row, column).range];

  test('are passed over by jumps to the edge of the data', () => {
    expect(leads('ArrowDown', 0, 0, false, true)).toEqual(one(4, 0));
    expect(leads('ArrowRight', 0, 0, false, true)).toEqual(one(0, 2));
    expect(leads('Home', 7, 7, false, true)).toEqual(one(3, 0));
  });

  test('are left to the nearest line that is shown', () => {
    expect(leads('ArrowDown', 1, 0)).toEqual(one(3, 0));
    expect(leads('ArrowUp', 2, 0)).toEqual(one(0, 0));
    expect(leads('Enter', 1, 0)).toEqual(one(3, 0));
    expect(leads('Tab', 1, 0)).toEqual(one(1, 2));
    expect(leads('Tab', 1, 2, true)).toEqual(one(1, 0));
    expect(leads('ArrowDown', 1, 0, true)).toEqual([1, 0, { top: 1, left: 0, bottom: 3, right: 0 }]);
    expect(leads('ArrowDown', 0, 0)).toBeNull();
  });
});

test('Ctrl+. leads from corner to corner as a clock goes, the range stays', () => {
  const range = { top: 1, left: 1, bottom: 3, right: 2 };
  let cell = { ...at(1, 1), range };
  const corners = Array.from({ length: 4 }, () => {
    const key = gridKey(press('.', { ctrlKey: true }), cell, sheet, extent);
    if (key?.kind !== 'choose') throw new Error('Nothing is chosen');
    expect(key.range).toEqual(range);
    cell = { ...cell, ...key.address };
    return [key.address.row, key.address.column];
  });
  expect(corners).toEqual([
    [1, 2],
    [3, 2],
    [3, 1],
    [1, 1],
  ]);
  expect(chosen(gridKey(press('.', { ctrlKey: true }), at(2, 2), sheet, extent))).toEqual([
    2,
    2,
    { top: 2, left: 2, bottom: 2, right: 2 },
  ]);
});

test('Shift+Backspace leaves the active cell alone, Backspace empties it', () => {
  const key = gridKey(
    press('Backspace', { shiftKey: true }),
    { ...at(1, 1, 3, 2), others: [] },
    sheet,
    extent,
  );
  expect(chosen(key)).toEqual([1, 1, { top: 1, left: 1, bottom: 1, right: 1 }]);
  expect(gridKey(press('Backspace'), at(1, 1, 3, 2), sheet, extent)).toEqual({ kind: 'empty' });
});

test('a letter, an input method and an accent begin an entry', () => {
  for (const key of ['a', '€', 'Process', 'Dead'])
    expect(gridKey(press(key), at(0, 0), sheet, extent), key).toEqual({ kind: 'typeOver' });
});

describe('while a formula points', () => {
  const from = (row: number, column: number) => ({ anchor: { row, column }, head: { row, column } });
  const points = (key: string, modifiers?: Parameters<typeof press>[1]) => {
    const { anchor, head } =
      pointingKey(press(key, modifiers), from(4, 3), sheet, extent, 20) ?? from(-1, -1);
    return [anchor.row, anchor.column, head.row, head.column];
  };

  test('Home, Ctrl+Home, Ctrl+End and pages lead as they do among cells, and Shift draws on', () => {
    expect(points('Home')).toEqual([4, 0, 4, 0]);
    expect(points('Home', { ctrlKey: true })).toEqual([1, 0, 1, 0]);
    expect(points('End', { ctrlKey: true, shiftKey: true })).toEqual([4, 3, 4, 1]);
    expect(points('PageDown')).toEqual([24, 3, 24, 3]);
    expect(points('PageUp', { shiftKey: true })).toEqual([4, 3, 0, 3]);
  });

  test('End alone and other keys do not point', () => {
    expect(points('End')).toEqual([-1, -1, -1, -1]);
    expect(points('Delete')).toEqual([-1, -1, -1, -1]);
  });
});
