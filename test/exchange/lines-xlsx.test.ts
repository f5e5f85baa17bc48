import { expect, test } from 'vitest';
import { unzip, zip, bytesOf, textOf, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import type { Sheet } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

/* What an Excel file says of whole rows and columns. */

/** The file of a workbook with one sheet of two rows, whose lines are as given. */
async function written(lines: Partial<Sheet>): Promise<Uint8Array> {
  const plain = plainDocument({ S: [[1, 2], [3], [], [4]] });
  const workbook = Workbook.open({
    ...plain,
    sheets: plain.sheets.map((sheet) => ({ ...sheet, ...lines })),
  });
  const file = await writeXlsx(workbook);
  workbook.close();
  return file;
}

async function read(file: Uint8Array): Promise<Sheet> {
  const contents = await readXlsx(file, 'lines.xlsx');
  if (!contents.ok) throw new Error(contents.problem.message);
  const [sheet] = contents.value.document.sheets;
  if (!sheet) throw new Error('There is no sheet');
  return sheet;
}

/** The file with the part of its sheet changed, and that part as it was. */
async function withSheetPart(
  file: Uint8Array,
  change: (xml: string) => string = (xml) => xml,
): Promise<{ readonly file: Uint8Array; readonly xml: string }> {
  const name = 'xl/worksheets/sheet1.xml';
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  const xml = textOf(parts.value.get(name) ?? new Uint8Array());
  return { file: await zip(new Map([...parts.value, [name, bytesOf(change(xml))]]), false), xml };
}

test('hidden rows and columns are hidden in the file, also where they hold nothing', async () => {
  const lines = {
    hiddenRows: [
      { first: 1, last: 2 },
      { first: 6, last: 7 },
    ],
    hiddenColumns: [
      { first: 1, last: 1 },
      { first: 4, last: 5 },
    ],
  };
  const file = await written(lines);
  const { xml } = await withSheetPart(file);
  expect(xml).toContain('<row r="2" hidden="1"><c r="A2"');
  expect(xml).toContain('<row r="3" hidden="1"/><row r="4"><c');
  expect(xml).toContain('<row r="7" hidden="1"/><row r="8" hidden="1"/></sheetData>');
  expect(xml).toContain('<col min="5" max="6" width="12.5703125" hidden="1"/>');
  expect(await read(file)).toMatchObject(lines);
});

test('rows that are hidden down to the last are not listed one by one', async () => {
  const lines = {
    hiddenRows: [
      { first: 1, last: 1 },
      { first: 5, last: 1_048_575 },
    ],
  };
  const file = await written(lines);
  const { xml } = await withSheetPart(file);
  expect(xml).toContain('zeroHeight="1"');
  expect([...xml.matchAll(/<row /g)]).toHaveLength(5);
  expect((await read(file)).hiddenRows).toEqual(lines.hiddenRows);
});

test('columns that are hidden to the last stay so', async () => {
  const { file } = await withSheetPart(await written({}), (xml) =>
    xml.replace(
      '<sheetData>',
      '<cols><col min="2" max="2" width="0" hidden="1"/><col min="4" max="16384" width="9" hidden="1"/></cols><sheetData>',
    ),
  );
  expect(await read(file)).toMatchObject({
    hiddenColumns: [
      { first: 1, last: 1 },
      { first: 3, last: 16_383 },
    ],
    columnWidths: [],
  });
});

test('columns without a width are as wide in the file as here, and as a file says where they are used', async () => {
  const file = await written({});
  expect((await withSheetPart(file)).xml).toContain('defaultColWidth="12.5703125"');
  expect((await read(file)).columnWidths).toEqual([]);
  const usual = async (attributes: string) => {
    const other = await withSheetPart(file, (xml) =>
      xml.replace(/<sheetFormatPr[^>]*>/, `<sheetFormatPr defaultRowHeight="15"${attributes}/>`),
    );
    return (await read(other.file)).columnWidths;
  };
  expect(await usual('')).toEqual([64, 64]);
  expect(await usual(' baseColWidth="10"')).toEqual([80, 80]);
  expect(await usual(' baseColWidth="8" defaultColWidth="8.5390625"')).toEqual([60, 60]);
  expect(await usual(' defaultColWidth="0"')).toEqual([64, 64]);
  expect(await usual(' defaultColWidth="wide"')).toEqual([64, 64]);
});

test('columns beyond the last cell keep the widths that they have, within the limits of Excel', async () => {
  const columnWidths = [64, 88, 64, 140];
  expect((await read(await written({ columnWidths }))).columnWidths).toEqual(columnWidths);
  const { file } = await withSheetPart(await written({}), (xml) =>
    xml.replace('<sheetData>', '<cols><col min="1" max="1" width="9999" customWidth="1"/></cols><sheetData>'),
  );
  expect((await read(file)).columnWidths).toEqual([1790]);
});

test.each([
  ['9999', 400],
  ['1', 10],
  ['0', undefined],
  ['-50', 10],
])('a zoom of %s is brought into the bounds of Excel', async (zoomScale, zoom) => {
  const { file } = await withSheetPart(await written({ zoom: 85 }), (xml) =>
    xml.replace('zoomScale="85"', `zoomScale="${zoomScale}"`),
  );
  expect((await read(file)).zoom).toBe(zoom);
});

test('frozen panes leave a line to scroll', async () => {
  const { file } = await withSheetPart(await written({ frozenRows: 2, frozenColumns: 1 }), (xml) =>
    xml.replace('xSplit="1"', 'xSplit="99999"').replace('ySplit="2"', 'ySplit="99999999"'),
  );
  expect(await read(file)).toMatchObject({ frozenRows: 1_048_575, frozenColumns: 16_383 });
});

test('heights that a person gave are heights in the file, and fitted ones are not', async () => {
  const lines = {
    rowHeights: [
      { first: 1, last: 2, height: 40 },
      { first: 8, last: 8, height: 22.5 },
    ],
  };
  const file = await written(lines);
  const { xml } = await withSheetPart(file);
  expect(xml).toContain('<row r="2" ht="30" customHeight="1"><c');
  expect(xml).toContain('<row r="9" ht="16.88" customHeight="1"/></sheetData>');
  expect((await read(file)).rowHeights).toEqual([lines.rowHeights[0], { first: 8, last: 8, height: 22.51 }]);
});

test('groups have levels in the file, and the line after a collapsed one says so', async () => {
  const lines = {
    rowGroups: [
      { first: 0, last: 5, level: 1 },
      { first: 1, last: 2, level: 2, collapsed: true as const },
    ],
    hiddenRows: [{ first: 1, last: 2 }],
    columnGroups: [{ first: 3, last: 4, level: 1 }],
  };
  const file = await written(lines);
  const { xml } = await withSheetPart(file);
  expect(xml).toContain(
    '<sheetFormatPr defaultRowHeight="15" defaultColWidth="12.5703125" outlineLevelRow="2" outlineLevelCol="1"/><cols>',
  );
  expect(xml).toContain('<row r="3" hidden="1" outlineLevel="2"/>');
  expect(xml).toContain('<row r="4" outlineLevel="1" collapsed="1"><c');
  expect(await read(file)).toMatchObject(lines);
});

test('groups that are summed up before them come back so, also beside a filter', async () => {
  const lines = {
    rowGroups: [{ first: 1, last: 2, level: 1, collapsed: true as const }],
    hiddenRows: [{ first: 1, last: 2 }],
    columnGroups: [{ first: 0, last: 1, level: 1 }],
    summaryRowsAbove: true as const,
    summaryColumnsLeft: true as const,
  };
  const file = await written(lines);
  const { xml } = await withSheetPart(file);
  expect(xml).toContain(
    '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension',
  );
  expect(xml).toContain('<row r="1" collapsed="1"><c');
  expect(await read(file)).toMatchObject(lines);
  const filter = {
    range: { top: 0, left: 0, bottom: 3, right: 0 },
    columns: [{ column: 0, criterion: { kind: 'values' as const, texts: ['4'], blanks: false } }],
    hiddenRows: [{ first: 1, last: 2 }],
  };
  const both = await written({ filter, summaryRowsAbove: true });
  expect((await withSheetPart(both)).xml).toContain('<sheetPr filterMode="1"><outlinePr summaryBelow="0"/>');
  expect(await read(both)).toMatchObject({ filter, summaryRowsAbove: true });
});

test('a sheet is shown as large as it was', async () => {
  expect((await read(await written({ zoom: 85 }))).zoom).toBe(85);
  expect(await read(await written({}))).not.toHaveProperty('zoom');
});

test('hidden sheets stay hidden, and the file opens on one that is shown', async () => {
  const plain = plainDocument({ Hidden: [[1]], Shown: [['=Hidden!A1']], Deep: [[2]] });
  const states = ['hidden', undefined, 'veryHidden'] as const;
  const workbook = Workbook.open({
    ...plain,
    sheets: plain.sheets.map((sheet, index) => ({
      ...sheet,
      ...(states[index] && { visibility: states[index] }),
    })),
  });
  const contents = await readXlsx(await writeXlsx(workbook), 'hidden.xlsx');
  workbook.close();
  if (!contents.ok) throw new Error(contents.problem.message);
  expect(contents.value.document.sheets.map(({ visibility }) => visibility)).toEqual(states);
});
