import { describe, expect, test } from 'vitest';
import { engineFormula } from '../../shared/engine/syntax/formula-dialect.ts';

describe('Excel formulas in the words of the engine', () => {
  test.each([
    ['=IF(TRUE,1,false)', '=IF(TRUE(),1,FALSE())'],
    ['={TRUE,FALSE}', '={TRUE(),FALSE()}'],
    ['=1E-5+2.E3+.5E2', '=1e-5+2.e3+.5e2'],
    ['=1234567890123456789', '=1234567890123450000'],
    ['={0.00123456789012345678,1}', '={0.00123456789012345000,1}'],
    ['=1.23456789012345678E5', '=1.23456789012345000e5'],
    ['="a""b"', '=("a"&CHAR(34)&"b")'],
    ['=""""', '=(CHAR(34))'],
    ['="C:\\"', '=("C:"&CHAR(92))'],
  ])('%s is %s', (excel, engine) => {
    expect(engineFormula(excel)).toBe(engine);
  });

  test.each([
    '=SUM(A1:B2)',
    '="TRUE"',
    '="1E5"',
    "='TRUE 1E5'!A1",
    '=TRUE()',
    '=TRUE!A1',
    '=TRUEUP+isTRUE+E1E5+$E5',
    '=A1E3',
    '="1234567890123456789"',
    "='1234567890123456789'!A1",
    '=name12345678901234567',
    '=123456789012345',
    '=""',
    '="a\\b"',
    '=FALSE (1)',
  ])('%s stays as it is', (formula) => {
    expect(engineFormula(formula)).toBe(formula);
  });
});
