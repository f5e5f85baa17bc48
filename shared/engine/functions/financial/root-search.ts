/** The value of a function at a rate, its slope there, and the size beside which a value is nothing. */
export interface Trial {
  readonly value: number;
  readonly slope: number;
  readonly size: number;
}

/** Steps of Newton's method: Excel gives up after 20 to 100. */
const steps = 60;
/** How near a rate is to the last one when the search ends. */
const precision = 1e-15;
/** At a root the value is at most this part of its size. */
const smallestResidual = 1e-10;
/** Halvings that take any interval to its last digit. */
const halvings = 1100;
/** A discount factor at which only the first payment is worth anything. */
const smallestFactor = 1e-300;

/**
 * The root that Newton's method reaches from a guess, among rates above -1; a step beyond goes half
 * the way to -1. Undefined when it runs away or ends at what is no root.
 */
export function newtonRoot(trialAt: (rate: number) => Trial, guess: number): number | undefined {
  let rate = guess;
  for (let step = 0; step < steps; step++) {
    const { value, slope } = trialAt(rate);
    const target = rate - value / slope;
    if (!Number.isFinite(target)) break;
    const next = target > -1 ? target : (rate - 1) / 2;
    if (next === -1) return undefined;
    if (Math.abs(next - rate) <= precision * (1 + Math.abs(rate))) {
      rate = next;
      break;
    }
    rate = next;
  }
  if (Math.abs(rate) < precision) rate = 0;
  const { value, size } = trialAt(rate);
  return Math.abs(value) <= smallestResidual * size ? rate : undefined;
}

/** Where a function changes its sign between two numbers at which its signs differ, to the last digit. */
export function signChange(at: (place: number) => number, start: number, end: number): number {
  let [first, second] = [start, end];
  const sign = Math.sign(at(first));
  for (let step = 0; step < halvings; step++) {
    const middle = (first + second) / 2;
    if (middle === first || middle === second) break;
    if (Math.sign(at(middle)) === sign) first = middle;
    else second = middle;
  }
  return second;
}

/**
 * The rate at which a present value is 0 when it is known that there is only one. It is asked for by
 * the discount factor 1/(1 + rate); undefined when its sign does not change.
 */
export function onlyRate(presentValue: (factor: number) => number): number | undefined {
  const first = Math.sign(presentValue(smallestFactor));
  let high = 1;
  while (Math.sign(presentValue(high)) === first) {
    high *= 2;
    if (high > 1 / smallestFactor) return undefined;
  }
  return 1 / signChange(presentValue, smallestFactor, high) - 1;
}

/** Where a function that falls from infinity, just above `lowest`, to below 0 is 0. */
export function fallingRoot(at: (place: number) => number, lowest: number): number {
  let [low, high] = [lowest / 2, 1];
  while (at(low) < 0 && low > lowest) low = (low + lowest) / 2;
  while (at(high) > 0 && high < 1e300) high *= 2;
  return signChange(at, low, high);
}
