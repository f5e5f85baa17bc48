import { excelFunctions, number } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** Orders in which so many objects can be chosen from a number of them. */
function permutations(of: number, choosing: number): EngineValue {
  const [count, chosen] = [Math.trunc(of), Math.trunc(choosing)];
  if (count <= 0) return notANumber('number must be above 0');
  if (chosen < 0 || chosen > count) return notANumber('number_chosen must be from 0 to number');
  let product = 1;
  for (let factor = count; factor > count - chosen && product < Infinity; factor--) product *= factor;
  return Number.isFinite(product) ? product : notANumber('the result is too large');
}

/** The same where an object may be chosen again. */
function permutationsWithRepetition(of: number, choosing: number): EngineValue {
  const [count, chosen] = [Math.trunc(of), Math.trunc(choosing)];
  if (count < 0) return notANumber('number must not be negative');
  if (chosen < 0) return notANumber('number_chosen must not be negative');
  const power = count ** chosen;
  return Number.isFinite(power) ? power : notANumber('the result is too large');
}

/** Counts of permutations. */
export const permutationFunctions = excelFunctions({
  PERMUT: { parameters: [number, number], calculate: permutations },
  PERMUTATIONA: { parameters: [number, number], calculate: permutationsWithRepetition },
});
