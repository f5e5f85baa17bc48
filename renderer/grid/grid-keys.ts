import type { Address, Range } from '../../shared/workbook/address.ts';
import type { PointedCells } from '../formula-bar/pointing.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import type { Selection } from '../sheet-view.ts';
import { edgeOfData } from './data-edge.ts';
import type { Extent } from './whole-lines.ts';

/**
 * What a key means while cells are chosen and nothing is edited; null is the grid's own business.
 * Keys of commands do not come here: the window has taken them before.
 */
export type GridKey =
  | { readonly kind: 'choose'; readonly address: Address; readonly range: Range }
  | { readonly kind: 'typeOver' }
  | { readonly kind: 'empty' };

/** What tells one key press from another. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Excel's keys where the grid has none or other ones. */
export function gridKey(
  press: KeyPress,
  selection: Selection,
  sheet: SheetMirror,
  extent: Extent,
): GridKey | null {
  const { key, altKey, shiftKey } = press;
  const mod = press.ctrlKey || press.metaKey;
  if (altKey && !mod) return null;
  if (mod && !altKey) return withControl(key, shiftKey, selection, sheet, extent);
  if (key === 'Backspace') return { kind: 'empty' };
  if (key === 'End')
    return choose(selection, { row: selection.row, column: lastUsedColumn(sheet, selection.row) }, shiftKey);
  // One character, or an input method that is about to give some.
  if (isOneCharacter(key) || key === 'Process') return { kind: 'typeOver' };
  return null;
}

const arrowSteps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * Where an arrow key leads while a formula is pointed at cells: with Shift the range is drawn on from
 * its anchor, with Ctrl to the edge of the data. Null for other keys.
 */
export function pointingKey(
  press: KeyPress,
  { anchor, head }: Pick<PointedCells, 'anchor' | 'head'>,
  sheet: SheetMirror,
  { rows, columns }: Extent,
): Pick<PointedCells, 'anchor' | 'head'> | null {
  const step = arrowSteps[press.key];
  if (!step || press.altKey) return null;
  const [down, right] = step;
  const edge = press.ctrlKey || press.metaKey;
  const next = {
    row:
      edge && down !== 0
        ? edgeOfData(head.row, down > 0 ? 1 : -1, rows - 1, (row) => sheet.isFilled(row, head.column))
        : clamp(head.row + down, rows),
    column:
      edge && right !== 0
        ? edgeOfData(head.column, right > 0 ? 1 : -1, columns - 1, (column) =>
            sheet.isFilled(head.row, column),
          )
        : clamp(head.column + right, columns),
  };
  return { anchor: press.shiftKey ? anchor : next, head: next };
}

function clamp(position: number, count: number): number {
  return Math.max(0, Math.min(count - 1, position));
}

/** True for keys that give a character; the others have names of several letters. */
export function isOneCharacter(key: string): boolean {
  return /^.$/su.test(key);
}

function withControl(
  key: string,
  extend: boolean,
  selection: Selection,
  sheet: SheetMirror,
  { rows, columns }: Extent,
): GridKey | null {
  const { range } = selection;
  // The corner that moves: the one across from the active cell.
  const row = extend ? (selection.row === range.top ? range.bottom : range.top) : selection.row;
  const column = extend ? (selection.column === range.left ? range.right : range.left) : selection.column;
  const filledInColumn = (at: number) => sheet.isFilled(at, column);
  const filledInRow = (at: number) => sheet.isFilled(row, at);
  switch (key) {
    case 'ArrowDown':
      return choose(selection, { row: edgeOfData(row, 1, rows - 1, filledInColumn), column }, extend);
    case 'ArrowUp':
      return choose(selection, { row: edgeOfData(row, -1, rows - 1, filledInColumn), column }, extend);
    case 'ArrowRight':
      return choose(selection, { row, column: edgeOfData(column, 1, columns - 1, filledInRow) }, extend);
    case 'ArrowLeft':
      return choose(selection, { row, column: edgeOfData(column, -1, columns - 1, filledInRow) }, extend);
    case 'Home':
      return choose(selection, { row: sheet.frozenRows, column: sheet.frozenColumns }, extend);
    case 'End':
      return choose(
        selection,
        { row: Math.max(0, sheet.usedRows - 1), column: Math.max(0, sheet.usedColumns - 1) },
        extend,
      );
    default:
      return null;
  }
}

function choose(
  selection: Selection,
  to: { readonly row: number; readonly column: number },
  extend: boolean,
): GridKey {
  const { sheet } = selection;
  const from = extend ? selection : to;
  return {
    kind: 'choose',
    address: { sheet, row: from.row, column: from.column },
    range: {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    },
  };
}

function lastUsedColumn(sheet: SheetMirror, row: number): number {
  for (let column = sheet.usedColumns - 1; column > 0; column--)
    if (sheet.isFilled(row, column)) return column;
  return 0;
}
