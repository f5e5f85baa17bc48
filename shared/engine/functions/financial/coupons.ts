import { CellError } from 'hyperformula';
import { dateSerial, daysInMonth } from '../../../workbook/excel-date.ts';
import { daysBetween, dayOf, isEndOfMonth, nasdDays, type DayCountBasis } from '../dates/day-count.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import { basis, date, financialFunction, frequency, type FinancialValues } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/*
 * The dates on which a bond pays its coupons, counted back from its maturity. Sources: Microsoft,
 * "COUPDAYBS function" and its siblings; the day counts are those of [MS-OI29500].
 */

/** The period between two coupons in which a bond is settled. */
export interface CouponPeriod {
  /** The coupon on or before the settlement, and the one after it. */
  readonly previous: number;
  readonly next: number;
  /** Coupons still to be paid. */
  readonly remaining: number;
  /** Days from the previous coupon to the settlement. */
  readonly elapsed: number;
  /** Days of the whole period. */
  readonly days: number;
}

/** No coupon period is longer: what it begins or ends with is at most so many days from a day within it. */
export const longestPeriod = 366;

/** A day some months on or, below 0, back; the last day of a month where `atEndOfMonth` or the month is too short. */
export function monthsFrom(serial: number, months: number, atEndOfMonth: boolean): number {
  const { year, month, day } = dayOf(serial);
  const last = daysInMonth(year, month + months);
  return dateSerial(year, month + months, atEndOfMonth ? last : Math.min(day, last));
}

/** The coupon that is paid some coupons before maturity: at the end of its month if maturity is. */
function couponBefore(
  maturity: number,
  coupons: number,
  couponsAYear: number,
  atEndOfMonth = isEndOfMonth(dayOf(maturity)),
): number {
  return monthsFrom(maturity, (-coupons * 12) / couponsAYear, atEndOfMonth);
}

/** How many coupons are paid after a day and until maturity, which is later. */
export function couponsAfter(settlement: number, maturity: number, couponsAYear: number): number {
  const [from, to] = [dayOf(settlement), dayOf(maturity)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const coupons = Math.max(1, Math.floor((months * couponsAYear) / 12));
  return couponBefore(maturity, coupons, couponsAYear) > settlement ? coupons + 1 : coupons;
}

/** Days of a coupon period: a part of a year of 360 or 365 days or, with basis 1, those of the calendar. */
export function couponDays(
  previous: number,
  next: number,
  couponsAYear: number,
  dayCount: DayCountBasis,
): number {
  if (dayCount === 1) return next - previous;
  return (dayCount === 3 ? 365 : 360) / couponsAYear;
}

/** The coupon period of a settlement before maturity; `#NUM!` when it begins before Excel's calendar. */
export function couponPeriod(
  settlement: number,
  maturity: number,
  couponsAYear: number,
  dayCount: DayCountBasis,
): CouponPeriod | CellError {
  const remaining = couponsAfter(settlement, maturity, couponsAYear);
  const previous = couponBefore(maturity, remaining, couponsAYear);
  if (previous < 0) return notANumber('settlement must not be before the first coupon after 1899');
  const next = couponBefore(maturity, remaining - 1, couponsAYear);
  return {
    previous,
    next,
    remaining,
    elapsed: daysBetween(previous, settlement, dayCount),
    days: couponDays(previous, next, couponsAYear, dayCount),
  };
}

/**
 * Days of a coupon period as COUPDAYS counts them with basis 1. Unlike the prices, and the days before
 * and after the settlement, Excel's COUPDAYS does not know that coupons are paid at the end of a
 * month: it begins on the day of the month of maturity, and ends on the day on which it has begun.
 */
function calendarDays(settlement: number, maturity: number, couponsAYear: number): number {
  const after = couponsAfter(settlement, maturity, couponsAYear);
  const nearer = couponBefore(maturity, after - 1, couponsAYear, false);
  const start = nearer <= settlement ? nearer : couponBefore(maturity, after, couponsAYear, false);
  return monthsFrom(start, 12 / couponsAYear, false) - start;
}

const takes = [date('settlement'), date('maturity'), frequency, basis] as const;
type Arguments = FinancialValues<(typeof takes)[number]['name']>;

function ofPeriod(part: (period: CouponPeriod, values: Arguments) => number): ExcelFunction {
  return financialFunction(takes, ['settlement', 'maturity'], (values): EngineValue => {
    const period = couponPeriod(values.settlement, values.maturity, values.frequency, values.basis);
    return period instanceof CellError ? period : part(period, values);
  });
}

/** With basis 0 what is left of the whole period, whose end is adjusted whatever its start. */
function daysToNext({ previous, next, elapsed }: CouponPeriod, values: Arguments): number {
  return values.basis === 0
    ? nasdDays(previous, next, true) - elapsed
    : daysBetween(values.settlement, next, values.basis);
}

/** Dates and days of a bond's coupons. */
export const couponFunctions = excelFunctions({
  COUPDAYBS: ofPeriod(({ elapsed }) => elapsed),
  COUPDAYS: ofPeriod(({ days }, values) =>
    values.basis === 1 ? calendarDays(values.settlement, values.maturity, values.frequency) : days,
  ),
  COUPDAYSNC: ofPeriod(daysToNext),
  COUPNCD: ofPeriod(({ next }) => next),
  COUPNUM: ofPeriod(({ remaining }) => remaining),
  COUPPCD: ofPeriod(({ previous }) => previous),
});
