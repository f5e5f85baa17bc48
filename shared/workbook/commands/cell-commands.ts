import { z } from 'zod';
import {
  columnSchema as column,
  contentSchema as content,
  formatSchema,
  noteSchema,
  rowSchema as row,
} from '../cell-schemas.ts';
import { label, range, sheet } from './parts.ts';

/* What cells hold. */

export const setCells = z.strictObject({
  kind: z.literal('setCells'),
  label,
  cells: z
    .array(
      z.strictObject({
        sheet,
        row,
        column,
        content,
        /** The number format that the cell gets where it has none of its own. */
        format: formatSchema.optional(),
      }),
    )
    .min(1),
});

export const moveCells = z.strictObject({
  kind: z.literal('moveCells'),
  label,
  from: z.strictObject({ sheet, range }),
  /** Where the first of them comes. */
  to: z.strictObject({ sheet, row, column }),
});

/** Empty cells in the place of others, which go down or to the right, or cells that go, with those behind them coming in their place. */
export const shiftCells = z.strictObject({
  kind: z.literal('shiftCells'),
  label,
  sheet,
  range,
  /** Along which the others go. */
  axis: z.enum(['rows', 'columns']),
  /** Whether cells come; otherwise they go. */
  inserts: z.boolean(),
});

export const setNote = z.strictObject({
  kind: z.literal('setNote'),
  label,
  sheet,
  row,
  column,
  note: noteSchema.nullable(),
});
