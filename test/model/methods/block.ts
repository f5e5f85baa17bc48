import { compileModel } from '../../../shared/model/language/compile.ts';
import {
  formula,
  input,
  label,
  type PlannedCell,
  type RecordGroups,
} from '../../../shared/model/language/plan.ts';
import { TimeSheetPlan } from '../../../shared/model/language/time-sheet-plan.ts';
import { periods, timelineColumn } from '../../../shared/model/language/timeline.ts';
import type { CellContent, CellValue } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';

/** Named cells, a number typed or a formula that begins with an equals sign. */
type NamedCells = Readonly<Record<string, number | string>>;

/** A block laid out alone: a sheet of named cells, a table of records, and a sheet with a time line. */
export class Block {
  readonly #workbook: Workbook;
  readonly #time: TimeSheetPlan;

  /** `table` is a row of columns per record, for references such as `[Book.start]`. */
  constructor(
    cells: NamedCells,
    table: Readonly<Record<string, Readonly<Record<string, CellContent>>>>,
    layOut: (time: TimeSheetPlan) => void,
    groups: RecordGroups = {},
  ) {
    const book = new TimeSheetPlan('Book');
    for (const [name, content] of Object.entries(cells)) {
      const cell: PlannedCell = typeof content === 'string' ? formula(content) : input(content);
      book.place(book.nextRow, 0, { ...cell, named: { name } }).skip();
    }
    const records = Object.keys(table);
    const keys = Object.keys(table[records[0] ?? ''] ?? {});
    book.table({
      records,
      id: (record) => record,
      columns: [
        { key: 'id', header: 'Id', width: 80, cell: (record) => label(record) },
        ...keys.map((key) => ({
          key,
          header: key,
          width: 80,
          cell: (record: string) => input(table[record]?.[key] ?? null),
        })),
      ],
    });
    this.#time = new TimeSheetPlan('Time');
    this.#time.timelineHeading('Time', 'A block alone.');
    layOut(this.#time);
    this.#workbook = Workbook.open(compileModel('A block', [book, this.#time], groups));
  }

  /** A row of the block from before 2025 to after 2028; without a record, a single row. */
  periods(key: string, record?: string): CellValue[] {
    const row = this.#row(key, record);
    const at = { top: row, left: timelineColumn('before'), bottom: row, right: timelineColumn('after') };
    return this.#workbook.rangeValues('Time', at)[0] ?? [];
  }

  /** The same row as numbers; throws when one is none. */
  numbers(key: string, record?: string): number[] {
    return this.periods(key, record).map((value) => {
      if (typeof value !== 'number') throw new Error(`A cell of ${key} is no number`);
      return value;
    });
  }

  /** A total of a row, such as `total`, `window` or `2028`. */
  total(column: string, key: string, record?: string): CellValue {
    return this.#workbook.value({
      sheet: 'Time',
      row: this.#row(key, record),
      column: timelineColumn(column),
    });
  }

  close(): void {
    this.#workbook.close();
  }

  #row(key: string, record: string | undefined): number {
    const block = this.#time.blocks.get(key);
    if (block?.kind !== 'lines') throw new Error(`There are no rows "${key}"`);
    const row = record === undefined ? block.top : block.rows?.get(record);
    if (row === undefined) throw new Error(`There is no record "${record}" in ${key}`);
    return row;
  }
}

/** Where each period ends, in quarters from 2025; the last one closes late enough for everything. */
export const closes: readonly number[] = periods.map((period) => period.closes ?? 400);
