import { textContent, type CellContent } from '../../workbook/document.ts';
import { monthSerial } from '../months.ts';
import { formula, input, label, type PlannedCell } from '../language/plan.ts';
import { SheetPlan, type TableColumn } from '../language/sheet-plan.ts';
import type { Deal, NestedPair, PerBasis, Seeds, Total } from '../seeds/rows.ts';
import { basisFigure } from './sources.ts';

/** How sure money of each status is; a firm deal is not altered by the probability multipliers. */
const statuses = [
  { name: 'completed', probability: label(1, 'calculation'), firm: 1, remark: 'Paid: certain.' },
  {
    name: 'executed',
    probability: formula('=p_executed'),
    firm: 1,
    remark: 'Signed: a stress does not cancel it.',
  },
  {
    name: 'announced',
    probability: formula('=p_announced'),
    firm: 0,
    remark: 'Announced, not known to be signed.',
  },
  {
    name: 'potential',
    probability: formula('=p_potential'),
    firm: 0,
    remark: 'Potential, option or letter of intent.',
  },
  {
    name: 'superseded',
    probability: label(0, 'calculation'),
    firm: 0,
    remark: 'Replaced by another row: counts nothing.',
  },
] as const;

/** Layers of the deals that are spending, in the order of the articles. */
export const spendingLayers = ['cloud', 'silicon', 'data center'] as const;

const isSpending = (deal: Deal) => deal.layer !== 'equity';

/** The deals that are spending, and the rows that are equity in OpenAI. */
export function dealGroups(seeds: Seeds): { deals: Deal[]; equity: Deal[] } {
  return { deals: seeds.deals.filter(isSpending), equity: seeds.deals.filter((deal) => !isSpending(deal)) };
}

/** One row per deal; every term on three bases, and the live one that the switch chooses. */
export function dealsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Deals');
  sheet.heading(
    'Deals',
    'One row per deal. A party named without a figure keeps its row. Warrants are not cash and stand apart. Nothing here is added to the market’s total.',
  );
  dealTable(sheet, seeds);
  announced(sheet);
  nestedPairs(sheet, seeds);
  totals(sheet, seeds);
  statusTable(sheet);
  return sheet;
}

function dealTable(sheet: SheetPlan, seeds: Seeds): void {
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
      words('name', 'Deal', 188, (deal) => deal.name),
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
      ...derivedColumns(),
      words('non_cash', 'Not cash, in no sum', 260, (deal) => deal.nonCash, 'note'),
      words('note', 'Note', 420, (deal) => deal.note, 'note'),
    ],
  });
  sheet.frozenRows = 5;
  sheet.frozenColumns = 1;
  sheet.skip();
}

/** What the model needs of each deal, worked out from the live terms. */
function derivedColumns(): TableColumn<Deal>[] {
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
    calculated('funded_value', 'Also funds, value', 'US$ bn', '=[funds_buyer]*[counted]', 104),
  ];
}

interface BasisColumns {
  readonly key: string;
  readonly header: string;
  readonly unit?: string;
  readonly width?: number;
  readonly choicesName?: string;
  /** Null where the term does not apply to the deal. */
  readonly figure: (deal: Deal) => PerBasis<CellContent> | null;
}

/** Seed, Benchmark and User side by side, and the live one: User, else Benchmark, else Seed, from the basis down. */
function onThreeBases(
  seeds: Seeds,
  { key, header, unit, width = 80, choicesName, figure }: BasisColumns,
): TableColumn<Deal>[] {
  const shared = { width, ...(unit && { unit }) };
  const looks = { ...(unit && { unit }), ...(choicesName && { choicesName }) };
  const typed = (basis: 'seed' | 'benchmark') => (deal: Deal) => {
    const terms = figure(deal);
    return terms && { ...typedFigure(seeds, terms, basis), ...looks };
  };
  return [
    { ...shared, key: `${key}_seed`, header: 'Seed', group: header, cell: typed('seed') },
    { ...shared, key: `${key}_benchmark`, header: 'Benchmark', cell: typed('benchmark') },
    {
      ...shared,
      key: `${key}_user`,
      header: 'User',
      cell: (deal) => figure(deal) && { ...input(null), ...looks },
    },
    {
      ...shared,
      key,
      header: 'Live',
      cell: (deal) =>
        figure(deal) && {
          ...formula(liveFormula(key), unit),
          ...(unit && { align: 'right' as const }),
        },
    },
  ];
}

function liveFormula(key: string, basisLive = '[basis_live]'): string {
  return (
    `=IF(AND(${basisLive}=basis_user,[${key}_user]<>""),[${key}_user],` +
    `IF(AND(${basisLive}<>basis_seed,[${key}_benchmark]<>""),[${key}_benchmark],[${key}_seed]))`
  );
}

/** A basis figure; one that follows a driver is a formula on its name. */
function typedFigure(seeds: Seeds, figure: PerBasis<CellContent>, basis: 'seed' | 'benchmark'): PlannedCell {
  const cell = basisFigure(seeds, figure, basis);
  return cell.content === 'nvda_funding_ratio'
    ? { ...cell, content: { formula: '=nvda_funding_ratio' }, role: 'link' }
    : cell;
}

function months(figure: PerBasis<string>): PerBasis<CellContent> {
  const serial = (month: string | null) =>
    month === null || month === 'not given' ? month : monthSerial(month);
  return { ...figure, seed: serial(figure.seed), benchmark: serial(figure.benchmark) };
}

function flags(figure: PerBasis<boolean>): PerBasis<CellContent> {
  const flag = (value: boolean | 'not given' | null) => (typeof value === 'boolean' ? Number(value) : value);
  return { ...figure, seed: flag(figure.seed), benchmark: flag(figure.benchmark) };
}

/** What the live deals announce, before probability and time. */
function announced(sheet: SheetPlan): void {
  const figure = (
    name: string,
    text: string,
    unit: string,
    template: string,
    options: { headline?: boolean; caption?: string } = {},
  ) => {
    const { headline = true, caption } = options;
    const row = sheet.nextRow;
    const named = {
      name,
      label: text,
      unit,
      ...(headline && { headline }),
      ...(caption && { stripCaption: caption }),
    };
    sheet
      .place(row, 0, label(text))
      .place(row, 8, label(unit, 'unit'))
      .place(row, 11, { ...formula(template, unit), strong: true, named })
      .skip();
  };
  sheet.section('Announced, on the live basis');
  figure('deals_with_value', 'Deals with a value', 'deals', '=SUM([has_value:all])');
  figure('announced_itemised', 'Announced, itemised', 'US$ bn', '=SUM([counted:all])', {
    caption: 'sum of the deals',
  });
  figure('announced_headline', 'Announced, headline', 'US$ bn', '=headline_total');
  figure(
    'announced_unexplained',
    'Announced, not itemised',
    'US$ bn',
    '=announced_headline-announced_itemised',
    { caption: 'headline less itemised' },
  );
  figure(
    'announced_net_of_overlap',
    'Announced, net of overlap',
    'US$ bn',
    '=announced_itemised-SUM([pair_value_overlap:all])',
  );
  figure(
    'announced_with_funding_vendors',
    'Announced, counterparty also funds the buyer',
    'US$ bn',
    '=SUM([funded_value:all])',
  );
  figure(
    'announced_with_funding_vendors_share',
    'Counterparty also funds the buyer, share of itemised',
    'share',
    '=IF(announced_itemised=0,0,announced_with_funding_vendors/announced_itemised)',
  );
  const row = sheet.nextRow;
  sheet
    .place(row, 0, label('The headline is'))
    .place(row, 11, {
      ...formula('=IF(basis_name=basis_seed,"over","about")'),
      align: 'right',
      named: { name: 'headline_qualifier', label: 'Qualifier of the headline' },
    })
    .place(row, 12, label('Document B says over; the register reports a round figure.', 'note'))
    .skip(2);
}

/** Deals inside deals: the inner one's share is counted once. */
function nestedPairs(sheet: SheetPlan, seeds: Seeds): void {
  const provenance = (pair: NestedPair) => ({
    kind: 'assumption' as const,
    sources: [],
    reason: pair.reason,
  });
  sheet.section('Nested deals: the share of the inner deal that the container counts too');
  sheet.table<NestedPair>({
    records: seeds.nestedPairs,
    id: pairId,
    columns: [
      { key: 'pair_label', header: 'Pair', width: 188, cell: (pair) => label(pairLabel(seeds, pair)) },
      { key: 'pair_inner', header: 'Inner', width: 44, cell: (pair) => input(pair.inner) },
      { key: 'pair_container', header: 'Container', width: 104, cell: (pair) => input(pair.container) },
      {
        key: 'pair_share',
        header: 'Share',
        unit: 'share',
        width: 88,
        cell: (pair) => input(pair.share, 'share', provenance(pair)),
      },
      {
        key: 'pair_low',
        header: 'Low',
        unit: 'share',
        width: 84,
        cell: (pair) => input(pair.low, 'share', provenance(pair)),
      },
      {
        key: 'pair_high',
        header: 'High',
        unit: 'share',
        width: 84,
        cell: (pair) => input(pair.high, 'share', provenance(pair)),
      },
      {
        key: 'pair_inner_position',
        header: 'Inner',
        unit: 'position',
        width: 84,
        cell: () => formula('=MATCH([pair_inner],[id:deals],0)'),
      },
      {
        key: 'pair_container_position',
        header: 'Container',
        unit: 'position',
        width: 84,
        cell: () => formula('=MATCH([pair_container],[id:deals],0)'),
      },
      {
        key: 'pair_value_overlap',
        header: 'Overlap',
        unit: 'US$ bn',
        width: 84,
        cell: () =>
          formula(
            '=[pair_share]*MIN(INDEX([counted:deals],[pair_inner_position],1),INDEX([counted:deals],[pair_container_position],1))',
          ),
      },
      {
        key: 'pair_share_sum',
        header: 'Inner’s sum',
        unit: 'share',
        width: 84,
        cell: () => formula('=SUMIF([pair_inner:all],[pair_inner],[pair_share:all])'),
      },
      { key: 'pair_blank', header: '', width: 80, cell: () => null },
      {
        key: 'pair_reason',
        header: 'Why',
        width: 80,
        cell: (pair) => label(textContent(pair.reason), 'note'),
      },
    ],
  });
  sheet.skip();
}

/** The key of a pair in formulas, such as `D02_D01`. */
export function pairId(pair: NestedPair): string {
  return `${pair.inner}_${pair.container}`;
}

/** The pair in words: inner deal, then the deal that contains it. */
export function pairLabel(seeds: Seeds, pair: NestedPair): string {
  const name = (id: string) => seeds.deals.find((deal) => deal.id === id)?.name ?? id;
  return `${name(pair.inner)} in ${name(pair.container)}`;
}

/** Figures of the whole that are no deals, on the same three bases. */
function totals(sheet: SheetPlan, seeds: Seeds): void {
  sheet.section('Totals of the sources, on the global basis');
  const typed = (basis: 'seed' | 'benchmark') => (total: Total) => ({
    ...basisFigure(seeds, total.value, basis),
    unit: total.unit,
  });
  sheet.table<Total>({
    records: seeds.totals,
    id: (total) => total.name,
    firstColumn: 0,
    columns: [
      { key: 'total_label', header: 'Total', width: 188, cell: (total) => label(total.label) },
      ...['', '', '', '', '', '', ''].map((header, index): TableColumn<Total> => ({
        key: `total_blank_${index}`,
        header,
        width: 44,
        cell: () => null,
      })),
      { key: 'total_seed', header: 'Seed', unit: '', width: 80, cell: typed('seed') },
      { key: 'total_benchmark', header: 'Benchmark', unit: '', width: 80, cell: typed('benchmark') },
      { key: 'total_user', header: 'User', unit: '', width: 80, cell: (total) => input(null, total.unit) },
      {
        key: 'total',
        header: 'Live',
        unit: '',
        width: 80,
        cell: (total) => ({
          ...formula(liveFormula('total', 'basis_name'), total.unit),
          named: { name: total.name, label: total.label, unit: total.unit },
        }),
      },
      { key: 'total_unit', header: 'Unit', width: 80, cell: (total) => label(total.unit, 'unit') },
    ],
  });
  const row = sheet.nextRow;
  sheet
    .place(row, 0, label('Private credit in data center spending'))
    .place(row, 11, {
      ...formula('=private_credit_total/market_total', 'share'),
      strong: true,
      named: {
        name: 'private_credit_share',
        label: 'Private credit in data center spending',
        unit: 'share',
        headline: true,
        stripCaption: 'whole market',
      },
    })
    .place(row, 12, label('share', 'unit'))
    .skip(2);
}

function statusTable(sheet: SheetPlan): void {
  sheet.section('Status and profile');
  const top = sheet.nextRow + 2;
  sheet.table<(typeof statuses)[number]>({
    records: statuses,
    id: (status) => status.name,
    columns: [
      { key: 'status_name', header: 'Status', width: 188, cell: (status) => label(status.name) },
      { key: 'status_blank', header: '', width: 44, cell: () => null },
      {
        key: 'status_probability',
        header: 'Probability',
        unit: 'probability',
        width: 104,
        cell: (status) => status.probability,
      },
      {
        key: 'status_firm',
        header: 'Firm',
        unit: 'flag',
        width: 88,
        cell: (status) => label(status.firm, 'calculation'),
      },
      { key: 'status_remark', header: 'Meaning', width: 84, cell: (status) => label(status.remark, 'note') },
    ],
  });
  sheet.nameRange(
    { top, left: 0, bottom: top + statuses.length - 1, right: 0 },
    { name: 'status_names', label: 'Statuses of a deal' },
  );
  sheet.skip();
  const profiles = sheet.nextRow;
  sheet
    .place(profiles, 0, label('flat'))
    .place(profiles, 2, label('Even over the time of the deal.', 'note'));
  sheet
    .place(profiles + 1, 0, label('S-curve'))
    .place(profiles + 1, 2, label('Slow, fast, slow: a logistic curve.', 'note'));
  sheet.nameRange(
    { top: profiles, left: 0, bottom: profiles + 1, right: 0 },
    { name: 'profile_names', label: 'Profiles of a deal' },
  );
  sheet.skip(2);
}
