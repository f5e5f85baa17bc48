import { sumTolerance, type Check } from './check.ts';

/** Nothing is lost or counted twice on the way from announced to net. */
export const spendingChecks: readonly Check[] = [
  {
    id: 'complete',
    sheet: 'Spending',
    rule: 'Before, window and after add up to the value of every deal: gross and not certain together',
    difference:
      '=SUMPRODUCT(ABS([Spending.gross:all@total]+[Spending.uncertain:all@total]-[Deals.base:deals]))',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'largest',
    sheet: 'Spending',
    rule: 'The largest deal is at most net, in every period',
    difference: '=MAX([Spending.below_largest@periods])',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'gross',
    sheet: 'Spending',
    rule: 'Net is at most gross, in every period',
    difference: '=MAX([Spending.above_gross@periods])',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'layers',
    sheet: 'Spending',
    rule: 'The layers add up to net',
    difference: '=[Spending.layer_total@total]-[Spending.net_total@total]',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'years',
    sheet: 'Spending',
    rule: 'The four years add up to the sixteen quarters',
    difference: '=SUM([Spending.net_total@years])-SUM([Spending.net_total@quarters])',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'bridge',
    sheet: 'Spending',
    rule: 'The bridge from itemised to probable closes',
    difference:
      '=announced_itemised+SUM([Deals.derived:deals])-[Spending.uncertain_total@total]-[Spending.overlap_total@total]-[Spending.net_total@before]-[Spending.net_total@after]-probable_by_2028',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'market',
    sheet: 'Spending',
    rule: 'The market’s quarters add up to its total',
    difference: '=[Spending.market@window]-market_total',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'credit',
    sheet: 'Spending',
    rule: 'Private credit’s quarters add up to its total, which is at most the market',
    difference:
      '=ABS([Spending.market_credit@window]-private_credit_total)+MAX(0,private_credit_total-market_total)',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
];
