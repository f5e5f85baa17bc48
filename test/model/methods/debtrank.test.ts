import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debtRank } from '../../../shared/model/methods/debtrank.ts';
import type { CellContent } from '../../../shared/workbook/document.ts';
import { expectedWithin, NetworkBlock, type Numbers, type Square } from './network-block.ts';
import { anyFigures, anyFlows, columnOf, sum } from './networks.ts';

function layOut(claims: Square, equity: readonly CellContent[], first = 'n1'): NetworkBlock {
  return new NetworkBlock({ flows: claims, columns: { equity } }, (sheet, nodes) =>
    debtRank(sheet, nodes, {
      terms: { claims: NetworkBlock.flows, equity: '[Net.equity]', first },
    }),
  );
}

/** The states of the original paper: undistressed, distressed for one round, then inactive. */
function spread(claims: Square, equity: Numbers): number[] {
  const distress = equity.map((_, index): number => (index === 0 ? 1 : 0));
  const state = equity.map((_, index): string => (index === 0 ? 'distressed' : 'undistressed'));
  for (let round = 0; round < 8; round++) {
    const before = [...distress];
    const active = state.flatMap((each, index) => (each === 'distressed' ? [index] : []));
    for (const debtor of active) state[debtor] = 'inactive';
    equity.forEach((own, creditor) => {
      const loss = sum(
        active.map((debtor) => {
          const claim = claims[debtor]?.[creditor] ?? 0;
          return claim === 0 ? 0 : (own > 0 ? Math.min(1, claim / own) : 1) * (before[debtor] ?? 0);
        }),
      );
      distress[creditor] = Math.min(1, (before[creditor] ?? 0) + loss);
      if ((distress[creditor] ?? 0) > 0 && state[creditor] === 'undistressed') state[creditor] = 'distressed';
    });
  }
  return distress;
}

test('half of a creditor’s equity goes, then half of its creditor’s half', () => {
  const block = layOut(
    [
      [0, 5, 0],
      [0, 0, 4],
      [0, 0, 0],
    ],
    ['not given', 10, 8],
  );
  expect(block.column('spread')).toEqual([0, 0.5, 0.25]);
  expect(block.column('lost')).toEqual([0, 5, 2]);
  expect(block.figure('hit')).toBe(7);
  expect(expectedWithin([block.figure('rank')], [(0.5 * 5 + 0.25 * 4) / 9])).toEqual([]);
  block.close();
});

test('a loop hits each node again but passes on only the first blow', () => {
  const block = layOut(
    [
      [0, 5, 0],
      [0, 0, 5],
      [0, 5, 0],
    ],
    [0, 10, 10],
  );
  // Node 2 loses 0.5, Node 3 a quarter, which hits Node 2 once more: 0.5 + 0.125, and there it ends.
  expect(block.column('spread')).toEqual([0, 0.625, 0.25]);
  block.close();
});

test('a creditor without equity loses all with any claim, and one without claims nothing', () => {
  const block = layOut(
    [
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    [0, 0, 0],
  );
  expect(block.column('spread')).toEqual([0, 1, 0]);
  expect(block.figure('hit')).toBe(0);
  expect(block.figure('rank')).toBe(1);
  block.close();
});

test('no claims, no loss', () => {
  const block = layOut(
    [
      [0, 0],
      [0, 0],
    ],
    [5, 5],
  );
  expect([block.figure('hit'), block.figure('rank')]).toEqual([0, 0]);
  block.close();
});

test('the node that fails first must be one of the network', () => {
  expect(() => layOut([[0]], [1], 'n2')).toThrow('"n2"');
});

test.each([3, 10])('any network of %i nodes against the states of the paper', (count) => {
  const block = layOut(
    Array.from({ length: count }, () => Array(count).fill(0)),
    [],
  );
  fc.assert(
    fc.property(anyFlows(count), anyFigures(count, 0, 400), (claims, equity) => {
      block.type({ flows: claims, columns: { equity } });
      const distress = spread(claims, equity);
      const lost = distress.map((share, index) => (index === 0 ? 0 : share));
      expect(expectedWithin(block.column('spread'), lost)).toEqual([]);
      expect(
        expectedWithin([block.figure('hit')], [sum(lost.map((each, i) => each * (equity[i] ?? 0)))]),
      ).toEqual([]);
      const owned = claims.map((_, index) => sum(columnOf(claims, index)));
      const rank = sum(owned) === 0 ? 0 : sum(lost.map((each, i) => each * (owned[i] ?? 0))) / sum(owned);
      expect(expectedWithin([block.figure('rank')], [rank])).toEqual([]);
      expect(block.figure('rank')).toBeLessThanOrEqual(1);
    }),
    { numRuns: 25 },
  );
  block.close();
});
