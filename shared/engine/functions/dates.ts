import { type CellError } from 'hyperformula';
import { calendarDay, dateSerial, daysInMonth, lastDateSerial } from '../../workbook/excel-date.ts';
import { readTextNumber } from '../../workbook/number-format.ts';
import { excelFunctions, number, optional, text } from './excel-function.ts';
import { notANumber, wrongValue } from './excel-values.ts';
import type { EngineValue } from './hyperformula-internals.ts';

/** The serial number, or `#NUM!` where Excel has no such day. */
function withinCalendar(serial: number): EngineValue {
  return serial >= 0 && serial <= lastDateSerial ? serial : notANumber();
}

/** Years below 1900 count from 1900; months and days run over into the next or the one before. */
function date(year: number, month: number, day: number): EngineValue {
  const [wholeYear, wholeMonth, wholeDay] = [Math.floor(year), Math.floor(month), Math.floor(day)];
  if (wholeYear < 0 || wholeYear > 9999) return notANumber();
  return withinCalendar(dateSerial(wholeYear < 1900 ? wholeYear + 1900 : wholeYear, wholeMonth, wholeDay));
}

function dayPart(part: 'year' | 'month' | 'day') {
  return (serial: number): number | CellError => calendarDay(serial)?.[part] ?? notANumber();
}

/** First weekday of each numbering that WEEKDAY knows, counted from Sunday as 0. */
const firstWeekday: Readonly<Record<number, number>> = {
  1: 0,
  2: 1,
  11: 1,
  12: 2,
  13: 3,
  14: 4,
  15: 5,
  16: 6,
  17: 0,
};

/** Day of the week from 1, or from 0 in numbering 3. Serial number 1 is a Sunday, as Excel has it. */
function weekday(serial: number, numbering: number): EngineValue {
  if (calendarDay(serial) === undefined) return notANumber();
  const fromSunday = (Math.floor(serial) + 6) % 7;
  const type = Math.trunc(numbering);
  if (type === 3) return (fromSunday + 6) % 7;
  const first = firstWeekday[type];
  return first === undefined ? notANumber() : ((fromSunday - first + 7) % 7) + 1;
}

/** Week of the year, the first being that of 1 January; numbering 21 is ISO 8601's. */
function weekOfYear(serial: number, numbering: number): EngineValue {
  const day = calendarDay(serial);
  if (day === undefined) return notANumber();
  const type = Math.trunc(numbering);
  if (type === 21) return isoWeek(serial);
  const first = type === 3 ? undefined : firstWeekday[type];
  if (first === undefined) return notANumber();
  const newYear = dateSerial(day.year, 1, 1);
  const beforeFirstWeek = (((newYear + 6) % 7) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + beforeFirstWeek) / 7) + 1;
}

/** ISO 8601 week: the week of a day is that of its Thursday. */
function isoWeek(serial: number): EngineValue {
  const whole = Math.floor(serial);
  const thursday = whole - ((whole + 5) % 7) + 3;
  const day = calendarDay(Math.max(thursday, 0));
  if (calendarDay(serial) === undefined || day === undefined) return notANumber();
  return Math.floor((thursday - dateSerial(day.year, 1, 1)) / 7) + 1;
}

/** The same day some months on, or the last one of a shorter month. */
function monthsLater(serial: number, months: number): EngineValue {
  const day = calendarDay(serial);
  if (day === undefined) return notANumber();
  const target = day.month + Math.trunc(months);
  return withinCalendar(dateSerial(day.year, target, Math.min(day.day, daysInMonth(day.year, target))));
}

function endOfMonth(serial: number, months: number): EngineValue {
  const day = calendarDay(serial);
  return day === undefined
    ? notANumber()
    : withinCalendar(dateSerial(day.year, day.month + Math.trunc(months) + 1, 1) - 1);
}

/** Days between two dates. Unlike a subtraction it leaves out the time of day. */
function days(end: number, start: number): EngineValue {
  if (calendarDay(end) === undefined || calendarDay(start) === undefined) return notANumber();
  return Math.floor(end) - Math.floor(start);
}

/** Days between two dates in a year of twelve months of 30 days, the American (NASD) or the European way. */
function days360(start: number, end: number, european: number): EngineValue {
  const [from, to] = [calendarDay(start), calendarDay(end)];
  if (from === undefined || to === undefined) return notANumber();
  let [firstDay, lastDay] = [from.day, to.day];
  if (european !== 0) {
    firstDay = Math.min(firstDay, 30);
    lastDay = Math.min(lastDay, 30);
  } else {
    if (firstDay === daysInMonth(from.year, from.month)) firstDay = 30;
    if (lastDay === 31 && firstDay === 30) lastDay = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + lastDay - firstDay;
}

/** Whole years, months or days from one date to another, or what is left of them beside whole years or months. */
function dateDifference(start: number, end: number, unit: string): EngineValue {
  const [from, to] = [calendarDay(start), calendarDay(end)];
  if (from === undefined || to === undefined || Math.floor(start) > Math.floor(end)) return notANumber();
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return Math.floor(end) - Math.floor(start);
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return Math.floor(end) - dateSerial(to.year, to.month - (to.day < from.day ? 1 : 0), from.day);
    case 'YD': {
      const anniversary = dateSerial(to.year, from.month, from.day);
      return (
        Math.floor(end) -
        (anniversary <= Math.floor(end) ? anniversary : dateSerial(to.year - 1, from.month, from.day))
      );
    }
    default:
      return notANumber();
  }
}

/** Part of a day shown by a clock, to the second, as Excel shows it. */
function clockPart(part: (seconds: number) => number) {
  return (serial: number): EngineValue => {
    if (serial < 0 || serial >= lastDateSerial + 1) return notANumber();
    return part(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400);
  };
}

function time(hours: number, minutes: number, seconds: number): EngineValue {
  const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
  return total < 0 ? notANumber() : (total % 86_400) / 86_400;
}

function readDate(written: string): EngineValue {
  const value = isNumeral(written) ? undefined : readTextNumber(written);
  return value === undefined ? wrongValue() : Math.floor(value);
}

function readTime(written: string): EngineValue {
  const value = isNumeral(written) ? undefined : readTextNumber(written);
  return value === undefined ? wrongValue() : value - Math.floor(value);
}

/** A number that is no date, which DATEVALUE and TIMEVALUE refuse. */
function isNumeral(written: string): boolean {
  return /^[-+$(]?\s*[0-9.,]+(?:e[-+]?[0-9]+)?\s*[%)]?$/i.test(written.trim());
}

/** Dates in the 1900 system, with the 29 February 1900 that Excel has. */
export const dateFunctions = excelFunctions({
  DATE: { parameters: [number, number, number], calculate: date },
  YEAR: { parameters: [number], calculate: dayPart('year') },
  MONTH: { parameters: [number], calculate: dayPart('month') },
  DAY: { parameters: [number], calculate: dayPart('day') },
  WEEKDAY: { parameters: [number, optional(number, 1)], calculate: weekday },
  WEEKNUM: { parameters: [number, optional(number, 1)], calculate: weekOfYear },
  ISOWEEKNUM: { parameters: [number], calculate: isoWeek },
  EDATE: { parameters: [number, number], calculate: monthsLater },
  EOMONTH: { parameters: [number, number], calculate: endOfMonth },
  DAYS: { parameters: [number, number], calculate: days },
  DAYS360: { parameters: [number, number, optional(number, 0)], calculate: days360 },
  DATEDIF: { parameters: [number, number, text], calculate: dateDifference },
  TIME: { parameters: [number, number, number], calculate: time },
  HOUR: { parameters: [number], calculate: clockPart((seconds) => Math.floor(seconds / 3600)) },
  MINUTE: { parameters: [number], calculate: clockPart((seconds) => Math.floor(seconds / 60) % 60) },
  SECOND: { parameters: [number], calculate: clockPart((seconds) => seconds % 60) },
  DATEVALUE: { parameters: [text], calculate: readDate },
  TIMEVALUE: { parameters: [text], calculate: readTime },
});
