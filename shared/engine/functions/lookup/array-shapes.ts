import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import {
  any,
  boolean,
  excelFunctions,
  number,
  optional,
  range,
  scalar,
  type ResultSize,
} from '../excel-function.ts';
import {
  arrayOf,
  filledArray,
  numberOrAll,
  sizeOfArgument,
  transposed,
  wholeNumbersOf,
  type Rows,
} from './arrays.ts';
import { nothingLeft, notANumber, notAvailable, wrongValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { partOf } from '../ranges.ts';

/** The most rows and columns that a sheet has. */
const most: ResultSize = { width: 16_384, height: 1_048_576 };

/** From where to where a count takes items of this many: from the start, or from the end when it is negative. */
function taken(count: number, length: number): readonly [start: number, end: number] {
  return count < 0 ? [Math.max(0, length + count), length] : [0, Math.min(count, length)];
}

/** From where to where items are left when as many are dropped. */
function left(count: number, length: number): readonly [start: number, end: number] {
  return count < 0 ? [0, Math.max(0, length + count)] : [Math.min(count, length), length];
}

function cut(span: typeof taken) {
  return (array: SimpleRangeValue, rows: number, columns: number): EngineValue => {
    const [top, bottom] = span(Math.trunc(rows), array.height());
    const [first, last] = span(Math.trunc(columns), array.width());
    const [height, width] = [bottom - top, last - first];
    return height > 0 && width > 0 ? partOf(array, top, first, height, width) : nothingLeft();
  };
}

/** The places that indices from 1, or from the end when they are negative, stand for. */
function placesOf(indices: readonly SimpleRangeValue[], length: number, name: string): number[] | CellError {
  const places: number[] = [];
  for (const value of indices) {
    const numbers = wholeNumbersOf(value);
    if (numbers instanceof CellError) return numbers;
    for (const index of numbers) {
      if (index === 0 || Math.abs(index) > length)
        return wrongValue(`${name} must be from 1 to ${length}, or from -1 to -${length}`);
      places.push(index > 0 ? index - 1 : length + index);
    }
  }
  return places;
}

function chooseColumns(array: SimpleRangeValue, ...indices: SimpleRangeValue[]): EngineValue {
  const places = placesOf(indices, array.width(), 'col_num');
  if (places instanceof CellError) return places;
  return arrayOf(array.data.map((row) => places.map((place) => row[place] ?? EmptyValue)));
}

function chooseRows(array: SimpleRangeValue, ...indices: SimpleRangeValue[]): EngineValue {
  const places = placesOf(indices, array.height(), 'row_num');
  return places instanceof CellError ? places : arrayOf(places.map((place) => array.data[place] ?? []));
}

const cellsIn = ({ width, height }: ResultSize): number => width * height;
const chosenCount = (sizes: readonly ResultSize[]): number =>
  sizes.slice(1).reduce((sum, size) => sum + cellsIn(size), 0);

/** All values of an array one after the other, without those that `ignore` says. */
function inLine(array: SimpleRangeValue, ignore: number, byColumn: boolean): EngineScalar[] | CellError {
  const passedOver = Math.trunc(ignore);
  if (passedOver < 0 || passedOver > 3) return wrongValue('ignore must be 0, 1, 2 or 3');
  const [blanks, errors] = [passedOver % 2 === 1, passedOver >= 2];
  return (byColumn ? transposed(array.data) : array.data)
    .flat()
    .filter((value) => !(blanks && value === EmptyValue) && !(errors && value instanceof CellError));
}

function toColumn(array: SimpleRangeValue, ignore: number, byColumn: boolean): EngineValue {
  const values = inLine(array, ignore, byColumn);
  return values instanceof CellError ? values : arrayOf(values.map((value) => [value]));
}

function toRow(array: SimpleRangeValue, ignore: number, byColumn: boolean): EngineValue {
  const values = inLine(array, ignore, byColumn);
  return values instanceof CellError ? values : arrayOf([values]);
}

/** Lines of as many values each, the last filled up. */
function wrapped(
  vector: SimpleRangeValue,
  count: number,
  filler: EngineScalar | undefined,
): EngineScalar[][] | CellError {
  if (vector.height() > 1 && vector.width() > 1) return wrongValue('vector must be one row or one column');
  const values = vector.data.flat();
  const length = Math.min(Math.trunc(count), values.length);
  if (length < 1) return notANumber('wrap_count must be 1 or more');
  return Array.from({ length: Math.ceil(values.length / length) }, (_, line) =>
    Array.from({ length }, (__, place) => values[line * length + place] ?? filler ?? notAvailable()),
  );
}

function wrapRows(vector: SimpleRangeValue, count: number, filler?: EngineScalar): EngineValue {
  const lines = wrapped(vector, count, filler);
  return lines instanceof CellError ? lines : arrayOf(lines);
}

function wrapColumns(vector: SimpleRangeValue, count: number, filler?: EngineScalar): EngineValue {
  const lines = wrapped(vector, count, filler);
  return lines instanceof CellError ? lines : arrayOf(transposed(lines));
}

function expand(
  array: SimpleRangeValue,
  rows: number,
  columns: number,
  filler: EngineScalar | undefined,
): EngineValue {
  const height = rows === Infinity ? array.height() : Math.trunc(rows);
  const width = columns === Infinity ? array.width() : Math.trunc(columns);
  if (height < array.height()) return wrongValue('rows must not be below the rows of the array');
  if (width < array.width()) return wrongValue('columns must not be below the columns of the array');
  if (height > most.height || width > most.width) return notANumber('the array would not fit on a sheet');
  return filledArray(height, width, (row, column) => array.data[row]?.[column] ?? filler ?? notAvailable());
}

/** Arrays one below the other, those with fewer columns than the widest filled up with `#N/A`. */
function stacked(arrays: readonly Rows[]): EngineScalar[][] {
  const width = Math.max(...arrays.map(([first = []]) => first.length));
  return arrays.flatMap((rows) =>
    rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? notAvailable())),
  );
}

function stackVertically(arrays: readonly Rows[]): EngineValue {
  return arrayOf(stacked(arrays));
}

function stackHorizontally(arrays: readonly Rows[]): EngineValue {
  return arrayOf(transposed(stacked(arrays.map(transposed))));
}

/** Joins its arguments; one that is an error is an array of one, which holds it. */
function joining(join: (arrays: readonly Rows[]) => EngineValue) {
  return ({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue => {
    if (args.length === 0) return notAvailable();
    const values = args.map(evaluate);
    return join(values.map((value) => (value instanceof SimpleRangeValue ? value.data : [[value]])));
  };
}

function sequence(rows: number, columns: number, start: number, step: number): EngineValue {
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  if (height < 0 || width < 0) return wrongValue('rows and columns must not be negative');
  if (height > most.height || width > most.width) return wrongValue('the array would not fit on a sheet');
  if (height === 0 || width === 0) return nothingLeft();
  return filledArray(height, width, (row, column) => start + (row * width + column) * step);
}

/** How many rows or columns an argument asks for, where it is a number that is written out. */
function writtenCount({ args }: FunctionCall, place: number): number {
  const argument = args[place];
  return argument && 'value' in argument && typeof argument.value === 'number'
    ? Math.max(1, Math.trunc(argument.value))
    : 1;
}

const byDefault = (value: number | boolean) => ({
  ...optional(typeof value === 'number' ? number : boolean, value),
  emptyAsDefault: true,
});

const lineOptions = [range, byDefault(0), byDefault(false)];
const wrapping = [range, number, optional(scalar)];

/** Functions that cut, turn, fill up and join arrays. Source: Microsoft's page of each function. */
export const arrayShapeFunctions = excelFunctions({
  TAKE: {
    parameters: [range, numberOrAll, numberOrAll],
    calculate: cut(taken),
    resultSize: sizeOfArgument(0),
  },
  DROP: {
    parameters: [range, byDefault(0), byDefault(0)],
    calculate: cut(left),
    resultSize: sizeOfArgument(0),
  },
  CHOOSECOLS: {
    parameters: [range, range],
    repeatLastArgs: 1,
    calculate: chooseColumns,
    resultSize: (sizes) => ({ width: chosenCount(sizes), height: sizes[0]?.height ?? 1 }),
  },
  CHOOSEROWS: {
    parameters: [range, range],
    repeatLastArgs: 1,
    calculate: chooseRows,
    resultSize: (sizes) => ({ width: sizes[0]?.width ?? 1, height: chosenCount(sizes) }),
  },
  TOCOL: {
    parameters: lineOptions,
    calculate: toColumn,
    resultSize: ([size]) => ({ width: 1, height: size ? cellsIn(size) : 1 }),
  },
  TOROW: {
    parameters: lineOptions,
    calculate: toRow,
    resultSize: ([size]) => ({ width: size ? cellsIn(size) : 1, height: 1 }),
  },
  WRAPROWS: {
    parameters: wrapping,
    calculate: wrapRows,
    resultSize: ([size], call) => {
      const [cells, count] = [size ? cellsIn(size) : 1, writtenCount(call, 1)];
      return { width: Math.min(cells, count), height: Math.ceil(cells / count) };
    },
  },
  WRAPCOLS: {
    parameters: wrapping,
    calculate: wrapColumns,
    resultSize: ([size], call) => {
      const [cells, count] = [size ? cellsIn(size) : 1, writtenCount(call, 1)];
      return { width: Math.ceil(cells / count), height: Math.min(cells, count) };
    },
  },
  EXPAND: {
    parameters: [range, numberOrAll, numberOrAll, optional(scalar)],
    calculate: expand,
    resultSize: ([size], call) => ({
      width: Math.max(size?.width ?? 1, writtenCount(call, 2)),
      height: Math.max(size?.height ?? 1, writtenCount(call, 1)),
    }),
  },
  VSTACK: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: joining(stackVertically),
    resultSize: (sizes) => ({
      width: Math.max(...sizes.map(({ width }) => width)),
      height: sizes.reduce((sum, { height }) => sum + height, 0),
    }),
  },
  HSTACK: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: joining(stackHorizontally),
    resultSize: (sizes) => ({
      width: sizes.reduce((sum, { width }) => sum + width, 0),
      height: Math.max(...sizes.map(({ height }) => height)),
    }),
  },
  TRANSPOSE: {
    parameters: [range],
    calculate: (array: SimpleRangeValue) => arrayOf(transposed(array.data)),
    resultSize: ([size]) => ({ width: size?.height ?? 1, height: size?.width ?? 1 }),
  },
  SEQUENCE: {
    parameters: [byDefault(1), byDefault(1), byDefault(1), byDefault(1)],
    calculate: sequence,
    resultSize: (_, call) => ({ width: writtenCount(call, 1), height: writtenCount(call, 0) }),
  },
});
