import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

/*
 * Results of the model worked out independently of any spreadsheet, to six significant digits.
 * Base scenario: Seed, Benchmark.
 */
const base: Record<string, readonly [seed: number, benchmark: number]> = {
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
  vendor_funding: [4.20456, 53],
  // 200 of 713: the vendors of GPUs. Benchmark: every counterparty with equity, warrants or a loan.
  announced_with_funding_vendors: [200, 619],
  announced_with_funding_vendors_share: [200 / 713, 619 / 1541.4],
};

const probableBy2028: Record<string, number> = {
  Upside: 542.103,
  Downside: 354.523,
  'Credit crunch': 383.838,
  'Vendor pull-back': 423.274,
  'Power-constrained': 361.085,
};

/** Half a unit in the sixth significant digit. */
const sixDigits = 5.1e-6;

function expectClose(value: unknown, expected: number, what: string): void {
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

  test.each(Object.entries(probableBy2028))(
    'probable cash by 2028 in %s, Benchmark',
    (scenario, expected) => {
      choose(scenario, 'Benchmark');
      expectClose(workbook.namedValue('probable_by_2028'), expected, scenario);
    },
  );

  test('every headline figure has an expected result', () => {
    const headlines = workbook.document.names.filter((name) => name.headline).map((name) => name.name);
    expect(headlines.toSorted()).toEqual(Object.keys(base).toSorted());
  });

  test('payments and vendor money by year, Base', () => {
    const years = (row: string) => {
      const { sheet, range } = workbook.name(row) ?? {
        sheet: '',
        range: { top: 0, left: 0, bottom: 0, right: 0 },
      };
      return workbook.rangeValues(sheet, { ...range, left: range.left + 1, right: range.left + 4 })[0] ?? [];
    };
    [10.9488, 18.9824, 26.3538, 27.7444].forEach((expected, index) =>
      expectClose(years('openai_payments')[index], expected, `Seed ${2025 + index}`),
    );
    choose('Base', 'Benchmark');
    [5.68105, 29.9903, 68.7972, 129.15].forEach((expected, index) =>
      expectClose(years('openai_payments')[index], expected, `Benchmark ${2025 + index}`),
    );
    [2, 33.75, 10.25, 7].forEach((expected, index) =>
      expectClose(years('vendor_funding')[index], expected, `vendors ${2025 + index}`),
    );
  });

  test('what the second document itemises, explains and implies', () => {
    expectClose(workbook.namedValue('seed_itemised'), 713, 'itemised');
    expectClose(workbook.namedValue('seed_unexplained'), 287, 'unexplained');
    expectClose(workbook.namedValue('seed_private_credit_share'), 0.26666666666666666, 'private credit');
    expectClose(workbook.namedValue('seed_amd_per_gw'), 16.666666666666668, 'AMD per GW');
  });

  test('2025 and the first half of 2026 do not differ by scenario', () => {
    const spent = () => ['spending_net_2025'].map((name) => workbook.namedValue(name));
    const before = spent();
    for (const scenario of Object.keys(probableBy2028)) {
      choose(scenario, 'Seed');
      expect(spent(), scenario).toEqual(before);
    }
  });

  test.each(['Seed', 'Benchmark', 'User'])('every check holds in every scenario, basis %s', (basis) => {
    for (const scenario of ['Base', ...Object.keys(probableBy2028)]) {
      choose(scenario, basis);
      expect(workbook.namedValue('checks_failed'), scenario).toBe(0);
    }
  });

  test('no cell of the model shows an error', () => {
    for (const { name } of workbook.document.sheets) {
      for (const row of workbook.sheetValues(name))
        for (const value of row) expect(value === null || typeof value !== 'object', name).toBe(true);
    }
  });
});
