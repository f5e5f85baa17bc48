import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import { inSmallLetters } from './characters.ts';
import { any, excelFunctions, number, oneCell, optional, range, scalar, text } from '../excel-function.ts';
import {
  notAvailable,
  nothingLeft,
  plainValue,
  toNumber,
  toText,
  wrongValue,
  type PlainValue,
} from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { cellsOf, textsOf } from '../ranges.ts';

/*
 * TEXTBEFORE, TEXTAFTER and TEXTSPLIT. Several delimiters count alike; where more than one begins at
 * the same place the longest is taken. Source: Microsoft's pages of the three functions.
 */

/** A delimiter in a text: its first place and the one behind it. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** The first delimiter at or after a place. */
function nextPlace(source: string, delimiters: readonly string[], from: number): Place | undefined {
  let found: Place | undefined;
  for (const delimiter of delimiters) {
    const start = source.indexOf(delimiter, from);
    if (start < 0) continue;
    const end = start + delimiter.length;
    if (!found || start < found.start || (start === found.start && end > found.end)) found = { start, end };
  }
  return found;
}

/** The last delimiter that ends at or before a place. */
function lastPlace(source: string, delimiters: readonly string[], until: number): Place | undefined {
  let found: Place | undefined;
  for (const delimiter of delimiters) {
    if (delimiter.length > until) continue;
    const start = source.lastIndexOf(delimiter, until - delimiter.length);
    if (start < 0) continue;
    const end = start + delimiter.length;
    if (!found || end > found.end || (end === found.end && start < found.start)) found = { start, end };
  }
  return found;
}

/**
 * The delimiter of a number, counted from the front, or from the end where it is negative. With
 * `matchEnd` the end of the text in the direction of counting is one too. Undefined where there is none.
 */
function placeOf(
  source: string,
  delimiters: readonly string[],
  instance: number,
  matchEnd: boolean,
): Place | undefined {
  const forward = instance > 0;
  let place: Place | undefined;
  for (let count = 1; count <= Math.abs(instance); count++) {
    const next = forward
      ? nextPlace(source, delimiters, place?.end ?? 0)
      : lastPlace(source, delimiters, place?.start ?? source.length);
    if (next === undefined) {
      const edge = forward ? source.length : 0;
      return matchEnd && count === Math.abs(instance) ? { start: edge, end: edge } : undefined;
    }
    place = next;
  }
  return place;
}

/** TEXTBEFORE and TEXTAFTER; `part` cuts the text at a delimiter. Of an empty text TEXTBEFORE gives all. */
function partAt(part: (source: string, place: Place) => string, partOfNothing?: string) {
  return (
    source: string,
    delimiterCells: SimpleRangeValue,
    instanceNumber: number,
    matchMode: number,
    matchEnd: number,
    ifNotFound: EngineScalar = notAvailable('delimiter is not in text as often as instance_num says'),
  ): EngineValue => {
    const delimiters = textsOf(delimiterCells);
    if (delimiters instanceof CellError) return delimiters;
    const instance = Math.trunc(instanceNumber);
    if (matchMode !== 0 && matchMode !== 1) return wrongValue('match_mode must be 0 or 1');
    if (matchEnd !== 0 && matchEnd !== 1) return wrongValue('match_end must be 0 or 1');
    if (instance === 0) return wrongValue('instance_num must not be 0');
    if (source === '' && partOfNothing !== undefined) return partOfNothing;
    if (source !== '' && Math.abs(instance) > source.length)
      return wrongValue('instance_num must not be above the length of text');
    const searched = matchMode === 1 ? inSmallLetters(source) : source;
    const wanted = matchMode === 1 ? delimiters.map(inSmallLetters) : delimiters;
    // The empty text is found at once, where the search begins.
    const edge = instance > 0 ? 0 : source.length;
    const place = wanted.includes('')
      ? { start: edge, end: edge }
      : placeOf(searched, wanted, instance, matchEnd === 1);
    return place === undefined ? ifNotFound : part(source, place);
  };
}

/** The parts between delimiters. */
function partsOf(source: string, delimiters: readonly string[], ignoreCase: boolean): string[] {
  const searched = ignoreCase ? inSmallLetters(source) : source;
  const wanted = ignoreCase ? delimiters.map(inSmallLetters) : delimiters;
  const parts: string[] = [];
  let from = 0;
  for (
    let place = nextPlace(searched, wanted, from);
    place !== undefined;
    place = nextPlace(searched, wanted, from)
  ) {
    parts.push(source.slice(from, place.start));
    from = place.end;
  }
  parts.push(source.slice(from));
  return parts;
}

/** The parts of a text by row and column; without delimiters of a kind, one row or one column. */
function tableOf(
  source: string,
  columnDelimiters: readonly string[],
  rowDelimiters: readonly string[],
  ignoreCase: boolean,
): string[][] {
  return partsOf(source, rowDelimiters, ignoreCase).map((row) => partsOf(row, columnDelimiters, ignoreCase));
}

/** True for an argument that is left empty between two commas. */
function isLeftOut(argument: Ast | undefined): boolean {
  if (argument === undefined) return true;
  // HyperFormula exports no list of its kinds of syntax.
  const kind: string = argument.type;
  return kind === 'EMPTY';
}

/** The one value of an argument; an error for several cells. */
function oneValue(value: EngineValue, name: string): EngineScalar {
  if (!(value instanceof SimpleRangeValue)) return value;
  const [[only = EmptyValue] = []] = value.data;
  return value.width() === 1 && value.height() === 1 ? only : wrongValue(`${name} must be one value`);
}

/** The number of an argument that may be left out, which then counts as 0. */
function flagOf(argument: Ast | undefined, evaluate: (argument: Ast) => EngineValue, name: string) {
  if (argument === undefined || isLeftOut(argument)) return 0;
  return toNumber(plainValue(oneValue(evaluate(argument), name)));
}

function delimitersOf(
  argument: Ast | undefined,
  evaluate: (argument: Ast) => EngineValue,
  name: string,
): string[] | CellError {
  if (argument === undefined || isLeftOut(argument)) return [];
  const texts = textsOf(evaluate(argument));
  if (texts instanceof CellError) return texts;
  return texts.includes('') ? wrongValue(`${name} must not be empty`) : texts;
}

/** What TEXTSPLIT splits by, and what it does with empty and missing parts. */
interface Splitting {
  readonly columnDelimiters: readonly string[];
  readonly rowDelimiters: readonly string[];
  readonly ignoreEmpty: boolean;
  readonly ignoreCase: boolean;
  readonly pad: EngineScalar;
}

/** The arguments of TEXTSPLIT behind the text. */
function splittingOf(
  [, columnArgument, rowArgument, emptyArgument, modeArgument, padArgument]: readonly Ast[],
  evaluate: (argument: Ast) => EngineValue,
): Splitting | CellError {
  const columnDelimiters = delimitersOf(columnArgument, evaluate, 'col_delimiter');
  if (columnDelimiters instanceof CellError) return columnDelimiters;
  const rowDelimiters = delimitersOf(rowArgument, evaluate, 'row_delimiter');
  if (rowDelimiters instanceof CellError) return rowDelimiters;
  if (columnDelimiters.length + rowDelimiters.length === 0)
    return wrongValue('col_delimiter or row_delimiter must be given');
  const ignoreEmpty = flagOf(emptyArgument, evaluate, 'ignore_empty');
  if (ignoreEmpty instanceof CellError) return ignoreEmpty;
  const matchMode = flagOf(modeArgument, evaluate, 'match_mode');
  if (matchMode instanceof CellError) return matchMode;
  if (matchMode !== 0 && matchMode !== 1) return wrongValue('match_mode must be 0 or 1');
  const pad =
    padArgument === undefined || isLeftOut(padArgument)
      ? notAvailable('this row of text has fewer parts than another; pad_with may fill it')
      : oneValue(evaluate(padArgument), 'pad_with');
  return {
    columnDelimiters,
    rowDelimiters,
    ignoreEmpty: ignoreEmpty !== 0,
    ignoreCase: matchMode === 1,
    pad,
  };
}

/** The parts of one text, rows filled up to the longest. */
function splitText(value: PlainValue, splitting: Splitting): EngineScalar[][] | CellError {
  const source = toText(value);
  if (source instanceof CellError) return source;
  const { columnDelimiters, rowDelimiters, ignoreEmpty, ignoreCase, pad } = splitting;
  const whole = tableOf(source, columnDelimiters, rowDelimiters, ignoreCase);
  const table = ignoreEmpty ? withoutEmpty(whole) : whole;
  if (table.length === 0) return nothingLeft('text has no part that is not empty');
  const width = Math.max(...table.map((row) => row.length));
  return table.map((row) => Array.from({ length: width }, (_, column): EngineScalar => row[column] ?? pad));
}

/** TEXTSPLIT: the parts of a text in cells; of several texts the first part of each. */
function textSplit({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [source] = args;
  if (source === undefined || args.length < 2 || args.length > 6) return notAvailable();
  const splitting = splittingOf(args, evaluate);
  if (splitting instanceof CellError) return splitting;
  const value = evaluate(source);
  const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
  if (cells.width === 1 && cells.height === 1) {
    const parts = splitText(cells.at(0, 0), splitting);
    return parts instanceof CellError ? parts : SimpleRangeValue.onlyValues(parts);
  }
  const first = (row: number, column: number): EngineScalar => {
    const parts = splitText(cells.at(row, column), splitting);
    return parts instanceof CellError ? parts : (parts[0]?.[0] ?? '');
  };
  return SimpleRangeValue.onlyValues(
    Array.from({ length: cells.height }, (_, row) =>
      Array.from({ length: cells.width }, (__, column) => first(row, column)),
    ),
  );
}

/** A table without the parts that are empty, and without rows that have no others. */
function withoutEmpty(table: readonly (readonly string[])[]): string[][] {
  return table.map((row) => row.filter((part) => part !== '')).filter((row) => row.length > 0);
}

const partParameters = [
  text,
  range,
  { ...optional(number, 1), emptyAsDefault: true },
  optional(number, 0),
  optional(number, 0),
  optional(scalar),
];

/** Parts of texts by what stands between them. */
export const delimitedTextFunctions = excelFunctions({
  TEXTAFTER: { parameters: partParameters, calculate: partAt((source, { end }) => source.slice(end)) },
  TEXTBEFORE: {
    parameters: partParameters,
    calculate: partAt((source, { start }) => source.slice(0, start), ''),
  },
  TEXTSPLIT: {
    parameters: [any, any, optional(any), optional(any), optional(any), optional(any)],
    evaluate: textSplit,
    // How many parts there are shows when the text is split; the result then asks for the cells it needs.
    resultSize: () => oneCell,
  },
});
