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
      { content: '=SORT(UNIQUE(C1:E1))' },
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
    ['_xlfn.SINGLE(A1:A3)*_xlfn.SINGLE(B7)', '=A2*B7'],
    ['SUMPRODUCT((A1:A3>1)*B1:B3)', '=SUMPRODUCT((A1:A3>1)*B1:B3)'],
    ['LOOKUP(2,1/(A1:A3>1),B1:B3)', '=LOOKUP(2,1/(A1:A3>1),B1:B3)'],
    ['SUM(LARGE(A1:A3,{1,2}))', '=SUM(LARGE(A1:A3,{1,2}))'],
    ['"A1:A3*2"&SUM(A1:A3)', '="A1:A3*2"&SUM(A1:A3)'],
  ])('takes one cell of each range that stands for a value: %s', async (formula, expected) => {
    const { found, warnings } = await readFormulas({ C2: formula });
    expect(found).toStrictEqual([expected]);
    expect(warnings).toStrictEqual([]);
  });

  it.each([
    'A1:B3*2',
    'A5:A7*2',
    'N(A1:A3)',
    'TRANSPOSE(A1:A3)',
    'INDEX(A1:B3,0,1)',
    '{1,2,3}*2',
    'SUMPRODUCT(IF(A1:A3>1,B1:B3,0))',
  ])('is told where Excel may see another value: %s', async (formula) => {
    const { found, warnings } = await readFormulas({ C2: formula, D2: formula });
    expect(found).toStrictEqual([`=${formula}`, `=${formula}`]);
    expect(warnings).toStrictEqual([
      '2 formulas may show other values than in Excel, which takes one cell of a range or array where Roundtrip works on all of it: S!C2, S!D2.',
    ]);
  });

  it('is another than one that the file marks, which keeps its ranges', async () => {
    const { found, warnings } = await readFormulas({ C2: 'A1:A3*_xlfn.SINGLE(B1:B3)' }, true);
    expect(found).toStrictEqual(['=A1:A3*B2']);
    expect(warnings).toStrictEqual([]);
  });
});

describe('formulas that Roundtrip cannot calculate', () => {
  it('are told with their functions and references', async () => {
    const file = await plainFormulas({
      C1: 'TREND(A1:A3,B1:B3,4)+SUM(A1:A3)',
      C2: 'SUM(Table1[Amount])',
      C3: '[1]Sheet1!A1*2+TREND(A1:A3)',
      C4: "SUM(S:'My Sheet'!A1)",
      C5: 'SUM(1;2)',
      C6: 'TREND(A1:A3)',
      C7: 'TREND(A1:A3)',
      C8: 'OFFSET(A1,1,0)+SUM(OFFSET(A1,0,0,3,1))',
      C9: 'OFFSET(A1,B1,0)',
    });
    const result = await readXlsx(file, 'plan.xlsx', new Set(['SUM']));
    expect(result.ok && result.value.warnings).toStrictEqual([
      "7 formulas use what Roundtrip cannot calculate: TREND (S!C1, S!C3, S!C6 and 1 more), Table1[Amount] (S!C2), [1]Sheet1!A1 (S!C3), S:'My Sheet'!A1 (S!C4), OFFSET (S!C9).",
      '1 formula does not read and shows an error: S!C5.',
    ]);
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
