import { CellError, SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions } from './excel-function.ts';
import { plainValue, wrongValue, type PlainValue } from './excel-values.ts';
import type { EngineScalar, EngineValue } from './hyperformula-internals.ts';
import { cellsOf } from './ranges.ts';

/** The truth of a value given directly; undefined for text that is neither TRUE nor FALSE. */
function truth(value: Exclude<PlainValue, CellError>): boolean | undefined {
  if (typeof value !== 'string') return value !== null && value !== false && value !== 0;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : undefined;
}

/** Booleans and numbers of the arguments; texts and empty cells inside ranges are passed over. */
function truths(values: readonly (EngineScalar | SimpleRangeValue)[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const value of values) {
    if (value instanceof SimpleRangeValue) {
      const cells = cellsOf(value);
      for (let row = 0; row < cells.height; row++) {
        for (let column = 0; column < cells.width; column++) {
          const cell = cells.at(row, column);
          if (cell instanceof CellError) return cell;
          if (typeof cell === 'boolean' || typeof cell === 'number') found.push(cell !== false && cell !== 0);
        }
      }
      continue;
    }
    const plain = plainValue(value);
    if (plain instanceof CellError) return plain;
    const known = truth(plain);
    if (known === undefined) return wrongValue();
    found.push(known);
  }
  return found.length === 0 ? wrongValue() : found;
}

function overTruths(finish: (found: readonly boolean[]) => boolean) {
  return (...values: (EngineScalar | SimpleRangeValue)[]): EngineValue => {
    const found = truths(values);
    return found instanceof CellError ? found : finish(found);
  };
}

/** Logical functions over any number of values and ranges. */
export const logicFunctions = excelFunctions({
  AND: { parameters: [any], repeatLastArgs: 1, calculate: overTruths((found) => found.every(Boolean)) },
  OR: { parameters: [any], repeatLastArgs: 1, calculate: overTruths((found) => found.some(Boolean)) },
  XOR: {
    parameters: [any],
    repeatLastArgs: 1,
    calculate: overTruths((found) => found.filter(Boolean).length % 2 === 1),
  },
});
