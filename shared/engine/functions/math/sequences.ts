import type { FunctionArgument } from 'hyperformula';
import { maximumColumns, maximumRows } from '../../../workbook/address.ts';
import { filledArray } from '../lookup/arrays.ts';
import { boolean, excelFunctions, number, optional, type ResultSize } from '../excel-function.ts';
import { nothingLeft, wrongValue } from '../excel-values.ts';
import type { Ast, EngineValue, FunctionCall } from '../../internals/interpreter.ts';

/** One where it is left out. */
const one: FunctionArgument = { ...optional(number, 1), emptyAsDefault: true };

/** The number that an argument is without any cell: a number, or what operators make of numbers. */
function writtenNumber(argument: Ast): number | undefined {
  if ('expression' in argument) return writtenNumber(argument.expression);
  if ('left' in argument) {
    const [left, right] = [writtenNumber(argument.left), writtenNumber(argument.right)];
    if (left === undefined || right === undefined) return undefined;
    const operator: string = argument.type;
    switch (operator) {
      case 'PLUS_OP':
        return left + right;
      case 'MINUS_OP':
        return left - right;
      case 'TIMES_OP':
        return left * right;
      case 'DIV_OP':
        return left / right;
      case 'POWER_OP':
        return left ** right;
      default:
        return undefined;
    }
  }
  if (!('value' in argument)) return undefined;
  return typeof argument.value === 'number' ? argument.value : undefined;
}

/** The count of rows or columns that an argument asks for, as far as the formula alone tells it. */
function countOf(argument: Ast | undefined, most: number): number {
  const count = Math.trunc((argument && writtenNumber(argument)) ?? 1);
  return count >= 1 && count <= most ? count : 1;
}

function sizeOfArray(_: readonly ResultSize[], { args: [rows, columns] }: FunctionCall): ResultSize {
  return { width: countOf(columns, maximumColumns), height: countOf(rows, maximumRows) };
}

/** An array of so many rows and columns; none is Excel's error of an empty array. */
function arrayOfSize(
  rows: number,
  columns: number,
  at: (row: number, column: number, width: number) => number,
): EngineValue {
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  if (height < 0 || width < 0) return wrongValue('rows and columns must not be negative');
  if (height === 0 || width === 0) return nothingLeft();
  if (height > maximumRows || width > maximumColumns)
    return wrongValue('rows or columns go beyond the sheet');
  return filledArray(height, width, (row, column) => at(row, column, width));
}

function sequence(rows: number, columns: number, start: number, step: number): EngineValue {
  return arrayOfSize(rows, columns, (row, column, width) => start + (row * width + column) * step);
}

/** Random numbers, evenly spread between two limits. */
function randomArray(
  rows: number,
  columns: number,
  least: number,
  most: number,
  whole: boolean,
): EngineValue {
  if (least > most) return wrongValue('min must not be above max');
  if (!whole) return arrayOfSize(rows, columns, () => least + Math.random() * (most - least));
  if (!Number.isInteger(least) || !Number.isInteger(most))
    return wrongValue('min and max must be whole numbers where integer is TRUE');
  return arrayOfSize(rows, columns, () => least + Math.floor(Math.random() * (most - least + 1)));
}

/** The matrix with ones from the upper left to the lower right and zeros elsewhere. */
function unitMatrix(size: number): EngineValue {
  if (size < 1) return wrongValue('dimension must be at least 1');
  return arrayOfSize(size, size, (row, column) => (row === column ? 1 : 0));
}

/** Arrays worked out from how large they are to be. */
export const sequenceFunctions = excelFunctions({
  MUNIT: {
    parameters: [number],
    calculate: unitMatrix,
    resultSize: (_, { args: [size] }) => {
      const count = countOf(size, maximumColumns);
      return { width: count, height: count };
    },
  },
  RANDARRAY: {
    parameters: [one, one, optional(number, 0), one, optional(boolean, false)],
    calculate: randomArray,
    resultSize: sizeOfArray,
    changesEveryTime: true,
  },
  SEQUENCE: {
    parameters: [one, one, one, one],
    calculate: sequence,
    resultSize: sizeOfArray,
  },
});
