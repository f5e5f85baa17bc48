/** A cell: sheet by name, row and column counted from 0. */
export interface Address {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on one sheet, all four edges included, counted from 0. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A range and its sheet. */
export interface Area {
  readonly sheet: string;
  readonly range: Range;
}

/** Excel's limits: 1,048,576 rows and 16,384 columns. */
export const maximumRows = 1_048_576;
export const maximumColumns = 16_384;

/** Column letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column, counted from 0, of letters such as `AA`; case does not matter. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1 text of a cell without its sheet. */
export function cellReference(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A sheet name as formulas write it: quoted where Excel would quote it. */
export function quoteSheet(sheet: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) &&
    !/^(TRUE|FALSE)$/i.test(sheet) &&
    !/^[A-Za-z]{1,3}[0-9]+$/.test(sheet) &&
    !/^[Rr][0-9]*([Cc][0-9]*)?$|^[Cc][0-9]*$/.test(sheet);
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** `Sheet!A1` of an address, the sheet quoted where needed. */
export function addressText(address: Address): string {
  return `${quoteSheet(address.sheet)}!${cellReference(address.row, address.column)}`;
}

/** `Sheet!$A$1` or `Sheet!$A$1:$B$2`, as a name's definition writes it. */
export function absoluteRangeText(sheet: string, range: Range): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(range.top, range.left);
  const last = corner(range.bottom, range.right);
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** `A1:B3`, or `A1` for one cell. */
export function rangeReference({ top, left, bottom, right }: Range): string {
  const first = cellReference(top, left);
  const last = cellReference(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

const referencePattern =
  /^(?:(?:'((?:[^']|'')+)'|([^'!:]+))!)?\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/;

/**
 * Reads `Sheet!A1`, `'My sheet'!A1:C3` or, without a sheet, `A1`.
 * Gives undefined when the text is no reference or lies beyond Excel's limits.
 */
export function parseReference(text: string): { sheet?: string; range: Range } | undefined {
  const match = referencePattern.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, bare, firstColumn = '', firstRow = '', lastColumn, lastRow] = match;
  const rows = [Number(firstRow) - 1, Number(lastRow ?? firstRow) - 1];
  const columns = [columnNumber(firstColumn), columnNumber(lastColumn ?? firstColumn)];
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  if (range.top < 0 || range.bottom >= maximumRows || range.right >= maximumColumns) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  return sheet === undefined ? { range } : { sheet, range };
}

const wholeLinesPattern =
  /^(?:(?:'((?:[^']|'')+)'|([^'!:]+))!)?(?:\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})|\$?([0-9]{1,7}):\$?([0-9]{1,7}))$/;

/** Reads whole columns or rows, `A:C` or `Sheet!$1:$3`; undefined for other texts and beyond Excel's limits. */
export function parseWholeLines(text: string): { sheet?: string; range: Range } | undefined {
  const match = wholeLinesPattern.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, bare, firstColumn, lastColumn, firstRow, lastRow] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  const ends =
    firstColumn !== undefined && lastColumn !== undefined
      ? [columnNumber(firstColumn), columnNumber(lastColumn)]
      : [Number(firstRow) - 1, Number(lastRow) - 1];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  if (first < 0 || last >= (firstColumn === undefined ? maximumRows : maximumColumns)) return undefined;
  const range =
    firstColumn === undefined
      ? { top: first, left: 0, bottom: last, right: maximumColumns - 1 }
      : { top: 0, left: first, bottom: maximumRows - 1, right: last };
  return sheet === undefined ? { range } : { sheet, range };
}

/** True when the cell lies inside the range. */
export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** True when the ranges have a cell in common. */
export function overlap(one: Range, other: Range): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
