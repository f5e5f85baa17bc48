import { CellError, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { columnLetters } from '../../../workbook/address.ts';
import {
  any,
  excelFunctions,
  isReference,
  number,
  oneCell,
  scalar,
  text,
  type ResultSize,
} from '../excel-function.ts';
import { notAvailable, plainValue, toText, wrongValue, type PlainValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { cellsOf, firstCellOf } from '../ranges.ts';

function firstOf(value: EngineScalar | SimpleRangeValue): PlainValue {
  return value instanceof SimpleRangeValue ? cellsOf(value).at(0, 0) : plainValue(value);
}

/** N: a number as it is, a boolean as 1 or 0, text and empty cells as 0. */
function numeric(value: PlainValue): EngineScalar {
  if (value instanceof CellError || typeof value === 'number') return value;
  return value === true ? 1 : 0;
}

/** T: text as it is, everything else as the empty text. */
function textual(value: PlainValue): EngineScalar {
  return value instanceof CellError || typeof value === 'string' ? value : '';
}

/** A function of one value: of several cells it takes the first, of an array it gives an array. */
function ofFirstOrEach(convert: (value: PlainValue) => EngineScalar) {
  return {
    parameters: [any],
    calculate: (value: EngineScalar | SimpleRangeValue): EngineValue =>
      value instanceof SimpleRangeValue && value.isAdHoc()
        ? SimpleRangeValue.onlyValues(value.data.map((row) => row.map((cell) => convert(plainValue(cell)))))
        : convert(firstOf(value)),
    resultSize: ([size]: readonly ResultSize[], { args: [argument] }: FunctionCall): ResultSize =>
      size === undefined || argument === undefined || isReference(argument) ? oneCell : size,
  };
}

/** What kind of value it is: 1 a number, 2 a text, 4 a boolean, 16 an error, 64 an array. */
function kind(value: EngineScalar | SimpleRangeValue): EngineValue {
  if (value instanceof SimpleRangeValue) return 64;
  const plain = plainValue(value);
  if (plain instanceof CellError) return 16;
  return typeof plain === 'string' ? 2 : typeof plain === 'boolean' ? 4 : 1;
}

const errorNumbers: Readonly<Record<string, number>> = {
  NULL: 1,
  DIV_BY_ZERO: 2,
  VALUE: 3,
  REF: 4,
  NAME: 5,
  NUM: 6,
  NA: 7,
  SPILL: 9,
  CALC: 14,
};

/** What CELL tells of a cell: its row, column and address, what it holds, and of which kind that is. */
function cellInformation(
  { args: [wanted, reference] }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
): EngineValue {
  if (wanted === undefined || reference === undefined)
    return wrongValue('reference must be given: there is no active cell here');
  const asked = evaluate(wanted);
  if (asked instanceof SimpleRangeValue) return wrongValue('info_type must be one text');
  const name = toText(plainValue(asked));
  if (typeof name !== 'string') return name;
  const cell = firstCellOf(reference, place);
  if (cell === undefined) return wrongValue('reference must be a cell or a range');
  switch (name.toLowerCase()) {
    case 'row':
      return cell.row + 1;
    case 'col':
      return cell.col + 1;
    case 'address':
      return cell.sheet === place.sheet
        ? `$${columnLetters(cell.col)}$${cell.row + 1}`
        : wrongValue('the address of a cell on another sheet needs the name of the file');
    case 'contents':
      return firstOf(evaluate(reference)) ?? 0;
    case 'type':
      return kindLetter(firstOf(evaluate(reference)));
    default:
      return wrongValue('info_type must be "address", "col", "contents", "row" or "type"');
  }
}

/** `b` for an empty cell, `l` for a text, `v` for any other value. */
function kindLetter(value: PlainValue): string {
  if (value === null) return 'b';
  return typeof value === 'string' ? 'l' : 'v';
}

/** The number of an error; a value that is no error is not available. */
function errorNumber(value: EngineScalar): EngineValue {
  const plain = plainValue(value);
  return (plain instanceof CellError ? errorNumbers[plain.type] : undefined) ?? notAvailable();
}

/** Functions about values. */
export const informationFunctions = excelFunctions({
  N: ofFirstOrEach(numeric),
  CELL: { parameters: [text, any], evaluate: cellInformation, refusesMissingSheets: true },
  ISREF: {
    parameters: [any],
    readsPlacesOnly: true,
    evaluate: ({ args: [argument, ...rest] }) =>
      argument === undefined || rest.length > 0 ? notAvailable() : isReference(argument),
    resultSize: () => oneCell,
  },
  TYPE: {
    parameters: [any],
    evaluate: ({ args: [argument, ...rest] }, evaluate) =>
      argument === undefined || rest.length > 0 ? notAvailable() : kind(evaluate(argument)),
    resultSize: () => oneCell,
  },
  'ERROR.TYPE': { parameters: [scalar], calculate: errorNumber },
  ISEVEN: { parameters: [number], calculate: (value: number) => Math.trunc(value) % 2 === 0 },
  ISODD: { parameters: [number], calculate: (value: number) => Math.trunc(value) % 2 !== 0 },
  T: ofFirstOrEach(textual),
});
