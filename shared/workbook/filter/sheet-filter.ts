import { z } from 'zod';
import type { Range } from '../address.ts';
import { maximumTextLength } from '../document.ts';
import { filterPeriods } from './date-periods.ts';
import type { LineSpans } from '../line-spans.ts';

export const filterOperators = [
  'equal',
  'notEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'lessThan',
  'lessThanOrEqual',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

const filterText = z.string().max(maximumTextLength);

export const filterConditionSchema = z.strictObject({
  operator: z.enum(filterOperators),
  value: z.union([filterText, z.number()]),
});

/**
 * What a cell is compared with: a number, or a text in which `*` stands for any characters, `?` for
 * one and `~` takes the next as it is. The empty text is an empty cell.
 */
export type FilterCondition = Readonly<z.infer<typeof filterConditionSchema>>;

/** Which cells of a column keep their rows in sight. */
export const filterCriterionSchema = z.discriminatedUnion('kind', [
  /** Those that show one of these texts, whatever its case, and empty ones where `blanks` says so. */
  z.strictObject({ kind: z.literal('values'), texts: z.array(filterText).readonly(), blanks: z.boolean() }),
  /** Those for which one condition holds, or two, or one of two. */
  z.strictObject({
    kind: z.literal('conditions'),
    conditions: z.array(filterConditionSchema).min(1).max(2).readonly(),
    join: z.enum(['and', 'or']),
  }),
  /** So many of the largest or smallest numbers, or so many percent of them, with those that equal the last. */
  z.strictObject({
    kind: z.literal('top'),
    from: z.enum(['largest', 'smallest']),
    count: z.int().min(1).max(500),
    isPercent: z.boolean(),
  }),
  /** Numbers above or below the average of the column. */
  z.strictObject({ kind: z.literal('average'), side: z.enum(['above', 'below']) }),
  /** Dates that lie in a period, as seen on the day on which the filter is applied. */
  z.strictObject({ kind: z.literal('period'), period: z.enum(filterPeriods) }),
]);
export type FilterCriterion = Readonly<z.infer<typeof filterCriterionSchema>>;

export interface FilterColumn {
  /** Counted from 0 on the sheet. */
  readonly column: number;
  readonly criterion: FilterCriterion;
}

/**
 * A filter over a table on a sheet. Which rows it hides was found out when its criteria were set or
 * applied again, and stays so until then, as in Excel.
 */
export interface SheetFilter {
  /** The table, whose first row holds its headings. */
  readonly range: Range;
  readonly columns: readonly FilterColumn[];
  readonly hiddenRows: LineSpans;
}

/** The criterion of a column; undefined where it has none. */
export function criterionOf({ columns }: SheetFilter, column: number): FilterCriterion | undefined {
  return columns.find((one) => one.column === column)?.criterion;
}
