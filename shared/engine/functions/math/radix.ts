import type { CellError } from 'hyperformula';
import { excelFunctions, noError, number, optional, text } from '../excel-function.ts';
import { notANumber, plainValue, toNumber } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';

/** A number system: its radix, and what its numbers look like. */
interface NumberSystem {
  readonly radix: number;
  readonly digits: RegExp;
}

/** Numbers of all systems have up to ten digits, the first of which holds the sign (two's complement). */
const mostDigits = 10;

const binary: NumberSystem = { radix: 2, digits: /^[01]{0,10}$/ };
const octal: NumberSystem = { radix: 8, digits: /^[0-7]{0,10}$/ };
const hexadecimal: NumberSystem = { radix: 16, digits: /^[0-9a-f]{0,10}$/i };

/** How many numbers ten digits tell apart. */
const countOf = ({ radix }: NumberSystem): number => radix ** mostDigits;

/** The number that digits stand for; the upper half of all numbers is negative. */
function read(digits: string, system: NumberSystem): number | CellError {
  if (!system.digits.test(digits))
    return notANumber(`number must be up to ${mostDigits} digits of the number system`);
  const value = digits === '' ? 0 : Number.parseInt(digits, system.radix);
  return value >= countOf(system) / 2 ? value - countOf(system) : value;
}

/** The digits of a whole number, with zeros before it up to `places`; a negative one has ten digits. */
function write(value: number, system: NumberSystem, places: number | undefined): EngineValue {
  const half = countOf(system) / 2;
  if (value < -half || value >= half) return notANumber('number does not fit into ten digits');
  const width = places === undefined ? 0 : Math.trunc(places);
  if (places !== undefined && (width < 1 || width > mostDigits))
    return notANumber('places must be from 1 to 10');
  if (value < 0) return (value + countOf(system)).toString(system.radix).toUpperCase();
  const digits = value.toString(system.radix).toUpperCase();
  if (places !== undefined && digits.length > width) return notANumber('number has more digits than places');
  return digits.padStart(width, '0');
}

/** Places that are an empty cell count as left out. */
function placesOf(places: EngineScalar | undefined): number | undefined | CellError {
  const plain = places === undefined ? null : plainValue(places);
  return plain === null ? undefined : toNumber(plain);
}

function written(value: number | CellError, system: NumberSystem, places: EngineScalar | undefined) {
  const width = placesOf(places);
  if (typeof value !== 'number') return value;
  return width === undefined || typeof width === 'number' ? write(value, system, width) : width;
}

function toDecimal(system: NumberSystem) {
  return { parameters: [text], calculate: (digits: string): EngineValue => read(digits, system) };
}

function fromDecimal(system: NumberSystem) {
  return {
    parameters: [number, optional(noError)],
    calculate: (value: number, places?: EngineScalar): EngineValue =>
      written(Math.trunc(value), system, places),
  };
}

function between(from: NumberSystem, to: NumberSystem) {
  return {
    parameters: [text, optional(noError)],
    calculate: (digits: string, places?: EngineScalar): EngineValue =>
      written(read(digits, from), to, places),
  };
}

const wrongRadix = 'radix must be from 2 to 36';
const radixFits = (radix: number): boolean => radix >= 2 && radix <= 36;

/** The digits of a whole number in a number system, with zeros before it up to a length. */
function base(value: number, radix: number, minimumLength: number): EngineValue {
  const [whole, system, length] = [Math.trunc(value), Math.trunc(radix), Math.trunc(minimumLength)];
  if (whole < 0 || whole >= 2 ** 53) return notANumber('number must be from 0 to 2^53');
  if (!radixFits(system)) return notANumber(wrongRadix);
  if (length < 0 || length > 255) return notANumber('min_length must be from 0 to 255');
  return whole.toString(system).toUpperCase().padStart(length, '0');
}

/** The whole number that digits and letters stand for in a number system. */
function decimal(digits: string, radix: number): EngineValue {
  const system = Math.trunc(radix);
  if (!radixFits(system)) return notANumber(wrongRadix);
  let value = 0;
  for (const digit of digits.trimStart()) {
    const worth = /[0-9a-z]/i.test(digit) ? Number.parseInt(digit, 36) : system;
    if (worth >= system) return notANumber('text must be digits of the radix');
    value = value * system + worth;
  }
  return value;
}

/** Numbers written in other number systems. */
export const radixFunctions = excelFunctions({
  BASE: { parameters: [number, number, optional(number, 0)], calculate: base },
  DECIMAL: { parameters: [text, number], calculate: decimal },
  BIN2DEC: toDecimal(binary),
  BIN2HEX: between(binary, hexadecimal),
  BIN2OCT: between(binary, octal),
  DEC2BIN: fromDecimal(binary),
  DEC2HEX: fromDecimal(hexadecimal),
  DEC2OCT: fromDecimal(octal),
  HEX2BIN: between(hexadecimal, binary),
  HEX2DEC: toDecimal(hexadecimal),
  HEX2OCT: between(hexadecimal, octal),
  OCT2BIN: between(octal, binary),
  OCT2DEC: toDecimal(octal),
  OCT2HEX: between(octal, hexadecimal),
});
