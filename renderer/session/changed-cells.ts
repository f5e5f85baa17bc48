import type { Address } from '../../shared/workbook/address.ts';
import { grouped } from '../../shared/workbook/grouped.ts';
import type { CellPosition } from './sheet-mirror.ts';

/** Where more cells of a sheet changed than this, it takes less to look at all of it. */
export const mostNamed = 5000;

/** Cells of one sheet that look otherwise; `many` where they are too many to name. */
export type CellsOfSheet = readonly CellPosition[] | 'many';

/** Cells that look otherwise, by the names of their sheets. */
export type ChangedCells = ReadonlyMap<string, CellsOfSheet>;

/** Cells by their sheets. */
export function changedCells(cells: readonly Address[]): ChangedCells {
  return new Map(
    Array.from(
      grouped(cells, ({ sheet }) => sheet),
      ([sheet, own]) => [sheet, own.length > mostNamed ? 'many' : own],
    ),
  );
}

/** What changed in any of several changes. */
export function allChanged(changes: readonly ChangedCells[]): ChangedCells {
  const all = new Map<string, CellsOfSheet>();
  for (const [sheet, cells] of changes.flatMap((change) => [...change])) {
    const before = all.get(sheet) ?? [];
    const isMany = before === 'many' || cells === 'many' || before.length + cells.length > mostNamed;
    all.set(sheet, isMany ? 'many' : [...before, ...cells]);
  }
  return all;
}
