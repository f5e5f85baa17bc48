import { formula, label, type NameOfCell, type PlannedCell } from '../language/plan.ts';
import type { LineRecord, TableColumn } from '../language/sheet-plan.ts';
import { TimeSheetPlan } from '../language/time-sheet-plan.ts';
import { firstYear, lastYear, years } from '../language/timeline.ts';
import { completion } from '../methods/completion.ts';
import { energy } from '../methods/energy.ts';
import { netBounds, netOfOverlap } from '../methods/nesting.ts';
import type { Seeds } from '../seeds/rows.ts';
import { dealGroups } from './deals/deal-groups.ts';
import { dealTerms, probabilityInPeriod } from './deals/deal-terms.ts';
import { nestingTerms, pairId, pairLabel } from './deals/nested-pairs.ts';

/** Facility power by period, announced, probable and delivered, with its energy and the capital spent ahead of it. */
export function capacitySheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Capacity');
  const deals = dealGroups(seeds).deals.map((deal) => ({ id: deal.id, label: deal.name }));
  const pairs = seeds.nestedPairs.map((pair) => ({ id: pairId(pair), label: pairLabel(seeds, pair) }));
  sheet.mixedHeading(
    'Capacity',
    'Facility power: announced, probable and delivered. Power × probability × delivered share × weight, less what nested deals would count twice; IT load is turned into facility power; a deal without GW counts nothing.',
  );
  announcedAndProbable(sheet, deals, pairs);
  delivered(sheet, deals);
  levels(sheet);
  energyOfFacilities(sheet);
  capital(sheet, deals, pairs);
  netBounds(sheet, 'GW');
  byDeal(sheet, deals);
  bridge(sheet);
  return sheet;
}

/** A driver that a scenario alters from the as-of date on only: before it the first scenario's figure applies. */
function scenarioTerm(sheet: TimeSheetPlan, key: string, text: string, unit: string, driver: string): void {
  sheet.line(key, {
    label: text,
    unit,
    years: 'none',
    formula: `=IF([Timing.free]=1,${driver},[Assumptions.scenario_1:${driver}])`,
  });
}

function announcedAndProbable(
  sheet: TimeSheetPlan,
  deals: readonly LineRecord[],
  pairs: readonly LineRecord[],
): void {
  const flow = { unit: 'GW', years: 'sum' } as const;
  const total = (key: string, text: string, rows: string) =>
    sheet.line(key, { ...flow, label: text, formula: `=SUM([${rows}:all])`, total: true }).skip();

  sheet.timelineSection('Announced: facility power of each deal; nested deals stand in it twice');
  sheet.lines('announced', deals, { ...flow, formula: '=N([Deals.facility])*[Timing.weight]' });
  total('announced_total', 'Announced', 'announced');

  sheet.timelineSection('Probable: announced × probability');
  sheet.lines('gross', deals, { ...flow, formula: `=[announced]*${probabilityInPeriod}` });
  total('gross_total', 'Probable', 'gross');

  sheet.timelineSection('Not probable: announced less probable');
  sheet.lines('uncertain', deals, { ...flow, formula: '=[announced]-[gross]' });
  total('uncertain_total', 'Not probable', 'uncertain');

  netOfOverlap(sheet, deals, pairs, { unit: 'GW', terms: nestingTerms });
}

function delivered(sheet: TimeSheetPlan, deals: readonly LineRecord[]): void {
  const flow = { unit: 'GW', years: 'sum' } as const;
  sheet.timelineSection('Delivered: net × the share that is energised');
  scenarioTerm(sheet, 'delivered_share', 'Share delivered', 'share', 'gw_delivered_share');
  sheet.lines('delivered', deals, { ...flow, formula: '=[net]*[delivered_share]' });
  sheet.line('delivered_total', {
    ...flow,
    label: 'Delivered',
    formula: '=SUM([delivered:all])',
    total: true,
    names: outsideWindow('gw_delivered', 'Capacity delivered', 'GW'),
  });
  sheet.skip();

  sheet.timelineSection('Not energised: net less delivered');
  sheet.lines('not_energised', deals, { ...flow, formula: '=[net]-[delivered]' });
  sheet.line('not_energised_total', {
    ...flow,
    label: 'Not energised',
    formula: '=SUM([not_energised:all])',
    total: true,
    names: outsideWindow('gw_not_energised', 'Capacity not energised', 'GW'),
  });
  sheet.skip();
}

function levels(sheet: TimeSheetPlan): void {
  const level = (key: string, text: string, added: string, name: string, headline: readonly number[]) =>
    sheet.line(key, {
      label: text,
      unit: 'GW',
      years: 'last',
      start: 0,
      formula: `=[${key}@prev]+[${added}]`,
      names: yearNames(name, (year) => `${text} by the end of ${year}`, 'GW', headline),
    });
  sheet.timelineSection('At the end of the period: what has been added up to then');
  level('announced_level', 'Capacity announced, nested deals twice', 'announced_total', 'gw_announced', []);
  level('probable_level', 'Capacity probable, net', 'net_total', 'gw_probable', []);
  level('not_energised_level', 'Capacity not energised', 'not_energised_total', 'gw_not_energised', []);
  level('delivered_level', 'Capacity delivered', 'delivered_total', 'gw_delivered', [lastYear]);
  sheet.skip();
}

function energyOfFacilities(sheet: TimeSheetPlan): void {
  sheet.timelineSection('Energy: mean of opening and closing power × hours × utilisation, and its cost');
  scenarioTerm(sheet, 'price', 'Power price', 'US$ per MWh', 'power_price');
  energy(sheet, {
    terms: {
      level: 'delivered_level',
      utilisation: 'utilisation',
      price: '[price]',
      thousandHoursPerYear: 'hours_per_year_thousand',
      quartersPerYear: 'quarters_per_year',
      thousand: 'thousand',
    },
    energyNames: yearNames('energy_twh', (year) => `Energy in ${year}`, 'TWh', [lastYear]),
    costNames: yearNames('power_cost', (year) => `Power cost in ${year}`, 'US$ bn', []),
  });
  sheet.skip();
}

/** Capital is spent a lead before the capacity that it pays for: the timing of the deals again, a lead ahead. */
function capital(sheet: TimeSheetPlan, deals: readonly LineRecord[], pairs: readonly LineRecord[]): void {
  const heading = 'Capital: ';
  const prefix = 'capital_';
  sheet.timelineSection(
    `${heading}terms; the all-in cost of the sites, never added to the value of the deals`,
  );
  sheet.line('capital_closes', {
    label: 'Period closes, a lead ahead',
    unit: 'quarters from 2025',
    years: 'none',
    formula: '=[Timing.closes]+IF([Timing.closes]<after_window,capex_lead_q,0)',
  });
  scenarioTerm(sheet, 'capital_delay', 'Delay', 'quarters', 'delay_q');
  scenarioTerm(sheet, 'capital_per_gw', 'All-in capital cost', 'US$ bn per GW', 'capex_per_gw');
  sheet.skip();
  completion(sheet, deals, {
    prefix,
    heading,
    terms: { ...dealTerms, closes: '[capital_closes]', delay: '[capital_delay]' },
  });
  sheet.skip();

  sheet.timelineSection(
    `${heading}GW that are paid for, facility power × probability × delivered share × weight`,
  );
  sheet.lines('capital_gross', deals, {
    unit: 'GW',
    years: 'sum',
    formula: `=N([Deals.facility])*${probabilityInPeriod}*[delivered_share]*[capital_weight]`,
  });
  sheet.skip();
  netOfOverlap(sheet, deals, pairs, { prefix, heading, unit: 'GW', terms: nestingTerms });

  sheet.timelineSection(`${heading}spending`);
  sheet.lines('capital', deals, {
    unit: 'US$ bn',
    years: 'sum',
    formula: '=[capital_net]*[capital_per_gw]',
  });
  const words = (year: number) => `Capital spending in ${year}`;
  sheet.line('capital_total', {
    label: 'Capital spending',
    unit: 'US$ bn',
    years: 'sum',
    formula: '=SUM([capital:all])',
    total: true,
    names: {
      ...yearNames('capex', words, 'US$ bn', []),
      ...outsideWindow('capex', 'Capital spending', 'US$ bn'),
    },
  });
  sheet.line('capital_level', {
    label: 'Capital spending to date',
    unit: 'US$ bn',
    years: 'last',
    start: 0,
    formula: '=[capital_level@prev]+[capital_total]',
    names: {
      [lastYear]: {
        name: `capex_by_${lastYear}`,
        label: `Capital spending by the end of ${lastYear}`,
        unit: 'US$ bn',
        headline: true,
      },
    },
  });
  sheet.skip();
}

/** What each deal announces, beside what of it is probable and delivered. */
function byDeal(sheet: TimeSheetPlan, deals: readonly LineRecord[]): void {
  const power = (key: string, header: string, template: string): TableColumn<LineRecord> => ({
    key,
    header,
    unit: 'GW',
    width: 72,
    cell: () => ({ ...formula(template), align: 'right' }),
  });
  const counted = (key: string, header: string, figure: string) =>
    power(key, header, `=IF(ISNUMBER([Deals.facility]),${figure},[Deals.facility])`);
  const columns: TableColumn<LineRecord>[] = [
    { key: 'deal', header: 'Deal', width: 268, cell: (deal) => label(deal.label) },
    { key: 'quoted_as', header: 'Quoted as', width: 72, cell: () => formula('=[Deals.power_measure]') },
    power('quoted', 'Quoted', '=[Deals.capacity]'),
    power('facility', 'Facility', '=[Deals.facility]'),
    counted('deal_probable', 'Probable', '[gross@total]'),
    counted('deal_net', 'Net', '[net@total]'),
    counted('deal_delivered', 'Delivered', '[delivered@total]'),
    counted('deal_by_window', `by ${lastYear}`, '[delivered@before]+[delivered@window]'),
  ];
  sheet.section('By deal, over all time: announced beside probable and delivered');
  sheet.table({ records: deals, id: (deal) => deal.id, columns });
  const row = sheet.nextRow;
  const looks = { strong: true, lineAbove: true } as const;
  const summed = columns.slice(3);
  sheet.place(row, 0, { ...label('All deals'), ...looks });
  for (const column of [1, 2]) sheet.place(row, column, { ...label(null), lineAbove: true });
  summed.forEach(({ key }, index) =>
    sheet.place(row, index + 3, { ...formula(`=SUM([${key}:all])`, 'GW'), ...looks }),
  );
  sheet.skip(2);
}

/** From the announced facility power to what is delivered by the end of the window, step by step. */
function bridge(sheet: TimeSheetPlan): void {
  const steps: readonly (readonly [text: string, template: string, total?: NameOfCell])[] = [
    [
      'Announced, facility power',
      '=SUM([Deals.facility:deals])',
      { name: 'gw_announced', label: 'Capacity announced, nested deals twice', unit: 'GW' },
    ],
    ['Not probable', '=-[uncertain_total@total]'],
    ['Counted twice in nested deals', '=-[overlap_total@total]'],
    ['Not energised', '=-[not_energised_total@total]'],
    [`Delivered after ${lastYear}`, `=-[delivered_total@after]`],
  ];
  const put = (text: string, cell: PlannedCell, strong: boolean) => {
    const row = sheet.nextRow;
    const look = strong ? { strong } : {};
    sheet
      .place(row, 0, { ...label(text), ...look })
      .place(row, 1, label('GW', 'unit'))
      .place(row, sheet.figureColumn, { ...cell, ...look })
      .skip();
  };
  sheet.section('Bridge: from announced to delivered');
  for (const [text, template, named] of steps)
    put(text, { ...formula(template, 'GW'), ...(named && { named }) }, named !== undefined);
  put(`Delivered by the end of ${lastYear}`, formula(`=gw_delivered_${lastYear}`, 'GW'), true);
}

/** A name for each year of the window, such as `energy_twh_2028`. */
function yearNames(
  name: string,
  text: (year: number) => string,
  unit: string,
  headlines: readonly number[],
): Record<string, NameOfCell> {
  return Object.fromEntries(
    years.map((year) => [
      String(year),
      {
        name: `${name}_${year}`,
        label: text(year),
        unit,
        ...(headlines.includes(year) && { headline: true }),
      },
    ]),
  );
}

/** Names for what falls before and after the window. */
function outsideWindow(name: string, text: string, unit: string): Record<string, NameOfCell> {
  return {
    before: { name: `${name}_before_${firstYear}`, label: `${text} before ${firstYear}`, unit },
    after: { name: `${name}_after_${lastYear}`, label: `${text} after ${lastYear}`, unit },
  };
}
