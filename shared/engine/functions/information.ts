import { CellError, ErrorType, SimpleRangeValue } from 'hyperformula';
import {
  any,
  excelFunctions,
  isReference,
  number,
  oneCell,
  scalar,
  type ResultSize,
} from './excel-function.ts';
import { plainValue, type PlainValue } from './excel-values.ts';
import type { EngineScalar, EngineValue, FunctionCall } from './hyperformula-internals.ts';
import { cellsOf } from './ranges.ts';

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
  DIV_BY_ZERO: 2,
  VALUE: 3,
  REF: 4,
  NAME: 5,
  NUM: 6,
  NA: 7,
  SPILL: 9,
};

/** The number of an error; a value that is no error is not available. */
function errorNumber(value: EngineScalar): EngineValue {
  const plain = plainValue(value);
  return (plain instanceof CellError ? errorNumbers[plain.type] : undefined) ?? new CellError(ErrorType.NA);
}

/** Functions about values. */
export const informationFunctions = excelFunctions({
  N: ofFirstOrEach(numeric),
  TYPE: { parameters: [scalar], calculate: kind },
  'ERROR.TYPE': { parameters: [scalar], calculate: errorNumber },
  ISEVEN: { parameters: [number], calculate: (value: number) => Math.trunc(value) % 2 === 0 },
  ISODD: { parameters: [number], calculate: (value: number) => Math.trunc(value) % 2 !== 0 },
  T: ofFirstOrEach(textual),
});
