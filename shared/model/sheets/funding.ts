import { TimeSheetPlan, type LineOptions } from '../language/time-sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';
import { dealGroups } from './deals/deal-groups.ts';
import { probabilityInPeriod } from './deals/deal-terms.ts';

type Words = Pick<LineOptions, 'names' | 'note' | 'total'>;

/** How OpenAI pays for its deals, quarter by quarter, and how the whole market is funded. */
export function fundingSheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Funding');
  sheet.timelineHeading(
    'Funding',
    'OpenAI’s cash: what it uses, where it comes from, and the gap. Interest rests on opening balances, so nothing is circular.',
  );
  counterparties(sheet, seeds);
  uses(sheet);
  sources(sheet, seeds);
  cash(sheet);
  market(sheet);
  return sheet;
}

/** A flow over the sixteen quarters. */
function flow(sheet: TimeSheetPlan, key: string, label: string, formula: string, words: Words = {}): void {
  sheet.line(key, { label, unit: 'US$ bn', years: 'sum', quartersOnly: true, formula, ...words });
}

function counterparties(sheet: TimeSheetPlan, seeds: Seeds): void {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map((row) => ({ id: row.id, label: row.name }));
  const groups = dealGroups(seeds);
  sheet.section('Money of counterparties into OpenAI: equity, and equity per dollar bought');
  sheet.line('vendor_equity_factor', {
    label: 'Vendor equity multiplier',
    unit: 'x',
    years: 'none',
    formula: '=IF([Timing.free]=1,vendor_equity_mult,1)',
  });
  sheet.lines('vendor_funding_of_deal', named(groups.deals), {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=[Spending.pays]*[Deals.funding_ratio]*[vendor_equity_factor]',
  });
  sheet.lines('equity', named(groups.equity), {
    unit: 'US$ bn',
    years: 'sum',
    formula: `=[Deals.base]*${probabilityInPeriod}*[Timing.weight]*[vendor_equity_factor]`,
  });
  sheet
    .line('vendor_funding_total', {
      label: 'Into OpenAI from counterparties',
      unit: 'US$ bn',
      years: 'sum',
      formula: '=SUM([vendor_funding_of_deal:all])+SUM([equity:all])',
      total: true,
      names: {
        window: {
          name: 'vendor_funding',
          label: 'Vendor funding of OpenAI, 2025–28',
          unit: 'US$ bn',
          headline: true,
        },
      },
    })
    .skip();
}

const ofYear = (series: string) => `INDEX(${series},[year]-first_year+1,1)`;
const pattern = 'INDEX(revenue_pattern,1,[quarter_of_year])';

function uses(sheet: TimeSheetPlan): void {
  sheet.section('Uses');
  sheet.line('quarter_of_year', {
    label: 'Quarter of the year',
    unit: 'count',
    years: 'none',
    quartersOnly: true,
    formula: '=[Timing.closes]-([year]-first_year)*quarters_per_year',
  });
  flow(sheet, 'revenue', 'Revenue', `=${ofYear('[Assumptions.live:revenue_years]')}*${pattern}`);
  flow(
    sheet,
    'base_revenue',
    'Revenue in Base, for fixed cost',
    `=${ofYear('[Assumptions.scenario_1:revenue_years]')}*${pattern}`,
  );
  flow(
    sheet,
    'operating_cost',
    'Operating cost without compute',
    `=${ofYear('[Assumptions.live:opex_years]')}*((1-opex_variable)*[base_revenue]+opex_variable*[revenue])`,
  );
  flow(sheet, 'payments', 'Payments for the deals', '=[Spending.pays_total]');
  flow(
    sheet,
    'other_compute',
    'Other compute, up to the floor',
    '=MAX(0,compute_share*[revenue]-[payments])',
    { note: 'Contracts that are not listed: compute is at least its share of revenue.' },
  );
  flow(
    sheet,
    'below_floor',
    'Compute below the floor by',
    '=MAX(0,compute_share*[revenue]-[payments]-[other_compute])',
  );
  sheet.line('credit_rate', {
    label: 'Rate on debt',
    unit: 'rate a year',
    years: 'none',
    quartersOnly: true,
    formula: '=base_rate+credit_margin+[Timing.free]*spread_change_bp/basis_points',
  });
  flow(sheet, 'interest', 'Interest on opening debt', '=[debt@prev]*[credit_rate]/quarters_per_year');
  flow(
    sheet,
    'repayment',
    'Repayment of opening debt',
    '=IF(tenor_y>0,[debt@prev]/(quarters_per_year*tenor_y),0)',
  );
  flow(sheet, 'uses', 'Uses', '=[operating_cost]+[payments]+[other_compute]+[interest]+[repayment]', {
    total: true,
  });
  sheet.skip();
}

function sources(sheet: TimeSheetPlan, seeds: Seeds): void {
  sheet.section('Sources');
  flow(sheet, 'source_revenue', 'Revenue from customers', '=[revenue]', {
    names: {
      window: {
        name: 'end_customer_cash',
        label: 'Cash of end customers, 2025–28',
        unit: 'US$ bn',
        headline: true,
      },
    },
  });
  flow(sheet, 'source_vendors', 'Counterparties', '=[vendor_funding_total]');
  const series: Record<string, string> = { softbank_equity: 'softbank', other_equity: 'outside' };
  const investors = seeds.series.filter(({ name }) => series[name] !== undefined);
  for (const { name, label } of investors) {
    flow(sheet, series[name] ?? name, label, `=INDEX(${name},1,[year]-first_year+1)/quarters_per_year`);
  }
  flow(
    sheet,
    'outside_money',
    'of which equity from outside the circle',
    `=${investors.map(({ name }) => `[${series[name]}]`).join('+')}`,
    {
      names: {
        window: {
          name: 'outside_equity',
          label: 'Equity from outside, 2025–28',
          unit: 'US$ bn',
          headline: true,
        },
      },
    },
  );
  sheet.line('credit_factor', {
    label: 'Private credit available',
    unit: 'share',
    years: 'none',
    formula: '=IF([Timing.free]=1,pc_available,1)',
  });
  flow(sheet, 'draw', 'Private credit drawn', '=debt_share*[payments]*[credit_factor]');
  flow(sheet, 'sources', 'Sources', '=[source_revenue]+[source_vendors]+[outside_money]+[draw]', {
    total: true,
  });
  sheet.skip();
}

function cash(sheet: TimeSheetPlan): void {
  sheet.section('Gap, cash and debt');
  flow(sheet, 'gap', 'Funding gap', '=MAX(0,[uses]-[sources]-([cash@prev]-minimum_cash))', {
    total: true,
    note: 'What is missing so that cash stays at its minimum: money that no source here provides.',
    names: {
      window: {
        name: 'funding_gap_total',
        label: 'Funding gap, 2025–28',
        unit: 'US$ bn',
        headline: true,
        stripCaption: 'OpenAI',
      },
    },
  });
  sheet.line('cash', {
    label: 'Cash at the end',
    unit: 'US$ bn',
    years: 'last',
    quartersOnly: true,
    start: '=opening_cash',
    formula: '=[cash@prev]+[sources]+[gap]-[uses]',
    names: {
      window: { name: 'closing_cash_2028', label: 'Cash at the end of 2028', unit: 'US$ bn', headline: true },
    },
  });
  sheet.line('debt', {
    label: 'Debt at the end',
    unit: 'US$ bn',
    years: 'last',
    quartersOnly: true,
    start: '=opening_debt',
    formula: '=[debt@prev]+[draw]-[repayment]',
    names: { window: { name: 'closing_debt_2028', label: 'Debt at the end of 2028', unit: 'US$ bn' } },
  });
  flow(sheet, 'burn', 'Cash burn', '=[uses]-[repayment]-[revenue]', {
    note: 'Uses without repayment, less revenue.',
    names: {
      window: { name: 'cash_burn_window', label: 'Cash burn, 2025–28', unit: 'US$ bn', headline: true },
    },
  });
  sheet.skip();
  sheet.section('Reading the gap: deals that are late or cancelled shrink it');
  sheet.figure('peak_gap_quarter', {
    label: 'Quarter of the largest gap',
    unit: 'label',
    align: 'right',
    formula:
      '=IF(MAX([gap@quarters])=0,"none",INDEX([period@quarters],1,MATCH(MAX([gap@quarters]),[gap@quarters],0)))',
    named: { name: 'peak_gap_quarter', label: 'Quarter of the largest gap', headline: true },
  });
  sheet.figure('gap_exit_run_rate', {
    label: 'Gap of the last quarter, a year',
    unit: 'US$ bn per year',
    formula: '=[gap@last]*quarters_per_year',
    named: { name: 'gap_exit_run_rate', label: 'Gap, run-rate at the end of 2028', headline: true },
    definition: 'The last quarter times four: what the gap would be if 2029 went on like it.',
  });
  sheet.figure('outside_money_share', {
    label: 'Outside money in what OpenAI uses',
    unit: 'share',
    formula:
      '=IF([sources@window]+[gap@window]>0,([source_revenue@window]+[outside_money@window]+[draw@window])/([sources@window]+[gap@window]),"not given")',
    named: {
      name: 'outside_money_share',
      label: 'Outside money',
      headline: true,
      stripCaption: 'of OpenAI’s sources',
    },
    definition:
      'Customers, investors without a deal and lenders over all sources and the gap: what no counterparty provides.',
  });
  sheet.skip();
}

/** The whole market's stack of money: another perimeter, never added to OpenAI's. */
function market(sheet: TimeSheetPlan): void {
  sheet.section('The whole market: another perimeter, for comparison only');
  const amount = (key: string, label: string, formula: string, definition?: string) =>
    sheet.figure(key, { label, unit: 'US$ bn', formula, ...(definition && { definition }) });
  amount(
    'credit_existing',
    'Private credit before the as-of date',
    '=SUMPRODUCT([Spending.market_credit@quarters],1-[Timing.free@quarters])',
    'Lent already: a scenario does not take it back.',
  );
  sheet.figure('credit_exposure', {
    label: 'Private credit, existing and newly available',
    unit: 'US$ bn',
    formula: '=[credit_existing@value]+(private_credit_total-[credit_existing@value])*pc_available',
    named: { name: 'private_credit_exposure', label: 'Exposure of private credit' },
  });
  amount('stack_cash', 'Cash flow of the large clouds', '=stack_cash_flow');
  amount('stack_equity', 'Private equity, venture and sovereign funds', '=stack_pe');
  amount('stack_corporate', 'Corporate bonds', '=stack_bonds');
  amount('stack_securitised', 'Securitised', '=stack_abs');
  sheet.figure('stack_total', {
    label: 'Stack',
    unit: 'US$ bn',
    strong: true,
    formula:
      '=[credit_exposure@value]+[stack_cash@value]+[stack_equity@value]+[stack_corporate@value]+[stack_securitised@value]',
  });
  amount('market_need', 'Spending of the whole market', '=market_total');
  sheet.figure('market_gap', {
    label: 'Market funding gap',
    unit: 'US$ bn',
    strong: true,
    formula: '=MAX(0,[market_need@value]-[stack_total@value])',
    named: { name: 'market_funding_gap', label: 'Funding gap of the whole market', headline: true },
  });
  sheet.figure('market_surplus', {
    label: 'Stack beyond the spending',
    unit: 'US$ bn',
    formula: '=MAX(0,[stack_total@value]-[market_need@value])',
  });
}
