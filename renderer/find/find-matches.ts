import {
  isCellError,
  isFormula,
  plainText,
  type Cell,
  type CellStyle,
  type CellValue,
} from '../../shared/workbook/document.ts';
import { editText } from '../../shared/workbook/entry.ts';
import type { EntryLocale } from '../../shared/workbook/entry-locale.ts';
import type { Address } from '../../shared/workbook/address.ts';
import { displayed } from '../session/displayed.ts';
import { userLocale } from '../user-locale.ts';
import { textSearch, type FindQuery } from './find-query.ts';

/** What is searched: the open document, or a part of it in a test. */
export interface SearchedWorkbook {
  readonly styles: Readonly<Record<string, CellStyle>>;
  sheet(name: string): {
    readonly usedRows: number;
    readonly usedColumns: number;
    isRowHidden(row: number): boolean;
    isColumnHidden(column: number): boolean;
    cell(row: number, column: number): Cell | null;
    value(row: number, column: number): CellValue;
  };
}

/** The cells that hold what is looked for, sheet by sheet and in the order that is asked for; a step is one row. */
export function* findMatches(
  workbook: SearchedWorkbook,
  sheets: readonly string[],
  query: FindQuery,
): Generator<undefined, Address[], undefined> {
  if (query.text === '') return [];
  const { isIn } = textSearch(query);
  const locale = userLocale();
  const found: Address[] = [];
  for (const name of sheets) {
    const sheet = workbook.sheet(name);
    const { usedRows, usedColumns } = sheet;
    const onSheet: Address[] = [];
    for (let row = 0; row < usedRows; row++) {
      yield;
      // As in Excel, what is shown is looked for where something is shown.
      if (query.lookIn === 'values' && sheet.isRowHidden(row)) continue;
      for (let column = 0; column < usedColumns; column++) {
        if (query.lookIn === 'values' && sheet.isColumnHidden(column)) continue;
        const cell = sheet.cell(row, column);
        const format = cell?.style === undefined ? undefined : workbook.styles[cell.style]?.format;
        const text = searchedText(query.lookIn, cell, sheet.value(row, column), format, locale);
        if (text !== '' && isIn(text)) onSheet.push({ sheet: name, row, column });
      }
    }
    if (query.order === 'columns')
      onSheet.sort((one, other) => one.column - other.column || one.row - other.row);
    // Not as arguments: there may be more than a call takes.
    for (const cell of onSheet) found.push(cell);
  }
  return found;
}

function searchedText(
  lookIn: FindQuery['lookIn'],
  cell: Cell | null,
  value: CellValue,
  format: string | undefined,
  locale: EntryLocale,
): string {
  if (lookIn === 'notes') return cell?.note ?? '';
  return lookIn === 'formulas' ? contentText(cell, format, locale) : shownText(value, format);
}

/** What a cell holds, as it is edited. The apostrophe that marks a text is no part of it. */
export function contentText(cell: Cell | null, format: string | undefined, locale: EntryLocale): string {
  const content = cell?.content ?? null;
  return typeof content === 'string' && !isFormula(content)
    ? plainText(content)
    : editText(content, format, locale);
}

/** What a cell shows. */
export function shownText(value: CellValue, format: string | undefined): string {
  if (value === null) return '';
  return isCellError(value) ? value.error : displayed(value, format);
}
