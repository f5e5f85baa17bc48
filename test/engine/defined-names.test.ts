import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Engine, type CellEdit } from '../../shared/engine/engine.ts';
import type { Range } from '../../shared/workbook/address.ts';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

const cells = (top: number, left: number, bottom = top, right = left): Range => ({
  top,
  left,
  bottom,
  right,
});
const name = (text: string, sheet: string, range: Range) => ({ name: text, sheet, range });
const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

/*
 * A name of a cell is that cell, also where the cell is empty: Microsoft Support, "ISBLANK, ISNUMBER …
 * (IS functions)": they "return TRUE or FALSE depending on the outcome" for "an empty (blank) cell".
 */
describe('a name of one cell', () => {
  const cases: readonly (readonly [formula: string, whenEmpty: CellValue, whenFive: CellValue])[] = [
    ['=ISBLANK(price)', true, false],
    ['=ISNUMBER(price)', false, true],
    ['=ISTEXT(price)', false, false],
    ['=ISNUMBER(PRICE)', false, true],
    ['=IF(ISNUMBER(price),price,"not given")', 'not given', 5],
    ['=price=""', true, false],
    ['=price=0', true, false],
    ['=price', 0, 5],
    ['=price&"!"', '!', '5!'],
    ['=price+1', 1, 6],
    ['=(price)*2', 0, 10],
    ['=COUNTBLANK(price)', 1, 0],
    ['=COUNTA(price)', 0, 1],
    ['=COUNT(price,1)', 1, 2],
    ['=T(price)&"."', '.', '.'],
    ['=N(price)', 0, 5],
    ['=SUM(TRUE,price)', 1, 6],
    ['=AVERAGE(price,10)', 10, 7.5],
    ['=MEDIAN(price,10)', 10, 7.5],
    ['=MEDIAN(TRUE,price,TRUE)', 1, 1],
    ['=SUM(prices)', 2, 7],
    ['=COUNT(prices)', 1, 2],
    ['=COUNTBLANK(prices)', 1, 0],
    ['=SUMPRODUCT(ISNUMBER(prices)*1)', 1, 2],
    ['=later', 0, 6],
    [`=ISNUMBER(${Array(40).fill('price').join('+')})`, true, true],
    [`=${'('.repeat(30)}ISNUMBER(price)${')'.repeat(30)}`, false, true],
  ];
  let workbook: Workbook;

  beforeAll(() => {
    const rows = cases.map(([formula]): { content: CellContent }[] => [{ content: formula }]);
    rows[1]?.push({ content: 2 });
    rows[2]?.push({ content: '=IF(ISNUMBER(price),price+1,price)' });
    workbook = Workbook.open({
      title: 'Names',
      styles: {},
      names: [
        name('price', 'S', cells(0, 1)),
        name('prices', 'S', cells(0, 1, 1)),
        name('later', 'S', cells(2, 1)),
      ],
      sheets: [{ name: 'S', rows, columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true }],
    });
  });
  afterAll(() => workbook.close());

  test.each(cases.map((each, row) => [...each, row] as const))('%s', (_, whenEmpty, whenFive, row) => {
    const value = () => workbook.value(at('S', row, 0));
    const price = (content: CellContent | null): CellEdit => ({ ...at('S', 0, 1), content });
    const enter = (content: CellContent | null) =>
      expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [price(content)] }).ok).toBe(true);
    expect(value()).toBe(whenEmpty);
    expect(workbook.whatIf([price(5)], value)).toBe(whenFive);
    expect(value()).toBe(whenEmpty);
    enter(5);
    expect(value()).toBe(whenFive);
    enter(null);
    expect(value()).toBe(whenEmpty);
  });
});

describe('names', () => {
  let engine: Engine;
  afterEach(() => engine.destroy());

  const open = (sheets: Readonly<Record<string, Rows>>, names: readonly ReturnType<typeof name>[]) => {
    engine = Engine.build(
      Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })),
      names,
    );
    return engine;
  };

  test('stand for text, errors and truth values, and for cells of any sheet, whatever their case', () => {
    const formulas: Rows = [['=word', '=ISTEXT(Word)', '=yes', '=NOT(YES)', '=wrong', '=ISERROR(Wrong)']];
    open({ First: formulas, "It's data": [['a', true, '=1/0']], Last: formulas }, [
      name('Word', "It's data", cells(0, 0)),
      name('yes', "It's data", cells(0, 1)),
      name('WRONG', "It's data", cells(0, 2)),
    ]);
    const expected = [['a', true, true, false, { error: '#DIV/0!' }, true]];
    expect(engine.sheetValues('First')).toEqual(expected);
    expect(engine.sheetValues('Last')).toEqual(expected);
  });

  test('of several cells are ranges to every function, and follow their cells', () => {
    const formulas = [
      '=SUM(amounts)',
      '=SUMPRODUCT(amounts,amounts)',
      '=SUMPRODUCT((kinds="a")*amounts)',
      '=INDEX(amounts,2)',
      '=SUM(INDEX(table,0,2))',
      '=MATCH("b",kinds,0)',
      '=VLOOKUP("b",table,2,FALSE)',
      '=SUMIF(kinds,"a",amounts)',
      '=SUMIF(kinds,"a",first_amount)',
      '=COUNTIFS(kinds,"a",amounts,">1")',
      '=ROWS(table)*10+COLUMNS(table)',
      '=ROW(first_amount)*10+COLUMN(first_amount)',
      '=SUMPRODUCT(ROW((amounts))*1)',
      '=SUM(COLUMN(table))',
    ];
    open({ F: formulas.map((formula) => [formula]), D: [[], ['a', 1], ['b', 2], ['a', 3]] }, [
      name('kinds', 'D', cells(1, 0, 3)),
      name('amounts', 'D', cells(1, 1, 3)),
      name('table', 'D', cells(1, 0, 3, 1)),
      name('first_amount', 'D', cells(1, 1)),
    ]);
    const values = () => engine.sheetValues('F').map(([value]) => value);
    expect(values()).toEqual([6, 14, 4, 2, 6, 2, 2, 4, 4, 1, 32, 22, 9, 3]);
    engine.setCells([{ ...at('D', 3, 1), content: 10 }]);
    expect(values()).toEqual([13, 105, 11, 2, 13, 2, 2, 11, 11, 1, 32, 22, 9, 3]);
    engine.setCells([{ ...at('D', 2, 0), content: 'a' }]);
    expect(values().slice(5, 10)).toEqual([{ error: '#N/A' }, { error: '#N/A' }, 13, 13, 2]);
  });

  test('of a spilled array, of its cells and of the cells around it', () => {
    open(
      {
        F: [['=SUM(whole)', '=second', '=SUM(more)', '=MATCH(4,whole,0)', '=ROWS(whole)']],
        D: [
          [1, '=2*A1:A3'],
          [2, null],
          [3, null],
          [null, 7],
        ],
      },
      [
        name('whole', 'D', cells(0, 1, 2)),
        name('second', 'D', cells(1, 1)),
        name('more', 'D', cells(0, 1, 3)),
      ],
    );
    expect(engine.sheetValues('F')).toEqual([[12, 4, 19, 2, 3]]);
    engine.setCells([{ ...at('D', 1, 0), content: 5 }]);
    expect(engine.sheetValues('F').map((row) => row.slice(0, 3))).toEqual([[18, 10, 25]]);
    engine.setCells([{ ...at('D', 2, 0), content: '=1/0' }]);
    expect(engine.sheetValues('F').map((row) => row.slice(0, 3))).toEqual([
      [{ error: '#DIV/0!' }, 10, { error: '#DIV/0!' }],
    ]);
  });

  test('of several cells spill, also when their way is free again', () => {
    open(
      {
        'My sheet': [
          [1, '=both*2'],
          [2, 'in the way'],
        ],
      },
      [name('both', 'My sheet', cells(0, 0, 1))],
    );
    expect(engine.value(at('My sheet', 0, 1))).toEqual({ error: '#SPILL!' });
    engine.setCells([{ ...at('My sheet', 1, 1), content: null }]);
    expect(engine.sheetValues('My sheet')).toEqual([
      [1, 2],
      [2, 4],
    ]);
    engine.setCells([{ ...at('My sheet', 1, 0), content: 3 }]);
    expect(engine.value(at('My sheet', 1, 1))).toBe(6);
  });

  test('stand for the same cell wherever the formula is, written in whatever case', () => {
    open({ S: [[7], ['=seven+A1', '=seven+B1'], ['=seven+A2', '=SEVEN+B2']] }, [
      name('seven', 'S', cells(0, 0)),
    ]);
    expect(engine.sheetValues('S').slice(1)).toEqual([
      [14, 7],
      [21, 14],
    ]);
  });

  test('in long chains and deep brackets are the cells too', () => {
    const chain = Array(50).fill('one').join('+');
    const deep = `${'(1+'.repeat(40)}one${')'.repeat(40)}`;
    open(
      {
        S: [
          [
            1,
            `=${chain}`,
            `=SUM(ones+${chain})`,
            `=${deep}`,
            `=ISBLANK(${'('.repeat(30)}one${')'.repeat(30)})`,
          ],
          [2],
        ],
      },
      [name('one', 'S', cells(0, 0)), name('ones', 'S', cells(0, 0, 1))],
    );
    expect(engine.sheetValues('S')[0]).toEqual([1, 50, 103, 41, false]);
    engine.setCells([{ ...at('S', 0, 0), content: null }]);
    expect(engine.sheetValues('S')[0]).toEqual([null, 0, 2, 40, true]);
  });

  test('report a change of their cell once, at the formulas that read it', () => {
    open({ S: [[1, '=one', '=IF(FALSE,0,one)', '=SUM(1)']] }, [name('one', 'S', cells(0, 0))]);
    const changes = engine.setCells([{ ...at('S', 0, 0), content: 2 }]);
    expect(changes.toSorted((a, b) => a.column - b.column)).toEqual(
      [0, 1, 2].map((column) => ({ ...at('S', 0, column), value: 2 })),
    );
  });

  test('through which a formula reads itself are a loop, but not where only their place counts', () => {
    open({ S: [['=SUM(ring)', '=A1'], ['=own+1'], ['=ROW(place)'], [null]] }, [
      name('ring', 'S', cells(0, 1, 0, 2)),
      name('own', 'S', cells(1, 0)),
      name('place', 'S', cells(2, 0)),
    ]);
    const cycle = { error: '#CYCLE!' };
    expect(engine.sheetValues('S')).toEqual([[cycle, cycle], [cycle], [3]]);
    expect(engine.loopThrough(at('S', 0, 0))).toEqual([at('S', 0, 0), at('S', 0, 1)]);
    expect(engine.loopThrough(at('S', 0, 1))).toEqual([at('S', 0, 1), at('S', 0, 0)]);
    expect(engine.loopThrough(at('S', 1, 0))).toEqual([at('S', 1, 0)]);
    engine.setCells([{ ...at('S', 0, 1), content: 4 }]);
    expect(engine.value(at('S', 0, 0))).toBe(4);
  });

  test('that do not exist read, and give #NAME?', () => {
    open(
      {
        S: [
          ['=nothing+1', '=ROWS(nothing)', '=IFERROR(nothing,"none")'],
          ['=nothing', '=A2'],
        ],
      },
      [],
    );
    const unknown = { error: '#NAME?' };
    expect(engine.sheetValues('S')).toEqual([
      [unknown, unknown, 'none'],
      [unknown, unknown],
    ]);
    expect(engine.faultOf('=nothing+1')).toBeNull();
    expect(engine.loopThrough(at('S', 1, 0))).toEqual([]);
    engine.setCells([{ ...at('S', 1, 0), content: '=nothing+B2' }]);
    expect(engine.loopThrough(at('S', 1, 0))).toEqual([at('S', 1, 0), at('S', 1, 1)]);
  });

  test('read in a formula that is only tried', () => {
    open({ S: [[1]] }, [name('one', 'S', cells(0, 0)), name('truest', 'S', cells(0, 0))]);
    for (const formula of ['=one', '=SUM(one,truest)', `=${Array(50).fill('one').join('*')}`])
      expect(engine.faultOf(formula)).toBeNull();
    for (const formula of ['=one "one"', '=one(', '=SUM(one']) expect(engine.faultOf(formula)).not.toBeNull();
    engine.setCells([{ ...at('S', 1, 0), content: '=IF(TRUE,truest,FALSE)' }]);
    expect(engine.value(at('S', 1, 0))).toBe(1);
  });

  test('of a sheet that does not exist are refused', () => {
    open({ S: [[1]] }, []);
    expect(() =>
      Engine.build([{ name: 'S', rows: [['=far']] }], [name('far', 'Nowhere', cells(0, 0))]),
    ).toThrow('no sheet "Nowhere"');
  });
});
