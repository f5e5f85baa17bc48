/** The value of a function at a rate, and the size beside which a value is nothing. */
export interface Trial {
  readonly value: number;
  readonly size: number;
}

export interface SlopedTrial extends Trial {
  readonly slope: number;
}

/** Steps of Newton's method. */
const steps = 60;
/** A search that has come so far goes on to infinity. */
const farAway = 1e6;
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
 * the way to -1. Infinity when it runs away upwards, undefined when it ends otherwise at what is no
 * root.
 */
export function newtonRoot(trialAt: (rate: number) => SlopedTrial, guess: number): number | undefined {
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
  if (isRoot(trialAt(rate))) return Math.abs(rate) < precision ? 0 : rate;
  return rate > farAway ? Infinity : undefined;
}

/** The secant method starts with a rate this far from the guess. */
const firstStep = 0.001;
/** How near a rate is to the last one when the search ends. */
const nearEnough = 1e-7;
/** Steps that bring a root to its last digit. */
const lastSteps = 8;

/** The root that the secant method reaches from a guess in so many steps; undefined where it goes to -1 or beyond, or ends at none. */
export function secantRoot(
  trialAt: (rate: number) => Trial,
  guess: number,
  mostSteps: number,
): number | undefined {
  let [before, rate] = [guess + firstStep, guess];
  let valueBefore = trialAt(before).value;
  const step = (): number => {
    const { value } = trialAt(rate);
    const next = value === valueBefore ? rate : rate - (value * (rate - before)) / (value - valueBefore);
    [before, valueBefore, rate] = [rate, value, next];
    return Math.abs(rate - before);
  };
  for (let count = 1; !(step() < nearEnough); count++)
    if (count === mostSteps || !Number.isFinite(rate) || rate <= -1) return undefined;
  for (let count = 0; count < lastSteps && step() > precision; count++);
  // What is paid at the start of a period is worth nothing at its end where all is lost.
  if (rate <= nearEnough - 1 || !isRoot(trialAt(rate))) return undefined;
  return Math.abs(rate) < precision ? 0 : rate;
}

function isRoot({ value, size }: Trial): boolean {
  return Math.abs(value) <= smallestResidual * size;
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
