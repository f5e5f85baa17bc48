import type { CellContent, CellValue } from '../../shared/workbook/document.ts';

/** A rectangle of cells with what stood in them, row by row. */
export interface CellBlock {
  readonly kind: 'cells';
  /** The place of the first cell, from which relative references count. */
  readonly origin: { readonly row: number; readonly column: number };
  readonly columns: number;
  readonly contents: readonly (readonly (CellContent | null)[])[];
  readonly values: readonly (readonly CellValue[])[];
  /** Number formats, of cells that have one; the array is as long as it must be. */
  readonly formats: readonly (readonly (string | undefined)[] | undefined)[];
}

/** A rectangle of texts that are read as if somebody typed them. Short rows end with empty cells. */
export interface TextBlock {
  readonly kind: 'texts';
  readonly columns: number;
  readonly rows: readonly (readonly string[])[];
}

/** What a paste puts into cells. */
export type Block = CellBlock | TextBlock;

/** More cells than this are neither copied nor pasted at once. */
export const maximumCells = 2_000_000;

/** The number of rows of a block. */
export function rowsOf(block: Block): number {
  return block.kind === 'cells' ? block.contents.length : block.rows.length;
}
