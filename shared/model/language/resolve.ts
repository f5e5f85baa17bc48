import { cellReference, columnLetters, quoteSheet } from '../../workbook/address.ts';
import type { Block, RecordGroups } from './plan.ts';
import { findTimelineColumn, timelineRun } from './timeline.ts';

/*
 * References by meaning. In brackets stands `Sheet.key:records@columns`, each part but the key
 * optional:
 *
 *   [weight]              the same deal and period on this sheet
 *   [Timing.weight]       the same deal and period on another sheet
 *   [Deals.value]         this record's cell in a table's column
 *   [Deals.value:D01]     that record's cell
 *   [gross:all]           all records of the block, in this period
 *   [Deals.layer:deals]   the records of a named group
 *   [done@prev]           the period before
 *   [gross@2026]          the total of a year; also @window, @total, @before, @after, @start
 *   [gross:all@window]    a column of totals over all records
 *   [net@quarters]        a row of periods; also @periods (before, quarters, after) and @years
 *   [self@quarters]       this row itself
 */
const reference = /\[(?:([A-Z][A-Za-z]*)\.)?([a-z][a-z0-9_]*)(?::([A-Za-z0-9_]+))?(?:@([a-z0-9]+))?\]/g;

/** Where the blocks of all sheets lie. */
export interface Directory {
  block(sheet: string, key: string): Block | undefined;
  readonly groups: RecordGroups;
}

/** The cell in which the formula stands. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly record?: string;
}

interface Span {
  readonly first: number;
  readonly last: number;
  /** True: written with a dollar sign, so that filling right or down keeps it. */
  readonly fixed: boolean;
}

/** The formula with every bracket replaced by an A1 reference. Throws on a name that stands for nothing. */
export function resolveFormula(template: string, place: Place, directory: Directory): string {
  return template.replace(
    reference,
    (
      text,
      sheetName: string | undefined,
      key: string,
      records: string | undefined,
      columns: string | undefined,
    ) => {
      const sheet = sheetName ?? place.sheet;
      const block =
        key === 'self'
          ? ({ kind: 'lines', top: place.row, records: null } as const)
          : directory.block(sheet, key);
      const fail = (why: string): never => {
        throw new Error(
          `${text} in ${quoteSheet(place.sheet)}!${cellReference(place.row, place.column)} (${template}): ${why}`,
        );
      };
      if (!block) return fail(`${sheet} has no rows or column "${key}"`);
      const rows =
        rowSpan(block, records, place, directory.groups) ??
        fail(`no record "${records ?? place.record ?? ''}"`);
      const across = columnSpan(block, columns, place, sheet) ?? fail(`no columns "${columns ?? ''}"`);
      return (sheet === place.sheet ? '' : `${quoteSheet(sheet)}!`) + rangeText(rows, across);
    },
  );
}

function rangeText(rows: Span, columns: Span): string {
  const corner = (row: number, column: number) =>
    `${columns.fixed ? '$' : ''}${columnLetters(column)}${rows.fixed ? '$' : ''}${row + 1}`;
  const first = corner(rows.first, columns.first);
  const last = corner(rows.last, columns.last);
  return first === last ? first : `${first}:${last}`;
}

function rowSpan(
  block: Block,
  records: string | undefined,
  place: Place,
  groups: RecordGroups,
): Span | undefined {
  const rowOf = (record: string): number | undefined => {
    if (block.kind === 'column') return block.rows.get(record);
    const index = block.records?.indexOf(record) ?? -1;
    return index < 0 ? undefined : block.top + index;
  };
  if (block.kind === 'lines' && block.records === null)
    return { first: block.top, last: block.top, fixed: block.top !== place.row };
  if (records === undefined) {
    const row = place.record === undefined ? undefined : rowOf(place.record);
    return row === undefined ? undefined : { first: row, last: row, fixed: false };
  }
  const all = block.kind === 'column' ? [...block.rows.keys()] : (block.records ?? []);
  const members = records === 'all' ? all : (groups[records] ?? [records]);
  const found = members.map(rowOf).filter((row) => row !== undefined);
  if (found.length !== members.length || found.length === 0) return undefined;
  return { first: Math.min(...found), last: Math.max(...found), fixed: true };
}

function columnSpan(
  block: Block,
  columns: string | undefined,
  place: Place,
  sheet: string,
): Span | undefined {
  if (block.kind === 'column') {
    return columns === undefined
      ? { first: block.column, last: block.column, fixed: sheet !== place.sheet }
      : undefined;
  }
  if (columns === undefined) return { first: place.column, last: place.column, fixed: false };
  if (columns === 'prev') return { first: place.column - 1, last: place.column - 1, fixed: false };
  const run = timelineRun[columns];
  if (run) return { first: run[0], last: run[1], fixed: true };
  const column = findTimelineColumn(columns);
  return column === undefined ? undefined : { first: column, last: column, fixed: true };
}
