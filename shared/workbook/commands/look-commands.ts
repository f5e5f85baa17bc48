import { z } from 'zod';
import { formatSchema } from '../cell-schemas.ts';
import { conditionalLookSchema, conditionalRuleSchema } from '../conditional/conditional-format.ts';
import { cellRoles } from '../document.ts';
import { lookChange } from '../look.ts';
import { label, range, sheet } from './parts.ts';

/* What cells look like, always or by a rule. */

/** Looks of cells; null takes one away, and what is left out stays. */
const look = z.strictObject({
  /** An Excel number format code. */
  format: formatSchema.nullable().optional(),
  role: z.enum(cellRoles).optional(),
  align: z.enum(['left', 'right', 'center']).nullable().optional(),
  wrap: z.boolean().nullable().optional(),
  ...lookChange,
});

export const setLooks = z.strictObject({
  kind: z.literal('setLooks'),
  label,
  /** Of areas that share a cell the later counts. */
  areas: z.array(z.strictObject({ sheet, range, look })).min(1),
});

/** All conditional formats of the workbook in place of those there were, the one that counts first before the others. */
export const setConditionalFormats = z.strictObject({
  kind: z.literal('setConditionalFormats'),
  label,
  formats: z
    .array(
      z.strictObject({
        sheet,
        ranges: z.array(range).min(1).readonly(),
        rule: conditionalRuleSchema,
        look: conditionalLookSchema,
        stopIfTrue: z.boolean().optional(),
      }),
    )
    .readonly(),
});
