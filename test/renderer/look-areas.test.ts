import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LookAreas } from '../../renderer/looks/look-areas.ts';
import type { LookChange } from '../../shared/workbook/command.ts';

const looks: readonly LookChange[] = [{ strong: true }, { format: '0%' }, { align: 'left' }];

/** The areas of a sheet whose cells have the looks of these places, or none where there is no such place. */
function areasOf(rows: readonly (readonly number[])[]) {
  const areas = new LookAreas();
  for (const [row, cells] of rows.entries())
    for (const [column, place] of cells.entries()) {
      const look = looks[place];
      if (look) areas.add(row, column, look);
    }
  return areas.on('S');
}

test('a large block of few looks is few areas', () => {
  const rows = Array.from({ length: 10_000 }, () => Array.from({ length: 100 }, (_, column) => column % 3));
  expect(areasOf(rows)).toHaveLength(100);
  const striped = Array.from({ length: 9 }, (_, row) => Array.from({ length: 100 }, () => row % 3));
  expect(areasOf(striped)).toHaveLength(9);
  expect(areasOf(rows.map((cells) => cells.map(() => 1)))).toEqual([
    { sheet: 'S', range: { top: 0, left: 0, bottom: 9999, right: 99 }, look: looks[1] },
  ]);
});

test('every cell is in exactly one area, of its own look', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: looks.length }), { maxLength: 6 }), { maxLength: 6 }),
      (rows) => {
        const found = rows.map((cells) => cells.map((): LookChange[] => []));
        for (const { range, look } of areasOf(rows))
          for (let row = range.top; row <= range.bottom; row++)
            for (let column = range.left; column <= range.right; column++) found[row]?.[column]?.push(look);
        expect(found).toEqual(rows.map((cells) => cells.map((place) => looks.slice(place, place + 1))));
      },
    ),
  );
});
