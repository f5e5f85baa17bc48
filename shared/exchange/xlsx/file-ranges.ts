import { parseReference, type Range } from '../../workbook/address.ts';

/** Cells as a file lists them for a rule, with blanks between the ranges; `unread` are those that are none of a sheet. */
export function fileRanges(sqref: string): {
  readonly ranges: readonly Range[];
  readonly unread: readonly string[];
} {
  const texts = sqref.split(/\s+/).filter((text) => text !== '');
  const read = texts.map((text) => [text, parseReference(text)] as const);
  return {
    ranges: read.flatMap(([, reference]) => (reference ? [reference.range] : [])),
    unread: read.flatMap(([text, reference]) => (reference ? [] : [text])),
  };
}

/** Says that something of a sheet was left out where the file names its cells in a way that does not read. */
export function unreadCells(what: string, sheet: string, unread: readonly string[]): string {
  const cells = unread.length === 0 ? 'it names no cells' : `its cells do not read: ${unread.join(', ')}`;
  return `${what} of the sheet "${sheet}" was left out: ${cells}.`;
}
