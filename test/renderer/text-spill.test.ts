import { expect, test } from 'vitest';
import { rowSpills, type SpillCell } from '../../renderer/grid/text-spill.ts';

/** Cells by the pixels their text needs; null is empty, 0 a number. Every column is 50 wide. */
const aligned = (align: SpillCell['align'], ...needed: (number | null)[]) =>
  [
    ...rowSpills(
      needed.length,
      (column) => ({ empty: needed[column] === null, textWidth: needed[column] ?? 0, align }),
      () => 50,
    ),
  ].map(
    ([column, { origin, offset, last }]) =>
      `${column} shows ${origin} from ${offset}${last ? ', the last' : ''}`,
  );

const spills = (...needed: (number | null)[]) => aligned('left', ...needed);

test('text that fits stays in its cell', () => {
  expect(spills(50, null)).toEqual([]);
});

test('longer text runs over as many empty cells as it needs', () => {
  expect(spills(120, null, null, null)).toEqual([
    '1 shows 0 from 50',
    '2 shows 0 from 100, the last',
    '0 shows 0 from 0',
  ]);
});

test('it stops before the first cell that is not empty, and at the edge of the sheet', () => {
  expect(spills(400, null, 0, null)).toEqual(['1 shows 0 from 50, the last', '0 shows 0 from 0']);
  expect(spills(null, 400, null)).toEqual(['2 shows 1 from 50, the last', '1 shows 1 from 0']);
});

test('text beside a filled cell is cut, and runs over nothing', () => {
  expect(spills(400, 10, null)).toEqual([]);
});

test('two texts in one row run over their own neighbours', () => {
  expect(spills(80, null, 90, null)).toEqual([
    '1 shows 0 from 50, the last',
    '0 shows 0 from 0',
    '3 shows 2 from 50, the last',
    '2 shows 2 from 0',
  ]);
});

test('text at the right of its cell runs over to the left', () => {
  expect(aligned('right', null, null, 120, null)).toEqual([
    '1 shows 2 from 20',
    '0 shows 2 from -30',
    '2 shows 2 from 70, the last',
  ]);
  expect(aligned('right', 10, 120)).toEqual(['1 shows 1 from 70, the last']);
});

test('text in the middle of its cell runs over to both sides, and is cut where it meets a filled cell', () => {
  expect(aligned('center', null, 120, null)).toEqual([
    '2 shows 1 from 85, the last',
    '0 shows 1 from -15',
    '1 shows 1 from 35',
  ]);
  expect(aligned('center', 10, 120, null)).toEqual(['2 shows 1 from 85, the last', '1 shows 1 from 35']);
});

test('a text running to the left stops where another one has come from there', () => {
  expect(aligned('center', 80, null, 80)).toEqual([
    '1 shows 0 from 65, the last',
    '0 shows 0 from 15',
    '2 shows 2 from 15, the last',
  ]);
});
