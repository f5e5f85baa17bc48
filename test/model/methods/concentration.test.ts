import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concentration } from '../../../shared/model/methods/concentration.ts';
import type { CellContent } from '../../../shared/workbook/document.ts';
import { expectedWithin, NetworkBlock } from './network-block.ts';
import { sum } from './networks.ts';

function layOut(values: readonly CellContent[]): NetworkBlock {
  return new NetworkBlock(
    { flows: values.map(() => values.map(() => 0)), columns: { value: values } },
    (sheet, nodes) => concentration(sheet, nodes, { terms: { value: '[Net.value]', points: 'points' } }),
    { points: 10_000 },
  );
}

function figuresOf(values: readonly CellContent[]): [byValue: number, index: number, effective: number] {
  const block = layOut(values);
  const found = ['by_value', 'index', 'effective'].map((key) => block.figure(key));
  block.close();
  return [found[0] ?? Number.NaN, found[1] ?? Number.NaN, found[2] ?? Number.NaN];
}

test('30, 30, 20 and 20 of 100: the textbook’s 2,600 points', () => {
  const [byValue, index, effective] = figuresOf([30, 30, 20, 20]);
  expect(expectedWithin([byValue, index, effective], [1, 2600, 10_000 / 2600])).toEqual([]);
});

test('by value from half of the parties on, below that all alike', () => {
  const [none, some] = [3, 4].map((count) =>
    figuresOf(Array.from({ length: 8 }, (_, index) => (index < count ? 10 : 'not given'))),
  );
  expect(expectedWithin(none ?? [], [0, 1250, 8])).toEqual([]);
  expect(expectedWithin(some ?? [], [1, 2500, 4])).toEqual([]);
});

test('a typed 0 is a value, but values that are all 0 have no shares', () => {
  expect(expectedWithin(figuresOf([0, 5]), [1, 10_000, 1])).toEqual([]);
  expect(expectedWithin(figuresOf([0, 0]), [0, 5000, 2])).toEqual([]);
});

test('one party alone is a monopoly', () => {
  expect(figuresOf([7])).toEqual([1, 10_000, 1]);
  expect(figuresOf(['not given'])).toEqual([0, 10_000, 1]);
});

test('any values: between equal shares and a monopoly', () => {
  const block = layOut([1, 1, 1, 1, 1, 1]);
  const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(values, (value) => {
      block.type({ flows: [], columns: { value } });
      const shares = value.map((each) => each / sum(value));
      const index = sum(shares.map((share) => share * share));
      expect(
        expectedWithin([block.figure('index'), block.figure('effective')], [10_000 * index, 1 / index]),
      ).toEqual([]);
      expect(block.figure('effective')).toBeLessThanOrEqual(6 + 1e-9);
      expect(block.figure('effective')).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(sum(block.column('share'))).toBeCloseTo(1, 12);
    }),
    { numRuns: 20 },
  );
  block.close();
});
