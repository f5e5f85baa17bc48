import { formula, label, type PlannedCell } from '../language/plan.ts';
import type { TableColumn } from '../language/sheet-plan.ts';
import { TimeSheetPlan } from '../language/time-sheet-plan.ts';
import { networkOf, type Network, type Node } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { arrow } from './payments.ts';

/** What OpenAI is worth against its revenue, what its commitments require, and what stakes in it return. */
export function valuationSheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Valuation');
  const network = networkOf(seeds);
  sheet.mixedHeading(
    'Valuation',
    'What OpenAI is worth, what it must earn, what stakes in it return. A valuation is not cash and enters no sum of spending.',
  );
  sheet.widths([268, 104]);
  round(sheet);
  requiredRevenue(sheet);
  exit(sheet);
  stakes(sheet, network);
  return sheet;
}

function round(sheet: TimeSheetPlan): void {
  sheet.section('The last round: money before and after');
  sheet
    .figure('post_money', {
      label: 'Valuation after the money',
      unit: 'US$ bn',
      formula: '=valuation',
    })
    .figure('raised', { label: 'Raised', unit: 'US$ bn', formula: '=raised' })
    .figure('pre_money', {
      label: 'Valuation before the money',
      unit: 'US$ bn',
      formula: '=pre_money',
      definition: 'As the source gives it; a check compares it with the two above.',
    })
    .figure('round_dilution', {
      label: 'Dilution of the round',
      unit: 'share',
      formula: '=IF([post_money@value]>0,[raised@value]/[post_money@value],"not given")',
      definition: 'Raised over the valuation after the money.',
    });
  for (const year of ['2025', '2026']) {
    sheet.figure(`multiple_${year}`, {
      label: `Valuation over revenue of ${year}`,
      unit: 'x revenue',
      formula: `=IF([Funding.revenue@${year}]>0,[post_money@value]/[Funding.revenue@${year}],"not given")`,
    });
  }
  sheet.skip();
}

function requiredRevenue(sheet: TimeSheetPlan): void {
  sheet.section('Revenue that the commitments require');
  sheet
    .figure('required_revenue', {
      label: 'Revenue required in 2028',
      unit: 'US$ bn per year',
      formula: '=IF(compute_share>0,[Funding.payments@2028]/compute_share,"not given")',
      named: { name: 'required_revenue', label: 'Revenue required by payments of 2028', headline: true },
      definition: 'Payments of 2028 over the share of revenue that may go to compute.',
    })
    .figure('required_to_forecast', {
      label: 'Required over forecast',
      unit: 'x',
      formula:
        '=IF(AND(ISNUMBER(required_revenue),[Funding.revenue@2028]>0),required_revenue/[Funding.revenue@2028],"not given")',
      named: { name: 'required_to_forecast', label: 'Revenue required over forecast', headline: true },
    })
    .figure('growth', {
      label: 'Growth of revenue, 2026 to 2028',
      unit: 'share a year',
      formula:
        '=IF([Funding.revenue@2026]>0,([Funding.revenue@2028]/[Funding.revenue@2026])^(1/([year@2028]-[year@2026]))-1,"not given")',
    })
    .figure('years_to_required_revenue', {
      label: 'Years after 2028 until revenue gets there',
      unit: 'years',
      formula:
        '=IF(ISNUMBER(required_to_forecast),IF(required_to_forecast<=1,0,IF(N([growth@value])>0,LN(required_to_forecast)/LN(1+[growth@value]),"never")),"not given")',
      named: {
        name: 'years_to_required_revenue',
        label: 'Years after 2028 to the required revenue',
        headline: true,
      },
      definition: 'At the growth of 2026 to 2028; “never” when revenue does not grow.',
    })
    .figure('dilution_to_fill_gap', {
      label: 'Dilution if equity filled the gap',
      unit: 'share',
      formula:
        '=IF(valuation*(1+valuation_change)+funding_gap_total>0,funding_gap_total/(valuation*(1+valuation_change)+funding_gap_total),"not given")',
      named: { name: 'dilution_to_fill_gap', label: 'Dilution if equity filled the gap', headline: true },
      definition: 'The gap over the valuation after its change, with the gap added.',
    })
    .skip();
}

function exit(sheet: TimeSheetPlan): void {
  sheet.section('Exit');
  sheet.figure('exit_value', {
    label: 'Value at the end of 2028',
    unit: 'US$ bn',
    formula: '=[Funding.revenue@2028]*exit_multiple*(1+valuation_change)',
    named: { name: 'exit_value', label: 'Value of OpenAI at the end of 2028' },
    definition: 'Revenue of 2028 × multiple × (1 + change of the valuation).',
  });
  sheet.skip();
  sheet.timelineSection(
    'Price of the whole company: the last valuation until the as-of date, then a straight line to the exit',
  );
  sheet.line('price', {
    label: 'Price at the end of the quarter',
    unit: 'US$ bn',
    years: 'last',
    quartersOnly: true,
    formula:
      '=IF([Timing.closes]<=as_of_quarter,valuation,valuation+(exit_value-valuation)*([Timing.closes]-as_of_quarter)/(quarters_in_window-as_of_quarter))',
  });
  sheet.skip();
}

function stakes(sheet: TimeSheetPlan, { buyer, counterparties }: Network): void {
  const owners = counterparties.map(({ id, label: text }) => ({ id, label: text }));
  const quarterly = { years: 'sum', quartersOnly: true } as const;
  sheet.timelineSection('Paid in by each party');
  sheet.lines('paid_in', owners, {
    ...quarterly,
    unit: 'US$ bn',
    formula: `=SUMIF([Payments.flows:all@label],[Assumptions.party]&"${arrow}${buyer.label}",[Payments.flows:all])`,
  });
  sheet.skip().timelineSection('Share of the company bought at that price');
  sheet.lines('bought', owners, {
    ...quarterly,
    unit: 'share',
    formula: '=IF([price]>0,[paid_in]/[price],0)',
  });
  sheet
    .skip()
    .timelineSection(
      'Cash of the stake: paid in, and its value at the end after the dilution that fills the gap',
    );
  sheet.lines('stake_cash', owners, {
    ...quarterly,
    unit: 'US$ bn',
    formula:
      '=IF([Timing.closes]=quarters_in_window,[bought@window]*(1-N(dilution_to_fill_gap))*exit_value,0)-[paid_in]',
  });
  sheet.skip().section('Return on the stakes bought in the window');
  const column = (
    key: string,
    header: string,
    unit: string,
    template: string,
    named?: (owner: Node) => PlannedCell['named'],
  ): TableColumn<Node> => ({
    key,
    header,
    unit,
    width: 96,
    cell: (owner) => {
      const name = named?.(owner);
      return { ...formula(template, unit), align: 'right', ...(name && { named: name }) };
    },
  });
  const ofPaid = (template: string) => `=IF([stake_paid]>0,${template},"not given")`;
  sheet.table<Node>({
    records: counterparties,
    id: ({ id }) => id,
    columns: [
      { key: 'stake_party', header: 'Party', width: 0, cell: ({ label: text }) => label(text) },
      { key: 'stake_blank', header: '', width: 0, cell: () => null },
      column('stake_paid', 'Paid in', 'US$ bn', '=[paid_in@window]'),
      column('stake_share', 'Stake', 'share', '=[bought@window]'),
      column('stake_value', 'At the end', 'US$ bn', '=[stake_share]*(1-N(dilution_to_fill_gap))*exit_value'),
      column(
        'stake_held',
        'Held',
        'quarters held',
        ofPaid('SUMPRODUCT([paid_in@quarters],quarters_in_window-[Timing.closes@quarters])/[stake_paid]'),
      ),
      column(
        'stake_irr',
        'IRR',
        'rate a year',
        // The search starts where the rate would be if all were paid in at the average time. There is
        // no rate where nothing is paid in before the end, or next to nothing is left at the end.
        '=IF([stake_paid]>0,IF(AND(MIN([stake_cash@quarters])<0,[stake_cash@last]*million>[stake_paid]),IFERROR((1+IRR([stake_cash@quarters],([stake_value]/[stake_paid])^(1/MAX(1,[stake_held]))-1))^quarters_per_year-1,"no rate"),"no rate"),"not given")',
        ({ id, label: text }) => ({
          name: `${id}_stake_irr`,
          label: `Return on the stake of ${text}`,
          unit: 'rate a year',
          ...(id === 'nvidia' && { headline: true }),
        }),
      ),
      column(
        'stake_npv',
        'NPV',
        'US$ bn',
        ofPaid('NPV((1+discount_rate)^(1/quarters_per_year)-1,[stake_cash@quarters])'),
      ),
      column(
        'npv_at_irr',
        'NPV at IRR',
        'of what is paid in',
        '=IF(ISNUMBER([stake_irr]),NPV((1+[stake_irr])^(1/quarters_per_year)-1,[stake_cash@quarters])/NPV((1+[stake_irr])^(1/quarters_per_year)-1,[paid_in@quarters]),0)',
      ),
    ],
  });
}
