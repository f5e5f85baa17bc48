import fc from 'fast-check';
import type { Numbers, Square } from './network-block.ts';

/** Random networks, and the mathematics that tests compare the sheets with, written without any sheet. */

/** A payment: often none, else up to 100 in tenths. */
const payment = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10) },
);

/** Payments among so many nodes, none to itself. */
export function anyFlows(count: number): fc.Arbitrary<number[][]> {
  const row = fc.array(payment, { minLength: count, maxLength: count });
  return fc
    .array(row, { minLength: count, maxLength: count })
    .map((rows) => rows.map((cells, i) => cells.map((cell, j) => (i === j ? 0 : cell))));
}

/** A figure per node. */
export function anyFigures(count: number, min: number, max: number): fc.Arbitrary<number[]> {
  return fc.array(
    fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10),
    { minLength: count, maxLength: count },
  );
}

export const sum = (values: Numbers): number => values.reduce((total, value) => total + value, 0);
export const columnOf = (matrix: Square, column: number): number[] => matrix.map((row) => row[column] ?? 0);
export const transposed = (matrix: Square): number[][] => matrix.map((_, index) => columnOf(matrix, index));

/** Solves A x = b by elimination with pivots. */
export function solve(a: Square, b: Numbers): number[] {
  const rows = a.map((row, index) => [...row, b[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + candidates.indexOf(Math.max(...candidates));
    const [top, other] = [rows[column] ?? [], rows[pivot] ?? []];
    [rows[column], rows[pivot]] = [other, top];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = (rows[row]?.[column] ?? 0) / (other[column] ?? 0);
      rows[row] = (rows[row] ?? []).map((cell, index) => cell - factor * (other[index] ?? 0));
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
