import { networkOf } from '../../network.ts';
import type { Seeds } from '../../seeds/rows.ts';
import { sumTolerance, type Check } from './check.ts';

/** The sheets Valuation and Compute agree with themselves and with their sources. */
export function valuationChecks(seeds: Seeds): Check[] {
  const { rest } = networkOf(seeds);
  return [
    {
      id: 'round',
      sheet: 'Valuation',
      rule: 'Valuation before the money and raised are the valuation after it',
      difference: '=[Valuation.pre_money@value]+[Valuation.raised@value]-[Valuation.post_money@value]',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'irr',
      sheet: 'Valuation',
      rule: 'The NPV of every stake at its own IRR is 0',
      difference: '=SUMPRODUCT(ABS([Valuation.npv_at_irr:all]))',
      unit: 'share of what is paid in',
      // IRR stops once its rate is right to about a ten-millionth; a false rate is off by about 1.
      tolerance: 1e-6,
    },
    {
      id: 'paid_in',
      sheet: 'Valuation',
      rule: 'The parties pay in what OpenAI receives from counterparties and its lead investor',
      difference: `=SUM([Valuation.paid_in:all@window])-vendor_funding-[Funding.softbank@window]+[Payments.funds:${rest.id}@window]`,
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'supplier_weights',
      sheet: 'Compute',
      rule: 'The weights of the suppliers add up to 1',
      difference: '=IF(SUM([Compute.supplier_gross:all])>0,SUM([Compute.supplier_weight:all])-1,0)',
      unit: 'share',
      tolerance: sumTolerance,
    },
    {
      id: 'portfolio',
      sheet: 'Compute',
      rule: 'A portfolio is not riskier than one supplier, and correlations lie between −1 and 1',
      difference:
        '=MAX(0,portfolio_volatility-portfolio_vol)+MAX(0,MAX([Compute.correlation:all@all])-1)+MAX(0,-1-MIN([Compute.correlation:all@all]))',
      unit: 'share',
      tolerance: sumTolerance,
    },
  ];
}
