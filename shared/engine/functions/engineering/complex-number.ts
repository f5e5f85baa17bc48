import { CellError } from 'hyperformula';
import { numberText } from '../../../workbook/number-text.ts';
import { notANumber, wrongValue, type PlainValue } from '../excel-values.ts';

/** A complex number, and the letter it was written with: none for a real number. */
export interface ComplexNumber {
  readonly real: number;
  readonly imaginary: number;
  readonly suffix?: 'i' | 'j' | undefined;
}

const unsigned = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const realPattern = new RegExp(`^[+-]?${unsigned}$`);
const imaginaryPattern = new RegExp(`^([+-]?)(${unsigned})?([ij])$`);
const bothPattern = new RegExp(`^([+-]?${unsigned})([+-])(${unsigned})?([ij])$`);

function imaginaryPart(sign: string | undefined, size: string | undefined): number {
  const value = size === undefined ? 1 : Number(size);
  return sign === '-' ? -value : value;
}

/** The complex number a text such as `3+4i`, `-2.5j` or `7` stands for; undefined for other texts. */
function readComplex(text: string): ComplexNumber | undefined {
  if (realPattern.test(text)) return { real: Number(text), imaginary: 0 };
  const alone = imaginaryPattern.exec(text);
  if (alone) {
    const [, sign, size, suffix] = alone;
    return { real: 0, imaginary: imaginaryPart(sign, size), suffix: suffix === 'j' ? 'j' : 'i' };
  }
  const both = bothPattern.exec(text);
  if (!both) return undefined;
  const [, real, sign, size, suffix] = both;
  return { real: Number(real), imaginary: imaginaryPart(sign, size), suffix: suffix === 'j' ? 'j' : 'i' };
}

/** The complex number a value stands for; a boolean is `#VALUE!`, a text of another form `#NUM!`. */
export function toComplex(value: PlainValue): ComplexNumber | CellError {
  if (value instanceof CellError) return value;
  if (value === null) return { real: 0, imaginary: 0 };
  if (typeof value === 'number') return { real: value, imaginary: 0 };
  if (typeof value === 'boolean') return wrongValue('inumber must not be TRUE or FALSE');
  return readComplex(value) ?? notANumber('inumber must be written as x+yi or x+yj');
}

/** The text of a complex number as Excel writes it: 15 digits, a part that is zero left out. */
export function complexText({ real, imaginary, suffix = 'i' }: ComplexNumber): string | CellError {
  if (!Number.isFinite(real) || !Number.isFinite(imaginary)) return notANumber('the result is too large');
  if (imaginary === 0) return numberText(real);
  const size = numberText(Math.abs(imaginary));
  const sign = imaginary < 0 ? '-' : real === 0 ? '' : '+';
  return `${real === 0 ? '' : numberText(real)}${sign}${size === '1' ? '' : size}${suffix}`;
}

/** The letter of several complex numbers; `#VALUE!` where they have both letters. */
export function commonSuffix(numbers: readonly ComplexNumber[]): 'i' | 'j' | undefined | CellError {
  const suffixes = new Set(numbers.flatMap(({ suffix }) => suffix ?? []));
  if (suffixes.size > 1) return wrongValue('all complex numbers must have the same letter, i or j');
  return [...suffixes][0];
}

export const add = (left: ComplexNumber, right: ComplexNumber): ComplexNumber => ({
  real: left.real + right.real,
  imaginary: left.imaginary + right.imaginary,
});

export const subtract = (left: ComplexNumber, right: ComplexNumber): ComplexNumber => ({
  real: left.real - right.real,
  imaginary: left.imaginary - right.imaginary,
});

export const multiply = (left: ComplexNumber, right: ComplexNumber): ComplexNumber => ({
  real: left.real * right.real - left.imaginary * right.imaginary,
  imaginary: left.real * right.imaginary + left.imaginary * right.real,
});

export const isZero = ({ real, imaginary }: ComplexNumber): boolean => real === 0 && imaginary === 0;

/** Not a number in both parts where the divisor is zero. */
export function divide(left: ComplexNumber, right: ComplexNumber): ComplexNumber {
  const size = right.real ** 2 + right.imaginary ** 2;
  return {
    real: (left.real * right.real + left.imaginary * right.imaginary) / size,
    imaginary: (left.imaginary * right.real - left.real * right.imaginary) / size,
  };
}

/** The distance from zero. */
export const modulus = ({ real, imaginary }: ComplexNumber): number => Math.hypot(real, imaginary);

/** The angle from the real axis in radians, above -pi and up to pi. */
export const argument = ({ real, imaginary }: ComplexNumber): number => Math.atan2(imaginary, real);

export const polar = (size: number, angle: number): ComplexNumber => ({
  real: size * Math.cos(angle),
  imaginary: size * Math.sin(angle),
});

export const sine = ({ real, imaginary }: ComplexNumber): ComplexNumber => ({
  real: Math.sin(real) * Math.cosh(imaginary),
  imaginary: Math.cos(real) * Math.sinh(imaginary),
});

export const cosine = ({ real, imaginary }: ComplexNumber): ComplexNumber => ({
  real: Math.cos(real) * Math.cosh(imaginary),
  imaginary: -Math.sin(real) * Math.sinh(imaginary),
});

export const hyperbolicSine = ({ real, imaginary }: ComplexNumber): ComplexNumber => ({
  real: Math.sinh(real) * Math.cos(imaginary),
  imaginary: Math.cosh(real) * Math.sin(imaginary),
});

export const hyperbolicCosine = ({ real, imaginary }: ComplexNumber): ComplexNumber => ({
  real: Math.cosh(real) * Math.cos(imaginary),
  imaginary: Math.sinh(real) * Math.sin(imaginary),
});

/** By the double angle, which keeps all digits far from the real axis. */
export function tangent({ real, imaginary }: ComplexNumber): ComplexNumber {
  const divisor = Math.cos(2 * real) + Math.cosh(2 * imaginary);
  return { real: Math.sin(2 * real) / divisor, imaginary: Math.sinh(2 * imaginary) / divisor };
}

export function cotangent({ real, imaginary }: ComplexNumber): ComplexNumber {
  const divisor = Math.cosh(2 * imaginary) - Math.cos(2 * real);
  return { real: Math.sin(2 * real) / divisor, imaginary: -Math.sinh(2 * imaginary) / divisor };
}

/** By the double angle, like the tangent. */
export function secant({ real, imaginary }: ComplexNumber): ComplexNumber {
  const divisor = (Math.cos(2 * real) + Math.cosh(2 * imaginary)) / 2;
  return {
    real: (Math.cos(real) * Math.cosh(imaginary)) / divisor,
    imaginary: (Math.sin(real) * Math.sinh(imaginary)) / divisor,
  };
}
