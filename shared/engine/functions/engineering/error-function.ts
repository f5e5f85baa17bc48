const twoByRootOfPi = 2 / Math.sqrt(Math.PI);

/** Up to here the series gives all digits, from here on the fraction does. */
const seriesEnd = 2;

/**
 * The error function by its series of positive terms. Source: Abramowitz and Stegun, "Handbook of
 * Mathematical Functions", 7.1.6.
 */
function series(value: number): number {
  let term = value;
  let sum = value;
  for (let step = 1; term > sum * 1e-17; step++) {
    term *= (2 * value * value) / (2 * step + 1);
    sum += term;
  }
  return twoByRootOfPi * Math.exp(-value * value) * sum;
}

/** The square of a number and what its rounding lost, so that its exponential keeps all digits. */
function exponentialOfSquare(value: number): number {
  const high = Math.fround(value);
  return Math.exp(-high * high) * Math.exp((high - value) * (high + value));
}

/**
 * What the error function lacks to 1, by its continued fraction from the tail to the front. Source:
 * Abramowitz and Stegun, 7.1.14.
 */
function fraction(value: number): number {
  let rest = value;
  for (let step = 120; step >= 1; step--) rest = value + step / 2 / rest;
  return exponentialOfSquare(value) / (rest * Math.sqrt(Math.PI));
}

/** The error function: the integral of 2/sqrt(pi)*exp(-t^2) from 0 to the value. */
export function errorFunction(value: number): number {
  if (value === 0) return 0;
  const size = Math.abs(value);
  const result = size < seriesEnd ? series(size) : 1 - fraction(size);
  return value < 0 ? -result : result;
}

/** What the error function lacks to 1, with all digits where that is little. */
export function complementaryErrorFunction(value: number): number {
  if (value < 0) return 2 - complementaryErrorFunction(-value);
  return value < 0.5 ? 1 - errorFunction(value) : value < seriesEnd ? 1 - series(value) : fraction(value);
}
