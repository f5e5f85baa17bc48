import { CellError, SimpleRangeValue } from 'hyperformula';
import { excelFunctions, range } from './excel-function.ts';
import { notANumber, wrongValue } from './excel-values.ts';
import type { EngineValue } from './hyperformula-internals.ts';
import { cellsOf } from './ranges.ts';

/** Rows of a square matrix; an error where a cell is empty or text, or the cells are no square. */
function squareOf(value: SimpleRangeValue): number[][] | CellError {
  const cells = cellsOf(value);
  const rows: number[][] = [];
  if (value.width() !== value.height()) return wrongValue();
  for (let row = 0; row < value.height(); row++) {
    const numbers: number[] = [];
    for (let column = 0; column < value.width(); column++) {
      const cell = cells.at(row, column);
      if (cell instanceof CellError) return cell;
      if (typeof cell !== 'number') return wrongValue();
      numbers.push(cell);
    }
    rows.push(numbers);
  }
  return rows;
}

interface Decomposition {
  /** Factors below the diagonal, the upper triangle on and above it, rows in their new order. */
  readonly rows: readonly number[][];
  /** The row of the matrix each row comes from. */
  readonly order: readonly number[];
  readonly determinant: number;
}

/**
 * Triangular decomposition with partial pivoting, after Golub and Van Loan, "Matrix Computations",
 * 3.4. A pivot as small as the rounding error of its matrix counts as zero: the determinant is 0.
 */
function decompose(matrix: readonly (readonly number[])[]): Decomposition {
  const size = matrix.length;
  const rows = matrix.map((row) => [...row]);
  const order = matrix.map((_, index) => index);
  const largest = Math.max(...matrix.flat().map(Math.abs));
  let product = 1;
  for (let step = 0; step < size; step++) {
    let pivotRow = step;
    for (let row = step + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[step] ?? 0) > Math.abs(rows[pivotRow]?.[step] ?? 0)) pivotRow = row;
    }
    const chosen = rows[pivotRow] ?? [];
    const pivot = chosen[step] ?? 0;
    if (Math.abs(pivot) <= largest * size * Number.EPSILON) return { rows, order, determinant: 0 };
    if (pivotRow !== step) {
      [rows[step], rows[pivotRow]] = [chosen, rows[step] ?? []];
      [order[step], order[pivotRow]] = [order[pivotRow] ?? 0, order[step] ?? 0];
      product = -product;
    }
    product *= pivot;
    for (let row = step + 1; row < size; row++) {
      const target = rows[row] ?? [];
      const factor = (target[step] ?? 0) / pivot;
      target[step] = factor;
      if (factor === 0) continue;
      for (let column = step + 1; column < size; column++)
        target[column] = (target[column] ?? 0) - factor * (chosen[column] ?? 0);
    }
  }
  return { rows, order, determinant: product };
}

function determinant(value: SimpleRangeValue): EngineValue {
  const matrix = squareOf(value);
  return matrix instanceof CellError ? matrix : decompose(matrix).determinant;
}

/** Solves for each column of the unit matrix: forwards through the factors, backwards through the triangle. */
function inverse(value: SimpleRangeValue): EngineValue {
  const matrix = squareOf(value);
  if (matrix instanceof CellError) return matrix;
  const { rows, order, determinant: size } = decompose(matrix);
  if (size === 0) return notANumber();
  const count = matrix.length;
  const result = matrix.map(() => matrix.map(() => 0));
  for (let column = 0; column < count; column++) {
    const solution: number[] = order.map((source) => (source === column ? 1 : 0));
    for (let row = 0; row < count; row++) {
      let rest = solution[row] ?? 0;
      for (let before = 0; before < row; before++)
        rest -= (rows[row]?.[before] ?? 0) * (solution[before] ?? 0);
      solution[row] = rest;
    }
    for (let row = count - 1; row >= 0; row--) {
      let rest = solution[row] ?? 0;
      for (let after = row + 1; after < count; after++)
        rest -= (rows[row]?.[after] ?? 0) * (solution[after] ?? 0);
      solution[row] = rest / (rows[row]?.[row] ?? 1);
    }
    for (let row = 0; row < count; row++) (result[row] ?? [])[column] = solution[row] ?? 0;
  }
  return SimpleRangeValue.onlyNumbers(result);
}

/** Functions of square matrices. */
export const matrixFunctions = excelFunctions({
  MDETERM: { parameters: [range], calculate: determinant },
  MINVERSE: {
    parameters: [range],
    calculate: inverse,
    resultSize: ([matrix]) => ({ width: matrix?.width ?? 1, height: matrix?.height ?? 1 }),
  },
});
