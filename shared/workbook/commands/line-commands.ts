import { z } from 'zod';
import { maximumRows } from '../address.ts';
import { columnSchema as column, rowSchema as row } from '../cell-schemas.ts';
import { maximumColumnWidth, maximumRowHeight } from '../document.ts';
import { maximumLevel } from '../line-groups.ts';
import { label, sheet } from './parts.ts';

/* Rows and columns: where they are, how large, hidden, grouped, kept in view. */

const axis = z.enum(['rows', 'columns']);
const lines = {
  label,
  sheet,
  axis,
  /** The first line, counted from 0; of columns there are fewer. */
  at: row,
  count: z.int().min(1).max(maximumRows),
};

const otherLines = z.array(z.strictObject({ at: lines.at, count: lines.count })).optional();

export const insertLines = z.strictObject({
  kind: z.literal('insertLines'),
  ...lines,
  /** Lines that come elsewhere too; all are counted as they were before. */
  others: otherLines,
});
export const deleteLines = z.strictObject({
  kind: z.literal('deleteLines'),
  ...lines,
  /** Lines elsewhere that go too; they may share some. */
  others: otherLines,
});
export const moveLines = z.strictObject({
  kind: z.literal('moveLines'),
  ...lines,
  /** The line before which they come, as lines are counted before. */
  to: z.int().min(0).max(maximumRows),
});

export const setColumnWidth = z.strictObject({
  kind: z.literal('setColumnWidth'),
  label,
  sheet,
  first: column,
  last: column,
  /** In CSS pixels at 100 %. */
  width: z.number().min(0).max(maximumColumnWidth),
});

export const setLinesHidden = z.strictObject({
  kind: z.literal('setLinesHidden'),
  ...lines,
  hidden: z.boolean(),
});

export const setRowHeight = z.strictObject({
  kind: z.literal('setRowHeight'),
  label,
  sheet,
  first: row,
  last: row,
  /** In CSS pixels at 100 %; null leaves it to what the rows hold. */
  height: z.number().min(1).max(maximumRowHeight).nullable(),
});

/** Lines one level deeper among the groups of an axis, or one less deep. */
export const groupLines = z.strictObject({ kind: z.literal('groupLines'), ...lines });
export const ungroupLines = z.strictObject({ kind: z.literal('ungroupLines'), ...lines });

/** Where the lines stand that sum groups up: before them, or after them. */
export const setSummaryPlace = z.strictObject({
  kind: z.literal('setSummaryPlace'),
  label,
  sheet,
  axis,
  isFirst: z.boolean(),
});

/** Groups that hide or show their lines, each told by its first line and its level. */
export const showDetail = z.strictObject({
  kind: z.literal('showDetail'),
  label,
  sheet,
  axis,
  groups: z
    .array(z.strictObject({ first: row, level: z.int().min(1).max(maximumLevel), shown: z.boolean() }))
    .min(1),
});

/** How many rows and columns stay in view. */
export const setFrozenLines = z.strictObject({
  kind: z.literal('setFrozenLines'),
  label,
  sheet,
  rows: row,
  columns: column,
});
