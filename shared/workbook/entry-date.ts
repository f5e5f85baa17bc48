import { dateSerial, daysInMonth } from './excel-date.ts';
import type { EntryLocale } from './entry-locale.ts';

/** A date, a time of day or both as a serial number, and the format it was written in. */
export interface ReadDate {
  readonly value: number;
  readonly format: string;
}

/** No date or time is longer; long texts need not be looked at. */
const longestDate = 48;

/**
 * The date, time of day or both that a typed text stands for; undefined for other texts. Without a
 * locale only ISO dates and times are read. With one, also dates in the order of the locale, a
 * year of two digits being of 1930 to 2029, dates without a year, which are of this one, months
 * with their year, and months by name.
 */
export function readDateTime(text: string, locale: EntryLocale | undefined): ReadDate | undefined {
  if (text.length > longestDate || !/[0-9]/.test(text)) return undefined;
  return readDay(text, locale) ?? readTime(text) ?? readDayAndTime(text, locale);
}

const isoFormat = 'yyyy-mm-dd';
const isoMonthFormat = 'yyyy-mm';
const dayNameYearFormat = 'd-mmm-yy';
const dayNameFormat = 'd-mmm';
const nameYearFormat = 'mmm-yy';

function readDayAndTime(text: string, locale: EntryLocale | undefined): ReadDate | undefined {
  for (const gap of text.matchAll(/[ T]/g)) {
    const clock = readTime(text.slice(gap.index + 1));
    const day = clock && clock.value < 1 ? readDay(text.slice(0, gap.index).trimEnd(), locale) : undefined;
    if (!clock || !day || day.format === isoMonthFormat || day.format === nameYearFormat) continue;
    const format = day.format.includes('mmm') && locale ? locale.dateFormat : day.format;
    return { value: day.value + clock.value, format: `${format} ${clock.format}` };
  }
  return undefined;
}

const isoPattern = /^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2}))?$/;

function readDay(text: string, locale: EntryLocale | undefined): ReadDate | undefined {
  const iso = isoPattern.exec(text)?.groups;
  if (iso) {
    const { year = '', month, day } = iso;
    return day === undefined
      ? dated(isoMonthFormat, Number(year), Number(month), 1)
      : dated(isoFormat, Number(year), Number(month), Number(day));
  }
  if (!locale) return undefined;
  return readFigures(text, locale) ?? readTwoFigures(text, locale) ?? readNamed(text, locale);
}

const figuresPattern =
  /^(?<first>[0-9]{1,4})(?<separator>[/.-])(?<second>[0-9]{1,2})\k<separator>(?<third>[0-9]{1,4})$/;

/** Day, month and year in figures. */
function readFigures(text: string, locale: EntryLocale): ReadDate | undefined {
  const parts = figuresPattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { first = '', second = '', third = '', separator } = parts;
  if (separator === '.' && locale.separator !== '.') return undefined;
  const isYearFirst = first.length === 4 || locale.order === 'year-month-day';
  const [yearText, monthText, dayText] = isYearFirst
    ? [first, second, third]
    : locale.order === 'month-day-year'
      ? [third, first, second]
      : [third, second, first];
  // 1.2.3 is the number of a chapter or a version.
  if (separator === '.' && yearText.length === 1) return undefined;
  if (monthText.length > 2 || dayText.length > 2) return undefined;
  return dated(locale.dateFormat, fullYear(yearText), Number(monthText), Number(dayText));
}

const twoFiguresPattern = /^(?<first>[0-9]{1,2})[/-](?<second>[0-9]{1,4})$/;
const dayAndMonthPattern = /^(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.$/;

/** Day and month of this year in figures or, where they are none, a month and its year. */
function readTwoFigures(text: string, locale: EntryLocale): ReadDate | undefined {
  const pointed = locale.separator === '.' ? dayAndMonthPattern.exec(text)?.groups : undefined;
  if (pointed) return dated(dayNameFormat, locale.thisYear, Number(pointed['month']), Number(pointed['day']));
  const parts = twoFiguresPattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { first = '', second = '' } = parts;
  const [month, day] =
    locale.order === 'day-month-year' ? [Number(second), Number(first)] : [Number(first), Number(second)];
  return (
    (second.length <= 2 ? dated(dayNameFormat, locale.thisYear, month, day) : undefined) ??
    dated(nameYearFormat, fullYear(second), Number(first), 1)
  );
}

const dayNamePattern =
  /^(?<day>[0-9]{1,2})(?:\. ?|[ /-])?(?<name>\p{L}+)\.?(?:(?:, ?|[ /-])(?<year>[0-9]{4}|[0-9]{2}))?$/u;
const nameFirstPattern =
  /^(?<name>\p{L}+)\.?[ /-]?(?<number>[0-9]{1,4})(?:(?:, ?| )(?<year>[0-9]{4}|[0-9]{2}))?$/u;

/** A date with the month by its name. */
function readNamed(text: string, locale: EntryLocale): ReadDate | undefined {
  const dayFirst = dayNamePattern.exec(text)?.groups;
  const parts = dayFirst ?? nameFirstPattern.exec(text)?.groups;
  const month = locale.months.get(parts?.['name']?.toLowerCase() ?? '');
  if (!parts || month === undefined) return undefined;
  const number = parts['day'] ?? parts['number'] ?? '';
  const { year } = parts;
  if (year !== undefined)
    return number.length <= 2 ? dated(dayNameYearFormat, fullYear(year), month, Number(number)) : undefined;
  return (
    (number.length <= 2 ? dated(dayNameFormat, locale.thisYear, month, Number(number)) : undefined) ??
    (dayFirst ? undefined : dated(nameYearFormat, fullYear(number), month, 1))
  );
}

/** The year that is written with four digits or the last two; 0, which is none, for other numbers of digits. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  if (digits.length > 2) return 0;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dated(format: string, year: number, month: number, day: number): ReadDate | undefined {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { value: dateSerial(year, month, day), format };
}

const secondsPerDay = 86_400;
/** Excel reads times up to 9999 hours. */
const maximumHours = 9999;
const timePattern =
  /^(?<hours>[0-9]{1,4})(?::(?<minutes>[0-9]{0,2})(?:(?<=[0-9]):(?<seconds>[0-9]{1,2}(?:\.[0-9]{1,3})?))?)?(?<half> [AaPp][Mm]?)?$/;

function readTime(text: string): ReadDate | undefined {
  const parts = timePattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { minutes, seconds, half } = parts;
  if (minutes === undefined && half === undefined) return undefined;
  const hours = Number(parts['hours']);
  if (hours > maximumHours || Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return undefined;
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const afternoon = half?.trim().toUpperCase().startsWith('P') ? 12 : 0;
  const hour = half === undefined ? hours : (hours % 12) + afternoon;
  const value = (hour * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / secondsPerDay;
  if (hour >= 24) return { value, format: '[h]:mm:ss' };
  const clock = seconds === undefined ? 'h:mm' : seconds.includes('.') ? 'h:mm:ss.000' : 'h:mm:ss';
  return { value, format: half === undefined ? clock : `${clock} AM/PM` };
}
