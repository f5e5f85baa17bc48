import { expect, test } from 'vitest';
import { sumFor, sumsFor } from '../../renderer/commands/auto-sum.ts';
import type { CellValue } from '../../shared/workbook/document.ts';

const sheetOf = (values: readonly (readonly CellValue[])[]) => ({
  value: (row: number, column: number) => values[row]?.[column] ?? null,
});
const selection = (top: number, left: number, bottom: number, right: number) => ({
  sheet: 'S',
  row: top,
  column: left,
  range: { top, left, bottom, right },
  others: [],
});

test('one cell gets the sum of the numbers above it, or at its left', () => {
  const sheet = sheetOf([
    ['a', 'b', 'c'],
    [1, 2, null],
    [3, 4, null],
    [null, null, null],
  ]);
  expect(sumFor({ row: 3, column: 1 }, sheet)).toBe('=SUM(B2:B3)');
  expect(sumFor({ row: 2, column: 2 }, sheet)).toBe('=SUM(A3:B3)');
  // What is left empty between may be filled later.
  expect(sumFor({ row: 5, column: 0 }, sheet)).toBe('=SUM(A2:A5)');
  expect(sumFor({ row: 1, column: 4 }, sheet)).toBe('=SUM(A2:D2)');
  expect(sumFor({ row: 3, column: 2 }, sheet)).toBe('=SUM()');
  expect(sumFor({ row: 0, column: 0 }, sheet)).toBe('=SUM()');
});

test('chosen cells get a sum below every column, in the last row where that is empty', () => {
  const sheet = sheetOf([
    [1, 2, null, 5],
    [3, 4, null, 6],
  ]);
  const below = [
    { row: 2, column: 0, formula: '=SUM(A1:A2)' },
    { row: 2, column: 1, formula: '=SUM(B1:B2)' },
  ];
  expect(sumsFor(selection(0, 0, 1, 1), sheet)).toEqual(below);
  expect(sumsFor(selection(0, 0, 2, 1), sheet)).toEqual(below);
  expect(sumsFor(selection(0, 0, 1, 3), sheet).map(({ column }) => column)).toEqual([0, 1, 3]);
  expect(sumsFor(selection(0, 0, 0, 1), sheet)).toEqual([{ row: 0, column: 2, formula: '=SUM(A1:B1)' }]);
  expect(sumsFor(selection(0, 0, 0, 2), sheet)).toEqual([{ row: 0, column: 2, formula: '=SUM(A1:B1)' }]);
});
