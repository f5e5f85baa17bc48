import { formula, label } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import { timelineColumn, years } from '../language/timeline.ts';
import type { Seeds } from '../seeds/rows.ts';
import { dealGroups, spendingLayers } from './deals/deal-groups.ts';
import { pairId, pairLabel } from './deals/nested-pairs.ts';

const windowColumn = timelineColumn('window');

/** Probable spending of the deals by period, net of what deals inside deals would count twice. */
export function spendingSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Spending');
  const groups = dealGroups(seeds);
  const deals = groups.deals.map((deal) => ({ id: deal.id, label: deal.name }));
  const equity = groups.equity.map((deal) => ({ id: deal.id, label: deal.name }));
  const pairs = seeds.nestedPairs.map((pair) => ({ id: pairId(pair), label: pairLabel(seeds, pair) }));
  sheet.timelineHeading(
    'Spending',
    'Value × probability × weight, less what nested deals would count twice. OpenAI’s deals and the whole market are two perimeters and are never added.',
  );
  const yearsRow = 2;
  sheet.nameRange(
    {
      top: yearsRow,
      left: timelineColumn('2025'),
      bottom: yearsRow,
      right: timelineColumn('2028'),
    },
    { name: 'spending_years', label: 'Years of the window' },
  );

  sheet.section('Gross: probable cash of each deal');
  sheet.lines('gross', deals, {
    unit: 'US$ bn',
    years: 'sum',
    formula:
      '=[Deals.base]*IF([Timing.free]=1,[Deals.probability],[Deals.status_probability_of_deal])*[Timing.weight]',
  });
  sheet.line('gross_total', {
    label: 'Gross',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([gross:all])',
    total: true,
  });
  sheet.skip();

  sheet.section('Overlap: the part of an inner deal that its container counts too');
  sheet.lines('overlap', pairs, {
    unit: 'US$ bn',
    years: 'sum',
    formula:
      '=[Deals.pair_share]*MIN(INDEX([gross:all],[Deals.pair_inner_position],1),INDEX([gross:all],[Deals.pair_container_position],1))',
  });
  sheet.line('overlap_total', {
    label: 'Overlap',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([overlap:all])',
    total: true,
  });
  sheet.skip();

  sheet.section('Net: gross less overlap, booked on the inner deal');
  sheet.lines('net', deals, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=[gross]-SUMIF([Deals.pair_inner:all],[Deals.id],[overlap:all])',
  });
  sheet.line('net_total', {
    label: 'Net',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([net:all])',
    total: true,
    names: {
      window: {
        name: 'probable_by_2028',
        label: 'Probable cash by 2028',
        unit: 'US$ bn',
        headline: true,
        stripCaption: 'net of overlap',
      },
      ...Object.fromEntries(
        years.map((year) => [
          String(year),
          { name: `spending_net_${year}`, label: `Spending ${year}, net`, unit: 'US$ bn', headline: true },
        ]),
      ),
      before: { name: 'spending_before_2025', label: 'Spending before 2025, net', unit: 'US$ bn' },
      after: {
        name: 'spending_after_2028',
        label: 'Spending after 2028, net',
        unit: 'US$ bn',
        headline: true,
        stripCaption: 'outside the window',
      },
    },
  });
  sheet.skip();

  byLayer(sheet);
  bounds(sheet);
  market(sheet);
  whoPays(sheet, deals, equity, [...new Set(seeds.deals.map((deal) => deal.node))]);
  bridge(sheet, deals);
  sourcesOfFigures(sheet, seeds);
  return sheet;
}

/** Which facts the figures rest on, for slides and other readers who do not see the sheets. */
function sourcesOfFigures(sheet: SheetPlan, seeds: Seeds): void {
  const factsOf = (figures: readonly { seedFacts: readonly string[]; seed: unknown }[]) =>
    [...new Set(figures.filter(({ seed }) => seed !== null).flatMap(({ seedFacts }) => seedFacts))]
      .toSorted()
      .join(', ');
  const values = dealGroups(seeds).deals.map((deal) => deal.valueBn);
  const headline = seeds.totals
    .filter((total) => total.name === 'headline_total')
    .map((total) => total.value);
  const funding = seeds.deals.map((deal) => deal.fundsBuyer).filter(({ seed }) => seed === true);
  const rows = [
    ['Bridge', 'bridge_sources', factsOf([...headline, ...values])],
    ['Spending by layer', 'spending_sources', factsOf(values)],
    ['Parties', 'flow_sources', factsOf([...values, ...funding])],
  ] as const;
  sheet.skip().section('What the figures rest on');
  for (const [text, name, facts] of rows) {
    const row = sheet.nextRow;
    const words = `=IF(basis_name=basis_seed,"Facts ${facts}","Benchmark register, sheet Sources")`;
    sheet
      .place(row, 0, label(text))
      .place(row, windowColumn, {
        ...formula(words),
        align: 'left',
        named: { name, label: `Sources: ${text}` },
      })
      .skip();
  }
}

function byLayer(sheet: SheetPlan): void {
  const top = sheet.nextRow + 1;
  sheet.section('Net by layer');
  sheet.lines(
    'layer_net',
    spendingLayers.map((layer) => ({ id: layer, label: layer })),
    {
      unit: 'US$ bn',
      years: 'sum',
      formula: '=SUMIF([Deals.layer:deals],[self@label],[net:all])',
    },
  );
  const bottom = top + spendingLayers.length - 1;
  sheet.nameRange({ top, left: 0, bottom, right: 0 }, { name: 'spending_layers', label: 'Layers' });
  sheet.nameRange(
    { top, left: timelineColumn('2025'), bottom, right: timelineColumn('2028') },
    { name: 'spending_by_layer', label: 'Spending by layer and year, net', unit: 'US$ bn' },
  );
  sheet.line('layer_total', {
    label: 'All layers',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([layer_net:all])',
    total: true,
  });
  sheet.skip();
}

function bounds(sheet: SheetPlan): void {
  sheet.section('Bounds: the largest deal ≤ net ≤ gross, in every period');
  sheet.line('largest', {
    label: 'Largest deal, gross',
    unit: 'US$ bn',
    years: 'none',
    formula: '=MAX([gross:all])',
  });
  sheet.line('below_largest', {
    label: 'Net below the largest deal by',
    unit: 'US$ bn',
    years: 'none',
    formula: '=MAX(0,[largest]-[net_total])',
  });
  sheet.line('above_gross', {
    label: 'Net above gross by',
    unit: 'US$ bn',
    years: 'none',
    formula: '=MAX(0,[net_total]-[gross_total])',
  });
  sheet.skip();
}

function market(sheet: SheetPlan): void {
  sheet.section('The whole market: another perimeter, for comparison only');
  const path = (total: string) =>
    `=${total}*INDEX(market_path,1,[year]-first_year+1)/SUM(market_path)/quarters_per_year`;
  sheet.line('market', {
    label: 'Data center spending, whole market',
    unit: 'US$ bn',
    years: 'sum',
    quartersOnly: true,
    formula: path('market_total'),
  });
  sheet.line('market_credit', {
    label: 'of which private credit',
    unit: 'US$ bn',
    years: 'sum',
    quartersOnly: true,
    formula: path('private_credit_total'),
  });
  const row = sheet.nextRow;
  sheet
    .place(row, 0, label('OpenAI’s probable spending, share of the market'))
    .place(row, 1, label('share', 'unit'))
    .place(row, windowColumn, {
      ...formula('=probable_by_2028/market_total', 'share'),
      named: {
        name: 'openai_share_of_market',
        label: 'Share of the market’s spending',
        unit: 'share',
        headline: true,
      },
    })
    .skip(2);
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Who pays the deals, and which counterparties put money into OpenAI. Cash only. */
function whoPays(
  sheet: SheetPlan,
  deals: readonly Named[],
  equity: readonly Named[],
  nodes: readonly string[],
): void {
  sheet.section('Paid by OpenAI: gross × share paid; rent of nested deals stays in, because it is paid');
  sheet.lines('pays', deals, { unit: 'US$ bn', years: 'sum', formula: '=[gross]*[Deals.paid_share]' });
  sheet.line('pays_total', {
    label: 'Paid by OpenAI',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([pays:all])',
    total: true,
    names: {
      window: { name: 'openai_payments', label: 'Payments of OpenAI', unit: 'US$ bn', headline: true },
    },
  });
  sheet.skip();

  sheet.section('Paid by others: partners, lenders and clouds');
  sheet.lines('others_pay', deals, { unit: 'US$ bn', years: 'sum', formula: '=[gross]-[pays]' });
  sheet.skip();

  sheet.section('Money of counterparties into OpenAI: equity, and equity per dollar bought');
  sheet.line('vendor_equity_factor', {
    label: 'Vendor equity multiplier',
    unit: 'x',
    years: 'none',
    formula: '=IF([Timing.free]=1,vendor_equity_mult,1)',
  });
  sheet.lines('vendor_funding_of_deal', deals, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=[pays]*[Deals.funding_ratio]*[vendor_equity_factor]',
  });
  sheet.lines('equity', equity, {
    unit: 'US$ bn',
    years: 'sum',
    formula:
      '=[Deals.base]*IF([Timing.free]=1,[Deals.probability],[Deals.status_probability_of_deal])*[Timing.weight]*[vendor_equity_factor]',
  });
  sheet.line('vendor_funding_total', {
    label: 'Into OpenAI from counterparties',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([vendor_funding_of_deal:all])+SUM([equity:all])',
    total: true,
    names: {
      window: {
        name: 'vendor_funding',
        label: 'Funding of OpenAI by vendors',
        unit: 'US$ bn',
        headline: true,
      },
    },
  });
  sheet.skip();

  const parties = nodes.map((node) => ({ id: node, label: node }));
  const window = (top: number, name: string, text: string) =>
    sheet.nameRange(
      { top, left: windowColumn, bottom: top + nodes.length - 1, right: windowColumn },
      { name, label: text, unit: 'US$ bn' },
    );

  sheet.section('By party: paid by OpenAI');
  const paidTop = sheet.nextRow;
  sheet.lines('party_paid', parties, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUMIF([Deals.node:deals],[self@label],[pays:all])',
  });
  sheet.nameRange(
    { top: paidTop, left: 0, bottom: paidTop + nodes.length - 1, right: 0 },
    { name: 'flow_nodes', label: 'Parties of the deal book' },
  );
  window(paidTop, 'flow_openai_pays', 'Paid by OpenAI, by party, 2025 to 2028');
  sheet.skip();

  sheet.section('By party: paid by others');
  window(sheet.nextRow, 'flow_others_pay', 'Paid by others, by party, 2025 to 2028');
  sheet.lines('party_paid_by_others', parties, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUMIF([Deals.node:deals],[self@label],[others_pay:all])',
  });
  sheet.skip();

  sheet.section('By party: put into OpenAI');
  window(sheet.nextRow, 'flow_funds_openai', 'Put into OpenAI, by party, 2025 to 2028');
  sheet.lines('party_funds', parties, {
    unit: 'US$ bn',
    years: 'sum',
    formula:
      '=SUMIF([Deals.node:deals],[self@label],[vendor_funding_of_deal:all])+SUMIF([Deals.node:equity],[self@label],[equity:all])',
  });
  sheet.skip();

  sheet.section(
    'By party: comes back, the lesser of what it pays in and what OpenAI pays it over the window',
  );
  const returnedTop = sheet.nextRow;
  window(returnedTop, 'flow_returned', 'Comes back, by party, 2025 to 2028');
  parties.forEach(({ id, label: text }) => {
    const row = sheet.nextRow;
    sheet
      .place(row, 0, label(text))
      .place(row, 1, label('US$ bn', 'unit'))
      .place(row, windowColumn, {
        ...formula('=MIN([party_paid@window],[party_funds@window])', 'US$ bn'),
        record: id,
      })
      .skip();
  });
  sheet.skip();
}

/** From the announced headline to probable cash by 2028, step by step. */
function bridge(sheet: SheetPlan, deals: readonly Named[]): void {
  sheet.section('Not certain: value × weight × (1 − probability)');
  sheet.lines('uncertain', deals, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=[Deals.base]*[Timing.weight]-[gross]',
  });
  sheet.line('uncertain_total', {
    label: 'Not certain',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([uncertain:all])',
    total: true,
  });
  sheet.skip();

  const steps = [
    ['Announced, headline', 'total', '=announced_headline'],
    ['Not itemised', 'unexplained', '=-announced_unexplained'],
    ['Announced, itemised', 'total', '=announced_itemised'],
    ['Valued from capacity', 'step', '=SUM([Deals.derived:deals])'],
    ['Not certain', 'step', '=-[uncertain_total@total]'],
    ['Counted twice in nested deals', 'step', '=-[overlap_total@total]'],
    ['Before 2025', 'step', '=-[net_total@before]'],
    ['After 2028', 'step', '=-[net_total@after]'],
    ['Probable cash by 2028', 'total', '=probable_by_2028'],
  ] as const;
  sheet.section('Bridge: from announced to probable cash by 2028');
  const top = sheet.nextRow;
  for (const [text, kind, template] of steps) {
    const row = sheet.nextRow;
    const look = kind === 'total' ? { strong: true } : {};
    sheet
      .place(row, 0, { ...label(text), ...look })
      .place(row, 1, label('US$ bn', 'unit'))
      .place(row, windowColumn, { ...formula(template, 'US$ bn'), ...look })
      .place(row, windowColumn + 1, label(kind, 'note'))
      .skip();
  }
  const bottom = sheet.nextRow - 1;
  sheet.nameRange(
    { top, left: 0, bottom, right: 0 },
    { name: 'bridge_labels', label: 'Steps of the bridge' },
  );
  sheet.nameRange(
    { top, left: windowColumn, bottom, right: windowColumn },
    { name: 'bridge_values', label: 'Amounts of the bridge', unit: 'US$ bn' },
  );
  sheet.nameRange(
    { top, left: windowColumn + 1, bottom, right: windowColumn + 1 },
    { name: 'bridge_kinds', label: 'Kinds of the steps' },
  );
}
