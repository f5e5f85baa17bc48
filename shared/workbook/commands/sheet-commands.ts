import { z } from 'zod';
import { label, sheet } from './parts.ts';

/* The sheets of the workbook. */

const place = z.int().min(0);
export const addSheet = z.strictObject({ kind: z.literal('addSheet'), label, name: z.string(), at: place });
export const deleteSheet = z.strictObject({ kind: z.literal('deleteSheet'), label, sheet });
export const renameSheet = z.strictObject({ kind: z.literal('renameSheet'), label, sheet, name: z.string() });
export const moveSheet = z.strictObject({ kind: z.literal('moveSheet'), label, sheet, to: place });

export const setSheetHidden = z.strictObject({
  kind: z.literal('setSheetHidden'),
  label,
  sheet,
  hidden: z.boolean(),
});
