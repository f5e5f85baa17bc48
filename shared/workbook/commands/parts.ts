import { z } from 'zod';
import { columnSchema, rowSchema } from '../cell-schemas.ts';

/* What commands have in common. */

/** What a person reads in the Undo menu. */
export const label = z.string().min(1);
export const sheet = z.string();
export const range = z.strictObject({
  top: rowSchema,
  left: columnSchema,
  bottom: rowSchema,
  right: columnSchema,
});
