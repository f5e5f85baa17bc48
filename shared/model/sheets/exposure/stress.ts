import { formula, label } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import { clearing } from '../../methods/clearing.ts';
import type { Network } from '../../network.ts';

/** Runs of the same stress: without it, as in the scenario, and twice as strong. */
export const shocks = [
  { id: 'none', label: 'No shock', factor: 0 },
  { id: 'scenario', label: 'Shock of the scenario', factor: 1 },
  { id: 'double', label: 'Twice the shock', factor: 2 },
] as const;

/** Enough that one more changes nothing even where claims go round in tight circles. */
const stressRounds = 40;

/** Who can pay whom in 2028 when part of the gap stays open and others earn less. */
export function stress(sheet: SheetPlan, { buyer, internal, rest, node }: Network): void {
  const lead = node('SoftBank');
  sheet.section('Stress of 2028: the shocks');
  sheet.table<(typeof shocks)[number]>({
    records: shocks,
    id: ({ id }) => id,
    columns: [
      { key: 'shock', header: 'Run', width: 0, cell: (shock) => label(shock.label) },
      {
        key: 'shock_factor',
        header: 'Times',
        unit: 'x',
        width: 96,
        cell: ({ factor }) => label(factor, 'calculation'),
      },
      {
        key: 'shock_unfilled',
        header: 'Gap unfilled',
        unit: 'share',
        width: 96,
        cell: () => formula('=MIN(1,[shock_factor]*gap_unfilled)'),
      },
      {
        key: 'shock_outside',
        header: 'Others earn less',
        unit: 'share',
        width: 112,
        cell: () => formula('=MIN(1,[shock_factor]*external_shock)'),
      },
    ],
  });
  sheet.skip();

  sheet.section('Owed in 2028, payer in the row: flows of the year without equity of the lead investor');
  sheet.matrix('owed_flow', {
    rows: internal,
    columns: internal,
    header: 'Payer',
    unit: 'US$ bn',
    formula: `=[Flows.y2028]-IF(AND([owed_flow_label]=[Assumptions.party:${lead.id}],[owed_flow_head]=[Assumptions.party:${buyer.id}]),[Funding.softbank@2028],0)`,
  });

  sheet.section('What OpenAI has in 2028 after what ranks before its suppliers');
  sheet.figure('senior', {
    label: 'Operating cost, interest and repayment',
    unit: 'US$ bn',
    formula: '=[Funding.operating_cost@2028]+[Funding.interest@2028]+[Funding.repayment@2028]',
  });
  sheet.figure('buyer_assets', {
    label: 'Left for its suppliers',
    unit: 'US$ bn',
    formula: `=[Funding.cash@2027]+[Funding.revenue@2028]+[Funding.outside_money@2028]+[Payments.funds:${rest.id}@2028]+[Funding.draw@2028]+[Funding.gap@2028]-[senior@value]`,
    definition:
      'Opening cash, revenue, equity, loans and the gap if all of it is filled, less what is paid first.',
  });
  sheet.skip();

  for (const { id, label: text } of shocks) {
    const [prefix, isBuyer] = [`${id}_`, `[${id}_node]=[Assumptions.party:${buyer.id}]`];
    const inflow = `SUM(INDEX([owed_flow:all@all],0,[${prefix}position]))`;
    clearing(sheet, internal, {
      prefix,
      heading: `${text}: `,
      rounds: stressRounds,
      terms: {
        liabilities: { key: 'owed_flow', nodes: 'all' },
        owedOutside: `IF(${isBuyer},[Funding.other_compute@2028]+[Payments.pays:${rest.id}@2028],0)`,
        assets:
          `IF(${isBuyer},MAX(0,[buyer_assets@value]-[shock_unfilled:${id}]*[Funding.gap@2028]),` +
          `(MAX(0,[${prefix}owed]-${inflow})+cash_margin*N([Assumptions.party_revenue]))*(1-[shock_outside:${id}]))`,
        smallest: '1/million',
      },
    });
  }

  sheet.section('What is missing in 2028');
  for (const { id, label: text } of shocks) {
    sheet.figure(`${id}_vendor_shortfall`, {
      label: `${text}: OpenAI pays its suppliers less by`,
      unit: 'US$ bn',
      strong: id === 'scenario',
      formula: `=[${id}_shortfall:${buyer.id}]`,
      ...(id === 'scenario' && {
        named: { name: 'vendor_shortfall', label: 'Missing at suppliers of OpenAI, 2028' },
      }),
    });
    sheet.figure(`${id}_knock_on`, {
      label: `${text}: the others pay each other less by`,
      unit: 'US$ bn',
      formula: `=SUM([${id}_shortfall:all])-[${id}_vendor_shortfall@value]`,
    });
  }
  sheet.skip();
}
