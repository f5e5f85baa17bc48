/*
 * Formulas that count values which are no number between their bounds, by meaning and without the
 * equals sign. The mark at the cell is the document's (see `SheetPlan.bound`); these make a check fail.
 */

/** Of a run of values, with bounds for each of them or one for all. */
export function outsideBounds(values: string, low: string, high: string): string {
  return `SUMPRODUCT(1-ISNUMBER(${values})*ISNUMBER(${low})*ISNUMBER(${high})*(${values}>=${low})*(${values}<=${high}))`;
}

/** Of one value, which has no bounds where it is not given. */
export function outsideGivenBounds(value: string, low: string, high: string): string {
  return `IF(COUNTA(${low},${high})=0,0,1-ISNUMBER(${value})*ISNUMBER(${low})*ISNUMBER(${high})*(${value}>=${low})*(${value}<=${high}))`;
}
