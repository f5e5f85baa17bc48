import { annuity, early, growth } from './annuities.ts';
import { excelFunctions } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import { amount, financialFunction, positive } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { newtonRoot, onlyRate, type Trial } from './root-search.ts';

/** The slope of `annuity` by the rate. */
function annuitySlope(rate: number, nper: number): number {
  // Near 0 the difference below has no digits left; its series has enough for a search.
  if (Math.abs(rate * nper) < 1e-4) return (-nper * (nper + 1) * (1 - (2 * (nper + 2) * rate) / 3)) / 2;
  return (nper * growth(rate, -nper - 1) - annuity(rate, nper)) / rate;
}

/** A loan or savings plan of which RATE looks for the rate. Source: Microsoft, "RATE function". */
interface PaidPlan {
  readonly nper: number;
  readonly pmt: number;
  readonly pv: number;
  readonly fv: number;
  /** Not 0 where payments come at the start of their period. */
  readonly type: number;
}

/** Present value of everything in a plan at a rate of 0 or more. */
function presentValueAt({ nper, pmt, pv, fv, type }: PaidPlan, rate: number): Trial {
  const [paid, paidSlope] = [annuity(rate, nper), annuitySlope(rate, nper)];
  const [last, lastSlope] = [growth(rate, -nper), -nper * growth(rate, -nper - 1)];
  const due = early(rate, type);
  return {
    value: pv + pmt * due * paid + fv * last,
    slope: pmt * ((type === 0 ? 0 : paid) + due * paidSlope) + fv * lastSlope,
    size: Math.abs(pv) + Math.abs(pmt * due * paid) + Math.abs(fv * last),
  };
}

/**
 * The worth of everything in a plan at a rate: at its start, or, where money loses, at its end, which
 * is what the plan run backwards is worth at its start. So it stays within all numbers.
 */
function worthAt(plan: PaidPlan, rate: number): Trial {
  if (rate >= 0) return presentValueAt(plan, rate);
  const backwards = { ...plan, pv: plan.fv, fv: plan.pv, type: plan.type === 0 ? 1 : 0 };
  const { value, slope, size } = presentValueAt(backwards, -rate / (1 + rate));
  return { value, slope: -slope / (1 + rate) ** 2, size };
}

/** Changes of sign from payment to payment: with one change there is one rate. */
function signChanges({ nper, pmt, pv, fv, type }: PaidPlan): number {
  const between = nper > 1 ? [pmt] : [];
  const flows = type === 0 ? [pv, ...between, pmt + fv] : [pv + pmt, ...between, fv];
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** RATE: what Newton's method reaches from the guess; where it fails and there is only one rate, that rate. */
function rateOf(plan: PaidPlan, guess: number): EngineValue {
  if (guess <= -1) return notANumber('guess must be above -1');
  const changes = signChanges(plan);
  if (changes === 0) return notANumber('pmt, pv and fv must not all be paid, or all received');
  const found = newtonRoot((rate) => worthAt(plan, rate), guess);
  const only = (): number | undefined =>
    changes === 1 ? onlyRate((factor) => worthAt(plan, Math.max(1 / factor - 1, -1)).value) : undefined;
  return found ?? only() ?? notANumber('guess must be nearer to a rate');
}

/** The rate of a loan or savings plan. */
export const loanRateFunctions = excelFunctions({
  RATE: financialFunction(
    [positive('nper'), amount('pmt'), amount('pv'), amount('fv', 0), amount('type', 0), amount('guess', 0.1)],
    [],
    ({ guess, ...plan }) => rateOf(plan, guess),
  ),
});
