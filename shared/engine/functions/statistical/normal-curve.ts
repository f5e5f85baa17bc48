import type { Tails } from './incomplete-functions.ts';

/*
 * The standard normal distribution, exact to the last digits in its tails and about its middle.
 */

const rootOfTwoPi = Math.sqrt(2 * Math.PI);

/** The density at z. The square is taken in two parts, so that its rounding does not show in the tails. */
export function normalDensity(z: number): number {
  const rough = Math.trunc(z * 16) / 16;
  return (Math.exp((-rough * rough) / 2) * Math.exp(((rough - z) * (rough + z)) / 2)) / rootOfTwoPi;
}

/** The probability between 0 and z. Source: G. Marsaglia, "Evaluating the Normal Distribution" (2004). */
function fromMiddle(z: number): number {
  let [sum, term] = [z, z];
  for (let divisor = 3; Math.abs(term) > Math.abs(sum) * (Number.EPSILON / 8); divisor += 2) {
    term *= (z * z) / divisor;
    sum += term;
  }
  return sum * normalDensity(z);
}

/** The probability beyond a z above 0: the continued fraction of Abramowitz and Stegun 26.2.14, from its end. */
function beyond(z: number): number {
  let fraction = z;
  for (let place = Math.ceil(20 + 420 / (z * z)); place > 0; place--) fraction = z + place / fraction;
  return normalDensity(z) / fraction;
}

/** From here on the continued fraction is the more exact one. */
const tailFrom = 1.2;

/** The probability of a value from 0 to z, negative for a negative z. */
export function normalFromMiddle(z: number): number {
  if (Math.abs(z) < tailFrom) return fromMiddle(z);
  return z > 0 ? 0.5 - beyond(z) : beyond(-z) - 0.5;
}

/** The probabilities of a value below and above z. */
export function normalTails(z: number): Tails {
  if (Math.abs(z) < tailFrom) {
    const middle = fromMiddle(z);
    return { lower: 0.5 + middle, upper: 0.5 - middle };
  }
  const far = beyond(Math.abs(z));
  return z > 0 ? { lower: 1 - far, upper: far } : { lower: far, upper: 1 - far };
}

/**
 * The z above 0 beyond which a value falls with this probability, of at most 1/2: the estimate of
 * Abramowitz and Stegun 26.2.23, which Halley's method makes exact.
 */
export function normalBeyond(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let round = 0; round < 3; round++) {
    // About the middle the probability from it is exact, in the tail the one beyond.
    const missing = z < tailFrom ? fromMiddle(z) - (0.5 - probability) : probability - beyond(z);
    const step = missing / normalDensity(z);
    z -= step / (1 + (z * step) / 2);
  }
  return z;
}

/** The z below which a value falls with this probability, strictly between 0 and 1. */
export function normalQuantile(probability: number): number {
  return probability <= 0.5 ? -normalBeyond(probability) : normalBeyond(1 - probability);
}
