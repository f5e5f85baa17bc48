import { CellError } from 'hyperformula';
import { daysInMonth, lastDateSerial } from '../../../workbook/excel-date.ts';
import { couponPeriod, couponsAfter, longestPeriod, monthsFrom } from './coupons.ts';
import { daysBetween, dayOf, isEndOfMonth, nasdDays, type DayCountBasis } from '../dates/day-count.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import {
  basis,
  date,
  financialFunction,
  frequency,
  notNegative,
  positive,
  type FinancialArgument,
} from './financial-arguments.ts';
import { fallingRoot } from './root-search.ts';

/*
 * Bonds whose first or last coupon period is shorter or longer than the others. Sources: Microsoft,
 * "ODDFPRICE function", "ODDLPRICE function" and "ODDLYIELD function"; where they are silent, what
 * Excel 2010 calculates. Each period begins on the day of the month on which the last one has ended,
 * so that those after a short month stay with its last day.
 */

/** Days between two dates, none when the end comes first. */
function daysUntil(start: number, end: number, dayCount: DayCountBasis): number {
  return start < end ? Math.max(0, daysBetween(start, end, dayCount)) : 0;
}

/**
 * Whole coupon periods between the settlement and the first coupon, as Excel counts them: on from the
 * settlement, or, where the first coupon comes at the end of a month, from the end of the settlement's
 * month, which then counts one period more.
 */
function wholePeriods(settlement: number, first: number, couponsAYear: number): number {
  const { year, month, day } = dayOf(first);
  const nearEnd = month !== 2 && day > 28 && day < daysInMonth(year, month);
  const atEndOfMonth = isEndOfMonth(dayOf(nearEnd ? settlement : first));
  const start = monthsFrom(settlement, 0, atEndOfMonth);
  let periods = settlement < start ? 1 : 0;
  let coupon = monthsFrom(start, 12 / couponsAYear, atEndOfMonth);
  while (coupon < first) {
    coupon = monthsFrom(coupon, 12 / couponsAYear, atEndOfMonth);
    periods++;
  }
  return periods;
}

interface OddFirst {
  readonly settlement: number;
  readonly maturity: number;
  readonly issue: number;
  readonly first_coupon: number;
  readonly rate: number;
  readonly redemption: number;
  readonly frequency: number;
  readonly basis: DayCountBasis;
}

/** Payments of a bond with an odd first period, in coupons and periods. */
interface OddFirstPayments {
  /** The first coupon, as a part of a regular one, and the part of it that has accrued. */
  readonly first: number;
  readonly accrued: number;
  /** Periods from the settlement to the first coupon. */
  readonly wait: number;
  /** Regular coupons after it. */
  readonly regular: number;
}

/** The first coupon is counted in regular periods back from it. */
function oddFirstPayments(values: OddFirst): OddFirstPayments | CellError {
  const {
    settlement,
    maturity,
    issue,
    first_coupon: first,
    frequency: couponsAYear,
    basis: dayCount,
  } = values;
  const period = couponPeriod(settlement, first, couponsAYear, dayCount);
  if (period instanceof CellError) return period;
  const regular = couponsAfter(first, maturity, couponsAYear);
  const firstDays = daysUntil(issue, first, dayCount);
  if (firstDays < period.days) {
    return {
      first: firstDays / period.days,
      accrued: daysUntil(issue, settlement, dayCount) / period.days,
      wait: daysUntil(settlement, first, dayCount) / period.days,
      regular,
    };
  }
  const toNext = dayCount === 2 || dayCount === 3 ? period.next - settlement : period.days - period.elapsed;
  const coupons = couponsAfter(issue, first, couponsAYear);
  let [firstCoupons, accrued, late] = [0, 0, first];
  for (let back = 0; back < coupons; back++) {
    const early = monthsFrom(late, -12 / couponsAYear, false);
    const days = dayCount === 1 ? late - early : period.days;
    firstCoupons += back < coupons - 1 ? 1 : daysUntil(issue, late, dayCount) / days;
    accrued += daysUntil(Math.max(issue, early), Math.min(settlement, late), dayCount) / days;
    late = early;
  }
  const wait = wholePeriods(settlement, first, couponsAYear) + toNext / period.days;
  return { first: firstCoupons, accrued, wait, regular };
}

/** Price without accrued interest, at a yield a year. */
function oddFirstPrice(values: OddFirst, payments: OddFirstPayments, annualYield: number): number {
  const coupon = (100 * values.rate) / values.frequency;
  const factor = 1 / (1 + annualYield / values.frequency);
  let worth = values.redemption;
  for (let paid = 0; paid < payments.regular; paid++) worth = (worth + coupon) * factor;
  return (worth + coupon * payments.first) * factor ** payments.wait - coupon * payments.accrued;
}

/** An odd first period: the coupons that follow must lead from the first one to maturity. */
function oddFirstFunction<Name extends 'yld' | 'pr'>(
  given: FinancialArgument<Name>,
  calculate: (values: OddFirst, payments: OddFirstPayments, given: number) => number,
): ExcelFunction {
  const takes: readonly FinancialArgument<keyof OddFirst | Name>[] = [
    date('settlement'),
    date('maturity'),
    date('issue'),
    date('first_coupon'),
    notNegative('rate'),
    given,
    positive('redemption'),
    frequency,
    basis,
  ];
  return financialFunction(takes, ['issue', 'settlement', 'first_coupon', 'maturity'], (values) => {
    const { first_coupon: first, maturity, frequency: couponsAYear } = values;
    if (values.issue <= longestPeriod) return notANumber('issue must be after 1900');
    const schedule = couponPeriod(first, maturity, couponsAYear, values.basis);
    if (schedule instanceof CellError) return schedule;
    if (schedule.previous !== first) return notANumber('first_coupon must be a coupon date of maturity');
    const payments = oddFirstPayments(values);
    return payments instanceof CellError ? payments : calculate(values, payments, values[given.name]);
  });
}

interface OddLast {
  readonly settlement: number;
  readonly maturity: number;
  readonly last_interest: number;
  readonly rate: number;
  readonly redemption: number;
  readonly frequency: number;
  readonly basis: DayCountBasis;
}

/** Coupons of an odd last period, counted in regular periods from its start: in all, accrued, and to come. */
function oddLastCoupons(values: OddLast): { all: number; accrued: number; toCome: number } {
  const { settlement, maturity, last_interest: last, frequency: couponsAYear, basis: dayCount } = values;
  const wholeDays = (start: number, end: number) =>
    dayCount === 0 ? Math.max(0, nasdDays(start, end, true)) : daysUntil(start, end, dayCount);
  const coupons = couponsAfter(last, maturity, couponsAYear);
  let [all, accrued, toCome, early] = [0, 0, 0, last];
  for (let index = 0; index < coupons; index++) {
    const late = monthsFrom(early, 12 / couponsAYear, false);
    const days = wholeDays(early, late);
    const interestDays = index < coupons - 1 ? days : wholeDays(early, maturity);
    all += interestDays / days;
    accrued += (late < settlement ? interestDays : daysUntil(early, settlement, dayCount)) / days;
    toCome += daysUntil(Math.max(settlement, early), Math.min(maturity, late), dayCount) / days;
    early = late;
  }
  return { all, accrued, toCome };
}

function oddLastFunction<Name extends 'yld' | 'pr'>(
  given: FinancialArgument<Name>,
  calculate: (paid: number, accruedInterest: number, periods: number, given: number) => number,
): ExcelFunction {
  const takes: readonly FinancialArgument<keyof OddLast | Name>[] = [
    date('settlement'),
    date('maturity'),
    date('last_interest'),
    notNegative('rate'),
    given,
    positive('redemption'),
    frequency,
    basis,
  ];
  return financialFunction(takes, ['last_interest', 'settlement', 'maturity'], (values) => {
    if (values.maturity > lastDateSerial - longestPeriod) return notANumber('maturity must be before 9999');
    const coupon = (100 * values.rate) / values.frequency;
    const { all, accrued, toCome } = oddLastCoupons(values);
    return calculate(
      values.redemption + coupon * all,
      coupon * accrued,
      toCome / values.frequency,
      values[given.name],
    );
  });
}

/** Bonds with an odd first or last coupon. Interest of the last period is simple. */
export const oddCouponFunctions = excelFunctions({
  ODDFPRICE: oddFirstFunction(notNegative('yld'), oddFirstPrice),
  ODDFYIELD: oddFirstFunction(positive('pr'), (values, payments, price) =>
    fallingRoot((annualYield) => oddFirstPrice(values, payments, annualYield) - price, -values.frequency),
  ),
  ODDLPRICE: oddLastFunction(
    notNegative('yld'),
    (paid, accruedInterest, years, annualYield) => paid / (1 + years * annualYield) - accruedInterest,
  ),
  ODDLYIELD: oddLastFunction(
    positive('pr'),
    (paid, accruedInterest, years, price) => (paid / (price + accruedInterest) - 1) / years,
  ),
});
