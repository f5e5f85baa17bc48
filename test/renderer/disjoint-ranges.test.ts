import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disjointRanges } from '../../shared/workbook/range-parts.ts';
import { contains } from '../../shared/workbook/address.ts';
import { linedUp } from '../../renderer/clipboard/lined-up.ts';
import type { Range } from '../../shared/workbook/address.ts';

const line = fc.integer({ min: 0, max: 6 });
const range = fc.tuple(line, line, line, line).map(([top, bottom, left, right]): Range => ({
  top: Math.min(top, bottom),
  bottom: Math.max(top, bottom),
  left: Math.min(left, right),
  right: Math.max(left, right),
}));

const cells = Array.from({ length: 49 }, (_, place) => [Math.floor(place / 7), place % 7] as const);
const timesIn = (ranges: readonly Range[], row: number, column: number) =>
  ranges.filter((one) => contains(one, row, column)).length;

test('ranges that share cells become as many cells, each in one range', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
      const parts = disjointRanges(ranges);
      for (const [row, column] of cells)
        expect(timesIn(parts, row, column)).toBe(Math.min(1, timesIn(ranges, row, column)));
    }),
  );
});

test('ranges line up where their rows and columns make one table', () => {
  const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
  expect(linedUp([area(0, 2, 3, 2), area(0, 0, 3, 0)])).toEqual({ rows: [0, 1, 2, 3], columns: [0, 2] });
  expect(linedUp([area(5, 0, 5, 1), area(0, 0, 1, 1)])).toEqual({ rows: [0, 1, 5], columns: [0, 1] });
  expect(linedUp([area(0, 0, 0, 0), area(0, 2, 0, 2), area(2, 0, 2, 0), area(2, 2, 2, 2)])).toEqual({
    rows: [0, 2],
    columns: [0, 2],
  });
  expect(linedUp([area(0, 0, 1, 0), area(0, 2, 2, 2)])).toBeNull();
  expect(linedUp([area(0, 0, 1, 1), area(1, 1, 2, 2)])).toBeNull();
  expect(linedUp([area(0, 0, 0, 0), area(0, 0, 0, 0)])).toBeNull();
});
