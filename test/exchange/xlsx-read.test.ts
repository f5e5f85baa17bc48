import { writeXlsx as writeFile } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { plainText } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { small, smallWithArrays } from '../fixtures/small-workbooks.ts';
import { exported, read, withPart } from './excel-files.ts';

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
        { name: 'good', range: 'Sheet1!$A$2' },
        { name: 'elsewhere', range: "'Other sheet'!$A$1" },
        { name: 'torn', range: 'SUM(' },
      ],
    });
    const { document, warnings } = await read(file);
    expect(document.names.map(({ name }) => name)).toStrictEqual(['good']);
    expect(document.namedFormulas).toBeUndefined();
    expect(warnings).toStrictEqual([
      'The name "elsewhere" was left out: it stands for cells of "Other sheet", which is no sheet of the file.',
      'The name "torn" was left out: it stands for SUM(, which does not read.',
      'The name "good" was left out: it is defined twice.',
    ]);
  });

  it('may hold names of constants, formulas, several ranges, moving cells and one sheet', async () => {
    const formulas = {
      rate: ['rate*2', '=rate*2', '=0.05*2'],
      moving: ['moving', '=moving', '=One!B2'],
      own: ['own+good', '=own+good', '=One!$A$2+good'],
      ofOther: ['Two!own', '=Two!own', '=Two!$A$1'],
      qualified: ['One!GOOD', '=good', '=good'],
      total: ['-total', '=-total', '=-(SUM(One!$A$1:$A$2)+0.05)'],
      both: ['SUM(both)', '=SUM(both)', '=SUM((One!$A$1,One!$A$2))'],
      lost: ['IFERROR(lost,1)', '=IFERROR(lost,1)', '=IFERROR(#REF!,1)'],
      lostCell: [
        'SUM(One!#REF!,#REF!A1)&"One!#REF!"',
        '=SUM(#REF!,#REF!)&"One!#REF!"',
        '=SUM(#REF!,#REF!)&"One!#REF!"',
      ],
      local: ['_xlfn.LET(_xlpm.rate,3,_xlpm.rate*rate)', '=LET(rate,3,rate*0.05)', '=LET(rate,3,rate*0.05)'],
      text: ['"rate"&rate', '="rate"&rate', '="rate"&0.05'],
      digits: ['Sales2024+XFE1', '=Sales2024+XFE1', '=One!$A$1+One!$A$1'],
    };
    const rows = Object.values(formulas);
    const file = await writeFile({
      sheets: [
        {
          name: 'One',
          rows: [[1], [2]],
          cells: new Map(rows.map(([formula = ''], row) => [`${row},2`, { formula }])),
        },
        { name: 'Two', rows: [[7]] },
      ],
      namedRanges: [
        { name: 'good', range: 'One!$A$1' },
        { name: 'rate', range: '0.05', comment: 'of interest' },
        { name: 'moving', range: 'One!XFD1' },
        { name: 'own', range: 'One!$A$2', scope: 'One' },
        { name: 'own', range: 'Two!$A$1', scope: 'Two' },
        { name: 'total', range: 'SUM(One!$A$1:$A$2)+rate' },
        { name: 'both', range: 'One!$A$1,One!$A$2' },
        { name: 'lost', range: '#REF!' },
        { name: 'Sales2024', range: 'One!$A$1' },
        { name: 'XFE1', range: 'One!$A$1' },
        { name: '_xlfn.SINGLE', range: '#NAME?' },
        { name: 'unused', range: '_xlfn.XLOOKUP(1,One!$A:$A,One!$B:$B)' },
      ],
    });
    const { document, warnings } = await read(file);
    const held = document.sheets[0]?.rows.map((row) => row[2]?.content) ?? [];
    expect(held).toStrictEqual(rows.map(([, content]) => content));
    const workbook = Workbook.open(document);
    expect(
      held.map((content, row) => workbook.spelledOut(String(content), { sheet: 'One', row, column: 2 })),
    ).toStrictEqual(rows.map(([, , spelledOut]) => spelledOut));
    workbook.close();
    expect(document.names.map(({ name }) => name)).toStrictEqual(['good', 'Sales2024', 'XFE1']);
    expect(document.namedFormulas?.slice(0, 3)).toStrictEqual([
      { name: 'rate', formula: '=0.05', label: 'of interest' },
      { name: 'moving', formula: '=One!XFD1' },
      { name: 'own', scope: 'One', formula: '=One!$A$2' },
    ]);
    expect(document.namedFormulas?.at(-1)?.formula).toBe('=XLOOKUP(1,One!$A:$A,One!$B:$B)');
    expect(warnings).toStrictEqual([]);
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
