import { describe, expect, test } from 'vitest';
import { relocateContent, relocateFormula, transposeFormula } from '../../shared/workbook/relocate.ts';

const from = { row: 5, column: 2 };
const twoDownTwoRight = { row: 7, column: 4 };

describe('a formula copied two rows down and two columns to the right', () => {
  test.each([
    ['moves relative references', '=A1+C6', '=C3+E8'],
    ['keeps absolute references and the fixed half of mixed ones', '=$B$2+C$3+$D4', '=$B$2+E$3+$D6'],
    [
      'moves ranges, also on other sheets',
      "=SUM(A1:B2)*Deals!C6+'My sheet'!A1",
      "=SUM(C3:D4)*Deals!E8+'My sheet'!C3",
    ],
    ['moves whole columns and rows', '=SUM(A:A)+SUM(1:1)', '=SUM(C:C)+SUM(3:3)'],
    [
      'keeps names, numbers, text and functions that look like references',
      '=Rate_1*LOG10(A1)&"A1"',
      '=Rate_1*LOG10(C3)&"A1"',
    ],
    ['keeps spaces and error values', '=  IF( A1 = "" , #N/A , 1e5 )', '=  IF( C3 = "" , #N/A , 1e5 )'],
  ])('%s', (_what, formula, expected) => {
    expect(relocateFormula(formula, from, twoDownTwoRight)).toBe(expected);
  });
});

test('a reference that would leave the sheet becomes #REF!, as in Excel', () => {
  expect(relocateFormula('=A1+$B$2', from, { row: 0, column: 0 })).toBe('=#REF!+$B$2');
});

test('copying there and back gives the same formula', () => {
  const formula = '=IF(AND(H6=basis_user,K6<>""),K6,IF(Deals!$A$1:B7=\'A b\'!C$3,J6,I6))';
  expect(relocateFormula(relocateFormula(formula, from, twoDownTwoRight), twoDownTwoRight, from)).toBe(
    formula,
  );
});

test('numbers, text and empty cells are copied as they are', () => {
  for (const content of [1.5, 'A1', "'=A1", true, null, '='])
    expect(relocateContent(content, from, twoDownTwoRight)).toBe(content);
});

describe('a formula copied from A4 to D1 with rows and columns exchanged', () => {
  test.each([
    ['turns relative references and ranges', '=SUM(A1:A3)+B5', '=SUM(A1:C1)+E2'],
    ['turns them on other sheets too', "=Deals!A3*'My sheet'!B4", "=Deals!C1*'My sheet'!D2"],
    ['moves half-fixed references and whole lines along', '=$A3+A$1+SUM(B:B)', '=#REF!+D$1+SUM(E:E)'],
    ['keeps absolute references, names and text', '=$A$1*rate&"A1"', '=$A$1*rate&"A1"'],
  ])('%s', (_what, formula, expected) => {
    expect(transposeFormula(formula, { row: 3, column: 0 }, { row: 0, column: 3 })).toBe(expected);
  });
});
