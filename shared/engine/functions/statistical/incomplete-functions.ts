import { binomialTerm, poissonTerm } from './saddle-point.ts';

/** The probabilities below and above a value; the smaller of them is exact to its last digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const tiny = 1e-300;

/**
 * The regularized incomplete gamma functions P(shape, x) and Q(shape, x), for a positive shape and
 * x ≥ 0. Source: Press et al., "Numerical Recipes", 6.2: the series below the mean, the continued
 * fraction above it, with the leading factor of Loader.
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const leading = poissonTerm(shape, x);
  if (leading === 0) return x < shape ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  if (x < shape + 1) {
    let [sum, term] = [1, 1];
    for (let divisor = shape + 1; term > sum * (Number.EPSILON / 8); divisor++) {
      term *= x / divisor;
      sum += term;
    }
    const lower = leading * sum;
    return { lower, upper: 1 - lower };
  }
  let step = x + 1 - shape;
  let numerator = 1 / tiny;
  let denominator = 1 / step;
  let fraction = denominator;
  for (let place = 1; ; place++) {
    const coefficient = -place * (place - shape);
    step += 2;
    denominator = 1 / (coefficient * denominator + step || tiny);
    numerator = step + coefficient / numerator || tiny;
    const factor = numerator * denominator;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  const upper = leading * shape * fraction;
  return { lower: 1 - upper, upper };
}

/** The continued fraction of the incomplete beta function, without its leading factor. */
function betaFraction(x: number, first: number, second: number): number {
  const sum = first + second;
  let numerator = 1;
  let denominator = 1 / (1 - (sum * x) / (first + 1) || tiny);
  let fraction = denominator;
  for (let place = 1; ; place++) {
    const twice = 2 * place;
    const even = (place * (second - place) * x) / ((first + twice - 1) * (first + twice));
    denominator = 1 / (1 + even * denominator || tiny);
    numerator = 1 + even / numerator || tiny;
    fraction *= numerator * denominator;
    const odd = (-(first + place) * (sum + place) * x) / ((first + twice) * (first + twice + 1));
    denominator = 1 / (1 + odd * denominator || tiny);
    numerator = 1 + odd / numerator || tiny;
    const factor = numerator * denominator;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) return fraction;
  }
}

/**
 * The regularized incomplete beta functions I(x; first, second) and 1 − I, where y = 1 − x is given
 * too, each exact. Source: Press et al., "Numerical Recipes", 6.4, with the leading factor of Loader.
 */
export function incompleteBeta(x: number, y: number, first: number, second: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const leading = binomialTerm(first, second, x, y) / (first + second);
  const below = x < (first + 1) / (first + second + 2);
  if (leading === 0) return below ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  if (below) {
    const lower = leading * second * betaFraction(x, first, second);
    return { lower, upper: 1 - lower };
  }
  const upper = leading * first * betaFraction(y, second, first);
  return { lower: 1 - upper, upper };
}
