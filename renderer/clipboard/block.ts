import type { CopiedRule } from '../looks/carried-rules.ts';
import type { CellContent, CellStyle, CellValue } from '../../shared/workbook/document.ts';
import type { HtmlLook } from './html-look.ts';

/** What some of the cells have, row by row; the arrays are as long as they must be. */
type SparseRows<Item> = readonly (readonly (Item | undefined)[] | undefined)[];

/** What cells of a workbook of ours look like: all of it. */
interface WholeStyles {
  readonly kind: 'styles';
  readonly rows: SparseRows<CellStyle>;
}

/** What is known of the looks of cells that come from elsewhere: number formats, and what another program tells. */
interface OnlyFormats {
  readonly kind: 'formats';
  readonly rows: SparseRows<string>;
  /** Looks beside the number formats; unset where none are known. */
  readonly own?: SparseRows<HtmlLook>;
}

/** A rectangle of cells with what stood in them, row by row. */
export interface CellBlock {
  readonly kind: 'cells';
  /** The place of the first cell, from which relative references count. */
  readonly origin: { readonly row: number; readonly column: number };
  readonly columns: number;
  readonly contents: readonly (readonly (CellContent | null)[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly looks: WholeStyles | OnlyFormats;
  /** Notes; none are known where only formats are. */
  readonly notes: SparseRows<string>;
  /** What the cells may hold; unset where that is not known. */
  readonly rules?: SparseRows<CopiedRule>;
}

/** Cells of a workbook of ours. */
export interface OwnBlock extends CellBlock {
  readonly looks: WholeStyles;
  readonly rules: SparseRows<CopiedRule>;
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
