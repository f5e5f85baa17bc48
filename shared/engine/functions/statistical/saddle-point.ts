import { stirlingError } from './gamma-function.ts';

/*
 * Probabilities of the Poisson and the binomial distribution, for real counts too, exact to the last
 * digits far from the mean. Source: C. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities" (2000).
 */

/** x ln(x / mean) + mean − x, without cancellation where the two are close. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) > 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let divisor = 3; ; divisor += 2) {
    term *= ratio * ratio;
    const next = sum + term / divisor;
    if (next === sum) return sum;
    sum = next;
  }
}

/** e^−mean · mean^x / Γ(x + 1), for x ≥ 0 and mean ≥ 0. */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  if (x < Number.MIN_VALUE * 2 ** 52 || mean === Infinity) return mean === Infinity ? 0 : Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) · p^x · q^(n − x), where other = n − x and q = 1 − p, each exact. */
export function binomialTerm(x: number, other: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return other === 0 ? 1 : 0;
  const n = x + other;
  if (x === 0) return Math.exp(other * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (other === 0) return Math.exp(x * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(other) - deviance(x, n * p) - deviance(other, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * other));
}
