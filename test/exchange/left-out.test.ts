import { writeXlsx as writeFile, type CellStyle } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../shared/exchange/xlsx/zip.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { exported, read, withAddedParts } from './excel-files.ts';

/** The warnings about a file with these looks one below the other in column A. */
async function warnings(...styles: readonly CellStyle[]): Promise<readonly string[]> {
  const cells = new Map(styles.map((style, row) => [`${row},0`, { value: row, style }]));
  const file = await writeFile({ sheets: [{ name: 'My data', cells }] });
  return (await read(file)).warnings;
}

const red = { rgb: 'FF0000' };
const blue = { rgb: '0000FF' };

describe('what of a file has no place here', () => {
  it('is nothing in what we write', async () => {
    const file = await exported(plainDocument({ S: [[1, 'text', '=A1*2']] }));
    expect((await read(file)).warnings).toEqual([]);
  });

  it('is named: fonts', async () => {
    expect(
      await warnings({ font: { name: 'Arial' } }, { font: { name: 'Courier New', bold: true } }),
    ).toContain('Text is shown and exported in one font, Calibri, instead of Arial and Courier New.');
    expect(await warnings({ font: { name: 'calibri', bold: true } })).toEqual([]);
  });

  it('is named with its cells: fills, directions, lines', async () => {
    const solid: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: red } };
    expect(
      await warnings(
        {
          fill: {
            type: 'gradient',
            degree: 90,
            stops: [
              { position: 0, color: red },
              { position: 1, color: blue },
            ],
          },
        },
        solid,
        ...Array.from({ length: 4 }, (): CellStyle => ({
          fill: { type: 'pattern', pattern: 'lightUp', fgColor: red },
        })),
        { alignment: { textRotation: 45 } },
        { alignment: { horizontal: 'centerContinuous' } },
        { alignment: { horizontal: 'center', vertical: 'top' } },
        { border: { diagonal: { style: 'thin' }, diagonalUp: true } },
        { font: { vertAlign: 'superscript' } },
      ),
    ).toEqual([
      "Gradients and patterns of fills were left out: 'My data'!A1, 'My data'!A3, 'My data'!A4 and 2 more.",
      "Text that is turned, shrunk to fit, or spread over its cell or its neighbours stands as other text: 'My data'!A7, 'My data'!A8.",
      "Diagonal borders were left out: 'My data'!A10.",
      "Raised and lowered text stands as other text: 'My data'!A11.",
    ]);
  });

  it('is named with its cells: merged ones, links, parts of texts', async () => {
    const file = await writeFile({
      sheets: [
        {
          name: 'S',
          rows: [['merged', null], ['link'], ['text']],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
          protection: { sheet: true },
          cells: new Map([
            ['1,0', { hyperlink: { target: 'https://example.com' } }],
            ['2,0', { richText: [{ text: 'one ' }, { text: 'two', font: { bold: true } }] }],
          ]),
        },
      ],
    });
    const { document, warnings: told } = await read(file);
    expect(told).toEqual([
      'Looks of parts of a text were left out: S!A3.',
      'Links were left out, their texts kept: S!A2.',
      'Merged cells were taken apart, their content is in the first of them: S!A1:B1.',
      'Sheets are no longer protected: S.',
    ]);
    expect(document.sheets[0]?.rows[2]?.[0]?.content).toBe('one two');
  });

  it('is named: charts, pictures, macros', async () => {
    const file = await exported(plainDocument({ S: [[1]] }));
    const parts = ['xl/charts/chart1.xml', 'xl/media/image1.png', 'xl/vbaProject.bin'];
    const others = await withAddedParts(file, new Map(parts.map((part) => [part, bytesOf('<a/>')])));
    expect((await read(others)).warnings).toEqual(['Its charts, pictures and macros were left out.']);
  });
});
