import type { Range } from '../address.ts';
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

/**
 * What a cell is compared with: a number, or a text in which `*` stands for any characters, `?` for
 * one and `~` takes the next as it is. The empty text is an empty cell.
 */
export interface FilterCondition {
  readonly operator: FilterOperator;
  readonly value: string | number;
}

/** Which cells of a column keep their rows in sight. */
export type FilterCriterion =
  /** Those that show one of these texts, whatever its case, and empty ones where `blanks` says so. */
  | { readonly kind: 'values'; readonly texts: readonly string[]; readonly blanks: boolean }
  /** Those for which one condition holds, or two, or one of two. */
  | {
      readonly kind: 'conditions';
      readonly conditions: readonly FilterCondition[];
      readonly join: 'and' | 'or';
    }
  /** So many of the largest or smallest numbers, or so many percent of them, with those that equal the last. */
  | {
      readonly kind: 'top';
      readonly from: 'largest' | 'smallest';
      readonly count: number;
      readonly isPercent: boolean;
    }
  /** Numbers above or below the average of the column. */
  | { readonly kind: 'average'; readonly side: 'above' | 'below' };

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
