import { afterEach, describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

/* Formulas of a file that Excel calculates and we do not: no cell that depends on one may show a wrong number. */

let engine: Engine;

afterEach(() => engine.destroy());

function build(rows: (CellContent | null)[][]): void {
  engine = Engine.build([{ name: 'S', rows }], []);
}

const at = (row: number, column: number) => ({ sheet: 'S', row, column });
const value = (row: number, column: number) => engine.value(at(row, column));
const set = (row: number, column: number, content: CellContent | null) =>
  engine.setCells([{ ...at(row, column), content }]);
const unsupported = { error: '#NAME?' };
const several = { error: '#VALUE!' };

describe('what is not supported', () => {
  test.each([
    '=IFERROR(B1,0)',
    '=IF(ISERROR(B1),0,1)',
    '=ISNUMBER(B1)',
    '=COUNT(A1:B1)',
    '=COUNTIF(A1:B1,">0")',
    '=SUMIF(A1:B1,"<10")',
    '=MATCH(7,A1:B1)',
    '=AGGREGATE(9,6,A1:B1)',
    '=IFERROR(1/0,B1)',
    '=ERROR.TYPE(B1)',
    '=SUM(A1:B1)',
    '=SUBTOTAL(2,A1:B1)',
    '=INDEX(SORT(A1:B1,1,1,TRUE),1)',
    '=COLUMNS(UNIQUE(A1:B1,TRUE))',
    '=ROWS(TOCOL(A1:B1,2))',
    '=VALUETOTEXT(B1)',
    '=SUM(IFERROR(OFFSET(A1,0,0,1,2),0))',
  ])('%s is not known where B1 is not', (formula) => {
    build([[7, '=REDUCE(0,A1:A1,LAMBDA(a,v,a+v))', formula, '=IFERROR(C1,0)', '=C1&""']]);
    expect([value(0, 2), value(0, 3), value(0, 4)]).toEqual([unsupported, unsupported, unsupported]);
    set(0, 1, 8);
    expect([value(0, 2), value(0, 3)]).toEqual(
      formula === '=ERROR.TYPE(B1)' ? [{ error: '#N/A' }, 0] : [value(0, 2), value(0, 2)],
    );
    expect(value(0, 2)).not.toEqual(unsupported);
    set(0, 1, '=REDUCE(0,A1:A1,LAMBDA(a,v,a+v))');
    expect([value(0, 2), value(0, 3), value(0, 4)]).toEqual([unsupported, unsupported, unsupported]);
  });

  test('what does not use it is calculated', () => {
    build([
      [7, '=MAP(A1,LAMBDA(x,x))', '=IF(A1=7,1,B1)', '=INDEX(A1:B1,1)', '=IFERROR(A1/0,2)', '=COLUMNS(A1:B1)'],
    ]);
    expect([2, 3, 4, 5].map((column) => value(0, column))).toEqual([1, 7, 2, 2]);
  });

  test('each cell of an array is known or not', () => {
    build([
      [7, '=MAP(A1,LAMBDA(x,x))', '=TRANSPOSE(A1:B1)'],
      [null, null, null, '=IFERROR(C1,0)', '=IFERROR(C2,0)'],
    ]);
    expect([value(0, 2), value(1, 2), value(1, 3), value(1, 4)]).toEqual([7, unsupported, 7, unsupported]);
  });
});

describe('references that would be several', () => {
  test.each([
    '=SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,ROW(A1:A3)-1,0)))',
    '=IFERROR(SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,ROW(A1:A3)-1,0))),0)',
    '=IFERROR(SUM(INDIRECT({"A1","A2"})),0)',
    '=COUNT(OFFSET(A1,{0;1},0))',
    '=ISREF(OFFSET(A1,{0;1},0))',
    '=IFERROR(SUM(A1:INDEX(A1:A3,{2,3})),0)',
  ])('%s is an error', (formula) => {
    build([[1], [2], [3], [formula, '=IFERROR(A4,0)', '=COUNT(A4)']]);
    expect([value(3, 0), value(3, 1), value(3, 2)]).toEqual([several, several, several]);
    expect(engine.partValue(formula, at(5, 5))?.at(0, 0)).toMatchObject(several);
  });

  test('an argument that comes to have several values', () => {
    build([[1, '=SEQUENCE(D1)', '=IFERROR(SUM(OFFSET(A1,B1#-1,0)),0)', 1], [2], [3]]);
    expect(value(0, 2)).toBe(1);
    set(0, 3, 2);
    expect(value(0, 2)).toEqual(several);
    set(0, 3, 1);
    expect(value(0, 2)).toBe(1);
  });

  test('a branch that is not taken does no harm', () => {
    build([[1, '=IF(A1=1,5,SUM(OFFSET(A1,{0;1},0)))']]);
    expect(value(0, 1)).toBe(5);
  });
});
