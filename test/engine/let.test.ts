import { afterEach, describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { EngineName } from '../../shared/engine/engine-context.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.destroy();
});

function built(
  rows: readonly (readonly (CellContent | null)[])[],
  names: readonly EngineName[] = [],
): Engine {
  const engine = Engine.build([{ name: 'S', rows }], names);
  engines.push(engine);
  return engine;
}

const cell = (row: number, column: number) => ({ sheet: 'S', row, column });

describe('LET', () => {
  test('follows the cells that its values read', () => {
    const engine = built([[1, '=LET(base,A1*2,extra,A2,base+extra)'], [10]]);
    expect(engine.value(cell(0, 1))).toBe(12);
    engine.setCells([{ ...cell(0, 0), content: 4 }]);
    expect(engine.value(cell(0, 1))).toBe(18);
    engine.setCells([{ ...cell(1, 0), content: 20 }]);
    expect(engine.value(cell(0, 1))).toBe(28);
  });

  test('names what a reference is worked out from, in each formula for itself', () => {
    const engine = built([
      [1, '=LET(down,1,SUM(OFFSET(A1,down,0)))', '=LET(down,A1,more,down+1,SUM(OFFSET(A1,more,0,down)))'],
      [
        2,
        '=LET(down,2,SUM(OFFSET(A1,down,0)))',
        '=LET(from,INDIRECT("A"&A1),last,from+2,SUM(A1:INDEX(A1:A4,last)))',
      ],
      [3, '=LET(size,COUNT(A:A),SUM(OFFSET(A1,0,0,size)))'],
      [4],
    ]);
    const values = () =>
      [cell(0, 1), cell(1, 1), cell(2, 1), cell(0, 2), cell(1, 2)].map((at) => engine.value(at));
    expect(values()).toEqual([2, 3, 10, 3, 6]);
    engine.setCells([{ ...cell(0, 0), content: 2 }]);
    expect(values()).toEqual([2, 3, 11, 4, 11]);
  });

  test('spills as large as its calculation is', () => {
    const engine = built([[1, '=LET(cells,A1:A3,twice,cells*2,twice+1)'], [2], [3]]);
    expect(engine.spillOf(cell(0, 1))).toStrictEqual({ top: 0, left: 1, bottom: 2, right: 1 });
    expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 2, right: 1 })).toStrictEqual([[3], [5], [7]]);
    engine.setCells([{ ...cell(0, 1), content: '=LET(list,{1,2,3},SUM(list))' }]);
    expect(engine.spillOf(cell(0, 1))).toBeUndefined();
  });

  test('gives a reference as itself', () => {
    const engine = built([[1, '=LET(cells,A1:A3,cells)', '=ROW(LET(cells,A2:A3,INDEX(cells,2)))'], [2], [3]]);
    expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 2, right: 1 })).toStrictEqual([[1], [2], [3]]);
  });

  test('has names before those of the workbook', () => {
    const names = [{ name: 'rate', sheet: 'S', range: { top: 0, left: 0, bottom: 0, right: 0 } }];
    const engine = built([[7, '=LET(rate,1,rate)+rate', '=LET(Rate,rate+1,RATE*10)']], names);
    expect(engine.sheetValues('S')).toStrictEqual([[7, 8, 80]]);
  });

  test('works a value out once', () => {
    const engine = built([['=LET(x,RAND(),x-x)', '=LET(x,RAND(),y,x,z,y,AND(x=y,y=z))']]);
    expect(engine.sheetValues('S')).toStrictEqual([[0, true]]);
  });

  test('is calculated at every depth and length', () => {
    const deep = Array.from({ length: 20 }, (_, index) => `LET(n${index}_,1,`).join('');
    const sum = Array.from({ length: 20 }, (_, index) => `n${index}_`).join('+');
    const pairs = Array.from(
      { length: 126 },
      (_, index) => `v_${index},${index === 0 ? 1 : `v_${index - 1}+1`}`,
    );
    const engine = built([[`=${deep}${sum}${')'.repeat(20)}`, `=LET(${pairs.join()},v_125)`]]);
    expect(engine.sheetValues('S')).toStrictEqual([[20, 126]]);
  });

  test.each([
    '=LET(x)',
    '=LET(x,1)',
    '=LET(x,1,y,2)',
    '=LET(1,1,1)',
    '=LET("x",1,2)',
    '=LET(c,1,c)',
    '=LET(R,1,R)',
    '=LET(r1c1,1,2)',
    '=LET(A1,1,A1)',
    '=LET(x,1,X,2,x)',
    '=LET(S!x,1,2)',
    '=LET(f,LAMBDA(a,a+1),f(1))',
  ])('%s is refused', (formula) => {
    expect(built([]).faultOf(formula)).not.toBeNull();
  });

  test.each([
    '=LET(x,1,x)',
    '=LET(_a,1,_a)',
    '=LET(x.y,1,x.y)',
    '=LET(total2024,1,total2024)',
    '=LET(x,1,unknown)',
  ])('%s is read', (formula) => {
    expect(built([]).faultOf(formula)).toBeNull();
  });
});
