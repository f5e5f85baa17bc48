import type { CompletionTerms } from '../../methods/completion.ts';

/** The terms of the deal book that its timing follows from; the period and its delay come from the time sheet. */
export const dealTerms: Omit<CompletionTerms, 'closes' | 'delay'> = {
  start: '[Deals.start_quarter]',
  end: '[Deals.end_quarter]',
  profile: '[Deals.profile]',
  asOf: 'as_of_quarter',
  curve: {
    steepness: 'k_scurve',
    midpoint: 'scurve_midpoint',
    floor: 'scurve_floor',
    ceiling: 'scurve_ceiling',
  },
};

/** How sure a deal is in a period: before the as-of date the terms of a scenario do not apply. */
export const probabilityInPeriod =
  'IF([Timing.free]=1,[Deals.probability],[Deals.status_probability_of_deal])';
