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
} from './excel-function.ts';
import { notAvailable, plainValue, toNumber, wrongReference, wrongValue } from './excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from './hyperformula-internals.ts';
import { cellsOf, partOf, type Cells } from './ranges.ts';
import { findAscending, findDescending, findExact, type Key, type Line } from './search.ts';

function columnOf(cells: Cells, column: number): Line {
  return { length: cells.height, at: (place) => cells.at(place, column) };
}

function rowOf(cells: Cells, row: number): Line {
  return { length: cells.width, at: (place) => cells.at(row, place) };
}

/** An engine's scalar of a plain value. */
function engineScalar(value: ReturnType<Cells['at']>): EngineScalar {
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

function index(call: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [source, first, second, area] = call.args;
  if (source === undefined || first === undefined || call.args.length > 4) return notAvailable();
  const value = evaluate(source);
  if (value instanceof CellError) return value;
  const row = indexOf(evaluate(first));
  if (row instanceof CellError) return row;
  const column = second === undefined ? undefined : indexOf(evaluate(second));
  if (column instanceof CellError) return column;
  const areaNumber = area === undefined ? 1 : indexOf(evaluate(area));
  if (areaNumber instanceof CellError) return areaNumber;
  if (areaNumber !== 1) return wrongReference();

  const cells = value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value);
  const [height, width] = [cells.height(), cells.width()];
  const place = chosen(height, width, row, column);
  if (place.row < 0 || place.column < 0) return wrongValue();
  if (place.row > height || place.column > width) return wrongReference();
  if (place.row > 0 && place.column > 0)
    return engineScalar(cellsOf(cells).at(place.row - 1, place.column - 1));
  if (place.row === 0 && place.column === 0) return cells;
  const reach = cellsOf(cells);
  return place.row === 0
    ? partOf(cells, 0, place.column - 1, reach.height, 1)
    : partOf(cells, place.row - 1, 0, 1, reach.width);
}

function indexSize(sizes: readonly ResultSize[], call: FunctionCall): ResultSize {
  const [source] = sizes;
  const [, first, second] = call.args;
  const row = constantIndex(first);
  const column = second === undefined ? undefined : constantIndex(second);
  if (source === undefined || row === undefined || (second !== undefined && column === undefined))
    return oneCell;
  const place = chosen(source.height, source.width, row, column);
  return { height: place.row === 0 ? source.height : 1, width: place.column === 0 ? source.width : 1 };
}

/** A row or column for MATCH and LOOKUP; undefined for a rectangle. */
function lineOf(value: SimpleRangeValue): Line | undefined {
  const cells = cellsOf(value);
  if (value.width() === 1) return columnOf(cells, 0);
  return value.height() === 1 ? rowOf(cells, 0) : undefined;
}

function match(key: EngineScalar, searched: SimpleRangeValue, type: number): EngineValue {
  const line = lineOf(searched);
  if (line === undefined) return notAvailable();
  const wanted = keyOf(key);
  const found =
    type === 0
      ? findExact(line, wanted, true)
      : type > 0
        ? findAscending(line, wanted)
        : findDescending(line, wanted);
  return found < 0 ? notAvailable() : found + 1;
}

function tableLookup(
  key: EngineScalar,
  table: SimpleRangeValue,
  line: number,
  sorted: boolean,
  vertical: boolean,
): EngineValue {
  const cells = cellsOf(table);
  const place = Math.trunc(line) - 1;
  if (place < 0) return wrongValue();
  if (place >= (vertical ? table.width() : table.height())) return wrongReference();
  const keys = vertical ? columnOf(cells, 0) : rowOf(cells, 0);
  const wanted = keyOf(key);
  const found = sorted ? findAscending(keys, wanted) : findExact(keys, wanted, true);
  if (found < 0) return notAvailable();
  return engineScalar(vertical ? cells.at(found, place) : cells.at(place, found));
}

/** LOOKUP in a sorted row or column, or in the first row or column of a table; the value from the other. */
function lookup(
  key: EngineScalar,
  searched: SimpleRangeValue,
  results: SimpleRangeValue | undefined,
): EngineValue {
  const cells = cellsOf(searched);
  const wide = searched.width() > searched.height();
  const found = findAscending(wide ? rowOf(cells, 0) : columnOf(cells, 0), keyOf(key));
  if (found < 0) return notAvailable();
  if (results === undefined)
    return engineScalar(wide ? cells.at(cells.height - 1, found) : cells.at(found, cells.width - 1));
  const line = lineOf(results);
  if (line === undefined) return notAvailable();
  return engineScalar(line.at(found));
}

/** The value of an array at a place of a larger one: one row, column or value stands for all of them. */
function spread(value: EngineValue, row: number, column: number): EngineScalar {
  if (!(value instanceof SimpleRangeValue)) return value;
  const [places, rowPlace] = [value.data, value.height() === 1 ? 0 : row];
  return places[rowPlace]?.[value.width() === 1 ? 0 : column] ?? notAvailable();
}

/** CHOOSE by an array of indices: each cell of the result is the same cell of the choice its index names. */
function chosenByEach(selected: SimpleRangeValue, choices: readonly EngineValue[]): EngineValue {
  const arrays = [selected, ...choices].filter((value) => value instanceof SimpleRangeValue);
  const height = Math.max(...arrays.map((array) => array.height()));
  const width = Math.max(...arrays.map((array) => array.width()));
  const cell = (row: number, column: number): EngineScalar => {
    const place = indexOf(spread(selected, row, column));
    if (place instanceof CellError) return place;
    const choice = choices[place - 1];
    return place < 1 || choice === undefined ? wrongValue() : spread(choice, row, column);
  };
  return SimpleRangeValue.onlyValues(
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => cell(row, column)),
    ),
  );
}

function choose(call: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [selector, ...choices] = call.args;
  if (selector === undefined || choices.length === 0) return notAvailable();
  const selected = evaluate(selector);
  if (selected instanceof SimpleRangeValue && (selected.width() > 1 || selected.height() > 1))
    return chosenByEach(selected, choices.map(evaluate));
  const place = indexOf(selected);
  if (place instanceof CellError) return place;
  const choice = choices[place - 1];
  return place < 1 || choice === undefined ? wrongValue() : evaluate(choice);
}

function chooseSize(sizes: readonly ResultSize[], call: FunctionCall): ResultSize {
  const place = constantIndex(call.args[0]);
  const fixed = place === undefined ? undefined : sizes[place];
  if (fixed) return fixed;
  const [selector = oneCell, first = oneCell, ...others] = sizes;
  if (selector.width > 1 || selector.height > 1)
    return {
      width: Math.max(...sizes.map(({ width }) => width)),
      height: Math.max(...sizes.map(({ height }) => height)),
    };
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
