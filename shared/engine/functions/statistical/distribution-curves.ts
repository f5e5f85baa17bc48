import { incompleteBeta, incompleteGamma, type Tails } from './incomplete-functions.ts';
import { positiveQuantile } from './quantiles.ts';
import { binomialTerm, deviance, poissonTerm } from './saddle-point.ts';
import { stirlingError } from './gamma-function.ts';

/*
 * Densities, tails and quantiles of the beta, F, gamma and Student's t distributions, whose integrals
 * are incomplete beta and gamma functions. Shapes, scales and degrees of freedom are above 0; a
 * density is infinite at the edge of its values where it has a pole there.
 */

/** A probability below a value, or above it: exact in the tail that is given. */
export type Share = { readonly lower: number } | { readonly upper: number };

/** The density at the edge of the values of a distribution with this shape there. */
function densityAtEdge(shape: number, ofShapeOne: number): number {
  if (shape === 1) return ofShapeOne;
  return shape < 1 ? Infinity : 0;
}

export function gammaTails(x: number, shape: number, scale: number): Tails {
  return incompleteGamma(shape, x / scale);
}

export function gammaDensity(x: number, shape: number, scale: number): number {
  if (x === 0) return densityAtEdge(shape, 1 / scale);
  return (poissonTerm(shape, x / scale) * shape) / x;
}

export function gammaQuantile(share: Share, shape: number, scale: number): number {
  return scale * positiveQuantile((x) => incompleteGamma(shape, x), share, shape);
}

/** The density of the beta distribution at x, where y = 1 − x. */
export function betaDensity(x: number, y: number, first: number, second: number): number {
  if (x === 0) return densityAtEdge(first, second);
  if (y === 0) return densityAtEdge(second, first);
  return (binomialTerm(first, second, x, y) * first * second) / ((first + second) * x * y);
}

/** The quantile of the beta distribution, found as the ratio of x to 1 − x, which is exact at both ends. */
export function betaQuantile(share: Share, first: number, second: number): number {
  const odds = (ratio: number) => incompleteBeta(ratio / (1 + ratio), 1 / (1 + ratio), first, second);
  const ratio = positiveQuantile(odds, share, first / second);
  return ratio === Infinity ? 1 : ratio / (1 + ratio);
}

export function fTails(x: number, first: number, second: number): Tails {
  const [above, below] = [first * x, second];
  return incompleteBeta(above / (above + below), below / (above + below), first / 2, second / 2);
}

export function fDensity(x: number, first: number, second: number): number {
  if (x === 0) return densityAtEdge(first / 2, 1);
  const [p, q] = [(first * x) / (first * x + second), second / (first * x + second)];
  return (binomialTerm(first / 2, second / 2, p, q) * first * second) / (2 * (first + second) * x);
}

export function fQuantile(share: Share, first: number, second: number): number {
  return positiveQuantile((x) => fTails(x, first, second), share, 1);
}

/** The probabilities that Student's t lies within and beyond a distance of 0. */
export function distanceTails(t: number, degrees: number): Tails {
  const ratio = (t * t) / degrees;
  return incompleteBeta(1 / (1 + 1 / ratio), 1 / (1 + ratio), 0.5, degrees / 2);
}

export function studentTails(t: number, degrees: number): Tails {
  const beyond = distanceTails(t, degrees).upper / 2;
  return t > 0 ? { lower: 1 - beyond, upper: beyond } : { lower: beyond, upper: 1 - beyond };
}

/** Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), its last section. */
export function studentDensity(t: number, degrees: number): number {
  const half = (degrees + 1) / 2;
  const leading = stirlingError(half) - stirlingError(degrees / 2) - deviance(degrees / 2, half);
  return Math.exp(leading - half * Math.log1p((t * t) / degrees)) / Math.sqrt(2 * Math.PI);
}

/** The distance from 0 beyond which Student's t lies with this probability. */
export function studentDistance(beyond: number, degrees: number): number {
  return positiveQuantile((t) => distanceTails(t, degrees), { upper: beyond }, 1);
}

/** The t below which Student's t lies with this probability. */
export function studentQuantile(below: number, degrees: number): number {
  return below < 0.5 ? -studentDistance(2 * below, degrees) : studentDistance(2 * (1 - below), degrees);
}
