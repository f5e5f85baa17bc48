import type { Address, Range } from '../../shared/workbook/address.ts';
import { nearestOutside, type LineSpans } from '../../shared/workbook/line-spans.ts';
import { maximumLines } from '../../shared/workbook/structure/line-change.ts';
import type { PointedCells } from '../formula-bar/pointing.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';
import type { Selection } from '../sheet-view.ts';
import { edgeOfData } from './data-edge.ts';
import type { Extent } from './whole-lines.ts';

/**
 * What a key means while cells are chosen and nothing is edited; null is the grid's own business.
 * Keys of commands do not come here: the window has taken them before.
 */
export type GridKey =
  | {
      readonly kind: 'choose';
      readonly address: Address;
      readonly range: Range;
      readonly others: readonly Range[];
    }
  | { readonly kind: 'typeOver' }
  | { readonly kind: 'empty' };

/** What tells one key press from another. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key on the keyboard, where it is known. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** True for a key that is pressed by itself. */
export function isBareKey({ ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  return !ctrlKey && !metaKey && !altKey && !shiftKey;
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
  const isHidden = sheet.isRowHidden(selection.row) || sheet.isColumnHidden(selection.column);
  if (isHidden || (key === 'Tab' && isOneCell(selection))) {
    const next = byOneCell(press, selection, sheet, extent);
    if (next) return next;
  }
  if (key === 'Backspace') return shiftKey ? choose(selection, selection, false) : { kind: 'empty' };
  if (key === 'End')
    return choose(selection, { row: selection.row, column: lastUsedColumn(sheet, selection.row) }, shiftKey);
  if (isTyped(key)) return { kind: 'typeOver' };
  return null;
}

const arrowSteps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * A step from a hidden cell, which the grid knows no way from, or with Tab, with which the grid would leave the
 * sheet at its edges.
 */
function byOneCell(
  { key, shiftKey }: KeyPress,
  selection: Selection,
  sheet: SheetMirror,
  { rows, columns }: Extent,
): GridKey | null {
  const back = shiftKey ? -1 : 1;
  const step = key === 'Enter' ? [back, 0] : key === 'Tab' ? [0, back] : arrowSteps[key];
  if (!step) return null;
  const [down = 0, right = 0] = step;
  const isArrow = key !== 'Enter' && key !== 'Tab';
  const from = isArrow && shiftKey ? movingCorner(selection) : selection;
  return choose(
    selection,
    {
      row: stepped(from.row, down, rows, sheet.hiddenRows),
      column: stepped(from.column, right, columns, sheet.hiddenColumns),
    },
    isArrow && shiftKey,
  );
}

/** True while one cell is chosen, and nothing beside it. */
export function isOneCell({ range, others }: Selection): boolean {
  return range.top === range.bottom && range.left === range.right && others.length === 0;
}

/** The corner that moves while a range is drawn on: the one across from the active cell. */
export function movingCorner({ row, column, range }: Selection): CellPosition {
  return {
    row: row === range.top ? range.bottom : range.top,
    column: column === range.left ? range.right : range.left,
  };
}

/**
 * The cells at which the mouse points: one, or a whole column or row from its heading, which is a line below
 * 0. From where pointing `began`, cells or lines are drawn on as what they are.
 */
export function cellsUnderMouse(
  { row, column }: CellPosition,
  began?: Pick<PointedCells, 'anchor' | 'head'>,
): Pick<PointedCells, 'anchor' | 'head'> {
  const [lastRow, lastColumn] = [maximumLines.rows - 1, maximumLines.columns - 1];
  const isColumn = began ? began.head.row === lastRow : row < 0;
  const isRow = began ? began.head.column === lastColumn : column < 0;
  const first = { row: isColumn ? 0 : Math.max(0, row), column: isRow ? 0 : Math.max(0, column) };
  return {
    anchor: began?.anchor ?? first,
    head: { row: isColumn ? lastRow : first.row, column: isRow ? lastColumn : first.column },
  };
}

/**
 * Where a key leads while a formula is pointed at cells: arrows, with Ctrl to the edge of the data; Home, also
 * with Ctrl, Ctrl+End, and the keys of a page, which has so many rows. With Shift the range is drawn on from its
 * anchor. Null for other keys.
 */
export function pointingKey(
  press: KeyPress,
  { anchor, head }: Pick<PointedCells, 'anchor' | 'head'>,
  sheet: SheetMirror,
  extent: Extent,
  rowsOfPage = 1,
): Pick<PointedCells, 'anchor' | 'head'> | null {
  if (press.altKey) return null;
  const next = stepOf(press, head, sheet, extent) ?? leapOf(press, head, sheet, extent, rowsOfPage);
  return next && { anchor: press.shiftKey ? anchor : next, head: next };
}

/** Where Home, Ctrl+Home, Ctrl+End, PageUp and PageDown lead; null for other keys. */
function leapOf(
  press: KeyPress,
  head: CellPosition,
  sheet: SheetMirror,
  { rows }: Extent,
  rowsOfPage: number,
): CellPosition | null {
  const { hiddenRows, hiddenColumns, frozenRows, frozenColumns, usedRows, usedColumns } = sheet;
  const mod = press.ctrlKey || press.metaKey;
  switch (press.key) {
    case 'Home':
      return {
        row: mod ? nearestOutside(hiddenRows, frozenRows, 1) : head.row,
        column: nearestOutside(hiddenColumns, mod ? frozenColumns : 0, 1),
      };
    case 'End':
      if (!mod) return null;
      return {
        row: Math.max(0, nearestOutside(hiddenRows, usedRows - 1, -1)),
        column: Math.max(0, nearestOutside(hiddenColumns, usedColumns - 1, -1)),
      };
    case 'PageUp':
    case 'PageDown': {
      if (mod) return null;
      const down = press.key === 'PageDown' ? 1 : -1;
      const to = Math.min(rows - 1, Math.max(0, head.row + down * rowsOfPage));
      return { row: nearestOutside(hiddenRows, to, down > 0 ? -1 : 1), column: head.column };
    }
    default:
      return null;
  }
}

function stepOf(
  press: KeyPress,
  head: CellPosition,
  sheet: SheetMirror,
  { rows, columns }: Extent,
): CellPosition | null {
  const step = arrowSteps[press.key];
  if (!step) return null;
  const [down, right] = step;
  const edge = press.ctrlKey || press.metaKey;
  return {
    row:
      edge && down !== 0
        ? edgeOfData(
            head.row,
            down > 0 ? 1 : -1,
            rows - 1,
            (row) => sheet.isFilled(row, head.column),
            sheet.hiddenRows,
          )
        : stepped(head.row, down, rows, sheet.hiddenRows),
    column:
      edge && right !== 0
        ? edgeOfData(
            head.column,
            right > 0 ? 1 : -1,
            columns - 1,
            (column) => sheet.isFilled(head.row, column),
            sheet.hiddenColumns,
          )
        : stepped(head.column, right, columns, sheet.hiddenColumns),
  };
}

/** The line one step on that is shown; the same one where there is none. */
function stepped(from: number, step: number, count: number, hidden: LineSpans): number {
  if (step === 0) return from;
  const to = nearestOutside(hidden, from + step, step > 0 ? 1 : -1);
  return to < 0 || to >= count ? from : to;
}

/** True for keys that give a character, or with which an input method or an accent begins to. */
export function isTyped(key: string): boolean {
  return isOneCharacter(key) || key === 'Process' || key === 'Dead';
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
  const { row, column } = extend ? movingCorner(selection) : selection;
  const { hiddenRows, hiddenColumns } = sheet;
  const filledInColumn = (at: number) => sheet.isFilled(at, column);
  const filledInRow = (at: number) => sheet.isFilled(row, at);
  switch (key) {
    case 'ArrowDown':
      return choose(
        selection,
        { row: edgeOfData(row, 1, rows - 1, filledInColumn, hiddenRows), column },
        extend,
      );
    case 'ArrowUp':
      return choose(
        selection,
        { row: edgeOfData(row, -1, rows - 1, filledInColumn, hiddenRows), column },
        extend,
      );
    case 'ArrowRight':
      return choose(
        selection,
        { row, column: edgeOfData(column, 1, columns - 1, filledInRow, hiddenColumns) },
        extend,
      );
    case 'ArrowLeft':
      return choose(
        selection,
        { row, column: edgeOfData(column, -1, columns - 1, filledInRow, hiddenColumns) },
        extend,
      );
    case '.':
      return extend ? null : nextCorner(selection);
    case 'Home':
      return choose(
        selection,
        {
          row: nearestOutside(hiddenRows, sheet.frozenRows, 1),
          column: nearestOutside(hiddenColumns, sheet.frozenColumns, 1),
        },
        extend,
      );
    case 'End':
      return choose(
        selection,
        {
          row: Math.max(0, nearestOutside(hiddenRows, sheet.usedRows - 1, -1)),
          column: Math.max(0, nearestOutside(hiddenColumns, sheet.usedColumns - 1, -1)),
        },
        extend,
      );
    default:
      return null;
  }
}

/** The active cell goes from corner to corner of its range, as the hands of a clock do. */
function nextCorner({ sheet, row, column, range, others }: Selection): GridKey {
  const { top, left, bottom, right } = range;
  const corners = [
    [top, left],
    [top, right],
    [bottom, right],
    [bottom, left],
  ] as const;
  // In a single row or column two corners are the same cell.
  const at = corners.findLastIndex(
    ([cornerRow, cornerColumn]) => cornerRow === row && cornerColumn === column,
  );
  const next =
    [...corners.slice(at + 1), ...corners].find(
      ([cornerRow, cornerColumn]) => cornerRow !== row || cornerColumn !== column,
    ) ?? corners[0];
  return { kind: 'choose', address: { sheet, row: next[0], column: next[1] }, range, others };
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
    range: rangeAroundCells(from, to),
    others: extend ? selection.others : [],
  };
}

/** The smallest range with both cells. */
export function rangeAroundCells(one: CellPosition, other: CellPosition): Range {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

function lastUsedColumn(sheet: SheetMirror, row: number): number {
  for (let column = sheet.usedColumns - 1; column > 0; column--)
    if (sheet.isFilled(row, column)) return column;
  return 0;
}
