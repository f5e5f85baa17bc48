import type { CellError } from 'hyperformula';
import {
  betaDensity,
  betaQuantile,
  distanceTails,
  fDensity,
  fQuantile,
  fTails,
  gammaDensity,
  gammaQuantile,
  gammaTails,
  studentDensity,
  studentDistance,
  studentQuantile,
  studentTails,
  type Share,
} from './distribution-curves.ts';
import { boolean, excelFunctions, number, optional } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import { gamma, logGamma } from './gamma-function.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { incompleteBeta } from './incomplete-functions.ts';
import {
  normalBeyond,
  normalDensity,
  normalFromMiddle,
  normalQuantile,
  normalTails,
} from './normal-curve.ts';

/** The largest number of degrees of freedom. */
const mostDegrees = 1e10;

/** The result, or `#NUM!` where it is infinite. */
function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : notANumber('the result is infinite');
}

/** Why a number must be refused that has to be above 0; undefined when it is. */
function notPositive(value: number, name: string): CellError | undefined {
  return value > 0 ? undefined : notANumber(`${name} must be above 0`);
}

function negative(value: number, name: string): CellError | undefined {
  return value >= 0 ? undefined : notANumber(`${name} must not be negative`);
}

function noDegrees(degrees: number, name: string): CellError | undefined {
  return degrees >= 1 && degrees <= mostDegrees
    ? undefined
    : notANumber(`${name} must be from 1 to 10000000000`);
}

/** Why a probability must be refused: it has to lie between 0 and 1, which may be themselves allowed. */
function noProbability(
  value: number,
  { zero, one }: { readonly zero: boolean; readonly one: boolean },
  name = 'probability',
): CellError | undefined {
  if ((value > 0 && value < 1) || (zero && value === 0) || (one && value === 1)) return undefined;
  const [low, high] = [zero ? 'at least 0' : 'above 0', one ? 'at most 1' : 'below 1'];
  return notANumber(`${name} must be ${low} and ${high}`);
}

const open = { zero: false, one: false };
const closed = { zero: true, one: true };

function normal(x: number, mean: number, deviation: number, cumulative: boolean): EngineValue {
  const z = (x - mean) / deviation;
  return (
    notPositive(deviation, 'standard_dev') ??
    (cumulative ? normalTails(z).lower : normalDensity(z) / deviation)
  );
}

function normalInverse(probability: number, mean: number, deviation: number): EngineValue {
  return (
    noProbability(probability, open) ??
    notPositive(deviation, 'standard_dev') ??
    mean + deviation * normalQuantile(probability)
  );
}

function logNormal(x: number, mean: number, deviation: number, cumulative: boolean): EngineValue {
  const refusal = notPositive(x, 'x') ?? notPositive(deviation, 'standard_dev');
  if (refusal) return refusal;
  const z = (Math.log(x) - mean) / deviation;
  return cumulative ? normalTails(z).lower : normalDensity(z) / (x * deviation);
}

function logNormalInverse(probability: number, mean: number, deviation: number): EngineValue {
  return (
    noProbability(probability, open) ??
    notPositive(deviation, 'standard_dev') ??
    finite(Math.exp(mean + deviation * normalQuantile(probability)))
  );
}

function exponential(x: number, rate: number, cumulative: boolean): EngineValue {
  return (
    negative(x, 'x') ??
    notPositive(rate, 'lambda') ??
    (cumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x))
  );
}

function weibull(x: number, shape: number, scale: number, cumulative: boolean): EngineValue {
  const refusal = negative(x, 'x') ?? notPositive(shape, 'alpha') ?? notPositive(scale, 'beta');
  if (refusal) return refusal;
  const power = (x / scale) ** shape;
  return cumulative
    ? -Math.expm1(-power)
    : finite((shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-power));
}

function gammaOf(x: number, shape: number, scale: number, cumulative: boolean): EngineValue {
  return (
    negative(x, 'x') ??
    notPositive(shape, 'alpha') ??
    notPositive(scale, 'beta') ??
    (cumulative ? gammaTails(x, shape, scale).lower : finite(gammaDensity(x, shape, scale)))
  );
}

function gammaInverse(probability: number, shape: number, scale: number): EngineValue {
  return (
    noProbability(probability, { zero: true, one: false }) ??
    notPositive(shape, 'alpha') ??
    notPositive(scale, 'beta') ??
    gammaQuantile({ lower: probability }, shape, scale)
  );
}

function beta(
  x: number,
  first: number,
  second: number,
  cumulative: boolean,
  from: number,
  to: number,
): EngineValue {
  const refusal = notPositive(first, 'alpha') ?? notPositive(second, 'beta');
  if (refusal) return refusal;
  if (from >= to) return notANumber('A must be below B');
  if (x < from || x > to) return notANumber('x must be from A to B');
  const [below, above] = [(x - from) / (to - from), (to - x) / (to - from)];
  return cumulative
    ? incompleteBeta(below, above, first, second).lower
    : finite(betaDensity(below, above, first, second) / (to - from));
}

function betaInverse(
  probability: number,
  first: number,
  second: number,
  from: number,
  to: number,
): EngineValue {
  const refusal =
    noProbability(probability, { zero: false, one: true }) ??
    notPositive(first, 'alpha') ??
    notPositive(second, 'beta');
  if (refusal) return refusal;
  if (from >= to) return notANumber('A must be below B');
  return from + (to - from) * betaQuantile({ lower: probability }, first, second);
}

function chiSquared(x: number, freedom: number, cumulative: boolean): EngineValue {
  const degrees = Math.trunc(freedom);
  return (
    negative(x, 'x') ??
    noDegrees(degrees, 'deg_freedom') ??
    (cumulative ? gammaTails(x, degrees / 2, 2).lower : finite(gammaDensity(x, degrees / 2, 2)))
  );
}

function chiSquaredBeyond(x: number, freedom: number): EngineValue {
  const degrees = Math.trunc(freedom);
  return negative(x, 'x') ?? noDegrees(degrees, 'deg_freedom') ?? gammaTails(x, degrees / 2, 2).upper;
}

function chiSquaredInverse(share: (probability: number) => Share) {
  return (probability: number, freedom: number): EngineValue => {
    const degrees = Math.trunc(freedom);
    return (
      noProbability(probability, closed) ??
      noDegrees(degrees, 'deg_freedom') ??
      finite(gammaQuantile(share(probability), degrees / 2, 2))
    );
  };
}

function noFreedom(first: number, second: number): CellError | undefined {
  return noDegrees(first, 'deg_freedom1') ?? noDegrees(second, 'deg_freedom2');
}

function fisherF(x: number, freedom1: number, freedom2: number, cumulative: boolean): EngineValue {
  const [first, second] = [Math.trunc(freedom1), Math.trunc(freedom2)];
  return (
    negative(x, 'x') ??
    noFreedom(first, second) ??
    (cumulative ? fTails(x, first, second).lower : finite(fDensity(x, first, second)))
  );
}

function fisherFBeyond(x: number, freedom1: number, freedom2: number): EngineValue {
  const [first, second] = [Math.trunc(freedom1), Math.trunc(freedom2)];
  return negative(x, 'x') ?? noFreedom(first, second) ?? fTails(x, first, second).upper;
}

function fisherFInverse(share: (probability: number) => Share) {
  return (probability: number, freedom1: number, freedom2: number): EngineValue => {
    const [first, second] = [Math.trunc(freedom1), Math.trunc(freedom2)];
    return (
      noProbability(probability, closed) ??
      noFreedom(first, second) ??
      finite(fQuantile(share(probability), first, second))
    );
  };
}

function student(t: number, freedom: number, cumulative: boolean): EngineValue {
  const degrees = Math.trunc(freedom);
  return (
    noDegrees(degrees, 'deg_freedom') ??
    (cumulative ? studentTails(t, degrees).lower : studentDensity(t, degrees))
  );
}

function studentBeyond(t: number, freedom: number): EngineValue {
  const degrees = Math.trunc(freedom);
  return noDegrees(degrees, 'deg_freedom') ?? studentTails(t, degrees).upper;
}

/** One tail or both, of a t that is not negative. */
function studentByTails(t: number, freedom: number, wanted: number): EngineValue {
  const [degrees, tails] = [Math.trunc(freedom), Math.trunc(wanted)];
  if (tails !== 1 && tails !== 2) return notANumber('tails must be 1 or 2');
  return (
    negative(t, 'x') ?? noDegrees(degrees, 'deg_freedom') ?? (tails * distanceTails(t, degrees).upper) / 2
  );
}

function studentInverse(probability: number, freedom: number): EngineValue {
  const degrees = Math.trunc(freedom);
  return (
    noProbability(probability, open) ??
    noDegrees(degrees, 'deg_freedom') ??
    studentQuantile(probability, degrees)
  );
}

function studentInverseOfBoth(probability: number, freedom: number): EngineValue {
  const degrees = Math.trunc(freedom);
  return (
    noProbability(probability, { zero: false, one: true }) ??
    noDegrees(degrees, 'deg_freedom') ??
    studentDistance(probability, degrees)
  );
}

/** What is wrong with the arguments of a confidence interval; undefined when nothing is. */
function noInterval(alpha: number, deviation: number, size: number): CellError | undefined {
  return (
    noProbability(alpha, open, 'alpha') ??
    notPositive(deviation, 'standard_dev') ??
    (size >= 1 ? undefined : notANumber('size must be at least 1'))
  );
}

function confidence(alpha: number, deviation: number, count: number): EngineValue {
  const size = Math.trunc(count);
  return noInterval(alpha, deviation, size) ?? (normalBeyond(alpha / 2) * deviation) / Math.sqrt(size);
}

function studentConfidence(alpha: number, deviation: number, count: number): EngineValue {
  const size = Math.trunc(count);
  const refusal = noInterval(alpha, deviation, size);
  if (refusal) return refusal;
  if (size === 1) return divisionByZero('size must be at least 2');
  return (studentDistance(alpha, size - 1) * deviation) / Math.sqrt(size);
}

function fisher(x: number): EngineValue {
  return Math.abs(x) < 1 ? Math.atanh(x) : notANumber('x must be above -1 and below 1');
}

function gammaFunction(x: number): EngineValue {
  if (x <= 0 && Number.isInteger(x)) return notANumber('number must not be 0 or a negative whole number');
  return finite(gamma(x));
}

function logOfGamma(x: number): EngineValue {
  return notPositive(x, 'x') ?? finite(logGamma(x));
}

function standardize(x: number, mean: number, deviation: number): EngineValue {
  return notPositive(deviation, 'standard_dev') ?? (x - mean) / deviation;
}

const two = [number, number];
const three = [number, number, number];
const bounds = [optional(number, 0), optional(number, 1)];
const below = (lower: number): Share => ({ lower });
const above = (upper: number): Share => ({ upper });
const cumulatively =
  (distribution: (x: number, first: number, second: number, cumulative: boolean) => EngineValue) =>
  (x: number, first: number, second: number): EngineValue =>
    distribution(x, first, second, true);

const normalOf = { parameters: [...three, boolean], calculate: normal };
const normalInverseOf = { parameters: three, calculate: normalInverse };
const logNormalInverseOf = { parameters: three, calculate: logNormalInverse };
const standardNormalInverseOf = {
  parameters: [number],
  calculate: (probability: number) => normalInverse(probability, 0, 1),
};
const exponentialOf = { parameters: [...two, boolean], calculate: exponential };
const weibullOf = { parameters: [...three, boolean], calculate: weibull };
const gammaDistribution = { parameters: [...three, boolean], calculate: gammaOf };
const gammaInverseOf = { parameters: three, calculate: gammaInverse };
const betaInverseOf = { parameters: [...three, ...bounds], calculate: betaInverse };
const chiSquaredBeyondOf = { parameters: two, calculate: chiSquaredBeyond };
const chiSquaredInverseBeyond = { parameters: two, calculate: chiSquaredInverse(above) };
const fisherFBeyondOf = { parameters: three, calculate: fisherFBeyond };
const fisherFInverseBeyond = { parameters: three, calculate: fisherFInverse(above) };
const studentInverseOfBothTails = { parameters: two, calculate: studentInverseOfBoth };
const confidenceOf = { parameters: three, calculate: confidence };
const logOfGammaOf = { parameters: [number], calculate: logOfGamma };

/** Continuous distributions, with the names they had before Excel 2010, and what belongs to them. */
export const continuousDistributionFunctions = excelFunctions({
  'BETA.DIST': { parameters: [...three, boolean, ...bounds], calculate: beta },
  'BETA.INV': betaInverseOf,
  BETADIST: {
    parameters: [...three, ...bounds],
    calculate: (x: number, first: number, second: number, from: number, to: number) =>
      beta(x, first, second, true, from, to),
  },
  BETAINV: betaInverseOf,
  CHIDIST: chiSquaredBeyondOf,
  CHIINV: chiSquaredInverseBeyond,
  'CHISQ.DIST': { parameters: [...two, boolean], calculate: chiSquared },
  'CHISQ.DIST.RT': chiSquaredBeyondOf,
  'CHISQ.INV': { parameters: two, calculate: chiSquaredInverse(below) },
  'CHISQ.INV.RT': chiSquaredInverseBeyond,
  CONFIDENCE: confidenceOf,
  'CONFIDENCE.NORM': confidenceOf,
  'CONFIDENCE.T': { parameters: three, calculate: studentConfidence },
  'EXPON.DIST': exponentialOf,
  EXPONDIST: exponentialOf,
  'F.DIST': { parameters: [...three, boolean], calculate: fisherF },
  'F.DIST.RT': fisherFBeyondOf,
  'F.INV': { parameters: three, calculate: fisherFInverse(below) },
  'F.INV.RT': fisherFInverseBeyond,
  FDIST: fisherFBeyondOf,
  FINV: fisherFInverseBeyond,
  FISHER: { parameters: [number], calculate: fisher },
  FISHERINV: { parameters: [number], calculate: Math.tanh },
  GAMMA: { parameters: [number], calculate: gammaFunction },
  'GAMMA.DIST': gammaDistribution,
  'GAMMA.INV': gammaInverseOf,
  GAMMADIST: gammaDistribution,
  GAMMAINV: gammaInverseOf,
  GAMMALN: logOfGammaOf,
  'GAMMALN.PRECISE': logOfGammaOf,
  GAUSS: { parameters: [number], calculate: normalFromMiddle },
  LOGINV: logNormalInverseOf,
  'LOGNORM.DIST': { parameters: [...three, boolean], calculate: logNormal },
  'LOGNORM.INV': logNormalInverseOf,
  LOGNORMDIST: { parameters: three, calculate: cumulatively(logNormal) },
  'NORM.DIST': normalOf,
  'NORM.INV': normalInverseOf,
  'NORM.S.DIST': {
    parameters: [number, boolean],
    calculate: (z: number, cumulative: boolean) => normal(z, 0, 1, cumulative),
  },
  'NORM.S.INV': standardNormalInverseOf,
  NORMDIST: normalOf,
  NORMINV: normalInverseOf,
  NORMSDIST: { parameters: [number], calculate: (z: number) => normal(z, 0, 1, true) },
  NORMSINV: standardNormalInverseOf,
  PHI: { parameters: [number], calculate: normalDensity },
  STANDARDIZE: { parameters: three, calculate: standardize },
  'T.DIST': { parameters: [...two, boolean], calculate: student },
  'T.DIST.2T': {
    parameters: two,
    calculate: (t: number, freedom: number) => studentByTails(t, freedom, 2),
  },
  'T.DIST.RT': { parameters: two, calculate: studentBeyond },
  'T.INV': { parameters: two, calculate: studentInverse },
  'T.INV.2T': studentInverseOfBothTails,
  TDIST: { parameters: three, calculate: studentByTails },
  TINV: studentInverseOfBothTails,
  WEIBULL: weibullOf,
  'WEIBULL.DIST': weibullOf,
});
