import { calendarDay, dateSerial } from '../excel-date.ts';

/** Excel's periods by which a filter finds dates, as its files call them: those around today, and quarters (`Q1`) and months (`M1`) of any year. */
export const filterPeriods = [
  'tomorrow',
  'today',
  'yesterday',
  'nextWeek',
  'thisWeek',
  'lastWeek',
  'nextMonth',
  'thisMonth',
  'lastMonth',
  'nextQuarter',
  'thisQuarter',
  'lastQuarter',
  'nextYear',
  'thisYear',
  'lastYear',
  'yearToDate',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'M1',
  'M2',
  'M3',
  'M4',
  'M5',
  'M6',
  'M7',
  'M8',
  'M9',
  'M10',
  'M11',
  'M12',
] as const;
export type FilterPeriod = (typeof filterPeriods)[number];

/** Tells of a serial number whether it lies in a period, as seen on a day, which is a serial number too. Weeks begin on Sunday. */
export function periodTest(period: FilterPeriod, today: number): (serial: number) => boolean {
  const [, kind, number] = /^([QM])([0-9]+)$/.exec(period) ?? [];
  if (kind !== undefined) {
    const wanted = Number(number);
    return (serial) => {
      const month = calendarDay(serial)?.month;
      return month !== undefined && (kind === 'M' ? month : Math.ceil(month / 3)) === wanted;
    };
  }
  const [first, end] = bounds(period, today);
  return (serial) => serial >= first && serial < end;
}

/** The first day of a period around today, and the one after its last. */
function bounds(period: FilterPeriod, today: number): readonly [first: number, end: number] {
  const { year, month } = calendarDay(today) ?? { year: 1900, month: 1 };
  const days = (from: number, count: number) => [today + from, today + from + count] as const;
  // Serial number 1 is a Sunday in Excel's count of weekdays.
  const week = (step: number) => days(step * 7 - ((today - 1) % 7), 7);
  const months = (from: number, count: number) =>
    [dateSerial(year, from, 1), dateSerial(year, from + count, 1)] as const;
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  switch (period) {
    case 'tomorrow':
      return days(1, 1);
    case 'yesterday':
      return days(-1, 1);
    case 'nextWeek':
      return week(1);
    case 'thisWeek':
      return week(0);
    case 'lastWeek':
      return week(-1);
    case 'nextMonth':
      return months(month + 1, 1);
    case 'thisMonth':
      return months(month, 1);
    case 'lastMonth':
      return months(month - 1, 1);
    case 'nextQuarter':
      return months(quarter + 3, 3);
    case 'thisQuarter':
      return months(quarter, 3);
    case 'lastQuarter':
      return months(quarter - 3, 3);
    case 'nextYear':
      return months(13, 12);
    case 'thisYear':
      return months(1, 12);
    case 'lastYear':
      return months(-11, 12);
    case 'yearToDate':
      return [dateSerial(year, 1, 1), today + 1];
    default:
      return days(0, 1);
  }
}

/** Today by the clock of the machine, as a serial number. */
export function todaySerial(): number {
  const now = new Date();
  return dateSerial(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
