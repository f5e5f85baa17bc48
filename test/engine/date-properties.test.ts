import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellValue } from '../../shared/workbook/document.ts';

/** The values of formulas, all worked out by one engine. */
function valuesOf(formulas: readonly string[]): CellValue[] {
  const engine = Engine.build([{ name: 'S', rows: formulas.map((formula) => [formula]) }], []);
  const values = formulas.map((_, row) => engine.value({ sheet: 'S', row, column: 0 }));
  engine.destroy();
  return values;
}

/** Days of each month of 1900 to 2101 by the rule of leap years and the one that Excel has in 1900. */
const monthLengths = Array.from({ length: 202 * 12 }, (_, index) => {
  const [year, month] = [1900 + Math.floor(index / 12), index % 12];
  const leap = year === 1900 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
});
/** The serial number of the last day of each month. */
const monthEnds = monthLengths.reduce<number[]>((ends, length) => [...ends, (ends.at(-1) ?? 0) + length], []);
const lastOf = (month: number) => monthEnds[month] ?? NaN;
const serialOf = (month: number, day: number) =>
  lastOf(month) - (monthLengths[month] ?? NaN) + Math.min(day, monthLengths[month] ?? NaN);

test('EDATE and EOMONTH over all months of 1900 to 2100', () => {
  const asked = Array.from({ length: 201 * 12 }, (_, month) => month).flatMap((month) =>
    [1, monthLengths[month] ?? 0].flatMap((day) =>
      [-13, -1, 1].filter((months) => month + months >= 0).map((months) => ({ month, day, months })),
    ),
  );
  const starts = asked.map(({ month, day, months }) => `${serialOf(month, day)},${months}`);
  const moved = asked.map(({ month, day, months }) => serialOf(month + months, day));
  const ends = asked.map(({ month, months }) => lastOf(month + months));
  expect(valuesOf(starts.map((start) => `=EDATE(${start})`))).toEqual(moved);
  expect(valuesOf(starts.map((start) => `=EOMONTH(${start})`))).toEqual(ends);
});

test('YEAR, MONTH and DAY of the last and the first day of every month', () => {
  const months = Array.from({ length: 201 * 12 }, (_, month) => month);
  const parts = (serial: number) => `=YEAR(${serial})*10000+MONTH(${serial})*100+DAY(${serial})`;
  const written = (month: number, day: number) =>
    (1900 + Math.floor(month / 12)) * 10_000 + ((month % 12) + 1) * 100 + day;
  expect(valuesOf(months.map((month) => parts(lastOf(month))))).toEqual(
    months.map((month) => written(month, monthLengths[month] ?? 0)),
  );
  expect(valuesOf(months.map((month) => parts(lastOf(month) + 1)))).toEqual(
    months.map((month) => written(month + 1, 1)),
  );
});

const serial = fc.integer({ min: 100, max: 70_000 });
const weekend = fc
  .array(fc.constantFrom('0', '1'), { minLength: 7, maxLength: 7 })
  .map((days) => days.join(''))
  .filter((days) => days.includes('0'));
const holidays = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 8 });

interface Calendar {
  readonly days: string;
  readonly free: ReadonlySet<number>;
}

/** Whether a day is worked; serial number 2 is a Monday. */
function isWorked(day: number, { days, free }: Calendar): boolean {
  return days[(day - 2) % 7] === '0' && !free.has(day);
}

/** Holidays as an array constant, of which at least one is never a day asked for. */
const written = (free: Iterable<number>) => `{${[1, ...free].join(',')}}`;

test('NETWORKDAYS.INTL counts the days worked, and WORKDAY.INTL steps over them', () => {
  fc.assert(
    fc.property(
      serial,
      fc.integer({ min: 0, max: 80 }),
      weekend,
      holidays,
      (start, length, days, offsets) => {
        const free = new Set(offsets.map((offset) => start + offset));
        const calendar = { days, free };
        const span = Array.from({ length: length + 1 }, (_, index) => start + index);
        const count = span.filter((day) => isWorked(day, calendar)).length;
        const rest = `"${days}",${written(free)}`;
        const [forth, back] = valuesOf([
          `=NETWORKDAYS.INTL(${start},${start + length},${rest})`,
          `=NETWORKDAYS.INTL(${start + length},${start},${rest})`,
        ]);
        expect(forth).toBe(count);
        expect(back).toBe(length === 0 || count === 0 ? count : -count);
        const worked = Array.from({ length: 900 }, (_, index) => start + 1 + index).filter((day) =>
          isWorked(day, calendar),
        );
        const steps = [1, 2, 5, 40];
        const reached = steps.map((step) => worked[step - 1]);
        expect(valuesOf(steps.map((step) => `=WORKDAY.INTL(${start},${step},${rest})`))).toEqual(reached);
        const before = Array.from({ length: 900 }, (_, index) => start + 89 - index).filter((day) =>
          isWorked(day, calendar),
        );
        if (start < 1000) return;
        expect(valuesOf(steps.map((step) => `=WORKDAY.INTL(${start + 90},${-step},${rest})`))).toEqual(
          steps.map((step) => before[step - 1]),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('WORKDAY there and back ends where it began, on a day worked', () => {
  fc.assert(
    fc.property(serial, fc.integer({ min: 1, max: 400 }), (start, days) => {
      const day = `WORKDAY(${start},1)`;
      const [begun, again, counted] = valuesOf([
        `=${day}`,
        `=WORKDAY(WORKDAY(${day},${days}),-${days})`,
        `=NETWORKDAYS(${day},WORKDAY(${day},${days}))`,
      ]);
      expect(again).toBe(begun);
      expect(counted).toBe(days + 1);
    }),
    { numRuns: 40 },
  );
});

test('YEARFRAC is the same in both directions, and 0 from a day to itself', () => {
  fc.assert(
    fc.property(serial, serial, fc.integer({ min: 0, max: 4 }), (one, other, basis) => {
      const [forth, back, none] = valuesOf([
        `=YEARFRAC(${one},${other},${basis})`,
        `=YEARFRAC(${other},${one},${basis})`,
        `=YEARFRAC(${one},${one},${basis})`,
      ]);
      expect(forth).toBe(back);
      expect(none).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('ISO weeks: WEEKNUM in numbering 21 is ISOWEEKNUM, and the week of 4 January is the first', () => {
  fc.assert(
    fc.property(serial, fc.integer({ min: 1901, max: 2099 }), (day, year) => {
      const [one, other, first, from, to] = valuesOf([
        `=WEEKNUM(${day},21)`,
        `=ISOWEEKNUM(${day})`,
        `=ISOWEEKNUM(DATE(${year},1,4))`,
        `=ISOWEEKNUM(${day}-WEEKDAY(${day},3))`,
        `=ISOWEEKNUM(${day}-WEEKDAY(${day},3)+6)`,
      ]);
      expect(one).toBe(other);
      expect(first).toBe(1);
      // From Monday to Sunday it is one week.
      expect([from, to]).toEqual([other, other]);
    }),
    { numRuns: 40 },
  );
});

test('DATEDIF: months are years and months beside them, and lead to the day but for the days beside months', () => {
  fc.assert(
    fc.property(serial, fc.integer({ min: 0, max: 20_000 }), (start, length) => {
      const unit = (name: string) => `DATEDIF(${start},${start + length},"${name}")`;
      const [months, together, days, inYear] = valuesOf([
        `=${unit('M')}`,
        `=${unit('Y')}*12+${unit('YM')}`,
        `=${unit('D')}`,
        `=${unit('YD')}`,
      ]);
      expect(months).toBe(together);
      expect(days).toBe(length);
      expect(inYear).toBeGreaterThanOrEqual(0);
      expect(inYear).toBeLessThanOrEqual(366);
    }),
    { numRuns: 40 },
  );
});
