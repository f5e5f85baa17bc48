import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import { small } from '../fixtures/small-workbooks.ts';
import { exported, problem, withPart, plainFormulas, unzipped } from './excel-files.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const smallFile = await exported(small);

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
    ['a bare sign', (text: string) => text.replace('<v>', '<v>&')],
    ['another kind of part', () => '<?xml version="1.0"?><!-- <worksheet> --><chartsheet/>'],
    [
      'a relation that is missing',
      (text: string) => text.replace('</worksheet>', '<legacyDrawing r:id="rId1"/>$&'),
    ],
  ])('is refused with the part that holds %s', async (_what, edit) => {
    const found = await problem(await withPart(await plainFormulas({}), sheet, edit));
    expect(found.code).toBe('damaged-file');
    expect(found.message).toContain(sheet);
  });

  it.each([
    ['xl/styles.xml', 'Its part "xl/styles.xml" is missing.'],
    ['xl/comments1.xml', 'Its part "xl/comments1.xml" is missing.'],
    ['xl/worksheets/_rels/sheet1.xml.rels', 'Its part "xl/worksheets/sheet1.xml" asks for "rId'],
  ])('is refused without its part %s', async (part, message) => {
    const document = plainDocument({ S: [[1, 2]] });
    const sheets = document.sheets.map((one) => ({ ...one, rows: [[{ content: 1, note: 'A note' }]] }));
    const parts = await unzipped(await exported({ ...document, sheets }));
    expect([...parts.keys()]).toContain(part);
    const found = await problem(await zip(new Map([...parts].filter(([name]) => name !== part)), false));
    expect(found.code).toBe('damaged-file');
    expect(found.message).toContain(message);
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
