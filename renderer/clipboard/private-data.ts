import {
  readCopiedHeading,
  readCopiedRow,
  type CopiedHeading,
  type CopiedRow,
} from '../../shared/workbook/copied-block.ts';
import {
  isFormula,
  type CellContent,
  type CellStyle,
  type CellValue,
} from '../../shared/workbook/document.ts';
import type { CellBlock } from './block.ts';
import { valueOfContent } from './value-content.ts';

/** The clipboard’s type of cells with their formulas, which only this program reads. */
export const privateType = 'application/x-roundtrip-cells';

/** Which copy a text is; null where it is none of ours. Long texts are not read for it. */
export function copyOf(text: string): string | null {
  return /^\{"version":[12],"copy":"(?<copy>[\w-]{1,64})"/.exec(text)?.groups?.['copy'] ?? null;
}

/** Reads the block that another window wrote, pausing after rows; null where the text is none. */
export function* privateSteps(text: string): Generator<void, CellBlock | null> {
  const lines = text.split('\n');
  const heading = readCopiedHeading(lines[0] ?? '');
  if (!heading || lines.length !== heading.rows + 1) return null;
  const { origin, columns } = heading;
  const rows: CopiedRow[] = [];
  const values: CellValue[][] = [];
  for (const line of lines.slice(1)) {
    const row = readCopiedRow(line);
    if (row?.contents.length !== columns) return null;
    rows.push(row);
    values.push(rowValues(row));
    yield;
  }
  const contents = rows.map((row): readonly (CellContent | null)[] => row.contents);
  const notes = rows.map(rowNotes);
  const { rules: known = [] } = heading.version === 2 ? heading : {};
  const rules = rows.map((row) =>
    spread(row.rules, columns).map((place) => (place === undefined ? undefined : known[place])),
  );
  return { kind: 'cells', origin, columns, contents, values, looks: looksOf(heading, rows), notes, rules };
}

function looksOf(heading: CopiedHeading, rows: readonly CopiedRow[]): CellBlock['looks'] {
  const { columns } = heading;
  if (heading.version === 1)
    return { kind: 'formats', rows: rows.map(({ formats }) => spread(formats, columns)) };
  const styles: readonly CellStyle[] = heading.styles;
  return {
    kind: 'styles',
    rows: rows.map((row) =>
      spread(row.styles, columns).map((place) => (place === undefined ? undefined : styles[place])),
    ),
  };
}

/** What stands in runs, each with its first and last column, by column. */
function spread<Item>(
  runs: readonly (readonly [item: Item, first: number, last: number])[] = [],
  columns: number,
): (Item | undefined)[] {
  const all: (Item | undefined)[] = [];
  for (const [item, first, last] of runs)
    for (let column = first; column <= last && column < columns; column++) all[column] = item;
  return all;
}

function rowValues({ contents, values = [] }: CopiedRow): CellValue[] {
  const all = contents.map((content) => (isFormula(content) ? null : valueOfContent(content)));
  for (const [column, value] of values) if (column < all.length) all[column] = value;
  return all;
}

function rowNotes({ notes = [] }: CopiedRow): string[] {
  const all: string[] = [];
  for (const [column, note] of notes) all[column] = note;
  return all;
}
