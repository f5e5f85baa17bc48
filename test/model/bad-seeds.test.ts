import { describe, expect, test } from 'vitest';
import { SeedError } from '../../shared/model/seeds/problems.ts';
import { parseSeeds } from '../../shared/model/seeds/seeds.ts';
import { copyOfFiles, type Files } from './seed-files.ts';

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
