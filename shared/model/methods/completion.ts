import type { LineRecord } from '../language/sheet-plan.ts';
import type { TimeSheetPlan } from '../language/time-sheet-plan.ts';

/**
 * A logistic curve L(x) = 1 / (1 + exp(−steepness × (x − midpoint))), as references to cells.
 * Stretched to run from 0 to 1 it is the share done when the share x of the time has passed.
 */
export interface LogisticCurve {
  readonly steepness: string;
  readonly midpoint: string;
  /** L(0); `logistic` makes the formula of this cell. */
  readonly floor: string;
  /** L(1). */
  readonly ceiling: string;
}

/** What the timing of a deal follows from: references by meaning, read in the deal's row and the period's column. */
export interface CompletionTerms {
  /** End of the period, like every date here in quarters from the same day. */
  readonly closes: string;
  readonly start: string;
  /** After the start. */
  readonly end: string;
  /** The word "S-curve" for a logistic curve; any other word is flat. */
  readonly profile: string;
  /** Quarters, 0 or more. */
  readonly delay: string;
  /** The past ends here: a delay alters nothing before it. */
  readonly asOf: string;
  readonly curve: LogisticCurve;
}

interface CompletionBlock {
  /** Begins the keys of the four blocks of rows, such as `capital_` for `capital_weight`. */
  readonly prefix?: string;
  /** Begins their headings, such as "Capital: ". */
  readonly heading?: string;
  readonly terms: CompletionTerms;
}

/** The formula of L at `x`, without the sign that begins a formula. */
export function logistic(
  { steepness, midpoint }: Omit<LogisticCurve, 'floor' | 'ceiling'>,
  x: string,
): string {
  return `1/(1+EXP(-${steepness}*(${x}-${midpoint})))`;
}

/**
 * Lays out which share of each deal falls into each period, in four blocks of rows over the time
 * line: `clock`, `elapsed`, `completed` and `weight`. The sheet has its heading of a time line.
 *
 * A delay postpones a deal that has not started by the as-of date and stretches the rest of one
 * under way. What has elapsed never falls, so a delay that differs by period undoes nothing. The
 * weights of a deal add up to 1 when the last period closes after its end and its delay.
 */
export function completion(
  sheet: TimeSheetPlan,
  deals: readonly LineRecord[],
  { prefix = '', heading = '', terms }: CompletionBlock,
): void {
  const { closes, start, end, profile, delay, asOf, curve } = terms;
  const row = (key: string, period = '') => `[${prefix}${key}${period}]`;

  sheet.timelineSection(
    `${heading}Time on the deal’s own clock`,
    'A delay postpones deals that have not started and stretches the rest of those under way; the past stays as it was.',
  );
  const stretched = `${asOf}+(${closes}-${asOf})*(${end}-${asOf})/(${end}+${delay}-${asOf})`;
  sheet.lines(`${prefix}clock`, deals, {
    unit: 'quarters from 2025',
    years: 'none',
    formula:
      `=IF(${closes}<=${asOf},${closes},` +
      `IF(${start}>=${asOf},MAX(${asOf},${closes}-${delay}),` +
      `IF(${end}>${asOf},${stretched},${closes})))`,
  });
  sheet.skip();

  sheet.timelineSection(`${heading}Elapsed share of the deal’s time at the end of the period`);
  sheet.lines(`${prefix}elapsed`, deals, {
    unit: 'share',
    years: 'none',
    start: 0,
    formula: `=MAX(${row('elapsed', '@prev')},MIN(1,IF(${end}>${start},(${row('clock')}-${start})/(${end}-${start}),IF(${row('clock')}>${start},1,0))))`,
  });
  sheet.skip();

  sheet.timelineSection(`${heading}Completed share of the deal at the end of the period`);
  sheet.lines(`${prefix}completed`, deals, {
    unit: 'share',
    years: 'none',
    start: 0,
    formula:
      `=IF(AND(${profile}="S-curve",${curve.ceiling}>${curve.floor}),` +
      `(${logistic(curve, row('elapsed'))}-${curve.floor})/(${curve.ceiling}-${curve.floor}),` +
      `${row('elapsed')})`,
  });
  sheet.skip();

  sheet.timelineSection(`${heading}Weight: the share of the deal that falls into the period`);
  sheet.lines(`${prefix}weight`, deals, {
    unit: 'weight',
    years: 'sum',
    formula: `=${row('completed')}-${row('completed', '@prev')}`,
  });
}
