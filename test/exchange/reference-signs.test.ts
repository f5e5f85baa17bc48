import { describe, expect, it } from 'vitest';
import { withSignFunctions, withSigns } from '../../shared/exchange/xlsx/reference-signs.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

describe('signs between references in a file', () => {
  it.each([
    ['=SUM(A1#)', '=SUM(ANCHORARRAY(A1))'],
    ['=SUM((A1)#)+1', '=SUM(ANCHORARRAY((A1)))+1'],
    ['=@A1:A9*B1:B9', '=SINGLE(A1:A9)*B1:B9'],
    ['=@(A1:A9)+1', '=SINGLE((A1:A9))+1'],
    ['=-@name%', '=-SINGLE(name)%'],
    ['=SUM(@A1#)', '=SUM(SINGLE(ANCHORARRAY(A1)))'],
    ['="@A1#"&#REF!', '="@A1#"&#REF!'],
  ])('%s is %s in a marked formula', (formula, inFile) => {
    expect(withSignFunctions(formula, true)).toBe(inFile);
  });

  it('leave out the single cell in a formula that is not marked', () => {
    expect(withSignFunctions('=@A1:A9*2', false)).toBe('=A1:A9*2');
    expect(withSignFunctions('=ABS(@A1:A9)', false)).toBe('=ABS(A1:A9)');
  });

  it.each([
    ['=SUM(@A1:A9)', '=SUM(SINGLE(A1:A9))'],
    ['=SUMPRODUCT(@A1:A9*B1:B9)', '=SUMPRODUCT(SINGLE(A1:A9)*B1:B9)'],
    ['=COUNTIF(@A1:A9,@A1:A9)', '=COUNTIF(SINGLE(A1:A9),A1:A9)'],
    ['=SUM(IF(B1,@A1:A9))', '=SUM(IF(B1,SINGLE(A1:A9)))'],
  ])('keep the single cell where a range would be taken whole: %s', (formula, inFile) => {
    expect(withSignFunctions(formula, false)).toBe(inFile);
  });

  it.each([
    ['=SUM(ANCHORARRAY(S!A1))', '=SUM(S!A1#)'],
    ['=SINGLE(INDEX(A1:A9,2))', '=@INDEX(A1:A9,2)'],
    ['=SINGLE(A1:A9)*B1', '=@A1:A9*B1'],
    ['=SINGLE((A1:A9))', '=@(A1:A9)'],
    ['=SINGLE(A1:A9*2)^2', '=@(A1:A9*2)^2'],
    ['=SINGLE((A1:A9)+1)', '=@((A1:A9)+1)'],
    ['=SINGLE(ANCHORARRAY(S!A1))', '=@S!A1#'],
    ['="SINGLE(A1)"&SINGLE(A1)', '="SINGLE(A1)"&@A1'],
  ])('%s is read as %s', (inFile, formula) => {
    expect(withSigns(inFile)).toBe(formula);
  });
});

const formulas = [
  '=SUM(OFFSET(Data!A1,0,0,Data!A2))',
  '=INDIRECT("Data!A"&Data!A3)',
  '=SUM(Data!A1:INDEX(Data!A:A,3))',
  '=SUM((Data!A1:A2,Data!B1))',
  '=SUM(Data!A1:B2 Data!B1:C5)',
  '=SUM(Data!C1#)',
  '=LET(cells,Data!A1:A3,SUM(cells*2))',
  '=SUM(first:third)',
];

it('formulas whose references are worked out are kept in an .xlsx file, and come back as they were', async () => {
  const look = { columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true };
  const rows = [
    [1, 10, '=Data!A1:A3*2'],
    [2, 20],
    [3, 30],
  ];
  const workbook = Workbook.open({
    title: 'References',
    styles: {},
    names: [
      {
        name: 'first',
        label: 'First',
        unit: '',
        sheet: 'Data',
        range: { top: 0, left: 0, bottom: 0, right: 0 },
      },
      {
        name: 'third',
        label: 'Third',
        unit: '',
        sheet: 'Data',
        range: { top: 2, left: 0, bottom: 2, right: 0 },
      },
    ],
    sheets: [
      { name: 'Data', rows: rows.map((cells) => cells.map((content) => ({ content }))), ...look },
      { name: 'Formulas', rows: formulas.map((content) => [{ content }]), ...look },
    ],
  });
  const values = workbook.sheetValues('Formulas');
  expect(values).toStrictEqual([[3], [3], [6], [13], [30], [12], [12], [6]]);
  const read = await readXlsx(await writeXlsx(workbook), 'references.xlsx');
  workbook.close();
  if (!read.ok) throw new Error(read.problem.message);
  expect(read.value.warnings).toStrictEqual([]);
  expect(read.value.document.sheets[1]?.rows.map(([cell]) => cell?.content)).toStrictEqual(formulas);
  const again = Workbook.open(read.value.document);
  expect(again.sheetValues('Formulas')).toStrictEqual(values);
  again.close();
});

it('an edit of what a reference is worked out from is taken back and done again', () => {
  const look = { columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true };
  const rows = [[1, 2, '=OFFSET(A1,B1,0)', '=C1*10'], [5], [7]];
  const workbook = Workbook.open({
    title: 'References',
    styles: {},
    names: [],
    sheets: [{ name: 'Data', rows: rows.map((cells) => cells.map((content) => ({ content }))), ...look }],
  });
  const at = (column: number) => ({ sheet: 'Data', row: 0, column });
  const edit = workbook.apply({ kind: 'setCells', label: 'Edit', cells: [{ ...at(1), content: 1 }] });
  expect(edit.ok && edit.value.values).toStrictEqual([
    { ...at(1), value: 1 },
    { ...at(2), value: 5 },
    { ...at(3), value: 50 },
  ]);
  expect(workbook.undo()?.values).toHaveLength(3);
  expect(workbook.value(at(3))).toBe(70);
  workbook.redo();
  expect(workbook.value(at(3))).toBe(50);
  expect(workbook.whatIf([{ ...at(1), content: 0 }], () => workbook.value(at(3)))).toBe(10);
  expect(workbook.value(at(3))).toBe(50);
  workbook.close();
});
