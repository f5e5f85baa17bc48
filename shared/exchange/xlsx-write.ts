import { writeXlsx as writeParts, type CellValue as FileValue, type WriteSheet } from 'hucre/xlsx';
import { absoluteRangeText, cellReference, type Range } from '../workbook/address.ts';
import { errorCodes, isCellError, isFormula, plainText, type Cell, type CellStyle, type CellValue, type ErrorCode, type Sheet } from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { spillsOf, worksOnArrays } from './array-formulas.ts';
import { cellComment } from './cell-comment.ts';
import { toFileFormula } from './formula-text.ts';
import { bodyFont, checkLooks, xlsxLook, type XlsxLook } from './xlsx-look.ts';
import { escapedText } from './xlsx-text.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from './zip.ts';

type FileCell = NonNullable<ReturnType<NonNullable<WriteSheet['cells']>['get']>>;

/** An error in place of a value: the file library knows errors only as text, so a sign that no text holds marks them. */
const errorMark = '\uE0E0';

/**
 * What Excel has for errors that are ours or newer than the format. A formula that depends on itself
 * is `#REF!` until Excel recalculates and says so itself; a result that has no room to spill is
 * `#VALUE!`, which is what Excel writes too.
 */
const fileErrors: Readonly<Partial<Record<ErrorCode, string>>> = { '#CYCLE!': '#REF!', '#SPILL!': '#VALUE!' };

/** Width of a digit of the body font in pixels: Excel measures columns in digits. */
const digitWidth = 7;
const maximumColumnWidth = 255;

/**
 * The workbook as an Excel file: live formulas with the values they have now, names, formats,
 * widths, frozen panes, the look of the cells, lists of choices, and notes and provenance as
 * comments. Excel recalculates it when it opens. The bytes are the whole file.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const { title, names, sheets, styles } = workbook.document;
  const rangeNames = new Set(names.filter(({ range }) => range.top !== range.bottom || range.left !== range.right).map(({ name }) => name.toLowerCase()));
  const file = await writeParts({
    sheets: sheets.map((sheet) => fileSheet(sheet, workbook.sheetValues(sheet.name), styles, rangeNames)),
    namedRanges: names.map((name) => ({ name: name.name, range: absoluteRangeText(name.sheet, name.range), ...(name.label && { comment: escapedText(name.label).slice(0, 255) }) })),
    properties: { title: escapedText(title), creator: 'Roundtrip' },
    defaultFont: bodyFont,
    activeSheet: 0,
  });
  return corrected(file);
}

function fileSheet(
  sheet: Sheet,
  values: readonly (readonly CellValue[])[],
  styles: Readonly<Record<string, CellStyle>>,
  rangeNames: ReadonlySet<string>,
): WriteSheet {
  const looks = new Map<string, XlsxLook>();
  const lookOf = (cell: Cell, style: CellStyle, right: boolean): XlsxLook => {
    const ownFigure = !isFormula(cell.content);
    const key = `${ownFigure}:${right}:${cell.style}`;
    const look = looks.get(key) ?? xlsxLook(right ? { ...style, align: 'right' } : style, !sheet.gridLines, ownFigure);
    looks.set(key, look);
    return look;
  };
  const styleOf = (cell: Cell | null | undefined) => (cell?.style === undefined ? undefined : styles[cell.style]);
  const below = (row: number, column: number) =>
    Array.from({ length: headingReach }, (_, index) => row + 1 + index).map((each) => ({ value: values[each]?.[column] ?? null, style: styleOf(sheet.rows[each]?.[column]) }));
  const spills = spillsOf(sheet, values);
  const cells = new Map<string, FileCell>();
  const choices = new Map<string, Position[]>();
  const checks: Position[] = [];
  const rowCount = Math.max(sheet.rows.length, values.length);
  for (let row = 0; row < rowCount; row++) {
    const columnCount = Math.max(sheet.rows[row]?.length ?? 0, values[row]?.length ?? 0);
    for (let column = 0; column < columnCount; column++) {
      const cell = sheet.rows[row]?.[column] ?? null;
      const value = values[row]?.[column] ?? null;
      if (cell === null && value === null) continue;
      const content = fileContent(cell, value, { row, column }, spills.rangeOf(row, column), (name) => rangeNames.has(name.toLowerCase()));
      const style = styleOf(cell);
      const look = cell && style ? lookOf(cell, style, headsFigures(style, () => below(row, column))) : undefined;
      const comment = cell ? cellComment(cell) : null;
      cells.set(`${row},${column}`, { ...content, ...(look && { style: look }), ...(comment && { comment: { author: 'Roundtrip', text: escapedText(comment) } }) });
      if (style?.choicesName !== undefined) choices.set(style.choicesName, [...(choices.get(style.choicesName) ?? []), { row, column }]);
      if (style?.role === 'check') checks.push({ row, column });
    }
  }
  return {
    name: sheet.name,
    cells,
    columns: sheet.columnWidths.map((pixels) => ({ width: Math.min(maximumColumnWidth, Math.round((pixels / digitWidth) * 256) / 256) })),
    ...((sheet.frozenRows > 0 || sheet.frozenColumns > 0) && { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }),
    view: { showGridLines: sheet.gridLines },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: [...choices].map(([name, positions]) => ({
      type: 'list' as const,
      formula1: name,
      range: cellRanges(positions),
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Not one of the choices',
      errorMessage: 'Choose one of the values in the list.',
    })),
    ...(checks.length > 0 && { conditionalRules: checkRules(cellRanges(checks)) }),
  };
}

interface Position {
  readonly row: number;
  readonly column: number;
}

function fileContent(cell: Cell | null, value: CellValue, { row, column }: Position, spill: Range | undefined, isRangeName: (name: string) => boolean): FileCell {
  const content = cell?.content ?? null;
  if (isFormula(content)) {
    const formula = escapedText(toFileFormula(content));
    const result = cachedValue(value);
    const isArray = spill !== undefined || worksOnArrays(content, isRangeName);
    return {
      formula,
      ...(result !== null && { formulaResult: result }),
      ...(isArray && {
        formulaType: 'array' as const,
        formulaDynamic: true,
        formulaRef: spill ? `${cellReference(spill.top, spill.left)}:${cellReference(spill.bottom, spill.right)}` : cellReference(row, column),
      }),
    };
  }
  if (typeof content === 'string') return textCell(plainText(content));
  // A cell without content has a value when the result of a formula spills over it.
  const own = content ?? value;
  if (isCellError(own)) return { value: fileErrors[own.error] ?? own.error };
  return typeof own === 'string' ? textCell(own) : { value: own };
}

/** Text stays text: the library would write text such as `#N/A` as an error, unless it is a formatted run. */
function textCell(text: string): FileCell {
  const escaped = escapedText(text);
  return text.startsWith('#') ? { value: escaped, richText: [{ text: escaped }] } : { value: escaped };
}

function cachedValue(value: CellValue): FileValue {
  if (isCellError(value)) return errorMark + (fileErrors[value.error] ?? value.error);
  if (typeof value === 'string') return escapedText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return `${errorMark}#NUM!`;
  return value;
}

/** How many rows down a heading looks for the figures it heads. */
const headingReach = 40;

/** Headings stand as the column they head: at the right over figures, unless their style says otherwise. */
function headsFigures(style: CellStyle, below: () => readonly { readonly value: CellValue; readonly style: CellStyle | undefined }[]): boolean {
  if ((style.role !== 'header' && style.role !== 'unit') || style.align !== undefined) return false;
  const first = below().find((cell) => cell.value !== null && cell.value !== '' && cell.style?.role !== 'header' && cell.style?.role !== 'unit');
  // Text in a cell with a number format stands for a figure that is missing.
  return first !== undefined && (typeof first.value === 'number' || (typeof first.value === 'string' && first.style?.format !== undefined));
}

/** Cells as a list of ranges, one for each run down a column. */
function cellRanges(positions: readonly Position[]): string {
  const ranges: { column: number; top: number; bottom: number }[] = [];
  for (const { row, column } of positions) {
    const above = ranges.find((range) => range.column === column && range.bottom === row - 1);
    if (above) above.bottom = row;
    else ranges.push({ column, top: row, bottom: row });
  }
  return ranges
    .map(({ column, top, bottom }) => (top === bottom ? cellReference(top, column) : `${cellReference(top, column)}:${cellReference(bottom, column)}`))
    .join(' ');
}

function checkRules(range: string): NonNullable<WriteSheet['conditionalRules']> {
  return [
    { type: 'cellIs', operator: 'equal', formula: 'TRUE', priority: 1, range, style: checkLooks.holds },
    { type: 'cellIs', operator: 'equal', formula: 'FALSE', priority: 2, range, style: checkLooks.fails },
  ];
}

// What the file library cannot write is put right in the parts it has written.

const markedError = new RegExp(` t="str"(><f[^>]*>[^<]*</f><v>)${errorMark}(${errorCodes.join('|').replaceAll('?', '\\?')})</v>`, 'g');

async function corrected(file: Uint8Array): Promise<Uint8Array> {
  const entries = zipDirectory(file);
  if (!entries) throw new Error('The file library wrote no zip archive');
  const parts = await unzip(file, entries, Infinity);
  if (!parts.ok) throw new Error(`The file library wrote a damaged archive: ${parts.problem.message}`);
  const result = new Map<string, Uint8Array>();
  for (const [name, bytes] of parts.value) {
    if (name.startsWith('xl/worksheets/sheet')) result.set(name, bytesOf(textOf(bytes).replaceAll(markedError, ' t="e"$1$2</v>')));
    else if (/^xl\/comments[0-9]+\.xml$/.test(name)) result.set(name, bytesOf(textOf(bytes).replaceAll('<t>', '<t xml:space="preserve">')));
    else if (name.endsWith('.vml')) {
      const comments = parts.value.get(name.replace(/^xl\/drawings\/vmlDrawing([0-9]+)\.vml$/, 'xl/comments$1.xml'));
      result.set(name, bytesOf(comments ? withRoomyBoxes(textOf(bytes), commentLengths(textOf(comments))) : textOf(bytes)));
    } else result.set(name, bytes);
  }
  return zip(result, true);
}

/** Lines that each comment takes in a box of about forty characters, in the order of the part. */
function commentLengths(comments: string): number[] {
  return [...comments.matchAll(/<t>([^<]*)<\/t>/g)].map(([, text = '']) => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 40)), 0));
}

/** Boxes as tall as their text: the library draws all of them four rows tall. */
function withRoomyBoxes(drawing: string, lines: readonly number[]): string {
  let box = 0;
  return drawing.replaceAll(/width:108pt;height:59\.25pt|<x:Anchor>([0-9]+),15,([0-9]+),2,[0-9]+,31,[0-9]+,4<\/x:Anchor>/g, (_box, column: string | undefined, row: string | undefined) => {
    const height = Math.max(4, (lines[box] ?? 4) + 1);
    if (column === undefined || row === undefined) return `width:216pt;height:${height * 15}pt`;
    box++;
    return `<x:Anchor>${column},15,${row},2,${Number(column) + 3},31,${Number(row) + height},4</x:Anchor>`;
  });
}
