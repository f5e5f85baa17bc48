import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checksOf } from '../../shared/analysis/report.ts';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import type { Address } from '../../shared/workbook/address.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, named, type } from './locate.ts';

const bounds = 'Every driver lies between its low and its high, in every scenario, and so do the series';

const otherBounds =
  'The sizes of parties, the shares of chips and the nested shares lie between their low and their high';

/** A way to break each check on purpose: a check that cannot fail is no check. */
const breakages: Record<string, readonly [where: (workbook: Workbook) => Address, content: string | number]> =
  {
    'The seed column of Deals adds up to what document B itemises': [
      deal('Stargate', 'Value, US$ bn', 'Seed'),
      501,
    ],
    'Itemised and unexplained add up to the headline of document B': [
      ({ document }) =>
        locate(document, 'Deals', {
          section: 'Totals of the sources, on the global basis',
          row: 'Announced total, headline',
          column: 'Seed',
        }),
      999,
    ],
    'The scenario switch names a scenario': [(workbook) => named(workbook, 'scenario_name'), '="Boom"'],
    'The basis switch names a basis': [(workbook) => named(workbook, 'basis_name'), '="Hearsay"'],
    'No headline figure is an error': [(workbook) => named(workbook, 'announced_headline'), '=1/0'],
    'Every live total is a number': [total('Valuation of OpenAI'), 'not given'],
    'No two scenarios share a name': [(workbook) => right(named(workbook, 'scenario_names')), 'Base'],
    [otherBounds]: [pair('NVIDIA systems in Stargate'), 0.05],
    [bounds]: [driver('Delay', 'Downside'), 40],
    'The quarterly revenue pattern adds up to 1': [(workbook) => named(workbook, 'revenue_pattern'), 0.5],
    'Every deal’s own basis is global, Seed, Benchmark or User': [
      ({ document }) => locate(document, 'Deals', { row: 'Oracle', column: 'Basis' }),
      '="seeds"',
    ],
    'Every live status, profile and measure of power is one of its list': [
      deal('AMD accelerators', 'Profile', 'Seed'),
      '="S curve"',
    ],
    'Every live value and capacity is a number that is not negative, or “not given”': [
      deal('Oracle', 'Value, US$ bn', 'Benchmark'),
      '1.234,5',
    ],
    'Every deal ends after it starts': [deal('Stargate', 'End, exclusive', 'Seed'), 40_000],
    'Every probability lies between 0 and 1': [driver('Probability multiplier, unsigned deals'), -1],
    'Every share paid by OpenAI lies between 0 and 1': [
      deal('AMD accelerators', 'Paid by OpenAI', 'Seed'),
      2,
    ],
    'The shares of an inner deal add up to at most 1, and none is negative': [
      pair('NVIDIA systems in Stargate'),
      0.7,
    ],
    'The weights of every deal add up to 1 over all periods': [
      time('Timing', 'Weight: the share of the deal that falls into the period', 'Stargate', 'Q3 2027'),
      0.5,
    ],
    'No weight is negative': [
      time('Timing', 'Weight: the share of the deal that falls into the period', 'Stargate', 'Q3 2027'),
      -0.1,
    ],
    'Delivered, not energised, counted twice and not probable add up to the announced GW of every deal': [
      time('Capacity', 'Not probable: announced less probable', 'Oracle', 'Q3 2027'),
      1,
    ],
    'What is delivered before, in and after the window adds up to the last level': [
      time(
        'Capacity',
        'At the end of the period: what has been added up to then',
        'Capacity delivered',
        'Q3 2027',
      ),
      0,
    ],
    'The GW of the largest deal are at most net, in every period': [pair('NVIDIA systems in Stargate'), 60],
    'Net GW are at most gross, in every period': [pair('NVIDIA systems in Stargate'), -60],
    'Delivered capacity never falls': [
      time('Capacity', 'Delivered: net × the share that is energised', 'Oracle', 'Q3 2027'),
      -60,
    ],
    'The bridge from announced to delivered GW closes': [
      time(
        'Capacity',
        'Overlap: the part of an inner deal that its container counts too',
        'Overlap',
        'All years',
      ),
      1,
    ],
    'The capital of every deal is spent once: its weights add up to 1, and none is negative': [
      time(
        'Capacity',
        'Capital: Weight: the share of the deal that falls into the period',
        'Oracle',
        'Q3 2027',
      ),
      -0.1,
    ],
    'Before, window and after add up to the value of every deal: gross and not certain together': [
      time('Spending', 'Not certain: value × weight × (1 − probability)', 'Oracle', 'Q3 2027'),
      1,
    ],
    'The largest deal is at most net, in every period': [pair('NVIDIA systems in Stargate'), 60],
    'Net is at most gross, in every period': [pair('NVIDIA systems in Stargate'), -60],
    'The layers add up to net': [
      ({ document }) => locate(document, 'Deals', { row: 'Stargate', column: 'Layer' }),
      'media',
    ],
    'The four years add up to the sixteen quarters': [
      ({ document }) =>
        locate(document, 'Spending', {
          section: 'Net: gross less overlap, booked on the inner deal',
          row: 'Net',
          column: 'Year',
        }),
      1,
    ],
    'The bridge from itemised to probable closes': [
      time(
        'Spending',
        'Overlap: the part of an inner deal that its container counts too',
        'Overlap',
        'All years',
      ),
      1,
    ],
    'The market’s quarters add up to its total': [
      time(
        'Spending',
        'The whole market: another perimeter, for comparison only',
        'Data center spending, whole market',
        'Q1 2026',
      ),
      1,
    ],
    'Private credit’s quarters add up to its total, which is at most the market': [
      total('Private credit, whole market, through 2028'),
      4000,
    ],
    'Opening cash, sources and gap less uses are closing cash': [
      time('Funding', 'Gap, cash and debt', 'Cash at the end', 'Q2 2027'),
      1,
    ],
    'Cash never falls below its minimum: the gap is all that is missing': [
      time('Funding', 'Gap, cash and debt', 'Funding gap', 'Q4 2028'),
      0,
    ],
    'Opening debt and what is drawn less what is repaid are closing debt': [
      time('Funding', 'Gap, cash and debt', 'Debt at the end', 'Q2 2027'),
      1,
    ],
    'The quarters of revenue add up to the revenue of each year': [
      time('Funding', 'Uses', 'Revenue', 'Q2 2027'),
      1,
    ],
    'Payments and other compute are at least the floor, in every quarter': [
      time('Funding', 'Uses', 'Other compute, up to the floor', 'Q2 2025'),
      -5,
    ],
    'Stack and gap are the spending of the whole market and what is left over': [
      (workbook) => named(workbook, 'market_funding_gap'),
      7,
    ],
    'Every flow stands in the matrix of payers and payees': [
      ({ document }) => ({
        ...locate(document, 'Payments', { row: 'OpenAI → AMD', column: 'Year' }),
        column: 0,
      }),
      'OpenAI → nobody',
    ],
    'The matrices of the four years add up to the matrix of the window': [
      time('Flows', 'Payer in the row, payee in the column: 2027', 'OpenAI', 'AMD'),
      1,
    ],
    'No flow is negative, in any year': [
      time('Flows', 'Payer in the row, payee in the column: 2027', 'OpenAI', 'AMD'),
      -1,
    ],
    'Rest of world balances every party, and so itself': [
      time('Flows', 'Payer in the row, payee in the column: 2025 to 2028', 'AMD', 'To rest of world'),
      1,
    ],
    'What OpenAI receives less what it pays is its change in cash': [
      time('Payments', 'OpenAI: customers, lenders, investors, costs', 'customers → OpenAI', 'Q2 2027'),
      1,
    ],
    'The project receives what its deal costs': [
      time('Payments', 'Stargate: the part that OpenAI does not pay', 'rest of world → Stargate', 'Q2 2027'),
      1,
    ],
    'Stated order: peeling leaves what each party pays less what it receives': [
      time('Circularity', 'Stated order: What the cycles took', 'OpenAI', 'AMD'),
      1,
    ],
    'Stated order: no cycle takes more than there is': [
      time('Circularity', 'Stated order: What the cycles took', 'OpenAI', 'AMD'),
      1000,
    ],
    'Stated order: nothing is left to peel in any listed cycle': [
      time('Circularity', 'Stated order: Cycles in the order of peeling', 'OpenAI → AWS → OpenAI', 'Flow'),
      0,
    ],
    'Reversed order: peeling leaves what each party pays less what it receives': [
      time('Circularity', 'Reversed order: What the cycles took', 'OpenAI', 'AMD'),
      1,
    ],
    'Reversed order: no cycle takes more than there is': [
      time('Circularity', 'Reversed order: What the cycles took', 'OpenAI', 'AMD'),
      1000,
    ],
    'Reversed order: nothing is left to peel in any listed cycle': [
      time('Circularity', 'Reversed order: Cycles in the order of peeling', 'OpenAI → AWS → OpenAI', 'Flow'),
      0,
    ],
    'Finn’s cycling index lies between 0 and 1': [
      time('Circularity', 'How much of it has been through the node before', 'OpenAI', 'Multiplier'),
      0.1,
    ],
    'The inverse gives what flows through each party': [
      time(
        'Circularity',
        'I − A: 1 on the diagonal, less the share that the row passes on to the column',
        'OpenAI',
        'AMD',
      ),
      -0.5,
    ],
    'The rounds, and what the inverse says of later ones, are all that flows through the parties': [
      time(
        'Circularity',
        'In rounds: money from outside, then what is passed on of the round before',
        'OpenAI',
        'Round 8',
      ),
      -100,
    ],
    'Nobody pays less than nothing or more than it owes, in any stress': [
      time('Exposure', 'Shock of the scenario: After clearing', 'AMD', 'Pays'),
      -1,
    ],
    'What a party has and receives is what it pays and keeps, and it keeps nothing while it owes': [
      time('Exposure', 'Shock of the scenario: After clearing', 'AMD', 'Keeps'),
      1,
    ],
    'No shock, no loss': [time('Exposure', 'No shock: After clearing', 'OpenAI', 'Shortfall'), 1],
    'A larger shock never loses less': [
      time('Exposure', 'Twice the shock: After clearing', 'OpenAI', 'Shortfall'),
      -5,
    ],
    'One more round of clearing would change nothing': [
      time('Exposure', 'Shock of the scenario: After clearing', 'AMD', 'Next round'),
      1,
    ],
    'What private credit lends to OpenAI and the project is at most what it lends to all': [
      (workbook) => named(workbook, 'closing_debt_2028'),
      5000,
    ],
    'The shares of every layer add up to 1': [
      time('Exposure', 'Clouds by value: concentration', 'Oracle', 'Share'),
      0.9,
    ],
    'Distress lies between 0 and 1': [
      time(
        'Exposure',
        'If OpenAI fails: Distress: the share of its equity that a node has lost',
        'AMD',
        'Round 3',
      ),
      1.5,
    ],
    'Valuation before the money and raised are the valuation after it': [
      total('Valuation of OpenAI before that round'),
      700,
    ],
    'The NPV of every stake at its own IRR is 0': [
      time('Valuation', 'Return on the stakes bought in the window', 'NVIDIA', 'NPV at IRR'),
      1,
    ],
    'The parties pay in what OpenAI receives from counterparties and its lead investor': [
      time('Valuation', 'Paid in by each party', 'AWS', 'Q1 2026'),
      99,
    ],
    'The weights of the suppliers add up to 1': [
      time('Compute', 'Suppliers as a portfolio: gross spending of the window', 'AMD', 'Weight'),
      0.9,
    ],
    'A portfolio is not riskier than one supplier, and correlations lie between −1 and 1': [
      time(
        'Compute',
        'Correlation: 1 with itself, higher inside a layer than between layers',
        'AMD',
        'NVIDIA',
      ),
      1.5,
    ],
    'The parties together are paid what the deals cost': [
      ({ document }) => locate(document, 'Deals', { row: 'Stargate', column: 'Paid or paying' }),
      'nobody',
    ],
    'The parties together put in what OpenAI receives from counterparties': [
      ({ document }) => locate(document, 'Deals', { row: 'Microsoft equity', column: 'Paid or paying' }),
      'nobody',
    ],
  };

function deal(row: string, group: string, column: string) {
  return ({ document }: Workbook) => locate(document, 'Deals', { row, group, column });
}
function total(row: string) {
  return ({ document }: Workbook) =>
    locate(document, 'Deals', {
      section: 'Totals of the sources, on the global basis',
      row,
      column: 'Benchmark',
    });
}
function driver(row: string, column = 'Base') {
  return ({ document }: Workbook) => locate(document, 'Assumptions', { row, column });
}
function party(row: string, group: string, column: string) {
  const section = 'Parties: the nodes of the network of money, in the order of every matrix';
  return ({ document }: Workbook) => locate(document, 'Assumptions', { section, row, group, column });
}
function chips(row: string, column: string) {
  const section =
    'Chips: how each buyer of chips divides what it spends on them; the rest goes to others or itself';
  return ({ document }: Workbook) => locate(document, 'Assumptions', { section, row, column });
}
function pair(row: string) {
  return ({ document }: Workbook) => locate(document, 'Deals', { row, column: 'Share' });
}
function time(sheet: string, section: string, row: string, column: string) {
  return ({ document }: Workbook) => locate(document, sheet, { section, row, column });
}
const right = (address: Address): Address => ({ ...address, column: address.column + 1 });

describe('every check fails when what it watches is broken, and holds again when it is mended', () => {
  let workbook: Workbook;
  beforeAll(() => {
    // What nobody may type can stand in a file all the same.
    workbook = Workbook.open({ ...buildModel(), validations: [] });
    // Benchmark has equity rows with values, which Seed has not.
    setSwitch(workbook, 'basis', 'Benchmark');
  });
  afterEach(() => {
    while (workbook.undoLabel === 'Type') workbook.undo();
  });

  test('there is a breakage for every check', () => {
    expect(Object.keys(breakages).toSorted()).toEqual(
      checksOf(workbook)
        .map((check) => check.name)
        .toSorted(),
    );
  });

  test.each(Object.entries(breakages))('%s', (name, [where, content]) => {
    const check = () => checksOf(workbook).find((candidate) => candidate.name === name);
    expect(check()?.pass).toBe(true);
    type(workbook, where(workbook), content);
    expect(check()?.pass, `difference ${String(check()?.difference)}`).toBe(false);
    expect(workbook.namedValue('checks_failed')).toBeGreaterThan(0);
    workbook.undo();
    expect(workbook.namedValue('checks_failed')).toBe(0);
  });

  test.each<[what: string, where: (workbook: Workbook) => Address, content: string | number | null]>([
    ['the scenario in force', driver('Delay'), -1],
    ['words in a scenario that is not in force', driver('Delay', 'Upside'), 'two quarters'],
    ['a driver that is missing', driver('Delay', 'Upside'), null],
    ['a low over the figures', driver('Delay', 'Low'), 1],
    ['a low over its high', driver('Loss given default', 'Low'), 0.9],
    ['a high that is no number', driver('Delay', 'High'), 'six'],
    ['a low that is missing', driver('Delay', 'Low'), null],
    ['a series by year', driver('Equity from SoftBank', '2026'), 31],
    ['a series by quarter', driver('Share of the revenue of a year by quarter', 'Q3'), 'a quarter'],
    [
      'a low of a series over its figure',
      driver('Market spending by year, before scaling, low', '2027'),
      900,
    ],
    ['a high of a series that is missing', driver('Equity from SoftBank, high', '2028'), null],
  ])('bounds: %s', (_, where, content) => {
    type(workbook, where(workbook), content);
    expect(checksOf(workbook).find(({ name }) => name === bounds)?.pass).toBe(false);
  });

  test.each<[what: string, where: (workbook: Workbook) => Address, content: string | number | null]>([
    ['a revenue', party('AMD', 'Revenue a year', 'Value'), 1],
    ['a book equity in words', party('AMD', 'Book equity', 'Value'), 'some'],
    ['a bound that is missing', party('AMD', 'Book equity', 'High'), null],
    ['a share of chips', chips('Oracle', 'NVIDIA'), 0.1],
    ['the last share of chips', chips('Oracle', 'Broadcom'), 0.9],
    ['a nested share in words', pair('NVIDIA systems in Stargate'), 'half'],
  ])('other bounds: %s', (_, where, content) => {
    type(workbook, where(workbook), content);
    expect(checksOf(workbook).find(({ name }) => name === otherBounds)?.pass).toBe(false);
  });
});
