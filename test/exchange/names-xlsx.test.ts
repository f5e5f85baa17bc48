import { expect, test } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { textOf, unzip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { NamedFormula, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const namedFormulas: readonly NamedFormula[] = [
  { name: 'rate', formula: '=5%', label: 'of <interest>' },
  { name: 'rate', scope: 'It is', formula: "='It is'!$A$1" },
  { name: 'words', formula: '="a & ""b"""' },
  { name: 'both', formula: "=S!$A$1,'It is'!$A$1:$A$2" },
  { name: 'left', formula: '=S!XFD1' },
  { name: 'newest', formula: "=XLOOKUP(S!$A$1,'It is'!$A:$A,'It is'!$B:$B,0)" },
  { name: 'half', formula: '=rate/2' },
  { name: 'XFE1', scope: 'S', formula: '=S!$A$1:$A$2' },
  { name: 'выручка', formula: '={1,2;3,4}' },
];

const document: WorkbookDocument = {
  ...plainDocument(
    {
      S: [
        [1, '=rate*left', '=SUM(XFE1)', '=SUM(XFE1*2)'],
        [2, '=half*4'],
        ['=words', '=SUM(both)', "='It is'!rate"],
      ],
      'It is': [[7, '=rate'], [9, '=newest'], ['=выручка']],
    },
    { plain: 'S!A1:A2', A1048577: 'S!A1' },
  ),
  namedFormulas,
};

test('names of every kind come back from a file of Excel as they were, with the same values', async () => {
  const workbook = Workbook.open(document);
  const bytes = await writeXlsx(workbook);
  const read = await readXlsx(bytes, 'names.xlsx');
  if (!read.ok) throw new Error(read.problem.message);
  expect(read.value.warnings).toEqual([]);
  expect(read.value.document.namedFormulas).toEqual(namedFormulas);
  expect(read.value.document.names.map(({ name }) => name)).toEqual(['plain', 'A1048577']);
  const again = Workbook.open(read.value.document);
  for (const { name } of document.sheets) expect(again.sheetValues(name)).toEqual(workbook.sheetValues(name));
  expect(workbook.sheetValues('S')).toEqual([
    [1, 0.05, 3, 6],
    [2, 0.1],
    ['a & "b"', 17, 7],
  ]);
  workbook.close();
  again.close();
});

test('in the file they stand as Excel writes them, and what works on their arrays is marked', async () => {
  const workbook = Workbook.open(document);
  const bytes = await writeXlsx(workbook);
  workbook.close();
  const parts = await unzip(bytes, zipDirectory(bytes) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  const part = (name: string) => textOf(parts.value.get(name) ?? new Uint8Array());
  const names = part('xl/workbook.xml');
  expect(names).toContain('<definedName name="rate" comment="of &lt;interest&gt;">5%</definedName>');
  expect(names).toContain(`<definedName name="rate" localSheetId="1">'It is'!$A$1</definedName>`);
  expect(names).toContain('>_xlfn.XLOOKUP(');
  expect(part('xl/worksheets/sheet1.xml')).toMatch(/<c r="D1"[^>]*><f t="array"[^>]*>SUM\(XFE1\*2\)/);
  expect(part('xl/worksheets/sheet1.xml')).toContain('<f>SUM(XFE1)</f>');
});

test('the colour of a tab comes back', async () => {
  const [first, ...others] = document.sheets;
  if (!first) throw new Error('There is no sheet');
  const workbook = Workbook.open({ ...document, sheets: [{ ...first, tabColour: '#00B050' }, ...others] });
  const read = await readXlsx(await writeXlsx(workbook), 'tabs.xlsx');
  workbook.close();
  expect(read.ok && read.value.document.sheets.map(({ tabColour }) => tabColour)).toEqual([
    '#00B050',
    undefined,
  ]);
});
