import { CellError, SimpleRangeValue } from 'hyperformula';
import { lastDateSerial } from '../../../workbook/excel-date.ts';
import { any, excelFunctions, number, optional, range } from '../excel-function.ts';
import { divisionByZero, notANumber, plainValue, toNumber, wrongValue } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';
import { cellsOf, numbersOf } from '../ranges.ts';
import { newtonRoot, onlyRate, type SlopedTrial } from './root-search.ts';

/*
 * What flows of money are worth, and the rate they earn. Sources: Microsoft, "NPV function", "IRR
 * function", "MIRR function", "XNPV function" and "XIRR function".
 */

/** Present value of flows one period apart, the first of them now. */
function presentValue(flows: readonly number[], rate: number): SlopedTrial {
  const factor = 1 / (1 + rate);
  let [value, slope, size] = [0, 0, 0];
  for (let period = flows.length - 1; period >= 0; period--) {
    const flow = flows[period] ?? 0;
    slope = slope * factor + value;
    value = value * factor + flow;
    size = size * factor + Math.abs(flow);
  }
  // So far the slope is that by the factor.
  return { value, slope: -slope * factor * factor, size };
}

/** Of flows in the order of time. */
function signChanges(flows: readonly number[]): number {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

const oneSign = 'values must hold a positive and a negative number';
const noRate = 'guess must be nearer to a rate at which the values are worth nothing';

/**
 * IRR: the rate at which flows of equal periods are worth nothing, which is what Newton's method
 * reaches from the guess. As in the results of Excel that have been published, there is none where
 * that runs away to ever higher rates; where it fails otherwise and there is only one rate, that rate.
 * Periods before the first flow do not alter the rate and are left out, because their discount would
 * make any high rate look like one.
 */
function internalRate(values: SimpleRangeValue, guess: number): EngineValue {
  if (guess <= -1) return wrongValue('guess must be above -1');
  const flows = numbersOf(values);
  if (flows instanceof CellError) return flows;
  const begun = flows.slice(flows.findIndex((flow) => flow !== 0));
  const changes = signChanges(begun);
  if (changes === 0) return notANumber(oneSign);
  const found = newtonRoot((rate) => presentValue(begun, rate), guess);
  if (found === Infinity) return notANumber(noRate);
  if (found !== undefined) return found;
  const only = changes === 1 ? onlyRate((factor) => presentValue(begun, 1 / factor - 1).value) : undefined;
  return only ?? notANumber(noRate);
}

/** NPV: numbers only from cells and arrays, and what reads as a number from single values. The first flow comes after a period. */
function netPresentValue(rate: number, ...values: (EngineValue | undefined)[]): EngineValue {
  if (rate === -1) return divisionByZero('rate must not be -1');
  const flows: number[] = [];
  for (const value of values) {
    if (value === undefined) continue;
    const numbers = value instanceof SimpleRangeValue ? numbersOf(value) : toNumber(plainValue(value));
    if (numbers instanceof CellError) return numbers;
    if (typeof numbers === 'number') flows.push(numbers);
    else for (const flow of numbers) flows.push(flow);
  }
  return presentValue(flows, rate).value / (1 + rate);
}

/** MIRR: what is paid is financed at one rate, what is received is reinvested at another. */
function modifiedInternalRate(
  values: SimpleRangeValue,
  financeRate: number,
  reinvestRate: number,
): EngineValue {
  const flows = numbersOf(values);
  if (flows instanceof CellError) return flows;
  if (financeRate === -1 || reinvestRate === -1) return divisionByZero('the rates must not be -1');
  const received = presentValue(
    flows.map((flow) => Math.max(flow, 0)),
    reinvestRate,
  ).value;
  const paid = presentValue(
    flows.map((flow) => Math.min(flow, 0)),
    financeRate,
  ).value;
  if (received === 0 || paid === 0) return divisionByZero(oneSign);
  const periods = flows.length - 1;
  return (-received / paid) ** (1 / periods) * (1 + reinvestRate) - 1;
}

/** Flows of a schedule and the years from the first date to each, of 365 days. */
interface Schedule {
  readonly flows: readonly number[];
  readonly years: readonly number[];
}

/** A flow of the schedule for each row; rows without a flow and a date are none. */
function scheduleOf(values: SimpleRangeValue, dates: SimpleRangeValue): Schedule | CellError {
  const [flowCells, dateCells] = [cellsOf(values), cellsOf(dates)];
  const count = flowCells.width * flowCells.height;
  if (count !== dateCells.width * dateCells.height)
    return notANumber('values and dates must be equally many');
  const flows: number[] = [];
  const years: number[] = [];
  let start: number | undefined;
  for (let index = 0; index < count; index++) {
    const flow = flowCells.at(Math.floor(index / flowCells.width), index % flowCells.width);
    const date = dateCells.at(Math.floor(index / dateCells.width), index % dateCells.width);
    if (flow === null && date === null) continue;
    if (flow instanceof CellError) return flow;
    if (date instanceof CellError) return date;
    if (typeof (flow ?? 0) !== 'number') return wrongValue('values must be numbers');
    if (typeof (date ?? 0) !== 'number') return wrongValue('dates must be dates');
    const day = Math.floor(Number(date));
    if (day < 0 || day > lastDateSerial) return notANumber('dates must be from 1900 to 9999');
    start ??= day;
    if (day < start) return notANumber('dates must not be before the first of them');
    flows.push(Number(flow));
    years.push((day - start) / 365);
  }
  return { flows, years };
}

/** Present value of a schedule. */
function scheduleWorth({ flows, years }: Schedule, rate: number): SlopedTrial {
  const growth = Math.log1p(rate);
  let [value, slope, size] = [0, 0, 0];
  for (const [index, flow] of flows.entries()) {
    const wait = years[index] ?? 0;
    const worth = flow * Math.exp(-wait * growth);
    value += worth;
    slope -= (wait * worth) / (1 + rate);
    size += Math.abs(worth);
  }
  return { value, slope, size };
}

function scheduledValue(rate: number, values: SimpleRangeValue, dates: SimpleRangeValue): EngineValue {
  if (rate <= -1) return notANumber('rate must be above -1');
  const schedule = scheduleOf(values, dates);
  if (schedule instanceof CellError) return schedule;
  let worth = 0;
  for (const [index, flow] of schedule.flows.entries())
    worth += flow / (1 + rate) ** (schedule.years[index] ?? 0);
  return worth;
}

/** XIRR: as IRR, of flows on given days. Excel gives a rate near 0 that is none where its search fails. */
function scheduledRate(values: SimpleRangeValue, dates: SimpleRangeValue, guess: number): EngineValue {
  if (guess <= -1) return notANumber('guess must be above -1');
  const schedule = scheduleOf(values, dates);
  if (schedule instanceof CellError) return schedule;
  const begun = fromFirstFlow(schedule);
  const changes = signChanges(begun.flows);
  if (changes === 0) return notANumber(oneSign);
  const worthAt = (rate: number) => scheduleWorth(begun, rate);
  const found = newtonRoot(worthAt, guess);
  if (found !== undefined && found !== Infinity) return found;
  const only = changes === 1 ? onlyRate((factor) => worthAt(1 / factor - 1).value) : undefined;
  return only ?? notANumber(noRate);
}

/** The schedule in the order of time, one flow a day, from the first that is not 0. */
function fromFirstFlow({ flows, years }: Schedule): Schedule {
  const byYears = new Map<number, number>();
  for (const [index, flow] of flows.entries()) {
    const year = years[index] ?? 0;
    byYears.set(year, (byYears.get(year) ?? 0) + flow);
  }
  const ordered = [...byYears].filter(([, flow]) => flow !== 0).toSorted(([a], [b]) => a - b);
  const start = ordered[0]?.[0] ?? 0;
  return { flows: ordered.map(([, flow]) => flow), years: ordered.map(([year]) => year - start) };
}

/** Functions of what flows of money are worth and earn. */
export const rateOfReturnFunctions = excelFunctions({
  IRR: { parameters: [range, optional(number, 0.1)], calculate: internalRate },
  MIRR: { parameters: [range, number, number], calculate: modifiedInternalRate },
  NPV: { parameters: [number, any], repeatLastArgs: 1, calculate: netPresentValue },
  XIRR: { parameters: [range, range, optional(number, 0.1)], calculate: scheduledRate },
  XNPV: { parameters: [number, range, range], calculate: scheduledValue },
});
