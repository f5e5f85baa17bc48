import { afterAll, expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

/* Where the method has a choice, the range beside a figure is what the figure is with the other choice. */

const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());

const { nestedPairs, deals } = readSeeds();
const name = (id: string) => deals.find((deal) => deal.id === id)?.name ?? id;
const shares = nestedPairs.map((pair) =>
  locate(workbook.document, 'Deals', {
    section: 'Nested deals: the share of the inner deal that the container counts too',
    row: `${name(pair.inner)} in ${name(pair.container)}`,
    column: 'Share',
  }),
);
const sumOfHighs = (inner: string) =>
  nestedPairs.filter((pair) => pair.inner === inner).reduce((sum, { high }) => sum + high, 0);

/** Probable cash by 2028 when the shares of the nested deals are these. */
function probableWith(contents: readonly number[]): unknown {
  const edits = shares.map((at, index) => ({ ...at, content: contents[index] ?? null }));
  return workbook.whatIf(edits, () => workbook.namedValue('probable_by_2028'));
}

test.each(['Seed', 'Benchmark'])('probable cash by 2028 by the choice of the overlap, %s', (basis) => {
  setSwitch(workbook, 'basis', basis);
  const [low, high] = ['low', 'high'].map((end) => workbook.namedValue(`probable_by_2028_${end}`));
  expect(low).toBeLessThan(Number(high));
  expect(high).toBeCloseTo(Number(probableWith(nestedPairs.map((pair) => pair.low))), 9);
  const scaled = nestedPairs.map((pair) => pair.high / Math.max(1, sumOfHighs(pair.inner)));
  expect(low).toBeCloseTo(Number(probableWith(scaled)), 9);
});

test('the circular share of the strip runs from its low to its high', () => {
  setSwitch(workbook, 'basis', 'Benchmark');
  expect(workbook.namedValues('circular_share_range').flat()).toEqual([
    workbook.namedValue('circular_share_low'),
    workbook.namedValue('circular_share_high'),
  ]);
});
