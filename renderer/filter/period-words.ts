import type { FilterPeriod } from '../../shared/workbook/filter/date-periods.ts';

const months: readonly (readonly [period: FilterPeriod, words: string])[] = [
  ['M1', 'January'],
  ['M2', 'February'],
  ['M3', 'March'],
  ['M4', 'April'],
  ['M5', 'May'],
  ['M6', 'June'],
  ['M7', 'July'],
  ['M8', 'August'],
  ['M9', 'September'],
  ['M10', 'October'],
  ['M11', 'November'],
  ['M12', 'December'],
];

/** The periods in Excel's words and groups, in the order of its lists. */
export const periodGroups: readonly {
  readonly heading: string;
  readonly periods: readonly (readonly [period: FilterPeriod, words: string])[];
}[] = [
  {
    heading: 'Day',
    periods: [
      ['tomorrow', 'Tomorrow'],
      ['today', 'Today'],
      ['yesterday', 'Yesterday'],
    ],
  },
  {
    heading: 'Week',
    periods: [
      ['nextWeek', 'Next week'],
      ['thisWeek', 'This week'],
      ['lastWeek', 'Last week'],
    ],
  },
  {
    heading: 'Month',
    periods: [
      ['nextMonth', 'Next month'],
      ['thisMonth', 'This month'],
      ['lastMonth', 'Last month'],
    ],
  },
  {
    heading: 'Quarter',
    periods: [
      ['nextQuarter', 'Next quarter'],
      ['thisQuarter', 'This quarter'],
      ['lastQuarter', 'Last quarter'],
    ],
  },
  {
    heading: 'Year',
    periods: [
      ['nextYear', 'Next year'],
      ['thisYear', 'This year'],
      ['lastYear', 'Last year'],
      ['yearToDate', 'Year to date'],
    ],
  },
  {
    heading: 'All dates in the period',
    periods: [['Q1', 'Quarter 1'], ['Q2', 'Quarter 2'], ['Q3', 'Quarter 3'], ['Q4', 'Quarter 4'], ...months],
  },
];

/** A period in words. */
export function periodWords(period: FilterPeriod): string {
  const found = periodGroups.flatMap(({ periods }) => periods).find(([one]) => one === period);
  return found?.[1] ?? period;
}
