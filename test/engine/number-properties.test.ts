import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellValue } from '../../shared/workbook/document.ts';

const engine = Engine.build([{ name: 'S', rows: [] }], []);
afterAll(() => engine.destroy());

/** The value of a formula whose cells A1 and B1 hold these. */
function valueOf(formula: string, first: number | string, second: number | string = 0): CellValue {
  engine.setCells([
    { sheet: 'S', row: 0, column: 0, content: first },
    { sheet: 'S', row: 0, column: 1, content: second },
    { sheet: 'S', row: 1, column: 0, content: formula },
  ]);
  return engine.value({ sheet: 'S', row: 1, column: 0 });
}

const cents = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 100);

describe('identities of numbers', () => {
  test('rounding to cents leaves cents as they are', () => {
    fc.assert(
      fc.property(cents, (value) => {
        for (const name of ['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC'])
          expect(valueOf(`=${name}(A1,2)`, value)).toBe(value);
      }),
    );
  });

  test('a number is its quotient times the divisor and the rest', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 1000 }), (value, divisor) => {
        expect(valueOf('=INT(A1/B1)*B1+MOD(A1,B1)', value, divisor)).toBeCloseTo(value, 6);
      }),
    );
  });

  test('a number written in another number system reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -512, max: 511 }), (value) => {
        expect(valueOf('=BIN2DEC(DEC2BIN(A1))', value)).toBe(value);
        expect(valueOf('=OCT2DEC(BIN2OCT(DEC2BIN(A1)))', value)).toBe(value);
        expect(valueOf('=HEX2DEC(OCT2HEX(DEC2OCT(A1)))', value)).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), fc.integer({ min: 2, max: 36 }), (value, radix) => {
        expect(valueOf('=DECIMAL(BASE(A1,B1),B1)', value, radix)).toBe(value);
      }),
    );
  });

  test('Roman letters of every form read as the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), fc.integer({ min: 0, max: 4 }), (value, form) => {
        expect(valueOf('=ARABIC(ROMAN(A1,B1))', value, form)).toBe(value);
      }),
    );
  });

  test('a complex number reads as its parts', () => {
    fc.assert(
      fc.property(cents, cents, (real, imaginary) => {
        expect(valueOf('=IMREAL(COMPLEX(A1,B1))', real, imaginary)).toBe(real);
        expect(valueOf('=IMAGINARY(COMPLEX(A1,B1))', real, imaginary)).toBe(imaginary);
      }),
    );
  });

  test('the error function and what it lacks to 1 add up', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (value) => {
        expect(valueOf('=ERF(A1)+ERFC(A1)', value)).toBeCloseTo(1, 13);
      }),
    );
  });

  test('a logarithm of a whole power is that power', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 0, max: 10 }), (base, exponent) => {
        expect(valueOf('=LOG(A1^B1,A1)', base, exponent)).toBe(exponent);
      }),
    );
  });
});
