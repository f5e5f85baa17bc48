import { atFifteenDigits } from '../../../workbook/number-text.ts';
import { complementaryErrorFunction, errorFunction } from './error-function.ts';
import { excelFunctions, number, optional, text } from '../excel-function.ts';
import { notAvailable } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { unitNamed } from './units.ts';

/** A value in one unit, in another of the same kind. */
function convert(value: number, fromName: string, toName: string): EngineValue {
  const from = unitNamed(fromName);
  if (!from) return notAvailable('from_unit must be a unit, in the letter case of its name');
  const to = unitNamed(toName);
  if (!to) return notAvailable('to_unit must be a unit, in the letter case of its name');
  if (from.kind !== to.kind) return notAvailable('from_unit and to_unit must be of the same kind');
  const [given, step] = [value * from.prefix, from.size / to.size];
  const wanted = from.zero === to.zero ? given * step : (given - from.zero) * step + to.zero;
  // Factors such as 0.0254 are not exact in binary: what they leave behind the 15th digit goes.
  return atFifteenDigits(wanted / to.prefix);
}

/** The error function between two limits, or from 0 to one. */
function errorIntegral(lower: number, upper?: number): number {
  return upper === undefined ? errorFunction(lower) : errorFunction(upper) - errorFunction(lower);
}

/** Units, steps and the error function. */
export const engineeringFunctions = excelFunctions({
  CONVERT: { parameters: [number, text, text], calculate: convert },
  GESTEP: {
    parameters: [number, optional(number, 0)],
    calculate: (value: number, step: number) => (value >= step ? 1 : 0),
  },
  ERF: { parameters: [number, optional(number)], calculate: errorIntegral },
  'ERF.PRECISE': { parameters: [number], calculate: errorFunction },
  ERFC: { parameters: [number], calculate: complementaryErrorFunction },
  'ERFC.PRECISE': { parameters: [number], calculate: complementaryErrorFunction },
});
