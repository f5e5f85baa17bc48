import { expect, test } from 'vitest';
import { energy } from '../../../shared/model/methods/energy.ts';
import { Block } from './block.ts';

/** The energy lines alone, over a row of facility power. */
function layOut(power: string, constants: Readonly<Record<string, number>>): Block {
  return new Block({ hours: 8.76, quarters: 4, thousand: 1000, ...constants }, { none: {} }, (time) => {
    time.line('power', { label: 'Power', unit: 'GW', years: 'last', start: 0, formula: power });
    energy(time, {
      terms: {
        level: 'power',
        utilisation: 'used',
        price: 'price',
        thousandHoursPerYear: 'hours',
        quartersPerYear: 'quarters',
        thousand: 'thousand',
      },
    });
  });
}

test('10 GW of IT load at 0.8 and a PUE of 1.2 draw 84.096 TWh a year, 5.970816 US$ bn at 71 $/MWh', () => {
  const block = layOut('=load*pue', { load: 10, pue: 1.2, used: 0.8, price: 71 });
  for (const year of ['2025', '2026', '2027', '2028']) {
    expect(block.total(year, 'energy')).toBeCloseTo(84.096, 10);
    expect(block.total(year, 'power_cost')).toBeCloseTo(5.970816, 10);
  }
  block.close();
});

test('the power of a quarter is the mean of its opening and closing level', () => {
  const block = layOut('=[power@prev]+added', { added: 1, used: 1, price: 1000 });
  // 1 GW before 2025, 2 at the end of its first quarter: 1.5 on average, of 2.19 thousand hours.
  expect(block.periods('energy')[1]).toBeCloseTo(1.5 * 2.19, 12);
  expect(block.total('2025', 'energy')).toBeCloseTo((1.5 + 2.5 + 3.5 + 4.5) * 2.19, 12);
  expect(block.total('2025', 'power_cost')).toBeCloseTo(12 * 2.19, 12);
  expect([block.periods('energy')[0], block.periods('energy').at(-1)]).toEqual([null, null]);
  block.close();
});
