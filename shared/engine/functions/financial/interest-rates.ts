import { CellError, type SimpleRangeValue } from 'hyperformula';
import { excelFunctions, number, range } from '../excel-function.ts';
import { divisionByZero, notANumber, wrongValue } from '../excel-values.ts';
import { amount, financialFunction, positive, whole } from './financial-arguments.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { cellsOf } from '../ranges.ts';

/*
 * Rates of interest and growth, and prices in fractions. Sources: Microsoft, "EFFECT function",
 * "NOMINAL function", "RRI function", "PDURATION function", "FVSCHEDULE function" and "DOLLARDE
 * function".
 */

/** FVSCHEDULE: an empty cell is a rate of 0, anything else that is no number is refused. */
function grownBy(principal: number, schedule: SimpleRangeValue): EngineValue {
  const rates = cellsOf(schedule);
  let worth = principal;
  for (let row = 0; row < rates.height; row++) {
    for (let column = 0; column < rates.width; column++) {
      const rate = rates.at(row, column) ?? 0;
      if (rate instanceof CellError) return rate;
      if (typeof rate !== 'number') return wrongValue('schedule must hold numbers only');
      worth *= 1 + rate;
    }
  }
  return worth;
}

/** The logarithm of how many times as large an amount has become, exact also for the smallest growth. */
function logOfGrowth(from: number, to: number): number {
  return Math.log1p((to - from) / from);
}

/** A price whose decimal places are the count of fractions, with as many places as the denominator needs. */
function converted(dollar: number, denominator: number, decimal: boolean): EngineValue {
  const fraction = Math.trunc(denominator);
  if (fraction < 0) return notANumber('fraction must not be negative');
  if (fraction === 0) return divisionByZero('fraction must be 1 or more');
  const scale = 10 ** Math.ceil(Math.log10(fraction)) / fraction;
  const units = Math.trunc(dollar);
  const rest = dollar - units;
  return units + (decimal ? rest * scale : rest / scale);
}

/** Rates of interest and growth, and prices in fractions. */
export const interestRateFunctions = excelFunctions({
  DOLLARDE: financialFunction([amount('fractional_dollar'), amount('fraction')], [], (values) =>
    converted(values.fractional_dollar, values.fraction, true),
  ),
  DOLLARFR: financialFunction([amount('decimal_dollar'), amount('fraction')], [], (values) =>
    converted(values.decimal_dollar, values.fraction, false),
  ),
  EFFECT: financialFunction([positive('nominal_rate'), whole('npery', 1)], [], (values) =>
    Math.expm1(values.npery * Math.log1p(values.nominal_rate / values.npery)),
  ),
  FVSCHEDULE: { parameters: [number, range], calculate: grownBy },
  NOMINAL: financialFunction(
    [positive('effect_rate'), whole('npery', 1)],
    [],
    (values) => values.npery * Math.expm1(Math.log1p(values.effect_rate) / values.npery),
  ),
  PDURATION: financialFunction(
    [positive('rate'), positive('pv'), positive('fv')],
    [],
    ({ rate, pv, fv }) => Math.log(fv / pv) / Math.log1p(rate),
  ),
  RRI: financialFunction([positive('nper'), amount('pv'), amount('fv')], [], ({ nper, pv, fv }) => {
    if (pv === 0) return notANumber('pv must not be 0');
    const rate = fv / pv < 0 ? (fv / pv) ** (1 / nper) - 1 : Math.expm1(logOfGrowth(pv, fv) / nper);
    return Number.isNaN(rate) ? notANumber('pv and fv must have the same sign') : rate;
  }),
});
