import { CellError, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { maximumColumns, maximumRows } from '../../../workbook/address.ts';
import {
  any,
  excelFunctions,
  noError,
  oneCell,
  optional,
  type CellFormulas,
  type ResultSize,
} from '../excel-function.ts';
import { notAvailable, plainValue, toText, wrongReference } from '../excel-values.ts';
import { cellsOf } from '../ranges.ts';
import type { Ast, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { areaOf, cellRangeOf, isPlainReference } from '../../internals/reference-nodes.ts';

type Line = 'row' | 'col';

interface Stretch {
  readonly first: number;
  readonly count: number;
}

/**
 * The rows or columns a reference covers, where the place alone tells them. It is not evaluated: the
 * cells may not be calculated yet, since the formula does not depend on them.
 */
function placedStretch(argument: Ast, line: Line, place: SimpleCellAddress): Stretch | CellError | undefined {
  if ('expression' in argument) return placedStretch(argument.expression, line, place);
  const corners =
    'reference' in argument ? { start: argument.reference, end: argument.reference } : undefined;
  const cells = corners ?? cellRangeOf(argument);
  if (!cells) return undefined;
  const first = cells.start.toSimpleCellAddress(place)[line];
  const last = cells.end.toSimpleCellAddress(place)[line];
  return first < 0 || last < first ? wrongReference() : { first, count: last - first + 1 };
}

/** The rows or columns a reference covers; those of whole columns and rows end with the used part of the sheet. */
function stretchOf(
  argument: Ast,
  line: Line,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
): Stretch | CellError {
  const placed = placedStretch(argument, line, place);
  if (placed) return placed;
  const value = evaluate(argument);
  if (value instanceof CellError) return value;
  if (!(value instanceof SimpleRangeValue) || value.range === undefined) return notAvailable();
  const count = line === 'row' ? value.height() : value.width();
  // A sheet of which nothing is used has no rows.
  return { first: value.range.start[line], count: Math.max(1, count) };
}

/** ROW and COLUMN: the number of a cell, of all rows or columns of a range, or of the formula's own cell. */
function numbersOfLines(line: Line) {
  return (
    { args }: FunctionCall,
    evaluate: (argument: Ast) => EngineValue,
    place: SimpleCellAddress,
  ): EngineValue => {
    const [argument] = args;
    if (args.length > 1) return notAvailable();
    if (argument === undefined) return place[line] + 1;
    const stretch = stretchOf(argument, line, evaluate, place);
    if (stretch instanceof CellError) return stretch;
    const numbers = Array.from({ length: stretch.count }, (_, index) => stretch.first + index + 1);
    return SimpleRangeValue.onlyNumbers(line === 'row' ? numbers.map((number) => [number]) : [numbers]);
  };
}

/** Whether a reference is of whole columns, which have all rows, or of whole rows. */
function isWhole(argument: Ast, line: Line): boolean {
  if ('expression' in argument) return isWhole(argument.expression, line);
  return 'start' in argument && !(line in argument.start);
}

/** ROWS and COLUMNS: how many of them a reference or an array has. */
function countOfLines(line: Line) {
  return (
    { args }: FunctionCall,
    evaluate: (argument: Ast) => EngineValue,
    place: SimpleCellAddress,
  ): EngineValue => {
    const [argument] = args;
    if (argument === undefined || args.length > 1) return notAvailable();
    const placed = placedStretch(argument, line, place);
    if (placed) return placed instanceof CellError ? placed : placed.count;
    if (isWhole(argument, line)) return line === 'row' ? maximumRows : maximumColumns;
    const value = evaluate(argument);
    if (!(value instanceof SimpleRangeValue)) return value instanceof CellError ? value : 1;
    return line === 'row' ? value.height() : value.width();
  };
}

/** SHEET: the place among the others of a formula's own sheet, of that of a reference, or of one by its name. */
function placeOfSheet(
  { args }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
  formulas: CellFormulas,
): EngineValue {
  const [argument] = args;
  if (args.length > 1) return notAvailable();
  if (argument === undefined) return numberOr(formulas.placeOfSheet(place.sheet), wrongReference());
  if (isPlainReference(argument)) {
    const sheet = areaOf(argument, place)?.sheet;
    return numberOr(sheet === undefined ? undefined : formulas.placeOfSheet(sheet), wrongReference());
  }
  const value = evaluate(argument);
  if (value instanceof CellError) return value;
  if (value instanceof SimpleRangeValue && value.range)
    return numberOr(formulas.placeOfSheet(value.range.start.sheet), wrongReference());
  const name = toText(value instanceof SimpleRangeValue ? cellsOf(value).at(0, 0) : plainValue(value));
  if (typeof name !== 'string') return name;
  const sheet = formulas.interpreter.dependencyGraph.sheetMapping.getSheetId(name);
  return numberOr(sheet === undefined ? undefined : formulas.placeOfSheet(sheet), notAvailable());
}

function numberOr(place: number | undefined, missing: CellError): EngineValue {
  return place === undefined ? missing : place + 1;
}

/** Whole columns and rows have no size before the sheet is known: they fill one cell. */
const finite = (count: number | undefined): number =>
  count === undefined || !Number.isFinite(count) ? 1 : count;

function linesFunction(line: Line) {
  return {
    parameters: [optional(noError)],
    readsPlacesOnly: true,
    refusesMissingSheets: true,
    evaluate: numbersOfLines(line),
    resultSize: ([range]: readonly ResultSize[]): ResultSize =>
      line === 'row'
        ? { width: 1, height: finite(range?.height) }
        : { width: finite(range?.width), height: 1 },
  };
}

function countFunction(line: Line) {
  return {
    parameters: [noError],
    readsPlacesOnly: true,
    refusesMissingSheets: true,
    evaluate: countOfLines(line),
    resultSize: () => oneCell,
  };
}

/**
 * Functions of where cells stand. HyperFormula's ROWS and COLUMNS subtract the references as they
 * are written, so that `ROWS(A$5:A6)` comes out negative.
 */
export const placeFunctions = excelFunctions({
  SHEET: {
    parameters: [optional(any)],
    readsPlacesOnly: true,
    evaluate: placeOfSheet,
    resultSize: () => oneCell,
  },
  ROW: linesFunction('row'),
  COLUMN: linesFunction('col'),
  ROWS: countFunction('row'),
  COLUMNS: countFunction('col'),
});
