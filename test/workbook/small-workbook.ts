import type { Address } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

/** An open workbook of these contents by sheet. */
export function workbookOf(
  contents: Readonly<Record<string, Rows>>,
  names: WorkbookDocument['names'] = [],
): Workbook {
  return Workbook.open({
    title: 'Test',
    styles: {},
    names,
    sheets: Object.entries(contents).map(([name, rows]) => ({
      name,
      rows: rows.map((cells) => cells.map((content) => (content === null ? null : { content }))),
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    })),
  });
}

export const at = (sheet: string, row: number, column: number): Address => ({ sheet, row, column });

/** The command that types a content into a cell. */
export function set(content: CellContent | null, address: Address): Command {
  return { kind: 'setCells', label: 'Type', cells: [{ ...address, content }] };
}
