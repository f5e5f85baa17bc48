import { annuity, early, growth, savings } from './annuities.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import { amount, financialFunction, positive } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/*
 * Loans and savings plans with the same payment every period. Money received is positive, money paid
 * negative. Sources: Microsoft, "PV function" (the equation), "PMT function", "IPMT function" and
 * their siblings.
 */

/** A plan: its rate a period, its number of periods, and what it starts and ends with. */
interface Plan {
  readonly rate: number;
  readonly nper: number;
  readonly pv: number;
  readonly fv: number;
  /** Not 0 where payments come at the start of their period. */
  readonly type: number;
}

function payment({ rate, nper, pv, fv, type }: Plan): number {
  if (rate === 0) return -(pv + fv) / nper;
  // At a high rate what 1 becomes is beyond all numbers, at one below 0 what it is worth.
  return rate > 0
    ? -(pv + fv * growth(rate, -nper)) / (annuity(rate, nper) * early(rate, type))
    : -(pv * growth(rate, nper) + fv) / (savings(rate, nper) * early(rate, type));
}

/**
 * What is owed right after some payments. At a rate above 0 it is worked out from what is still to be
 * paid, because what has grown and what has been repaid may be far larger than their difference.
 */
function balance({ rate, nper, pv, fv, type }: Plan, paid: number, payments: number): number {
  if (payments === 0) return pv;
  const since = type === 0 ? payments : payments - 1;
  if (rate > 0) return -(paid * annuity(rate, nper - payments) + fv * growth(rate, since - nper));
  return (type === 0 ? pv : pv + paid) * growth(rate, since) + paid * savings(rate, since);
}

/** Interest in the payment of one period: on what was owed before it, for one period. */
function interest(plan: Plan, period: number): number {
  if (plan.rate === 0 || (period === 1 && plan.type !== 0)) return 0;
  const owed = balance(plan, payment(plan), period - 1);
  return -owed * plan.rate;
}

function ofPeriod(part: (plan: Plan, period: number) => number): ExcelFunction {
  return financialFunction(
    [amount('rate'), amount('per'), amount('nper'), amount('pv'), amount('fv', 0), amount('type', 0)],
    [],
    (values) =>
      values.per < 1 || values.per > values.nper
        ? notANumber('per must be from 1 to nper')
        : part(values, values.per),
  );
}

/** Interest or principal in the payments of a loan from one period to another, which count whole. */
function ofPeriods(part: (plan: Plan, start: number, end: number) => number): ExcelFunction {
  return financialFunction(
    [
      positive('rate'),
      positive('nper'),
      positive('pv'),
      amount('start_period'),
      amount('end_period'),
      amount('type'),
    ],
    [],
    (values): EngineValue => {
      const { start_period: start, end_period: end } = values;
      if (start < 1) return notANumber('start_period must be 1 or more');
      if (start > end) return notANumber('start_period must not be after end_period');
      if (end > values.nper) return notANumber('end_period must not be above nper');
      if (values.type !== 0 && values.type !== 1) return notANumber('type must be 0 or 1');
      const [first, last] = [Math.ceil(start), Math.floor(end)];
      return first > last ? 0 : part({ ...values, fv: 0 }, first, last);
    },
  );
}

/** Principal repaid: by how much what is owed has fallen. */
function cumulativePrincipal(plan: Plan, start: number, end: number): number {
  const paid = payment(plan);
  return balance(plan, paid, end) - balance(plan, paid, start - 1);
}

function cumulativeInterest(plan: Plan, start: number, end: number): number {
  return payment(plan) * (end - start + 1) - cumulativePrincipal(plan, start, end);
}

/** NPER: the logarithms are those of the ratio of what the plan ends and starts with, and of 1 + rate. */
function termOf(rate: number, pmt: number, pv: number, fv: number, type: number): EngineValue {
  if (rate === 0) return pmt === 0 ? divisionByZero('pmt must not be 0 where rate is 0') : -(pv + fv) / pmt;
  if (rate <= -1) return notANumber('rate must be above -1');
  const start = pv * rate + pmt * early(rate, type);
  return Math.log1p((-(pv + fv) * rate) / start) / Math.log1p(rate);
}

const paymentType = amount('type', 0);

/** Loans and savings plans. */
export const paymentFunctions = excelFunctions({
  CUMIPMT: ofPeriods(cumulativeInterest),
  CUMPRINC: ofPeriods(cumulativePrincipal),
  FV: financialFunction(
    [amount('rate'), amount('nper'), amount('pmt'), amount('pv', 0), paymentType],
    [],
    ({ rate, nper, pmt, pv, type: due }) =>
      -(pv * growth(rate, nper) + pmt * early(rate, due) * savings(rate, nper)),
  ),
  IPMT: ofPeriod(interest),
  ISPMT: financialFunction(
    [amount('rate'), amount('per'), amount('nper'), amount('pv')],
    [],
    ({ rate, per, nper, pv }) =>
      nper === 0 ? divisionByZero('nper must not be 0') : pv * rate * (per / nper - 1),
  ),
  NPER: financialFunction(
    [amount('rate'), amount('pmt'), amount('pv'), amount('fv', 0), paymentType],
    [],
    ({ rate, pmt, pv, fv, type: due }) => termOf(rate, pmt, pv, fv, due),
  ),
  PMT: financialFunction(
    [amount('rate'), amount('nper'), amount('pv'), amount('fv', 0), paymentType],
    [],
    (plan) => (plan.nper === 0 ? notANumber('nper must not be 0') : payment(plan)),
  ),
  PPMT: ofPeriod((plan, period) => payment(plan) - interest(plan, period)),
  PV: financialFunction(
    [amount('rate'), amount('nper'), amount('pmt'), amount('fv', 0), paymentType],
    [],
    ({ rate, nper, pmt, fv, type: due }) =>
      -(pmt * early(rate, due) * annuity(rate, nper) + fv * growth(rate, -nper)),
  ),
});
