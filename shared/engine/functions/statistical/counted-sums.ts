/** A distribution of whole numbers, such as counts of successes. */
export interface Counts {
  /** The least and the greatest number that may occur. */
  readonly first: number;
  readonly last: number;
  /** The number with the greatest probability, from which it falls on both sides. */
  readonly likeliest: number;
  readonly probability: (count: number) => number;
  /** The probability of the next number, divided by that of this one. */
  readonly ratio: (count: number) => number;
}

/**
 * The probability of a number from `from` to `to`, both included. It is added up from the greatest
 * term outwards until the terms no longer count, so that it is exact in the tails too.
 */
export function probabilityBetween(counts: Counts, from: number, to: number): number {
  const [least, greatest] = [Math.max(from, counts.first), Math.min(to, counts.last)];
  if (least > greatest) return 0;
  const start = Math.min(Math.max(counts.likeliest, least), greatest);
  const largest = counts.probability(start);
  let sum = largest;
  const counting = (term: number) => term > sum * (Number.EPSILON / 8);
  for (let [count, term] = [start, largest]; count < greatest && counting(term); count++) {
    term *= counts.ratio(count);
    sum += term;
  }
  for (let [count, term] = [start, largest]; count > least && counting(term); count--) {
    term /= counts.ratio(count - 1);
    sum += term;
  }
  return sum;
}

/** The probability of at most this number. */
export function probabilityUpTo(counts: Counts, count: number): number {
  if (count >= counts.last) return 1;
  if (count < counts.likeliest) return probabilityBetween(counts, counts.first, count);
  return 1 - probabilityBetween(counts, count + 1, counts.last);
}
