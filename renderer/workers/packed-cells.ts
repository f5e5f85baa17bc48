import type { Address } from '../../shared/workbook/address.ts';
import { grouped } from '../../shared/workbook/grouped.ts';

/**
 * Something of each of many cells of a sheet, as a few long lists: the screen reads a message of a
 * hundred thousand objects many times slower.
 */
export interface PackedCells<Item> {
  readonly sheet: string;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly items: readonly Item[];
}

/** Packs cells sheet by sheet, in their order; `itemOf` gives what goes along of each. */
export function packedCells<Cell extends Address, Item>(
  cells: readonly Cell[],
  itemOf: (cell: Cell) => Item,
): PackedCells<Item>[] {
  return Array.from(
    grouped(cells, ({ sheet }) => sheet),
    ([sheet, own]) => ({
      sheet,
      rows: Int32Array.from(own, ({ row }) => row),
      columns: Int32Array.from(own, ({ column }) => column),
      items: own.map(itemOf),
    }),
  );
}

/** The places of packed cells, in their order. */
export function placesOf(packed: readonly PackedCells<unknown>[]): Address[] {
  return packed.flatMap(({ sheet, rows, columns }) =>
    Array.from(rows, (row, index) => ({ sheet, row, column: columns[index] ?? 0 })),
  );
}
