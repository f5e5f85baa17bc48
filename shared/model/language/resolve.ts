import { cellReference, columnLetters, quoteSheet } from '../../workbook/address.ts';
import type { Axis, Block, LineBlock, RecordGroups } from './plan.ts';
import { timelineAxis } from './timeline.ts';

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
 *   [taken:above]         the rows over this one, with the line under the headings, so that the first has some
 *   [done@prev]           the period before
 *   [gross@2026]          the total of a year; also @window, @total, @start, @before, @last, @after
 *   [gross:all@window]    a column of totals over all records
 *   [net@quarters]        a row of periods; also @periods (before, quarters, after) and @years
 *   [self@quarters]       this row itself
 *
 * In a matrix the columns are records too:
 *
 *   [flow]                the same row and column of another matrix
 *   [flow:all@all]        the whole matrix
 *   [flow:nodes@nodes]    the rows and columns of a named group
 *   [flow:nvidia@openai]  one element
 *   [flow_head]           the heading of this column
 */
const reference = /\[(?:([A-Z][A-Za-z]*)\.)?([a-z][a-z0-9_]*)(?::([A-Za-z0-9_]+))?(?:@([A-Za-z0-9_]+))?\]/g;

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
  readonly across?: string;
  readonly axis?: Axis;
}

interface Span {
  readonly first: number;
  readonly last: number;
  /** True: written with a dollar sign, so that filling right or down keeps it. */
  readonly fixed: boolean;
  /** Where the end differs from the beginning: a range that grows while it is filled down. */
  readonly endFixed?: boolean;
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
      const block = key === 'self' ? rowOf(place) : directory.block(sheet, key);
      const fail = (why: string): never => {
        throw new Error(
          `${text} in ${quoteSheet(place.sheet)}!${cellReference(place.row, place.column)} (${template}): ${why}`,
        );
      };
      if (!block) return fail(`${sheet} has no rows or column "${key}"`);
      const rows =
        rowSpan(block, records, place, directory.groups) ??
        fail(`no record "${records ?? place.record ?? ''}"`);
      const across =
        columnSpan(block, columns, place, sheet, directory.groups) ?? fail(`no columns "${columns ?? ''}"`);
      return (sheet === place.sheet ? '' : `${quoteSheet(sheet)}!`) + rangeText(rows, across);
    },
  );
}

/** The row in which the formula stands. */
function rowOf({ row, axis = timelineAxis }: Place): LineBlock {
  return { kind: 'lines', top: row, rows: null, axis };
}

function rangeText(rows: Span, columns: Span): string {
  const corner = (row: number, column: number, rowFixed: boolean) =>
    `${columns.fixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row + 1}`;
  const first = corner(rows.first, columns.first, rows.fixed);
  const last = corner(rows.last, columns.last, rows.endFixed ?? rows.fixed);
  if (rows.endFixed !== undefined) return `${first}:${last}`;
  return first === last ? first : `${first}:${last}`;
}

function rowSpan(
  block: Block,
  records: string | undefined,
  place: Place,
  groups: RecordGroups,
): Span | undefined {
  if (block.kind === 'lines' && block.rows === null)
    return { first: block.top, last: block.top, fixed: block.top !== place.row };
  const rows = block.rows ?? new Map<string, number>();
  if (records === undefined) {
    const row = place.record === undefined ? undefined : rows.get(place.record);
    return row === undefined ? undefined : { first: row, last: row, fixed: false };
  }
  if (records === 'above') {
    const head = Math.min(...rows.values()) - 1;
    return { first: head, last: place.row - 1, fixed: true, endFixed: false };
  }
  const span = spanOf(members(records, rows, groups), rows);
  return span && { ...span, fixed: true };
}

/** All records, the one of that name, or those of a group. */
function members(
  name: string,
  positions: ReadonlyMap<string, number>,
  groups: RecordGroups,
): readonly string[] {
  if (name === 'all') return [...positions.keys()];
  return positions.has(name) ? [name] : (groups[name] ?? [name]);
}

/** From the first to the last of the named positions; undefined when one of them is not there, or a stranger is between. */
function spanOf(
  names: readonly string[],
  positions: ReadonlyMap<string, number>,
): { first: number; last: number } | undefined {
  const found = names.map((name) => positions.get(name)).filter((position) => position !== undefined);
  if (found.length !== names.length || found.length === 0) return undefined;
  const [first, last] = [Math.min(...found), Math.max(...found)];
  const inside = [...positions.values()].filter((position) => position >= first && position <= last);
  return inside.length === new Set(found).size ? { first, last } : undefined;
}

function columnSpan(
  block: Block,
  columns: string | undefined,
  place: Place,
  sheet: string,
  groups: RecordGroups,
): Span | undefined {
  if (block.kind === 'column') {
    return columns === undefined
      ? {
          first: block.column,
          last: block.column,
          fixed: sheet !== place.sheet || place.across !== undefined,
        }
      : undefined;
  }
  const { axis } = block;
  if (columns === undefined || columns === 'prev') {
    const own = ownColumn(axis, place);
    const column = own !== undefined && columns === 'prev' ? own - 1 : own;
    return column === undefined || !covers(axis, column)
      ? undefined
      : { first: column, last: column, fixed: false };
  }
  const run = axis.runs[columns];
  if (run) return { first: run[0], last: run[1], fixed: true };
  const span = spanOf(members(columns, axis.columns, groups), axis.columns);
  return span && { ...span, fixed: true };
}

/** The column of the block that stands for the column of the formula. */
function ownColumn(axis: Axis, { column, across }: Place): number | undefined {
  return across === undefined ? column : axis.columns.get(across);
}

/** True when the column is one of the block. */
function covers({ columns, runs }: Axis, column: number): boolean {
  return (
    [...columns.values()].includes(column) ||
    Object.values(runs).some(([first, last]) => column >= first && column <= last)
  );
}
