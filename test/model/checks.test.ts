import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checksOf } from '../../shared/analysis/report.ts';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import type { Address } from '../../shared/workbook/address.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, named, type } from './locate.ts';

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
    'The scenario switch names a scenario': [(workbook) => named(workbook, 'scenario_name'), 'Boom'],
    'The basis switch names a basis': [(workbook) => named(workbook, 'basis_name'), 'Hearsay'],
    'No two scenarios share a name': [(workbook) => right(named(workbook, 'scenario_names')), 'Base'],
    'Every live driver lies between its low and its high': [driver('Delay'), 40],
    'The quarterly revenue pattern adds up to 1': [(workbook) => named(workbook, 'revenue_pattern'), 0.5],
    'Every deal’s own basis is global, Seed, Benchmark or User': [
      ({ document }) => locate(document, 'Deals', { row: 'Oracle', column: 'Basis' }),
      'seeds',
    ],
    'Every live status and profile is one of its list': [
      deal('AMD accelerators', 'Profile', 'Seed'),
      'S curve',
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
      ({ document }) =>
        locate(document, 'Deals', {
          section: 'Totals of the sources, on the global basis',
          row: 'Private credit, whole market, through 2028',
          column: 'Benchmark',
        }),
      4000,
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
function driver(row: string) {
  return ({ document }: Workbook) => locate(document, 'Assumptions', { row, column: 'Base' });
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
    workbook = Workbook.open(buildModel());
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
});
