import { afterAll, describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';
import { data } from './cases/excel-case.ts';
import { caseFamilies } from './cases/index.ts';

/** Rows from one formula to the next: more than the longest result that spills. */
const spacing = 12;

for (const [family, { cases, sheets = {} }] of Object.entries(caseFamilies)) {
  describe(family, () => {
    const formulas: (CellContent | null)[][] = [];
    for (const [index, [formula]] of cases.entries()) formulas[index * spacing] = [formula];
    const contents = { Data: data, ...sheets, Formulas: Array.from(formulas, (row) => row ?? []) };
    const engine = Engine.build(
      Object.entries(contents).map(([name, rows]) => ({ name, rows })),
      [],
    );
    afterAll(() => engine.destroy());
    test.each(cases.map(([formula, expected, source], index) => ({ formula, expected, source, index })))(
      '$formula gives $expected ($source)',
      ({ expected, index }) => {
        const value = engine.value({ sheet: 'Formulas', row: index * spacing, column: 0 });
        if (typeof expected !== 'number' || typeof value !== 'number') expect(value).toEqual(expected);
        else expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
      },
    );
  });
}

describe('results that fill several cells', () => {
  const sheetOf = (formula: string, rows: number, columns: number): CellValue[][] => {
    const engine = Engine.build(
      [
        { name: 'Data', rows: data },
        { name: 'Result', rows: [[formula]] },
      ],
      [],
    );
    const values = engine.rangeValues('Result', { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
    engine.destroy();
    return values;
  };

  test('INDEX of a whole column or row', () => {
    expect(sheetOf('=INDEX(Data!A1:C5,0,3)', 5, 1)).toEqual([[10], [20], [30], [40], [50]]);
    expect(sheetOf('=INDEX(Data!A1:C5,2,0)', 1, 3)).toEqual([[2, 'b', 20]]);
    expect(sheetOf('=INDEX(Data!A1:C5,0,1)*2', 5, 1)).toEqual([[2], [4], [6], [8], [10]]);
  });

  test('the inverse of a matrix', () => {
    const [first, second] = sheetOf('=MINVERSE({4,-1;2,0})', 2, 2);
    expect(first).toEqual([0, 0.5]);
    expect(second).toEqual([-1, 2]);
  });

  test('the inverse of a matrix of cells follows them', () => {
    const engine = Engine.build(
      [
        {
          name: 'M',
          rows: [
            [2, 0, '=MINVERSE(A1:B2)'],
            [0, 4],
          ],
        },
      ],
      [],
    );
    expect(engine.rangeValues('M', { top: 0, left: 2, bottom: 1, right: 3 })).toEqual([
      [0.5, 0],
      [0, 0.25],
    ]);
    engine.setCells([{ sheet: 'M', row: 0, column: 0, content: 8 }]);
    expect(engine.value({ sheet: 'M', row: 0, column: 2 })).toBe(0.125);
    engine.setCells([{ sheet: 'M', row: 0, column: 0, content: 0 }]);
    expect(engine.value({ sheet: 'M', row: 0, column: 2 })).toEqual({ error: '#NUM!' });
    engine.destroy();
  });

  test('an array that is an error shows it in its first cell only, until it has values again', () => {
    const rows = [
      [0, 0, '=MINVERSE(A1:B2)', null, '=SUM(C1:D2)'],
      [0, 4, null, null, '=SUM(INDEX(C1:D2,0,2))'],
    ];
    const engine = Engine.build([{ name: 'M', rows }], []);
    const sums = () =>
      engine.rangeValues('M', { top: 0, left: 4, bottom: 1, right: 4 }).map(([value]) => value);
    expect(sums()).toEqual([{ error: '#NUM!' }, 0]);
    engine.setCells([{ sheet: 'M', row: 0, column: 0, content: 2 }]);
    expect(sums()).toEqual([0.75, 0.25]);
    engine.destroy();
  });

  test('an ill-conditioned matrix is inverted, a singular one is refused', () => {
    const hilbert = (size: number) =>
      [...Array(size).keys()].map((row) => [...Array(size).keys()].map((column) => 1 / (row + column + 1)));
    const engine = Engine.build(
      [{ name: 'M', rows: [...hilbert(6), [], ['=SUM(MMULT(MINVERSE(A1:F6),A1:F6))']] }],
      [],
    );
    expect(engine.value({ sheet: 'M', row: 7, column: 0 })).toBeCloseTo(6, 6);
    engine.destroy();
  });
});

test('every day from 1900 to 2100 is taken apart and put together again', () => {
  const days = Array.from({ length: 73_415 }, (_, index) => index + 1);
  const engine = Engine.build(
    [
      {
        name: 'D',
        rows: days.map((day, row) => [
          day,
          `=DATE(YEAR(A${row + 1}),MONTH(A${row + 1}),DAY(A${row + 1}))-A${row + 1}`,
        ]),
      },
    ],
    [],
  );
  const wrong = engine.sheetValues('D').filter(([, difference]) => difference !== 0);
  engine.destroy();
  expect(wrong).toEqual([]);
});

test('a whole column is searched to the end of its used part', () => {
  const engine = Engine.build(
    [
      { name: 'Data', rows: data },
      {
        name: 'F',
        rows: [
          [
            '=INDEX(Data!A:C,3,2)',
            '=MATCH(4,Data!A:A,0)',
            '=SUMIF(Data!B:B,"a",Data!C:C)',
            '=VLOOKUP(5,Data!A:C,3,FALSE)',
            '=SUM(INDEX(Data!A:C,0,3))',
          ],
        ],
      },
    ],
    [],
  );
  expect(engine.sheetValues('F')).toEqual([['c', 4, 50, 50, 150]]);
  engine.destroy();
});

test('a formula over cells follows a change of any of them', () => {
  const engine = Engine.build(
    [
      {
        name: 'S',
        rows: [
          [1, 10],
          [2, 20],
          [3, 30],
          [
            '=SUM(INDEX(A1:B3,0,2))',
            '=VLOOKUP(2,A1:B3,2,FALSE)',
            '=SUMIF(A1:A3,">1",B1:B3)',
            '=AND(A1:A3>0)',
          ],
        ],
      },
    ],
    [],
  );
  engine.setCells([{ sheet: 'S', row: 1, column: 1, content: 25 }]);
  expect(engine.rangeValues('S', { top: 3, left: 0, bottom: 3, right: 3 })).toEqual([[65, 25, 55, true]]);
  engine.destroy();
});

test('a formula reads whether or not Excel and the engine write it alike', () => {
  const engine = Engine.build([{ name: 'S', rows: [] }], []);
  for (const formula of ['="a""b"', '=1E3', '=IF(TRUE,1,2)', "='S'!A1", '="C:\\"'])
    expect(engine.faultOf(formula)).toBeNull();
  for (const formula of ['=1E', '="a', '=(1', '=SUM(1']) expect(engine.faultOf(formula)).not.toBeNull();
  engine.destroy();
});

test('the cells that SUMIF adds beyond the range it names count as read', () => {
  const engine = Engine.build(
    [
      {
        name: 'S',
        rows: [
          [1, 10, '=SUMIF($A$1:$A$3,">1",B1)', '=SUMIF(A1:A3,">1",C5)'],
          [2, 20],
          [3, '=2*B2'],
        ],
      },
      { name: 'T', rows: [['=SUMIF(S!A1:A3,">1",S!B1:B2)', '=AVERAGEIF(S!A1:A3,">1",S!B1)']] },
    ],
    [],
  );
  expect(engine.sheetValues('T')).toEqual([[60, 30]]);
  engine.setCells([{ sheet: 'S', row: 1, column: 1, content: 5 }]);
  expect(engine.value({ sheet: 'S', row: 0, column: 2 })).toBe(15);
  expect(engine.sheetValues('T')).toEqual([[15, 7.5]]);
  // A cell that was empty, in the part that is only read, not named.
  engine.setCells([{ sheet: 'S', row: 6, column: 2, content: 7 }]);
  expect(engine.value({ sheet: 'S', row: 0, column: 3 })).toBe(7);
  engine.destroy();
});

test('a result kept for a criterion is forgotten when a tested or a summed cell changes', () => {
  const engine = Engine.build(
    [
      {
        name: 'S',
        rows: [
          ['a', 1, 10],
          ['b', 2, 20],
          ['a', 3, 30],
          ['=SUMIF(A1:A3,"a",C1:C3)', '=SUMIF(A1:A3,"a",C1:C3)', '=AVERAGEIF(A1:A3,"a",C1:C3)'],
          ['=COUNTIF(A1:A3,"a")', '=SUMIFS(C1:C3,A1:A3,"a",B1:B3,">1")', '=SUMIF(A1:A3,"a",B1:B3)'],
        ],
      },
    ],
    [],
  );
  const results = () => engine.rangeValues('S', { top: 3, left: 0, bottom: 4, right: 2 });
  expect(results()).toEqual([
    [40, 40, 20],
    [2, 30, 4],
  ]);
  engine.setCells([{ sheet: 'S', row: 2, column: 2, content: 50 }]);
  expect(results()).toEqual([
    [60, 60, 30],
    [2, 50, 4],
  ]);
  engine.setCells([{ sheet: 'S', row: 1, column: 0, content: 'a' }]);
  expect(results()).toEqual([
    [80, 80, 80 / 3],
    [3, 70, 6],
  ]);
  engine.setCells([{ sheet: 'S', row: 1, column: 1, content: 0 }]);
  expect(results()).toEqual([
    [80, 80, 80 / 3],
    [3, 50, 4],
  ]);
  engine.destroy();
});

test('ROW of a range spills, and may name the cell it stands in', () => {
  const engine = Engine.build([{ name: 'S', rows: [['=ROW(A1)', '=ROW(A2:A4)', '=COLUMN(B1:D1)']] }], []);
  expect(engine.sheetValues('S')).toEqual([
    [1, 2, 2, 3, 4],
    [null, 3],
    [null, 4],
  ]);
  engine.destroy();
});

test('ROWS and COLUMNS count a range that grows while it is filled, and arrays', () => {
  const rows: (string | number)[][] = [
    [1, '=ROWS(A$1:A1)', '=COLUMNS($A2:C2)', '=ROWS((A$1:B$3))', '=COLUMNS(TRANSPOSE(A1:A3))'],
    [2, '=ROWS(A$1:A2)', '=COLUMNS($A3:D$3)', '=ROWS(A1)', '=ROWS(A1:A3+1)'],
    [3, '=ROWS(A$1:A3)', '=COLUMNS(A$1:$B3)', '=ROWS(5)', '=COLUMNS({1,2;3,4})'],
  ];
  const engine = Engine.build([{ name: 'S', rows }], []);
  expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 2, right: 4 })).toEqual([
    [1, 3, 3, 3],
    [2, 4, 1, 3],
    [3, 2, 1, 2],
  ]);
  engine.destroy();
});
