import { expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { networkOf } from '../../shared/model/network.ts';
import type { Party, Seeds } from '../../shared/model/seeds/rows.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { cyclesOf } from '../../shared/model/sheets/circularity/cycles.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

const seeds = readSeeds();

const words = (given: Seeds) =>
  cyclesOf(networkOf(given), given).map((cycle) => cycle.map(({ label }) => label).join(' '));

/** The seeds with one more cloud, from which nobody buys. */
function withAnotherCloud(): Seeds {
  const another: Party = { name: 'Another', role: 'cloud', layer: 'cloud', revenueBn: null, equityBn: null };
  const at = seeds.parties.findIndex(({ role }) => role === 'investor');
  const shares = seeds.chipShares[0]?.shares ?? {};
  return {
    ...seeds,
    parties: seeds.parties.toSpliced(at, 0, another),
    chipShares: seeds.chipShares.toSpliced(-1, 0, { buyer: 'Another', shares, reason: 'A test.' }),
  };
}

test('the cycles follow from the roles of the parties, in a stated order', () => {
  const cycles = words(seeds);
  expect(cycles).toHaveLength(11 + 18 + 2 + 6);
  expect(new Set(cycles).size).toBe(37);
  expect(cycles[0]).toBe('OpenAI NVIDIA');
  expect(cycles[9]).toBe('OpenAI SoftBank');
  expect(cycles[10]).toBe('OpenAI Stargate');
  expect(cycles[11]).toBe('OpenAI Microsoft NVIDIA');
  expect(cycles[28]).toBe('OpenAI Stargate Broadcom');
  expect(cycles[29]).toBe('OpenAI Oracle Stargate');
  expect(cycles[31]).toBe('OpenAI Oracle Stargate NVIDIA');
  expect(cycles[36]).toBe('OpenAI SoftBank Stargate Broadcom');
  expect(words(withAnotherCloud())).toHaveLength(37 + 1 + 3);
});

test('a party more is a row and a column more, and alters no figure', () => {
  const figures = (given: Seeds) => {
    const workbook = Workbook.open(buildModel(given));
    setSwitch(workbook, 'basis', 'Benchmark');
    const names = ['circular_share', 'circular_share_high', 'recycled_cash', 'finn_index', 'round_trip_aws'];
    const found = [...names, 'checks_failed'].map((name) => Number(workbook.namedValue(name)));
    workbook.close();
    return found;
  };
  const more = figures(withAnotherCloud());
  figures(seeds).forEach((figure, index) => expect(more[index]).toBeCloseTo(figure, 9));
  expect(more.at(-1)).toBe(0);
});

test('an investor that sells almost nothing looks like a full circle only beside what it funds', () => {
  const workbook = Workbook.open(buildModel());
  setSwitch(workbook, 'basis', 'Benchmark');
  const of = (column: string) =>
    workbook.value(
      locate(workbook.document, 'Circularity', {
        section: 'Round trips: which share of what is bought from a party is its own money',
        row: 'SoftBank',
        column,
      }),
    );
  expect(of('Round trip')).toBeCloseTo(1, 12);
  expect(of('Of its funding')).toBeCloseTo(0.005, 12);
  workbook.close();
});
