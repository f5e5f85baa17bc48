import type { Address } from '../../shared/workbook/address.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

interface Words {
  /** The heading above the row; without it, the first row with these words. */
  readonly section?: string;
  /** The words at the left of the row. */
  readonly row: string;
  /** The heading of the column. */
  readonly column: string;
  /** The heading over several columns, where two columns have the same heading. */
  readonly group?: string;
}

/** A cell found as a reader finds it: by the words at its left and over it. Throws when there is none. */
export function locate(document: WorkbookDocument, sheet: string, words: Words): Address {
  const rows = document.sheets.find((candidate) => candidate.name === sheet)?.rows ?? [];
  const text = (row: number, column: number) => rows[row]?.[column]?.content;
  const from = words.section === undefined ? 0 : rows.findIndex((row) => row[0]?.content === words.section);
  const row = rows.findIndex(
    (cells, index) => index >= from && cells[0]?.content === words.row && cells.length > 1,
  );
  if (from < 0 || row < 0)
    throw new Error(`${sheet} has no row "${words.row}" under "${words.section ?? ''}"`);
  for (let above = row - 1; above >= 0; above--) {
    const first =
      words.group === undefined
        ? 0
        : (rows[above - 1] ?? []).findIndex((cell) => cell?.content === words.group);
    const column = (rows[above] ?? []).findIndex(
      (cell, index) => index >= first && cell?.style?.startsWith('header') && cell.content === words.column,
    );
    if (first >= 0 && column >= 0)
      return { sheet, row, column: text(above, column) === undefined ? -1 : column };
  }
  throw new Error(`${sheet} has no column "${words.column}" over "${words.row}"`);
}

/** Types into a located cell; throws when the workbook refuses. */
export function type(workbook: Workbook, at: Address, content: string | number | boolean | null): void {
  const result = workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ ...at, content }] });
  if (!result.ok) throw new Error(result.problem.message);
}

/** The cell that a defined name stands for. */
export function named(workbook: Workbook, name: string): Address {
  const found = workbook.name(name);
  if (!found) throw new Error(`No name ${name}`);
  return { sheet: found.sheet, row: found.range.top, column: found.range.left };
}
