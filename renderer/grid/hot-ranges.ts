import type { Range } from '../../shared/workbook/address.ts';

/** A range as Handsontable gives it, with headings before the first line. */
export interface HotRange {
  getTopStartCorner(): { row: number | null; col: number | null };
  getBottomEndCorner(): { row: number | null; col: number | null };
}

/** The cells of a range of Handsontable. */
export function rangeOf(range: HotRange): Range {
  const first = range.getTopStartCorner();
  const last = range.getBottomEndCorner();
  // A whole line begins at its heading.
  return {
    top: Math.max(0, first.row ?? 0),
    left: Math.max(0, first.col ?? 0),
    bottom: last.row ?? 0,
    right: last.col ?? 0,
  };
}

/** First and last corner of a range, as rows and columns: the active cell is the first, if it is one of the corners. */
export function fromActiveCorner(
  range: Range,
  row: number,
  column: number,
): [number, number, number, number] {
  const { top, left, bottom, right } = range;
  const [startRow, endRow] = row === bottom ? [bottom, top] : [top, bottom];
  const [startColumn, endColumn] = column === right ? [right, left] : [left, right];
  return [startRow, startColumn, endRow, endColumn];
}
