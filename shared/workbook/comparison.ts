/** How a figure is compared with one or two others, by conditional formats and data validation, named as in files of Excel. */
export const comparisons = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const;

export type Comparison = (typeof comparisons)[number];

/** The comparisons in Excel's words. */
export const comparisonWords: Readonly<Record<Comparison, string>> = {
  between: 'between',
  notBetween: 'not between',
  equal: 'equal to',
  notEqual: 'not equal to',
  greaterThan: 'greater than',
  lessThan: 'less than',
  greaterThanOrEqual: 'greater than or equal to',
  lessThanOrEqual: 'less than or equal to',
};

/** Whether it is a comparison with two figures. */
export function hasTwoEnds(comparison: Comparison): boolean {
  return comparison === 'between' || comparison === 'notBetween';
}
