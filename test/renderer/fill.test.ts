import { expect, test } from 'vitest';
import { fillContents } from '../../renderer/grid/fill.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

type Contents = Readonly<Record<string, CellContent>>;
const at = (contents: Contents) => (row: number, column: number) => contents[`${row},${column}`] ?? null;
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const down = (contents: Contents, from: number, to: number, first: number, last: number) =>
  fillContents({ ...cell(from, 0), bottom: to }, { ...cell(first, 0), bottom: last }, at(contents)).map(
    ({ content }) => content,
  );

test('a formula moves its relative references along', () => {
  expect(down({ '0,0': '=B1*$C$1' }, 0, 0, 1, 3)).toEqual(['=B2*$C$1', '=B3*$C$1', '=B4*$C$1']);
});

test('one number, and text, are repeated', () => {
  expect(down({ '0,0': 5 }, 0, 0, 1, 2)).toEqual([5, 5]);
  expect(down({ '0,0': 'a', '1,0': 'b' }, 0, 1, 2, 4)).toEqual(['a', 'b', 'a']);
});

test('two numbers go on by their step, without binary dust', () => {
  expect(down({ '0,0': 0.1, '1,0': 0.2 }, 0, 1, 2, 4)).toEqual([0.3, 0.4, 0.5]);
});

test('filling upwards goes on backwards', () => {
  expect(down({ '2,0': 10, '3,0': 20 }, 2, 3, 0, 1)).toEqual([-10, 0]);
});

test('filling to the right goes along each row', () => {
  const filled = fillContents(
    { top: 0, left: 0, bottom: 1, right: 1 },
    { top: 0, left: 2, bottom: 1, right: 3 },
    at({ '0,0': 1, '0,1': 3, '1,0': '=A1', '1,1': '=B1' }),
  );
  expect(filled.map(({ content }) => content)).toEqual([5, 7, '=C1', '=D1']);
});

test('empty cells are filled as empty cells', () => {
  expect(down({}, 0, 0, 1, 1)).toEqual([null]);
});
