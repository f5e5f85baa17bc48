import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cyclePeel, paymentNumbers, type Cycle } from '../../../shared/model/methods/cycle-peel.ts';
import { expectedWithin, NetworkBlock, nodesOf, type Square } from './network-block.ts';
import { anyFlows, columnOf, sum } from './networks.ts';

type Path = readonly [number, number, ...number[]];

const pays = (path: Path) =>
  path.map((from, step): [number, number] => [from, path[(step + 1) % path.length] ?? from]);

/** Both orders of the same cycles, given by positions from 0. */
function layOut(flows: Square, paths: readonly Path[]): NetworkBlock {
  return new NetworkBlock({ flows }, (sheet, nodes) => {
    const cycles = paths.map((path) => path.map((index) => nodes[index]) as unknown as Cycle);
    const terms = { flows: NetworkBlock.flows, numbers: 'numbers' };
    paymentNumbers(sheet, nodes, 'numbers');
    cyclePeel(sheet, nodes, cycles, { ...terms, prefix: 'forward_' });
    cyclePeel(sheet, nodes, cycles.toReversed(), { ...terms, prefix: 'reversed_' });
  });
}

/** The same rule as a loop. */
function peel(flows: Square, paths: readonly Path[]) {
  const left = flows.map((row) => [...row]);
  const taken = paths.map((path) => {
    const amount = Math.max(0, Math.min(...pays(path).map(([i, j]) => left[i]?.[j] ?? 0)));
    for (const [i, j] of pays(path)) {
      const row = left[i];
      if (row) row[j] = (row[j] ?? 0) - amount;
    }
    return amount;
  });
  return { taken, left };
}

/** Every simple cycle of up to four nodes that passes the first node or the second. */
function everyCycle(count: number): Path[] {
  const found: Path[] = [];
  const extend = (path: number[], start: number) => {
    if (path.length > 1) found.push(path as unknown as Path);
    if (path.length === 4) return;
    for (let next = start + 1; next < count; next++) if (!path.includes(next)) extend([...path, next], start);
  };
  extend([0], 0);
  extend([1], 1);
  return found;
}

test('the order decides who takes what two cycles share', () => {
  const flows = [
    [0, 5, 0],
    [3, 0, 4],
    [6, 0, 0],
  ];
  const block = layOut(flows, [
    [0, 1],
    [0, 1, 2],
  ]);
  expect(block.column('forward_flow')).toEqual([3, 2]);
  expect(block.figure('forward_circular_sum')).toBe(3 * 2 + 2 * 3);
  expect(block.column('reversed_flow')).toEqual([4, 1]);
  expect(block.figure('reversed_circular_sum')).toBe(4 * 3 + 1 * 2);
  expect(block.figure('reversed_flow_sum')).toBe(5);
  expect(block.matrix('forward_peeled')).toEqual([
    [0, 5, 0],
    [3, 0, 2],
    [2, 0, 0],
  ]);
  expect(block.values('forward_path')).toEqual([
    ['Node 1', 'Node 2', 'Node 1', null],
    ['Node 1', 'Node 2', 'Node 3', 'Node 1'],
  ]);
  expect(block.column('forward_length')).toEqual([2, 3]);
  block.close();
});

test('a cycle through a payment that is nothing takes nothing', () => {
  const none = [0, 0];
  const block = layOut([none, none], [[0, 1]]);
  expect(block.column('forward_flow')).toEqual([0]);
  expect(block.figure('forward_circular_sum')).toBe(0);
  expect(block.allValues().filter((value) => value !== null && typeof value === 'object')).toEqual([]);
  block.close();
});

test('without a cycle there is nothing to lay out', () => {
  expect(() => layOut([[0]], [])).toThrow('no cycle');
});

test('payments are numbered row by row', () => {
  const block = layOut(
    nodesOf(3).map(() => [0, 0, 0]),
    [[0, 1]],
  );
  expect(block.matrix('numbers')).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  block.close();
});

test.each([3, 5])('any network of %i nodes, in both orders, against a loop', (count) => {
  const paths = everyCycle(count);
  const block = layOut(
    Array.from({ length: count }, () => Array(count).fill(0)),
    paths,
  );
  fc.assert(
    fc.property(anyFlows(count), (flows) => {
      block.type({ flows });
      for (const [prefix, order] of [
        ['forward_', paths],
        ['reversed_', paths.toReversed()],
      ] as const) {
        const { taken, left } = peel(flows, order);
        expect(expectedWithin(block.column(`${prefix}flow`), taken)).toEqual([]);
        expect(expectedWithin(block.matrix(`${prefix}residual`).flat(), left.flat())).toEqual([]);
        const circular = sum(taken.map((amount, index) => amount * (order[index]?.length ?? 0)));
        expect(expectedWithin([block.figure(`${prefix}circular_sum`)], [circular])).toEqual([]);
        expect(expectedWithin([block.figure(`${prefix}flow_sum`)], [sum(taken)])).toEqual([]);
        const net = flows.map((row, i) => sum(row) - sum(columnOf(flows, i)));
        expect(expectedWithin(block.column(`${prefix}net`), net)).toEqual([]);
        expect(expectedWithin(block.column(`${prefix}net_residual`), net)).toEqual([]);
        expect(Math.min(...block.matrix(`${prefix}residual`).flat())).toBeGreaterThanOrEqual(-1e-9);
        expect(
          expectedWithin(
            block.column(`${prefix}left_over`),
            taken.map(() => 0),
          ),
        ).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
  block.close();
});
