import type { Address } from '../workbook/address.ts';
import type { Cell, CellStyle, CellValue, DefinedName } from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** What is asked of a workbook, or of its mirror on the screen, to say what a cell is. */
export interface CellReader {
  readonly names: readonly DefinedName[];
  cell(address: Address): Cell | null;
  value(address: Address): CellValue;
  styleOf(cell: Cell | null): CellStyle | undefined;
}

/** A workbook as a reader of cells. */
export function readerOf(workbook: Workbook): CellReader {
  const { names, styles } = workbook.document;
  return {
    names,
    cell: (address) => workbook.cell(address),
    value: (address) => workbook.value(address),
    styleOf: (cell) => (cell?.style === undefined ? undefined : styles[cell.style]),
  };
}
