import { cellReference, quoteSheet } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { expectsOperand } from './formula-parts.ts';

/** Cells that a formula is pointed at: from the one where pointing began to the one where it is now. */
export interface PointedCells {
  readonly sheet: string;
  readonly anchor: CellPosition;
  readonly head: CellPosition;
}

/** The reference that was pointed at last, and where in the text it stands. */
export interface PointedReference extends PointedCells {
  readonly from: number;
  readonly to: number;
}

/** The text cursor, or the stretch of text that is chosen. */
export interface Caret {
  readonly start: number;
  readonly end: number;
}

/** True where pointing goes on with the reference that was pointed at last: the text cursor is still behind it. */
export function pointsOn({ start, end }: Caret, last: PointedReference | null): last is PointedReference {
  return last !== null && start === last.to && end === last.to;
}

/**
 * Puts a reference to the cells at the text cursor, or in place of the one pointed at last.
 * References to `ownSheet` name no sheet. Undefined where no reference can stand.
 */
export function pointAt(
  text: string,
  caret: Caret,
  last: PointedReference | null,
  cells: PointedCells,
  ownSheet: string,
): { readonly text: string; readonly pointed: PointedReference } | undefined {
  const goesOn = pointsOn(caret, last);
  if (!goesOn && !expectsOperand(text, caret.start)) return undefined;
  const from = goesOn ? last.from : caret.start;
  const reference = referenceText(cells, ownSheet);
  return {
    text: text.slice(0, from) + reference + text.slice(caret.end),
    pointed: { ...cells, from, to: from + reference.length },
  };
}

function referenceText({ sheet, anchor, head }: PointedCells, ownSheet: string): string {
  const first = cellReference(Math.min(anchor.row, head.row), Math.min(anchor.column, head.column));
  const last = cellReference(Math.max(anchor.row, head.row), Math.max(anchor.column, head.column));
  return `${sheet === ownSheet ? '' : `${quoteSheet(sheet)}!`}${first === last ? first : `${first}:${last}`}`;
}
