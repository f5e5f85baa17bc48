import { expect, test } from 'vitest';
import { packedCells, placesOf } from '../../renderer/workers/packed-cells.ts';

test('cells are packed sheet by sheet and keep their order and what goes along', () => {
  const cells = [
    { sheet: 'One', row: 1_048_575, column: 2, value: 7 },
    { sheet: 'Two', row: 0, column: 16_383, value: 'word' },
    { sheet: 'One', row: 3, column: 0, value: null },
  ];
  const packed = packedCells(cells, ({ value }) => value);
  expect(packed.map(({ sheet, items }) => [sheet, items])).toEqual([
    ['One', [7, null]],
    ['Two', ['word']],
  ]);
  expect(placesOf(packed)).toEqual([
    { sheet: 'One', row: 1_048_575, column: 2 },
    { sheet: 'One', row: 3, column: 0 },
    { sheet: 'Two', row: 0, column: 16_383 },
  ]);
  expect(packedCells([], () => null)).toEqual([]);
});
