import fc from 'fast-check';
import { expect, test } from 'vitest';
import { throughflow, totalsByInverse } from '../../../shared/model/methods/input-output.ts';
import { expectedWithin, NetworkBlock, type Numbers, type Square } from './network-block.ts';
import { anyFigures, anyFlows, columnOf, solve, sum, transposed } from './networks.ts';

function throughflowOf(flows: Square, inflow: Numbers): NetworkBlock {
  return new NetworkBlock({ flows, columns: { inflow } }, (sheet, nodes) =>
    throughflow(sheet, nodes, { terms: { flows: NetworkBlock.flows, inflow: '[Net.inflow]' } }),
  );
}

test('Leontief’s total output, with the published inverse', () => {
  // https://mathcs.holycross.edu/~little/LA07/Leontief1.html; printed to nine digits or more.
  const c = [
    [0.3, 0.4, 0.3],
    [0.3, 0.1, 0.2],
    [0.2, 0.2, 0.1],
  ];
  const inverse = [
    [2.244897959, 1.224489796, 1.020408163],
    [0.9037900875, 1.66180758, 0.6705539359],
    [0.6997084548, 0.6413994169, 1.48688047],
  ];
  const block = new NetworkBlock(
    { flows: transposed(c), columns: { demand: [100, 100, 30] } },
    (sheet, nodes) =>
      totalsByInverse(sheet, nodes, {
        terms: { coefficients: NetworkBlock.flows, inflow: '[Net.demand]' },
      }),
  );
  const found = transposed(block.matrix('inverse')).flat();
  expect(expectedWithin(found, inverse.flat(), 5e-9)).toEqual([]);
  expect(expectedWithin(block.column('solved'), [377.55102, 276.676385, 178.717201], 5e-9)).toEqual([]);
  block.close();
});

test('a vendor that puts 10 into a buyer of 35: 1.4 for each of 25 from outside', () => {
  const block = throughflowOf(
    [
      [0, 35],
      [10, 0],
    ],
    [25, 0],
  );
  expect(expectedWithin([block.figure('cycling')], [0.2857142857142857])).toEqual([]);
  expect(expectedWithin(block.column('multiplier'), [1.4, 1.4])).toEqual([]);
  expect(expectedWithin(block.column('solved'), [35, 35])).toEqual([]);
  expect(columnOf(block.matrix('round'), 1)).toEqual([0, 25]);
  // Eight rounds leave (10/35)⁴ of the first node’s money and as much of the other’s less one pass.
  expect(block.column('later_rounds')[0]).toBeCloseTo(35 * (10 / 35) ** 5, 9);
  block.close();
});

test('no money at all: no index, no division by nothing', () => {
  const none = [0, 0, 0];
  const block = throughflowOf([none, none, none], none);
  expect(block.figure('cycling')).toBe(0);
  expect(block.column('multiplier')).toEqual([1, 1, 1]);
  expect(block.allValues().filter((value) => value !== null && typeof value === 'object')).toEqual([]);
  block.close();
});

test('a chain has no cycles', () => {
  const block = throughflowOf(
    [
      [0, 5, 0],
      [0, 0, 4],
      [0, 0, 0],
    ],
    [5, 0, 1],
  );
  expect(block.figure('cycling')).toBe(0);
  expect(block.column('through')).toEqual([5, 5, 5]);
  block.close();
});

test.each([3, 8, 14])('any network of %i nodes: inverse, rounds and index against elimination', (count) => {
  const block = throughflowOf(
    Array.from({ length: count }, () => Array(count).fill(0)),
    [],
  );
  fc.assert(
    fc.property(anyFlows(count), anyFigures(count, 1, 50), (flows, leak) => {
      // From outside comes what a node pays more than it gets, and a part that it keeps.
      const inflow = flows.map(
        (row, i) => Math.max(0, sum(row) - sum(columnOf(flows, i))) + (leak[i] ?? 0) + sum(row) / 2,
      );
      block.type({ flows, columns: { inflow } });
      const through = inflow.map((amount, i) => amount + sum(columnOf(flows, i)));
      expect(expectedWithin(block.column('solved'), through)).toEqual([]);
      expect(
        expectedWithin(
          block.column('unsolved'),
          inflow.map(() => 0),
        ),
      ).toEqual([]);

      const a = flows.map((row, i) => row.map((flow) => flow / (through[i] ?? 1)));
      const identity = flows.map((_, i) => flows.map((__, j) => (i === j ? 1 : 0)));
      const rest = identity.map((row, i) => row.map((cell, j) => cell - (a[i]?.[j] ?? 0)));
      const diagonal = identity.map((unit, i) => solve(rest, unit)[i] ?? 0);
      expect(expectedWithin(block.column('multiplier'), diagonal)).toEqual([]);
      const cycled = sum(through.map((amount, i) => amount * (1 - 1 / (diagonal[i] ?? 1))));
      expect(expectedWithin([block.figure('cycling')], [cycled / sum(through)])).toEqual([]);
      expect(block.figure('cycling')).toBeGreaterThanOrEqual(-1e-12);
      expect(block.figure('cycling')).toBeLessThan(1);

      let passed: number[] = inflow;
      let together = inflow;
      for (let round = 0; round < 8; round++) {
        const last = passed;
        passed = inflow.map((_, j) => sum(last.map((amount, i) => amount * (a[i]?.[j] ?? 0))));
        together = together.map((amount, i) => amount + (passed[i] ?? 0));
      }
      expect(expectedWithin(block.column('rounds_sum'), together)).toEqual([]);
      block.column('later_rounds').forEach((amount) => expect(amount).toBeGreaterThanOrEqual(-1e-9));
      // At least a third of what flows through leaves, so what later rounds bring falls by two thirds each.
      expect(sum(block.column('later_rounds'))).toBeLessThanOrEqual(sum(through) * (2 / 3) ** 8);
    }),
    { numRuns: 15 },
  );
  block.close();
});
