import { expect, test } from 'vitest';
import { Engine, type EngineSheet } from '../../shared/engine/engine.ts';

const build = (sheets: Readonly<Record<string, EngineSheet['rows']>>) =>
  Engine.build(
    Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
    [],
  );

test('what SUMIF adds beside whole columns and rows counts as read, wherever the formula stands', () => {
  const engine = build({
    S: [['x', 1, 10], ['y', 2, 20], ['x', 3, 30], [], ['x', 5, 50]],
    T: [
      ['=SUMIF(S!A:A,"x",S!C1)', '=SUMIF(S!A:A,"x",S!C2)', '=SUMIF(S!$A:$A,"x",S!C$1:C$2)'],
      ['=AVERAGEIF(S!A:A,"x",S!$C$1)', '=SUMIF(S!A:B,"x",S!B1)', '=SUMIF(S!1:1,1,S!B3)'],
      ['=SUM(SUMIF(S!A:A,{"x","y"},S!C1))', '=SUMIF(S!A:A,"x",S!C4)', '=1+SUMIF(S!A:A,"x",S!C1)'],
    ],
  });
  expect(engine.sheetValues('T')).toEqual([
    [90, 20, 90],
    [30, 9, 30],
    [110, 0, 91],
  ]);
  engine.setCells([{ sheet: 'S', row: 4, column: 2, content: 51 }]);
  expect(engine.sheetValues('T')[0]).toEqual([91, 20, 91]);
  // Below the cells that were used when the formula was read.
  engine.setCells([
    { sheet: 'S', row: 8, column: 0, content: 'x' },
    { sheet: 'S', row: 9, column: 2, content: 100 },
  ]);
  expect(engine.sheetValues('T')[0]).toEqual([91, 120, 91]);
  engine.destroy();
});

test('whole columns of sheets of different lengths are of one size', () => {
  const engine = build({
    Short: [
      ['x', 1],
      ['y', 2],
    ],
    Long: Array.from({ length: 8 }, (_, row) => [row, 'x']),
    T: [
      ['=SUMIFS(Short!B:B,Long!B:B,"x")', '=SUMIF(Short!A:A,"",Long!A:A)', '=COUNTIF(Short!A:A,"<>x")'],
      ['=COUNTBLANK(Short!A:B)', '=COUNTIFS(Short!A:A,"<>x",Long!A:A,"<>5")', '=COUNTIF(Short!A1:A1000,"")'],
    ],
  });
  expect(engine.sheetValues('T')).toEqual([
    [3, 27, 1_048_575],
    [2_097_148, 1_048_574, 998],
  ]);
  engine.setCells([{ sheet: 'Short', row: 4, column: 0, content: 'x' }]);
  expect(engine.sheetValues('T')[0]).toEqual([3, 23, 1_048_574]);
  engine.destroy();
});

test('a criterion that is an array or cells gives a result for each', () => {
  const engine = build({
    S: [
      ['a', 1, '=COUNTIF(A1:A3,{"a","b"})', null, '=SUMIFS(B1:B3,A1:A3,A1:A3)'],
      ['b', 2],
      ['a', 3],
    ],
  });
  expect(engine.rangeValues('S', { top: 0, left: 2, bottom: 2, right: 4 })).toEqual([
    [2, 1, 4],
    [null, null, 2],
    [null, null, 4],
  ]);
  engine.destroy();
});

test('the records that are kept for criteria are forgotten when a record or a criterion changes', () => {
  const engine = build({
    S: [
      ['Tree', 'Yield', 'Tree'],
      ['Apple', 14, 'App'],
      ['Pear', 10, '=DSUM(A1:B4,"Yield",C1:C2)'],
      ['Apple', 6, '=DCOUNT(A1:B4,"Yield",C1:C2)'],
    ],
  });
  const results = () => engine.rangeValues('S', { top: 2, left: 2, bottom: 3, right: 2 }).flat();
  expect(results()).toEqual([20, 2]);
  engine.setCells([{ sheet: 'S', row: 2, column: 0, content: 'Applewood' }]);
  expect(results()).toEqual([30, 3]);
  engine.setCells([{ sheet: 'S', row: 1, column: 2, content: '="=apple"' }]);
  expect(results()).toEqual([20, 2]);
  engine.setCells([{ sheet: 'S', row: 3, column: 1, content: 7 }]);
  expect(results()).toEqual([21, 2]);
  engine.destroy();
});

test('the holidays that are kept are forgotten when one of them changes', () => {
  const engine = build({
    S: [
      [39_779, '=WORKDAY(39778,1,A1:A2)'],
      [39_780, '=WORKDAY(39778,1,A1:A2)'],
    ],
  });
  const results = () => engine.rangeValues('S', { top: 0, left: 1, bottom: 1, right: 1 }).flat();
  expect(results()).toEqual([39_783, 39_783]);
  engine.setCells([{ sheet: 'S', row: 0, column: 0, content: null }]);
  expect(results()).toEqual([39_779, 39_779]);
  engine.destroy();
});
