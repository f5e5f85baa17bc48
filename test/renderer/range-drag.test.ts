import { expect, test } from 'vitest';
import { edgeUnder } from '../../renderer/grid/range-drag.ts';

const range = { top: 2, left: 1, bottom: 4, right: 2 };
const box = { top: 100, bottom: 124, left: 50, right: 130 };
const middle = { clientX: 90, clientY: 112 };

test('the edge of a range is held a little inside and a little beyond it', () => {
  const near = (row: number, column: number, at: Partial<typeof middle>) =>
    edgeUnder(range, { row, column }, box, { ...middle, ...at });
  expect(near(2, 1, { clientY: 103 })).toBe('top');
  expect(near(1, 2, { clientY: 123 })).toBe('top');
  expect(near(4, 2, { clientY: 121 })).toBe('bottom');
  expect(near(5, 2, { clientY: 101 })).toBe('bottom');
  expect(near(3, 1, { clientX: 53 })).toBe('left');
  expect(near(3, 0, { clientX: 129 })).toBe('left');
  expect(near(3, 2, { clientX: 127 })).toBe('right');
  expect(near(3, 3, { clientX: 51 })).toBe('right');
});

test('neither the middle of its cells nor edges between them are, nor those of other cells', () => {
  expect(edgeUnder(range, { row: 3, column: 1 }, box, middle)).toBeUndefined();
  expect(edgeUnder(range, { row: 3, column: 1 }, box, { ...middle, clientY: 101 })).toBeUndefined();
  expect(edgeUnder(range, { row: 9, column: 1 }, box, { ...middle, clientY: 101 })).toBeUndefined();
  expect(edgeUnder(range, { row: 5, column: 3 }, box, { ...middle, clientY: 101 })).toBeUndefined();
});
