import { describe, expect, test } from 'vitest';
import benchmarksFile from '../../seeds/benchmarks.json' with { type: 'json' };
import dealsFile from '../../seeds/deals.json' with { type: 'json' };
import documentsFile from '../../seeds/documents.json' with { type: 'json' };
import driversFile from '../../seeds/drivers.json' with { type: 'json' };
import factsFile from '../../seeds/facts.json' with { type: 'json' };
import partiesFile from '../../seeds/parties.json' with { type: 'json' };
import totalsFile from '../../seeds/totals.json' with { type: 'json' };
import { SeedError } from '../../shared/model/seeds/problems.ts';
import type { Deal, PerBasis } from '../../shared/model/seeds/rows.ts';
import { parseSeeds, readSeeds } from '../../shared/model/seeds/seeds.ts';

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

/** The files as data that a test may spoil. */
function copyOfFiles() {
  return structuredClone({
    'documents.json': documentsFile,
    'facts.json': factsFile,
    'benchmarks.json': benchmarksFile,
    'deals.json': dealsFile,
    'totals.json': totalsFile,
    'parties.json': partiesFile,
    'drivers.json': driversFile,
  });
}

type Files = ReturnType<typeof copyOfFiles>;

/** Gives one field, such as `valueBn.seed`, of the row of this identity another value; undefined removes it. */
function set(list: readonly object[], identity: string, field: string, value: unknown): void {
  const row = list.find((candidate) =>
    ['id', 'name', 'item', 'buyer', 'party'].some((key) => Reflect.get(candidate, key) === identity),
  );
  const path = field.split('.');
  const last = path.pop() ?? '';
  const owner: unknown = path.reduce<unknown>(
    (object, key) => (typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined),
    row,
  );
  if (typeof owner !== 'object' || owner === null) throw new Error(`no field ${field} in ${identity}`);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
}

function refusal(spoil: (files: Files) => void): SeedError {
  const files = copyOfFiles();
  spoil(files);
  try {
    parseSeeds(files);
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  throw new Error('the seeds were accepted');
}

describe('A bad seed is refused with its file, row and field', () => {
  const cases: readonly (readonly [name: string, spoil: (files: Files) => void, ...message: string[]])[] = [
    [
      'a figure that is a text',
      (f) => {
        set(f['facts.json'], 'B04', 'value', '500');
      },
      'facts.json, B04, value: expected number, received string, found "500"',
    ],
    [
      'a field that is missing',
      (f) => {
        set(f['benchmarks.json'], 'Oracle', 'wording', undefined);
      },
      'benchmarks.json, Oracle, wording: expected string, received undefined',
    ],
    [
      'a field that nobody knows',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'valeuBn', 1);
      },
      'deals.json, D06, valeuBn: no such field is known',
    ],
    [
      'a field inside a figure that nobody knows',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'valueBn.users', 1);
      },
      'deals.json, D06, valueBn.users: no such field is known',
    ],
    [
      'a wording that is empty',
      (f) => {
        set(f['facts.json'], 'A05', 'wording', ' ');
      },
      'facts.json, A05, wording',
    ],
    [
      'a row without an identity, by its number',
      (f) => {
        set(f['facts.json'], 'A03', 'id', 7);
      },
      'facts.json, row 3, id: expected string',
    ],
    [
      'a row that is no object',
      (f) => {
        (f['totals.json'] as unknown[])[1] = 5;
      },
      'totals.json, row 2',
    ],
    [
      'a figure of a register item, by its place',
      (f) => {
        set(f['benchmarks.json'], 'AMD', 'figures.1.value', null);
      },
      'benchmarks.json, AMD, figures #2.value',
    ],
    [
      'a month that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D05', 'end.benchmark', '2030-13');
      },
      'deals.json, D05, end.benchmark: expected a month such as 2026-07',
      'found "2030-13"',
    ],
    [
      'a layer that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'layer', 'clouds');
      },
      'deals.json, D06, layer',
    ],
    [
      'a share above 1',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'paidShare.seed', 1.1);
      },
      'deals.json, D06, paidShare.seed',
    ],
    [
      'a paid share under its low',
      (f) => {
        set(f['deals.json'].deals, 'D01', 'paidShare.seed', 0.03);
      },
      'deals.json, D01, paidShare.seed: 0.03 is outside its bounds 0.04 to 0.4',
    ],
    [
      'a paid share over its high on Benchmark',
      (f) => {
        set(f['deals.json'].deals, 'D01', 'paidShare.benchmark', 0.5);
      },
      'deals.json, D01, paidShare.benchmark: 0.5 is outside its bounds 0.04 to 0.4',
    ],
    [
      'a negative value',
      (f) => {
        set(f['totals.json'], 'valuation', 'value.seed', -1);
      },
      'totals.json, valuation, value.seed',
    ],
    [
      'an address that is none',
      (f) => {
        set(f['benchmarks.json'], 'Oracle', 'address', 'oracle');
      },
      'benchmarks.json, Oracle, address',
    ],
    [
      'a date that is none',
      (f) => {
        set(f['benchmarks.json'], 'Oracle', 'date', '2025-9');
      },
      'benchmarks.json, Oracle, date',
    ],
    [
      'a name that Excel reads as an address',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'name', 'pd1');
      },
      'drivers.json, pd1, name: expected a name for a cell',
    ],
    [
      'a name in R1C1 style',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'name', 'r1c1');
      },
      'drivers.json, r1c1, name',
    ],
    [
      'a fact id used twice',
      (f) => {
        set(f['facts.json'], 'A03', 'id', 'A02');
      },
      'facts.json, A02, id: used more than once',
    ],
    [
      'a register item used twice',
      (f) => {
        set(f['benchmarks.json'], 'AMD', 'item', 'Oracle');
      },
      'benchmarks.json, Oracle, item: used more than once',
    ],
    [
      'a deal id used twice',
      (f) => {
        set(f['deals.json'].deals, 'D02', 'id', 'D01');
      },
      'deals.json, D01, id: used more than once',
    ],
    [
      'a total that is named as a driver',
      (f) => {
        set(f['totals.json'], 'raised', 'name', 'lgd');
      },
      'drivers.json, lgd, name: used more than once, first in totals.json',
    ],
    [
      'a fact of the other document',
      (f) => {
        set(f['facts.json'], 'A03', 'document', 'B');
      },
      'facts.json, A03, document: the id belongs to document A',
    ],
    [
      'a figure that is a number and a text',
      (f) => {
        set(f['facts.json'], 'B04', 'valueText', 'many');
      },
      'facts.json, B04, valueText',
    ],
    [
      'a seed fact that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D01', 'valueBn.seedFacts', ['B99']);
      },
      'deals.json, D01, valueBn.seedFacts: there is no fact B99',
    ],
    [
      'a fact of a deal that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D01', 'facts', ['A99']);
      },
      'deals.json, D01, facts: there is no fact A99',
    ],
    [
      'a register item of a deal that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'valueBn.benchmarkItems', ['Orakel']);
      },
      'deals.json, D06, valueBn.benchmarkItems: there is no register item "Orakel"',
    ],
    [
      'a register item of a total that does not exist',
      (f) => {
        set(f['totals.json'], 'raised', 'value.benchmarkItems', ['X']);
      },
      'totals.json, raised, value.benchmarkItems',
    ],
    [
      'a register item of a driver that does not exist',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'benchmarkItems', ['X']);
      },
      'drivers.json, pd, benchmarkItems: there is no register item "X"',
    ],
    [
      'a register item of a series that does not exist',
      (f) => {
        set(f['drivers.json'].series, 'market_path', 'benchmarkItems', ['X']);
      },
      'drivers.json, market_path, benchmarkItems',
    ],
    [
      'a seed figure without fact and reason',
      (f) => {
        set(f['deals.json'].deals, 'D03', 'paidShare.seedFacts', []);
        set(f['deals.json'].deals, 'D03', 'paidShare.reason', null);
      },
      'deals.json, D03, paidShare.seed: the figure has neither a seed fact nor a reason',
    ],
    [
      'a benchmark figure without item and reason',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'valueBn.benchmarkItems', []);
        set(f['deals.json'].deals, 'D06', 'valueBn.reason', null);
      },
      'deals.json, D06, valueBn.benchmark: the figure has neither a register item nor a reason',
    ],
    [
      'a driver without reason',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'reason', '');
      },
      'drivers.json, pd, reason',
    ],
    [
      'a deal without status',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'status.seed', null);
      },
      'deals.json, D06, status.seed',
    ],
    [
      'a total without a figure',
      (f) => {
        set(f['totals.json'], 'raised', 'value.seed', null);
      },
      'totals.json, raised, value.seed',
    ],
    [
      'a funding ratio that follows no driver',
      (f) => {
        const drivers = f['drivers.json'].drivers;
        drivers.splice(
          drivers.findIndex((candidate) => candidate.name === 'nvda_funding_ratio'),
          1,
        );
      },
      'deals.json, D02, fundingRatio.seed: there is no driver nvda_funding_ratio',
    ],
    [
      'equity with a layer of its own',
      (f) => {
        set(f['deals.json'].deals, 'E02', 'layer', 'silicon');
      },
      'deals.json, E02, layer',
    ],
    [
      'a deal whose power is measured in nothing',
      (f) => {
        set(f['deals.json'].deals, 'D02', 'powerMeasure', null);
      },
      'deals.json, D02, powerMeasure',
    ],
    [
      'a deal that ends before it starts on Seed',
      (f) => {
        set(f['deals.json'].deals, 'D05', 'end.seed', '2026-07');
      },
      'deals.json, D05, end.seed: the deal ends (2026-07) no later than it starts (2026-07)',
    ],
    [
      'a deal that ends before it starts on Benchmark',
      (f) => {
        set(f['deals.json'].deals, 'D05', 'end.benchmark', '2026-01');
      },
      'deals.json, D05, end.benchmark',
    ],
    [
      'a pair with a deal that does not exist',
      (f) => {
        set(f['deals.json'].deals, 'D12', 'id', 'D14');
      },
      'deals.json, nestedPairs row 7 (D12 in D01), inner: there is no deal D12',
    ],
    [
      'a pair listed twice',
      (f) => {
        f['deals.json'].nestedPairs[1]!.container = 'D01';
      },
      'deals.json, nestedPairs row 2 (D02 in D01), container: the pair is listed twice',
    ],
    [
      'shares of an inner deal above 1',
      (f) => {
        f['deals.json'].nestedPairs[2]!.share = 0.3;
      },
      'deals.json, nestedPairs row 3 (D02 in D09), share: the shares of D02 add up to 1.1, more than 1',
    ],
    [
      'a pair outside its bounds',
      (f) => {
        f['deals.json'].nestedPairs[3]!.share = 0.7;
      },
      'deals.json, nestedPairs row 4 (D04 in D01), share: 0.7 is outside its bounds 0.2 to 0.6',
    ],
    [
      'a deal that lies inside itself',
      (f) => {
        Object.assign(f['deals.json'].nestedPairs[6]!, { inner: 'D01', container: 'D06' });
      },
      'deals.json, nestedPairs row 7 (D01 in D06), container: D06 would lie inside itself',
    ],
    [
      'a driver with a scenario too few',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'values', [0.05, 0.05, 0.05, 0.05, 0.05]);
      },
      'drivers.json, pd, values: expected 6 values, one per scenario, found 5',
    ],
    [
      'a driver outside its bounds in one scenario',
      (f) => {
        set(f['drivers.json'].drivers, 'pd', 'values.3', 0.3);
      },
      'drivers.json, pd, values: 0.3 in scenario Credit crunch is outside its bounds 0.0125 to 0.25',
    ],
    [
      'a series outside its bounds',
      (f) => {
        set(f['drivers.json'].series, 'market_path', 'values.0', 1);
      },
      'drivers.json, market_path, values: 1 at #1 is outside its bounds 400 to 500',
    ],
    [
      'a first scenario other than Base',
      (f) => {
        f['drivers.json'].scenarios.reverse();
      },
      'drivers.json, Power-constrained, name: the first scenario must be Base',
    ],
    [
      'a deal of a party that is not listed',
      (f) => {
        set(f['deals.json'].deals, 'D06', 'node', 'Orakel');
      },
      'deals.json, D06, node: there is no party "Orakel" in parties.json',
    ],
    [
      'a party listed twice',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'name', 'NVIDIA');
      },
      'parties.json, NVIDIA, name: used more than once',
    ],
    [
      'two buyers',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'role', 'buyer');
      },
      'parties.json, role: exactly one party must be the buyer, found OpenAI, AMD',
    ],
    [
      'no project',
      (f) => {
        set(f['parties.json'].parties, 'Stargate', 'role', 'investor');
      },
      'parties.json, role: exactly one party must be the project, found none',
    ],
    [
      'a role that does not exist',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'role', 'vendor');
      },
      'parties.json, AMD, role',
    ],
    [
      'a layer that no party has',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'layer', 'equity');
      },
      'parties.json, AMD, layer',
    ],
    [
      'a revenue outside its bounds',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'revenueBn.value', 50);
      },
      'parties.json, AMD, revenueBn.value: 50 is outside its bounds 28 to 42',
    ],
    [
      'an equity whose bounds are the wrong way round',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'equityBn.low', 80);
      },
      'parties.json, AMD, equityBn.value: 60 is outside its bounds 80 to 70',
    ],
    [
      'a register item of a party that does not exist',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'revenueBn.benchmarkItems', ['X']);
      },
      'parties.json, AMD, revenueBn.benchmarkItems: there is no register item "X"',
    ],
    [
      'a field of a party that nobody knows',
      (f) => {
        set(f['parties.json'].parties, 'AMD', 'revenue', 35);
      },
      'parties.json, AMD, revenue: no such field is known',
    ],
    [
      'a buyer of chips that is not listed',
      (f) => {
        set(f['parties.json'].chipShares, 'Oracle', 'buyer', 'Orakel');
      },
      'parties.json, Orakel, buyer: there is no party "Orakel" in parties.json',
    ],
    [
      'a buyer of chips listed twice',
      (f) => {
        set(f['parties.json'].chipShares, 'Oracle', 'buyer', 'Microsoft');
      },
      'parties.json, Microsoft, buyer: used more than once',
    ],
    [
      'a share of chips outside its bounds',
      (f) => {
        set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD.value', 0.01);
      },
      'parties.json, Oracle, shares.AMD: 0.01 is outside its bounds 0.05 to 0.25',
    ],
    [
      'shares of chips above 1',
      (f) => {
        set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD.value', 0.2);
      },
      'parties.json, Oracle, shares: the shares add up to 1.05, more than 1',
    ],
    [
      'a buyer that lists a vendor too few',
      (f) => {
        set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD', undefined);
      },
      'parties.json, Oracle, shares: every buyer lists the vendors of Microsoft: AMD, Broadcom, NVIDIA',
    ],
    [
      'a buyer that lists another vendor',
      (f) => {
        const [, oracle] = f['parties.json'].chipShares;
        const { AMD, ...others } = oracle!.shares;
        set(f['parties.json'].chipShares, 'Oracle', 'shares', { ...others, Cerebras: AMD });
      },
      'parties.json, Oracle, shares: every buyer lists the vendors of Microsoft: AMD, Broadcom, NVIDIA',
    ],
    [
      'a vendor of chips that is not listed',
      (f) => {
        for (const row of f['parties.json'].chipShares)
          Object.assign(row.shares, { Intel: row.shares.Broadcom });
      },
      'parties.json, Microsoft, shares: there is no party "Intel" in parties.json',
    ],
    [
      'a funder of the project that is not listed',
      (f) => {
        set(f['parties.json'].projectFunders, 'Oracle', 'party', 'Orakel');
      },
      'parties.json, Orakel, party: there is no party "Orakel" in parties.json',
    ],
    [
      'a funder listed twice',
      (f) => {
        set(f['parties.json'].projectFunders, 'Oracle', 'party', 'SoftBank');
      },
      'parties.json, SoftBank, party: used more than once',
    ],
    [
      'a share of the project that follows no driver',
      (f) => {
        set(f['parties.json'].projectFunders, 'Oracle', 'driver', 'sg_orakel');
      },
      'parties.json, Oracle, driver: there is no driver sg_orakel',
    ],
    [
      'a site of a deal that does not exist',
      (f) => {
        set(f['parties.json'].projectSites, 'SB Energy', 'deal', 'D99');
      },
      'parties.json, SB Energy, deal: there is no deal D99',
    ],
    [
      'a site of what is no deal',
      (f) => {
        set(f['parties.json'].projectSites, 'SB Energy', 'deal', 'E01');
      },
      'parties.json, SB Energy, deal: expected the id of a deal such as D04',
    ],
    [
      'a network without parties',
      (f) => {
        f['parties.json'].parties = [];
      },
      'parties.json, parties: the list is empty',
    ],
    [
      'a list of the network that is missing',
      (f) => {
        delete (f['parties.json'] as Partial<Files['parties.json']>).chipShares;
      },
      'parties.json, chipShares: expected a list of rows, found nothing',
    ],
    [
      'an as-of date that is no month',
      (f) => {
        f['drivers.json'].asOf = 'July';
      },
      'drivers.json, asOf: expected a month',
    ],
    [
      'a document without facts',
      (f) => {
        f['facts.json'] = f['facts.json'].filter((fact) => fact.document === 'A');
      },
      'documents.json, B, id: no fact refers to it',
    ],
    [
      'a list that is empty',
      (f) => {
        f['facts.json'] = [];
      },
      'facts.json: the list is empty',
    ],
    [
      'a list that is missing',
      (f) => {
        delete (f['deals.json'] as Partial<Files['deals.json']>).nestedPairs;
      },
      'deals.json, nestedPairs: expected a list of rows, found nothing',
    ],
    [
      'a file that is missing',
      (f) => {
        delete (f as Partial<Files>)['totals.json'];
      },
      'totals.json: expected a list of rows, found nothing',
    ],
    [
      'a file that nobody knows',
      (f) => {
        Object.assign(f, { 'extra.json': [] });
      },
      'extra.json: no such seed file is known',
    ],
    [
      'a list that nobody knows',
      (f) => {
        Object.assign(f['deals.json'], { options: [] });
      },
      'deals.json, options: no such field is known',
    ],
  ];

  for (const [name, spoil, ...messages] of cases) {
    test(name, () => {
      const { message } = refusal(spoil);
      for (const part of messages) expect(message).toContain(part);
    });
  }

  test('and every problem is listed, not the first alone', () => {
    const error = refusal((files) => {
      set(files['facts.json'], 'A05', 'wording', '');
      set(files['deals.json'].deals, 'D01', 'facts', ['A99']);
      set(files['drivers.json'].drivers, 'pd', 'values.3', 0.3);
      set(files['drivers.json'].drivers, 'lgd', 'low', 'low');
    });
    expect(error.message).toContain('4 things are wrong');
    expect(error.problems.map(({ file, row: name, field }) => [file, name, field])).toEqual([
      ['facts.json', 'A05', 'wording'],
      ['drivers.json', 'lgd', 'low'],
      ['deals.json', 'D01', 'facts'],
      ['drivers.json', 'pd', 'values'],
    ]);
  });

  test.each([
    ['a fact', (files: Files) => set(files['facts.json'], 'B04', 'value', 'much')],
    ['the buyer', (files: Files) => set(files['parties.json'].parties, 'OpenAI', 'layer', 'none')],
    ['a party', (files: Files) => set(files['parties.json'].parties, 'Oracle', 'equityBn', 25)],
  ])('and %s that is wrong raises no second complaint in the rows that refer to it', (_, spoil) => {
    expect(refusal(spoil).problems).toHaveLength(1);
  });
});

describe('The shipped seeds', () => {
  test('are read once and shared', () => {
    expect(readSeeds()).toBe(seeds);
  });

  test('come out as they went in', () => {
    expect(parseSeeds(copyOfFiles())).toEqual({
      documents: documentsFile,
      facts: factsFile,
      benchmarks: benchmarksFile,
      totals: totalsFile,
      ...dealsFile,
      ...driversFile,
      ...partiesFile,
    });
  });
});
