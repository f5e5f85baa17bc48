import type { CellsOfSheet } from '../../renderer/session/changed-cells.ts';
import type { CellPosition } from '../../renderer/session/sheet-mirror.ts';

/** The cells that were told by name. Throws where they were too many for that. */
export function namedCells(cells: CellsOfSheet): readonly CellPosition[] {
  if (cells === 'many') throw new Error('The cells were not named');
  return cells;
}
