import { writeXlsx as writeFile } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { read, withPart, plainFormulas } from './excel-files.ts';

async function readFormulas(formulas: Readonly<Record<string, string>>, array = false) {
  const { document, warnings } = await read(await plainFormulas(formulas, array));
  const found = Object.keys(formulas).map((address) => {
    const { top = 0, left = 0 } = parseReference(address)?.range ?? {};
    return document.sheets[0]?.rows[top]?.[left]?.content;
  });
  return { found, warnings };
}

describe('a formula that the file does not mark as an array formula', () => {
  it.each([
    ['A1:A3*2', '=A2*2'],
    ['A1:A3', '=A2'],
    ['$A$1:$A$3*A:A', '=$A2*A2'],
    ['SUM(A1:A3*B1:B3)', '=SUM(A2*B2)'],
    ['S!A1:A3+ones+one', '=S!A2+S!$A2+one'],
    ['ABS(A1:A3)+COUNTIF(A1:A3,B1:B3)', '=ABS(A2)+COUNTIF(A1:A3,B2)'],
    ['VLOOKUP(A1:A3,A1:B3,2,FALSE)', '=VLOOKUP(A2,A1:B3,2,FALSE)'],
    ['A5:F5*2', '=C5*2'],
    ['5:5*2', '=C5*2'],
    ['SUM(IF(A1:A3>1,B1:B3,0))', '=SUM(IF(A2>1,B1:B3,0))'],
    ['_xlfn.SINGLE(A1:A3)*_xlfn.SINGLE(B7)', '=@A1:A3*@B7'],
    ['SUMPRODUCT((A1:A3>1)*B1:B3)', '=SUMPRODUCT((A1:A3>1)*B1:B3)'],
    ['LOOKUP(2,1/(A1:A3>1),B1:B3)', '=LOOKUP(2,1/(A1:A3>1),B1:B3)'],
    ['SUM(LARGE(A1:A3,{1,2}))', '=SUM(LARGE(A1:A3,{1,2}))'],
    ['"A1:A3*2"&SUM(A1:A3)', '="A1:A3*2"&SUM(A1:A3)'],
    ['A1:B3*2', '=@A1:B3*2'],
    ['A5:A7*2', '=@A5:A7*2'],
    ['INDEX(A1:B3,0,1)', '=@INDEX(A1:B3,0,1)'],
    ['OFFSET(A1,0,0,3,1)', '=@OFFSET(A1,0,0,3,1)'],
    ['{1,2,3}*2', '=@{1,2,3}*2'],
    ['-LINEST(B1:B3,A1:A3^{1,2})', '=-@LINEST(B1:B3,A1:A3^{1,2})'],
    ['SUM(ROW(A1:A3))', '=SUM(@ROW(A1:A3))'],
    ['SUM(INDEX(A1:A3*B1:B3,0))', '=SUM(INDEX(A1:A3*B1:B3,0))'],
    ['AGGREGATE(15,6,A1:A3/(B1:B3>10),1)', '=AGGREGATE(15,6,A1:A3/(B1:B3>10),1)'],
  ])('takes one cell of each range that stands for a value: %s', async (formula, expected) => {
    const { found, warnings } = await readFormulas({ C2: formula });
    expect(found).toStrictEqual([expected]);
    expect(warnings).toStrictEqual([]);
  });

  it.each(['N(A1:A3)', 'TRANSPOSE(A1:A3)', 'SUM(MMULT(A1:B2,A1:B2))', 'SUMPRODUCT(IF(A1:A3>1,B1:B3,0))'])(
    'is told where Excel may see another value: %s',
    async (formula) => {
      const { found, warnings } = await readFormulas({ C2: formula, D2: formula });
      expect(found).toStrictEqual([`=${formula}`, `=${formula}`]);
      expect(warnings).toStrictEqual([
        '2 formulas may show other values than in Excel, which takes one cell of a range or array where Roundtrip works on all of it: S!C2, S!D2.',
      ]);
    },
  );

  it('is another than one that the file marks, which keeps its ranges', async () => {
    const { found, warnings } = await readFormulas({ C2: 'A1:A3*_xlfn.SINGLE(B1:B3)' }, true);
    expect(found).toStrictEqual(['=INDEX(A1:A3*@B1:B3,1,1)']);
    expect(warnings).toStrictEqual([]);
  });
});

describe('a date that the file holds as text of its own kind', () => {
  it.each([
    ['2024-01-01', 45_292],
    ['2024-01-01T12:00:00', 45_292.5],
    ['1900-01-01T06:00:00Z', 1.25],
    ['18:00:00', 0.75],
    ['tomorrow', 'tomorrow'],
  ])('is its serial number: %s', async (iso, content) => {
    const file = await writeFile({
      sheets: [{ name: 'S', rows: [[1234, '2024-01-01']], cells: new Map([['1,0', { formula: 'A1+1' }]]) }],
    });
    const { document } = await read(
      await withPart(file, 'xl/worksheets/sheet1.xml', (text) =>
        text.replace('<c r="A1"><v>1234</v>', `<c r="A1" t="d"><v>${iso}</v>`),
      ),
    );
    expect(document.sheets[0]?.rows).toStrictEqual([
      [{ content }, { content: '2024-01-01' }],
      [{ content: '=A1+1' }],
    ]);
  });
});

describe('a formula that refers to a table by its columns', () => {
  const formulas: readonly (readonly [inFile: string, ours: string, value: unknown])[] = [
    ['SUM(Sales[Amount])', '=SUM($B$2:$B$4)', 6],
    ['Sales[[#This Row],[Amount]]*2', '=$B2*2', 2],
    ['Sales[Amount]', '=$B3', 2],
    ["SUM(sales[[Amount]:[Un'[it'] '#]])", '=SUM($B$2:$C$4)', 66],
    ['Sales[[#Totals],[Amount]]', '=$B$5', 9],
    ['ROWS(Sales[#All])', '=ROWS($A$1:$C$5)', 5],
    ['ROWS(Sales)', '=ROWS($A$2:$C$4)', 3],
    ['COLUMNS(Sales[[#Headers],[#Data]])', '=COLUMNS($A$1:$C$4)', 3],
    ['Sales[[#Headers],[Amount]]&"Sales[Item]"', '=$B$1&"Sales[Item]"', 'AmountSales[Item]'],
    ['IFERROR(Sales[[#This Row],[Amount]],"none")', '=IFERROR(#VALUE!,"none")', 'none'],
    ['IFERROR(Plain[[#Totals],[Amount]],"none")', '=IFERROR(#REF!,"none")', 'none'],
    ['SUM(amounts)', '=SUM(amounts)', 6],
  ];

  it('holds the cells that the table has', async () => {
    const file = await writeFile({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['Item', 'Amount', 'Un[it] #'],
            ['a', 1, 10],
            ['b', 2, 20],
            ['c', 3, 30],
            ['Total', 9],
          ],
          cells: new Map(formulas.map(([formula], row) => [`${row},4`, { formula }])),
          tables: [
            {
              name: 'Sales',
              range: 'A1:C5',
              columns: [{ name: 'Item' }, { name: 'Amount' }, { name: 'Un[it] #' }],
              showTotalRow: true,
            },
          ],
        },
        {
          name: 'Other',
          rows: [['Amount'], [5]],
          cells: new Map([['0,2', { formula: 'SUM(Sales[Amount])+Sales[Nothing]' }]]),
          tables: [{ name: 'Plain', range: 'A1:A2', columns: [{ name: 'Amount' }] }],
        },
      ],
      namedRanges: [{ name: 'amounts', range: 'Sales[Amount]' }],
    });
    const { document, warnings } = await read(file);
    expect(document.sheets[0]?.rows.map((row) => row[4]?.content)).toStrictEqual(
      formulas.map(([, ours]) => ours),
    );
    expect(document.sheets[1]?.rows[0]?.[2]?.content).toBe('=SUM(Data!$B$2:$B$4)+Sales[Nothing]');
    expect(document.names).toStrictEqual([
      { name: 'amounts', sheet: 'Data', range: { top: 1, left: 1, bottom: 3, right: 1 } },
    ]);
    expect(warnings).toStrictEqual([
      'Formulas that refer to tables by their columns now hold the cells that these have: Sales, Plain.',
      '1 formula uses what Roundtrip cannot calculate: Sales[Nothing] (Other!C1).',
    ]);
    const workbook = Workbook.open(document);
    const values = formulas.map((_, row) => workbook.value({ sheet: 'Data', row, column: 4 }));
    workbook.close();
    expect(values).toStrictEqual(formulas.map(([, , value]) => value));
  });
});

describe('an array formula over a fixed range', () => {
  it.each([
    ['A1:A3*2', 'C1:C3', '=A1:A3*2', [2, 4, 6]],
    ['A1:A3*2', 'C1', '=INDEX(A1:A3*2,1,1)', [2]],
    ['A1:A3*2', 'C1:C2', '=TAKE(IF(SEQUENCE(2,1),A1:A3*2),2,1)', [2, 4]],
    ['A1:A3*2', 'C1:C4', '=TAKE(IF(SEQUENCE(4,1),A1:A3*2),4,1)', [2, 4, 6, { error: '#N/A' }]],
    ['SUM(A1:A3*B1:B3)', 'C1', '=SUM(A1:A3*B1:B3)', [140]],
    ['SUM(ones)', 'C1:C2', '=TAKE(IF(SEQUENCE(2,1),SUM(ones)),2,1)', [6, 6]],
    ['ones+ROW(1:3)', 'C1:C3', '=ones+ROW(1:3)', [2, 4, 6]],
    ['TRANSPOSE(A1:B1)', 'C1:C2', '=TRANSPOSE(A1:B1)', [1, 10]],
    ['FREQUENCY(A1:A3,{1;2})', 'C1:C3', '=FREQUENCY(A1:A3,{1;2})', [1, 1, 1]],
    [
      'INDEX(B1:B3,MATCH(1,(A1:A3=2)*(B1:B3=20),0))',
      'C1',
      '=INDEX(B1:B3,MATCH(1,(A1:A3=2)*(B1:B3=20),0))',
      [20],
    ],
    ['_xlfn.UNIQUE(A1:A3)', 'C1:C2', '=TAKE(IF(SEQUENCE(2,1),UNIQUE(A1:A3)),2,1)', [1, 2]],
  ])('fills that range and no more: %s over %s', async (formula, range, expected, values) => {
    const file = await withPart(await plainFormulas({ C1: formula }), 'xl/worksheets/sheet1.xml', (text) =>
      text.replace('<f>', `<f t="array" ref="${range}">`),
    );
    const { document, warnings } = await read(file);
    expect(document.sheets[0]?.rows[0]?.[2]?.content).toBe(expected);
    expect(warnings).toStrictEqual([]);
    const workbook = Workbook.open(document);
    const found = [0, 1, 2, 3, 4].map((row) => workbook.value({ sheet: 'S', row, column: 2 }));
    workbook.close();
    expect(found).toStrictEqual([...values, ...Array.from({ length: 5 - values.length }, () => null)]);
  });
});

describe('formulas that Roundtrip cannot calculate', () => {
  it('are told with their functions and references', async () => {
    const file = await plainFormulas({
      C1: 'CUBEVALUE(A1:A3,B1:B3,4)+SUM(A1:A3)',
      C2: 'SUM(Table1[Amount])',
      C3: '[1]Sheet1!A1*2+CUBEVALUE(A1:A3)',
      C4: "SUM(S:'My Sheet'!A1)",
      C5: 'SUM(1;2)',
      C6: 'CUBEVALUE(A1:A3)',
      C7: 'CUBEVALUE(A1:A3)',
      C8: 'SPLIT(A1," ")',
    });
    const result = await readXlsx(file, 'plan.xlsx');
    expect(result.ok && result.value.warnings).toStrictEqual([
      "7 formulas use what Roundtrip cannot calculate: CUBEVALUE (S!C1, S!C3, S!C6 and 1 more), Table1[Amount] (S!C2), [1]Sheet1!A1 (S!C3), S:'My Sheet'!A1 (S!C4), SPLIT (S!C8).",
      '1 formula does not read and shows an error: S!C5.',
    ]);
  });

  it.each([
    'IFERROR(CUBEVALUE(A1),0)',
    "IFERROR('[1]Sheet1'!A1,0)",
    'IFERROR(SUM(S:Other!A1),0)',
    'IFERROR(SUM(Table1[Amount]),0)',
  ])('show an error, of which IFERROR makes no number: %s', async (formula) => {
    const { document, warnings } = await read(await plainFormulas({ C1: formula }));
    expect(warnings).toStrictEqual([
      expect.stringContaining('1 formula uses what Roundtrip cannot calculate'),
    ]);
    const workbook = Workbook.open(document);
    const value = workbook.value({ sheet: 'S', row: 0, column: 2 });
    workbook.close();
    expect(value).toStrictEqual({ error: '#NAME?' });
  });

  it('are told when they belong to a data table', async () => {
    const file = await withPart(await plainFormulas({ C2: 'A2*2' }), 'xl/worksheets/sheet1.xml', (text) =>
      text.replace('<f>A2*2</f>', '<f t="dataTable" ref="C2:C3" dt2D="0" dtr="0" r1="A1"/><v>7</v>'),
    );
    const { document, warnings } = await read(file);
    expect(document.sheets[0]?.rows[1]?.[2]).toStrictEqual({ content: 7 });
    expect(warnings).toStrictEqual([
      '1 data table was left out, and its last values were kept as numbers: S!C2:C3.',
    ]);
  });
});
