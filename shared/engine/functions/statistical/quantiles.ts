import type { Tails } from './incomplete-functions.ts';

/**
 * A root of a function between two places where its signs differ, to the last digit.
 * Source: T. Chandrupatla, "A new hybrid quadratic/bisection algorithm" (1997).
 */
function rootBetween(value: (x: number) => number, from: number, to: number): number {
  let [a, b, c] = [to, from, to];
  let [atA, atB] = [value(a), value(b)];
  let atC = atA;
  let share = 0.5;
  for (;;) {
    const x = a + share * (b - a);
    const atX = value(x);
    if (Math.sign(atX) === Math.sign(atA)) [c, atC] = [a, atA];
    else [c, atC, b, atB] = [b, atB, a, atA];
    [a, atA] = [x, atX];
    const closer = Math.abs(atA) < Math.abs(atB) ? a : b;
    const smallest = (Number.EPSILON * Math.abs(closer)) / Math.abs(b - a);
    if (atA === 0 || smallest > 0.5) return closer;
    const along = (a - b) / (c - b);
    const across = (atA - atB) / (atC - atB);
    const curved = across ** 2 < along && (1 - across) ** 2 < 1 - along;
    share = curved
      ? (atA / (atB - atA)) * (atC / (atB - atC)) +
        ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB))
      : 0.5;
    share = Math.min(1 - smallest, Math.max(smallest, share));
  }
}

/**
 * The positive value of a distribution that leaves this probability below it, or above it: the
 * smaller tail is the one compared. `start` is any positive value near it.
 */
export function positiveQuantile(
  tails: (x: number) => Tails,
  { lower, upper }: { readonly lower?: number; readonly upper?: number },
  start: number,
): number {
  const below = lower ?? 1 - (upper ?? 0);
  const above = upper ?? 1 - (lower ?? 0);
  if (below <= 0) return 0;
  if (above <= 0) return Infinity;
  const missing =
    below < above ? (x: number) => tails(x).lower / below - 1 : (x: number) => 1 - tails(x).upper / above;
  let [low, high] = [start, start];
  for (let factor = 2; missing(low) > 0; factor *= factor) {
    high = low;
    low /= factor;
    if (low < Number.MIN_VALUE) return 0;
  }
  for (let factor = 2; missing(high) < 0; factor *= factor) {
    low = high;
    high *= factor;
    if (high > Number.MAX_VALUE) return Infinity;
  }
  while (high > low * 4) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (missing(middle) < 0) low = middle;
    else high = middle;
  }
  return low === high ? low : rootBetween(missing, low, high);
}
