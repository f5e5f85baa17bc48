import { afterEach, expect, test, vi } from 'vitest';
import { dateSerial } from '../../../shared/workbook/excel-date.ts';
import {
  filterPeriods,
  periodTest,
  todaySerial,
  type FilterPeriod,
} from '../../../shared/workbook/filter/date-periods.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Thursday 13 February 2025. */
const today = dateSerial(2025, 2, 13);

/** The days of four years that lie in a period: the first, the last and how many. */
function daysOf(period: FilterPeriod, on = today): string {
  const isInside = periodTest(period, on);
  const days = Array.from({ length: 1500 }, (_, index) => dateSerial(2023, 1, 1) + index).filter(isInside);
  // The last second of a day is of that day.
  expect(days.every((day) => isInside(day + 0.999))).toBe(true);
  const text = (serial = 0) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  return `${text(days[0])} ${text(days.at(-1))} ${days.length}`;
}

test.each<[FilterPeriod, string]>([
  ['tomorrow', '2025-02-14 2025-02-14 1'],
  ['today', '2025-02-13 2025-02-13 1'],
  ['yesterday', '2025-02-12 2025-02-12 1'],
  ['nextWeek', '2025-02-16 2025-02-22 7'],
  ['thisWeek', '2025-02-09 2025-02-15 7'],
  ['lastWeek', '2025-02-02 2025-02-08 7'],
  ['nextMonth', '2025-03-01 2025-03-31 31'],
  ['thisMonth', '2025-02-01 2025-02-28 28'],
  ['lastMonth', '2025-01-01 2025-01-31 31'],
  ['nextQuarter', '2025-04-01 2025-06-30 91'],
  ['thisQuarter', '2025-01-01 2025-03-31 90'],
  ['lastQuarter', '2024-10-01 2024-12-31 92'],
  ['nextYear', '2026-01-01 2026-12-31 365'],
  ['thisYear', '2025-01-01 2025-12-31 365'],
  ['lastYear', '2024-01-01 2024-12-31 366'],
  ['yearToDate', '2025-01-01 2025-02-13 44'],
])('%s', (period, days) => {
  expect(daysOf(period)).toBe(days);
});

test('weeks begin on Sunday, and months run over into the next year', () => {
  expect(daysOf('thisWeek', dateSerial(2025, 2, 9))).toBe('2025-02-09 2025-02-15 7');
  expect(daysOf('thisWeek', dateSerial(2025, 2, 8))).toBe('2025-02-02 2025-02-08 7');
  expect(daysOf('nextMonth', dateSerial(2025, 12, 31))).toBe('2026-01-01 2026-01-31 31');
  expect(daysOf('nextQuarter', dateSerial(2025, 12, 31))).toBe('2026-01-01 2026-03-31 90');
});

test('quarters and months of any year', () => {
  const tests = filterPeriods.map((period) => [period, periodTest(period, today)] as const);
  const holding = (serial: number) =>
    tests.flatMap(([period, holds]) => (/^[QM][0-9]/.test(period) && holds(serial) ? [period] : []));
  expect(holding(dateSerial(1999, 12, 31))).toEqual(['Q4', 'M12']);
  expect(holding(dateSerial(2040, 4, 1) + 0.5)).toEqual(['Q2', 'M4']);
  expect(holding(-1)).toEqual([]);
});

test('today is that of the clock of the machine', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 23, 59, 59) });
  expect(todaySerial()).toBe(dateSerial(2026, 11, 22));
});
