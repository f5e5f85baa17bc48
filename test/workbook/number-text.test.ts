/* oxlint-disable no-loss-of-precision -- the digits are those of the table. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atFifteenDigits, compareNumbers, numberText } from '../../shared/workbook/number-text.ts';

// Number and Excel's text of it, from the table in the documentation of Apache POI's NumberToTextConverter.
describe('numbers joined to texts', () => {
  test.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [756, '756'],
    [7.56, '7.56'],
    [123.45678901234568, '123.456789012346'],
    [1234567.8901234567, '1234567.89012346'],
    [1.2345678901234568e-5, '1.23456789012346E-05'],
    [1.2345678901234567e-4, '0.000123456789012346'],
    [0.012345678901234568, '0.0123456789012346'],
    [1.23456789e-5, '0.0000123456789'],
    [5.6789012345e-8, '0.000000056789012345'],
    [5.67890123456e-8, '5.67890123456E-08'],
    [2e-50, '2E-50'],
    [12345678901234.567, '12345678901234.6'],
    [123456789012345.67, '123456789012346'],
    [1234567890123456.8, '1234567890123460'],
    [12345678901234567000, '12345678901234600000'],
    [123456789012345670000, '1.23456789012346E+20'],
    [-12345678901234567000, '-12345678901234600000'],
    [999999.9999999999, '1000000'],
    [9.999999999999999e-9, '0.00000001'],
    [9.999999999999999e-19, '0.000000000000000001'],
    [-9.999999999999999e-20, '-1E-19'],
    [9.999999999999999e20, '1E+21'],
  ])('%d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  test('the text reads as the number at 15 digits', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (value) => Number(numberText(value)) === Number(value.toPrecision(15)) + 0,
      ),
      { numRuns: 5000 },
    );
  });
});

describe('comparisons at 15 digits', () => {
  test('numbers alike in 15 digits are equal, others are not', () => {
    expect(compareNumbers(0.1 + 0.2, 0.3)).toBe(0);
    expect(compareNumbers(1, 1.00000000000001)).toBe(-1);
    expect(compareNumbers(-1, -1.00000000000001)).toBe(1);
    expect(compareNumbers(0, 1e-300)).toBe(-1);
    expect(compareNumbers(1e15 + 1, 1e15)).toBe(0);
  });

  test('swapping the sides turns the answer round', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer().map((value) => value / 1000),
    );
    fc.assert(
      fc.property(
        numbers,
        numbers,
        (left, right) => compareNumbers(left, right) + compareNumbers(right, left) === 0,
      ),
    );
  });

  test('whole numbers keep all their digits', () => {
    expect(atFifteenDigits(123456789012345)).toBe(123456789012345);
    expect(atFifteenDigits(434.99999999999994)).toBe(435);
  });
});
