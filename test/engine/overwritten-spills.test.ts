import { afterEach, expect, test } from 'vitest';
import { Engine, type CellEdit } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

let engine: Engine;
afterEach(() => engine.destroy());

const edit = (row: number, column: number, content: CellContent | null): CellEdit => ({
  sheet: 'S',
  row,
  column,
  content,
});
const changed = (...edits: CellEdit[]) =>
  engine
    .setCells(edits)
    .map(({ row, column, value }) => [row, column, value])
    .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => Number(a) - Number(c) || Number(b) - Number(d));

test('what is written into the way of a result is told, with what becomes of the result', () => {
  engine = Engine.build([{ name: 'S', rows: [['=SEQUENCE(3)', '=SUM(A1:A3)', '=A3']] }], []);
  expect(changed(edit(1, 0, 7))).toEqual([
    [0, 0, { error: '#SPILL!' }],
    [0, 1, { error: '#SPILL!' }],
    [0, 2, 0],
    [1, 0, 7],
    [2, 0, null],
  ]);
  expect(changed(edit(1, 0, null))).toEqual([
    [0, 0, 1],
    [0, 1, 6],
    [0, 2, 3],
    [1, 0, 2],
    [2, 0, 3],
  ]);
  expect(changed(edit(1, 0, '=5'), edit(2, 0, 6))).toEqual([
    [0, 0, { error: '#SPILL!' }],
    [0, 1, { error: '#SPILL!' }],
    [0, 2, 6],
    [1, 0, 5],
    [2, 0, 6],
  ]);
});
