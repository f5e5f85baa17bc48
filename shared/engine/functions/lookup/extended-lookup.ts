import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import { asArray, forEachOf } from './arrays.ts';
import {
  any,
  excelFunctions,
  number,
  oneCell,
  optional,
  range,
  scalar,
  type ResultSize,
} from '../excel-function.ts';
import { notAvailable, plainValue, toNumber, wrongValue, type PlainValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { partOf } from '../ranges.ts';
import { columnOf, findByHalving, findEmpty, findExact, findNearest, rowOf, type Line } from './search.ts';

/** How a value is searched for. */
interface Search {
  readonly match: number;
  readonly mode: number;
}

const isOrdered = ({ mode }: Search): boolean => Math.abs(mode) === 2;

/** The place of the key in a line; -1 for none. */
function findIn(line: Line, key: Exclude<PlainValue, CellError>, search: Search): number {
  const backwards = search.mode < 0;
  if (key === null) return findEmpty(line, backwards);
  const side = search.match === -1 ? 'below' : search.match === 1 ? 'above' : undefined;
  if (isOrdered(search)) return findByHalving(line, key, side, backwards);
  return side === undefined
    ? findExact(line, key, search.match === 2, backwards)
    : findNearest(line, key, side, backwards);
}

function firstOf(value: EngineValue): EngineScalar {
  return value instanceof SimpleRangeValue ? (value.data[0]?.[0] ?? EmptyValue) : value;
}

/** The whole number that an argument is, where it is left out the default. */
function wholeNumber(argument: EngineValue | undefined, byDefault: number): number | CellError {
  const value = argument === undefined ? EmptyValue : firstOf(argument);
  if (value === EmptyValue) return byDefault;
  const given = toNumber(plainValue(value));
  return given instanceof CellError ? given : Math.trunc(given);
}

/** How the arguments ask for the search to be done; an error where one of them is none of the choices. */
function searchOf(
  matchMode: EngineValue | undefined,
  searchMode: EngineValue | undefined,
): Search | CellError {
  const match = wholeNumber(matchMode, 0);
  if (match instanceof CellError) return match;
  const mode = wholeNumber(searchMode, 1);
  if (mode instanceof CellError) return mode;
  if (![0, -1, 1, 2].includes(match)) return wrongValue('match_mode must be 0, -1, 1 or 2');
  if (![1, -1, 2, -2].includes(mode)) return wrongValue('search_mode must be 1, -1, 2 or -2');
  const search = { match, mode };
  return match === 2 && isOrdered(search)
    ? wrongValue('search_mode must be 1 or -1 where match_mode is 2')
    : search;
}

const notALine = (): CellError => wrongValue('lookup_array must be one row or one column');
const notFound = (): CellError => notAvailable('lookup_value was not found');

const isOne = (value: EngineValue): boolean => !(value instanceof SimpleRangeValue);

/**
 * XLOOKUP: the row or column of the results beside the place of the key, as cells of the sheet where
 * the results are. For several keys it is the first cell of each. What stands for a key that is not
 * found is calculated only then.
 */
function extendedLookup({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [keyArgument, searchedArgument, resultsArgument, otherwise, matchMode, searchMode] = args;
  if (keyArgument === undefined || searchedArgument === undefined || resultsArgument === undefined)
    return notAvailable();
  if (args.length > 6) return notAvailable();
  const keys = evaluate(keyArgument);
  if (keys instanceof CellError) return keys;
  const searched = asArray(evaluate(searchedArgument));
  if (searched instanceof CellError) return searched;
  const results = asArray(evaluate(resultsArgument));
  if (results instanceof CellError) return results;
  const search = searchOf(matchMode && evaluate(matchMode), searchMode && evaluate(searchMode));
  if (search instanceof CellError) return search;
  const vertical = searched.width() === 1 && results.height() === searched.height();
  if (!vertical && searched.height() !== 1)
    return searched.width() === 1 ? wrongValue('return_array must be as tall as lookup_array') : notALine();
  if (!vertical && results.width() !== searched.width())
    return wrongValue('return_array must be as long as lookup_array');
  const line = vertical ? columnOf(searched, 0) : rowOf(searched, 0);
  const find = (key: EngineScalar): EngineValue => {
    const wanted = plainValue(key);
    if (wanted instanceof CellError) return wanted;
    const place = findIn(line, wanted, search);
    if (place < 0) return otherwise === undefined || isLeftOut(otherwise) ? notFound() : evaluate(otherwise);
    return vertical
      ? partOf(results, place, 0, 1, results.width())
      : partOf(results, 0, place, results.height(), 1);
  };
  return isOne(keys) ? find(firstOf(keys)) : forEachOf([keys], (key) => firstOf(find(key)));
}

function isLeftOut(argument: Ast): boolean {
  // HyperFormula exports no list of its kinds of syntax.
  const kind: string = argument.type;
  return kind === 'EMPTY';
}

function extendedLookupSize([keys, searched, results]: readonly ResultSize[]): ResultSize {
  if (keys === undefined || searched === undefined || results === undefined) return oneCell;
  if (keys.width > 1 || keys.height > 1) return keys;
  return searched.width === 1 && searched.height === results.height
    ? { width: results.width, height: 1 }
    : { width: 1, height: results.height };
}

/** XMATCH: the place of the key, counted from 1. */
function extendedMatch(
  key: EngineScalar,
  searched: SimpleRangeValue,
  matchMode: EngineScalar | undefined,
  searchMode: EngineScalar | undefined,
): EngineValue {
  const wanted = plainValue(key);
  if (wanted instanceof CellError) return wanted;
  const search = searchOf(matchMode, searchMode);
  if (search instanceof CellError) return search;
  if (searched.width() > 1 && searched.height() > 1) return notALine();
  const place = findIn(searched.width() === 1 ? columnOf(searched, 0) : rowOf(searched, 0), wanted, search);
  return place < 0 ? notFound() : place + 1;
}

/** Lookups with all ways of searching. Source: Microsoft, "XLOOKUP function" and "XMATCH function". */
export const extendedLookupFunctions = excelFunctions({
  XLOOKUP: {
    parameters: [scalar, range, range, optional(any), optional(number), optional(number)],
    evaluate: extendedLookup,
    resultSize: extendedLookupSize,
  },
  XMATCH: {
    parameters: [scalar, range, optional(scalar), optional(scalar)],
    calculate: extendedMatch,
  },
});
