import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { input } from '../../../shared/model/language/plan.ts';
import { completion, logistic } from '../../../shared/model/methods/completion.ts';
import { Block, closes as endsOfPeriods } from './block.ts';

interface Deal {
  readonly start: number;
  readonly end: number;
  readonly profile: 'flat' | 'S-curve';
}

interface Setting {
  readonly steepness?: number;
  readonly asOf?: number;
  /** Quarters, in every period or by period. */
  readonly delay?: number | ((closes: number) => number);
}

/** The S-curve block alone, over a table of deals of its own. */
function layOut(deals: Readonly<Record<string, Deal>>, setting: Setting = {}): Block {
  const { steepness = 6, asOf = 6, delay = 0 } = setting;
  const curve = { steepness: 'steep', midpoint: 'middle' };
  const cells = {
    today: asOf,
    steep: steepness,
    middle: 0.5,
    floor: `=${logistic(curve, '0')}`,
    ceiling: `=${logistic(curve, '1')}`,
  };
  const table = Object.fromEntries(Object.entries(deals).map(([id, deal]) => [id, { ...deal }]));
  return new Block(cells, table, (time) => {
    const quarterAt = (period: { closes: number | null }) => period.closes ?? 400;
    time.calendarRow('closes', 'Closes', 'quarters', (period) => input(quarterAt(period)));
    time.calendarRow('late', 'Delay', 'quarters', (period) =>
      input(typeof delay === 'number' ? delay : delay(quarterAt(period))),
    );
    completion(
      time,
      Object.keys(deals).map((id) => ({ id, label: id })),
      {
        terms: {
          closes: '[closes]',
          start: '[Book.start]',
          end: '[Book.end]',
          profile: '[Book.profile]',
          delay: '[late]',
          asOf: 'today',
          curve: { ...curve, floor: 'floor', ceiling: 'ceiling' },
        },
      },
    );
  });
}

function weights(deal: Deal, setting: Setting = {}): number[] {
  const block = layOut({ deal }, setting);
  const row = block.numbers('weight', 'deal');
  block.close();
  return row;
}

function expectNear(actual: readonly number[], expected: readonly number[], what = ''): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, index) =>
    expect(
      Math.abs(value - (expected[index] ?? Number.NaN)),
      `${what} period ${index}: ${value}`,
    ).toBeLessThan(1e-12),
  );
}

/** Share of the deal per period, from the definition and without a delay. */
function byDefinition({ start, end, profile }: Deal, steepness: number): number[] {
  const logisticAt = (x: number) => 1 / (1 + Math.exp(-steepness * (x - 1 / 2)));
  const share = (x0: number, x1: number) =>
    profile === 'flat' ? x1 - x0 : (logisticAt(x1) - logisticAt(x0)) / (logisticAt(1) - logisticAt(0));
  const elapsed = (quarter: number) => Math.min(1, Math.max(0, (quarter - start) / (end - start)));
  return endsOfPeriods.map((quarter, index) =>
    share(elapsed(endsOfPeriods[index - 1] ?? -400), elapsed(quarter)),
  );
}

const anyDeal: fc.Arbitrary<Deal> = fc
  .record({
    start: fc.double({ min: -24, max: 30, noNaN: true }),
    length: fc.double({ min: 0.25, max: 60, noNaN: true }),
    profile: fc.constantFrom('flat' as const, 'S-curve' as const),
  })
  .map(({ start, length, profile }) => ({ start, end: start + length, profile }));
const anyDelay = fc.double({ min: 0, max: 12, noNaN: true });
const anySteepness = fc.double({ min: 4, max: 10, noNaN: true });

describe('S-curve timing', () => {
  test('weights add up to 1 and none is negative, whatever the deal, delay and steepness', () => {
    fc.assert(
      fc.property(anyDeal, anyDelay, anySteepness, (deal, delay, steepness) => {
        const block = layOut({ deal }, { delay, steepness });
        expect(block.total('total', 'weight', 'deal')).toBeCloseTo(1, 12);
        expect(Math.min(...block.numbers('weight', 'deal'))).toBeGreaterThanOrEqual(0);
        block.close();
      }),
      { numRuns: 40 },
    );
  });

  test('the curve is symmetric: half is done at half time, and quarters mirror each other', () => {
    const block = layOut({ deal: { start: 0, end: 16, profile: 'S-curve' } });
    const quarters = block.numbers('weight', 'deal').slice(1, -1);
    expect(block.numbers('completed', 'deal')[8]).toBeCloseTo(1 / 2, 14);
    expectNear(quarters, quarters.toReversed());
    expect(quarters[7]).toBeGreaterThan(3 * Number(quarters[0]));
    block.close();
  });

  test('without a delay the weights are those of the definition', () => {
    // Four quarters at steepness 6: L(0) = 0.0474259, L(1/4) = 0.1824255, L(1/2) = 0.5.
    const known = weights({ start: 0, end: 4, profile: 'S-curve' });
    expect(known[1]).toBeCloseTo((0.1824255238 - 0.0474258732) / (0.9525741268 - 0.0474258732), 9);
    expect(known[2]).toBeCloseTo((0.5 - 0.1824255238) / (0.9525741268 - 0.0474258732), 9);
    fc.assert(
      fc.property(anyDeal, anySteepness, (deal, steepness) =>
        expectNear(weights(deal, { steepness }), byDefinition(deal, steepness)),
      ),
      { numRuns: 40 },
    );
  });

  test('a flat deal falls into each period by its overlap', () => {
    const row = weights({ start: 1.5, end: 4, profile: 'flat' });
    expectNear(row.slice(0, 6), [0, 0, 0.5 / 2.5, 1 / 2.5, 1 / 2.5, 0]);
    const long = weights({ start: -8, end: 24, profile: 'flat' });
    expectNear([Number(long[0]), Number(long[1]), Number(long.at(-1))], [8 / 32, 1 / 32, 8 / 32]);
  });

  test.each(['flat', 'S-curve'] as const)('a delay shifts a deal that has not started, %s', (profile) => {
    const late = weights({ start: 8, end: 12, profile }, { delay: 3 });
    expectNear(late, weights({ start: 11, end: 15, profile }));
    // One that starts on the as-of date has not started before it.
    expectNear(
      weights({ start: 6, end: 10, profile }, { delay: 2 }),
      weights({ start: 8, end: 12, profile }),
    );
  });

  test('a delay stretches the rest of a deal under way', () => {
    const row = weights({ start: 2, end: 14, profile: 'flat' }, { delay: 2 });
    // Four of twelve quarters are past; the other eight take ten.
    const rest = 8 / 12 / 10;
    const expected = endsOfPeriods.map((quarter) =>
      quarter > 2 && quarter <= 6 ? 1 / 12 : quarter > 6 && quarter <= 16 ? rest : 0,
    );
    expectNear(row, expected);
  });

  test('a delay never alters the past, nor a deal that is over', () => {
    fc.assert(
      fc.property(anyDeal, anyDelay, (deal, delay) => {
        const asOf = 6;
        const past = (row: number[]) => row.filter((_, index) => Number(endsOfPeriods[index]) <= asOf);
        expectNear(past(weights(deal, { asOf, delay })), past(weights(deal, { asOf })));
      }),
      { numRuns: 40 },
    );
    const over: Deal = { start: 0, end: 5, profile: 'S-curve' };
    expectNear(weights(over, { delay: 6 }), weights(over));
  });

  test('a delay that grows in time undoes nothing: what is done waits until the clock has caught up', () => {
    const deal: Deal = { start: 6, end: 14, profile: 'flat' };
    const row = weights(deal, { asOf: 2, delay: (quarter) => (quarter <= 10 ? 0 : 3) });
    // Half is done at 10; with a delay of 3 half is due at 13, so nothing falls into 11 to 13.
    const eighth = 1 / 8;
    expectNear(row.slice(7, 17), [eighth, eighth, eighth, eighth, 0, 0, 0, eighth, eighth, eighth]);
    expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
