import { excelFunctions, number, optional } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** The exponent of a base that gives the value; of a whole power it is exactly that power. */
function logarithm(value: number, base: number): EngineValue {
  if (value <= 0) return notANumber('number must be above 0');
  if (base <= 0) return notANumber('base must be above 0');
  if (base === 1) return divisionByZero('base must not be 1');
  if (base === 10) return Math.log10(value);
  const exponent = Math.log(value) / Math.log(base);
  const whole = Math.round(exponent);
  return base ** whole === value ? whole : exponent;
}

/** Logarithms, which HyperFormula divides by one that is rounded. */
export const logarithmFunctions = excelFunctions({
  LOG: { parameters: [number, optional(number, 10)], calculate: logarithm },
});
