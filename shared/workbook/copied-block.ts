import { z } from 'zod';
import { maximumColumns, maximumRows } from './address.ts';
import {
  columnSchema as column,
  contentSchema as content,
  formatSchema as format,
  noteSchema,
  rowSchema as row,
} from './cell-schemas.ts';
import { cellRoles, errorCodes } from './document.ts';
import { ownLook } from './look.ts';
import { validationSettingsSchema } from './validation/validation.ts';

/*
 * Copied cells on their way to another window of the program. The clipboard holds them as lines of
 * JSON: a heading, and then every row. Any program may have written them.
 */

const value = z.union([content, z.strictObject({ error: z.enum(errorCodes) })]);

const heading = {
  /** Tells one copy from another. */
  copy: z.string().max(64),
  /** Where the first cell stood. */
  origin: z.strictObject({ row, column }),
  columns: z.int().min(1).max(maximumColumns),
  rows: z.int().min(1).max(maximumRows),
};

const style = z.strictObject({
  role: z.enum(cellRoles),
  format: format.exactOptional(),
  align: z.enum(['left', 'right', 'center']).exactOptional(),
  wrap: z.boolean().exactOptional(),
  ...ownLook,
});

/** Cells of the first version tell their number formats, and those of the second all of their looks. */
const copiedHeadingSchema = z.discriminatedUnion('version', [
  z.strictObject({ version: z.literal(1), ...heading }),
  z.strictObject({
    version: z.literal(2),
    ...heading,
    styles: z.array(style),
    /** What cells may hold, with formulas as seen from a cell. */
    rules: z
      .array(z.strictObject({ settings: validationSettingsSchema, from: z.strictObject({ row, column }) }))
      .optional(),
  }),
]);

const copiedRowSchema = z.strictObject({
  contents: z.array(content),
  /** Values that the contents do not give: column and value. */
  values: z.array(z.tuple([column, value])).optional(),
  /** Number formats, in the first version: the code, and the first and last column that have it. */
  formats: z.array(z.tuple([format, column, column])).optional(),
  /** Styles: the place in the heading, and the first and last column that have it. */
  styles: z.array(z.tuple([z.int().min(0), column, column])).optional(),
  /** What cells may hold: the place in the heading, and the first and last column that it is for. */
  rules: z.array(z.tuple([z.int().min(0), column, column])).optional(),
  /** Column and note. */
  notes: z.array(z.tuple([column, noteSchema])).optional(),
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
