import { CellError, SimpleRangeValue } from 'hyperformula';
import {
  add,
  argument,
  commonSuffix,
  complexText,
  cosine,
  cotangent,
  divide,
  hyperbolicCosine,
  hyperbolicSine,
  isZero,
  modulus,
  multiply,
  polar,
  secant,
  sine,
  subtract,
  tangent,
  toComplex,
  type ComplexNumber,
} from './complex-number.ts';
import { any, excelFunctions, noError, number, optional } from '../excel-function.ts';
import { divisionByZero, notANumber, plainValue, toText, wrongValue } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { cellsOf } from '../ranges.ts';

const one: ComplexNumber = { real: 1, imaginary: 0 };

/** COMPLEX: a complex number from its parts. */
function complex(real: number, imaginary: number, letter?: EngineScalar): EngineValue {
  const suffix = letter === undefined ? 'i' : toText(plainValue(letter));
  if (suffix === '' || suffix === 'i') return complexText({ real, imaginary, suffix: 'i' });
  return suffix === 'j' ? complexText({ real, imaginary, suffix }) : wrongValue('suffix must be "i" or "j"');
}

/** A function of one complex number that gives a real one. */
function realOf(calculate: (value: ComplexNumber) => EngineValue) {
  return {
    parameters: [noError],
    calculate: (given: EngineScalar): EngineValue => {
      const value = toComplex(plainValue(given));
      return value instanceof CellError ? value : calculate(value);
    },
  };
}

/** A function of one complex number that gives another, written with the same letter. */
function complexOf(calculate: (value: ComplexNumber) => ComplexNumber | CellError) {
  return realOf((value) => {
    const result = calculate(value);
    return result instanceof CellError ? result : complexText({ ...result, suffix: value.suffix });
  });
}

/** The same where the result is not finite at zeros of a divisor. */
function quotientOf(calculate: (value: ComplexNumber) => ComplexNumber) {
  return complexOf((value) => {
    const divisor = calculate(value);
    return isZero(divisor) ? notANumber('the result is not finite') : divide(one, divisor);
  });
}

const zeroHasNone = 'inumber must not be 0';

/** A function of a complex number other than zero. */
function ofNonZero(calculate: (value: ComplexNumber) => ComplexNumber) {
  return complexOf((value) => (isZero(value) ? notANumber(zeroHasNone) : calculate(value)));
}

function ofTwo(calculate: (left: ComplexNumber, right: ComplexNumber) => ComplexNumber) {
  return {
    parameters: [noError, noError],
    calculate: (first: EngineScalar, second: EngineScalar): EngineValue => {
      const left = toComplex(plainValue(first));
      if (left instanceof CellError) return left;
      const right = toComplex(plainValue(second));
      if (right instanceof CellError) return right;
      const suffix = commonSuffix([left, right]);
      return suffix instanceof CellError ? suffix : complexText({ ...calculate(left, right), suffix });
    },
  };
}

/** All complex numbers of the arguments; empty cells of ranges are passed over. */
function complexNumbers(values: readonly (EngineScalar | SimpleRangeValue)[]): ComplexNumber[] | CellError {
  const found: ComplexNumber[] = [];
  for (const value of values) {
    const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
    for (let row = 0; row < cells.height; row++) {
      for (let column = 0; column < cells.width; column++) {
        const cell = cells.at(row, column);
        if (cell === null) continue;
        const read = toComplex(cell);
        if (read instanceof CellError) return read;
        found.push(read);
      }
    }
  }
  return found;
}

function ofAll(calculate: (left: ComplexNumber, right: ComplexNumber) => ComplexNumber) {
  return {
    parameters: [any],
    repeatLastArgs: 1,
    calculate: (...values: (EngineScalar | SimpleRangeValue)[]): EngineValue => {
      const numbers = complexNumbers(values);
      if (numbers instanceof CellError) return numbers;
      const suffix = commonSuffix(numbers);
      if (suffix instanceof CellError) return suffix;
      const [first = { real: 0, imaginary: 0 }, ...rest] = numbers;
      return complexText({ ...rest.reduce(calculate, first), suffix });
    },
  };
}

/** IMPOWER, by modulus and angle. */
function power(given: EngineScalar, exponent: number): EngineValue {
  const value = toComplex(plainValue(given));
  if (value instanceof CellError) return value;
  if (isZero(value)) return exponent > 0 ? '0' : notANumber('number must be above 0 where inumber is 0');
  const result = polar(modulus(value) ** exponent, argument(value) * exponent);
  return complexText({ ...result, suffix: value.suffix });
}

function logarithm(scale: (value: number) => number, unit: number) {
  return ofNonZero((value) => ({ real: scale(modulus(value)), imaginary: argument(value) / unit }));
}

/** Functions of complex numbers, which are texts such as `3+4i`. */
export const complexFunctions = excelFunctions({
  COMPLEX: { parameters: [number, number, optional(noError)], calculate: complex },
  IMABS: realOf(modulus),
  IMAGINARY: realOf(({ imaginary }) => imaginary),
  IMREAL: realOf(({ real }) => real),
  IMARGUMENT: realOf((value) => (isZero(value) ? divisionByZero(zeroHasNone) : argument(value))),
  IMCONJUGATE: complexOf(({ real, imaginary }) => ({ real, imaginary: -imaginary })),
  IMCOS: complexOf(cosine),
  IMCOSH: complexOf(hyperbolicCosine),
  IMCOT: complexOf((value) =>
    isZero(sine(value)) ? notANumber('the result is not finite') : cotangent(value),
  ),
  IMCSC: quotientOf(sine),
  IMCSCH: quotientOf(hyperbolicSine),
  IMDIV: ofTwo(divide),
  IMEXP: complexOf(({ real, imaginary }) => polar(Math.exp(real), imaginary)),
  IMLN: logarithm(Math.log, 1),
  IMLOG10: logarithm(Math.log10, Math.LN10),
  IMLOG2: logarithm(Math.log2, Math.LN2),
  IMPOWER: { parameters: [noError, number], calculate: power },
  IMPRODUCT: ofAll(multiply),
  IMSEC: complexOf(secant),
  IMSECH: quotientOf(hyperbolicCosine),
  IMSIN: complexOf(sine),
  IMSINH: complexOf(hyperbolicSine),
  IMSQRT: complexOf((value) =>
    isZero(value) ? value : polar(Math.sqrt(modulus(value)), argument(value) / 2),
  ),
  IMSUB: ofTwo(subtract),
  IMSUM: ofAll(add),
  IMTAN: complexOf(tangent),
});
