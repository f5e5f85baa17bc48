import { expect, test } from 'vitest';
import { edgeOfData } from '../../renderer/grid/data-edge.ts';

/** `x` is a filled cell. */
const jump = (cells: string, from: number, step: 1 | -1) =>
  edgeOfData(from, step, cells.length - 1, (position) => cells[position] === 'x');

test('from inside a run of data, to its end', () => {
  expect(jump('xxxx..x', 0, 1)).toBe(3);
  expect(jump('x..xxxx', 6, -1)).toBe(3);
});

test('from the end of a run, to the next filled cell', () => {
  expect(jump('xxxx..xx', 3, 1)).toBe(6);
  expect(jump('xx..xxxx', 4, -1)).toBe(1);
});

test('from an empty cell, to the next filled cell', () => {
  expect(jump('..x.x', 0, 1)).toBe(2);
});

test('to the edge of the sheet when nothing is filled', () => {
  expect(jump('x....', 0, 1)).toBe(4);
  expect(jump('....x', 4, -1)).toBe(0);
});

test('stays at the edge', () => {
  expect(jump('x.x', 2, 1)).toBe(2);
  expect(jump('x.x', 0, -1)).toBe(0);
});
