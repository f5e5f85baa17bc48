import { z } from 'zod';
import { maximumColumns, maximumRows } from './address.ts';

/*
 * The whole vocabulary of change. A command is plain data with a label that a person reads in the
 * Undo menu; the workbook validates it whole before anything changes.
 */

const content = z.union([z.string().max(32_767), z.number(), z.boolean()]).nullable();

const setCells = z.strictObject({
  kind: z.literal('setCells'),
  label: z.string().min(1),
  cells: z
    .array(
      z.strictObject({
        sheet: z.string(),
        row: z
          .int()
          .min(0)
          .max(maximumRows - 1),
        column: z
          .int()
          .min(0)
          .max(maximumColumns - 1),
        content,
      }),
    )
    .min(1),
});

export const commandSchema = z.discriminatedUnion('kind', [setCells]);
export type Command = z.infer<typeof commandSchema>;
