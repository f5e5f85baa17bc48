import { areaText } from '../areas.ts';
import { overlap, type Address, type Area, type Range } from '../address.ts';
import type { Cell, Sheet, WhatIfTable, WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { sharedRange, without } from '../range-parts.ts';
import { looksOf } from './change-lines.ts';
import { sheetNamed } from './change-sheets.ts';
import { followDocument, mayReferTo } from './follow-document.ts';
import type { ReferenceMap } from './follow-formula.ts';
import {
  carriedIntervals,
  linesOf,
  maximumLines,
  movedInterval,
  rearranged,
  withLines,
  type Axis,
  type LineChange,
} from './line-change.ts';

/** Empty cells that come in the place of others, which go down or to the right, or cells that go, with those behind them coming up or to the left. */
export interface CellShift extends Area {
  /** Along which the others go: down and up the rows, or along the columns. */
  readonly axis: Axis;
  /** Whether cells come; otherwise they go. */
  readonly inserts: boolean;
}

function acrossOf(axis: Axis): Axis {
  return axis === 'rows' ? 'columns' : 'rows';
}

/** What happens to the lines of the band of cells that a shift goes along. */
function changeOf({ sheet, range, axis, inserts }: CellShift): LineChange {
  const { first, last } = linesOf(range, axis);
  return { kind: inserts ? 'insert' : 'delete', sheet, axis, at: first, count: last - first + 1 };
}

/** All cells from the first of the shift to the edge of the sheet, along its band. */
function behind({ range, axis }: CellShift): Range {
  const { first } = linesOf(range, axis);
  return withLines(range, axis, { first, last: maximumLines[axis] - 1 });
}

/** The block of cells that a shift moves, up to the edge of the sheet, and where its first one comes; none where nothing lies behind. */
export function shiftedBlock(shift: CellShift): readonly { readonly from: Area; readonly to: Address }[] {
  const { sheet, range, axis, inserts } = shift;
  const { first, last } = linesOf(range, axis);
  const [start, landing] = inserts ? [first, last + 1] : [last + 1, first];
  // What would be pushed off the sheet is none of the block.
  const end = maximumLines[axis] - 1 - Math.max(0, landing - start);
  if (start > end) return [];
  const corner = withLines(range, axis, { first: landing, last: landing });
  const from = { sheet, range: withLines(range, axis, { first: start, last: end }) };
  return [{ from, to: { sheet, row: corner.top, column: corner.left } }];
}

/** Where cells have gone that something refers to, after a shift; null where they are gone. */
export function areaAfter(shift: CellShift): ReferenceMap['area'] {
  const { sheet, range, axis } = shift;
  const change = changeOf(shift);
  const across = acrossOf(axis);
  const band = linesOf(range, across);
  return (covered) => {
    const [lines, width] = [covered[axis], covered[across]];
    const isOwn = covered.sheet.toLowerCase() === sheet.toLowerCase();
    if (!isOwn || !lines || !width || width.first < band.first || width.last > band.last) return covered;
    const moved = movedInterval(lines, change);
    return moved && { ...covered, [axis]: moved };
  };
}

function withRowsShifted(rows: Sheet['rows'], shift: CellShift): Sheet['rows'] {
  const change = changeOf(shift);
  const { top, left, bottom, right } = shift.range;
  if (shift.axis === 'columns') {
    return rows.map((row, at) => {
      if (at < top || at > bottom) return row;
      const before = change.kind === 'insert' && left > 0 ? looksOf(row[left - 1]) : null;
      return rearranged(row, change, () => before);
    });
  }
  const bands = rows.map((row) => row.slice(left, right + 1));
  const above = change.kind === 'insert' ? (bands[top - 1] ?? []) : [];
  const shifted = rearranged(bands, change, () => above.map(looksOf));
  const now = Array.from({ length: Math.max(rows.length, shifted.length) }, (_, at) => {
    const row = rows[at] ?? [];
    return at < top ? row : withBand(row, shifted[at] ?? [], left, right);
  });
  // Rows out of which the last cell has come up are no longer used.
  return now.slice(0, now.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
}

/** A row with these cells from one column to another. */
function withBand(
  row: readonly (Cell | null)[],
  band: readonly (Cell | null)[],
  left: number,
  right: number,
): readonly (Cell | null)[] {
  const rest = row.slice(right + 1);
  const width = rest.length > 0 ? right - left + 1 : band.length;
  const own = Array.from({ length: width }, (_, place) => band[place] ?? null);
  const start = Array.from(
    { length: own.length > 0 ? left : Math.min(left, row.length) },
    (_, place) => row[place] ?? null,
  );
  const cells = [...start, ...own, ...rest];
  return cells.length === row.length && cells.every((cell, place) => cell === row[place]) ? row : cells;
}

/** Whether the shift would take cells of a what-if table, or of its headings, elsewhere than the others. */
function breaksTable({ results, figure, set }: WhatIfTable, shift: CellShift): boolean {
  const moved = behind(shift);
  const headings = [figure, ...set.flatMap(({ name, value }) => [name, value])].flatMap(
    (heading): Range[] => {
      if (typeof heading === 'string') return [];
      if ('cell' in heading) {
        const { row, column } = heading.cell;
        return [{ top: row, left: column, bottom: row, right: column }];
      }
      return 'row' in heading
        ? [{ ...results, top: heading.row, bottom: heading.row }]
        : [{ ...results, left: heading.column, right: heading.column }];
    },
  );
  return [results, ...headings].some((range) => overlap(range, moved));
}

function refusal(document: WorkbookDocument, sheet: Sheet, shift: CellShift): Result<never> | null {
  const { axis, inserts } = shift;
  const subject = areaText({ sheet: sheet.name, range: shift.range });
  const table = document.whatIfTables?.find((one) => one.sheet === sheet.name && breaksTable(one, shift));
  if (table) {
    return failure({
      code: 'part-of-what-if-table',
      message: `Cells of a what-if table, which is calculated as one block, lie behind ${subject}.`,
      subject,
      remedy: `Insert or delete entire ${axis}, or cells beside the table.`,
    });
  }
  if (sheet.filter && overlap(sheet.filter.range, behind(shift))) {
    return failure({
      code: 'part-of-filter',
      message: `Cells of the filtered table ${areaText({ sheet: sheet.name, range: sheet.filter.range })} lie behind ${subject}, and would no longer stand in their rows.`,
      subject,
      remedy: `Take the filter away first, or insert or delete entire ${axis}.`,
    });
  }
  const [across, used] = [linesOf(shift.range, acrossOf(axis)), usedAlong(sheet, shift)];
  const { first, last } = linesOf(shift.range, axis);
  const count = last - first + 1;
  if (!inserts || used <= first || used + count <= maximumLines[axis]) return null;
  return failure({
    code: 'pushed-off-sheet',
    message: `Inserting cells at ${subject} would push cells that are used off the end of the sheet "${sheet.name}".`,
    subject,
    remedy: `Delete cells at the end of ${acrossOf(axis)} ${across.first + 1} to ${across.last + 1} first.`,
  });
}

/** How many lines of the band of a shift are used. */
function usedAlong({ rows }: Sheet, { range, axis }: CellShift): number {
  const { top, left, bottom, right } = range;
  if (axis === 'columns')
    return rows.slice(top, bottom + 1).reduce((most, row) => Math.max(most, row.length), 0);
  return rows.findLastIndex((row) => row.slice(left, right + 1).some((cell) => cell !== null)) + 1;
}

/**
 * The document with cells inserted or deleted, and those behind them, down to the edge of the sheet, out of the
 * way or in their place. What refers to cells of the band alone follows them, as Excel has it; a range that is
 * wider stays. New cells look like those before them. Refuses an unknown sheet, used cells that would be pushed off
 * it, and cells of a what-if table or of a filtered table behind them.
 */
export function withCellsShifted(document: WorkbookDocument, asked: CellShift): Result<WorkbookDocument> {
  const found = sheetNamed(document, asked.sheet);
  if (!found.ok) return found;
  const sheet = found.value;
  const shift = { ...asked, sheet: sheet.name };
  const refused = refusal(document, sheet, shift);
  if (refused) return refused;
  const { axis, range } = shift;
  const change = changeOf(shift);
  const own = sheet.name.toLowerCase();
  const whole = withLines(range, axis, { first: 0, last: maximumLines[axis] - 1 });
  const cells = (carrying: Area): Area[] => {
    const inBand = carrying.sheet.toLowerCase() === own ? sharedRange(carrying.range, whole) : null;
    if (!inBand) return [carrying];
    return [
      ...without(carrying.range, whole),
      ...carriedIntervals(linesOf(inBand, axis), change).map((lines) => withLines(inBand, axis, lines)),
    ].map((one) => ({ ...carrying, range: one }));
  };
  const sheets = document.sheets.map((one) =>
    one === sheet ? { ...one, rows: withRowsShifted(one.rows, shift) } : one,
  );
  return success(
    followDocument(
      { ...document, sheets },
      { area: areaAfter(shift), cells, sheet: (name) => name, mayRefer: mayReferTo(sheet.name) },
    ),
  );
}
