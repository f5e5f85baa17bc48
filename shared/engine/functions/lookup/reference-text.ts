import { columnNumber, maximumColumns, maximumRows, type Range } from '../../../workbook/address.ts';

/** A reference written as a text. */
export interface WrittenReference {
  /** Without one, the sheet is the formula's own. */
  readonly sheet?: string;
  readonly range: Range;
  /** `A1#`: the cells over which the formula of the cell spills. */
  readonly isSpill?: boolean;
}

interface Corner {
  /** Undefined in whole columns. */
  readonly row?: number;
  /** Undefined in whole rows. */
  readonly column?: number;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

const withSheet = /^(?:'((?:[^']|'')+)'!|([^'!:[\]]+)!)?([^!]*)$/;
const cellText = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i;
const columnText = /^\$?([A-Z]{1,3})$/i;
const rowText = /^\$?([0-9]{1,7})$/;
const numberedText = /^(?:R(\[-?[0-9]+\]|[0-9]*))?(?:C(\[-?[0-9]+\]|[0-9]*))?$/i;

function letteredCorner(text: string, inRange: boolean): Corner | undefined {
  const cell = cellText.exec(text);
  if (cell) return { column: columnNumber(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  if (!inRange) return undefined;
  const column = columnText.exec(text)?.[1];
  if (column !== undefined) return { column: columnNumber(column) };
  const row = rowText.exec(text)?.[1];
  return row === undefined ? undefined : { row: Number(row) - 1 };
}

/** A line of a reference by numbers: `3` counts from 1, `[3]` from the formula's own, and nothing is its own. */
function numberedLine(text: string | undefined, own: number): number | undefined {
  if (text === undefined) return undefined;
  if (text === '') return own;
  return text.startsWith('[') ? own + Number(text.slice(1, -1)) : Number(text) - 1;
}

function numberedCorner(text: string, place: Position): Corner | undefined {
  const match = text === '' ? null : numberedText.exec(text);
  if (!match) return undefined;
  const row = numberedLine(match[1], place.row);
  const column = numberedLine(match[2], place.column);
  return { ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** The rectangle from a corner to another; whole lines go with whole lines. */
function rangeFrom(start: Corner, end: Corner): Range | undefined {
  if ((start.row === undefined) !== (end.row === undefined)) return undefined;
  if ((start.column === undefined) !== (end.column === undefined)) return undefined;
  const [firstRow, lastRow] = [start.row ?? 0, end.row ?? maximumRows - 1];
  const [firstColumn, lastColumn] = [start.column ?? 0, end.column ?? maximumColumns - 1];
  const range = {
    top: Math.min(firstRow, lastRow),
    left: Math.min(firstColumn, lastColumn),
    bottom: Math.max(firstRow, lastRow),
    right: Math.max(firstColumn, lastColumn),
  };
  const isInside =
    range.top >= 0 && range.left >= 0 && range.bottom < maximumRows && range.right < maximumColumns;
  return isInside ? range : undefined;
}

/**
 * Reads a reference as INDIRECT does: `A1`, `$B$2:C9`, `A:C`, `3:5`, `A1#`, with a sheet before it; by
 * numbers, as seen from the place, `R2C3`, `R[-1]C`, `R3`, `C[2]`. Undefined when it is none, or lies
 * beyond the sheet.
 */
export function readReferenceText(
  text: string,
  lettered: boolean,
  place: Position,
): WrittenReference | undefined {
  const match = withSheet.exec(text.trim());
  if (!match) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  const isSpill = lettered && match[3]?.endsWith('#') === true;
  const corners = (isSpill ? match[3]?.slice(0, -1) : match[3])?.split(':') ?? [];
  const [first = '', last] = corners;
  if (corners.length > 2 || (isSpill && last !== undefined)) return undefined;
  const corner = (part: string) =>
    lettered ? letteredCorner(part, last !== undefined) : numberedCorner(part, place);
  const start = corner(first);
  const end = last === undefined ? start : corner(last);
  const range = start && end && rangeFrom(start, end);
  return range && { ...(sheet !== undefined && { sheet }), range, ...(isSpill && { isSpill }) };
}
