import { z } from 'zod';
import { colour } from '../look.ts';
import { label, sheet } from './parts.ts';

/* The sheets of the workbook. */

const place = z.int().min(0);
export const addSheet = z.strictObject({ kind: z.literal('addSheet'), label, name: z.string(), at: place });
/** A sheet like another one, with names of its own for what the names of that stand for there. */
export const copySheet = z.strictObject({
  kind: z.literal('copySheet'),
  label,
  sheet,
  name: z.string(),
  at: place,
});
export const deleteSheet = z.strictObject({ kind: z.literal('deleteSheet'), label, sheet });
export const renameSheet = z.strictObject({ kind: z.literal('renameSheet'), label, sheet, name: z.string() });
export const moveSheet = z.strictObject({ kind: z.literal('moveSheet'), label, sheet, to: place });

export const setSheetHidden = z.strictObject({
  kind: z.literal('setSheetHidden'),
  label,
  sheet,
  hidden: z.boolean(),
});

/** The colour of a sheet's tab; null takes it away. */
export const setTabColour = z.strictObject({
  kind: z.literal('setTabColour'),
  label,
  sheet,
  colour: colour.nullable(),
});
