import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearing } from '../../../shared/model/methods/clearing.ts';
import { expectedWithin, NetworkBlock, type Numbers, type Square } from './network-block.ts';
import { anyFigures, anyFlows, columnOf, solve, sum } from './networks.ts';

interface Network {
  readonly flows: Square;
  readonly assets: Numbers;
  readonly outside: Numbers;
}

function layOut({ flows, assets, outside }: Network, rounds?: number): NetworkBlock {
  return new NetworkBlock(
    { flows, columns: { assets, outside } },
    (sheet, nodes) =>
      clearing(sheet, nodes, {
        ...(rounds !== undefined && { rounds }),
        terms: {
          liabilities: NetworkBlock.flows,
          owedOutside: '[Net.outside]',
          assets: '[Net.assets]',
          smallest: 'smallest',
        },
      }),
    { smallest: 1e-9 },
  );
}

/** Who defaults is found one wave after another; within a wave, what they pay is linear. */
function fictitiousDefault({ flows, assets, outside }: Network): number[] {
  const owed = flows.map((row, i) => sum(row) + (outside[i] ?? 0));
  const share = (i: number, j: number) => ((owed[i] ?? 0) > 0 ? (flows[i]?.[j] ?? 0) / (owed[i] ?? 1) : 0);
  const inflow = (paid: Numbers, j: number) => sum(paid.map((amount, i) => share(i, j) * amount));
  let paid = owed;
  const broken = new Set<number>();
  for (;;) {
    const wave = owed.flatMap((amount, j) =>
      !broken.has(j) && (assets[j] ?? 0) + inflow(paid, j) < amount - 1e-12 ? [j] : [],
    );
    if (wave.length === 0) return paid;
    for (const j of wave) broken.add(j);
    const matrix = owed.map((_, j) =>
      owed.map((__, i) => (i === j ? 1 : 0) - (broken.has(j) ? share(i, j) : 0)),
    );
    paid = solve(
      matrix,
      owed.map((amount, j) => (broken.has(j) ? (assets[j] ?? 0) : amount)),
    );
  }
}

const published: Network = {
  // https://rdrr.io/cran/systemicrisk/man/default_clearing.html: inputs published, answer solved by hand.
  flows: [
    [0, 0.5, 0.5],
    [0.5, 0, 0.5],
    [0.5, 0.5, 0],
  ],
  assets: [0.5, 0.625, 0.75],
  outside: [1.5, 0.5, 0.5],
};

test('three banks, of which two default', () => {
  const block = layOut(published);
  expect(expectedWithin(block.column('paid'), [165 / 112, 159 / 112, 3 / 2])).toEqual([]);
  expect(block.column('default')).toEqual([1, 1, 0]);
  expect(expectedWithin(block.column('equity'), [0, 0, 0.017857142857142856])).toEqual([]);
  expect(expectedWithin(block.column('residual'), [0, 0, 0])).toEqual([]);
  expect(block.matrix('round')[0]).toHaveLength(25);
  block.close();
});

test('nobody defaults where everybody has enough, and a node that owes nothing keeps what it gets', () => {
  const block = layOut({
    flows: [
      [0, 10, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    assets: [10, 1, 0],
    outside: [0, 0, 0],
  });
  expect(block.column('paid')).toEqual([10, 0, 0]);
  expect(block.column('default')).toEqual([0, 0, 0]);
  expect(block.column('equity')).toEqual([0, 11, 0]);
  expect(block.matrix('relative')[2]).toEqual([0, 0, 0]);
  block.close();
});

test('a node that has less than nothing pays nothing', () => {
  const block = layOut({ ...published, assets: [-5, 0.625, 0.75] });
  expect(block.column('paid')[0]).toBe(0);
  expect(block.column('equity')[0]).toBe(0);
  block.close();
});

test.each([4, 9])('any network of %i nodes against a solver that counts defaults', (count) => {
  const anyNetwork = fc.record({
    flows: anyFlows(count),
    assets: anyFigures(count, 0, 200),
    // Everybody owes a good part outside, so that 200 rounds reach the fixed point.
    outside: anyFigures(count, 100, 300),
  });
  const block = layOut(
    { flows: Array.from({ length: count }, () => Array(count).fill(0)), assets: [], outside: [] },
    200,
  );
  const cleared = (network: Network, assets: Numbers) => {
    block.type({ flows: network.flows, columns: { assets, outside: network.outside } });
    return { paid: block.column('paid'), owed: block.column('owed'), lost: sum(block.column('shortfall')) };
  };
  fc.assert(
    fc.property(anyNetwork, fc.double({ min: 0, max: 1, noNaN: true }), (network, shock) => {
      const { paid, owed, lost } = cleared(network, network.assets);
      expect(expectedWithin(paid, fictitiousDefault(network))).toEqual([]);
      paid.forEach((amount, index) => {
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(owed[index] ?? 0);
      });
      expect(
        expectedWithin(
          block.column('residual'),
          paid.map(() => 0),
        ),
      ).toEqual([]);
      expect(Math.min(...block.column('equity'))).toBeGreaterThanOrEqual(0);
      // What comes in from outside leaves to outside or is kept.
      const outside = sum(paid.map((amount, i) => amount * ((network.outside[i] ?? 0) / (owed[i] ?? 1))));
      expect(outside + sum(block.column('equity'))).toBeCloseTo(sum(network.assets), 6);

      const shocked = cleared(
        network,
        network.assets.map((amount) => amount * (1 - shock)),
      );
      expect(shocked.lost).toBeGreaterThanOrEqual(lost - 1e-9);
      const none = cleared(network, owed);
      expect(none.lost).toBe(0);
    }),
    { numRuns: 25 },
  );
  block.close();
});

test('rounds fall from everybody paying in full, and never below the fixed point', () => {
  const block = layOut(published);
  const rounds = block.matrix('round');
  for (let round = 1; round < 25; round++) {
    const [before, now] = [columnOf(rounds, round - 1), columnOf(rounds, round)];
    now.forEach((amount, index) => expect(amount).toBeLessThanOrEqual(before[index] ?? 0));
  }
  expect(columnOf(rounds, 0)).toEqual([2.5, 1.5, 1.5]);
  block.close();
});
