import { textContent } from '../../../workbook/document.ts';
import { formula, input, label } from '../../language/plan.ts';
import type { SheetPlan, TableColumn } from '../../language/sheet-plan.ts';
import type { Deal, Seeds } from '../../seeds/rows.ts';
import { isSpending, projectDeal } from './deal-groups.ts';
import { flags, months, onThreeBases } from './three-bases.ts';

/** A row per deal: what it is, its terms on three bases, and what the model works out of them. */
export function dealTable(sheet: SheetPlan, seeds: Seeds): void {
  const words = (
    key: string,
    header: string,
    width: number,
    cell: (deal: Deal) => string | null,
    role: 'label' | 'identifier' | 'note' = 'label',
  ): TableColumn<Deal> => ({
    key,
    header,
    width,
    cell: (deal) => {
      const text = cell(deal);
      return label(text === null ? null : textContent(text), role);
    },
  });
  sheet.table<Deal>({
    records: seeds.deals,
    id: (deal) => deal.id,
    columns: [
      words('name', 'Deal', 236, (deal) => deal.name),
      words('id', 'Id', 44, (deal) => deal.id, 'identifier'),
      words('facts', 'Source', 144, (deal) => deal.facts.join(' ') || null, 'identifier'),
      words('layer', 'Layer', 88, (deal) => deal.layer),
      words('instrument', 'Instrument', 84, (deal) => deal.instrument),
      words('node', 'Paid or paying', 108, (deal) => deal.node),
      {
        key: 'own_basis',
        header: 'Basis',
        unit: 'switch',
        words: true,
        width: 92,
        cell: () => ({
          ...input('global'),
          choicesName: 'deal_basis_choices',
          note: 'global follows the switch on the Cover; any other choice is for this deal alone.',
        }),
      },
      {
        key: 'basis_live',
        header: 'Basis',
        unit: 'live',
        words: true,
        width: 84,
        cell: () => formula('=IF([own_basis]="global",basis_name,[own_basis])'),
      },
      ...onThreeBases(seeds, {
        key: 'value',
        header: 'Value, US$ bn',
        unit: 'US$ bn',
        figure: (deal) => deal.valueBn,
      }),
      ...onThreeBases(seeds, {
        key: 'capacity',
        header: 'Capacity, GW',
        unit: 'GW',
        figure: (deal) => (isSpending(deal) ? deal.capacityGw : null),
      }),
      ...onThreeBases(seeds, {
        key: 'status',
        header: 'Status',
        figure: (deal) => deal.status,
        choicesName: 'status_names',
        width: 88,
      }),
      ...onThreeBases(seeds, {
        key: 'profile',
        header: 'Profile',
        figure: (deal) => deal.profile,
        choicesName: 'profile_names',
        width: 76,
      }),
      ...onThreeBases(seeds, {
        key: 'start',
        header: 'Start',
        unit: 'month',
        figure: (deal) => months(deal.start),
      }),
      ...onThreeBases(seeds, {
        key: 'end',
        header: 'End, exclusive',
        unit: 'month',
        figure: (deal) => months(deal.end),
      }),
      ...onThreeBases(seeds, {
        key: 'paid_share',
        header: 'Paid by OpenAI',
        unit: 'share',
        figure: (deal) => deal.paidShare,
      }),
      ...(['low', 'high'] as const).map((end): TableColumn<Deal> => ({
        key: `paid_share_${end}`,
        header: end === 'low' ? 'Low' : 'High',
        unit: 'share',
        width: 80,
        cell: ({ paidShare: { reason, ...paidShare } }) =>
          input(paidShare[end], 'share', { kind: 'assumption', sources: [], reason: reason ?? '' }),
      })),
      ...onThreeBases(seeds, {
        key: 'funding_ratio',
        header: 'Vendor equity per dollar bought',
        unit: 'US$ per US$',
        figure: (deal) => deal.fundingRatio,
      }),
      ...onThreeBases(seeds, {
        key: 'funds_buyer',
        header: 'Counterparty also funds the buyer',
        unit: 'flag',
        figure: (deal) => flags(deal.fundsBuyer),
      }),
      ...derivedColumns(projectDeal(seeds).id),
      words('non_cash', 'Not cash, in no sum', 260, (deal) => deal.nonCash, 'note'),
      words('note', 'Note', 420, (deal) => deal.note, 'note'),
    ],
  });
  sheet.bound(
    sheet.columnRange('paid_share'),
    sheet.columnRange('paid_share_low'),
    sheet.columnRange('paid_share_high'),
  );
  // The tables below have other columns, so the heading of this one does not stay above them.
  sheet.frozenRows = 2;
  sheet.frozenColumns = 1;
  sheet.skip();
}

/** What the model needs of each deal beyond its terms: flags and measures, and what follows from the live terms. */
function derivedColumns(projectId: string): TableColumn<Deal>[] {
  const calculated = (
    key: string,
    header: string,
    unit: string,
    template: string,
    width = 84,
  ): TableColumn<Deal> => ({
    key,
    header,
    unit,
    width,
    cell: () => formula(template),
  });
  return [
    { ...calculated('spends', 'Spending', 'flag', '=IF([layer]="equity",0,1)'), group: 'Worked out' },
    {
      key: 'vendor',
      header: 'Chip vendor',
      unit: 'flag',
      width: 84,
      cell: (deal) =>
        input(deal.vendor ? 1 : 0, 'flag', {
          kind: 'assumption',
          sources: [],
          reason: '1 for a maker of chips or its equity: the vendor probability multiplier applies.',
        }),
    },
    calculated('has_value', 'Has a value', 'flag', '=IF(ISNUMBER([value]),[spends],0)'),
    calculated('counted', 'Value counted', 'US$ bn', '=[spends]*N([value])'),
    calculated(
      'derived',
      'Valued from GW',
      'US$ bn',
      '=IF(AND([layer]="silicon",ISNUMBER([value])=FALSE),derived_switch*N([capacity])*capex_per_gw*chip_share_of_capex,0)',
      104,
    ),
    calculated('base', 'Base', 'US$ bn', '=N([value])+[derived]'),
    calculated(
      'firm',
      'Firm',
      'flag',
      '=MAX(1-[spends],INDEX([status_firm:all],MATCH([status],[status_name:all],0),1))',
    ),
    calculated(
      'status_probability_of_deal',
      'By status',
      'probability',
      '=INDEX([status_probability:all],MATCH([status],[status_name:all],0),1)',
    ),
    calculated(
      'multiplier',
      'Multiplier',
      'x',
      '=IF([firm]=1,1,IF([vendor]=1,prob_mult_vendor,prob_mult_all))',
    ),
    calculated(
      'probability',
      'Probability',
      'probability',
      '=MIN(1,[status_probability_of_deal]*[multiplier])',
    ),
    calculated(
      'start_quarter',
      'Start',
      'quarters from 2025',
      '=(YEAR([start])-first_year)*quarters_per_year+(MONTH([start])-1)/months_per_quarter',
    ),
    calculated(
      'end_quarter',
      'End',
      'quarters from 2025',
      '=(YEAR([end])-first_year)*quarters_per_year+(MONTH([end])-1)/months_per_quarter',
    ),
    calculated(
      'inside_project',
      'Inside the project',
      'share',
      `=SUMIFS([pair_share:all],[pair_inner:all],[id],[pair_container:all],[id:${projectId}])`,
      104,
    ),
    calculated('funded_value', 'Also funds, value', 'US$ bn', '=[funds_buyer]*[counted]', 104),
    {
      key: 'power_measure',
      header: 'GW quoted as',
      unit: 'measure',
      words: true,
      width: 96,
      cell: (deal) =>
        deal.powerMeasure === null
          ? null
          : {
              ...input(deal.powerMeasure),
              choicesName: 'power_measures',
              note: 'Facility power is what the site draws; IT load leaves out cooling and losses, so it is multiplied by the power usage effectiveness.',
            },
    },
    {
      key: 'facility',
      header: 'Facility power',
      unit: 'GW',
      width: 104,
      cell: (deal) =>
        isSpending(deal)
          ? {
              ...formula('=IF(ISNUMBER([capacity]),[capacity]*IF([power_measure]="IT",pue,1),[capacity])'),
              align: 'right',
            }
          : null,
    },
  ];
}
