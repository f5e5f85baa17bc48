import type { WorkbookDocument } from '../workbook/document.ts';
import { compileModel } from './language/compile.ts';
import { years } from './language/timeline.ts';
import { networkGroups, networkOf } from './network.ts';
import type { Seeds } from './seeds/rows.ts';
import { readSeeds } from './seeds/seeds.ts';
import { assumptionsSheet } from './sheets/assumptions.ts';
import { capacitySheet } from './sheets/capacity.ts';
import { checksSheet } from './sheets/checks.ts';
import { circularitySheet } from './sheets/circularity.ts';
import { computeSheet } from './sheets/compute.ts';
import { coverSheet } from './sheets/cover.ts';
import { dealGroups } from './sheets/deals/deal-groups.ts';
import { dealsSheet } from './sheets/deals.ts';
import { exposureSheet } from './sheets/exposure.ts';
import { flowsSheet } from './sheets/flows.ts';
import { fundingSheet } from './sheets/funding.ts';
import { scenariosSheet } from './sheets/scenarios.ts';
import { sensitivitySheet } from './sheets/sensitivity.ts';
import { paymentsSheet } from './sheets/payments.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { spendingSheet } from './sheets/spending.ts';
import { timingSheet } from './sheets/timing.ts';
import { valuationSheet } from './sheets/valuation.ts';

/**
 * The order in which reports list the headline figures and the strip shows its own. The sheets give
 * their names; this is a reader's order, from what is announced to who pays.
 */
const figureOrder = [
  'deals_with_value',
  'announced_itemised',
  'announced_headline',
  'announced_unexplained',
  'announced_net_of_overlap',
  'announced_with_funding_vendors',
  'announced_with_funding_vendors_share',
  'private_credit_share',
  'probable_by_2028',
  'spending_net_2025',
  'spending_net_2026',
  'spending_net_2027',
  'spending_net_2028',
  'spending_after_2028',
  'gw_delivered_2028',
  'energy_twh_2028',
  'capex_by_2028',
  'openai_share_of_market',
  'openai_payments',
  'end_customer_cash',
  'outside_equity',
  'vendor_funding',
  'outside_money_share',
  'recycled_cash',
  'recycled_share_of_payments',
  'circular_share',
  'circular_share_low',
  'circular_share_high',
  'circular_share_range',
  'finn_index',
  'recycling_multiplier',
  'round_trip_nvidia',
  'round_trip_nvidia_low',
  'round_trip_nvidia_high',
  'round_trip_aws',
  'cash_burn_window',
  'funding_gap_total',
  'peak_gap_quarter',
  'gap_exit_run_rate',
  'closing_cash_2028',
  'market_funding_gap',
  'private_credit_loss',
  'private_credit_loss_openai',
  'debtrank_equity_hit',
  'dependence_oracle',
  'dependence_nvidia',
  'hhi_cloud',
  'hhi_silicon',
  'hhi_data_center',
  'required_revenue',
  'required_to_forecast',
  'years_to_required_revenue',
  'dilution_to_fill_gap',
  'nvidia_stake_irr',
  'compute_cost_per_gw_year',
  'effective_suppliers',
];

/** The shipped model as a document, built from the seeds. Throws when a seed is bad. */
export function buildModel(seeds: Seeds = readSeeds()): WorkbookDocument {
  const calculated = [
    sourcesSheet(seeds),
    assumptionsSheet(seeds),
    dealsSheet(seeds),
    timingSheet(seeds),
    capacitySheet(seeds),
    spendingSheet(seeds),
    fundingSheet(seeds),
    paymentsSheet(seeds),
    flowsSheet(seeds),
    circularitySheet(seeds),
    exposureSheet(seeds),
    valuationSheet(seeds),
    computeSheet(seeds),
  ];
  const place = (name: string) => figureOrder.indexOf(name);
  const headlines = calculated
    .flatMap((sheet) => sheet.names)
    .filter((name) => name.headline)
    .toSorted((a, b) => place(a.name) - place(b.name));
  const missing = headlines.find(({ name }) => place(name) < 0);
  if (missing) throw new Error(`The headline figure "${missing.name}" has no place in the order of reports`);

  const sheets = [
    ...calculated,
    scenariosSheet(seeds, headlines),
    sensitivitySheet(seeds, headlines),
    checksSheet(seeds),
  ];
  const groups = dealGroups(seeds);
  const bySheet = calculated.map(({ name, names }) => {
    const given = new Set(names.map((each) => each.name));
    return { sheet: name, headlines: headlines.filter((headline) => given.has(headline.name)) };
  });
  const filled = bySheet.filter((group) => group.headlines.length > 0);
  const document = compileModel('OpenAI build-out', [coverSheet(seeds, filled, sheets), ...sheets], {
    deals: groups.deals.map((deal) => deal.id),
    equity: groups.equity.map((deal) => deal.id),
    items: ['stargate', 'nvidia', 'microsoft', 'amd'],
    revenue_years: years.map((year) => `revenue_${year}`),
    opex_years: years.map((year) => `opex_share_${year}`),
    ...networkGroups(networkOf(seeds)),
  });
  const rank = ({ name }: { name: string }) => (place(name) < 0 ? Infinity : place(name));
  return {
    ...document,
    names: document.names.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))),
  };
}
