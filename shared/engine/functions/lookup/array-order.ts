import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import { boolean, excelFunctions, any, optional, range, type ResultSize } from '../excel-function.ts';
import { arrayOf, asArray, sizeOfArgument, transposed, wholeNumbersOf, type Rows } from './arrays.ts';
import {
  compareTexts,
  nothingLeft,
  notAvailable,
  plainValue,
  toNumber,
  wrongValue,
  type PlainValue,
} from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';

/** Excel's order of kinds when it sorts: numbers, texts, booleans, errors. */
function kindOf(value: Exclude<PlainValue, null>): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

/** Negative, 0 or positive as one value sorts before, with or after another; empty cells are last in both orders. */
function compareSorted(left: PlainValue, right: PlainValue, direction: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const kinds = kindOf(left) - kindOf(right);
  if (kinds !== 0) return direction * kinds;
  if (left instanceof CellError || right instanceof CellError) return 0;
  return (
    direction * (typeof left === 'string' ? compareTexts(left, String(right)) : Number(left) - Number(right))
  );
}

/** One key of a sort: a value for each item, and 1 for ascending or -1 for descending. */
interface SortKey {
  readonly values: readonly PlainValue[];
  readonly direction: number;
}

/** The items in the order of the first key, those that are equal by the next; equal ones stay as they were. */
function inOrder<Item>(items: readonly Item[], keys: readonly SortKey[]): Item[] {
  const comparisons = keys.map(comparisonBy);
  const places = Uint32Array.from(items.keys());
  places.sort((left, right) => {
    for (const compare of comparisons) {
      const order = compare(left, right);
      if (order !== 0) return order;
    }
    return left - right;
  });
  const ordered: Item[] = [];
  for (const place of places) {
    const item = items[place];
    if (item !== undefined) ordered.push(item);
  }
  return ordered;
}

/** Compares two items by a key, given their places. Most keys are of numbers alone. */
function comparisonBy({ values, direction }: SortKey): (left: number, right: number) => number {
  if (values.every((value) => typeof value === 'number')) {
    const numbers = Float64Array.from(values);
    return (left, right) => direction * ((numbers[left] ?? 0) - (numbers[right] ?? 0));
  }
  return (left, right) => compareSorted(values[left] ?? null, values[right] ?? null, direction);
}

const isDirection = (order: number): boolean => order === 1 || order === -1;
const wrongOrder = (name: string): CellError => wrongValue(`${name} must be 1 or -1`);

function sort(
  array: SimpleRangeValue,
  index: SimpleRangeValue | undefined,
  order: SimpleRangeValue | undefined,
  byColumn: boolean,
): EngineValue {
  const rows = byColumn ? transposed(array.data) : array.data;
  const indices = numbersOr1(index);
  if (indices instanceof CellError) return indices;
  const orders = numbersOr1(order);
  if (orders instanceof CellError) return orders;
  if (!orders.every(isDirection)) return wrongOrder('sort_order');
  if (orders.length > 1 && orders.length !== indices.length)
    return wrongValue('sort_order must be one, or as many as sort_index');
  const width = rows[0]?.length ?? 0;
  if (indices.some((place) => place < 1 || place > width))
    return wrongValue(`sort_index must be from 1 to ${width}`);
  const keys = indices.map((place, key) => ({
    values: rows.map((row) => plainValue(row[place - 1] ?? EmptyValue)),
    direction: orders[orders.length === 1 ? 0 : key] ?? 1,
  }));
  const sorted = inOrder(rows, keys);
  return arrayOf(byColumn ? transposed(sorted) : sorted);
}

function numbersOr1(value: SimpleRangeValue | undefined): number[] | CellError {
  if (value === undefined || value.data[0]?.[0] === EmptyValue) return [1];
  return wholeNumbersOf(value);
}

/** SORTBY: pairs of a row or column of keys and a direction, which may be left out at the end. */
function sortBy(array: SimpleRangeValue, ...pairs: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const keys: SortKey[] = [];
  const [height, width] = [array.height(), array.width()];
  const [first] = pairs;
  const byColumn = first instanceof SimpleRangeValue && first.height() === 1 && first.width() > 1;
  for (let place = 0; place < pairs.length; place += 2) {
    const values = asArray(pairs[place] ?? EmptyValue);
    if (values instanceof CellError) return values;
    const fits = byColumn
      ? values.height() === 1 && values.width() === width
      : values.width() === 1 && values.height() === height;
    if (!fits) return wrongValue(`by_array${place / 2 + 1} must be one row or column as long as the array`);
    const given = pairs[place + 1];
    const direction = given === undefined || given === EmptyValue ? 1 : directionOf(given);
    if (direction instanceof CellError) return direction;
    if (!isDirection(direction)) return wrongOrder(`sort_order${place / 2 + 1}`);
    keys.push({ values: values.data.flat().map(plainValue), direction });
  }
  return byColumn
    ? arrayOf(transposed(inOrder(transposed(array.data), keys)))
    : arrayOf(inOrder(array.data, keys));
}

function directionOf(value: SimpleRangeValue | EngineScalar): number | CellError {
  const given = toNumber(plainValue(value instanceof SimpleRangeValue ? (value.data[0]?.[0] ?? 1) : value));
  return given instanceof CellError ? given : Math.trunc(given);
}

/** The same for values that count as equal: letter case does not tell them apart, and an empty cell is none of the others. */
function identityOf(cell: EngineScalar): number | string | boolean | null {
  const value = plainValue(cell);
  if (value instanceof CellError) return `error ${value.type}`;
  return typeof value === 'string' ? `text ${value.toLowerCase()}` : value;
}

/** The same for rows of equal values. */
function rowIdentity(row: readonly EngineScalar[]): number | string | boolean | null {
  const [only = EmptyValue] = row;
  return row.length === 1 ? identityOf(only) : JSON.stringify(row.map(identityOf));
}

function unique(array: SimpleRangeValue, byColumn: boolean, exactlyOnce: boolean): EngineValue {
  const rows = byColumn ? transposed(array.data) : array.data;
  const found = new Map<
    ReturnType<typeof rowIdentity>,
    { readonly row: readonly EngineScalar[]; times: number }
  >();
  for (const row of rows) {
    const identity = rowIdentity(row);
    const known = found.get(identity);
    if (known) known.times++;
    else found.set(identity, { row, times: 1 });
  }
  const chosen = [...found.values()].filter(({ times }) => !exactlyOnce || times === 1).map(({ row }) => row);
  return arrayOf(byColumn ? transposed(chosen) : chosen);
}

/** Which rows or columns FILTER keeps; the first error where a value is neither true nor false. */
function kept(include: SimpleRangeValue): boolean[] | CellError {
  const flags: boolean[] = [];
  for (const cell of include.data.flat()) {
    const value = plainValue(cell);
    const flag = typeof value === 'string' ? wrongValue('include must hold TRUE and FALSE') : toNumber(value);
    if (flag instanceof CellError) return flag;
    flags.push(flag !== 0);
  }
  return flags;
}

function filter({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [source, condition, otherwise] = args;
  if (source === undefined || condition === undefined || args.length > 3) return notAvailable();
  const array = asArray(evaluate(source));
  if (array instanceof CellError) return array;
  const include = asArray(evaluate(condition));
  if (include instanceof CellError) return include;
  const byRow = include.width() === 1 && include.height() === array.height();
  if (!byRow && !(include.height() === 1 && include.width() === array.width()))
    return wrongValue('include must be one column as tall as the array, or one row as wide');
  const flags = kept(include);
  if (flags instanceof CellError) return flags;
  const chosen: Rows = byRow
    ? array.data.filter((_, row) => flags[row])
    : array.data.map((row) => row.filter((__, column) => flags[column]));
  if (flags.includes(true)) return arrayOf(chosen);
  return otherwise === undefined ? nothingLeft() : evaluate(otherwise);
}

const flag = { ...optional(boolean, false), emptyAsDefault: true };

/** Functions that put arrays in order and choose from them. Source: Microsoft's page of each function. */
export const arrayOrderFunctions = excelFunctions({
  SORT: {
    parameters: [range, optional(range), optional(range), flag],
    calculate: sort,
    resultSize: sizeOfArgument(0),
  },
  SORTBY: {
    parameters: [range, range, optional(any)],
    repeatLastArgs: 2,
    calculate: sortBy,
    resultSize: sizeOfArgument(0),
  },
  UNIQUE: { parameters: [range, flag, flag], calculate: unique, resultSize: sizeOfArgument(0) },
  FILTER: {
    parameters: [range, range, optional(any)],
    evaluate: filter,
    resultSize: ([size, , otherwise]): ResultSize => ({
      width: Math.max(size?.width ?? 1, otherwise?.width ?? 1),
      height: Math.max(size?.height ?? 1, otherwise?.height ?? 1),
    }),
  },
});
