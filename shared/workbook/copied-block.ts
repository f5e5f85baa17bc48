import { z } from 'zod';
import { maximumColumns, maximumRows } from './address.ts';
import { errorCodes } from './document.ts';

/*
 * Copied cells on their way to another window of the program. The clipboard holds them as lines of
 * JSON: a heading, and then every row. Any program may have written them.
 */

const content = z.union([z.string().max(32_767), z.number(), z.boolean()]).nullable();
const value = z.union([content, z.strictObject({ error: z.enum(errorCodes) })]);
const row = z
  .int()
  .min(0)
  .max(maximumRows - 1);
const column = z
  .int()
  .min(0)
  .max(maximumColumns - 1);

const copiedHeadingSchema = z.strictObject({
  version: z.literal(1),
  /** Tells one copy from another. */
  copy: z.string().max(64),
  /** Where the first cell stood. */
  origin: z.strictObject({ row, column }),
  columns: z.int().min(1).max(maximumColumns),
  rows: z.int().min(1).max(maximumRows),
});

const copiedRowSchema = z.strictObject({
  contents: z.array(content),
  /** Values that the contents do not give: column and value. */
  values: z.array(z.tuple([column, value])).optional(),
  /** Number formats: the code, and the first and last column that have it. */
  formats: z.array(z.tuple([z.string().min(1).max(255), column, column])).optional(),
});

export type CopiedHeading = z.infer<typeof copiedHeadingSchema>;
export type CopiedRow = z.infer<typeof copiedRowSchema>;

/** Reads the heading of copied cells; null when the text is none. */
export function readCopiedHeading(text: string): CopiedHeading | null {
  return copiedHeadingSchema.safeParse(fromJson(text)).data ?? null;
}

/** Reads a row of copied cells; null when the text is none. */
export function readCopiedRow(text: string): CopiedRow | null {
  return copiedRowSchema.safeParse(fromJson(text)).data ?? null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
