import { describe, expect, it } from 'vitest';
import {
  fromFileFormula,
  toFileFormula,
  withPlainLocalNames,
} from '../../shared/exchange/xlsx/formula-text.ts';
import { functionsOfTheFormat, newerFunctionNames } from '../function-guide/excel-functions.ts';

describe('a formula in an xlsx file', () => {
  it.each([
    ['=SUM(A1:B2)*2', 'SUM(A1:B2)*2'],
    ['=IFNA(XLOOKUP(A1,B:B,C:C),"IFNA(x)")', '_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),"IFNA(x)")'],
    ['=stdev.s(A1:A3)', '_xlfn.STDEV.S(A1:A3)'],
    ['=FILTER(A1:A3,B1:B3)', '_xlfn._xlws.FILTER(A1:A3,B1:B3)'],
    ["='My IFS('!A1", "'My IFS('!A1"],
    ['=Deals!$A$1', 'Deals!$A$1'],
    ['=2028!A1+Q1!B2', "'2028'!A1+'Q1'!B2"],
    ['=Übersicht!A1', "'Übersicht'!A1"],
    ['=days*1.5E+3', 'days*1.5E+3'],
    ['=LET(x,x+1,y,x*2,SUM(x,y,z))', '_xlfn.LET(_xlpm.x,x+1,_xlpm.y,_xlpm.x*2,SUM(_xlpm.x,_xlpm.y,z))'],
    ['=LET(sum,2,SUM(sum,1))', '_xlfn.LET(_xlpm.sum,2,SUM(_xlpm.sum,1))'],
    ['=LAMBDA(a,a&"a")(a)', '_xlfn.LAMBDA(_xlpm.a,_xlpm.a&"a")(a)'],
    ['="say ""IFS("" twice"', '"say ""IFS("" twice"'],
    ['=IF(AND(A1>=2,B1<>3),-A1%,"")', 'IF(AND(A1>=2,B1<>3),-A1%,"")'],
  ])('%s', (ours, file) => {
    expect(toFileFormula(ours)).toBe(file);
  });

  it('has the functions of the file format by their name alone', () => {
    expect(functionsOfTheFormat.filter((name) => toFileFormula(`=${name}(A1)`) !== `${name}(A1)`)).toEqual(
      [],
    );
  });

  it('has newer functions with their prefix', () => {
    const second = new Set(['FILTER', 'SORT']);
    // The code of PY is in a part of the file that is not kept.
    const wrong = newerFunctionNames.filter((name) => {
      const prefix = second.has(name) ? '_xlfn._xlws.' : '_xlfn.';
      return name !== 'PY' && toFileFormula(`=${name}(A1)`) !== `${prefix}${name}(A1)`;
    });
    expect(wrong).toEqual([]);
  });

  it('is read without prefixes', () => {
    expect(fromFileFormula('_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A3))&"_xlfn.IFNA("')).toBe(
      '=SORT(UNIQUE(A1:A3))&"_xlfn.IFNA("',
    );
    expect(withPlainLocalNames(fromFileFormula('_xlfn.LET(_xlpm.x,1,_xlpm.x&"_xlpm.x")'))).toBe(
      '=LET(x,1,x&"_xlpm.x")',
    );
  });

  it.each([
    ['Data!#REF!+1', '=#REF!+1'],
    ["SUM('My data'!#REF!,#REF!$A$1:B2)", '=SUM(#REF!,#REF!)'],
    ['"Data!#REF!"&A1', '="Data!#REF!"&A1'],
    ['=A1+1', '=A1+1'],
  ])('is read without what other programs write round it: %s', (file, ours) => {
    expect(fromFileFormula(file)).toBe(ours);
  });
});
