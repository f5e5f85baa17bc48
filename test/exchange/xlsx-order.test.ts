import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { textOf, unzip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { workbookDocuments } from './any-document.ts';

/* Excel takes a file for damaged where the parts of an element stand in another order than the format has them. */

const orders: Readonly<Record<string, readonly string[]>> = {
  worksheet: [
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetProtection',
    'autoFilter',
    'mergeCells',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'drawing',
    'legacyDrawing',
    'tableParts',
    'extLst',
  ],
  workbook: ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr', 'extLst'],
  styleSheet: [
    'numFmts',
    'fonts',
    'fills',
    'borders',
    'cellStyleXfs',
    'cellXfs',
    'cellStyles',
    'dxfs',
    'tableStyles',
    'colors',
    'extLst',
  ],
  dxf: ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection'],
  border: ['left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'],
  xf: ['alignment', 'protection'],
  dataValidation: ['formula1', 'formula2'],
  cfRule: ['formula', 'colorScale', 'dataBar', 'iconSet', 'extLst'],
  colorScale: ['cfvo', 'color'],
  dataBar: ['cfvo', 'color'],
};

/** What stands out of order in a part, with the element that holds it. */
function disorder(xml: string): string[] {
  const open: { readonly name: string; place: number }[] = [];
  const found: string[] = [];
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (end) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const parent = open.at(-1);
    const order = parent && orders[parent.name];
    if (parent && order) {
      const place = order.indexOf(name);
      if (place < parent.place) found.push(`${parent.name} ${name}`);
      parent.place = place;
    }
    if (!alone) open.push({ name, place: 0 });
  }
  expect(open).toEqual([]);
  return found;
}

test('all that a file holds stands in the order of its format, and opens', async () => {
  await fc.assert(
    fc.asyncProperty(workbookDocuments, async (document) => {
      const workbook = Workbook.open(document);
      const file = await writeXlsx(workbook);
      workbook.close();
      const entries = zipDirectory(file);
      const parts = entries && (await unzip(file, entries, Infinity));
      if (!parts?.ok) throw new Error('The file is no archive');
      const read = await readXlsx(file, 'any.xlsx');
      expect(read.ok ? read.value.document.sheets.map(({ name }) => name) : read.problem).toEqual(
        document.sheets.map(({ name }) => name),
      );
      for (const [name, bytes] of parts.value)
        if (/^xl\/(?:workbook|styles|worksheets\/[^/]*)(?:\.xml)?$/.test(name))
          expect(disorder(textOf(bytes)), name).toEqual([]);
    }),
    { numRuns: 25, seed: 5 },
  );
});
