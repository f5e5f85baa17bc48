import { expect, test } from 'vitest';
import { roundTrips } from '../../../shared/model/methods/round-trip.ts';
import { expectedWithin, NetworkBlock } from './network-block.ts';

function layOut(funding: number, direct: number, lookThrough: number, received: number): NetworkBlock {
  return new NetworkBlock(
    {
      flows: [[0]],
      columns: { funding: [funding], direct: [direct], through: [lookThrough], received: [received] },
    },
    (sheet, nodes) =>
      roundTrips(sheet, nodes, {
        terms: {
          funding: '[Net.funding]',
          direct: '[Net.direct]',
          lookThrough: '[Net.through]',
          received: '[Net.received]',
        },
      }),
  );
}

const shares = (block: NetworkBlock) =>
  ['round_trip', 'round_trip_low', 'round_trip_high', 'returned'].map(
    (key) => block.column(key)[0] ?? Number.NaN,
  );

test.each([
  [
    'a vendor that puts 10 into a buyer of 35 gets 10 of 35 back',
    [10, 35, 0, 35],
    [10 / 35, 10 / 35, 10 / 35, 1],
  ],
  ['with look-through and money of others, low and high differ', [10, 20, 20, 80], [0.25, 0.125, 0.5, 1]],
  ['what is bought is less than what was put in', [60, 0.3, 0, 0.3], [1, 1, 1, 0.005]],
  ['no direct purchases leave direct out of the range', [10, 0, 40, 50], [0.25, 0.2, 0.25, 1]],
  ['nothing bought and nothing put in', [0, 0, 0, 0], [0, 0, 0, 0]],
  ['all received is at least what was bought', [10, 20, 20, 0], [0.25, 0.25, 0.5, 1]],
] as const)('%s', (_, [funding, direct, lookThrough, received], expected) => {
  const block = layOut(funding, direct, lookThrough, received);
  expect(expectedWithin(shares(block), expected)).toEqual([]);
  block.close();
});
