import { CellError, SimpleRangeValue } from 'hyperformula';
import { excelFunctions, range } from '../excel-function.ts';
import { notANumber, wrongValue } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { cellsOf } from '../ranges.ts';

/** Rows of a square matrix; an error where a cell is empty or text, or the cells are no square. */
function squareOf(value: SimpleRangeValue): number[][] | CellError {
  const cells = cellsOf(value);
  const rows: number[][] = [];
  if (value.width() !== value.height()) return wrongValue('array must have as many rows as columns');
  for (let row = 0; row < value.height(); row++) {
    const numbers: number[] = [];
    for (let column = 0; column < value.width(); column++) {
      const cell = cells.at(row, column);
      if (cell instanceof CellError) return cell;
      if (typeof cell !== 'number') return wrongValue('array must hold nothing but numbers');
      numbers.push(cell);
    }
    rows.push(numbers);
  }
  return rows;
}

/** The power of two next to the size of the largest of some numbers; 1 where all are zero. */
function scaleOf(numbers: readonly number[]): number {
  const largest = Math.max(...numbers.map(Math.abs));
  return largest === 0 ? 1 : 2 ** -Math.round(Math.log2(largest));
}

interface Decomposition {
  /** What each row and column of the matrix was multiplied by first: powers of two, which lose no digit. */
  readonly rowScales: readonly number[];
  readonly columnScales: readonly number[];

  /** Factors below the diagonal, the upper triangle on and above it, rows in their new order. */
  readonly rows: readonly number[][];
  /** The row of the matrix each row comes from. */
  readonly order: readonly number[];
  /** The determinant of the scaled matrix; 0 where the matrix has no inverse. */
  readonly determinant: number;
}

/**
 * Triangular decomposition with scaling and partial pivoting, after Golub and Van Loan, "Matrix
 * Computations", 3.4 and 3.5. The units of rows and columns have no influence on it. A pivot as small
 * as the rounding error of the scaled matrix counts as zero: the determinant is 0.
 */
function decompose(matrix: readonly (readonly number[])[]): Decomposition {
  const size = matrix.length;
  const rowScales = matrix.map(scaleOf);
  const rows = matrix.map((row, index) => row.map((cell) => cell * (rowScales[index] ?? 1)));
  const columnScales = rows.map((_, column) => scaleOf(rows.map((row) => row[column] ?? 0)));
  for (const row of rows)
    for (let column = 0; column < size; column++)
      row[column] = (row[column] ?? 0) * (columnScales[column] ?? 1);
  const order = matrix.map((_, index) => index);
  let product = 1;
  for (let step = 0; step < size; step++) {
    let pivotRow = step;
    for (let row = step + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[step] ?? 0) > Math.abs(rows[pivotRow]?.[step] ?? 0)) pivotRow = row;
    }
    const chosen = rows[pivotRow] ?? [];
    const pivot = chosen[step] ?? 0;
    if (Math.abs(pivot) <= size * Number.EPSILON)
      return { rowScales, columnScales, rows, order, determinant: 0 };
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
  return { rowScales, columnScales, rows, order, determinant: product };
}

function determinant(value: SimpleRangeValue): EngineValue {
  const matrix = squareOf(value);
  if (matrix instanceof CellError) return matrix;
  const { rowScales, columnScales, determinant: scaled } = decompose(matrix);
  return [...rowScales, ...columnScales].reduce((product, scale) => product / scale, scaled);
}

/** Solves for each column of the unit matrix: forwards through the factors, backwards through the triangle. */
function inverse(value: SimpleRangeValue): EngineValue {
  const matrix = squareOf(value);
  if (matrix instanceof CellError) return matrix;
  const { rowScales, columnScales, rows, order, determinant: size } = decompose(matrix);
  if (size === 0) return notANumber('array has no inverse');
  const count = matrix.length;
  const result = matrix.map(() => matrix.map(() => 0));
  for (let column = 0; column < count; column++) {
    const solution: number[] = order.map((source) => (source === column ? (rowScales[column] ?? 1) : 0));
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
    for (let row = 0; row < count; row++)
      (result[row] ?? [])[column] = (solution[row] ?? 0) * (columnScales[row] ?? 1);
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
