import { describe, expect, it } from 'vitest';
import { isReadable } from '../../shared/exchange/xlsx/readable-formula.ts';

describe('a formula reads', () => {
  it.each([
    '=A1',
    '=-A1%',
    '=SUM()',
    '=SUM(A1,,B2)',
    '=IF(,1,)',
    '=(A1+2)*-3',
    '=unknown(1)&"a ""b"""',
    "='My sheet'!A1:B2+x.y",
    '=Deals!$A$1',
    '={1,2;3,4}',
    '=#REF!+1',
    '=A1 B1',
    '=1E+300',
    '=A1#',
    '=SUM(A1:INDEX(A:A,3))',
    '=NOW()-1',
    '=A1>=2',
    '=--A1',
    '=2028!A1',
  ])('%s', (formula) => {
    expect(isReadable(formula)).toBe(true);
  });
});

describe('a formula does not read', () => {
  it.each([
    '=SUM(',
    '=1+',
    '=IFERROR(1+,0)',
    '=((1)',
    '="a',
    '=1 2',
    '=A1::B2',
    '=)',
    '=,',
    '=A1,B1',
    '=(,)',
    '=*2',
    '=2(3)x',
    '=SUM(A1;B1)',
    "='My sheet'!",
    '=A1)',
    '=%',
  ])('%s', (formula) => {
    expect(isReadable(formula)).toBe(false);
  });
});
