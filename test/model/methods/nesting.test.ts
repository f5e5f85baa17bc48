import { expect, test } from 'vitest';
import type { TimeSheetPlan } from '../../../shared/model/language/time-sheet-plan.ts';
import { netBounds, netOfOverlap } from '../../../shared/model/methods/nesting.ts';
import { Block } from './block.ts';

/** Two deals inside a third: a share of each is counted there too. */
function layOut(shares: readonly [number, number]): Block {
  const table = {
    chips: { amount: 10, inner: '', share: 0, at: 0 },
    rent: { amount: 2, inner: '', share: 0, at: 0 },
    site: { amount: 3, inner: '', share: 0, at: 0 },
    chips_site: { amount: 0, inner: 'chips', share: shares[0], at: 1 },
    rent_site: { amount: 0, inner: 'rent', share: shares[1], at: 2 },
  };
  const records = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));
  const deals = records(['chips', 'rent', 'site']);
  const pairs = ['chips_site', 'rent_site'];
  const layNesting = (time: TimeSheetPlan) => {
    time.lines('gross', deals, { unit: 'GW', years: 'sum', formula: '=[Book.amount]' });
    time.line('gross_total', { label: 'Gross', unit: 'GW', years: 'sum', formula: '=SUM([gross:all])' });
    netOfOverlap(time, deals, records(pairs), {
      unit: 'GW',
      terms: {
        share: '[Book.share]',
        innerPosition: '[Book.at]',
        containerPosition: 'container',
        innerIds: '[Book.inner:pairs]',
        dealId: '[Book.id]',
      },
    });
    netBounds(time, 'GW');
  };
  return new Block({ container: 3 }, table, layNesting, { pairs });
}

test('the overlap is the share of the smaller of the two, booked on the inner deal', () => {
  const block = layOut([0.4, 1]);
  const first = (key: string, record?: string) => block.numbers(key, record)[0];
  expect(first('overlap', 'chips_site')).toBeCloseTo(0.4 * 3, 12);
  expect(first('overlap', 'rent_site')).toBeCloseTo(2, 12);
  expect(first('net', 'chips')).toBeCloseTo(8.8, 12);
  expect(first('net', 'rent')).toBe(0);
  expect(first('net', 'site')).toBe(3);
  expect(first('net_total')).toBeCloseTo(11.8, 12);
  expect([first('below_largest'), first('above_gross')]).toEqual([0, 0]);
  block.close();
});

test('the bounds show by how much shares out of range break them', () => {
  const above = layOut([-1, 0]);
  expect(above.numbers('above_gross')[0]).toBeCloseTo(3, 12);
  above.close();
  const below = layOut([3, 1]);
  // 15 gross less 9 and 2 leaves 4, and the largest deal is 10.
  expect(below.numbers('below_largest')[0]).toBeCloseTo(6, 12);
  below.close();
});
