import { years } from '../../language/timeline.ts';
import { sumTolerance, type Check } from './check.ts';

/** No money appears or disappears. */
export const fundingChecks: readonly Check[] = [
  {
    id: 'cash',
    sheet: 'Funding',
    rule: 'Opening cash, sources and gap less uses are closing cash',
    difference:
      '=opening_cash+[Funding.sources@window]+[Funding.gap@window]-[Funding.uses@window]-closing_cash_2028',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'minimum_cash',
    sheet: 'Funding',
    rule: 'Cash never falls below its minimum: the gap is all that is missing',
    difference: '=MAX(0,minimum_cash-MIN([Funding.cash@quarters]))',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'debt',
    sheet: 'Funding',
    rule: 'Opening debt and what is drawn less what is repaid are closing debt',
    difference: '=opening_debt+[Funding.draw@window]-[Funding.repayment@window]-closing_debt_2028',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'revenue',
    sheet: 'Funding',
    rule: 'The quarters of revenue add up to the revenue of each year',
    difference: `=${years.map((year) => `ABS([Funding.revenue@${year}]-[Assumptions.live:revenue_${year}])`).join('+')}`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'compute_floor',
    sheet: 'Funding',
    rule: 'Payments and other compute are at least the floor, in every quarter',
    difference: '=[Funding.below_floor@window]',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'stack',
    sheet: 'Funding',
    rule: 'Stack and gap are the spending of the whole market and what is left over',
    difference: '=[Funding.stack_total@value]+market_funding_gap-market_total-[Funding.market_surplus@value]',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
];
