import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

/** The largest deviation of the inverse times the matrix from the unit matrix, and the product of their determinants. */
function deviations(matrix: readonly (readonly number[])[]): { product: number; determinants: number } {
  const size = matrix.length;
  const cells = `M!A1:${column(size)}${size}`;
  const formulas: CellContent[][] = [
    [`=MAX(ABS(MMULT(MINVERSE(${cells}),${cells})-MUNIT(${size})))`],
    [`=MDETERM(${cells})*MDETERM(MINVERSE(${cells}))`],
  ];
  const engine = Engine.build(
    [
      { name: 'M', rows: matrix },
      { name: 'F', rows: formulas },
    ],
    [],
  );
  const [product, determinants] = engine.sheetValues('F').map(([value]) => value);
  engine.destroy();
  if (typeof product !== 'number' || typeof determinants !== 'number')
    throw new Error(`The matrix of ${size} rows has no inverse`);
  return { product, determinants };
}

const column = (number: number): string =>
  number > 26 ? `A${String.fromCodePoint(64 + number - 26)}` : String.fromCodePoint(64 + number);

/** Random matrices whose diagonal outweighs the rest, which have an inverse, each row in a unit of its own. */
const invertible = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }),
    ),
  )
  .map(([rows, powers]) =>
    rows.map((row, index) =>
      row.map(
        (cell, place) => (cell + (index === place ? 2000 * rows.length : 0)) * 10 ** (powers[index] ?? 0),
      ),
    ),
  );

test('the inverse of a matrix of up to 30 rows times the matrix is the unit matrix, whatever the units of its rows', () => {
  fc.assert(
    fc.property(invertible, (matrix) => {
      const { product, determinants } = deviations(matrix);
      expect(product).toBeLessThan(1e-9);
      if (Number.isFinite(determinants)) expect(Math.abs(determinants - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 40 },
  );
});
