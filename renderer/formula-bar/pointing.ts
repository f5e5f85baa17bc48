import {
  columnLetters,
  parseReference,
  parseWholeLines,
  quoteSheet,
  rangeReference,
  type Range,
} from '../../shared/workbook/address.ts';
import { maximumLines } from '../../shared/workbook/structure/line-change.ts';
import { rangeAroundCells } from '../grid/grid-keys.ts';
import { isWholeAlong } from '../grid/whole-lines.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { expectsOperand, referencePlaces } from './formula-parts.ts';

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
 * Puts a reference to the cells at the text cursor, or in place of the one pointed at last; with `adds`
 * behind that one, as a further argument. References to `ownSheet` name no sheet. Undefined where no
 * reference can stand.
 */
export function pointAt(
  text: string,
  caret: Caret,
  last: PointedReference | null,
  cells: PointedCells,
  ownSheet: string,
  adds = false,
): { readonly text: string; readonly pointed: PointedReference } | undefined {
  const goesOn = pointsOn(caret, last);
  if (!goesOn && !expectsOperand(text, caret.start)) return undefined;
  if (goesOn && adds) {
    const further = `${text.slice(0, last.to)},${text.slice(last.to)}`;
    const behind = last.to + 1;
    return pointAt(further, { start: behind, end: behind }, null, cells, ownSheet);
  }
  const from = goesOn ? last.from : caret.start;
  const reference = referenceText(cells, ownSheet);
  return {
    text: text.slice(0, from) + reference + text.slice(caret.end),
    pointed: { ...cells, from, to: from + reference.length },
  };
}

function referenceText({ sheet, anchor, head }: PointedCells, ownSheet: string): string {
  const range = rangeAroundCells(anchor, head);
  return `${sheet === ownSheet ? '' : `${quoteSheet(sheet)}!`}${linesReference(range) ?? rangeReference(range)}`;
}

/** `A:C` or `1:3`; undefined where the range is not of whole columns or rows. */
function linesReference(range: Range): string | undefined {
  const { top, left, bottom, right } = range;
  if (isWholeAlong(range, 'columns', maximumLines)) return `${columnLetters(left)}:${columnLetters(right)}`;
  return isWholeAlong(range, 'rows', maximumLines) ? `${top + 1}:${bottom + 1}` : undefined;
}

/** The reference that ends at the text cursor, as if it had been pointed at; undefined where none does. */
export function referenceBehind(text: string, caret: number, ownSheet: string): PointedReference | undefined {
  const place = referencePlaces(text).find(({ to }) => to === caret);
  if (!place) return undefined;
  const written = text.slice(place.from, place.to);
  const parsed = parseReference(written) ?? parseWholeLines(written);
  if (!parsed) return undefined;
  const { top, left, bottom, right } = parsed.range;
  return {
    ...place,
    sheet: parsed.sheet ?? ownSheet,
    anchor: { row: top, column: left },
    head: { row: bottom, column: right },
  };
}
