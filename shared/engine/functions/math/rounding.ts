import { atFifteenDigits } from '../../../workbook/number-text.ts';
import { excelFunctions, number, optional } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** A value so near a whole number that its 15 digits are that number counts as it: 4.35*100 is 435. */
function floor(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= Math.abs(value) * 1e-14
    ? Math.floor(atFifteenDigits(value))
    : Math.floor(value);
}

function ceiling(value: number): number {
  return -floor(-value);
}

function roundHalfUp(value: number): number {
  const whole = Math.floor(value);
  const tie = Math.abs(value - whole - 0.5) <= Math.abs(value) * 1e-14;
  return tie ? Math.floor(atFifteenDigits(value) + 0.5) : Math.floor(value + 0.5);
}

/** Rounded to decimal places (negative: before the point), ties away from zero. */
export function roundToPlaces(value: number, places: number): number {
  return atPlaces(value, places, roundHalfUp);
}

/** Rounds the size of a number to decimal places (negative: before the point) by a rule for whole numbers. */
function atPlaces(value: number, places: number, rule: (size: number) => number): number {
  const digits = Math.trunc(places);
  const size = Math.abs(value);
  // Beyond the digits of a number nothing is to be rounded, and its power of ten may be infinite.
  if (digits >= 0 && (digits > 300 || size >= 1e15 * 10 ** -digits)) return value;
  if (digits < -308) return 0;
  const scale = 10 ** Math.abs(digits);
  // Dividing by a power of ten is exact where multiplying by its inverse is not.
  const rounded = digits >= 0 ? rule(size * scale) / scale : rule(size / scale) * scale;
  return value < 0 ? -rounded : rounded;
}

/** From this many times the divisor on Excel gives no remainder. */
const largestQuotient = 1.1259e12;

/** The remainder with the sign of the divisor: `n - d*INT(n/d)`. */
function remainder(dividend: number, divisor: number): EngineValue {
  if (divisor === 0) return divisionByZero();
  if (Math.abs(dividend) >= Math.abs(divisor) * largestQuotient)
    return notANumber('number must be less than 1,125,900,000,000 times divisor');
  if (Number.isInteger(dividend) && Number.isInteger(divisor)) {
    const rest = dividend % divisor;
    return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
  }
  const rest = dividend - divisor * floor(dividend / divisor);
  // What is left over by the rounding of binary fractions is nothing: MOD(0.3,0.1) is 0.
  return Math.abs(rest) <= Math.abs(dividend) * 1e-15 ? 0 : rest;
}

function multiple(value: number, step: number, rule: (quotient: number) => number): number {
  // The product of a whole number and 0.1 carries the error of 0.1: keep its 15 digits.
  return value === 0 || step === 0 ? 0 : atFifteenDigits(rule(value / step) * step);
}

const oneSign = 'significance must not be negative for a positive number';

/** Up to the next multiple, away from zero when both are negative; a positive number has no negative multiple. */
function excelCeiling(value: number, step: number): EngineValue {
  if (value > 0 && step < 0) return notANumber(oneSign);
  return multiple(value, step, ceiling);
}

function excelFloor(value: number, step: number): EngineValue {
  if (value > 0 && step < 0) return notANumber(oneSign);
  if (step === 0 && value !== 0) return divisionByZero();
  return multiple(value, step, floor);
}

/** To the next multiple; which of two that are equally near is told by the quotient as it is in binary. */
function nearestMultiple(value: number, step: number): EngineValue {
  if (value * step < 0) return notANumber('number and multiple must have the same sign');
  return multiple(value, step, (quotient) => Math.floor(quotient + 0.5));
}

/** The whole part of a quotient, towards zero. */
function wholeQuotient(numerator: number, denominator: number): EngineValue {
  if (denominator === 0) return divisionByZero();
  const quotient = numerator / denominator;
  return quotient < 0 ? ceiling(quotient) : floor(quotient);
}

/** Away from zero to the next even or, with a remainder of 1, odd number. */
function nextOfParity(remainderOfTwo: 0 | 1) {
  return (value: number): number => {
    const size = ceiling(Math.abs(value));
    const next = size % 2 === remainderOfTwo ? size : size + 1;
    return value < 0 ? -next : next;
  };
}

const upwards = (value: number, step: number) => multiple(value, Math.abs(step), ceiling);
const downwards = (value: number, step: number) => multiple(value, Math.abs(step), floor);

/** A number that is rounded as its first 15 digits say, which is how Excel and LibreOffice round. */
export const roundingFunctions = excelFunctions({
  EVEN: { parameters: [number], calculate: nextOfParity(0) },
  INT: { parameters: [number], calculate: floor },
  ODD: { parameters: [number], calculate: nextOfParity(1) },
  ROUND: { parameters: [number, optional(number, 0)], calculate: roundToPlaces },
  ROUNDUP: {
    parameters: [number, optional(number, 0)],
    calculate: (value: number, places: number) => atPlaces(value, places, ceiling),
  },
  ROUNDDOWN: {
    parameters: [number, optional(number, 0)],
    calculate: (value: number, places: number) => atPlaces(value, places, floor),
  },
  TRUNC: {
    parameters: [number, optional(number, 0)],
    calculate: (value: number, places: number) => atPlaces(value, places, floor),
  },
  MOD: { parameters: [number, number], calculate: remainder },
  QUOTIENT: { parameters: [number, number], calculate: wholeQuotient },
  MROUND: { parameters: [number, number], calculate: nearestMultiple },
  CEILING: { parameters: [number, number], calculate: excelCeiling },
  FLOOR: { parameters: [number, number], calculate: excelFloor },
  'CEILING.PRECISE': { parameters: [number, optional(number, 1)], calculate: upwards },
  'ISO.CEILING': { parameters: [number, optional(number, 1)], calculate: upwards },
  'FLOOR.PRECISE': { parameters: [number, optional(number, 1)], calculate: downwards },
  'CEILING.MATH': {
    parameters: [number, optional(number, 1), optional(number, 0)],
    calculate: (value: number, step: number, mode: number) =>
      multiple(value, mode !== 0 && value < 0 ? -Math.abs(step) : Math.abs(step), ceiling),
  },
  'FLOOR.MATH': {
    parameters: [number, optional(number, 1), optional(number, 0)],
    calculate: (value: number, step: number, mode: number) =>
      multiple(value, mode !== 0 && value < 0 ? -Math.abs(step) : Math.abs(step), floor),
  },
});
