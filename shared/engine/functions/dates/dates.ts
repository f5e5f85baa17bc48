import { CellError } from 'hyperformula';
import {
  calendarDay,
  dateSerial,
  daysInMonth,
  lastDateSerial,
  type CalendarDay,
} from '../../../workbook/excel-date.ts';
import { dayCountBasis, days360, yearFraction } from './day-count.ts';
import { boolean, excelFunctions, number, optional, text } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** The calendar day of a serial number, or `#NUM!` where Excel has no such day. */
export function dayOfArgument(serial: number, argument: string): CalendarDay | CellError {
  return calendarDay(serial) ?? notANumber(`${argument} must be a date from 1900 to 9999`);
}

/** The serial number that a function has worked out, or `#NUM!` where Excel has no such day. */
export function withinCalendar(serial: number): EngineValue {
  return serial >= 0 && serial <= lastDateSerial ? serial : notANumber('the date is not from 1900 to 9999');
}

/** Years below 1900 count from 1900; months and days run over into the next or the one before. */
function date(year: number, month: number, day: number): EngineValue {
  const [wholeYear, wholeMonth, wholeDay] = [Math.floor(year), Math.floor(month), Math.floor(day)];
  if (wholeYear < 0 || wholeYear > 9999) return notANumber('year must be from 0 to 9999');
  return withinCalendar(dateSerial(wholeYear < 1900 ? wholeYear + 1900 : wholeYear, wholeMonth, wholeDay));
}

function dayPart(part: 'year' | 'month' | 'day') {
  return (serial: number): EngineValue => {
    const day = dayOfArgument(serial, 'serial_number');
    return day instanceof CellError ? day : day[part];
  };
}

/** The same day some months on, or the last one of a shorter month. */
function monthsLater(serial: number, months: number): EngineValue {
  const day = dayOfArgument(serial, 'start_date');
  if (day instanceof CellError) return day;
  const target = day.month + Math.trunc(months);
  return withinCalendar(dateSerial(day.year, target, Math.min(day.day, daysInMonth(day.year, target))));
}

function endOfMonth(serial: number, months: number): EngineValue {
  const day = dayOfArgument(serial, 'start_date');
  if (day instanceof CellError) return day;
  return withinCalendar(dateSerial(day.year, day.month + Math.trunc(months) + 1, 1) - 1);
}

/** A function of the whole days of two dates, whichever comes first. */
function ofTwoDates(calculate: (start: number, end: number, kind: number | boolean) => EngineValue) {
  return (start: number, end: number, kind: number | boolean): EngineValue => {
    const from = dayOfArgument(start, 'start_date');
    if (from instanceof CellError) return from;
    const to = dayOfArgument(end, 'end_date');
    return to instanceof CellError ? to : calculate(Math.floor(start), Math.floor(end), kind);
  };
}

function yearsBetween(start: number, end: number, kind: number | boolean): EngineValue {
  const basis = dayCountBasis(Number(kind));
  return basis instanceof CellError ? basis : yearFraction(start, end, basis);
}

/**
 * Whole years, months or days from one date to another, or what is left of them beside whole years
 * or months. What is left of a month is counted from the day of the start in the last month, which
 * runs over where that month is too short: so Excel gives -2 from 31 January to 1 March 2007. Days
 * beside years are the whole months as they follow the start, and what is left of a month.
 * Source: Microsoft, "DATEDIF function"; results that others published of Excel.
 */
function dateDifference(start: number, end: number, unit: string): EngineValue {
  const from = dayOfArgument(start, 'start_date');
  if (from instanceof CellError) return from;
  const to = dayOfArgument(end, 'end_date');
  if (to instanceof CellError) return to;
  const [first, last] = [Math.floor(start), Math.floor(end)];
  if (first > last) return notANumber('end_date must not be before start_date');
  const begun = to.day < from.day ? 1 : 0;
  const months = (to.year - from.year) * 12 + to.month - from.month - begun;
  const daysBesideMonths = last - dateSerial(to.year, to.month - begun, from.day);
  switch (unit.toUpperCase()) {
    case 'D':
      return last - first;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return daysBesideMonths;
    case 'YD':
      return dateSerial(from.year, from.month + (months % 12), from.day) - first + daysBesideMonths;
    default:
      return notANumber('unit must be "Y", "M", "D", "MD", "YM" or "YD"');
  }
}

/** Dates in the 1900 system, with the 29 February 1900 that Excel has. */
export const dateFunctions = excelFunctions({
  DATE: { parameters: [number, number, number], calculate: date },
  DATEDIF: { parameters: [number, number, text], calculate: dateDifference },
  DAY: { parameters: [number], calculate: dayPart('day') },
  // Unlike a subtraction it leaves out the time of day.
  DAYS: {
    parameters: [number, number],
    calculate: (end: number, start: number) => ofTwoDates((first, last) => last - first)(start, end, 0),
  },
  DAYS360: {
    parameters: [number, number, optional(boolean, false)],
    calculate: ofTwoDates((start, end, european) => days360(start, end, european === true)),
  },
  EDATE: { parameters: [number, number], calculate: monthsLater },
  EOMONTH: { parameters: [number, number], calculate: endOfMonth },
  MONTH: { parameters: [number], calculate: dayPart('month') },
  YEAR: { parameters: [number], calculate: dayPart('year') },
  YEARFRAC: { parameters: [number, number, optional(number, 0)], calculate: ofTwoDates(yearsBetween) },
});
