import { CellError, SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions, number } from './excel-function.ts';
import { plainValue, power, toNumber } from './excel-values.ts';
import type { EngineScalar, EngineValue } from './hyperformula-internals.ts';
import { numbersOf } from './ranges.ts';

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

/** Powers and products. */
export const arithmeticFunctions = excelFunctions({
  POWER: { parameters: [number, number], calculate: power },
  PRODUCT: { parameters: [any], repeatLastArgs: 1, calculate: product },
});
