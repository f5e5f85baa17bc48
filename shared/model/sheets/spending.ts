import { formula, label } from '../language/plan.ts';
import type { LineRecord } from '../language/sheet-plan.ts';
import { TimeSheetPlan } from '../language/time-sheet-plan.ts';
import { timelineColumn, years } from '../language/timeline.ts';
import { netBounds, netOfOverlap, netRange } from '../methods/nesting.ts';
import type { Seeds } from '../seeds/rows.ts';
import { dealGroups, spendingLayers } from './deals/deal-groups.ts';
import { probabilityInPeriod } from './deals/deal-terms.ts';
import { nestingBounds, nestingTerms, pairId, pairLabel } from './deals/nested-pairs.ts';

const windowColumn = timelineColumn('window');

/** Probable spending of the deals by period, net of what deals inside deals would count twice. */
export function spendingSheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Spending');
  const groups = dealGroups(seeds);
  const deals = groups.deals.map((deal) => ({ id: deal.id, label: deal.name }));
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
    formula: `=[Deals.base]*${probabilityInPeriod}*[Timing.weight]`,
  });
  sheet.line('gross_total', {
    label: 'Gross',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([gross:all])',
    total: true,
  });
  sheet.skip();

  netOfOverlap(sheet, deals, pairs, {
    unit: 'US$ bn',
    terms: nestingTerms,
    netNames: {
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
      },
    },
  });

  netRange(sheet, pairs, {
    unit: 'US$ bn',
    terms: nestingTerms,
    bounds: nestingBounds,
    named: {
      low: { name: 'probable_by_2028_low', label: 'Probable cash by 2028, low by overlap' },
      high: { name: 'probable_by_2028_high', label: 'Probable cash by 2028, high by overlap' },
    },
  });

  byLayer(sheet);
  netBounds(sheet, 'US$ bn');
  market(sheet);
  whoPays(sheet, deals);
  bridge(sheet, deals);
  sourcesOfFigures(sheet, seeds);
  return sheet;
}

/** Which facts the figures rest on, for slides and other readers who do not see the sheets. */
function sourcesOfFigures(sheet: TimeSheetPlan, seeds: Seeds): void {
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

function byLayer(sheet: TimeSheetPlan): void {
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

function market(sheet: TimeSheetPlan): void {
  sheet.section('The whole market: another perimeter, for comparison only');
  const path = (total: string) =>
    `=IF(SUM(market_path)>0,${total}*INDEX(market_path,1,[year]-first_year+1)/SUM(market_path)/quarters_per_year,0)`;
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
    .place(row, 0, label('OpenAI’s share of the market’s spending'))
    .place(row, 1, label('share', 'unit'))
    .place(row, windowColumn, {
      ...formula('=IF(N(market_total)>0,probable_by_2028/market_total,"not given")', 'share'),
      named: {
        name: 'openai_share_of_market',
        label: 'Share of the market’s spending',
        unit: 'share',
        headline: true,
      },
    })
    .skip(2);
}

/** Who pays the deals: OpenAI itself, or its partners, lenders and clouds. Cash only. */
function whoPays(sheet: TimeSheetPlan, deals: readonly LineRecord[]): void {
  sheet.section('Paid by OpenAI: gross × share paid; rent of nested deals stays in, because it is paid');
  sheet.lines('pays', deals, { unit: 'US$ bn', years: 'sum', formula: '=[gross]*[Deals.paid_share]' });
  sheet.line('pays_total', {
    label: 'Paid by OpenAI',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([pays:all])',
    total: true,
    names: {
      window: {
        name: 'openai_payments',
        label: 'Payments of OpenAI, 2025–28',
        unit: 'US$ bn',
        headline: true,
      },
    },
  });
  sheet.skip();

  sheet.section('Paid by others: partners, lenders and clouds');
  sheet.lines('others_pay', deals, { unit: 'US$ bn', years: 'sum', formula: '=[gross]-[pays]' });
  sheet.skip();
}

/** From the announced headline to probable cash by 2028, step by step. */
function bridge(sheet: TimeSheetPlan, deals: readonly LineRecord[]): void {
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
    [
      'Not itemised',
      'unexplained',
      '=IF(ISNUMBER(announced_unexplained),-announced_unexplained,"not given")',
    ],
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
