import { CellError, type SimpleRangeValue } from 'hyperformula';
import { excelFunctions, number, optional, range } from './excel-function.ts';
import { notANumber, wrongValue } from './excel-values.ts';
import type { EngineValue } from './hyperformula-internals.ts';
import { cellsOf } from './ranges.ts';

/** Tries of the search from the guess, as in Excel; then a root that is the only one is enclosed. */
const tries = 20;
/** The present value at a root is at most this part of the present value of all amounts taken positive. */
const smallestResidual = 1e-10;
/** Halvings that take any interval to its last digit. */
const halvings = 200;

/** Present value of flows at a rate, its derivative by the rate, and the present value of all amounts taken positive. */
function presentValue(
  flows: readonly number[],
  rate: number,
): { value: number; slope: number; size: number } {
  const factor = 1 / (1 + rate);
  let [value, slope, size] = [0, 0, 0];
  for (let period = flows.length - 1; period >= 0; period--) {
    const flow = flows[period] ?? 0;
    slope = slope * factor + value;
    value = value * factor + flow;
    size = size * factor + Math.abs(flow);
  }
  // So far the slope is that by the factor.
  return { value, slope: -slope * factor * factor, size };
}

/** Newton's method from the guess, as Excel searches; undefined when it runs away or finds a false root. */
function searched(flows: readonly number[], guess: number): number | undefined {
  let rate = guess;
  for (let attempt = 0; attempt < tries; attempt++) {
    const { value, slope, size } = presentValue(flows, rate);
    const next = rate - value / slope;
    if (!(next > -1) || !Number.isFinite(next)) return undefined;
    if (Math.abs(next - rate) <= 1e-15 * (1 + Math.abs(rate))) {
      return Math.abs(value) <= smallestResidual * size ? next : undefined;
    }
    rate = next;
  }
  const { value, size } = presentValue(flows, rate);
  return Math.abs(value) <= smallestResidual * size ? rate : undefined;
}

/** The only root of flows that change their sign once. */
function enclosed(flows: readonly number[]): number {
  // In terms of the factor 1/(1 + rate), from a rate without end to one that loses all.
  const at = (factor: number) => presentValue(flows, 1 / factor - 1).value;
  const first = Math.sign(flows[0] ?? 0);
  let [low, high] = [0, 1];
  while (Math.sign(at(high)) === first) high *= 2;
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(at(middle)) === first) low = middle;
    else high = middle;
  }
  return 1 / high - 1;
}

/**
 * IRR: the rate at which flows of equal periods are worth nothing. Periods before the first flow do
 * not alter the rate and are left out, because their discount would make any high rate look like
 * one. Source: Microsoft, "IRR function"; where its search from the guess fails and there is only
 * one rate, that rate.
 */
function internalRate(values: SimpleRangeValue, guess: number): EngineValue {
  if (guess <= -1) return wrongValue();
  const cells = cellsOf(values);
  const flows: number[] = [];
  for (let row = 0; row < cells.height; row++) {
    for (let column = 0; column < cells.width; column++) {
      const value = cells.at(row, column);
      if (value instanceof CellError) return value;
      if (typeof value === 'number') flows.push(value);
    }
  }
  const begun = flows.slice(flows.findIndex((flow) => flow !== 0));
  const signs = begun.filter((flow) => flow !== 0).map(Math.sign);
  const changes = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
  if (changes === 0) return notANumber();
  return searched(begun, guess) ?? (changes === 1 ? enclosed(begun) : notANumber());
}

/** Functions of the rate that flows of money earn. */
export const rateOfReturnFunctions = excelFunctions({
  IRR: { parameters: [range, optional(number, 0.1)], calculate: internalRate },
});
