import fc from 'fast-check';
import { writeXlsx as writeFile } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
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
    expect(
      document.names.map(({ name, sheet, range, label }) => ({ name, sheet, range, label })),
    ).toStrictEqual(small.names.map(({ name, sheet, range, label }) => ({ name, sheet, range, label })));
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
