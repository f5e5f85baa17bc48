import { expect, it } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';

it.each([
  ['full', Array.from({ length: 20 }, (_, row) => [row, row + 1])],
  ['mostly empty', [[1, null, null, null, null, null, 2]]],
])('a cell in the last row and column of a sheet that is %s', (_, rows) => {
  const engine = Engine.build([{ name: 'S', rows }], []);
  engine.setCells([{ sheet: 'S', row: 1_048_575, column: 16_383, content: '=A1+5' }]);
  const values = engine.sheetValues('S');
  expect(values.length).toBe(1_048_576);
  expect(values.slice(0, rows.length)).toEqual(rows);
  expect(values[500_000]).toEqual([]);
  expect(values[1_048_575]?.[16_383]).toBe((rows[0]?.[0] ?? 0) + 5);
  engine.setCells([{ sheet: 'S', row: 1_048_575, column: 16_383, content: null }]);
  expect(engine.sheetValues('S')).toEqual(rows);
  engine.destroy();
});
