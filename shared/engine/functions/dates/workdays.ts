import { CellError, type SimpleRangeValue } from 'hyperformula';
import { calendarDay, lastDateSerial } from '../../../workbook/excel-date.ts';
import { readTextNumber } from '../../../workbook/number-format.ts';
import { dayOfArgument, withinCalendar } from './dates.ts';
import { excelFunctions, noError, number, optional, range } from '../excel-function.ts';
import { notANumber, plainValue, toNumber, wrongValue, type PlainValue } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { kept } from '../kept-results.ts';
import { cellsOf } from '../ranges.ts';

/** The days of a week that are not worked, from Monday. */
type Weekend = readonly boolean[];

/** Days not worked from Monday, by their numbers: 1 to 7 are two days, 11 to 17 one, from Sunday. */
const weekendNumbers: ReadonlyMap<number, string> = new Map([
  [1, '0000011'],
  [2, '1000001'],
  [3, '1100000'],
  [4, '0110000'],
  [5, '0011000'],
  [6, '0001100'],
  [7, '0000110'],
  [11, '0000001'],
  [12, '1000000'],
  [13, '0100000'],
  [14, '0010000'],
  [15, '0001000'],
  [16, '0000100'],
  [17, '0000010'],
]);

function weekendOf(given: PlainValue): Weekend | CellError {
  const asNumber = typeof given === 'string' ? undefined : toNumber(given);
  if (asNumber instanceof CellError) return asNumber;
  const days = typeof given === 'string' ? given : weekendNumbers.get(Math.trunc(asNumber ?? 0));
  if (days === undefined) return notANumber('weekend must be from 1 to 7 or from 11 to 17');
  if (!/^[01]{7}$/.test(days)) return wrongValue('weekend must be seven characters 0 or 1, from Monday');
  return Array.from(days, (day) => day === '1');
}

/** Days of a week that are worked. */
function workdaysAWeek(weekend: Weekend): number {
  return weekend.filter((free) => !free).length;
}

/** Whether a whole serial number, of which 1 is a Sunday, is a day worked but for holidays. */
function isWorked(day: number, weekend: Weekend): boolean {
  return weekend[(((day + 5) % 7) + 7) % 7] === false;
}

/** The days in the cells, each once and in order. Empty cells are passed over. */
function readHolidays(given: SimpleRangeValue): readonly number[] | CellError {
  const cells = cellsOf(given);
  const holidays = new Set<number>();
  for (let row = 0; row < cells.height; row++) {
    for (let column = 0; column < cells.width; column++) {
      const value = cells.at(row, column);
      if (value === null) continue;
      if (value instanceof CellError) return value;
      const serial = typeof value === 'string' ? readTextNumber(value) : value;
      if (typeof serial !== 'number') return wrongValue('holidays must be dates');
      if (calendarDay(serial) === undefined) return notANumber('holidays must be dates from 1900 to 9999');
      holidays.add(Math.floor(serial));
    }
  }
  return [...holidays].toSorted((left, right) => left - right);
}

function holidaysOf(given: SimpleRangeValue | undefined): readonly number[] | CellError {
  return given === undefined ? [] : kept([given], 'holidays', () => readHolidays(given));
}

/** Days worked from a first to a last day, both counted, but for holidays. */
function countWeekdays(first: number, last: number, weekend: Weekend): number {
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * workdaysAWeek(weekend);
  for (let day = first + weeks * 7; day <= last; day++) if (isWorked(day, weekend)) count++;
  return count;
}

/** Days worked between two dates, both counted; negative where the second comes first. */
function countWorkdays(
  start: number,
  end: number,
  weekend: Weekend,
  given: SimpleRangeValue | undefined,
): EngineValue {
  const from = dayOfArgument(start, 'start_date');
  if (from instanceof CellError) return from;
  const to = dayOfArgument(end, 'end_date');
  if (to instanceof CellError) return to;
  const holidays = holidaysOf(given);
  if (holidays instanceof CellError) return holidays;
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const free = holidays.filter((day) => day >= first && day <= last && isWorked(day, weekend)).length;
  const count = countWeekdays(first, last, weekend) - free;
  return start > end ? -count : count;
}

/** The day that is so many days worked after another, or before it, but for holidays. */
function stepWeekdays(from: number, days: number, weekend: Weekend): number {
  const [direction, aWeek] = [Math.sign(days), workdaysAWeek(weekend)];
  // One day at least is left to the steps, which end on a day worked.
  const weeks = Math.max(0, Math.floor((Math.abs(days) - 1) / aWeek));
  let day = from + direction * weeks * 7;
  for (let left = Math.abs(days) - weeks * aWeek; left > 0;) {
    day += direction;
    if (isWorked(day, weekend)) left--;
  }
  return day;
}

/** The day that is so many days worked after a date, or before it. */
function workdayFrom(
  start: number,
  given: number,
  weekend: Weekend,
  holidayCells: SimpleRangeValue | undefined,
): EngineValue {
  const from = dayOfArgument(start, 'start_date');
  if (from instanceof CellError) return from;
  if (workdaysAWeek(weekend) === 0) return wrongValue('weekend must leave a day of the week');
  const holidays = holidaysOf(holidayCells);
  if (holidays instanceof CellError) return holidays;
  const [first, days] = [Math.floor(start), Math.trunc(given)];
  if (Math.abs(days) > lastDateSerial) return notANumber('days leads beyond the dates from 1900 to 9999');
  let day = stepWeekdays(first, days, weekend);
  const direction = Math.sign(days);
  for (const holiday of direction < 0 ? holidays.toReversed() : holidays) {
    const passed = (holiday - first) * direction > 0 && (day - holiday) * direction >= 0;
    if (passed && isWorked(holiday, weekend)) day = stepWeekdays(day, direction, weekend);
  }
  return withinCalendar(day);
}

type OfWeekend = (
  start: number,
  other: number,
  weekend: Weekend,
  holidays: SimpleRangeValue | undefined,
) => EngineValue;

const saturdayAndSunday: Weekend = [false, false, false, false, false, true, true];

function withUsualWeekend(calculate: OfWeekend) {
  return (start: number, other: number, holidays: SimpleRangeValue | undefined): EngineValue =>
    calculate(start, other, saturdayAndSunday, holidays);
}

function withWeekend(calculate: OfWeekend) {
  return (
    start: number,
    other: number,
    given: EngineScalar,
    holidays: SimpleRangeValue | undefined,
  ): EngineValue => {
    const weekend = weekendOf(plainValue(given));
    return weekend instanceof CellError ? weekend : calculate(start, other, weekend, holidays);
  };
}

const usual = [number, number, optional(range)];
const withNumber = [number, number, { ...noError, defaultValue: 1, emptyAsDefault: true }, optional(range)];

/** Days worked: all but weekends and holidays. */
export const workdayFunctions = excelFunctions({
  NETWORKDAYS: { parameters: usual, calculate: withUsualWeekend(countWorkdays) },
  'NETWORKDAYS.INTL': { parameters: withNumber, calculate: withWeekend(countWorkdays) },
  WORKDAY: { parameters: usual, calculate: withUsualWeekend(workdayFrom) },
  'WORKDAY.INTL': { parameters: withNumber, calculate: withWeekend(workdayFrom) },
});
