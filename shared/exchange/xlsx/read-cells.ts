import { contains, maximumColumns, maximumRows, parseReference, type Range } from '../../workbook/address.ts';
import {
  maximumColumnWidth,
  standardColumnWidth,
  textContent,
  type Cell,
  type CellContent,
  type Sheet,
} from '../../workbook/document.ts';
import type { FileCell, FileSheet } from './file-workbook.ts';
import { attribute } from './sheet-parts.ts';
import type { StyleReader } from './read-style.ts';

/** Pixels of a digit of Excel's usual font. */
const digitWidth = 7;

/** The cells of a sheet, with its widths and frozen panes. `formulas` are by `row,column`; `choices` are the cells that offer a list, `xml` is the part of the sheet. */
export function readCells(
  sheet: FileSheet,
  styles: StyleReader,
  formulas: ReadonlyMap<string, string>,
  choices: readonly Range[],
  xml: string,
): Sheet {
  const gridLines = sheet.view?.showGridLines !== false;
  const spilled = [...(sheet.cells?.values() ?? [])].flatMap((cell) => {
    const range =
      cell.formulaType === 'array' && cell.formulaRef ? parseReference(cell.formulaRef)?.range : undefined;
    return range && (range.top !== range.bottom || range.left !== range.right) ? [range] : [];
  });
  let lastColumn = -1;
  const rows: (Cell | null)[][] = [];
  for (const [row, width] of usedColumns(sheet).entries()) {
    const values = sheet.rows[row] ?? [];
    const cells: (Cell | null)[] = [];
    const rowChoices = choices.filter(({ top, bottom }) => row >= top && row <= bottom);
    for (let column = 0; column < width; column++) {
      const formula = formulas.get(`${row},${column}`);
      const covered = formula === undefined && spilled.some((range: Range) => contains(range, row, column));
      cells.push(
        readCell(
          sheet.cells?.get(`${row},${column}`),
          covered ? null : (values[column] ?? null),
          formula,
          rowChoices.some((range) => contains(range, row, column)),
          { styles, page: !gridLines },
        ),
      );
    }
    while (cells.at(-1) === null) cells.pop();
    lastColumn = Math.max(lastColumn, cells.length - 1);
    rows.push(cells);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return {
    name: sheet.name,
    rows,
    columnWidths: columnWidths(sheet, lastColumn, usualWidth(xml)),
    frozenRows: frozenLines(sheet.freezePane?.rows, maximumRows),
    frozenColumns: frozenLines(sheet.freezePane?.columns, maximumColumns),
    gridLines,
  };
}

/** The width of the columns of which a file says nothing, in pixels: its own, or as many digits as it says, which Excel rounds up. */
function usualWidth(xml: string): number {
  const [tag = ''] = /<(?:\w+:)?sheetFormatPr\s[^>]*>/.exec(xml) ?? [];
  const width = Number(attribute(tag, 'defaultColWidth'));
  if (width > 0) return pixelsOf(width);
  const digits = Number(attribute(tag, 'baseColWidth') ?? 8);
  return Math.ceil(((digits >= 0 ? Math.min(255, digits) : 8) * digitWidth + 5) / 8) * 8;
}

function pixelsOf(width: number): number {
  return Math.min(maximumColumnWidth, Math.round(width * digitWidth));
}

/**
 * Of the columns that are shown and have a width of their own, and of those with cells where the usual width
 * is another than here.
 */
function columnWidths({ columns = [] }: FileSheet, lastColumn: number, usual: number): number[] {
  const ofColumns = columns.slice(0, maximumColumns);
  const last = ofColumns.findLastIndex(({ width, hidden }) => width !== undefined && width > 0 && !hidden);
  const count = Math.max(usual === standardColumnWidth ? 0 : lastColumn + 1, last + 1);
  return Array.from({ length: count }, (_, column) => {
    const width = ofColumns[column]?.width;
    // A hidden column may have no width of its own.
    return width === undefined || !(width > 0) ? usual : pixelsOf(width);
  });
}

/** At least one line is left to scroll. */
function frozenLines(count: number | undefined, most: number): number {
  return Math.min(most - 1, Math.floor(count ?? 0));
}

/**
 * Columns used in each row, comments and looks included: cells with nothing else stand outside the rows of
 * values, and nothing has checked yet that they lie on the sheet.
 */
function usedColumns(sheet: FileSheet): number[] {
  const used = sheet.rows.map((row) => row.length);
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (
      (!cell.comment && !cell.style) ||
      !(row >= 0 && row < maximumRows && column >= 0 && column < maximumColumns)
    )
      continue;
    while (used.length <= row) used.push(0);
    used[row] = Math.max(used[row] ?? 0, column + 1);
  }
  return used;
}

function readCell(
  cell: FileCell | undefined,
  value: FileCell['value'],
  formula: string | undefined,
  isChoice: boolean,
  { styles, page }: { readonly styles: StyleReader; readonly page: boolean },
): Cell | null {
  const content = formula ?? readContent(cell, value);
  const note = cell?.comment?.text;
  const style = styles.keyOf({ style: cell?.style, content, isChoice, page });
  if (content === null && style === undefined && !note) return null;
  return { content, ...(style !== undefined && { style }), ...(note && { note }) };
}

function readContent(cell: FileCell | undefined, value: FileCell['value']): CellContent | null {
  if (value === null) return null;
  if (value instanceof Date) throw new Error(`A date was read as a date: ${value.toISOString()}`);
  if (cell?.type === 'error') return `=${String(value)}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return '=#NUM!';
  return typeof value === 'string' ? textContent(value) : value;
}
