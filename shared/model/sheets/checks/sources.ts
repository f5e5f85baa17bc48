import { sumTolerance, type Check } from './check.ts';

/** The seeds against what the second document says. */
export const sourceChecks: readonly Check[] = [
  {
    id: 'itemised',
    sheet: 'Sources',
    rule: 'The seed column of Deals adds up to what document B itemises',
    difference: '=SUM([Deals.value_seed:deals])-seed_itemised',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'headline',
    sheet: 'Sources',
    rule: 'Itemised and unexplained add up to the headline of document B',
    difference: '=seed_itemised+seed_unexplained-[Deals.total_seed:headline_total]',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
];
