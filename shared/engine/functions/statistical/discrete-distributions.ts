import type { CellError } from 'hyperformula';
import { probabilityBetween, probabilityUpTo, type Counts } from './counted-sums.ts';
import { boolean, excelFunctions, number, optional } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { binomialTerm, poissonTerm } from './saddle-point.ts';

/** Successes among independent trials. */
function binomialCounts(trials: number, chance: number): Counts {
  const other = 1 - chance;
  return {
    first: 0,
    last: trials,
    likeliest: Math.min(trials, Math.floor((trials + 1) * chance)),
    probability: (count) => binomialTerm(count, trials - count, chance, other),
    ratio: (count) => ((trials - count) / (count + 1)) * (chance / other),
  };
}

/** Events at a known mean rate. */
function poissonCounts(mean: number): Counts {
  return {
    first: 0,
    last: Infinity,
    likeliest: Math.floor(mean),
    probability: (count) => poissonTerm(count, mean),
    ratio: (count) => mean / (count + 1),
  };
}

/** Failures before so many successes, where a success has some chance. */
function failureCounts(successes: number, chance: number): Counts {
  const other = 1 - chance;
  return {
    first: 0,
    last: Infinity,
    likeliest: Math.floor(((successes - 1) * other) / chance),
    probability: (count) => (successes / (successes + count)) * binomialTerm(successes, count, chance, other),
    ratio: (count) => ((count + successes) / (count + 1)) * other,
  };
}

/** Successes in a sample that is drawn without putting back. */
function sampleCounts(sample: number, successes: number, population: number): Counts {
  const failures = population - successes;
  const [share, rest] = [sample / population, (population - sample) / population];
  return {
    first: Math.max(0, sample - failures),
    last: Math.min(sample, successes),
    likeliest: Math.floor(((sample + 1) * (successes + 1)) / (population + 2)),
    probability: (count) =>
      (binomialTerm(count, successes - count, share, rest) *
        binomialTerm(sample - count, failures - sample + count, share, rest)) /
      binomialTerm(sample, population - sample, share, rest),
    ratio: (count) =>
      ((successes - count) * (sample - count)) / ((count + 1) * (failures - sample + count + 1)),
  };
}

function probabilityOf(counts: Counts, count: number, cumulative: boolean): number {
  return cumulative ? probabilityUpTo(counts, count) : probabilityBetween(counts, count, count);
}

function noChance(chance: number, name: string): CellError | undefined {
  return chance >= 0 && chance <= 1 ? undefined : notANumber(`${name} must be from 0 to 1`);
}

function noCount(count: number, least: number, most: number, reason: string): CellError | undefined {
  return count >= least && count <= most ? undefined : notANumber(reason);
}

function binomial(successes: number, tried: number, chance: number, cumulative: boolean): EngineValue {
  const [count, trials] = [Math.trunc(successes), Math.trunc(tried)];
  return (
    noCount(count, 0, trials, 'number_s must be from 0 to trials') ??
    noChance(chance, 'probability_s') ??
    probabilityOf(binomialCounts(trials, chance), count, cumulative)
  );
}

function binomialRange(tried: number, chance: number, from: number, to: number | undefined): EngineValue {
  const [trials, least, greatest] = [Math.trunc(tried), Math.trunc(from), Math.trunc(to ?? from)];
  return (
    noCount(trials, 0, Infinity, 'trials must not be negative') ??
    noChance(chance, 'probability_s') ??
    noCount(least, 0, trials, 'number_s must be from 0 to trials') ??
    noCount(greatest, least, trials, 'number_s2 must be from number_s to trials') ??
    probabilityBetween(binomialCounts(trials, chance), least, greatest)
  );
}

/**
 * The least number of successes that is not exceeded with at least the probability alpha. The smaller
 * tail is compared, and what rounding takes from it does not count.
 */
function binomialInverse(tried: number, chance: number, alpha: number): EngineValue {
  const trials = Math.trunc(tried);
  if (trials < 0) return notANumber('trials must not be negative');
  if (chance <= 0 || chance >= 1) return notANumber('probability_s must lie between 0 and 1');
  if (alpha <= 0 || alpha >= 1) return notANumber('alpha must lie between 0 and 1');
  const counts = binomialCounts(trials, chance);
  const reached = (count: number) =>
    alpha < 0.5
      ? probabilityBetween(counts, 0, count) >= alpha * (1 - 1e-14)
      : probabilityBetween(counts, count + 1, trials) <= (1 - alpha) * (1 + 1e-14);
  let [low, high] = [0, trials];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function poisson(events: number, mean: number, cumulative: boolean): EngineValue {
  const count = Math.trunc(events);
  return (
    noCount(count, 0, Infinity, 'x must not be negative') ??
    noCount(mean, 0, Infinity, 'mean must not be negative') ??
    probabilityOf(poissonCounts(mean), count, cumulative)
  );
}

function negativeBinomial(
  failed: number,
  succeeded: number,
  chance: number,
  cumulative: boolean,
): EngineValue {
  const [failures, successes] = [Math.trunc(failed), Math.trunc(succeeded)];
  const refusal =
    noCount(failures, 0, Infinity, 'number_f must not be negative') ??
    noCount(successes, 1, Infinity, 'number_s must be at least 1') ??
    noChance(chance, 'probability_s');
  if (refusal) return refusal;
  return chance === 0 ? 0 : probabilityOf(failureCounts(successes, chance), failures, cumulative);
}

function hypergeometric(
  found: number,
  sampled: number,
  successes: number,
  size: number,
  cumulative: boolean,
): EngineValue {
  const [count, sample] = [Math.trunc(found), Math.trunc(sampled)];
  const [wanted, population] = [Math.trunc(successes), Math.trunc(size)];
  const refusal =
    noCount(population, 1, Infinity, 'number_pop must be above 0') ??
    noCount(sample, 1, population, 'number_sample must be from 1 to number_pop') ??
    noCount(wanted, 1, population, 'population_s must be from 1 to number_pop');
  if (refusal) return refusal;
  const counts = sampleCounts(sample, wanted, population);
  return (
    noCount(count, counts.first, counts.last, 'sample_s is impossible in such a sample') ??
    probabilityOf(counts, count, cumulative)
  );
}

const three = [number, number, number];
const binomialOf = { parameters: [...three, boolean], calculate: binomial };
const binomialInverseOf = { parameters: three, calculate: binomialInverse };
const poissonOf = { parameters: [number, number, boolean], calculate: poisson };

/** Distributions of counts, with the names they had before Excel 2010. */
export const discreteDistributionFunctions = excelFunctions({
  'BINOM.DIST': binomialOf,
  'BINOM.DIST.RANGE': { parameters: [...three, optional(number)], calculate: binomialRange },
  'BINOM.INV': binomialInverseOf,
  BINOMDIST: binomialOf,
  CRITBINOM: binomialInverseOf,
  'HYPGEOM.DIST': { parameters: [number, ...three, boolean], calculate: hypergeometric },
  HYPGEOMDIST: {
    parameters: [number, ...three],
    calculate: (found: number, sampled: number, successes: number, size: number) =>
      hypergeometric(found, sampled, successes, size, false),
  },
  'NEGBINOM.DIST': { parameters: [...three, boolean], calculate: negativeBinomial },
  NEGBINOMDIST: {
    parameters: three,
    calculate: (failed: number, succeeded: number, chance: number) =>
      negativeBinomial(failed, succeeded, chance, false),
  },
  POISSON: poissonOf,
  'POISSON.DIST': poissonOf,
});
