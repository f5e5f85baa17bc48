import { excelFunctions } from '../excel-function.ts';
import { divisionByZero, notANumber } from '../excel-values.ts';
import { amount, financialFunction, notNegative, positive } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { roundToPlaces } from '../math/rounding.ts';

/*
 * How much of an asset's cost each period of its life bears. Sources: Microsoft, "DB function",
 * "DDB function", "SLN function", "SYD function" and "VDB function"; where they are silent on parts
 * of periods, what Excel 2010 calculates.
 */

/** What the declining-balance methods know of an asset. */
interface Asset {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
  /** The rate of depreciation as a multiple of the straight line's. */
  readonly factor: number;
}

/** Depreciation of the period that ends at `period`, which may be a fraction, without a change to the straight line. */
function declining({ cost, salvage, life, factor }: Asset, period: number): number {
  const kept = Math.max(0, 1 - factor / life);
  const before = cost * kept ** (period - 1);
  return Math.max(0, before - Math.max(salvage, cost * kept ** period));
}

/** The same with the change to the straight line once that bears more; `end` is the end of the last period. */
function decliningOrStraight(asset: Asset, remainingLife: number, end: number): number {
  let toDepreciate = asset.cost - asset.salvage;
  let [total, straight] = [0, 0];
  const periods = Math.ceil(end);
  for (let period = 1; period <= periods; period++) {
    if (straight === 0) {
      const evenly = toDepreciate / (remainingLife - (period - 1));
      if (evenly > declining(asset, period)) straight = evenly;
    }
    const borne = straight === 0 ? declining(asset, period) : straight;
    toDepreciate -= borne;
    total += period === periods ? borne * (end + 1 - periods) : borne;
  }
  return total;
}

/** Declining balance alone, with parts of the first and the last period. */
function decliningBetween(asset: Asset, start: number, end: number): number {
  let total = 0;
  for (let period = Math.floor(start) + 1; period <= Math.ceil(end); period++) {
    const part = Math.min(end, period) - Math.max(start, period - 1);
    total += declining(asset, period) * part;
  }
  return total;
}

/**
 * VDB. As in Excel a start within a period begins anew there, with what is left of cost and life: two
 * halves of a period then bear less than the whole.
 */
function variableDeclining(asset: Asset, start: number, end: number, noSwitch: boolean): number {
  if (noSwitch) return decliningBetween(asset, start, end);
  const cost = asset.cost - decliningOrStraight(asset, asset.life, start);
  return decliningOrStraight({ ...asset, cost }, asset.life - start, end - start);
}

/** DB: a rate of three decimal places; the first year has some months only, and the last one the rest of them. */
function fixedDeclining(values: {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
  readonly period: number;
  readonly month: number;
}): EngineValue {
  const { cost, salvage, life } = values;
  const month = Math.trunc(values.month);
  if (month < 1 || month > 12) return notANumber('month must be from 1 to 12');
  if (values.period > (month === 12 ? life : life + 1)) return notANumber('period must be within life');
  if (cost === 0 || salvage >= cost) return 0;
  const rate = roundToPlaces(1 - (salvage / cost) ** (1 / life), 3);
  const period = Math.max(1, Math.trunc(values.period));
  const first = (cost * rate * month) / 12;
  if (period === 1) return first;
  const left = (cost - first) * (1 - rate) ** (period - 2);
  return values.period > life ? (left * rate * (12 - month)) / 12 : left * rate;
}

const asset = [notNegative('cost'), notNegative('salvage'), positive('life')] as const;

/** Depreciation by period. */
export const depreciationFunctions = excelFunctions({
  DB: financialFunction([...asset, positive('period'), amount('month', 12)], [], fixedDeclining),
  DDB: financialFunction([...asset, positive('period'), positive('factor', 2)], [], (values) =>
    values.period > values.life
      ? notANumber('period must be within life')
      : declining(values, Math.max(1, values.period)),
  ),
  SLN: financialFunction([amount('cost'), amount('salvage'), amount('life')], [], ({ cost, salvage, life }) =>
    life === 0 ? divisionByZero('life must not be 0') : (cost - salvage) / life,
  ),
  SYD: financialFunction(
    [amount('cost'), notNegative('salvage'), positive('life'), positive('per')],
    [],
    ({ cost, salvage, life, per }) =>
      per > life
        ? notANumber('per must be within life')
        : ((cost - salvage) * (life - per + 1) * 2) / (life * (life + 1)),
  ),
  VDB: financialFunction(
    [
      ...asset,
      notNegative('start_period'),
      notNegative('end_period'),
      positive('factor', 2),
      amount('no_switch', 0),
    ],
    [],
    (values) => {
      const { cost, salvage, life, start_period: start, end_period: end } = values;
      if (start > end) return notANumber('start_period must not be after end_period');
      if (end > life) return notANumber('end_period must be within life');
      if (salvage >= cost) return 0;
      return variableDeclining(values, start, end, values.no_switch !== 0);
    },
  ),
});
