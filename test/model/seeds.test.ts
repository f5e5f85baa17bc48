import { describe, expect, test } from 'vitest';
import type { Deal, PerBasis } from '../../shared/model/seeds/rows.ts';
import { parseSeeds, readSeeds } from '../../shared/model/seeds/seeds.ts';
import { copyOfFiles } from './seed-files.ts';

const seeds = readSeeds();
const deals = seeds.deals.filter(({ layer }) => layer !== 'equity');
const equity = seeds.deals.filter(({ layer }) => layer === 'equity');

/** What a figure is on the Benchmark basis: its own figure, else the one of Seed. */
function onBenchmark<Value>(figure: PerBasis<Value>): Value | null {
  if (figure.benchmark === 'not given') return null;
  return figure.benchmark ?? figure.seed;
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function deal(id: string): Deal {
  const row = seeds.deals.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no deal ${id}`);
  return row;
}

function driver(name: string) {
  const row = seeds.drivers.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`no driver ${name}`);
  return row;
}

describe('The facts of the two articles', () => {
  test('are all there: 25 of the first article and 26 of the second', () => {
    expect(seeds.facts.filter((fact) => fact.document === 'A')).toHaveLength(25);
    expect(seeds.facts.filter((fact) => fact.document === 'B')).toHaveLength(26);
    expect(seeds.documents.map((document) => document.id)).toEqual(['A', 'B']);
  });

  test('give a figure as a number where the article gives one, otherwise as a text', () => {
    const figure = (id: string) => {
      const fact = seeds.facts.find((candidate) => candidate.id === id);
      return [fact?.value, fact?.valueText, fact?.unit];
    };
    expect(figure('B04')).toEqual([500, null, 'US$ bn']);
    expect(figure('B06')).toEqual([100, null, 'US$ bn']);
    expect(figure('B07')).toEqual([13, null, 'US$ bn']);
    expect(figure('B08')).toEqual([100, null, 'US$ bn']);
    expect(figure('B08b')).toEqual([6, null, 'GW']);
    expect(figure('B11')).toEqual([3000, null, 'US$ bn']);
    expect(figure('B12')).toEqual([800, null, 'US$ bn']);
    expect(figure('A09')).toEqual([null, '10000-99999', 'accelerators']);
    expect(figure('A10')).toEqual([null, 'millions', 'users']);
    expect(figure('B13')).toEqual([null, 'gigawatts', 'GW']);
    expect(figure('A08')).toEqual([null, null, null]);
  });

  test('show beside the figure what contradicts it', () => {
    const contradicted = seeds.facts.filter((fact) => fact.contradiction !== null).map((fact) => fact.id);
    for (const id of ['A01', 'B01', 'B02', 'B03', 'B04', 'B06', 'B07', 'B11', 'B21'])
      expect(contradicted).toContain(id);
    for (const id of ['A02', 'A08', 'B08', 'B10', 'B12', 'B17']) expect(contradicted).not.toContain(id);
  });
});

describe('The benchmark register', () => {
  test('holds 48 items, each with an address and all but two with a date', () => {
    expect(seeds.benchmarks).toHaveLength(48);
    expect(seeds.benchmarks.filter((item) => item.date === null).map((item) => item.item)).toEqual([
      'SB Energy',
      'BIS Bulletin 120',
    ]);
    for (const item of seeds.benchmarks) expect(URL.canParse(item.address), item.item).toBe(true);
  });

  test('adds up where it itemises', () => {
    const figures = (item: string, count: number, from = 0) =>
      seeds.benchmarks
        .find((row) => row.item === item)
        ?.figures.slice(from, from + count)
        .map((figure) => figure.value) ?? [];
    expect(sum(figures('Morgan Stanley funding', 5))).toBe(2900);
    expect(figures('Morgan Stanley', 3)).toEqual([2900, 1600, 1300]);
    expect(sum(figures('CoreWeave', 3))).toBeCloseTo(22.4, 9);
    expect(sum(figures('Valuation 730 pre', 2, 3))).toBe(50);
  });
});

describe('The deals', () => {
  test('are 13 with partners and 5 of equity', () => {
    expect(deals.map((row) => row.id)).toEqual(
      Array.from({ length: 13 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`),
    );
    expect(equity.map((row) => row.id)).toEqual(['E01', 'E02', 'E03', 'E04', 'E05']);
  });

  test('add up to 713 US$ bn in the articles, from four deals', () => {
    const values = deals.map((row) => row.valueBn.seed).filter((value) => value !== null);
    expect(values).toEqual([500, 100, 13, 100]);
    expect(sum(values)).toBe(713);
  });

  test('add up to 1541.4 US$ bn on Benchmark, from eleven deals', () => {
    const values = deals.map((row) => onBenchmark(row.valueBn)).filter((value) => value !== null);
    expect(values).toHaveLength(11);
    expect(sum(values)).toBeCloseTo(1541.4, 9);
  });

  test('have equity on Benchmark only: 193 US$ bn, of which 100 superseded', () => {
    expect(sum(equity.map((row) => row.valueBn.seed))).toBe(0);
    expect(sum(equity.map((row) => onBenchmark(row.valueBn)))).toBe(193);
    expect(equity.filter((row) => onBenchmark(row.status) === 'superseded').map((row) => row.id)).toEqual([
      'E01',
    ]);
  });

  test('give 16 GW in the articles and 40.45 GW on Benchmark', () => {
    expect(sum(deals.map((row) => row.capacityGw.seed))).toBe(16);
    expect(sum(deals.map((row) => onBenchmark(row.capacityGw)))).toBeCloseTo(40.45, 9);
  });

  test('show a party without a figure as not given, never as zero', () => {
    expect(deal('D10').valueBn).toMatchObject({ seed: null, benchmark: null });
    expect(deal('D13').valueBn).toMatchObject({ seed: null, benchmark: null });
    expect(seeds.deals.some((row) => row.valueBn.seed === 0 || row.valueBn.benchmark === 0)).toBe(false);
  });

  test('let the basis decide whether the Broadcom chips come within half a year', () => {
    const { start, end } = deal('D05');
    expect([start.seed, end.seed]).toEqual(['2026-07', '2027-01']);
    expect([onBenchmark(start), onBenchmark(end)]).toEqual(['2026-07', '2030-01']);
    expect(end.reason).toContain('B03');
  });

  test('follow the NVIDIA funding ratio in the articles and count its equity once on Benchmark', () => {
    expect(deal('D02').fundingRatio).toMatchObject({ seed: 'nvda_funding_ratio', benchmark: 0 });
    for (const row of seeds.deals.filter(({ id }) => id !== 'D02')) {
      expect([row.fundingRatio.seed, onBenchmark(row.fundingRatio)], row.id).toEqual([0, 0]);
    }
  });

  test('name the counterparties that also fund the buyer: 200 of 713 in the articles', () => {
    const funders = deals.filter((row) => row.fundsBuyer.seed === true);
    expect(funders.map((row) => row.id)).toEqual(['D02', 'D04']);
    expect(sum(funders.map((row) => row.valueBn.seed))).toBe(200);
    for (const row of funders) expect(row.fundsBuyer.seedFacts).toEqual(['B09']);
  });

  test('name the counterparties that also fund the buyer on Benchmark, each with its register item', () => {
    const funders = seeds.deals.filter((row) => onBenchmark(row.fundsBuyer) === true);
    expect(funders.map((row) => row.id)).toEqual(['D02', 'D03', 'D04', 'D07', 'D08', 'D11', 'D12']);
    for (const row of funders) expect(row.fundsBuyer.benchmarkItems, row.id).not.toEqual([]);
  });

  test('keep warrants apart from cash', () => {
    const nonCash = seeds.deals.filter((row) => row.nonCash !== null);
    expect(nonCash.map((row) => row.id)).toEqual(['D04', 'D11']);
    expect(deal('D04').nonCash).toContain('96 US$ bn');
    expect(deal('D11').nonCash).toContain('33.4 million');
  });

  test('lie inside one another in seven pairs, and never by more than their whole', () => {
    expect(seeds.nestedPairs.map((pair) => `${pair.inner} in ${pair.container}: ${pair.share}`)).toEqual([
      'D02 in D01: 0.4',
      'D02 in D03: 0.4',
      'D02 in D09: 0.2',
      'D04 in D01: 0.4',
      'D05 in D01: 0.4',
      'D06 in D01: 1',
      'D12 in D01: 1',
    ]);
  });

  test.each([
    ['seed', 627.8],
    ['benchmark', 1069.92],
  ] as const)('less what lies inside other deals announce the known total on %s', (basis, expected) => {
    const value = (id: string) =>
      (basis === 'seed' ? deal(id).valueBn.seed : onBenchmark(deal(id).valueBn)) ?? 0;
    const overlap = sum(
      seeds.nestedPairs.map((pair) => pair.share * Math.min(value(pair.inner), value(pair.container))),
    );
    expect(sum(deals.map((row) => value(row.id))) - overlap).toBeCloseTo(expected, 9);
  });
});

describe('The totals', () => {
  test('are given on both bases', () => {
    expect(seeds.totals.map((total) => [total.name, total.value.seed, onBenchmark(total.value)])).toEqual([
      ['headline_total', 1000, 1400],
      ['market_total', 3000, 2900],
      ['private_credit_total', 800, 800],
      ['valuation', 500, 852],
      ['raised', 0, 122],
      ['pre_money', 500, 730],
      ['microsoft_stake', 0, 135],
    ]);
  });
});

describe('The drivers', () => {
  test('have a value for each of the six scenarios', () => {
    expect(seeds.scenarios.map((scenario) => scenario.name)).toEqual([
      'Base',
      'Upside',
      'Downside',
      'Credit crunch',
      'Vendor pull-back',
      'Power-constrained',
    ]);
    expect(seeds.drivers).toHaveLength(60);
    for (const row of seeds.drivers) expect(row.values, row.name).toHaveLength(6);
  });

  test('differ between scenarios in 17 terms, and revenue of 2025 in none', () => {
    const varying = seeds.drivers.filter((row) => new Set(row.values).size > 1).map((row) => row.name);
    expect(varying).toHaveLength(17);
    expect(varying).not.toContain('revenue_2025');
    expect(driver('revenue_2026').values).toEqual([26, 30, 23, 24, 25, 24]);
    expect(driver('prob_mult_vendor').values).toEqual([1, 1.1, 0.7, 0.75, 0.6, 0.9]);
    expect(driver('delay_q').values).toEqual([2, 0, 4, 3, 3, 6]);
    expect(driver('lgd').values).toEqual([0.47, 0.4, 0.55, 0.6, 0.55, 0.5]);
  });

  test('take the NVIDIA funding ratio as 10 per 35, unrounded', () => {
    expect(driver('nvda_funding_ratio').values).toEqual(Array.from({ length: 6 }, () => 10 / 35));
  });

  test('start from July 2026 and leave derived values off', () => {
    expect(seeds.asOf).toBe('2026-07');
    expect(driver('derived_switch')).toMatchObject({ values: [0, 0, 0, 0, 0, 0], distribution: 'none' });
  });

  test('stand together by group', () => {
    const groups = seeds.drivers.map((row) => row.group);
    const changes = groups.filter((group, index) => group !== groups[index - 1]);
    expect(new Set(changes).size).toBe(changes.length);
  });

  test('come with series for equity, revenue by quarter and the market', () => {
    expect(Object.fromEntries(seeds.series.map((row) => [row.name, row.values]))).toEqual({
      softbank_equity: [30, 30, 0, 0],
      other_equity: [10, 12, 0, 0],
      revenue_pattern: [0.22, 0.24, 0.26, 0.28],
      market_path: [450, 650, 850, 950],
    });
    expect(sum(seeds.series.find((row) => row.name === 'revenue_pattern')?.values ?? [])).toBeCloseTo(1, 12);
  });

  test('come with constants that agree with each other', () => {
    const constant = (name: string) => seeds.constants.find((row) => row.name === name)?.value ?? Number.NaN;
    const years = constant('last_year') - constant('first_year') + 1;
    expect(constant('quarters_in_window')).toBe(years * constant('quarters_per_year'));
    expect(constant('months_per_year')).toBe(constant('months_per_quarter') * constant('quarters_per_year'));
    expect(constant('hours_per_year_thousand')).toBe((365 * 24) / 1000);
    expect(constant('seconds_per_year')).toBe(365 * 24 * 3600);
    expect(constant('after_window')).toBe(-constant('before_window'));
  });
});

describe('Every figure', () => {
  test('has a fact, a register item or a reason on each basis', () => {
    const figures = seeds.deals.flatMap((row) =>
      [
        row.valueBn,
        row.capacityGw,
        row.status,
        row.profile,
        row.start,
        row.end,
        row.paidShare,
        row.fundingRatio,
        row.fundsBuyer,
      ].map((figure) => ({ deal: row.id, ...figure })),
    );
    const unexplained = figures.filter(
      ({ seed, benchmark, seedFacts, benchmarkItems, reason }) =>
        reason === null &&
        ((seed !== null && seedFacts.length === 0) || (benchmark !== null && benchmarkItems.length === 0)),
    );
    expect(unexplained).toEqual([]);
  });

  test('that is quoted from one fact equals that fact', () => {
    for (const row of seeds.deals) {
      for (const figure of [row.valueBn, row.capacityGw]) {
        if (figure.seed === null) continue;
        const quoted = seeds.facts.filter((fact) => figure.seedFacts.includes(fact.id));
        expect(
          quoted.map((fact) => fact.value),
          row.id,
        ).toContain(figure.seed);
      }
    }
  });

  test('that rests on a register item alone stands in that item', () => {
    // Products of several register figures, each explained in its reason.
    const computed = ['D02', 'D04', 'D12', 'E05'];
    for (const row of seeds.deals.filter(({ id }) => !computed.includes(id))) {
      for (const figure of [row.valueBn, row.capacityGw]) {
        if (typeof figure.benchmark !== 'number') continue;
        const items = seeds.benchmarks.filter((item) => figure.benchmarkItems.includes(item.item));
        expect(
          items.flatMap((item) => item.figures.map(({ value }) => value)),
          row.id,
        ).toContain(figure.benchmark);
      }
    }
  });
});

describe('The shipped seeds', () => {
  test('are read once and shared', () => {
    expect(readSeeds()).toBe(seeds);
  });

  test('come out as they went in', () => {
    const files = copyOfFiles();
    expect(parseSeeds(files)).toEqual({
      documents: files['documents.json'],
      facts: files['facts.json'],
      benchmarks: files['benchmarks.json'],
      totals: files['totals.json'],
      ...files['deals.json'],
      ...files['drivers.json'],
      ...files['parties.json'],
    });
  });
});
