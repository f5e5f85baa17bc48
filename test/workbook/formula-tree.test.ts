import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaTokens } from '../../shared/workbook/formula-tokens.ts';
import { formulaTree } from '../../shared/workbook/formula-tree.ts';

describe('the pieces of a formula', () => {
  it.each([
    ['=SUM(A1:A3)', ['function SUM', 'sign (', 'cells A1:A3', 'sign )']],
    ['=LOG10(2)+A10', ['function LOG10', 'sign (', 'number 2', 'sign )', 'sign +', 'cells A10']],
    ["='My ''S'!$A$1:B2&S!n", ["cells 'My ''S'!$A$1:B2", 'sign &', 'name S!n']],
    ['=A:$B*2:2-1.5E+3', ['cells A:$B', 'sign *', 'cells 2:2', 'sign -', 'number 1.5E+3']],
    ["=SUM(S:'T'!A1)", ['function SUM', 'sign (', 'name S', 'sign :', "cells 'T'!A1", 'sign )']],
    [
      '=A1:INDEX(B1,1)#',
      [
        'cells A1',
        'sign :',
        'function INDEX',
        'sign (',
        'cells B1',
        'sign ,',
        'number 1',
        'sign )',
        'sign #',
      ],
    ],
    ['=[1]S!A1+T[[#All],[a]]', ['cells [1]S!A1', 'sign +', 'table T[[#All],[a]]']],
    ['={1,"}"}>=#N/A', ['constant {1,"}"}', 'sign >=', 'error #N/A']],
    ['="a""A1:A3" ', ['text "a""A1:A3"', 'space  ']],
    ['=2028!A1+x.y', ['cells 2028!A1', 'sign +', 'name x.y']],
  ])('%s', (formula, pieces) => {
    expect(formulaTokens(formula).map(({ kind, text }) => `${kind} ${text}`)).toStrictEqual(pieces);
  });

  it('are all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          formulaTokens(`=${text}`)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the tree of a formula', () => {
  it.each(['=A2+', '=SUM(1;2)', '=(1', '=1 2', '=,1', '=', '=A1)', '=SUM(A1', '="a'])(
    'is none for %s',
    (formula) => {
      expect(formulaTree(formula)).toBeNull();
    },
  );

  it.each(['=PI()', '=IF(,1,)', '=-(A1)%', '=SUM((A1,B1) B1)', '=@A1:A3', '=LAMBDA(x,x)(2)', '=A1#', '=+-1'])(
    'is there for %s',
    (formula) => {
      expect(formulaTree(formula)).not.toBeNull();
    },
  );

  it('has the arguments of a function, also those left out', () => {
    const tree = formulaTree('=IF(,A1,)');
    expect(tree?.type === 'call' && tree.parts.map((part) => part?.type ?? null)).toStrictEqual([
      null,
      'cells',
      null,
    ]);
  });

  it('takes brackets of any depth', () => {
    const depth = 100_000;
    expect(() => formulaTree(`=${'('.repeat(depth)}1${')'.repeat(depth)}`)).not.toThrow();
  });
});
