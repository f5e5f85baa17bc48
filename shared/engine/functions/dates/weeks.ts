import { CellError } from 'hyperformula';
import { calendarDay, dateSerial } from '../../../workbook/excel-date.ts';
import { dayOfArgument } from './dates.ts';
import { excelFunctions, number, optional } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** First weekday of each numbering that WEEKDAY and WEEKNUM share, counted from Sunday as 0. */
const firstWeekdays: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 1],
  [11, 1],
  [12, 2],
  [13, 3],
  [14, 4],
  [15, 5],
  [16, 6],
  [17, 0],
]);

/** Day of the week from Sunday as 0. Serial number 1 is a Sunday, as Excel has it. */
function fromSunday(serial: number): number {
  return (Math.floor(serial) + 6) % 7;
}

/** Day of the week from 1, or from 0 in numbering 3. */
function weekday(serial: number, numbering: number): EngineValue {
  const day = dayOfArgument(serial, 'serial_number');
  if (day instanceof CellError) return day;
  const type = Math.trunc(numbering);
  if (type === 3) return (fromSunday(serial) + 6) % 7;
  const first = firstWeekdays.get(type);
  if (first === undefined) return notANumber('return_type must be 1, 2, 3 or from 11 to 17');
  return ((fromSunday(serial) - first + 7) % 7) + 1;
}

/** Week of the year, the first being that of 1 January; numbering 21 is ISO 8601's. */
function weekOfYear(serial: number, numbering: number): EngineValue {
  const day = dayOfArgument(serial, 'serial_number');
  if (day instanceof CellError) return day;
  const type = Math.trunc(numbering);
  if (type === 21) return weekOfThursday(serial);
  const first = firstWeekdays.get(type);
  if (first === undefined) return notANumber('return_type must be 1, 2, from 11 to 17, or 21');
  const newYear = dateSerial(day.year, 1, 1);
  const beforeFirstWeek = (fromSunday(newYear) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + beforeFirstWeek) / 7) + 1;
}

/** ISO 8601 week of a day that Excel has: that of its Thursday, of which the last of 1899 is the only one before 1900. */
function weekOfThursday(serial: number): number {
  const whole = Math.floor(serial);
  const thursday = whole - ((whole + 5) % 7) + 3;
  const day = thursday < 1 ? undefined : calendarDay(Math.min(thursday, lastThursday));
  return day === undefined ? 52 : Math.floor((thursday - dateSerial(day.year, 1, 1)) / 7) + 1;
}

/** 30 December 9999; the last day of that year, a Friday, is of its week. */
const lastThursday = 2_958_464;

function isoWeek(serial: number): EngineValue {
  const day = dayOfArgument(serial, 'date');
  return day instanceof CellError ? day : weekOfThursday(serial);
}

/** Weekdays and weeks of the year. */
export const weekFunctions = excelFunctions({
  ISOWEEKNUM: { parameters: [number], calculate: isoWeek },
  WEEKDAY: { parameters: [number, optional(number, 1)], calculate: weekday },
  WEEKNUM: { parameters: [number, optional(number, 1)], calculate: weekOfYear },
});
