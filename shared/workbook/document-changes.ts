import type { CellEdit } from '../engine/engine.ts';
import { contains, type Address } from './address.ts';
import type { Cell, WorkbookDocument } from './document.ts';
import type { Axis, LineOrigin } from './structure/line-change.ts';
import {
  composedOrigins,
  lineOrigins,
  reversedOrigins,
  targetOf,
  type LineChange,
} from './structure/line-change.ts';

/** What a cell has besides its content. */
export interface CellLook extends Address, Omit<Cell, 'content'> {}

/** Where the lines of a sheet, as it is called now, were before some of them came, went or moved. */
export interface ReshapedLines {
  readonly sheet: string;
  readonly axis: Axis;
  readonly origins: readonly LineOrigin[];
}

/** Where the cells of a document were before lines or sheets of it came, went or moved. */
export interface Reshaping {
  /** The sheets in their order now, and what each was called before; null for a new one. */
  readonly sheets: readonly (readonly [now: string, before: string | null])[];
  /** One after the other, in the order in which it came about. */
  readonly lines: readonly ReshapedLines[];
}

/** How cells of one document differ from those at the same places of another. */
export interface CellDifferences {
  readonly contents: readonly CellEdit[];
  /** Those of them that are results of what-if tables. */
  readonly results: readonly CellEdit[];
  readonly looks: readonly CellLook[];
}

/** The reshaping of a document that keeps its sheets and only moves lines of one axis of one of them. */
export function linesReshaped(document: WorkbookDocument, changes: readonly LineChange[]): Reshaping {
  const [first, ...others] = changes;
  const origins = others.reduce(
    (before, change) => composedOrigins(before, lineOrigins(change)),
    first ? lineOrigins(first) : [],
  );
  return {
    sheets: document.sheets.map(({ name }) => [name, name]),
    lines: first ? [{ sheet: first.sheet, axis: first.axis, origins }] : [],
  };
}

/** The reshaping of a document whose cells are all where they were, though what formulas see of it has changed. */
export function sameShape({ sheets }: WorkbookDocument): Reshaping {
  return { sheets: sheets.map(({ name }) => [name, name]), lines: [] };
}

/** Whether a reshaping left all cells where they were. */
export function keepsPlaces({ sheets, lines }: Reshaping): boolean {
  return lines.length === 0 && sheets.every(([now, before]) => now === before);
}

/** The reshaping that takes another one back; `before` is the document that it began with. */
export function reversedReshaping({ sheets, lines }: Reshaping, before: WorkbookDocument): Reshaping {
  return {
    sheets: before.sheets.map(({ name }) => [
      name,
      sheets.find(([, earlier]) => earlier === name)?.[0] ?? null,
    ]),
    lines: lines.toReversed().map(({ sheet, axis, origins }) => ({
      sheet: sheets.find(([now]) => now === sheet)?.[1] ?? sheet,
      axis,
      origins: reversedOrigins(origins),
    })),
  };
}

/** Two reshapings, one after the other, as one; null for one that left all where it was. */
export function composedReshaping(earlier: Reshaping | null, later: Reshaping | null): Reshaping | null {
  if (!earlier || !later) return earlier ?? later;
  const before = new Map(earlier.sheets);
  const now = new Map(later.sheets.flatMap(([name, between]) => (between === null ? [] : [[between, name]])));
  return {
    sheets: later.sheets.map(([name, between]) => [
      name,
      between === null ? null : (before.get(between) ?? null),
    ]),
    lines: [
      ...earlier.lines.flatMap((lines) => {
        const sheet = now.get(lines.sheet);
        return sheet === undefined ? [] : [{ ...lines, sheet }];
      }),
      ...later.lines,
    ],
  };
}

/** Where a cell is after its document was reshaped; null when it is gone. */
export function movedAddress({ sheet, row, column }: Address, { sheets, lines }: Reshaping): Address | null {
  const now = sheets.find(([, before]) => before === sheet)?.[0];
  return now === undefined ? null : movedByLines({ sheet: now, row, column }, lines);
}

/** Where a cell is after lines came, went or moved, on a sheet that is called the same; null when it is gone. */
export function movedByLines(address: Address, lines: readonly ReshapedLines[]): Address | null {
  let here = address;
  for (const { sheet, axis, origins } of lines) {
    if (sheet !== here.sheet) continue;
    const line = targetOf(axis === 'rows' ? here.row : here.column, origins);
    if (line === null) return null;
    here = axis === 'rows' ? { ...here, row: line } : { ...here, column: line };
  }
  return here;
}

/** Whether an engine that was built for one document can take the contents of the other, cell by cell. */
export function haveSameFrame(one: WorkbookDocument, other: WorkbookDocument): boolean {
  return (
    one.names === other.names &&
    one.namedFormulas === other.namedFormulas &&
    one.bounds === other.bounds &&
    one.whatIfTables === other.whatIfTables &&
    one.sheets.length === other.sheets.length &&
    one.sheets.every(({ name }, index) => name === other.sheets[index]?.name)
  );
}

/** How the cells of a document differ from those of an earlier one with the same sheets. Rows that both share are not looked at. */
export function cellDifferences(before: WorkbookDocument, after: WorkbookDocument): CellDifferences {
  const contents: CellEdit[] = [];
  const results: CellEdit[] = [];
  const looks: CellLook[] = [];
  for (const [index, sheet] of after.sheets.entries()) {
    const old = before.sheets[index];
    if (!old || old === sheet) continue;
    const tables = (after.whatIfTables ?? []).filter((table) => table.sheet === sheet.name);
    const rows = Math.max(old.rows.length, sheet.rows.length);
    for (let row = 0; row < rows; row++) {
      const [was, is] = [old.rows[row] ?? [], sheet.rows[row] ?? []];
      if (was === is) continue;
      const columns = Math.max(was.length, is.length);
      for (let column = 0; column < columns; column++) {
        const [earlier, now]: (Cell | null)[] = [was[column] ?? null, is[column] ?? null];
        if (earlier === now) continue;
        const address = { sheet: sheet.name, row, column };
        const content = now?.content ?? null;
        if (!Object.is(content, earlier?.content ?? null)) {
          const isResult = tables.some((table) => contains(table.results, row, column));
          (isResult ? results : contents).push({ ...address, content });
        }
        if (
          now?.style !== earlier?.style ||
          now?.note !== earlier?.note ||
          now?.provenance !== earlier?.provenance
        ) {
          const { content: _, ...look } = now ?? { content: null };
          looks.push({ ...address, ...look });
        }
      }
    }
  }
  return { contents, results, looks };
}
