import type { Seeds } from '../../seeds/rows.ts';
import { networkOf } from '../../network.ts';
import { projectDeal } from '../deals/deal-groups.ts';
import { flowMatrices } from '../flows.ts';
import { arrow } from '../payments.ts';
import { sumTolerance, type Check } from './check.ts';

/** Every dollar has a payer and a payee, and every party pays what it receives. */
export function flowChecks(seeds: Seeds): Check[] {
  const { buyer, project } = networkOf(seeds);
  const deal = projectDeal(seeds);
  const [window, ...years] = flowMatrices.map(({ key }) => key);
  const amount = { sheet: 'Flows', unit: 'US$ bn', tolerance: sumTolerance };
  return [
    {
      ...amount,
      id: 'flows_placed',
      rule: 'Every flow stands in the matrix of payers and payees',
      difference: `=SUM([Flows.${window}:all@all])-SUMIF([Payments.flows:all@label],"*${arrow}*",[Payments.flows:all@window])`,
    },
    {
      ...amount,
      id: 'flows_years',
      rule: 'The matrices of the four years add up to the matrix of the window',
      difference: `=SUMPRODUCT(ABS([Flows.${window}:all@all]-${years.map((key) => `[Flows.${key}:all@all]`).join('-')}))`,
    },
    {
      ...amount,
      id: 'flows_sign',
      rule: 'No flow is negative, in any year',
      difference: `=MAX(0,${years.map((key) => `-MIN([Flows.${key}:all@all])`).join(',')})`,
    },
    {
      ...amount,
      id: 'flows_balance',
      rule: 'Rest of world balances every party, and so itself',
      difference: `=SUMPRODUCT([Flows.${window}_paid:all]+[Flows.${window}_to_rest:all]-[Flows.${window}_received:all]-[Flows.${window}_from_rest:all])`,
    },
    {
      ...amount,
      id: 'flows_cash',
      rule: 'What OpenAI receives less what it pays is its change in cash',
      difference: `=[Flows.${window}_received:${buyer.id}]-[Flows.${window}_paid:${buyer.id}]-(closing_cash_2028-opening_cash)`,
    },
    {
      ...amount,
      id: 'flows_project',
      rule: 'The project receives what its deal costs',
      difference: `=[Flows.${window}_received:${project.id}]-[Spending.gross:${deal.id}@window]`,
    },
    {
      ...amount,
      id: 'parties',
      rule: 'The parties together are paid what the deals cost',
      difference: '=SUM(flow_openai_pays)+SUM(flow_others_pay)-[Spending.gross_total@window]',
    },
    {
      ...amount,
      id: 'party_funds',
      rule: 'The parties together put in what OpenAI receives from counterparties',
      difference: '=SUM(flow_funds_openai)-vendor_funding',
    },
  ];
}
