import {
  columnLetters,
  columnNumber,
  maximumColumns,
  maximumRows,
  parseReference,
} from '../../workbook/address.ts';
import type { Heading } from '../../workbook/document.ts';

/*
 * The heading of a what-if table as a file holds it: `$B` is the column B, `$4` the row 4, and
 * `$B$4` the cell. No name begins with a dollar sign, so a heading is never taken for one.
 */

/** `$B`, `$4` or `$B$4`. */
export function headingText(heading: Heading): string {
  if ('column' in heading) return `$${columnLetters(heading.column)}`;
  if ('row' in heading) return `$${heading.row + 1}`;
  return `$${columnLetters(heading.cell.column)}$${heading.cell.row + 1}`;
}

/** The heading that such a text stands for; undefined for any other text and beyond Excel's limits. */
export function parseHeading(text: string): Heading | undefined {
  const [, letters = '', digits = ''] = /^(?:\$([A-Z]{1,3}))?(?:\$([1-9][0-9]{0,6}))?$/.exec(text) ?? [];
  if (letters !== '' && digits !== '') {
    const range = parseReference(text)?.range;
    return range && { cell: { row: range.top, column: range.left } };
  }
  if (letters !== '') {
    const column = columnNumber(letters);
    return column < maximumColumns ? { column } : undefined;
  }
  if (digits === '') return undefined;
  return Number(digits) <= maximumRows ? { row: Number(digits) - 1 } : undefined;
}
