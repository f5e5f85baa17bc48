import type { CellError } from 'hyperformula';
import { excelFunctions, number } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** Functions of bits take whole numbers below this. */
const limit = 2 ** 48;
const mostPlaces = 53;

function refusal(...values: number[]): CellError | undefined {
  return values.every((value) => Number.isInteger(value) && value >= 0 && value < limit)
    ? undefined
    : notANumber('numbers must be whole, from 0 to 281,474,976,710,655');
}

function bitwise(combine: (left: bigint, right: bigint) => bigint) {
  return {
    parameters: [number, number],
    calculate: (left: number, right: number): EngineValue =>
      refusal(left, right) ?? Number(combine(BigInt(left), BigInt(right))),
  };
}

/** Moved to the left by a number of places, to the right by a negative one; bits beyond the last are lost. */
function shifted(value: number, places: number): EngineValue {
  const refused = refusal(value);
  if (refused) return refused;
  if (Math.abs(places) > mostPlaces) return notANumber('shift_amount must be from -53 to 53');
  const result = Math.floor(value * 2 ** places);
  return result < limit ? result : notANumber('the result has more than 48 bits');
}

/** Functions of the bits of whole numbers. */
export const bitFunctions = excelFunctions({
  BITAND: bitwise((left, right) => left & right),
  BITOR: bitwise((left, right) => left | right),
  BITXOR: bitwise((left, right) => left ^ right),
  BITLSHIFT: {
    parameters: [number, number],
    calculate: (value: number, places: number) => shifted(value, Math.trunc(places)),
  },
  BITRSHIFT: {
    parameters: [number, number],
    calculate: (value: number, places: number) => shifted(value, -Math.trunc(places)),
  },
});
