import type { SheetMirror } from '../session/sheet-mirror.ts';
import type { PointedCells } from '../formula-bar/pointing.ts';
import type { Selection, SheetView } from '../sheet-view.ts';
import {
  gridKey,
  movingCorner,
  pointingKey,
  rangeAroundCells,
  type GridKey,
  type KeyPress,
} from './grid-keys.ts';
import type { Extent } from './whole-lines.ts';

type ChooseKey = Extract<GridKey, { readonly kind: 'choose' }>;

/**
 * F8 and Shift+F8, and what arrows mean while one of them is in force, as in Excel: the same key or
 * Escape ends it. True when the key is taken; `choose` carries out what it chooses.
 */
export function selectionKey(
  press: KeyPress,
  view: SheetView,
  sheet: SheetMirror,
  extent: Extent,
  choose: (key: ChooseKey) => void,
): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  const { selection, mode } = view;
  if (key === 'F8' && !ctrlKey && !metaKey && !altKey) {
    const wanted = shiftKey ? 'add' : 'extend';
    if (mode === wanted) view.setMode(null);
    else {
      view.setMode(wanted);
      // The next range begins at the active cell.
      if (wanted === 'add') view.select(selection, undefined, [...selection.others, selection.range]);
    }
    return true;
  }
  if (mode === null) return false;
  if (key === 'Escape') {
    view.setMode(null);
    return true;
  }
  const drawsOn = mode === 'extend' || shiftKey;
  // An event does not spread.
  const drawing = { key, ctrlKey, metaKey, altKey, shiftKey: drawsOn };
  const cells = { anchor: selection, head: drawsOn ? movingCorner(selection) : selection };
  const pointed = pointingKey(drawing, cells, sheet, extent);
  const led: GridKey | null = pointed
    ? chosen(selection, pointed)
    : gridKey(drawing, selection, sheet, extent);
  if (led?.kind !== 'choose') {
    // What is typed ends it.
    if (led) view.setMode(null);
    return false;
  }
  choose(mode === 'add' ? { ...led, others: selection.others } : led);
  return true;
}

function chosen(
  { sheet, others }: Selection,
  { anchor, head }: Pick<PointedCells, 'anchor' | 'head'>,
): ChooseKey {
  const address = { sheet, row: anchor.row, column: anchor.column };
  return { kind: 'choose', address, range: rangeAroundCells(anchor, head), others };
}
