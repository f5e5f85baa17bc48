/** ζ(k) − 1 for k = 2, 3, …: the part of the zeta function that the series of the gamma function needs. */
const zetaBeyondOne = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9,
];

/** 1 − γ, Euler's constant. */
const oneLessEuler = 0.42278433509846713;

/** B(2k) / (2k(2k − 1)), the coefficients of Stirling's series. */
const stirlingCoefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
  43_867 / 244_188,
];

/** From here on Stirling's series is exact to the last digit. */
const stirlingFrom = 10;

/** ln Γ(2 + y) for |y| ≤ 1/2, exact near its zero. Source: Abramowitz and Stegun 6.1.33. */
function logGammaAboutTwo(y: number): number {
  let sum = 0;
  for (let place = zetaBeyondOne.length - 1; place >= 0; place--)
    sum = (zetaBeyondOne[place] ?? 0) / (place + 2) - y * sum;
  return y * (oneLessEuler + y * sum);
}

function stirlingSeries(x: number): number {
  const squared = x * x;
  return stirlingCoefficients.reduceRight((sum, coefficient) => coefficient + sum / squared, 0) / x;
}

/**
 * ln Γ(x) for a positive x. Source: Abramowitz and Stegun 6.1.33 about 2, 6.1.15 towards it, and
 * 6.1.40 from 10 on.
 */
export function logGamma(x: number): number {
  if (x >= stirlingFrom) return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingSeries(x);
  if (x < 0.5) return logGammaAboutTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaAboutTwo(x - 1) - Math.log1p(x - 1);
  let [rest, product] = [x, 1];
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaAboutTwo(rest - 2);
}

/** Γ(x); infinite beyond 171.62, and not a number at 0 and the negative whole numbers. Source: the same. */
export function gamma(x: number): number {
  if (x <= 0) {
    if (Number.isInteger(x)) return NaN;
    const nearest = Math.round(x);
    const sine = Math.sin(Math.PI * (x - nearest)) * (nearest % 2 === 0 ? 1 : -1);
    return Math.PI / (sine * gamma(1 - x));
  }
  if (Number.isInteger(x) && x <= 171) return factorials[x - 1] ?? NaN;
  if (x > 30) {
    // Half the power at a time, which does not overflow before the result does.
    const root = x ** (x / 2 - 0.25);
    return Math.sqrt(2 * Math.PI) * Math.exp(stirlingSeries(x)) * (root * Math.exp(-x)) * root;
  }
  let [rest, product] = [x, 1];
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  let divisor = 1;
  while (rest < 1.5) {
    divisor *= rest;
    rest += 1;
  }
  return (product / divisor) * Math.exp(logGammaAboutTwo(rest - 2));
}

/** n! for n from 0 to 170, each the nearest number. */
const factorials: readonly number[] = (() => {
  const found: number[] = [];
  for (let [exact, n] = [1n, 0n]; n <= 170n; exact *= ++n) found.push(Number(exact));
  return found;
})();

/**
 * What Stirling's formula leaves out: ln Γ(n + 1) − (n + 1/2) ln n + n − ln √2π, for n > 0.
 * Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
 */
export function stirlingError(n: number): number {
  let error = 0;
  let rest = n;
  for (; rest < stirlingFrom; rest++) error += (rest + 0.5) * Math.log1p(1 / rest) - 1;
  return error + stirlingSeries(rest);
}
