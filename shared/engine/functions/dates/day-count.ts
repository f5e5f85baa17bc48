import type { CellError } from 'hyperformula';
import { calendarDay, dateSerial, daysInMonth, type CalendarDay } from '../../../workbook/excel-date.ts';
import { notANumber } from '../excel-values.ts';

/*
 * How many days and years lie between two dates, as Excel's YEARFRAC, DAYS360 and securities count
 * them. Dates are whole serial numbers of days that Excel has. Sources: David A. Wheeler, "YEARFRAC
 * Incompatibilities between Excel 2007 and OOXML", which was checked against Excel and confirmed by
 * Microsoft; [MS-OI29500] on the securities functions; Microsoft, "DAYS360 function".
 */

/**
 * How days are counted: 0 months of 30 days as in the United States (NASD), 1 actual days and years,
 * 2 actual days in years of 360, 3 actual days in years of 365, 4 months of 30 days as in Europe.
 */
export type DayCountBasis = 0 | 1 | 2 | 3 | 4;

/** The basis that an argument names; its fraction does not count. */
export function dayCountBasis(argument: number): DayCountBasis | CellError {
  const basis = Math.trunc(argument);
  return basis === 0 || basis === 1 || basis === 2 || basis === 3 || basis === 4
    ? basis
    : notANumber('basis must be 0, 1, 2, 3 or 4');
}

/** The calendar day of a serial number that is known to have one. */
export function dayOf(serial: number): CalendarDay {
  const day = calendarDay(serial);
  if (day === undefined) throw new Error(`Excel has no day with the serial number ${serial}`);
  return day;
}

export function isEndOfMonth({ year, month, day }: CalendarDay): boolean {
  return day === daysInMonth(year, month);
}

function isEndOfFebruary(date: CalendarDay): boolean {
  return date.month === 2 && isEndOfMonth(date);
}

function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

/** Days between two dates whose months are all of 30 days, once the days of the month have been adjusted. */
function daysOf30(start: CalendarDay, startDay: number, end: CalendarDay, endDay: number): number {
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + endDay - startDay;
}

function europeanDays(start: CalendarDay, end: CalendarDay): number {
  return daysOf30(start, Math.min(start.day, 30), end, Math.min(end.day, 30));
}

/**
 * Days between two dates in months of 30 days, as basis 0 counts them. A coupon period, which begins
 * and ends on the same day of a month, has its end adjusted whatever its start.
 */
export function nasdDays(startSerial: number, endSerial: number, couponPeriod = false): number {
  const [start, end] = [dayOf(startSerial), dayOf(endSerial)];
  const fromEndOfFebruary = isEndOfFebruary(start);
  let endDay = end.day;
  if (isEndOfFebruary(end) && (fromEndOfFebruary || couponPeriod)) endDay = 30;
  // A start at the end of February counts as the 30th, yet leaves an end on the 31st alone.
  if (endDay === 31 && (start.day >= 30 || couponPeriod)) endDay = 30;
  return daysOf30(start, fromEndOfFebruary ? 30 : Math.min(start.day, 30), end, endDay);
}

/**
 * DAYS360: like basis 4, or like basis 0 but for February: an end on its last day stays, and a start
 * on its last day turns an end on the 31st into the 30th. Negative where the end comes first.
 */
export function days360(startSerial: number, endSerial: number, european: boolean): number {
  const [start, end] = [dayOf(startSerial), dayOf(endSerial)];
  if (european) return europeanDays(start, end);
  const startDay = isEndOfMonth(start) ? 30 : start.day;
  return daysOf30(start, startDay, end, end.day === 31 && startDay === 30 ? 30 : end.day);
}

/** Days from one date to another that is not before it. */
export function daysBetween(start: number, end: number, basis: DayCountBasis): number {
  if (basis === 0) return nasdDays(start, end);
  return basis === 4 ? europeanDays(dayOf(start), dayOf(end)) : end - start;
}

/** Whether the end is at most on the same day of the year after the start's. */
function isWithinAYear(start: CalendarDay, end: CalendarDay): boolean {
  if (start.year === end.year) return true;
  if (end.year !== start.year + 1) return false;
  return start.month > end.month || (start.month === end.month && start.day >= end.day);
}

/** Whether dates within a year have a 29 February between them, or are one. */
function haveLeapDay(start: CalendarDay, end: CalendarDay): boolean {
  if (start.year !== end.year && isLeapYear(start.year)) return start.month <= 2;
  return isLeapYear(end.year) && (end.month > 2 || (end.month === 2 && end.day === 29));
}

/**
 * Days of the year by which days between two dates are divided; the end is not before the start.
 * With actual years: within a year 366 where both dates are in one leap year or have a 29 February
 * between them, else 365; beyond a year the average of all calendar years that the dates touch.
 */
export function daysInYear(startSerial: number, endSerial: number, basis: DayCountBasis): number {
  if (basis === 3) return 365;
  if (basis !== 1) return 360;
  const [start, end] = [dayOf(startSerial), dayOf(endSerial)];
  if (!isWithinAYear(start, end)) {
    const days = dateSerial(end.year + 1, 1, 1) - dateSerial(start.year, 1, 1);
    return days / (end.year - start.year + 1);
  }
  const inOneLeapYear = start.year === end.year && isLeapYear(start.year);
  return inOneLeapYear || haveLeapDay(start, end) ? 366 : 365;
}

/** YEARFRAC: the part of a year, or the years, between two dates in either order. */
export function yearFraction(first: number, second: number, basis: DayCountBasis): number {
  const [start, end] = first <= second ? [first, second] : [second, first];
  return daysBetween(start, end, basis) / daysInYear(start, end, basis);
}
