import { formula, label } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import { networkOf, type Node } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';

/** What a gigawatt of compute costs a year, what a million tokens cost, and how spread the suppliers are. */
export function computeSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Compute');
  sheet.heading(
    'Compute',
    'What compute costs, and how spread the suppliers are. Capital as an annuity, power and operation; the suppliers as a portfolio of risks.',
  );
  sheet.widths([348, 148, 96]);
  sheet.freeze(1).skip();
  cost(sheet);
  portfolio(sheet, seeds);
  return sheet;
}

function cost(sheet: SheetPlan): void {
  const perYear = 'US$ bn per GW-year';
  sheet.section('Cost of one GW of facility power for a year');
  sheet
    .figure('rate', {
      label: 'Rate on capital',
      unit: 'rate a year',
      formula: '=base_rate+credit_margin',
      definition: 'Base rate and margin of today’s private credit, without the change of a scenario.',
    })
    .figure('it_cost', {
      label: 'Computers, annuity over their life',
      unit: perYear,
      formula: '=IF(it_life>0,-PMT([rate@value],it_life,capex_per_gw*it_share),"not given")',
    })
    .figure('shell_cost', {
      label: 'Building and power supply, annuity over their life',
      unit: perYear,
      formula: '=IF(shell_life>0,-PMT([rate@value],shell_life,capex_per_gw*(1-it_share)),"not given")',
    })
    .figure('operating_cost', { label: 'Operation', unit: perYear, formula: '=opex_per_gw' })
    .figure('power_cost', {
      label: 'Power',
      unit: perYear,
      formula: '=hours_per_year_thousand*utilisation*power_price/thousand',
      definition: 'Hours of a year × utilisation × price; cooling is inside facility power already.',
    })
    .figure('cost', {
      label: 'Cost of compute',
      unit: perYear,
      strong: true,
      formula: '=N([it_cost@value])+N([shell_cost@value])+[operating_cost@value]+[power_cost@value]',
      named: { name: 'compute_cost_per_gw_year', label: 'Cost of compute', headline: true },
    })
    .figure('tokens', {
      label: 'Tokens a second per MW',
      unit: 'tokens per second per MW',
      formula: '=IF(ISNUMBER(tokens_per_second_per_mw),tokens_per_second_per_mw,"not given")',
      definition: 'No source gives one: type yours on Assumptions.',
    })
    .figure('cost_per_million_tokens', {
      label: 'Cost of a million tokens',
      unit: 'US$ per million tokens',
      formula:
        '=IF(N([tokens@value])*utilisation>0,[cost@value]*million*million/([tokens@value]*seconds_per_year*utilisation),"not given")',
      named: { name: 'cost_per_million_tokens', label: 'Cost of a million tokens' },
      definition: 'US$ bn per GW-year are US$ m per MW-year; over the tokens of that MW in a year.',
    })
    .skip();
}

function portfolio(sheet: SheetPlan, seeds: Seeds): void {
  const { counterparties } = networkOf(seeds);
  const calculated = (key: string, header: string, unit: string, template: string) => ({
    key,
    header,
    unit,
    width: 104,
    cell: () => formula(template, unit),
  });
  sheet.section('Suppliers as a portfolio: gross spending of the window');
  sheet.table<Node>({
    records: counterparties,
    id: ({ id }) => id,
    columns: [
      { key: 'supplier', header: 'Supplier', width: 348, cell: ({ label: text }) => label(text) },
      {
        key: 'supplier_layer',
        header: 'Layer',
        width: 148,
        cell: () => formula('=[Assumptions.party_layer]'),
      },
      calculated(
        'supplier_gross',
        'Spending',
        'US$ bn',
        '=SUMIF([Deals.node:deals],[supplier],[Spending.gross:all@window])',
      ),
      calculated(
        'supplier_weight',
        'Weight',
        'share',
        '=IF(SUM([supplier_gross:all])>0,[supplier_gross]/SUM([supplier_gross:all]),0)',
      ),
      calculated('supplier_position', 'Position', 'position', '=MATCH([supplier],[supplier:all],0)'),
      calculated(
        'supplier_covariance',
        'Σ corr. × weight',
        'share',
        '=SUMPRODUCT(INDEX([correlation:all@all],0,[supplier_position]),[supplier_weight:all])',
      ),
    ],
  });
  sheet.skip();
  sheet
    .figure('effective_suppliers', {
      label: 'Effective number of suppliers',
      unit: 'number',
      formula: '=IF(SUMSQ([supplier_weight:all])>0,1/SUMSQ([supplier_weight:all]),"not given")',
      named: { name: 'effective_suppliers', label: 'Effective number of suppliers', headline: true },
      definition: 'One over the sum of squared weights: how many equal suppliers would be as spread.',
    })
    .figure('portfolio_volatility', {
      label: 'Volatility of the portfolio',
      unit: 'share',
      formula: '=portfolio_vol*SQRT(SUMPRODUCT([supplier_weight:all],[supplier_covariance:all]))',
      named: { name: 'portfolio_volatility', label: 'Volatility of the suppliers’ portfolio' },
      definition: 'Root of wᵀΣw, each supplier with the same volatility.',
    })
    .skip();
  sheet.section('Correlation: 1 with itself, higher inside a layer than between layers');
  sheet.matrix('correlation', {
    rows: counterparties,
    columns: counterparties,
    header: 'Supplier',
    unit: 'correlation',
    formula:
      '=IF([correlation_label]=[correlation_head],1,IF([supplier_layer]=INDEX([supplier_layer:all],MATCH([correlation_head],[supplier:all],0),1),corr_same,corr_other))',
  });
}
