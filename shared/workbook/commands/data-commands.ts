import { z } from 'zod';
import { maximumColumns } from '../address.ts';
import { columnSchema as column } from '../cell-schemas.ts';
import { filterCriterionSchema } from '../filter/sheet-filter.ts';
import { validationSettingsSchema } from '../validation/validation.ts';
import { label, range, sheet } from './parts.ts';

/* Sorting, filtering, and what cells may hold. */

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Sorts the rows of a range by the values in some of its columns. */
export const sortRange = z.strictObject({
  kind: z.literal('sortRange'),
  label,
  sheet,
  range,
  keys: z
    .array(z.strictObject({ column, descending: z.boolean() }))
    .min(1)
    .max(64)
    .readonly(),
  hasHeader: z.boolean(),
  /** The language whose order texts have. */
  locale: z.string().refine(isLocale),
});

/** Puts a filter on a sheet, another one, the same one anew, or none. */
export const setFilter = z.strictObject({
  kind: z.literal('setFilter'),
  label,
  sheet,
  filter: z
    .strictObject({
      /** The table, whose first row holds its headings. */
      range,
      columns: z
        .array(z.strictObject({ column, criterion: filterCriterionSchema }))
        .max(maximumColumns)
        .readonly(),
    })
    .nullable(),
});

/** What cells may hold; with null, anything. */
export const setValidation = z.strictObject({
  kind: z.literal('setValidation'),
  label,
  sheet,
  /** Formulas are as seen from the first corner of them all. */
  ranges: z.array(range).min(1),
  settings: validationSettingsSchema.nullable(),
});
