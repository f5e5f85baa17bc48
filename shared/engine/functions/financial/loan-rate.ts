import { early, growth, savings } from './annuities.ts';
import { excelFunctions } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import { amount, financialFunction, positive } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { secantRoot, type Trial } from './root-search.ts';

/** A loan or savings plan of which RATE looks for the rate. Source: Microsoft, "RATE function". */
interface PaidPlan {
  readonly nper: number;
  readonly pmt: number;
  readonly pv: number;
  readonly fv: number;
  /** Not 0 where payments come at the start of their period. */
  readonly type: number;
}

/**
 * How far Excel's search goes: of the results of RATE that have been published, those that the secant
 * method reaches in up to 194 steps are rates, and those that need 228 or more are `#NUM!`.
 */
const mostSteps = 200;

/** What everything in a plan is worth at its end, at a rate. */
function worthAt({ nper, pmt, pv, fv, type }: PaidPlan, rate: number): Trial {
  const grown = pv * growth(rate, nper);
  const saved = pmt * early(rate, type) * savings(rate, nper);
  return { value: grown + saved + fv, size: Math.abs(grown) + Math.abs(saved) + Math.abs(fv) };
}

/** Whether everything in a plan is paid, or everything received. */
function hasOneSign({ nper, pmt, pv, fv, type }: PaidPlan): boolean {
  const between = nper > 1 ? [pmt] : [];
  const flows = type === 0 ? [pv, ...between, pmt + fv] : [pv + pmt, ...between, fv];
  return !flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0);
}

/**
 * RATE: what the secant method reaches from the guess, by what the plan is worth at its end. This is
 * how Excel finds a rate, or none, in all results that have been published; its help says only that
 * it iterates.
 */
function rateOf(plan: PaidPlan, guess: number): EngineValue {
  if (guess <= -1) return notANumber('guess must be above -1');
  if (hasOneSign(plan)) return notANumber('pmt, pv and fv must not all be paid, or all received');
  return (
    secantRoot((rate) => worthAt(plan, rate), guess, mostSteps) ??
    notANumber('guess must be nearer to a rate')
  );
}

/** The rate of a loan or savings plan. */
export const loanRateFunctions = excelFunctions({
  RATE: financialFunction(
    [positive('nper'), amount('pmt'), amount('pv'), amount('fv', 0), amount('type', 0), amount('guess', 0.1)],
    [],
    ({ guess, ...plan }) => rateOf(plan, guess),
  ),
});
