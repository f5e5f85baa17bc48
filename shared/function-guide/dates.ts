import type { FunctionEntries } from './function-entry.ts';

const rangesToo = 'A range of cells gives a result for each of them; Excel gives #VALUE!.';

export const dateFunctions: FunctionEntries = {
  DATE: [
    'year, month, day',
    'Gives the serial number of a date; months and days beyond their ends run over.',
    '=DATE(2026,7,31)',
  ],
  DATEDIF: [
    'start_date, end_date, unit',
    'Counts whole years, months or days between two dates ("Y", "M", "D"), or what is left of them ("YM", "YD", "MD").',
    '=DATEDIF(DATE(2024,1,15),DATE(2026,7,1),"M")',
  ],
  DATEVALUE: ['date_text', 'Gives the serial number of a date written as text.', '=DATEVALUE("31-Jul-2026")'],
  DAY: ['serial_number', 'Gives the day of the month of a date, from 1 to 31.', '=DAY(DATE(2026,7,31))'],
  DAYS: [
    'end_date, start_date',
    'Counts the days from one date to another.',
    '=DAYS(DATE(2026,12,31),DATE(2026,1,1))',
  ],
  DAYS360: [
    'start_date, end_date, [method]',
    'Counts the days between two dates in a year of twelve months of 30 days, the European way if method is TRUE.',
    '=DAYS360(DATE(2026,1,31),DATE(2026,3,31))',
  ],
  EDATE: [
    'start_date, months',
    'Gives the same day some months later or earlier, or the last one of a shorter month.',
    '=EDATE(DATE(2026,1,31),1)',
    rangesToo,
  ],
  EOMONTH: [
    'start_date, months',
    'Gives the last day of the month that is some months later or earlier.',
    '=EOMONTH(DATE(2026,1,15),1)',
    rangesToo,
  ],
  HOUR: ['serial_number', 'Gives the hour of a time, from 0 to 23.', '=HOUR(0.75)'],
  ISOWEEKNUM: ['date', 'Gives the week of the year of a date by ISO 8601.', '=ISOWEEKNUM(DATE(2026,1,1))'],
  MINUTE: ['serial_number', 'Gives the minute of a time, from 0 to 59.', '=MINUTE("7:45 AM")'],
  MONTH: ['serial_number', 'Gives the month of a date, from 1 to 12.', '=MONTH(DATE(2026,7,31))'],
  NETWORKDAYS: [
    'start_date, end_date, [holidays]',
    'Counts the days worked between two dates, both of them too: all but Saturdays, Sundays and holidays.',
    '=NETWORKDAYS(DATE(2026,12,21),DATE(2026,12,31),DATE(2026,12,25))',
    rangesToo,
  ],
  'NETWORKDAYS.INTL': [
    'start_date, end_date, [weekend], [holidays]',
    'Counts the days worked between two dates, both of them too, with a weekend of any days.',
    '=NETWORKDAYS.INTL(DATE(2026,12,21),DATE(2026,12,31),"0000110")',
  ],
  NOW: ['', 'Gives the date and the time now.', '=NOW()'],
  SECOND: ['serial_number', 'Gives the second of a time, from 0 to 59.', '=SECOND("4:48:18 PM")'],
  TIME: [
    'hour, minute, second',
    'Gives a time of day as a part of a day; minutes and seconds beyond 59 run over.',
    '=TIME(16,48,0)',
  ],
  TIMEVALUE: ['time_text', 'Gives a time written as text as a part of a day.', '=TIMEVALUE("2:24 AM")'],
  TODAY: ['', 'Gives the date of today.', '=TODAY()'],
  WEEKDAY: [
    'serial_number, [return_type]',
    'Gives the day of the week of a date: from 1 for Sunday, or as return_type counts.',
    '=WEEKDAY(DATE(2026,7,31),2)',
  ],
  WEEKNUM: [
    'serial_number, [return_type]',
    'Gives the week of the year of a date; weeks begin on Sunday, or as return_type says.',
    '=WEEKNUM(DATE(2026,7,31),2)',
    rangesToo,
  ],
  WORKDAY: [
    'start_date, days, [holidays]',
    'Gives the date that is some days worked later or earlier: all but Saturdays, Sundays and holidays.',
    '=WORKDAY(DATE(2026,12,21),5,DATE(2026,12,25))',
    rangesToo,
  ],
  'WORKDAY.INTL': [
    'start_date, days, [weekend], [holidays]',
    'Gives the date that is some days worked later or earlier, with a weekend of any days.',
    '=WORKDAY.INTL(DATE(2026,12,21),5,11)',
  ],
  YEAR: ['serial_number', 'Gives the year of a date, from 1900 to 9999.', '=YEAR(DATE(2026,7,31))'],
  YEARFRAC: [
    'start_date, end_date, [basis]',
    'Gives the years between two dates, with their fraction, by a way of counting days.',
    '=YEARFRAC(DATE(2026,1,1),DATE(2026,7,1),1)',
    rangesToo,
  ],
};
