import { expect, test } from 'vitest';
import { cellsUnderMouse } from '../../renderer/grid/grid-keys.ts';
import { pointAt, referenceBehind, type PointedReference } from '../../renderer/formula-bar/pointing.ts';

const at = (row: number, column: number) => ({ row, column });
const one = (row: number, column: number, sheet = 'S') => ({
  sheet,
  anchor: at(row, column),
  head: at(row, column),
});

/** Points at cell after cell, the text cursor always behind what was put. */
function pointing(text: string, ...steps: Parameters<typeof pointAt>[3][]): string | undefined {
  let now = text;
  let last: PointedReference | null = null;
  for (const cells of steps) {
    const place = last?.to ?? text.length;
    const put = pointAt(now, { start: place, end: place }, last, cells, 'S');
    if (!put) return undefined;
    ({ text: now, pointed: last } = put);
  }
  return now;
}

test('a second cell takes the place of the first', () => {
  expect(pointing('=1+', one(0, 0), one(4, 2))).toBe('=1+C5');
});

test('a range is named from its upper left corner, whichever way it was drawn', () => {
  expect(pointing('=SUM(', one(4, 2), { sheet: 'S', anchor: at(4, 2), head: at(1, 0) })).toBe('=SUM(A2:C5');
});

test('another sheet is named, and quoted where it must be', () => {
  expect(pointing('=', one(0, 0, 'Q1 plan'))).toBe("='Q1 plan'!A1");
  expect(pointing('=', one(0, 0, 'Q1 plan'), one(1, 1))).toBe('=B2');
});

test('nothing is put where no reference can stand', () => {
  for (const text of ['=A1', '=SUM(1)', 'word', '', '="a'])
    expect(pointing(text, one(0, 0)), text).toBeUndefined();
});

test('after typing or moving the text cursor a new reference begins', () => {
  const last = { ...one(0, 0), from: 1, to: 3 };
  expect(pointAt('=A1+', { start: 4, end: 4 }, last, one(1, 1), 'S')?.text).toBe('=A1+B2');
  expect(pointAt('=A1', { start: 1, end: 1 }, last, one(1, 1), 'S')?.text).toBe('=B2A1');
});

test('chosen text is replaced', () => {
  expect(pointAt('=1+old+2', { start: 3, end: 6 }, null, one(1, 1), 'S')?.text).toBe('=1+B2+2');
});

test('with Ctrl another reference stands beside the one pointed at last', () => {
  const last = { ...one(0, 2), from: 5, to: 7 };
  const put = pointAt('=SUM(C1)', { start: 7, end: 7 }, last, one(4, 2), 'S', true);
  expect(put?.text).toBe('=SUM(C1,C5)');
  expect(put?.pointed).toMatchObject({ from: 8, to: 10 });
  expect(pointAt('=SUM(', { start: 5, end: 5 }, null, one(4, 2), 'S', true)?.text).toBe('=SUM(C5');
});

test('headings name whole columns and rows', () => {
  const columns = { sheet: 'S', ...cellsUnderMouse({ row: -1, column: 3 }) };
  expect(pointing('=SUM(', columns)).toBe('=SUM(D:D');
  expect(pointing('=SUM(', { ...columns, ...cellsUnderMouse({ row: 7, column: 1 }, columns) })).toBe(
    '=SUM(B:D',
  );
  expect(pointing('=SUM(', { sheet: 'T', ...cellsUnderMouse({ row: 2, column: -1 }) })).toBe('=SUM(T!3:3');
});

test('cells that are drawn over a heading stay cells', () => {
  expect(cellsUnderMouse({ row: -1, column: 1 }, one(2, 1))).toEqual({ anchor: at(2, 1), head: at(0, 1) });
});

test('a reference that ends at the text cursor can be pointed elsewhere', () => {
  expect(referenceBehind('=SUM(B2:C$5)', 11, 'S')).toEqual({
    sheet: 'S',
    anchor: at(1, 1),
    head: at(4, 2),
    from: 5,
    to: 11,
  });
  expect(referenceBehind("='My T'!B2+1", 10, 'S')).toMatchObject({ sheet: 'My T', from: 1 });
  for (const caret of [1, 3, 12]) expect(referenceBehind('=SUM(B2:C$5)', caret, 'S')).toBeUndefined();
});
