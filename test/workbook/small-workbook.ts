import type { Address } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { plainDocument, type Rows, type Targets } from '../fixtures/plain-document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

/** An open workbook of these contents by sheet. */
export function workbookOf(contents: Readonly<Record<string, Rows>>, names: Targets = {}): Workbook {
  return Workbook.open(plainDocument(contents, names));
}

export const at = (sheet: string, row: number, column: number): Address => ({ sheet, row, column });

/** The command that types a content into a cell. */
export function set(content: CellContent | null, address: Address): Command {
  return { kind: 'setCells', label: 'Type', cells: [{ ...address, content }] };
}
