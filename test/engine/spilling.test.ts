import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

/** A sheet whose values can be asked for, and edited cell by cell. */
function sheet(rows: Rows) {
  const engine = Engine.build([{ name: 'S', rows }], []);
  return {
    engine,
    column: (column: number, height = 6): CellValue[] =>
      engine
        .rangeValues('S', { top: 0, left: column, bottom: height - 1, right: column })
        .map(([value = null]) => value),
    set: (row: number, column: number, content: CellContent | null) =>
      engine.setCells([{ sheet: 'S', row, column, content }]),
    spill: (row: number, column: number) => engine.spillOf({ sheet: 'S', row, column }),
  };
}

const noRoom = { error: '#SPILL!' };

test('a result is as long as a cell says, and follows it', () => {
  const { column, set, spill, engine } = sheet([[3, '=SEQUENCE(A1)']]);
  expect(column(1)).toEqual([1, 2, 3, null, null, null]);
  expect(spill(0, 1)).toEqual({ top: 0, left: 1, bottom: 2, right: 1 });
  set(0, 0, 5);
  expect(column(1)).toEqual([1, 2, 3, 4, 5, null]);
  const changes = set(0, 0, 2);
  expect(column(1)).toEqual([1, 2, null, null, null, null]);
  // Cells that became empty are told, too.
  expect(changes.filter(({ value }) => value === null).map(({ row }) => row)).toEqual([2, 3, 4]);
  set(0, 0, 1);
  expect(spill(0, 1)).toBeUndefined();
  engine.destroy();
});

test('of an array only the cells that show another value are told', () => {
  const { set, engine } = sheet([[1, 9, '=IFERROR(A1:A3/0,B1)', '=A1:A3*10', '=SEQUENCE(A3)'], [2], [3]]);
  const told = (changes: ReturnType<typeof set>) =>
    changes
      .map(({ row, column, value }) => [row, column, value] as const)
      .toSorted(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn);
  expect(told(set(1, 0, 5))).toEqual([
    [1, 0, 5],
    [1, 3, 50],
  ]);
  expect(told(set(2, 0, 4))).toEqual([
    [2, 0, 4],
    [2, 3, 40],
    [3, 4, 4],
  ]);
  engine.destroy();
});

test('a result needs only the cells that it fills', () => {
  const { column, set, engine } = sheet([[1, '=FILTER(A1:A6,A1:A6>2)'], [5], [4], [1, 'below']]);
  expect(column(1)).toEqual([5, 4, null, 'below', null, null]);
  set(2, 1, 'beside');
  expect(column(1)).toEqual([5, 4, 'beside', 'below', null, null]);
  set(0, 0, 9);
  expect(column(1)).toEqual([noRoom, null, 'beside', 'below', null, null]);
  set(2, 1, null);
  expect(column(1)).toEqual([9, 5, 4, 'below', null, null]);
  engine.destroy();
});

test('a result of whole columns fills what they hold, and grows with them', () => {
  const { column, set, engine } = sheet([[3, '=SORT(A:A)', '=UNIQUE(A:A)'], [1], [3]]);
  expect(column(1)).toEqual([1, 3, 3, null, null, null]);
  expect(column(2)).toEqual([3, 1, null, null, null, null]);
  set(3, 0, 2);
  expect(column(1)).toEqual([1, 2, 3, 3, null, null]);
  expect(column(2)).toEqual([3, 1, 2, null, null, null]);
  engine.destroy();
});

test('results that read each other grow one after the other', () => {
  const { column, set, engine } = sheet([
    [2, '=SEQUENCE(A1)', '=TOCOL(B1:B6,1)*2', '=SORT(TOCOL(C1:C6,1),,-1)'],
  ]);
  expect([column(1), column(2), column(3)]).toEqual([
    [1, 2, null, null, null, null],
    [2, 4, null, null, null, null],
    [4, 2, null, null, null, null],
  ]);
  set(0, 0, 4);
  expect(column(3)).toEqual([8, 6, 4, 2, null, null]);
  engine.destroy();
});

test('cells of a reference spill, empty ones as 0', () => {
  const { column, engine } = sheet([[1, '=A1:A3'], [null], ['x']]);
  expect(column(1, 4)).toEqual([1, 0, 'x', null]);
  engine.destroy();
});

test('an error takes the place of the first cell only', () => {
  const { column, set, engine } = sheet([[1, '=SORT(A1:A3/A1)'], [3], [2]]);
  expect(column(1, 4)).toEqual([1, 2, 3, null]);
  set(0, 0, 'x');
  expect(column(1, 4)).toEqual([{ error: '#VALUE!' }, { error: '#VALUE!' }, { error: '#VALUE!' }, null]);
  set(0, 1, '=SORT(A1:A3,9)');
  expect(column(1, 4)).toEqual([{ error: '#VALUE!' }, null, null, null]);
  engine.destroy();
});

test('a total passes over a cell that becomes a total', () => {
  const { engine, set } = sheet([[1, '=SUBTOTAL(9,A1:A3)'], [2], [3]]);
  const total = () => engine.value({ sheet: 'S', row: 0, column: 1 });
  expect(total()).toBe(6);
  set(2, 0, '=SUBTOTAL(9,A1:A2)');
  expect(total()).toBe(3);
  set(2, 0, 3);
  expect(total()).toBe(6);
  engine.destroy();
});

test('the text of a formula follows it', () => {
  const { engine, set } = sheet([['=1+1', '=FORMULATEXT(A1)']]);
  const text = () => engine.value({ sheet: 'S', row: 0, column: 1 });
  expect(text()).toBe('=1+1');
  set(0, 0, '=2');
  expect(text()).toBe('=2');
  const missing = { error: '#N/A' };
  set(0, 0, 2);
  expect(text()).toEqual(missing);
  const below = () => engine.value({ sheet: 'S', row: 3, column: 1 });
  set(3, 1, '=FORMULATEXT(A4)');
  for (const [content, told] of [
    [1, missing],
    ['=3', '=3'],
    ['text', missing],
    ['=4', '=4'],
    [null, missing],
  ] as const) {
    set(3, 0, content);
    expect(below()).toEqual(told);
  }
  set(0, 0, '=2');
  expect(text()).toBe('=2');
  engine.destroy();
});
