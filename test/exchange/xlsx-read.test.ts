import fc from 'fast-check';
import { writeXlsx as writeFile } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import { plainText } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { small, smallWithArrays } from '../fixtures/small-workbooks.ts';

async function exported(document: WorkbookDocument): Promise<Uint8Array> {
  const workbook = Workbook.open(document);
  const file = await writeXlsx(workbook);
  workbook.close();
  return file;
}

async function read(bytes: Uint8Array, fileName = 'plan.xlsx') {
  const result = await readXlsx(bytes, fileName);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

async function problem(bytes: Uint8Array) {
  const result = await readXlsx(bytes, 'plan.xlsx');
  if (result.ok) throw new Error('The file was accepted');
  return result.problem;
}

/** Contents row by row; text with and without a needless apostrophe is the same. */
function contents(document: WorkbookDocument) {
  return document.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) =>
      row.map((cell) =>
        typeof cell?.content === 'string' && !cell.content.startsWith('=')
          ? { text: plainText(cell.content) }
          : (cell?.content ?? null),
      ),
    ),
  }));
}

const smallFile = await exported(small);

describe('a workbook that was exported and read again', () => {
  it('has the same contents and formulas', async () => {
    const { document, warnings } = await read(smallFile);
    const found = contents(document);
    // The read rows end at their last content; cells beyond it are empty.
    const padded = contents(small).map(({ name, rows }, sheet) => ({
      name,
      rows: rows.map((cells, row) => cells.map((_, column) => found[sheet]?.rows[row]?.[column] ?? null)),
    }));
    expect(padded).toStrictEqual(contents(small));
    expect(warnings).toStrictEqual([]);
    expect(document.title).toBe(small.title);
  });

  it('has the same names, formats, notes, widths and panes', async () => {
    const { document } = await read(smallFile);
    expect(document.names).toStrictEqual(small.names);
    const [cover, banks] = document.sheets;
    expect(document.styles[banks?.rows[2]?.[1]?.style ?? '']).toMatchObject({
      role: 'input',
      format: '#,##0.0;[Red]-#,##0.0',
    });
    expect(banks?.rows[2]?.[1]?.note).toContain('Over five years.');
    expect(banks?.rows[5]?.[1]).toMatchObject({ content: null, note: 'Nothing here yet.' });
    expect(cover?.columnWidths).toStrictEqual([240, 88, 120]);
    expect(cover?.gridLines).toBe(false);
    expect([banks?.frozenRows, banks?.frozenColumns]).toStrictEqual([2, 1]);
  });

  it('has dates as the exact numbers they were', async () => {
    const { document } = await read(smallFile);
    expect(document.sheets[0]?.rows[3]?.map((cell) => cell?.content)).toStrictEqual([
      'As of',
      46_266,
      46_266.123456789,
    ]);
  });

  it('calculates to the same values', async () => {
    for (const given of [small, smallWithArrays]) {
      const [before, after] = [
        Workbook.open(given),
        Workbook.open((await read(await exported(given))).document),
      ];
      for (const { name } of given.sheets) {
        const trimmed = (workbook: Workbook) =>
          workbook.sheetValues(name).map((row) => row.map((value) => (value === '' ? null : value)));
        for (const [row, values] of trimmed(before).entries()) {
          for (const [column, value] of values.entries())
            expect([name, row, column, trimmed(after)[row]?.[column] ?? null]).toStrictEqual([
              name,
              row,
              column,
              value,
            ]);
        }
      }
    }
  });
});

describe('a file of Excel', () => {
  it('may hold a formula once for many cells', async () => {
    const file = await writeFile({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            [1, 10],
            [2, 20],
            [3, 30],
          ],
          cells: new Map([
            [
              '0,2',
              {
                formula: 'A1*B1+$B$1',
                formulaType: 'shared',
                formulaSharedIndex: 0,
                formulaRef: 'C1:C3',
                formulaResult: 20,
              },
            ],
            ['1,2', { formula: '', formulaType: 'shared', formulaSharedIndex: 0, formulaResult: 50 }],
            ['2,2', { formula: '', formulaType: 'shared', formulaSharedIndex: 0, formulaResult: 100 }],
          ]),
        },
      ],
    });
    const { document } = await read(file);
    expect(document.sheets[0]?.rows.map((row) => row[2]?.content)).toStrictEqual([
      '=A1*B1+$B$1',
      '=A2*B2+$B$1',
      '=A3*B3+$B$1',
    ]);
  });

  it('may hold errors, prefixed functions and constants that spilled', async () => {
    const file = await writeFile({
      sheets: [
        {
          name: 'Sheet1',
          rows: [['#N/A', null, 1, 2, 3]],
          cells: new Map([
            ['0,1', { formula: '_xlfn._xlws.SORT(_xlfn.UNIQUE(C1:E1))' }],
            ['1,0', { formula: 'C1:D1*2', formulaType: 'array', formulaRef: 'A2:B2', formulaResult: 2 }],
            ['1,1', { value: 4 }],
          ]),
        },
      ],
    });
    const { document } = await read(file);
    expect(document.sheets[0]?.rows[0]?.slice(0, 2)).toStrictEqual([
      { content: '=#N/A' },
      { content: '=@SORT(UNIQUE(C1:E1))' },
    ]);
    expect(document.sheets[0]?.rows[1]).toStrictEqual([{ content: '=C1:D1*2' }]);
  });

  it('may hold names that have no place here: each is told', async () => {
    const file = await writeFile({
      sheets: [{ name: 'Sheet1', rows: [[1]] }],
      namedRanges: [
        { name: 'good', range: 'Sheet1!$A$1' },
        { name: 'rate', range: '0.05' },
        { name: 'lost', range: '#REF!' },
        { name: 'local', range: 'Sheet1!$A$1', scope: 'Sheet1' },
        { name: 'elsewhere', range: "'Other sheet'!$A$1" },
        { name: 'whole', range: 'Sheet1!$A:$B' },
      ],
    });
    const { document, warnings } = await read(file);
    expect(document.names.map(({ name }) => name)).toStrictEqual(['good']);
    expect(warnings).toStrictEqual([
      'The name "rate" was left out: it stands for 0.05, which is no range of cells.',
      'The name "lost" was left out: it stands for #REF!, which is no range of cells.',
      'The name "local" was left out: it holds only on the sheet "Sheet1".',
      'The name "elsewhere" was left out: it stands for cells of "Other sheet", which is no sheet of the file.',
      'The name "whole" was left out: it stands for Sheet1!$A:$B, which is no range of cells.',
    ]);
  });

  it('may hold names of constants, formulas, moving cells and one sheet: formulas hold what they stand for', async () => {
    const formulas = {
      rate: ['rate*2', '=0.05*2'],
      moving: ['moving', '=One!B2'],
      own: ['own+good', '=One!$A$2+good'],
      ofOther: ['Two!own', '=Two!$A$1'],
      qualified: ['One!GOOD', '=good'],
      total: ['-total', '=-(SUM(One!$A$1:$A$2)+0.05)'],
      both: ['SUM(both)', '=SUM((One!$A$1,One!$A$2))'],
      lost: ['IFERROR(lost,1)', '=IFERROR(#REF!,1)'],
      lostCell: ['SUM(One!#REF!,#REF!A1)&"One!#REF!"', '=SUM(#REF!,#REF!)&"One!#REF!"'],
      local: ['_xlfn.LET(_xlpm.rate,3,_xlpm.rate*rate)', '=LET(rate,3,rate*0.05)'],
      text: ['"rate"&rate', '="rate"&0.05'],
      digits: ['Sales2024', '=One!$A$1'],
    };
    const file = await writeFile({
      sheets: [
        {
          name: 'One',
          rows: [[1], [2]],
          cells: new Map(Object.values(formulas).map(([formula = ''], row) => [`${row},2`, { formula }])),
        },
        { name: 'Two', rows: [[7]] },
      ],
      namedRanges: [
        { name: 'good', range: 'One!$A$1' },
        { name: 'rate', range: '0.05' },
        { name: 'moving', range: 'One!XFD1' },
        { name: 'own', range: 'One!$A$2', scope: 'One' },
        { name: 'own', range: 'Two!$A$1', scope: 'Two' },
        { name: 'total', range: 'SUM(One!$A$1:$A$2)+rate' },
        { name: 'both', range: 'One!$A$1,One!$A$2' },
        { name: 'lost', range: '#REF!' },
        { name: 'Sales2024', range: 'One!$A$1' },
        { name: '_xlfn.SINGLE', range: '#NAME?' },
        { name: 'unused', range: '3' },
      ],
    });
    const { document, warnings } = await read(file);
    expect(document.sheets[0]?.rows.map((row) => row[2]?.content)).toStrictEqual(
      Object.values(formulas).map(([, expected]) => expected),
    );
    expect(warnings.slice(0, 2)).toStrictEqual([
      'The name "rate" was left out: it stands for 0.05, which is no range of cells. Formulas hold in its place what it stands for.',
      'The name "moving" was left out: it stands for One!XFD1, which moves along with the cell that uses it. Formulas hold in its place what it stands for.',
    ]);
    expect(warnings.at(-1)).toBe(
      'The name "unused" was left out: it stands for 3, which is no range of cells.',
    );
  });

  it('may hold comments far from all contents, and even beyond the sheet', async () => {
    const file = await writeFile({
      sheets: [{ name: 'Sheet1', rows: [[1]], cells: new Map([['3,5', { comment: { text: 'Here.' } }]]) }],
    });
    const { document } = await read(file);
    expect(document.sheets[0]?.rows[3]).toStrictEqual([
      null,
      null,
      null,
      null,
      null,
      { content: null, note: 'Here.' },
    ]);

    const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
    if (!parts.ok) throw new Error(parts.problem.message);
    const beyond = [...parts.value].map(([name, bytes]): [string, Uint8Array] => [
      name,
      name.startsWith('xl/comments')
        ? bytesOf(textOf(bytes).replace('ref="F4"', 'ref="F99999999999"'))
        : bytes,
    ]);
    expect((await read(await zip(new Map(beyond), true))).document.sheets[0]?.rows).toStrictEqual([
      [{ content: 1 }],
    ]);
  });

  it('may hold a sheet that is a chart', async () => {
    const file = await writeFile({
      sheets: [
        { name: 'Sheet1', rows: [[1]] },
        { name: 'Chart & co', rows: [[2]] },
      ],
    });
    const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
    if (!parts.ok) throw new Error(parts.problem.message);
    const charted = [...parts.value].map(([name, bytes]): [string, Uint8Array] => [
      name,
      name === 'xl/_rels/workbook.xml.rels'
        ? bytesOf(textOf(bytes).replace(/(Id="rId2" Type="[^"]*)\/worksheet"/, '$1/chartsheet"'))
        : bytes,
    ]);
    const { document, warnings } = await read(await zip(new Map(charted), true));
    expect(document.sheets.map(({ name }) => name)).toStrictEqual(['Sheet1']);
    expect(warnings).toStrictEqual(['The sheet "Chart & co" holds no cells and was left out.']);
  });

  it('may calculate in a way that has no place here: it is told', async () => {
    const file = await writeFile({ sheets: [{ name: 'Sheet1', rows: [[1]] }] });
    const otherwise = await withPart(file, 'xl/workbook.xml', (text) =>
      text.replace(/<calcPr [^>]*>/, '<calcPr iterate="1" fullPrecision="0"/>'),
    );
    expect((await read(otherwise)).warnings).toStrictEqual([
      'It works circular references out in rounds; here they show an error.',
      'It rounds every number to what its cell shows; here numbers keep all their digits.',
    ]);
  });

  it('is named after its file where it has no title', async () => {
    const file = await writeFile({ sheets: [{ name: 'Sheet1', rows: [[1]] }] });
    expect((await read(file, 'Plan 2028.xlsx')).document.title).toBe('Plan 2028');
  });
});

/** The file with a part put right by hand. */
async function withPart(file: Uint8Array, part: string, edit: (text: string) => string): Promise<Uint8Array> {
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  const edited = [...parts.value].map(([name, bytes]): [string, Uint8Array] => {
    if (name !== part) return [name, bytes];
    expect(edit(textOf(bytes))).not.toBe(textOf(bytes));
    return [name, bytesOf(edit(textOf(bytes)))];
  });
  return zip(new Map(edited), false);
}

/** A file with 1, 2, 3 and 10, 20, 30 in A1:B3, names for them, and plain formulas elsewhere, by address. */
function plainFormulas(formulas: Readonly<Record<string, string>>, array = false): Promise<Uint8Array> {
  return writeFile({
    sheets: [
      {
        name: 'S',
        rows: [
          [1, 10],
          [2, 20],
          [3, 30],
        ],
        cells: new Map(
          Object.entries(formulas).map(([address, formula]) => {
            const { top = 0, left = 0 } = parseReference(address)?.range ?? {};
            return [
              `${top},${left}`,
              { formula, ...(array && { formulaType: 'array' as const, formulaRef: address }) },
            ];
          }),
        ),
      },
    ],
    namedRanges: [
      { name: 'ones', range: 'S!$A$1:$A$3' },
      { name: 'one', range: 'S!$A$1' },
    ],
  });
}

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

describe('what is no Excel file is refused with what it is', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const wide = (text: string) => Array.from(text).flatMap((character) => [character.charCodeAt(0), 0]);
  const archive = (...names: string[]) => zip(new Map(names.map((name) => [name, bytesOf('<x/>')])), true);

  it.each([
    ['nothing', () => new Uint8Array(), 'foreign-file', 'an empty file'],
    ['text', () => bytesOf('Deal,Value\nA,300\n'), 'foreign-file', 'plain text'],
    ['a web page', () => bytesOf('<!DOCTYPE html><html></html>'), 'foreign-file', 'a web page'],
    [
      'a Roundtrip file',
      () => bytesOf('{"format":"roundtrip","version":1}'),
      'foreign-file',
      'a Roundtrip file',
    ],
    [
      'an old Excel file',
      () => new Uint8Array([...ole, ...wide('Workbook')]),
      'old-format',
      'the old Excel format (.xls)',
    ],
    [
      'an encrypted Excel file',
      () => new Uint8Array([...ole, 0, 0, ...wide('EncryptedPackage'), 0, 0]),
      'encrypted-file',
      'protected by a password',
    ],
    [
      'a Word document',
      () => archive('[Content_Types].xml', 'word/document.xml'),
      'foreign-file',
      'a Word document',
    ],
    [
      'an OpenDocument file',
      () => archive('mimetype', 'content.xml'),
      'foreign-file',
      'an OpenDocument file',
    ],
    [
      'a binary workbook',
      () => archive('[Content_Types].xml', 'xl/workbook.bin'),
      'foreign-file',
      'a binary Excel workbook',
    ],
    ['any archive', () => archive('readme.txt'), 'foreign-file', 'a zip archive of another kind'],
    ['a file cut short', () => smallFile.subarray(0, smallFile.length - 40), 'damaged-file', 'cut short'],
    ['an archive without a workbook', () => archive('[Content_Types].xml'), 'damaged-file', 'does not read'],
  ])('%s', async (_what, bytes, code, message) => {
    const found = await problem(await bytes());
    expect(found.code).toBe(code);
    expect(found.message).toContain(message);
    expect(found.subject).toBe('plan.xlsx');
  });
});

describe('an archive made to fill the memory', () => {
  it('is refused by its directory, before anything is unpacked', async () => {
    const bomb = await zip(
      new Map([
        ['[Content_Types].xml', bytesOf('<x/>')],
        ['xl/worksheets/sheet1.xml', new Uint8Array(40 * 1_048_576)],
      ]),
      true,
    );
    expect(bomb.length).toBeLessThan(100_000);
    const found = await problem(bomb);
    expect(found.code).toBe('file-too-large');
    expect(found.message).toContain('40 MB');
  });

  it('is refused while unpacking when its directory lies', async () => {
    const bomb = await zip(new Map([['xl/worksheets/sheet1.xml', new Uint8Array(4 * 1_048_576)]]), true);
    const entries = (zipDirectory(bomb) ?? []).map((entry) => ({ ...entry, size: 10 }));
    const result = await unzip(bomb, entries, 1_048_576);
    expect(result.ok ? 'unpacked' : result.problem.code).toBe('archive-too-large');
  });
});

describe('a damaged Excel file', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  it('is refused when a digit of a part has changed', async () => {
    const file = await withPart(await plainFormulas({}), sheet, (text) => `${text}\n`);
    const at = file.findIndex((_, index) => textOf(file.subarray(index, index + 9)) === '<v>20</v>');
    file[at + 3] = '9'.charCodeAt(0);
    const found = await problem(file);
    expect(found.code).toBe('damaged-file');
    expect(found.message).toContain(sheet);
  });

  it.each([
    ['an end tag that is missing', (text: string) => text.replace('</sheetData>', '')],
    ['an end tag that is cut', (text: string) => text.replace('</sheetData>', '</sheetDat')],
    ['an end that is missing', (text: string) => text.slice(0, text.length / 2)],
    [
      'a document type',
      (text: string) => text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    ],
    ['a text that does not exist', (text: string) => text.replace('<c r="B2">', '<c r="B2" t="s">')],
    ['nothing', () => ''],
  ])('is refused with the part that holds %s', async (_what, edit) => {
    const found = await problem(await withPart(await plainFormulas({}), sheet, edit));
    expect(found.code).toBe('damaged-file');
    expect(found.message).toContain(sheet);
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 255 }), async (position, byte) => {
        const bytes = smallFile.slice();
        bytes[position % bytes.length] = byte;
        await readXlsx(bytes, 'damaged.xlsx');
      }),
      { numRuns: 150 },
    );
  });
});
