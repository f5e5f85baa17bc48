import { calendarDay, dateSerial, daysInMonth } from '../../../shared/workbook/excel-date.ts';
import { isElapsedTimeFormat } from '../../../shared/workbook/number-format.ts';
import { linearTrend } from './linear-trend.ts';

/**
 * How dates or times of day go on, as a function of the place counted from the first. One goes on by
 * the smallest part of a date that its format shows: a day, a month or a year; a time by an hour.
 * Several go on by months where they are all the same day of a month or all the last one, otherwise
 * by their trend.
 */
export function dateSeries(serials: readonly number[], format: string): (place: number) => number {
  const [first = 0] = serials;
  if (serials.length > 1) return monthSteps(serials) ?? linearTrend(serials);
  const series = {
    hour: (place: number) => Number((first + place / 24).toPrecision(15)),
    day: (place: number) => first + place,
    month: (place: number) => monthsLater(first, place, false),
    year: (place: number) => monthsLater(first, 12 * place, false),
  };
  return series[shownUnit(format)];
}

function shownUnit(format: string): 'hour' | 'day' | 'month' | 'year' {
  if (isElapsedTimeFormat(format)) return 'hour';
  const codes = format.toLowerCase().replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|am\/pm|a\/p/g, '');
  if (codes.includes('d')) return 'day';
  if (/[hs]/.test(codes) && !codes.includes('y')) return 'hour';
  if (codes.includes('m')) return 'month';
  return codes.includes('y') ? 'year' : 'day';
}

/** Steps of as many months each; undefined where the dates are not of this kind. */
function monthSteps(serials: readonly number[]): ((place: number) => number) | undefined {
  const days = serials.map((serial) => ({ ...calendarDay(serial), timeOfDay: serial - Math.floor(serial) }));
  const months = days.map(({ year, month }) =>
    year === undefined || month === undefined ? Number.NaN : year * 12 + month,
  );
  const [first = 0, second = 0] = months;
  const step = second - first;
  const isEven = months.every((month, index) => month === first + index * step);
  if (!isEven || step === 0 || days.some(({ timeOfDay }) => timeOfDay !== days[0]?.timeOfDay))
    return undefined;
  const areLast = serials.every(isLastOfMonth);
  if (!areLast && days.some(({ day }) => day !== days[0]?.day)) return undefined;
  return (place) => monthsLater(serials[0] ?? 0, place * step, areLast);
}

function isLastOfMonth(serial: number): boolean {
  const date = calendarDay(serial);
  return date !== undefined && date.day === daysInMonth(date.year, date.month);
}

/** The same day so many months later, or the last day of that month where it has fewer. */
function monthsLater(serial: number, months: number, isLast: boolean): number {
  const date = calendarDay(serial);
  if (!date) return serial;
  const month = date.month + months;
  const days = daysInMonth(date.year, month);
  const day = isLast ? days : Math.min(date.day, days);
  return dateSerial(date.year, month, day) + (serial - Math.floor(serial));
}
