import { CellError } from 'hyperformula';
import { couponDays, couponPeriod, longestPeriod, monthsFrom, type CouponPeriod } from './coupons.ts';
import { daysBetween, dayOf, isEndOfMonth, nasdDays, type DayCountBasis } from '../dates/day-count.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import {
  amount,
  basis,
  date,
  financialFunction,
  frequency,
  notNegative,
  positive,
  positiveUnlessEmpty,
} from './financial-arguments.ts';
import { fallingRoot } from './root-search.ts';

/*
 * Bonds that pay a coupon once, twice or four times a year. Sources: Microsoft, "PRICE function",
 * "YIELD function", "DURATION function" and "ACCRINT function"; checked against values that
 * Excel 2010 calculated.
 */

/** What a bond pays, all per 100 of its face value, and when it is bought. */
interface Bond {
  readonly coupon: number;
  readonly redemption: number;
  readonly couponsAYear: number;
  readonly period: CouponPeriod;
}

/** Interest that has accrued since the last coupon. */
function accrued({ coupon, period }: Bond): number {
  return (coupon * period.elapsed) / period.days;
}

/** The part of the coupon period that is still to come. */
function partToCome({ days, elapsed }: CouponPeriod): number {
  return (days - elapsed) / days;
}

/** Price without accrued interest, at a yield a year. With one coupon left interest is simple. */
function priceAt(bond: Bond, annualYield: number): number {
  const { coupon, redemption, couponsAYear, period } = bond;
  const yieldAPeriod = annualYield / couponsAYear;
  const part = partToCome(period);
  if (period.remaining === 1) return (redemption + coupon) / (1 + part * yieldAPeriod) - accrued(bond);
  const factor = 1 / (1 + yieldAPeriod);
  let worth = redemption;
  for (let paid = 1; paid < period.remaining; paid++) worth = (worth + coupon) * factor;
  return (worth + coupon) * factor ** part - accrued(bond);
}

/** The yield at a price: there is always one, because the price falls from infinity as the yield rises. */
function yieldAt(bond: Bond, price: number): number {
  const { coupon, redemption, couponsAYear, period } = bond;
  if (period.remaining === 1) {
    const paid = price + accrued(bond);
    return ((redemption + coupon - paid) / paid) * (couponsAYear / partToCome(period));
  }
  return fallingRoot((annualYield) => priceAt(bond, annualYield) - price, -couponsAYear);
}

/** The average time to a bond's payments, weighted with their worth, in years. Its redemption is 100. */
function durationAt({ coupon, couponsAYear, period }: Bond, annualYield: number): number {
  const growth = 1 + annualYield / couponsAYear;
  const part = partToCome(period);
  let [worth, weighted] = [0, 0];
  for (let index = 0; index < period.remaining; index++) {
    const wait = index + part;
    const payment = (index === period.remaining - 1 ? coupon + 100 : coupon) / growth ** wait;
    worth += payment;
    weighted += payment * wait;
  }
  return weighted / worth / couponsAYear;
}

/** What a bond with these arguments pays and when, per 100 of its face value. */
function bondOf(values: {
  readonly settlement: number;
  readonly maturity: number;
  readonly rate: number;
  readonly redemption: number;
  readonly frequency: number;
  readonly basis: DayCountBasis;
}): Bond | CellError {
  const { settlement, maturity, rate, redemption, frequency: couponsAYear } = values;
  const period = couponPeriod(settlement, maturity, couponsAYear, values.basis);
  if (period instanceof CellError) return period;
  return { coupon: (100 * rate) / couponsAYear, redemption, couponsAYear, period };
}

const tradeDates = [date('settlement'), date('maturity')] as const;
const untilMaturity = ['settlement', 'maturity'] as const;

function durationFunction(adjust: (duration: number, yieldAPeriod: number) => number): ExcelFunction {
  const takes = [...tradeDates, notNegative('coupon'), notNegative('yld'), frequency, basis] as const;
  return financialFunction(takes, untilMaturity, (values) => {
    const bond = bondOf({ ...values, rate: values.coupon, redemption: 100 });
    if (bond instanceof CellError) return bond;
    return adjust(durationAt(bond, values.yld), values.yld / values.frequency);
  });
}

/** Days of a coupon period before the one that is paid next, by which the days of a part of it are divided. */
function earlierPeriodDays(
  start: number,
  end: number,
  couponsAYear: number,
  dayCount: DayCountBasis,
): number {
  if (dayCount === 3) return 365 / couponsAYear;
  return dayCount === 0 || dayCount === 2
    ? nasdDays(start, end, dayCount === 0)
    : daysBetween(start, end, dayCount);
}

/** The arguments of ACCRINT. */
interface AccruedInterest {
  readonly issue: number;
  readonly first_interest: number;
  readonly settlement: number;
  readonly frequency: number;
  readonly basis: DayCountBasis;
  readonly calc_method: number;
}

/**
 * Coupons that have accrued since the issue or, with calc_method FALSE, since the last coupon date.
 * A coupon before the first interest counts whole or, with FALSE, not at all.
 */
function accruedCoupons(values: AccruedInterest): number {
  const { issue, first_interest: first, settlement, frequency: couponsAYear, basis: dayCount } = values;
  const atEndOfMonth = isEndOfMonth(dayOf(first));
  const couponFrom = (coupons: number) => monthsFrom(first, (coupons * 12) / couponsAYear, atEndOfMonth);
  const paidOut = settlement > first;
  const start = paidOut && values.calc_method === 0 ? first : issue;
  const wholeCoupon = paidOut || values.calc_method !== 0 ? 1 : 0;
  let index = -1;
  if (paidOut) while (couponFrom(index + 1) <= settlement) index++;
  let late = couponFrom(index);
  let coupons =
    daysBetween(Math.max(start, late), settlement, dayCount) /
    couponDays(late, couponFrom(index + 1), couponsAYear, dayCount);
  while (late > start) {
    index--;
    const early = couponFrom(index);
    coupons +=
      start <= early
        ? wholeCoupon
        : daysBetween(start, late, dayCount) / earlierPeriodDays(early, late, couponsAYear, dayCount);
    late = early;
  }
  return coupons;
}

/** Bonds with regular coupons. */
export const bondFunctions = excelFunctions({
  ACCRINT: financialFunction(
    [
      date('issue'),
      date('first_interest'),
      date('settlement'),
      positive('rate'),
      positiveUnlessEmpty('par', 1000),
      frequency,
      basis,
      amount('calc_method', 1),
    ],
    ['issue', 'settlement'],
    (values) => {
      if (values.issue <= longestPeriod) return notANumber('issue must be after 1900');
      return ((values.par * values.rate) / values.frequency) * accruedCoupons(values);
    },
  ),
  DURATION: durationFunction((duration) => duration),
  MDURATION: durationFunction((duration, yieldAPeriod) => duration / (1 + yieldAPeriod)),
  PRICE: financialFunction(
    [...tradeDates, notNegative('rate'), notNegative('yld'), positive('redemption'), frequency, basis],
    untilMaturity,
    (values) => {
      const bond = bondOf(values);
      return bond instanceof CellError ? bond : priceAt(bond, values.yld);
    },
  ),
  YIELD: financialFunction(
    [...tradeDates, notNegative('rate'), positive('pr'), positive('redemption'), frequency, basis],
    untilMaturity,
    (values) => {
      const bond = bondOf(values);
      return bond instanceof CellError ? bond : yieldAt(bond, values.pr);
    },
  ),
});
