import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import {
  any,
  excelFunctions,
  noError,
  number,
  oneCell,
  optional,
  boolean,
  range,
  type ResultSize,
} from '../excel-function.ts';
import {
  notAvailable,
  plainValue,
  toNumber,
  wrongReference,
  wrongValue,
  type PlainValue,
} from '../excel-values.ts';
import { forEachOf, largest } from './arrays.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { cellsOf, partOf } from '../ranges.ts';
import { columnOf, findAscending, findDescending, findExact, lineOf, rowOf, type Key } from './search.ts';

/** An engine's scalar of a plain value. */
function engineScalar(value: PlainValue): EngineScalar {
  return value === null ? EmptyValue : value;
}

function keyOf(value: EngineScalar): Key {
  const key = plainValue(value);
  if (key instanceof CellError) throw new Error('An error is never looked for');
  return key ?? 0;
}

/** The first value of a range that stands for an index, as a whole number. */
function indexOf(value: EngineValue | undefined): number | CellError {
  if (value === undefined) return 0;
  const first = value instanceof SimpleRangeValue ? (value.data[0]?.[0] ?? EmptyValue) : value;
  const given = toNumber(plainValue(first));
  return given instanceof CellError ? given : Math.trunc(given);
}

/** The constant an argument is, where its value is known before anything is calculated; an empty argument is 0. */
function constantIndex(argument: Ast | undefined): number | undefined {
  if (argument === undefined) return undefined;
  if ('value' in argument) return typeof argument.value === 'number' ? Math.trunc(argument.value) : undefined;
  // HyperFormula exports no list of its kinds of syntax.
  const kind: string = argument.type;
  return kind === 'EMPTY' ? 0 : undefined;
}

/**
 * Row and column chosen by INDEX: 0 stands for all. One index alone runs along a single row or
 * column; of several rows and columns it chooses a whole row.
 */
function chosen(
  height: number,
  width: number,
  first: number,
  second: number | undefined,
): { row: number; column: number } {
  if (second !== undefined) return { row: first, column: second };
  if (height === 1) return width === 1 ? { row: first, column: first } : { row: 1, column: first };
  return { row: first, column: width === 1 ? 1 : 0 };
}

/** What INDEX gives for one row and one column, each an index or 0 for all. */
function part(
  cells: SimpleRangeValue,
  row: number | CellError,
  column: number | CellError | undefined,
): EngineValue {
  if (row instanceof CellError) return row;
  if (column instanceof CellError) return column;
  const [height, width] = [cells.height(), cells.width()];
  const place = chosen(height, width, row, column);
  if (place.row < 0 || place.column < 0) return wrongValue('row_num and column_num must not be negative');
  if (place.row > height) return wrongReference(`row_num must not be above ${height}`);
  if (place.column > width) return wrongReference(`column_num must not be above ${width}`);
  const reach = cellsOf(cells);
  if (place.row > 0 && place.column > 0) return engineScalar(reach.at(place.row - 1, place.column - 1));
  if (place.row === 0 && place.column === 0) return cells;
  return place.row === 0
    ? partOf(cells, 0, place.column - 1, reach.height, 1)
    : partOf(cells, place.row - 1, 0, 1, reach.width);
}

/** INDEX by arrays of indices: each cell of the result is the first one of what its indices choose. */
function partsByEach(
  cells: SimpleRangeValue,
  rows: EngineValue,
  columns: EngineValue | undefined,
): EngineValue {
  return forEachOf([rows, columns ?? 0], (row, column) => {
    const found = part(cells, indexOf(row), columns === undefined ? undefined : indexOf(column));
    return found instanceof SimpleRangeValue ? engineScalar(cellsOf(found).at(0, 0)) : found;
  });
}

function isSeveral(value: EngineValue | undefined): value is SimpleRangeValue {
  return value instanceof SimpleRangeValue && (value.width() > 1 || value.height() > 1);
}

function index(call: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [source, first, second, area] = call.args;
  if (source === undefined || first === undefined || call.args.length > 4) return notAvailable();
  const value = evaluate(source);
  if (value instanceof CellError) return value;
  const row = evaluate(first);
  const column = second === undefined ? undefined : evaluate(second);
  const areaNumber = area === undefined ? 1 : indexOf(evaluate(area));
  if (areaNumber instanceof CellError) return areaNumber;
  if (areaNumber !== 1) return wrongReference('area_num must be the number of one of the areas');
  const cells = value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value);
  return isSeveral(row) || isSeveral(column)
    ? partsByEach(cells, row, column)
    : part(cells, indexOf(row), column === undefined ? undefined : indexOf(column));
}

function indexSize(sizes: readonly ResultSize[], call: FunctionCall): ResultSize {
  const [source, ...indices] = sizes;
  const [, first, second] = call.args;
  if (indices.some(({ width, height }) => width > 1 || height > 1)) return largest(indices);
  const row = constantIndex(first);
  const column = second === undefined ? undefined : constantIndex(second);
  if (source === undefined || row === undefined || (second !== undefined && column === undefined))
    return oneCell;
  const place = chosen(source.height, source.width, row, column);
  return { height: place.row === 0 ? source.height : 1, width: place.column === 0 ? source.width : 1 };
}

/** A text longer than this is not looked for by the older functions. */
const longestKey = 255;

function isTooLong(key: EngineScalar): boolean {
  return typeof key === 'string' && key.length > longestKey;
}

const tooLong = (): CellError => wrongValue(`lookup_value must not be longer than ${longestKey} characters`);
const notFound = (): CellError => notAvailable('lookup_value was not found');

function match(key: EngineScalar, searched: SimpleRangeValue, type: number): EngineValue {
  if (isTooLong(key)) return tooLong();
  const line = lineOf(searched);
  if (line === undefined) return notAvailable('lookup_array must be one row or one column');
  const wanted = keyOf(key);
  const found =
    type === 0
      ? findExact(line, wanted, true)
      : type > 0
        ? findAscending(line, wanted)
        : findDescending(line, wanted);
  return found < 0 ? notFound() : found + 1;
}

function tableLookup(
  key: EngineScalar,
  table: SimpleRangeValue,
  line: number,
  sorted: boolean,
  vertical: boolean,
): EngineValue {
  const place = Math.trunc(line) - 1;
  const name = vertical ? 'col_index_num' : 'row_index_num';
  if (place < 0) return wrongValue(`${name} must be 1 or more`);
  const count = vertical ? table.width() : table.height();
  if (place >= count) return wrongReference(`${name} must not be above ${count}`);
  if (isTooLong(key)) return tooLong();
  const keys = vertical ? columnOf(table, 0) : rowOf(table, 0);
  const wanted = keyOf(key);
  const found = sorted ? findAscending(keys, wanted) : findExact(keys, wanted, true);
  if (found < 0) return notFound();
  const cells = cellsOf(table);
  return engineScalar(vertical ? cells.at(found, place) : cells.at(place, found));
}

/** LOOKUP in a sorted row or column, or in the first row or column of a table; the value from the other. */
function lookup(
  key: EngineScalar,
  searched: SimpleRangeValue,
  results: SimpleRangeValue | undefined,
): EngineValue {
  if (isTooLong(key)) return tooLong();
  const wide = searched.width() > searched.height();
  const found = findAscending(wide ? rowOf(searched, 0) : columnOf(searched, 0), keyOf(key));
  if (found < 0) return notFound();
  const cells = cellsOf(searched);
  if (results === undefined)
    return engineScalar(wide ? cells.at(cells.height - 1, found) : cells.at(found, cells.width - 1));
  const line = lineOf(results);
  if (line === undefined) return notAvailable('result_vector must be one row or one column');
  if (found >= line.length) return notAvailable('result_vector must be as long as lookup_vector');
  return engineScalar(line.at(found));
}

/** CHOOSE by an array of indices: each cell of the result is the same cell of the choice its index names. */
function chosenByEach(selected: SimpleRangeValue, choices: readonly EngineValue[]): EngineValue {
  return forEachOf([selected, ...choices], (selector, ...values) => {
    const place = indexOf(selector);
    if (place instanceof CellError) return place;
    return place < 1 ? noChoice(values.length) : (values[place - 1] ?? noChoice(values.length));
  });
}

const noChoice = (count: number): CellError => wrongValue(`index_num must be from 1 to ${count}`);

function choose(call: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [selector, ...choices] = call.args;
  if (selector === undefined || choices.length === 0) return notAvailable();
  const selected = evaluate(selector);
  if (isSeveral(selected)) return chosenByEach(selected, choices.map(evaluate));
  const place = indexOf(selected);
  if (place instanceof CellError) return place;
  const choice = choices[place - 1];
  return place < 1 || choice === undefined ? noChoice(choices.length) : evaluate(choice);
}

function chooseSize(sizes: readonly ResultSize[], call: FunctionCall): ResultSize {
  const place = constantIndex(call.args[0]);
  const fixed = place === undefined ? undefined : sizes[place];
  if (fixed) return fixed;
  const [selector = oneCell, first = oneCell, ...others] = sizes;
  if (selector.width > 1 || selector.height > 1) return largest(sizes);
  return others.every((size) => size.width === first.width && size.height === first.height) ? first : oneCell;
}

/** Functions that find or choose cells. */
export const lookupFunctions = excelFunctions({
  INDEX: {
    parameters: [range, optional(number, 0), optional(number), optional(number)],
    evaluate: index,
    resultSize: indexSize,
  },
  MATCH: { parameters: [noError, range, optional(number, 1)], calculate: match },
  VLOOKUP: {
    parameters: [noError, range, number, optional(boolean, true)],
    calculate: (key: EngineScalar, table: SimpleRangeValue, column: number, sorted: boolean) =>
      tableLookup(key, table, column, sorted, true),
  },
  HLOOKUP: {
    parameters: [noError, range, number, optional(boolean, true)],
    calculate: (key: EngineScalar, table: SimpleRangeValue, row: number, sorted: boolean) =>
      tableLookup(key, table, row, sorted, false),
  },
  LOOKUP: { parameters: [noError, range, optional(range)], calculate: lookup },
  CHOOSE: { parameters: [number, any], repeatLastArgs: 1, evaluate: choose, resultSize: chooseSize },
});
