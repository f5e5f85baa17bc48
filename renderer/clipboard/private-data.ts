import {
  readCopiedHeading,
  readCopiedRow,
  type CopiedHeading,
  type CopiedRow,
} from '../../shared/workbook/copied-block.ts';
import { isFormula, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import type { CellBlock } from './block.ts';
import { valueOfContent } from './value-content.ts';

/** The clipboard’s type of cells with their formulas, which only this program reads. */
export const privateType = 'application/x-roundtrip-cells';

/** The first line of a block as text for another window. `copy` tells this copy from others. */
export function privateHeading(copy: string, { origin, columns, contents }: CellBlock): string {
  const heading: CopiedHeading = { version: 1, copy, origin, columns, rows: contents.length };
  return JSON.stringify(heading);
}

/** The line of one row. */
export function privateRow({ contents, values, formats }: CellBlock, row: number): string {
  const cells = contents[row] ?? [];
  const results: CopiedRow['values'] = [];
  for (const [column, content] of cells.entries()) {
    const value = values[row]?.[column] ?? null;
    if (isFormula(content) || (content === null && value !== null)) results.push([column, value]);
  }
  const runs = formatRuns(formats[row] ?? []);
  const line: CopiedRow = {
    contents: [...cells],
    ...(results.length > 0 && { values: results }),
    ...(runs.length > 0 && { formats: runs }),
  };
  return JSON.stringify(line);
}

function formatRuns(formats: readonly (string | undefined)[]): NonNullable<CopiedRow['formats']> {
  const runs: [string, number, number][] = [];
  for (const [column, format] of formats.entries()) {
    const last = runs.at(-1);
    if (format === undefined) continue;
    if (last?.[0] === format && last[2] === column - 1) last[2] = column;
    else runs.push([format, column, column]);
  }
  return runs;
}

/** Which copy a text is; null where it is none of ours. Long texts are not read for it. */
export function copyOf(text: string): string | null {
  return /^\{"version":1,"copy":"(?<copy>[\w-]{1,64})"/.exec(text)?.groups?.['copy'] ?? null;
}

/** Reads the block that another window wrote, pausing after rows; null where the text is none. */
export function* privateSteps(text: string): Generator<void, CellBlock | null> {
  const lines = text.split('\n');
  const heading = readCopiedHeading(lines[0] ?? '');
  if (!heading || lines.length !== heading.rows + 1) return null;
  const { origin, columns } = heading;
  const contents: (CellContent | null)[][] = [];
  const values: CellValue[][] = [];
  const formats: (string | undefined)[][] = [];
  for (const line of lines.slice(1)) {
    const row = readCopiedRow(line);
    if (row?.contents.length !== columns) return null;
    contents.push(row.contents);
    values.push(rowValues(row));
    formats.push(rowFormats(row));
    yield;
  }
  return { kind: 'cells', origin, columns, contents, values, formats };
}

function rowValues({ contents, values = [] }: CopiedRow): CellValue[] {
  const all = contents.map((content) => (isFormula(content) ? null : valueOfContent(content)));
  for (const [column, value] of values) if (column < all.length) all[column] = value;
  return all;
}

function rowFormats({ contents, formats = [] }: CopiedRow): (string | undefined)[] {
  const all: (string | undefined)[] = [];
  for (const [format, first, last] of formats)
    for (let column = first; column <= last && column < contents.length; column++) all[column] = format;
  return all;
}
