import { z } from 'zod';
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
export const renameName = z.strictObject({
  kind: z.literal('renameName'),
  label,
  from: z.string(),
  to: z.string(),
});
export const deleteName = z.strictObject({ kind: z.literal('deleteName'), label, name: z.string() });
