/**
 * Excel's 1900 date system: 1 is 1 January 1900, 60 is the 29 February 1900 that never was, and
 * 61 is 1 March 1900. The last day is 31 December 9999.
 * Source: Microsoft, "Excel incorrectly assumes that the year 1900 is a leap year".
 */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; 0 for serial 0, which Excel calls 0 January 1900. */
  readonly day: number;
}

/** The serial number of 31 December 9999, after which Excel has no dates. */
export const lastDateSerial = 2_958_465;

const inventedLeapDay = 60;
const millisecondsPerDay = 86_400_000;
/** 30 December 1899: day 0 for every serial number from 61 on. */
const dayZero = Date.UTC(1899, 11, 30);

/**
 * The serial number of a day. Months beyond 1 to 12 and days beyond the month's run over into the
 * neighbouring months, as in Excel's DATE. Gives a number below 0 or above `lastDateSerial` for
 * days Excel does not have.
 */
export function dateSerial(year: number, month: number, day: number): number {
  const monthIndex = year * 12 + (month - 1);
  const wholeYear = Math.floor(monthIndex / 12);
  const wholeMonth = monthIndex - wholeYear * 12;
  // Days are added as serial numbers, so that 29 February 1900 counts as one.
  const [start, first] = [new Date(0), dayZero];
  start.setUTCFullYear(wholeYear, wholeMonth, 1);
  const serial = Math.round((start.getTime() - first) / millisecondsPerDay);
  return (serial > inventedLeapDay ? serial : serial - 1) + day - 1;
}

/** The calendar day of a serial number; the time of day is left out. Undefined outside 0 to `lastDateSerial`. */
export function calendarDay(serial: number): CalendarDay | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= lastDateSerial)) return undefined;
  if (whole === inventedLeapDay) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date(dayZero + (whole < inventedLeapDay ? whole + 1 : whole) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The number of days of a month, with the 29 days that February 1900 has in Excel. */
export function daysInMonth(year: number, month: number): number {
  return dateSerial(year, month + 1, 1) - dateSerial(year, month, 1);
}
