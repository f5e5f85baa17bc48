import { formula, label, rightAligned, type NameOfCell, type PlannedCell } from './plan.ts';
import { SheetPlan, type LineRecord } from './sheet-plan.ts';
import {
  firstYear,
  lastYear,
  periods,
  timelineAxis,
  timelineColumn,
  timelineWidths,
  years,
} from './timeline.ts';

/** One row of a time sheet, or one row per record. */
export interface LineOptions {
  readonly label: string;
  readonly unit: string;
  /** The formula of every period, by meaning; a function where it differs by record. */
  readonly formula: string | ((record: string) => string);
  /** How quarters make a year: flows add up, levels take the last; "none" leaves the totals empty. */
  readonly years: 'sum' | 'last' | 'none';
  /** Fill only the sixteen quarters of the window. */
  readonly quartersOnly?: boolean;
  /** What stands before the first period: a number, or a formula by meaning. */
  readonly start?: number | string;
  readonly total?: boolean;
  readonly note?: string;
  /** Defined names for cells of totals: column name such as `2026` or `window` to name. */
  readonly names?: Readonly<Record<string, NameOfCell>>;
}

/** A sheet with a time line: its columns are years and periods, and a formula of a row is filled right over them. */
export class TimeSheetPlan extends SheetPlan {
  #periodsOverEachSection = false;

  /** The heading of a time sheet: title, years and periods; freezes under it. Everything below is over the time line. */
  timelineHeading(title: string, subtitle: string): this {
    this.heading(title, subtitle).#periodHead();
    this.figureColumn = timelineColumn('window');
    return this.widths(timelineWidths).freeze(2);
  }

  /**
   * The heading of a sheet on which lines over the time line and tables of other columns follow each
   * other: title alone; freezes under it. The years and periods stand over each `timelineSection`.
   */
  mixedHeading(title: string, subtitle: string): this {
    this.heading(title, subtitle);
    this.#periodsOverEachSection = true;
    return this.widths(timelineWidths).freeze(2).skip();
  }

  /** A section of lines over the time line, under the years and periods where those are not frozen above it. */
  timelineSection(text: string, note?: string): this {
    this.section(text, note);
    return this.#periodsOverEachSection ? this.#periodHead() : this;
  }

  /** A row of calendar numbers: the only numbers of a time line that are typed. */
  calendarRow(
    key: string,
    text: string,
    unit: string,
    cell: (period: (typeof periods)[number]) => PlannedCell,
  ): this {
    this.place(this.nextRow, 0, label(text));
    this.place(this.nextRow, 1, label(unit, 'unit'));
    for (const period of periods) this.place(this.nextRow, period.column, { ...cell(period), unit });
    this.define(key, { kind: 'lines', top: this.nextRow, rows: null, axis: timelineAxis });
    return this.skip();
  }

  /** One row over the time line. */
  line(key: string, options: LineOptions): this {
    this.#writeLine(options, undefined);
    this.define(key, { kind: 'lines', top: this.nextRow - 1, rows: null, axis: timelineAxis });
    return this;
  }

  /** One row per record over the time line, all with the same formula. */
  lines(key: string, records: readonly LineRecord[], options: Omit<LineOptions, 'label'>): this {
    const top = this.nextRow;
    for (const record of records) this.#writeLine({ ...options, label: record.label }, record.id);
    this.define(key, {
      kind: 'lines',
      top,
      rows: new Map(records.map((record, index) => [record.id, top + index])),
      axis: timelineAxis,
    });
    return this;
  }

  /** Makes one block of all rows since `top`, over the time line, so that sums can run over several. */
  gather(key: string, top: number): this {
    const rows = new Map(
      Array.from({ length: this.nextRow - top }, (_, index) => [`row_${index}`, top + index] as const),
    );
    this.define(key, { kind: 'lines', top, rows, axis: timelineAxis });
    return this;
  }

  /** Years and periods, in two rows. Formulas refer to the first as `[year]` and `[period]`. */
  #periodHead(): this {
    const words: [string, string][] = [
      ['label', ''],
      ['unit', 'Unit'],
      ['total', 'All years'],
      ['window', `${firstYear}–${lastYear % 100}`],
      ['start', 'Start'],
    ];
    const align = rightAligned;
    for (const [column, text] of words) {
      const at = timelineColumn(column);
      const left = column === 'label' || column === 'unit';
      this.place(this.nextRow, at, { ...label(null, 'header') });
      this.place(this.nextRow + 1, at, {
        ...label(text || null, 'header'),
        ...(left ? {} : align),
        lineBelow: true,
      });
    }
    for (const year of years) {
      const column = timelineColumn(String(year));
      this.place(this.nextRow, column, { ...label(year, 'header'), ...align, unit: 'year' });
      this.place(this.nextRow + 1, column, { ...label('Year', 'header'), ...align, lineBelow: true });
    }
    for (const period of periods) {
      this.place(this.nextRow, period.column, { ...label(period.year, 'header'), ...align, unit: 'year' });
      this.place(this.nextRow + 1, period.column, {
        ...label(period.label, 'header'),
        ...align,
        lineBelow: true,
      });
    }
    if (!this.blocks.has('year')) {
      this.define('year', { kind: 'lines', top: this.nextRow, rows: null, axis: timelineAxis });
      this.define('period', { kind: 'lines', top: this.nextRow + 1, rows: null, axis: timelineAxis });
    }
    return this.skip(2);
  }

  #writeLine(options: LineOptions, record: string | undefined): void {
    const row = this.nextRow;
    const shared = {
      unit: options.unit,
      ...(record && { record }),
      ...(options.total && { strong: true, lineAbove: true }),
    };
    const total = options.total ? ({ strong: true, lineAbove: true } as const) : {};
    this.place(row, 0, { ...label(options.label), ...total, ...(options.note && { note: options.note }) });
    this.place(row, 1, { ...label(options.unit, 'unit'), ...(options.total && { lineAbove: true }) });
    const at = timelineColumn;
    const put = (column: number, template: string, name?: string) => {
      const named = name === undefined ? undefined : options.names?.[name];
      this.place(row, column, { ...formula(template), ...shared, ...(named && { named }) });
    };
    if (options.years !== 'none') {
      for (const year of years) put(at(String(year)), yearFormulas[options.years], String(year));
      put(at('window'), options.years === 'sum' ? '=SUM([self@years])' : `=[self@${years.at(-1)}]`, 'window');
      if (options.years === 'sum' && !options.quartersOnly)
        put(at('total'), '=[self@before]+[self@window]+[self@after]', 'total');
    }
    if (options.start !== undefined) {
      const opening =
        typeof options.start === 'string' ? formula(options.start) : label(options.start, 'calculation');
      this.place(row, at(options.quartersOnly ? 'before' : 'start'), { ...opening, ...shared });
    }
    for (const period of periods) {
      if (options.quartersOnly && period.kind !== 'quarter') continue;
      const template = typeof options.formula === 'string' ? options.formula : options.formula(record ?? '');
      put(period.column, template, period.kind);
    }
    // The line over a total has no holes.
    for (let column = 0; options.total && column <= at('after'); column++)
      if (!this.cells[row]?.[column]) this.place(row, column, { ...label(null), lineAbove: true });
    this.skip();
  }
}

/** A year's figure: found by the year over the column, so that the formula is the same in all four. */
const yearFormulas = {
  sum: '=SUMIF([year@quarters],[year],[self@quarters])',
  last: '=INDEX([self@quarters],1,MATCH([year],[year@quarters],1))',
} as const;
