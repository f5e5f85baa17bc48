import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';

const engine = Engine.build([{ name: 'S', rows: [] }], []);
afterAll(() => engine.destroy());

/** IRR of flows in one row. */
function rateOf(flows: readonly number[], guess?: number): unknown {
  engine.setCells([
    ...flows.map((content, column) => ({ sheet: 'S', row: 1, column, content })),
    { sheet: 'S', row: 0, column: 0, content: `=IRR(A2:Z2${guess === undefined ? '' : `,${guess}`})` },
  ]);
  const rate = engine.value({ sheet: 'S', row: 0, column: 0 });
  engine.setCells(flows.map((_, column) => ({ sheet: 'S', row: 1, column, content: null })));
  return rate;
}

const presentValue = (flows: readonly number[], rate: number) =>
  flows.reduce((sum, flow, period) => sum + flow / (1 + rate) ** period, 0);

test('a stake bought late that loses most of its value has no rate far above zero', () => {
  const flows = [...Array.from({ length: 12 }, () => 0), -5, -5, -5, 1];
  // As in results of Excel, the search from 10 % runs away.
  expect(rateOf(flows)).toEqual({ error: '#NUM!' });
  const rate = Number(rateOf(flows, -0.93));
  expect(rate).toBeLessThan(-0.5);
  expect(Math.abs(presentValue(flows.slice(12), rate))).toBeLessThan(1e-9);
});

test('where flows change sign once, IRR is the one root or none, whatever stands before them and however large they are', () => {
  const amounts = fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
  let found = 0;
  fc.assert(
    fc.property(
      amounts,
      amounts,
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(1e-6, 1, 1e6),
      (paid, received, wait, scale) => {
        const flows = [...paid.map((amount) => -amount * scale), ...received.map((amount) => amount * scale)];
        const rate = rateOf([...Array.from({ length: wait }, () => 0), ...flows]);
        const isWorthIt = flows.reduce((sum, flow) => sum + flow, 0) > 0;
        if (typeof rate !== 'number') {
          expect(rate).toEqual({ error: '#NUM!' });
          expect(isWorthIt).toBe(false);
          return;
        }
        found++;
        // Worth nothing: nothing beside all amounts taken positive, at the same rate.
        const size = presentValue(flows.map(Math.abs), rate);
        expect(Math.abs(presentValue(flows, rate)) / size).toBeLessThan(1e-9);
        expect(rate).toBeGreaterThan(-1);
      },
    ),
    { numRuns: 300, seed: 1 },
  );
  expect(found).toBeGreaterThan(200);
});

test('without a change of sign there is no rate', () => {
  expect(rateOf([-1, -2, 0])).toEqual({ error: '#NUM!' });
  expect(rateOf([0, 3, 2])).toEqual({ error: '#NUM!' });
  expect(rateOf([0, 0])).toEqual({ error: '#NUM!' });
});

test('of several rates the one near the guess is found', () => {
  // (1+r) = 1.1 and 1.5: 1 − 2.6 v + 1.65 v².
  const flows = [-1, 2.6, -1.65];
  expect(rateOf(flows, 0.05)).toBeCloseTo(0.1, 10);
  expect(rateOf(flows, 0.6)).toBeCloseTo(0.5, 10);
});
