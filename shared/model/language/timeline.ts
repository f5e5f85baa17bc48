import type { Axis } from './plan.ts';

/*
 * The columns of every sheet with a time line, the same everywhere: words, totals by year, then
 * the periods. "Start" holds what stands before the first period, so that every period can read
 * the one before it with the same formula.
 */

export const firstYear = 2025;
export const lastYear = 2028;
const yearCount = lastYear - firstYear + 1;
const quarterCount = yearCount * 4;

/** Years of the window, 2025 to 2028. */
export const years: readonly number[] = Array.from({ length: yearCount }, (_, index) => firstYear + index);

const labelColumn = 0;
const unitColumn = 1;
const totalColumn = 2;
const windowColumn = 3;
const firstYearColumn = 4;
const startColumn = firstYearColumn + yearCount;
const beforeColumn = startColumn + 1;
const firstQuarterColumn = beforeColumn + 1;
const afterColumn = firstQuarterColumn + quarterCount;

const namedColumns: Readonly<Record<string, number>> = {
  label: labelColumn,
  unit: unitColumn,
  total: totalColumn,
  window: windowColumn,
  ...Object.fromEntries(years.map((year, index) => [String(year), firstYearColumn + index])),
  start: startColumn,
  before: beforeColumn,
  last: afterColumn - 1,
  after: afterColumn,
};

/** The columns of a time line by name; a year's column has the year as its name. */
export const timelineAxis: Axis = {
  columns: new Map(Object.entries(namedColumns)),
  runs: {
    years: [firstYearColumn, firstYearColumn + yearCount - 1],
    quarters: [firstQuarterColumn, afterColumn - 1],
    periods: [beforeColumn, afterColumn],
  },
};

/** The column of a name that is known to be one. Throws on any other. */
export function timelineColumn(name: string): number {
  const column = timelineAxis.columns.get(name);
  if (column === undefined) throw new Error(`The time line has no column "${name}"`);
  return column;
}

export interface Period {
  readonly column: number;
  readonly label: string;
  readonly kind: 'before' | 'quarter' | 'after';
  /** Calendar year; null outside the window. */
  readonly year: number | null;
  /** Bounds in quarters from 1 January 2025; null where the period has no bound. */
  readonly opens: number | null;
  readonly closes: number | null;
}

/** Before 2025, the sixteen quarters of the window, after 2028. */
export const periods: readonly Period[] = [
  {
    column: beforeColumn,
    label: `Before ${firstYear}`,
    kind: 'before',
    year: null,
    opens: null,
    closes: 0,
  },
  ...Array.from({ length: quarterCount }, (_, index): Period => {
    const year = firstYear + Math.floor(index / 4);
    return {
      column: firstQuarterColumn + index,
      label: `Q${(index % 4) + 1} ${year}`,
      kind: 'quarter',
      year,
      opens: index,
      closes: index + 1,
    };
  }),
  {
    column: afterColumn,
    label: `After ${lastYear}`,
    kind: 'after',
    year: null,
    opens: quarterCount,
    closes: null,
  },
];

/** Widths of the columns in CSS pixels. */
export const timelineWidths: readonly number[] = Array.from({ length: afterColumn + 1 }, (_, column) => {
  if (column === labelColumn) return 268;
  if (column === unitColumn) return 72;
  if (column === startColumn) return 48;
  return column === beforeColumn || column === afterColumn ? 84 : 72;
});
