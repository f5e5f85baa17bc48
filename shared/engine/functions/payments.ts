import { excelFunctions, number, optional } from './excel-function.ts';
import { notANumber } from './excel-values.ts';
import type { EngineValue } from './hyperformula-internals.ts';

/** A loan or savings plan: its rate a period, what it starts and ends with, and 1 where payments come first in their period. */
interface Plan {
  readonly rate: number;
  readonly periods: number;
  readonly present: number;
  readonly future: number;
  readonly early: number;
}

/** The payment of each period. Source: Microsoft, "PMT function" and "PV function". */
function payment({ rate, periods, present, future, early }: Plan): number {
  if (rate === 0) return (-present - future) / periods;
  const growth = (1 + rate) ** periods;
  return ((future * rate + present * rate * growth) * (early ? 1 / (1 + rate) : 1)) / (1 - growth);
}

/** What the plan stands at after some payments. Source: Microsoft, "FV function". */
function balance({ rate, present, early }: Plan, paid: number, after: number): number {
  if (rate === 0) return -present - paid * after;
  const growth = (1 + rate) ** after;
  return (paid * (early ? 1 + rate : 1) * (1 - growth)) / rate - present * growth;
}

function interest(plan: Plan, period: number): number {
  const { rate, present, early } = plan;
  if (period === 1) return early ? 0 : -present * rate;
  const paid = payment(plan);
  return rate * (early ? balance(plan, paid, period - 2) - paid : balance(plan, paid, period - 1));
}

/** A part of the payment of one period, which has to lie within the term. */
function ofPeriod(part: (plan: Plan, period: number) => number) {
  return (
    rate: number,
    period: number,
    periods: number,
    present: number,
    future: number,
    early: number,
  ): EngineValue =>
    period < 1 || period > periods ? notANumber() : part({ rate, periods, present, future, early }, period);
}

const parameters = [number, number, number, number, optional(number, 0), optional(number, 0)];

/** Interest and repayment in the payments of a loan. */
export const paymentFunctions = excelFunctions({
  IPMT: { parameters, calculate: ofPeriod(interest) },
  PPMT: { parameters, calculate: ofPeriod((plan, period) => payment(plan) - interest(plan, period)) },
});
