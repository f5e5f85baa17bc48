import { dateSerial } from '../../../workbook/excel-date.ts';
import { daysBetween, daysInYear, dayOf, type DayCountBasis } from '../dates/day-count.ts';
import { excelFunctions, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import {
  basis,
  date,
  financialFunction,
  notNegative,
  positive,
  type FinancialValues,
} from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { roundToPlaces } from '../math/rounding.ts';

/*
 * Depreciation by the French accounting system, whose first period is a part of a year. Sources:
 * Microsoft, "AMORDEGRC function" and "AMORLINC function"; where they are silent, what Excel 2010
 * calculates.
 */

const takes = [
  notNegative('cost'),
  date('date_purchased'),
  date('first_period'),
  notNegative('salvage'),
  notNegative('period'),
  positive('rate'),
  basis,
] as const;
type Asset = FinancialValues<(typeof takes)[number]['name']>;

/** With actual days of the month a day at the end of a leap year's February counts as the 28th. */
function withoutLeapDay(serial: number, dayCount: DayCountBasis): number {
  const { year, month, day } = dayOf(serial);
  const changes = (dayCount === 1 || dayCount === 3) && month === 2 && day === 29;
  return changes ? dateSerial(year, 2, 28) : serial;
}

/** Years from the purchase to the end of the first period, by the year of the purchase; a whole one when none. */
function firstYears({ date_purchased: purchase, first_period: end, basis: dayCount }: Asset): number {
  const days = daysBetween(withoutLeapDay(purchase, dayCount), withoutLeapDay(end, dayCount), dayCount);
  return days / daysInYear(purchase, purchase, dayCount);
}

/** The first period's depreciation at a rate, which is at most what there is to depreciate. */
function firstDepreciation(asset: Asset, rate: number): number {
  const years = firstYears(asset) || 1;
  return Math.min(years * rate * asset.cost, asset.cost - asset.salvage);
}

/** Years in which the rate depreciates everything. */
function lifeOf(rate: number): number {
  return Math.ceil(roundToPlaces(1 / rate, 9));
}

/** AMORLINC: the same every year until nothing is left. */
function linear(asset: Asset): number {
  const { cost, salvage, period, rate } = asset;
  if (period > lifeOf(rate)) return 0;
  const first = firstDepreciation(asset, rate);
  if (period < 1) return period === 0 ? first : rate * cost;
  const left = cost - salvage - first - (Math.floor(period) - 1) * rate * cost;
  return Math.max(0, Math.min(rate * cost, left));
}

/** How much faster than evenly an asset of some years is depreciated. */
function coefficient(life: number): number {
  return life > 6 ? 2.5 : life >= 5 ? 2 : 1.5;
}

/**
 * AMORDEGRC: a part of what is left, in whole units; half of it in the last year but one and all of it
 * in the last. Nothing once what is left is below the salvage.
 */
function degressive(asset: Asset): EngineValue {
  const { cost, salvage, period } = asset;
  const years = 1 / asset.rate;
  if (years < 3 || (years > 4 && years < 5))
    return notANumber('rate must give a life of 3 to 4 years, or of 5 or more');
  const assetLife = lifeOf(asset.rate);
  if (period > assetLife) return 0;
  let rate = asset.rate * coefficient(assetLife);
  const first = roundToPlaces(firstDepreciation(asset, rate), 0);
  if (period === 0) return first;
  const lifetime = firstYears(asset) === 0 ? assetLife : assetLife + 1;
  let [left, depreciation] = [cost - first, 0];
  for (let index = 1; index <= period; index++) {
    const halves = lifetime - (index + 1) === 2;
    depreciation = left < salvage ? 0 : halves ? left / 2 : left * rate;
    if (halves) rate = 1;
    left -= depreciation;
  }
  return roundToPlaces(depreciation, 0);
}

function french(calculate: (asset: Asset) => EngineValue): ExcelFunction {
  return financialFunction(takes, [], (asset) => {
    if (asset.basis === 2) return notANumber('basis must be 0, 1, 3 or 4');
    if (asset.date_purchased > asset.first_period)
      return notANumber('date_purchased must not be after first_period');
    if (asset.salvage > asset.cost) return notANumber('salvage must not be above cost');
    return asset.salvage === asset.cost ? 0 : calculate(asset);
  });
}

/** Depreciation by the French accounting system. */
export const frenchDepreciationFunctions = excelFunctions({
  AMORDEGRC: french(degressive),
  AMORLINC: french(linear),
});
