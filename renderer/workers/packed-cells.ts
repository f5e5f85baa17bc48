import type { Address } from '../../shared/workbook/address.ts';
import { grouped } from '../../shared/workbook/grouped.ts';

/**
 * Something of each of many cells of a sheet, as a few long lists: the screen reads a message of a
 * hundred thousand objects many times slower, and one of numbers alone fastest.
 */
export interface PackedCells<Item> extends PackedPlaces {
  readonly items: readonly Item[] | Float64Array;
}

/** Where packed cells are. */
interface PackedPlaces {
  readonly sheet: string;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
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
      items: packedItems(own.map(itemOf)),
    }),
  );
}

function packedItems<Item>(items: readonly Item[]): PackedCells<Item>['items'] {
  return items.every((item) => typeof item === 'number') ? Float64Array.from(items) : items;
}

/** Calls back with each packed cell, in their order. */
export function eachPacked<Item>(
  { sheet, rows, columns, items }: PackedCells<Item>,
  visit: (sheet: string, row: number, column: number, item: Item) => void,
): void {
  for (let index = 0; index < rows.length; index++) {
    // Every cell has an item, and numbers are packed only where they are items.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    visit(sheet, rows[index] ?? 0, columns[index] ?? 0, items[index] as Item);
  }
}

/** How many cells are packed. */
export function packedCount(packed: readonly PackedPlaces[]): number {
  return packed.reduce((count, { rows }) => count + rows.length, 0);
}

/** The places of packed cells, in their order. */
export function placesOf(packed: readonly PackedPlaces[]): Address[] {
  return packed.flatMap(({ sheet, rows, columns }) =>
    Array.from(rows, (row, index) => ({ sheet, row, column: columns[index] ?? 0 })),
  );
}
