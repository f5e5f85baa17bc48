import { columnLetters, cellReference, quoteSheet } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { OwnBlock } from './block.ts';
import type { CopiedLines } from './lined-up.ts';

/**
 * The block with a reference to each copied cell in the place of what it holds, for a paste that begins at a cell.
 * As Excel links them: a single cell by a fixed reference, several by moving ones.
 */
export function linkedBlock(
  block: OwnBlock,
  { rows, columns }: CopiedLines,
  { sheet, isOther }: { readonly sheet: string; readonly isOther: boolean },
  to: CellPosition,
): OwnBlock {
  const prefix = isOther ? `${quoteSheet(sheet)}!` : '';
  const isOne = rows.length === 1 && columns.length === 1;
  const reference = (row: number, column: number) =>
    isOne ? `$${columnLetters(column)}$${row + 1}` : cellReference(row, column);
  return {
    ...block,
    origin: to,
    contents: rows.map((row) => columns.map((column) => `=${prefix}${reference(row, column)}`)),
  };
}
