import { writeXlsx as writeParts, type CellStyle as FileStyle, type WriteSheet } from 'hucre/xlsx';
import { absoluteRangeText, rangeReference, type Range } from '../../workbook/address.ts';
import {
  isFormula,
  standardColumnWidth,
  type Cell,
  type CellStyle,
  type CellValue,
  type NamedFormula,
  type Sheet,
} from '../../workbook/document.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { worksOnArrays } from './array-formulas.ts';
import { cellComment } from './cell-comment.ts';
import { fileContent, type FileCell, type Position } from './write-content.ts';
import { isBeyondExcel } from './excel-limits.ts';
import { toFileFormula } from './formula-text.ts';
import { boundsRule } from './limit-rules.ts';
import { nameComment } from './name-comment.ts';
import { isReadable } from './readable-formula.ts';
import { withSignFunctions } from './reference-signs.ts';
import { rowHeight } from './row-height.ts';
import { filterName } from './write-filter.ts';
import { author, bodyFont, checkLooks, xlsxLook } from './xlsx-look.ts';
import { fileRule, isWritable } from './conditional-rules.ts';
import { correctedXlsx, type SheetLines } from './xlsx-corrections.ts';
import { validationsElement } from './write-validations.ts';
import { escapedText } from './xlsx-text.ts';

/** Wider sheets are printed over several pages: fitted to one, they could not be read. In pixels. */
const widestPage = 2000;

/**
 * The workbook as an Excel file: live formulas with the values they have now, names, formats,
 * widths, frozen panes, the look of the cells, data validations, and notes and provenance as
 * comments. Excel recalculates it when it opens. The bytes are the whole file.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const { title, names, namedFormulas = [], sheets, styles } = workbook.document;
  const rangeNames = new Set(
    names
      .filter(({ range }) => range.top !== range.bottom || range.left !== range.right)
      .map(({ name }) => name.toLowerCase()),
  );
  const written = sheets.map((sheet) => fileSheet(sheet, workbook, styles, rangeNames));
  const file = await writeParts({
    sheets: written.map((sheet) => sheet.file),
    namedRanges: [
      ...names.map((name) => {
        const comment = nameComment(name);
        return {
          name: name.name,
          range: absoluteRangeText(name.sheet, name.range),
          ...(comment !== undefined && { comment: escapedText(comment) }),
        };
      }),
      ...namedFormulas.filter(isWritableName).map(fileName),
      ...sheets.flatMap(({ name, filter }) =>
        filter ? [{ name: filterName, range: absoluteRangeText(name, filter.range), scope: name }] : [],
      ),
    ],
    properties: { title: escapedText(title), creator: author },
    defaultFont: bodyFont,
    activeSheet: sheets.findIndex(({ visibility }) => !visibility),
  });
  return correctedXlsx(file, written);
}

/** Whether Excel reads what a name stands for; several ranges stand in brackets where it is used. */
function isWritableName({ formula }: NamedFormula): boolean {
  return isReadable(`=(${formula.slice(1)})`) && !isBeyondExcel(formula);
}

function fileName({ name, scope, formula, label }: NamedFormula) {
  const comment = nameComment({ ...(label !== undefined && { label }) });
  return {
    name,
    ...(scope !== undefined && { scope }),
    range: escapedText(toFileFormula(withSignFunctions(formula, true))),
    ...(comment !== undefined && { comment: escapedText(comment) }),
  };
}

/** A sheet as the file library takes it, and what it does not take. */
interface WrittenSheet extends SheetLines {
  readonly file: WriteSheet;
}

function fileSheet(
  sheet: Sheet,
  workbook: Workbook,
  styles: Readonly<Record<string, CellStyle>>,
  rangeNames: ReadonlySet<string>,
): WrittenSheet {
  const values = workbook.sheetValues(sheet.name);
  const looks = new Map<string, FileStyle>();
  const lookOf = (cell: Cell, style: CellStyle, right: boolean): FileStyle => {
    const ownFigure = !isFormula(cell.content);
    const key = `${ownFigure}:${right}:${cell.style}`;
    const look =
      looks.get(key) ?? xlsxLook(right ? { ...style, align: 'right' } : style, !sheet.gridLines, ownFigure);
    looks.set(key, look);
    return look;
  };
  const styleOf = (cell: Cell | null | undefined) =>
    cell?.style === undefined ? undefined : styles[cell.style];
  const below = (row: number, column: number) =>
    Array.from({ length: headingReach }, (_, index) => row + 1 + index).map((each) => ({
      value: values[each]?.[column] ?? null,
      style: styleOf(sheet.rows[each]?.[column]),
    }));
  const heights = new Map<number, number>();
  const cells = new Map<string, FileCell>();
  const checks: Position[] = [];
  const rowCount = Math.max(sheet.rows.length, values.length);
  for (let row = 0; row < rowCount; row++) {
    const columnCount = Math.max(sheet.rows[row]?.length ?? 0, values[row]?.length ?? 0);
    const height = rowHeight(
      (sheet.rows[row] ?? []).map((cell, column) => ({
        value: values[row]?.[column] ?? null,
        style: styleOf(cell),
        width: sheet.columnWidths[column] ?? standardColumnWidth,
      })),
      !sheet.gridLines,
    );
    if (height !== undefined) heights.set(row, height);
    for (let column = 0; column < columnCount; column++) {
      const cell = sheet.rows[row]?.[column] ?? null;
      const value = values[row]?.[column] ?? null;
      if (cell === null && value === null) continue;
      const spill = isFormula(cell?.content)
        ? workbook.spillOf({ sheet: sheet.name, row, column })
        : undefined;
      const content = fileContent(cell, value, { row, column }, spill, (formula) =>
        worksOnArrays(workbook.spelledOut(formula, { sheet: sheet.name, row, column }), (name) =>
          rangeNames.has(name.toLowerCase()),
        ),
      );
      const style = styleOf(cell);
      const look =
        cell && style
          ? lookOf(
              cell,
              style,
              headsFigures(style, () => below(row, column)),
            )
          : undefined;
      const comment = cell ? cellComment(cell) : null;
      cells.set(`${row},${column}`, {
        ...content,
        ...(look && { style: look }),
        ...(comment && { comment: { author: 'Roundtrip', text: escapedText(comment) } }),
      });
      if (style?.role === 'check') checks.push({ row, column });
    }
  }
  const rules = [
    ...(workbook.document.conditionalFormats ?? [])
      .filter((format) => format.sheet === sheet.name && isWritable(format))
      .map(fileRule),
    ...(checks.length > 0 ? checkRules(rangesText(cellRanges(checks))) : []),
    ...(workbook.document.bounds ?? []).filter((bounds) => bounds.sheet === sheet.name).map(boundsRule),
  ];
  const file: WriteSheet = {
    name: sheet.name,
    cells,
    ...((sheet.frozenRows > 0 || sheet.frozenColumns > 0) && {
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    }),
    view: {
      showGridLines: sheet.gridLines,
      ...(sheet.zoom !== undefined && { zoomScale: sheet.zoom }),
      ...(sheet.tabColour !== undefined && { tabColor: { rgb: sheet.tabColour.slice(1) } }),
    },
    ...(sheet.visibility && { [sheet.visibility]: true }),
    ...(sheet.filter && { autoFilter: { range: rangeReference(sheet.filter.range) } }),
    pageSetup: {
      orientation: 'landscape',
      ...(sheet.columnWidths.reduce((sum, width) => sum + width, 0) <= widestPage && {
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      }),
    },
    ...(rules.length > 0 && {
      conditionalRules: rules.map((rule, index) => ({ ...rule, priority: index + 1 })),
    }),
  };
  const validations = (workbook.document.validations ?? []).filter((one) => one.sheet === sheet.name);
  return { sheet, file, heights, validations: validationsElement(validations) };
}

/** How many rows down a heading looks for the figures it heads. */
const headingReach = 40;

/** Headings stand as the column they head: at the right over figures, unless their style says otherwise. */
function headsFigures(
  style: CellStyle,
  below: () => readonly { readonly value: CellValue; readonly style: CellStyle | undefined }[],
): boolean {
  if ((style.role !== 'header' && style.role !== 'unit') || style.align !== undefined) return false;
  const first = below().find(
    (cell) =>
      cell.value !== null &&
      cell.value !== '' &&
      cell.style?.role !== 'header' &&
      cell.style?.role !== 'unit',
  );
  // Text in a cell with a number format stands for a figure that is missing.
  return (
    first !== undefined &&
    (typeof first.value === 'number' ||
      (typeof first.value === 'string' && first.style?.format !== undefined))
  );
}

/** Cells, given from the top down, as ranges: one for each run down a column. */
function cellRanges(positions: readonly Position[]): Range[] {
  const ranges: { left: number; right: number; top: number; bottom: number }[] = [];
  const lastInColumn = new Map<number, (typeof ranges)[number]>();
  for (const { row, column } of positions) {
    const above = lastInColumn.get(column);
    if (above?.bottom === row - 1) above.bottom = row;
    else {
      const range = { left: column, right: column, top: row, bottom: row };
      lastInColumn.set(column, range);
      ranges.push(range);
    }
  }
  return ranges;
}

function rangesText(ranges: readonly Range[]): string {
  return ranges.map(rangeReference).join(' ');
}

function checkRules(range: string) {
  return [
    { type: 'cellIs', operator: 'equal', formula: 'TRUE', range, style: checkLooks.holds },
    { type: 'cellIs', operator: 'equal', formula: 'FALSE', range, style: checkLooks.fails },
  ] as const;
}
