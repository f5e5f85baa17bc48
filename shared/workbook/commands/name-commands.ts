import { z } from 'zod';
import { columnSchema, rowSchema } from '../cell-schemas.ts';
import { label, range, sheet } from './parts.ts';

/* Defined names. */

export const setName = z.strictObject({
  kind: z.literal('setName'),
  label,
  name: z.string(),
  sheet,
  range,
  /** Words a reader knows it by, and its unit. */
  words: z.string().optional(),
  unit: z.string().optional(),
});
/** The sheet on which alone the name holds; unset: all sheets. */
const scope = z.string().optional();

/** A name for a constant, a formula or several ranges, or one that holds on one sheet only. */
export const setNamedFormula = z.strictObject({
  kind: z.literal('setNamedFormula'),
  label,
  name: z.string(),
  scope,
  /** With its equals sign, as it would stand in the cell `at`. */
  formula: z.string().regex(/^=./s),
  at: z.strictObject({ sheet, row: rowSchema, column: columnSchema }),
  /** Words a reader knows it by. */
  words: z.string().optional(),
});
export const renameName = z.strictObject({
  kind: z.literal('renameName'),
  label,
  from: z.string(),
  scope,
  to: z.string(),
});
export const deleteName = z.strictObject({ kind: z.literal('deleteName'), label, name: z.string(), scope });
