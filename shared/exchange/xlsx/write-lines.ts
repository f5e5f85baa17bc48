import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import { standardColumnWidth, type Sheet } from '../../workbook/document.ts';
import type { LineGroups } from '../../workbook/line-groups.ts';
import { rowsOutOfSight } from '../../workbook/filter/rows-out-of-sight.ts';
import { spanAt } from '../../workbook/line-spans.ts';
import { isSummaryFirst } from '../../workbook/structure/sheet-lines.ts';

/* What a file says of whole rows and columns. The file library knows rows with cells only. */

/** Width of a digit of the body font in pixels: Excel measures columns in digits. */
const digitWidth = 7;
const maximumColumnWidth = 255;
/** CSS pixels of a point. */
export const pixelsPerPoint = 4 / 3;

const defaultFormat = '<sheetFormatPr defaultRowHeight="15"/>';
/** Columns without a width are as wide as here, where Excel's own are narrower. */
const defaultWidth = ` defaultColWidth="${digitsOf(standardColumnWidth)}"`;

/**
 * The part of a sheet with its columns and rows as they are: how wide and how high, whether they are
 * hidden, and their groups. `fitted` holds the heights in points of rows that are as high as their
 * cells need.
 */
export function withLines(xml: string, sheet: Sheet, fitted: ReadonlyMap<number, number>): string {
  const [rowLevel, columnLevel] = [deepest(sheet.rowGroups), deepest(sheet.columnGroups)];
  const attributes = [
    defaultWidth,
    tailOf(sheet) === undefined ? '' : ' zeroHeight="1"',
    rowLevel === 0 ? '' : ` outlineLevelRow="${rowLevel}"`,
    columnLevel === 0 ? '' : ` outlineLevelCol="${columnLevel}"`,
  ];
  const format = defaultFormat.replace('/>', `${attributes.join('')}/>`);
  const outlined = withOutlineProperties(xml, sheet);
  return withRows(
    outlined.replace(defaultFormat, format + columnElements(sheet)),
    rowElements(sheet, fitted),
  );
}

/** The part with where the lines stand that sum groups up, where that is not as usual. */
function withOutlineProperties(xml: string, sheet: Sheet): string {
  const properties = [
    isSummaryFirst(sheet, 'rows') ? ' summaryBelow="0"' : '',
    isSummaryFirst(sheet, 'columns') ? ' summaryRight="0"' : '',
  ].join('');
  if (properties === '') return xml;
  // The library writes how a page is set up there, which stands behind it.
  const whole = xml.includes('<sheetPr>') ? xml : xml.replace('<dimension', '<sheetPr></sheetPr>$&');
  return whole.replace('<sheetPr>', `$&<outlinePr${properties}/>`);
}

/** A width in pixels as files have it. */
function digitsOf(pixels: number): number {
  return Math.min(maximumColumnWidth, Math.round((pixels / digitWidth) * 256) / 256);
}

function deepest(groups: LineGroups = []): number {
  return groups.reduce((most, { level }) => Math.max(most, level), 0);
}

/** What the lines of an axis say of groups: how deep each lies, and that those beside it, which it sums up, are collapsed. */
function groupAttributes(groups: LineGroups = [], isFirst: boolean): Map<number, string> {
  const levels = new Map<number, number>();
  for (const { first, last, level } of groups)
    for (let line = first; line <= last; line++) levels.set(line, Math.max(level, levels.get(line) ?? 0));
  const attributes = new Map([...levels].map(([line, level]) => [line, ` outlineLevel="${level}"`]));
  const ends = new Set(
    groups.flatMap(({ first, last, collapsed }) => (collapsed ? [isFirst ? first - 1 : last + 1] : [])),
  );
  for (const line of ends) attributes.set(line, `${attributes.get(line) ?? ''} collapsed="1"`);
  return attributes;
}

/** Where the rows begin that are hidden down to the last; undefined where it is shorter to list them. */
function tailOf(sheet: Sheet): number | undefined {
  const last = rowsOutOfSight(sheet).at(-1);
  return last?.last === maximumRows - 1 && last.first < maximumRows / 2 ? last.first : undefined;
}

function columnElements(sheet: Sheet): string {
  const { columnWidths, hiddenColumns = [], columnGroups } = sheet;
  const inGroups = groupAttributes(columnGroups, isSummaryFirst(sheet, 'columns'));
  const count = Math.min(
    maximumColumns,
    Math.max(
      columnWidths.length,
      (hiddenColumns.at(-1)?.last ?? -1) + 1,
      ...[...inGroups.keys()].map((column) => column + 1),
    ),
  );
  const elements: { attributes: string; first: number; last: number }[] = [];
  for (let column = 0; column < count; column++) {
    const attributes = [
      ` width="${digitsOf(columnWidths[column] ?? standardColumnWidth)}"`,
      column < columnWidths.length ? ' customWidth="1"' : '',
      spanAt(hiddenColumns, column) ? ' hidden="1"' : '',
      inGroups.get(column) ?? '',
    ].join('');
    const before = elements.at(-1);
    if (before?.attributes === attributes) before.last = column;
    else elements.push({ attributes, first: column, last: column });
  }
  if (elements.length === 0) return '';
  const texts = elements.map(
    ({ attributes, first, last }) => `<col min="${first + 1}" max="${last + 1}"${attributes}/>`,
  );
  return `<cols>${texts.join('')}</cols>`;
}

/** What is said of rows, by row in their order. */
function rowElements(sheet: Sheet, fitted: ReadonlyMap<number, number>): Map<number, string> {
  const tail = tailOf(sheet) ?? Infinity;
  const rows = new Map<number, string>();
  const add = (row: number, attribute: string) => rows.set(row, (rows.get(row) ?? '') + attribute);
  // Where other rows are hidden, each that is not must be listed.
  if (tail < Infinity) for (let row = 0; row < tail; row++) add(row, '');
  const { rowHeights = [] } = sheet;
  for (const [row, height] of fitted) if (!spanAt(rowHeights, row)) add(row, ` ht="${height}"`);
  for (const { first, last, height } of rowHeights)
    for (let row = first; row <= last && row < tail; row++)
      add(row, ` ht="${Math.round((height / pixelsPerPoint) * 100) / 100}" customHeight="1"`);
  for (const { first, last } of rowsOutOfSight(sheet))
    for (let row = first; row <= last && row < tail; row++) add(row, ' hidden="1"');
  for (const [row, attributes] of groupAttributes(sheet.rowGroups, isSummaryFirst(sheet, 'rows')))
    if (row >= 0 && row < maximumRows) add(row, attributes);
  // A row of which the file says something is hidden only where it says so.
  if (tail < Infinity) for (const row of rows.keys()) if (row >= tail) add(row, ' hidden="1"');
  return new Map([...rows].toSorted(([one], [other]) => one - other));
}

function withRows(xml: string, rows: ReadonlyMap<number, string>): string {
  if (rows.size === 0) return xml;
  const waiting = [...rows];
  let next = 0;
  const emptyRows = (before: number): string => {
    let text = '';
    for (; (waiting[next]?.[0] ?? Infinity) < before; next++)
      text += `<row r="${(waiting[next]?.[0] ?? 0) + 1}"${waiting[next]?.[1] ?? ''}/>`;
    return text;
  };
  return xml
    .replace(/<sheetData\s*\/>/, '<sheetData></sheetData>')
    .replaceAll(/<row r="(\d+)"|<\/sheetData>/g, (tag, number: string | undefined) => {
      if (number === undefined) return emptyRows(Infinity) + tag;
      const row = Number(number) - 1;
      const before = emptyRows(row);
      if (waiting[next]?.[0] === row) next++;
      return before + tag + (rows.get(row) ?? '');
    });
}
