import { monthsFrom } from './coupons.ts';
import { daysBetween, daysInYear } from '../dates/day-count.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import {
  basis,
  date,
  financialFunction,
  notNegative,
  positive,
  positiveUnlessEmpty,
  type FinancialArgument,
} from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/*
 * Securities without coupons: sold at a discount, or paying all interest at maturity. Sources:
 * Microsoft, "DISC function", "PRICEMAT function", "TBILLEQ function" and their siblings.
 */

const tradeDates = [date('settlement'), date('maturity')] as const;
const untilMaturity = ['settlement', 'maturity'] as const;

/** A security sold at a discount: what is calculated from two amounts and the years to maturity. */
function discounted<First extends string, Second extends string>(
  first: FinancialArgument<First>,
  second: FinancialArgument<Second>,
  calculate: (first: number, second: number, years: number) => EngineValue,
): ExcelFunction {
  const takes: readonly FinancialArgument<'settlement' | 'maturity' | 'basis' | First | Second>[] = [
    ...tradeDates,
    first,
    second,
    basis,
  ];
  return financialFunction(takes, untilMaturity, (values) => {
    const { settlement, maturity, basis: dayCount } = values;
    const years = daysBetween(settlement, maturity, dayCount) / daysInYear(settlement, maturity, dayCount);
    return calculate(values[first.name], values[second.name], years);
  });
}

/** A security that pays its interest at maturity, with the years from its issue, all by the year of the settlement. */
function paidAtMaturity<Name extends string>(
  given: FinancialArgument<Name>,
  calculate: (rate: number, given: number, accrued: number, toCome: number) => number,
): ExcelFunction {
  const takes: readonly FinancialArgument<'settlement' | 'maturity' | 'issue' | 'rate' | 'basis' | Name>[] = [
    ...tradeDates,
    date('issue'),
    notNegative('rate'),
    given,
    basis,
  ];
  return financialFunction(takes, untilMaturity, (values) => {
    const { settlement, maturity, issue, rate, basis: dayCount } = values;
    if (issue > settlement) return notANumber('issue must not be after settlement');
    const year = daysInYear(issue, settlement, dayCount);
    const accrued = daysBetween(issue, settlement, dayCount) / year;
    const toCome = daysBetween(issue, maturity, dayCount) / year - accrued;
    return calculate(rate, values[given.name], accrued, toCome);
  });
}

/** A treasury bill, which matures within a year: what is calculated from a number and the days to maturity. */
function treasuryBill<Name extends string>(
  given: FinancialArgument<Name>,
  calculate: (given: number, days: number) => EngineValue,
): ExcelFunction {
  const takes: readonly FinancialArgument<'settlement' | 'maturity' | Name>[] = [...tradeDates, given];
  return financialFunction(takes, untilMaturity, (values) => {
    const { settlement, maturity } = values;
    if (maturity > monthsFrom(settlement, 12, false))
      return notANumber('maturity must be within a year of settlement');
    return calculate(values[given.name], maturity - settlement);
  });
}

/** The price of a treasury bill at a discount, which must leave something of it. */
function billPrice(discount: number, days: number): EngineValue {
  const price = 100 * (1 - (discount * days) / 360);
  return price > 0 ? price : notANumber('discount must leave a price above 0');
}

/** The yield of a bond that is worth as much as a treasury bill. Beyond half a year it would pay a coupon in between. */
function bondEquivalentYield(discount: number, days: number): EngineValue {
  const price = 1 - (discount * days) / 360;
  if (price <= 0) return notANumber('discount must leave a price above 0');
  if (days <= 182) return (365 * discount) / (360 - discount * days);
  const years = days / (days === 366 ? 366 : 365);
  const beyondHalf = 2 * years - 1;
  return (2 * (Math.sqrt(years ** 2 - beyondHalf * (1 - 1 / price)) - years)) / beyondHalf;
}

/** Securities without coupons. */
export const discountSecurityFunctions = excelFunctions({
  ACCRINTM: financialFunction(
    [date('issue'), date('settlement'), positive('rate'), positiveUnlessEmpty('par', 1000), basis],
    ['issue', 'settlement'],
    ({ issue, settlement, rate, par, basis: dayCount }) =>
      (par * rate * daysBetween(issue, settlement, dayCount)) / daysInYear(issue, settlement, dayCount),
  ),
  DISC: discounted(
    positive('pr'),
    positive('redemption'),
    (price, redemption, years) => (redemption - price) / redemption / years,
  ),
  INTRATE: discounted(
    positive('investment'),
    positive('redemption'),
    (investment, redemption, years) => (redemption - investment) / investment / years,
  ),
  PRICEDISC: discounted(
    positive('discount'),
    positive('redemption'),
    (discount, redemption, years) => redemption - discount * redemption * years,
  ),
  PRICEMAT: paidAtMaturity(
    notNegative('yld'),
    (rate, annualYield, accrued, toCome) =>
      (100 * (1 + (accrued + toCome) * rate)) / (1 + toCome * annualYield) - 100 * accrued * rate,
  ),
  RECEIVED: discounted(positive('investment'), positive('discount'), (investment, discount, years) =>
    discount * years < 1
      ? investment / (1 - discount * years)
      : notANumber('discount must leave something of what is received'),
  ),
  TBILLEQ: treasuryBill(positive('discount'), bondEquivalentYield),
  TBILLPRICE: treasuryBill(positive('discount'), billPrice),
  TBILLYIELD: treasuryBill(positive('pr'), (price, days) => (((100 - price) / price) * 360) / days),
  YIELDDISC: discounted(
    positive('pr'),
    positive('redemption'),
    (price, redemption, years) => (redemption - price) / price / years,
  ),
  YIELDMAT: paidAtMaturity(positive('pr'), (rate, price, accrued, toCome) => {
    const paid = price / 100 + accrued * rate;
    return (1 + (accrued + toCome) * rate - paid) / paid / toCome;
  }),
});
