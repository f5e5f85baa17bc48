import { writeXlsx as writeFile } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { FileColours } from '../../shared/exchange/xlsx/file-colours.ts';
import { cellRoles, type Cell, type CellStyle } from '../../shared/workbook/document.ts';
import { lineKinds } from '../../shared/workbook/look.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { bytesOf } from '../../shared/exchange/xlsx/zip.ts';

/** The styles that cells in column A have after an export and an import. */
async function exchanged(cells: readonly (readonly [content: Cell['content'], style: CellStyle])[]) {
  const workbook = Workbook.open({
    title: 'Looks',
    styles: Object.fromEntries(cells.map(([, style], row) => [`s${row}`, style])),
    names: [],
    sheets: [
      {
        name: 'S',
        rows: cells.map(([content], row) => [{ content, style: `s${row}` }]),
        columnWidths: [88],
        frozenRows: 0,
        frozenColumns: 0,
        gridLines: true,
      },
    ],
  });
  const read = await readXlsx(await writeXlsx(workbook), 'looks.xlsx');
  workbook.close();
  if (!read.ok) throw new Error(read.problem.message);
  const { sheets, styles } = read.value.document;
  return cells.map((_, row) => styles[sheets[0]?.rows[row]?.[0]?.style ?? '']);
}

describe('looks in our own exports', () => {
  test('come back with the role that they had', async () => {
    const cells = [
      [12, { role: 'input', format: '0%' }],
      ['=A2', { role: 'link' }],
      ['=A2+1', { role: 'total', format: '0.0' }],
      ['words', { role: 'label' }],
      ['bn', { role: 'unit' }],
      ['Part', { role: 'section' }],
      ['Revenue', { role: 'header' }],
    ] as const;
    expect(await exchanged(cells)).toEqual(cells.map(([, style]) => style));
  });

  test('keep every part that was chosen', async () => {
    const parts: CellStyle[] = [
      { role: 'input', italic: true },
      { role: 'input', underline: 'single' },
      { role: 'input', underline: 'double' },
      { role: 'input', strikethrough: true },
      { role: 'input', textSize: 14.5 },
      { role: 'input', vertical: 'bottom' },
      { role: 'input', align: 'right', indent: 2 },
      { role: 'input', borderTop: { line: 'double' }, borderLeft: { line: 'hair', colour: '#C00000' } },
      ...lineKinds.map((line): CellStyle => ({ role: 'input', borderBottom: { line } })),
      ...lineKinds.map((line): CellStyle => ({ role: 'input', borderRight: { line, colour: '#00B050' } })),
    ];
    expect(await exchanged(parts.map((style) => [1, style]))).toEqual(parts);
  });

  test('keep colours, whatever the role is then', async () => {
    const style: CellStyle = { role: 'calculation', textColour: '#C00000', fillColour: '#FFFF00' };
    expect(await exchanged([['=1', style]])).toEqual([style]);
    expect(await exchanged([[null, style]])).toEqual([style]);
    const lined: CellStyle = { role: 'calculation', borderTop: { line: 'thin' } };
    expect(await exchanged([['text', lined]])).toEqual([lined]);
    const dark: CellStyle = { role: 'calculation', fillColour: '#002060' };
    expect(await exchanged([['=1', dark]])).toEqual([dark]);
    const large: CellStyle = { role: 'input', textSize: 24, fillColour: 'none' };
    expect(await exchanged([[1, large]])).toEqual([large]);
  });

  test('of every role are written without a fault', async () => {
    const styles = cellRoles.map((role): CellStyle => ({ role, fillColour: 'none', strong: false }));
    const read = await exchanged(styles.map((style) => ['=1', style]));
    for (const style of read) expect(style?.fillColour ?? 'none').toBe('none');
  });
});

describe('looks in files of others', () => {
  const cell = (style: object) => ({ value: 'x', style });
  async function readStyles(styles: readonly object[]) {
    const bytes = await writeFile({
      sheets: [{ name: 'S', cells: new Map(styles.map((style, row) => [`${row},0`, cell(style)])) }],
    });
    const read = await readXlsx(bytes, 'theirs.xlsx');
    if (!read.ok) throw new Error(read.problem.message);
    const { sheets, styles: found } = read.value.document;
    return styles.map((_, row) => found[sheets[0]?.rows[row]?.[0]?.style ?? '']);
  }
  const solid = (fgColor: object) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor } });

  test('have the colours that they count in the theme or the old palette', async () => {
    const styles = await readStyles([
      solid({ theme: 4 }),
      solid({ theme: 4, tint: 0.7999816888943144 }),
      solid({ theme: 4, tint: -0.249977111117893 }),
      solid({ theme: 0, tint: -0.0499893185216834 }),
      solid({ indexed: 13 }),
      solid({ rgb: 'FFC000' }),
    ]);
    expect(styles.map((style) => style?.fillColour)).toEqual([
      '#4472C4',
      '#DAE3F3',
      '#2F5597',
      '#F2F2F2',
      '#FFFF00',
      '#FFC000',
    ]);
  });

  test('have no colour of their own where text and lines are automatic', async () => {
    const font = (color: object) => ({ font: { name: 'Arial', size: 11, italic: true, color } });
    const styles = await readStyles([
      font({ theme: 1 }),
      font({ indexed: 64 }),
      { border: { top: { style: 'thin', color: { indexed: 64 } } } },
      { border: { top: { style: 'thin' }, bottom: { style: 'medium', color: { rgb: 'FF0000' } } } },
    ]);
    expect(styles).toEqual([
      { role: 'label', italic: true },
      { role: 'label', italic: true },
      { role: 'label', borderTop: { line: 'thin' } },
      { role: 'label', borderTop: { line: 'thin' }, borderBottom: { line: 'medium', colour: '#FF0000' } },
    ]);
  });

  test('have text as much larger than ours as than theirs', async () => {
    const sized = (size: number) => ({ font: { name: 'Calibri', size, italic: true } });
    const styles = await readStyles([sized(11), sized(22), sized(1000)]);
    expect(styles.map((style) => style?.textSize)).toEqual([undefined, 22, undefined]);
  });

  test('may bring a palette of their own', () => {
    const styles =
      '<styleSheet><colors><indexedColors><rgbColor rgb="00112233"/></indexedColors></colors></styleSheet>';
    const colours = new FileColours(undefined, new Map([['xl/styles.xml', bytesOf(styles)]]));
    expect(colours.of({ indexed: 0 })).toBe('#112233');
    expect(colours.of({ indexed: 1 })).toBeUndefined();
    expect(colours.of({ theme: 99 })).toBeUndefined();
  });
});
