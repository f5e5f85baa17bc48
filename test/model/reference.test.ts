import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { timelineColumn } from '../../shared/model/language/timeline.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

/*
 * Results of the model worked out independently of any spreadsheet, to six significant digits.
 * Base scenario: Seed, Benchmark.
 */
const base: Record<string, readonly [seed: number | string, benchmark: number | string]> = {
  deals_with_value: [4, 11],
  announced_itemised: [713, 1541.4],
  announced_headline: [1000, 1400],
  announced_unexplained: [287, -141.4],
  announced_net_of_overlap: [627.8, 1069.92],
  private_credit_share: [0.266667, 0.275862],
  probable_by_2028: [314.04, 461.315],
  spending_net_2025: [46.7439, 48.1878],
  spending_net_2026: [94.9121, 120.026],
  spending_net_2027: [102.22, 149.033],
  spending_net_2028: [70.1647, 144.069],
  spending_after_2028: [61.6195, 542.105],
  openai_share_of_market: [0.10468, 0.159074],
  openai_payments: [84.0294, 233.619],
  end_customer_cash: [154, 154],
  outside_equity: [82, 82],
  vendor_funding: [4.20456, 53],
  recycled_cash: [4.20456, 53.3],
  recycled_share_of_payments: [0.0500369, 0.22815],
  circular_share: [0.00965613, 0.114202],
  circular_share_low: [0.00965613, 0.114202],
  circular_share_high: [0.0144842, 0.136768],
  finn_index: [0.0031458, 0.0450045],
  recycling_multiplier: [1.00522, 1.12241],
  round_trip_nvidia: [0.117802, 0.408558],
  round_trip_nvidia_low: [0.0361852, 0.195155],
  round_trip_nvidia_high: [0.285714, 0.408558],
  round_trip_aws: [0, 0.673865],
  cash_burn_window: [48.2378, 192.961],
  funding_gap_total: [0, 33.466],
  peak_gap_quarter: ['none', 'Q4 2028'],
  gap_exit_run_rate: [0, 101.644],
  closing_cash_2028: [54.264, 5],
  market_funding_gap: [100, 0],
  private_credit_loss: [18.8, 18.8],
  private_credit_loss_openai: [2.58035, 3.34657],
  required_revenue: [55.4888, 258.3],
  required_to_forecast: [0.792697, 3.69],
  years_to_required_revenue: [0, 2.63657],
  dilution_to_fill_gap: [0, 0.0377947],
  nvidia_stake_irr: [0.195597, -0.022409],
  hhi_cloud: [2000, 4145.21],
  hhi_silicon: [2000, 2295.84],
  hhi_data_center: [3333.33, 5184.08],
  gw_delivered_2028: [6.70182, 10.6312],
  energy_twh_2028: [44.4477, 56.542],
  capex_by_2028: [285.006, 597.783],
  dependence_oracle: [0, 0.7761],
  dependence_nvidia: [0.0722528, 0.189554],
  debtrank_equity_hit: [71.4921, 279.991],
  compute_cost_per_gw_year: [9.71879, 9.71879],
  effective_suppliers: [1.30671, 3.3153],
  // (154 + 82 + a tenth of the payments) over the same, vendor funding and the gap.
  outside_money_share: [0.983088, 0.749974],
  // 200 of 713: the vendors of GPUs. Benchmark: every counterparty with equity, warrants or a loan.
  announced_with_funding_vendors: [200, 619],
  announced_with_funding_vendors_share: [200 / 713, 619 / 1541.4],
};

/** Results on the basis Benchmark in the other scenarios, in their order. */
const otherScenarios = ['Upside', 'Downside', 'Credit crunch', 'Vendor pull-back', 'Power-constrained'];
const byScenario: Record<string, readonly number[]> = {
  probable_by_2028: [542.103, 354.523, 383.838, 423.274, 361.085],
  private_credit_loss: [10.3034, 41.1931, 53.7931, 45.0621, 26.1379],
  stake_loss: [0, 93.72, 118.787, 79.2575, 47.46],
  partner_credit_shortfall: [0, 16.4327, 36.5602, 16.249, 16.2691],
  required_to_forecast: [3.15336, 4.52294, 3.95276, 3.41808, 2.82399],
  gw_delivered_2028: [16.8571, 5.29277, 6.55828, 6.6734, 4.33029],
};
const spreadFromTheStart: Record<string, readonly number[]> = {
  circular_share: [0.112763, 0.112926, 0.112985, 0.0770768, 0.121989],
  funding_gap_total: [48.4324, 24.4641, 33.6551, 28.2583, 0],
  vendor_shortfall: [0, 7.23206, 28.6551, 9.12914, 0],
};

/** US$ bn of each year 2025 to 2028 in Base: the row of Funding, then Seed and Benchmark. */
const byYear: Record<string, readonly [seed: readonly number[], benchmark: readonly number[]]> = {
  'Payments for the deals': [
    [10.9488, 18.9824, 26.3538, 27.7444],
    [5.68105, 29.9903, 68.7972, 129.15],
  ],
  'Other compute, up to the floor': [
    [0, 0, 0, 7.2556],
    [1.50943, 0, 0, 0],
  ],
  Counterparties: [
    [0, 0, 1.26639, 2.93817],
    [2, 33.75, 10.25, 7],
  ],
  'Cash burn': [
    [12.2808, 15.244, 13.1894, 7.52368],
    [8.50312, 26.2367, 55.7987, 102.423],
  ],
};

/** Half a unit in the sixth significant digit. */
const sixDigits = 5.1e-6;

function expectClose(value: unknown, expected: number | string, what: string): void {
  if (typeof expected === 'string') {
    expect(value, what).toBe(expected);
    return;
  }
  expect(typeof value, what).toBe('number');
  expect(
    Math.abs(Number(value) - expected),
    `${what}: ${String(value)}, expected ${expected}`,
  ).toBeLessThanOrEqual(sixDigits * Math.abs(expected));
}

const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());

function choose(scenario: string, basis: string): void {
  expect(setSwitch(workbook, 'scenario', scenario).ok).toBe(true);
  expect(setSwitch(workbook, 'basis', basis).ok).toBe(true);
}

describe('the model against results worked out without a spreadsheet', () => {
  beforeEach(() => choose('Base', 'Seed'));

  test.each(Object.entries(base))('%s in Base', (name, [seed, benchmark]) => {
    expectClose(workbook.namedValue(name), seed, `${name}, Seed`);
    choose('Base', 'Benchmark');
    expectClose(workbook.namedValue(name), benchmark, `${name}, Benchmark`);
  });

  test.each(otherScenarios)('figures in %s, Benchmark', (scenario) => {
    choose(scenario, 'Benchmark');
    const index = otherScenarios.indexOf(scenario);
    for (const [name, expected] of Object.entries(byScenario))
      expectClose(workbook.namedValue(name), expected[index] ?? NaN, name);
  });

  /*
   * The independent calculation let the scenario's change of the spread raise interest before the
   * as-of date too, against its own rule. Without the flag of the rule the model gives its figures.
   */
  test.each(otherScenarios)('interest is all that differs in %s, Benchmark', (scenario) => {
    const rate = locate(workbook.document, 'Funding', { row: 'Rate on debt', column: 'Q1 2025' });
    const formula = String(workbook.cell(rate)?.content);
    expect(formula).toMatch(/Timing!K\$\d+\*spread_change_bp/);
    const cells = Array.from({ length: 16 }, (_, index) => ({
      ...rate,
      column: rate.column + index,
      content: '=base_rate+credit_margin+spread_change_bp/basis_points',
    }));
    choose(scenario, 'Benchmark');
    const index = otherScenarios.indexOf(scenario);
    workbook.whatIf(cells, () => {
      for (const [name, expected] of Object.entries(spreadFromTheStart))
        expectClose(workbook.namedValue(name), expected[index] ?? NaN, name);
    });
  });

  test('every headline figure has an expected result', () => {
    const headlines = workbook.document.names.filter((name) => name.headline).map((name) => name.name);
    expect(headlines.toSorted()).toEqual(Object.keys(base).toSorted());
  });

  test.each(Object.entries(byYear))('%s, by year in Base', (row, [seed, benchmark]) => {
    const year = (index: number) => {
      const first = locate(workbook.document, 'Funding', { row, column: 'Year' });
      return workbook.value({ ...first, column: first.column + index });
    };
    seed.forEach((expected, index) => expectClose(year(index), expected, `Seed ${2025 + index}`));
    choose('Base', 'Benchmark');
    benchmark.forEach((expected, index) => expectClose(year(index), expected, `Benchmark ${2025 + index}`));
  });

  test('what the second document itemises, explains and implies', () => {
    expectClose(workbook.namedValue('seed_itemised'), 713, 'itemised');
    expectClose(workbook.namedValue('seed_unexplained'), 287, 'unexplained');
    expectClose(workbook.namedValue('seed_private_credit_share'), 0.26666666666666666, 'private credit');
    expectClose(workbook.namedValue('seed_amd_per_gw'), 16.666666666666668, 'AMD per GW');
  });

  test('2025 and the first half of 2026 do not differ by scenario', () => {
    const left = timelineColumn('before');
    const right = left + 6;
    const past = () =>
      ['Timing', 'Capacity', 'Spending'].map((sheet) => {
        const bottom = workbook.sheetValues(sheet).length - 1;
        return workbook.rangeValues(sheet, { top: 0, left, bottom, right });
      });
    for (const basis of ['Seed', 'Benchmark']) {
      choose('Base', basis);
      const before = past();
      expect(before[0]?.[3]?.at(-1)).toBe('Q2 2026');
      for (const scenario of otherScenarios) {
        choose(scenario, basis);
        expect(past(), `${scenario}, ${basis}`).toEqual(before);
      }
    }
  });

  test.each(['Seed', 'Benchmark', 'User'])('every check holds in every scenario, basis %s', (basis) => {
    for (const scenario of ['Base', ...otherScenarios]) {
      choose(scenario, basis);
      expect(workbook.namedValue('checks_failed'), scenario).toBe(0);
    }
  });

  test('a deal without GW counts nothing and shows so', () => {
    const oracle = (column: string) =>
      workbook.value(
        locate(workbook.document, 'Capacity', {
          section: 'By deal, over all time: announced beside probable and delivered',
          row: 'Oracle',
          column,
        }),
      );
    for (const column of ['Quoted', 'Facility', 'Probable', 'Net', 'Delivered', 'by 2028'])
      expect(oracle(column), column).toBe('not given');
    choose('Base', 'Benchmark');
    expect(oracle('Facility')).toBe(4.5);
    // Executed.
    expect(oracle('Probable')).toBeCloseTo(4.5 * 0.9, 12);
  });

  test('IT load becomes facility power', () => {
    const broadcom = locate(workbook.document, 'Capacity', {
      section: 'By deal, over all time: announced beside probable and delivered',
      row: 'Broadcom custom chips',
      column: 'Facility',
    });
    expect(workbook.value(broadcom)).toBeCloseTo(12, 12);
    // AMD 6 and Broadcom 10 GW of IT load, at 1.2.
    expect(workbook.namedValue('gw_announced')).toBeCloseTo(19.2, 12);
  });

  test('no cell of the model shows an error', () => {
    for (const { name } of workbook.document.sheets) {
      for (const row of workbook.sheetValues(name))
        for (const value of row) expect(value === null || typeof value !== 'object', name).toBe(true);
    }
  });
});
