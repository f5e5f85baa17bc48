import { expect, test } from 'vitest';
import { pointAt, type PointedReference } from '../../renderer/formula-bar/pointing.ts';

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
