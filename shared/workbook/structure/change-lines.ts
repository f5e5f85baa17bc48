import type { Area } from '../address.ts';
import type { Cell, Heading, Sheet, WhatIfTable, WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { beyondSheet } from './beyond-sheet.ts';
import { followDocument, mayReferTo } from './follow-document.ts';
import type { Covered } from './follow-formula.ts';
import {
  carriedIntervals,
  linesOf,
  linesText,
  maximumLines,
  movedInterval,
  rearranged,
  withLines,
  type Axis,
  type Interval,
  type LineChange,
} from './line-change.ts';
import { withFilterMoved } from './change-filter.ts';
import { sheetNamed } from './change-sheets.ts';
import { withLinesMoved } from './sheet-lines.ts';

/** A cell that a line takes over from the line before it: its look without its content. */
export function looksOf(cell: Cell | null | undefined): Cell | null {
  return cell?.style === undefined ? null : { content: null, style: cell.style };
}

function withRows(sheet: Sheet, change: LineChange): Sheet['rows'] {
  const above = sheet.rows[change.at - 1] ?? [];
  const isFirst = change.at === 0;
  return rearranged(sheet.rows, change, () =>
    change.kind === 'insert' && !isFirst ? above.map(looksOf) : [],
  );
}

function withColumns(sheet: Sheet, change: LineChange): Sheet['rows'] {
  return sheet.rows.map((row) => {
    const before = change.kind === 'insert' && change.at > 0 ? looksOf(row[change.at - 1]) : null;
    const cells = rearranged(row, change, () => before);
    return cells.length === row.length && cells.every((cell, index) => cell === row[index]) ? row : cells;
  });
}

function withFrozen(count: number, { kind, at, count: lines }: LineChange): number {
  if (kind === 'insert') return at < count ? count + lines : count;
  if (kind === 'delete') return count - Math.max(0, Math.min(count, at + lines) - at);
  return count;
}

function changedSheet(before: Sheet, change: LineChange): Sheet {
  const { axis } = change;
  const sheet = withLinesMoved(before, change);
  if (axis === 'rows')
    return { ...sheet, rows: withRows(sheet, change), frozenRows: withFrozen(sheet.frozenRows, change) };
  const widthBefore = sheet.columnWidths[change.at - 1] ?? sheet.columnWidths[0] ?? 0;
  return {
    ...sheet,
    rows: withColumns(sheet, change),
    columnWidths: rearranged(sheet.columnWidths, change, () => widthBefore),
    frozenColumns: withFrozen(sheet.frozenColumns, change),
  };
}

function usedLines({ rows }: Sheet, axis: Axis): number {
  return axis === 'rows' ? rows.length : rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function isHeadingIn(heading: Heading | string, axis: Axis, lines: Interval): boolean {
  if (typeof heading === 'string') return false;
  const line =
    'cell' in heading
      ? axis === 'rows'
        ? heading.cell.row
        : heading.cell.column
      : axis === 'rows'
        ? 'row' in heading
          ? heading.row
          : undefined
        : 'column' in heading
          ? heading.column
          : undefined;
  return line !== undefined && line >= lines.first && line <= lines.last;
}

/** Whether the change would take a what-if table apart, whose results are calculated as one block. */
function breaksTable(table: WhatIfTable, change: LineChange): boolean {
  const { axis, at, count, kind } = change;
  const results = linesOf(table.results, axis);
  const isInside = (line: number) => line > results.first && line <= results.last;
  if (kind === 'insert') return isInside(at);
  const last = at + count - 1;
  const holdsAll = at <= results.first && last >= results.last;
  if (kind === 'delete') {
    const headings = [table.figure, ...table.set.flatMap(({ name, value }) => [name, value])];
    const touches = at <= results.last && last >= results.first;
    return !holdsAll && (touches || headings.some((one) => isHeadingIn(one, axis, { first: at, last })));
  }
  const touches = at <= results.last && last >= results.first;
  return (touches && !holdsAll) || isInside(change.to);
}

function refusal(document: WorkbookDocument, sheet: Sheet, change: LineChange): Result<never> | null {
  const { axis, at, count, kind } = change;
  const subject = `${sheet.name}, ${linesText(axis, at, count)}`;
  const end = maximumLines[axis];
  const beyond = beyondSheet(
    sheet.name,
    kind === 'move' && change.to > end ? { axis, at: change.to - count, count } : change,
  );
  if (beyond) return beyond;
  const table = document.whatIfTables?.find((one) => one.sheet === sheet.name && breaksTable(one, change));
  if (table) {
    return failure({
      code: 'part-of-what-if-table',
      message: `${subject} cuts through a what-if table, which is calculated as one block.`,
      subject,
      remedy: 'Insert, delete or move lines beside the table, or all of it.',
    });
  }
  return null;
}

/** Refuses insertions that would together push used cells off the sheet. */
function pushedOff(sheet: Sheet, axis: Axis, changes: readonly LineChange[]): Result<never> | null {
  const used = usedLines(sheet, axis);
  const insertions = changes.filter(({ kind, at }) => kind === 'insert' && at < used);
  const count = insertions.reduce((sum, change) => sum + change.count, 0);
  if (count === 0 || used + count <= maximumLines[axis]) return null;
  return failure({
    code: 'pushed-off-sheet',
    message: `Inserting ${count} ${axis} would push cells that are used off the end of the sheet "${sheet.name}".`,
    subject: `${sheet.name}, ${insertions.map((one) => linesText(axis, one.at, one.count)).join(', ')}`,
    remedy: `Delete ${axis} at the end of the sheet first.`,
  });
}

/**
 * The document with rows or columns inserted, deleted or moved, and everything that refers to cells
 * following them. Several changes are of one axis of one sheet and come from its end to its beginning,
 * so that each finds its lines where they were. New lines look like the line before them. Refuses an unknown sheet, lines beyond the
 * sheet, used cells that would be pushed off it, and lines that cut through a what-if table.
 */
export function withLinesChanged(
  document: WorkbookDocument,
  { sheet: sheetName, axis }: { readonly sheet: string; readonly axis: Axis },
  asked: readonly LineChange[],
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sheetName);
  if (!found.ok) return found;
  const sheet = found.value;
  for (const change of asked) {
    const refused = refusal(document, sheet, change);
    if (refused) return refused;
  }
  const pushed = pushedOff(sheet, axis, asked);
  if (pushed) return pushed;
  // Before one of their own lines they are where they were.
  const changes = asked.filter(
    (change) => change.kind !== 'move' || change.to < change.at || change.to > change.at + change.count,
  );
  if (changes.length === 0) return success(document);
  const own = sheet.name.toLowerCase();
  const area = (covered: Covered): Covered | null => {
    const lines = covered[axis];
    if (covered.sheet.toLowerCase() !== own || lines === undefined) return covered;
    const moved = changes.reduce<Interval | null>(
      (left, change) => left && movedInterval(left, change),
      lines,
    );
    return moved && { ...covered, [axis]: moved };
  };
  const cells = (carrying: Area): Area[] =>
    carrying.sheet.toLowerCase() === own
      ? changes
          .reduce(
            (left, change) => left.flatMap((lines) => carriedIntervals(lines, change)),
            [linesOf(carrying.range, axis)],
          )
          .map((lines) => ({ ...carrying, range: withLines(carrying.range, axis, lines) }))
      : [carrying];
  const sheets = document.sheets.map((one) =>
    one === sheet
      ? changes.reduce((left, change) => withFilterMoved(changedSheet(left, change), change), one)
      : one,
  );
  return success(
    followDocument(
      { ...document, sheets },
      { area, cells, sheet: (name) => name, mayRefer: mayReferTo(sheet.name) },
    ),
  );
}
