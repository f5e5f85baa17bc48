import { excelFunctions, number } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** Excel works out no angle of this size or more. */
const largestAngle = 2 ** 27;

/** A function of an angle in radians. */
function ofAngle(calculate: (angle: number) => number) {
  return {
    parameters: [number],
    calculate: (angle: number): EngineValue =>
      Math.abs(angle) < largestAngle
        ? calculate(angle)
        : notANumber('number must be below 134,217,728 without its sign'),
  };
}

/** One divided by a function of an angle, which must not be zero. */
function reciprocalOf(calculate: (angle: number) => number) {
  return {
    parameters: [number],
    calculate: (angle: number): EngineValue => {
      if (Math.abs(angle) >= largestAngle)
        return notANumber('number must be below 134,217,728 without its sign');
      const divisor = calculate(angle);
      return divisor === 0 ? divisionByZero() : 1 / divisor;
    },
  };
}

function squareRootOfPiTimes(value: number): EngineValue {
  return value < 0 ? notANumber('number must not be negative') : Math.sqrt(value * Math.PI);
}

/**
 * The circle's constant and functions of angles. HyperFormula's constant has 15 digits, one less than
 * Excel's, and so do the functions it builds on it.
 */
export const trigonometryFunctions = excelFunctions({
  PI: { parameters: [], calculate: () => Math.PI },
  SQRTPI: { parameters: [number], calculate: squareRootOfPiTimes },
  DEGREES: { parameters: [number], calculate: (angle: number) => (angle / Math.PI) * 180 },
  RADIANS: { parameters: [number], calculate: (angle: number) => (angle / 180) * Math.PI },
  SIN: ofAngle(Math.sin),
  COS: ofAngle(Math.cos),
  TAN: ofAngle(Math.tan),
  COT: reciprocalOf(Math.tan),
  CSC: reciprocalOf(Math.sin),
  SEC: reciprocalOf(Math.cos),
  COTH: reciprocalOf(Math.tanh),
  CSCH: reciprocalOf(Math.sinh),
  SECH: reciprocalOf(Math.cosh),
  /** Between 0 and pi: of a negative number in the second quarter. */
  ACOT: { parameters: [number], calculate: (value: number) => Math.PI / 2 - Math.atan(value) },
});
