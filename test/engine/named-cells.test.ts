import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

/*
 * A name of a cell is that cell, also where the cell is empty: Microsoft Support, "ISBLANK, ISNUMBER …
 * (IS functions)": they "return TRUE or FALSE depending on the outcome" for "an empty (blank) cell".
 */

const cases: readonly (readonly [formula: string, whenEmpty: CellValue, whenFive: CellValue])[] = [
  ['=ISBLANK(price)', true, false],
  ['=ISNUMBER(price)', false, true],
  ['=ISTEXT(price)', false, false],
  ['=IF(ISNUMBER(price),price,"not given")', 'not given', 5],
  ['=price=""', true, false],
  ['=price=0', true, false],
  ['=price', 0, 5],
  ['=price&"!"', '!', '5!'],
  ['=price+1', 1, 6],
  ['=(price)*2', 0, 10],
  ['=COUNTBLANK(price)', 1, 0],
  ['=SUM(TRUE,price)', 1, 6],
  ['=MEDIAN(price,10)', 10, 7.5],
  ['=MEDIAN(TRUE,price,TRUE)', 1, 1],
  ['=SUM(prices)', 2, 7],
  ['=COUNT(prices)', 1, 2],
  ['=later', 0, 6],
];

const formulas: (CellContent | null)[][] = cases.map(([formula]) => [formula]);
const cell = (row: number, column: number, bottom = row) => ({
  top: row,
  left: column,
  bottom,
  right: column,
});
const at = { sheet: 'S', row: 0, column: 1 };
let workbook: Workbook;

beforeAll(() => {
  const rows = formulas.map((row) => row.map((content) => ({ content })));
  rows[1]?.push({ content: 2 });
  rows[2]?.push({ content: '=IF(ISNUMBER(price),price+1,price)' });
  workbook = Workbook.open({
    title: 'Names',
    styles: {},
    names: [
      { name: 'price', sheet: 'S', range: cell(0, 1) },
      { name: 'prices', sheet: 'S', range: cell(0, 1, 1) },
      { name: 'later', sheet: 'S', range: cell(2, 1) },
    ],
    sheets: [{ name: 'S', rows, columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true }],
  });
});
afterAll(() => workbook.close());

test.each(cases.map((each, row) => [...each, row] as const))('%s', (_, whenEmpty, whenFive, row) => {
  const value = () => workbook.value({ sheet: 'S', row, column: 0 });
  const enter = (content: CellContent | null) =>
    expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ ...at, content }] }).ok).toBe(true);
  expect(value()).toBe(whenEmpty);
  enter(5);
  expect(value()).toBe(whenFive);
  enter(null);
  expect(value()).toBe(whenEmpty);
});
