import { describe } from 'vitest';
import { set, testRefusals } from './refusal.ts';
import type { BadSeed } from './refusal.ts';

const cases: readonly BadSeed[] = [
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
];

describe('A bad deal, total or driver is refused with its file, row and field', () => {
  testRefusals(cases);
});
