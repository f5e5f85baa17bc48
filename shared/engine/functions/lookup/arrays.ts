import { CellError, EmptyValue, SimpleRangeValue, type FunctionArgument } from 'hyperformula';
import { number, optional, type ResultSize } from '../excel-function.ts';
import { notAvailable, nothingLeft, plainValue, toNumber } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';

/** Values row by row, all rows of one length; an empty cell stays empty. */
export type Rows = readonly (readonly EngineScalar[])[];

/** The value of an array of these rows, which are copied; without any it is Excel's error of an empty array. */
export function arrayOf(rows: Rows): EngineValue {
  return rows.length === 0 || rows[0]?.length === 0
    ? nothingLeft()
    : SimpleRangeValue.onlyValues(rows.map((row) => row.slice()));
}

/** An array as tall and wide as asked for, of the values that `at` gives for each row and column. */
export function filledArray(
  height: number,
  width: number,
  at: (row: number, column: number) => EngineScalar,
): EngineValue {
  if (height === 0 || width === 0) return nothingLeft();
  const rows: EngineScalar[][] = [];
  for (let row = 0; row < height; row++) {
    const values: EngineScalar[] = [];
    for (let column = 0; column < width; column++) values.push(at(row, column));
    rows.push(values);
  }
  return SimpleRangeValue.onlyValues(rows);
}

/** The same values with rows and columns exchanged. */
export function transposed(rows: Rows): EngineScalar[][] {
  const [first = []] = rows;
  return first.map((_, column) => rows.map((row) => row[column] ?? EmptyValue));
}

/** What an argument of cells or an array is: one value counts as an array of one, an error stays one. */
export function asArray(value: EngineValue): SimpleRangeValue | CellError {
  if (value instanceof SimpleRangeValue || value instanceof CellError) return value;
  return SimpleRangeValue.fromScalar(value);
}

/** All values of an array, row by row, as whole numbers; the first error where one is none. */
export function wholeNumbersOf(value: SimpleRangeValue): number[] | CellError {
  const numbers: number[] = [];
  for (const found of value.data.flat()) {
    const given = toNumber(plainValue(found));
    if (given instanceof CellError) return given;
    numbers.push(Math.trunc(given));
  }
  return numbers;
}

/** A number of rows or columns that stands for all of them where it is left out. */
export const numberOrAll: FunctionArgument = { ...optional(number, Infinity), emptyAsDefault: true };

/** As tall and wide as the argument at this place. */
export function sizeOfArgument(place: number) {
  return (sizes: readonly ResultSize[]): ResultSize => sizes[place] ?? { width: 1, height: 1 };
}

/** As tall as the tallest and as wide as the widest. */
export function largest(sizes: readonly ResultSize[]): ResultSize {
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

/** The value of an array at a place of a larger one: one row, column or value stands for all of them. */
function spread(value: EngineValue, row: number, column: number): EngineScalar {
  if (!(value instanceof SimpleRangeValue)) return value;
  return value.data[value.height() === 1 ? 0 : row]?.[value.width() === 1 ? 0 : column] ?? notAvailable();
}

/** What `calculate` gives of each cell of the values: an array as large as the largest of them. */
export function forEachOf(
  values: readonly EngineValue[],
  calculate: (...cells: EngineScalar[]) => EngineScalar,
): EngineValue {
  const arrays = values.filter((value) => value instanceof SimpleRangeValue);
  const { width, height } = largest(
    arrays.map((array) => ({ width: array.width(), height: array.height() })),
  );
  return filledArray(height, width, (row, column) =>
    calculate(...values.map((value) => spread(value, row, column))),
  );
}
