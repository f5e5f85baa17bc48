import { CellError, SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions, number, range } from '../excel-function.ts';
import { divisionByZero, plainValue, power, toNumber } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { numbersOf } from '../ranges.ts';

/** The product of all numbers; 0 when there are none. */
function product(...values: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  let [result, factors] = [1, 0];
  for (const value of values) {
    const given = value instanceof SimpleRangeValue ? numbersOf(value) : toNumber(plainValue(value));
    if (given instanceof CellError) return given;
    for (const factor of typeof given === 'number' ? [given] : given) {
      result *= factor;
      factors++;
    }
  }
  return factors === 0 ? 0 : result;
}

/** The share of a part in a whole: the sum of its numbers divided by the sum of all. */
function share(part: SimpleRangeValue, whole: SimpleRangeValue): EngineValue {
  const parts = numbersOf(part);
  if (parts instanceof CellError) return parts;
  const all = numbersOf(whole);
  if (all instanceof CellError) return all;
  const total = all.reduce((sum, value) => sum + value, 0);
  return total === 0 ? divisionByZero() : parts.reduce((sum, value) => sum + value, 0) / total;
}

/** Powers, products and shares. */
export const arithmeticFunctions = excelFunctions({
  PERCENTOF: { parameters: [range, range], calculate: share },
  POWER: { parameters: [number, number], calculate: power },
  PRODUCT: { parameters: [any], repeatLastArgs: 1, calculate: product },
});
