import type { Range } from '../../workbook/address.ts';
import type { Bounds, WhatIfTable } from '../../workbook/document.ts';
import {
  formula,
  label,
  rightAligned,
  type Axis,
  type Block,
  type NameOfCell,
  type PlannedCell,
} from './plan.ts';

/** A column of a table: its words, its width, and the cell for each record. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly unit?: string;
  /** True for a column of words whose heading has a second line: it stands left like its words. */
  readonly words?: boolean;
  /** A heading over several columns; the first of them carries it. */
  readonly group?: string;
  /** CSS pixels. */
  readonly width: number;
  /** Joins neighbouring columns into one block of that key, each under its name in it. */
  readonly matrix?: { readonly key: string; readonly name: string };
  readonly cell: (record: Row) => PlannedCell | null;
}

export interface TableOptions<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly records: readonly Row[];
  readonly id: (record: Row) => string;
  /** A heading row before the first record of each group. */
  readonly groupOf?: (record: Row) => string;
  readonly firstColumn?: number;
}

/** One figure of its own row: words, unit, value, and what it means. */
export interface FigureOptions {
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
  readonly named?: NameOfCell;
  readonly strong?: boolean;
  /** Where the value stands in its cell; without it, numbers right and words left. */
  readonly align?: 'right';
  /** What the figure is and is not, beside it. */
  readonly definition?: string;
}

/** A table of rows by columns in which every cell has the same formula. */
export interface MatrixOptions {
  readonly rows: readonly LineRecord[];
  readonly columns: readonly LineRecord[];
  /** Words over the row labels. */
  readonly header: string;
  readonly unit: string;
  readonly formula: string;
  /** The formula of the first column, where it has one of its own. */
  readonly first?: string;
  /** True: the formula stands in the first cell and fills the matrix. */
  readonly spills?: boolean;
  /** CSS pixels of each column. */
  readonly width?: number;
  /** Columns at the right of the matrix, such as sums of its rows; each has a key of its own. */
  readonly beside?: readonly TableColumn<LineRecord>[];
}

export interface LineRecord {
  readonly id: string;
  readonly label: string;
}

interface PlannedName extends NameOfCell {
  readonly range: Range;
}

/**
 * A sheet while it is written, top to bottom. Rows are added at the cursor; each block of rows or
 * column gets a key by which formulas on any sheet refer to it.
 */
export class SheetPlan {
  readonly name: string;
  readonly cells: (PlannedCell | null)[][] = [];
  readonly blocks = new Map<string, Block>();
  readonly names: PlannedName[] = [];
  readonly bounds: Omit<Bounds, 'sheet'>[] = [];
  readonly whatIfTables: Omit<WhatIfTable, 'sheet'>[] = [];
  readonly columnWidths: number[] = [];
  gridLines = true;
  frozenRows = 0;
  frozenColumns = 0;
  /** Where single figures stand; on a sheet with a time line, under the window. */
  figureColumn = 2;
  #row = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** The row that comes next, counted from 0. */
  get nextRow(): number {
    return this.#row;
  }

  skip(rows = 1): this {
    this.#row += rows;
    return this;
  }

  /** Title and one line of what the sheet is for. */
  heading(title: string, subtitle: string): this {
    this.place(this.#row, 0, label(title, 'title'));
    this.place(this.#row + 1, 0, label(subtitle, 'subtitle'));
    return this.skip(2);
  }

  section(text: string, note?: string): this {
    this.place(this.#row, 0, { ...label(text, 'section'), ...(note && { note }) });
    return this.skip();
  }

  remark(text: string): this {
    this.place(this.#row, 0, label(text, 'note'));
    return this.skip();
  }

  /** Puts a cell anywhere; everything else is made of this. */
  place(row: number, column: number, cell: PlannedCell): this {
    while (this.cells.length <= row) this.cells.push([]);
    const cells = (this.cells[row] ??= []);
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
    if (cell.named) this.nameRange({ top: row, left: column, bottom: row, right: column }, cell.named);
    return this;
  }

  nameRange(range: Range, named: NameOfCell): this {
    this.names.push({ ...named, range });
    return this;
  }

  /** Each cell of the range should hold a number between those of `low` and `high`; see `Bounds`. */
  bound(range: Range, low: Range, high: Range): this {
    this.bounds.push({ range, low, high });
    return this;
  }

  /** The cells of a table's column, or of the columns from `first` to `last`, by their keys. */
  columnRange(first: string, last = first): Range {
    const [from, to] = [this.blocks.get(first), this.blocks.get(last)];
    if (from?.kind !== 'column' || to?.kind !== 'column')
      throw new Error(`${this.name} has no columns "${first}" to "${last}"`);
    const rows = [...from.rows.values(), ...to.rows.values()];
    return { top: Math.min(...rows), left: from.column, bottom: Math.max(...rows), right: to.column };
  }

  /** The cells of `results`, planned with `result`, are found by recalculating the workbook; see `WhatIfTable`. */
  whatIf(table: Omit<WhatIfTable, 'sheet'>): this {
    this.whatIfTables.push(table);
    return this;
  }

  widths(widths: readonly number[]): this {
    widths.forEach(
      (width, column) => (this.columnWidths[column] = Math.max(width, this.columnWidths[column] ?? 0)),
    );
    return this;
  }

  freeze(columns: number): this {
    this.frozenRows = this.#row;
    this.frozenColumns = columns;
    return this;
  }

  /** Group headings, headers, units, and a row per record; every column can be referred to by its key. */
  table<Row>({ columns, records, id, groupOf, firstColumn = 0 }: TableOptions<Row>): this {
    this.tableHead(columns, firstColumn);
    const headerRow = this.#row - 2;
    const matrices = matricesOf(columns, firstColumn);
    const rows = new Map<string, number>();
    let group: string | undefined;
    for (const record of records) {
      const next = groupOf?.(record);
      if (next !== undefined && next !== group) {
        if (group !== undefined) this.skip();
        this.place(this.#row, firstColumn, label(next, 'section'));
        this.skip();
        group = next;
      }
      rows.set(id(record), this.#row);
      columns.forEach((column, index) => {
        const cell = column.cell(record);
        if (cell)
          this.place(this.#row, firstColumn + index, {
            ...(column.unit && { unit: column.unit }),
            ...cell,
            record: id(record),
            ...(column.matrix && {
              across: column.matrix.name,
              axis: matrices.get(column.matrix.key),
            }),
          });
      });
      this.skip();
    }
    columns.forEach((column, index) =>
      this.define(column.key, { kind: 'column', column: firstColumn + index, rows }),
    );
    for (const [key, axis] of matrices) {
      this.define(key, { kind: 'lines', top: headerRow, rows, axis });
      this.define(`${key}_head`, { kind: 'lines', top: headerRow, rows: null, axis });
    }
    return this;
  }

  /** The three heading rows of a table: groups (where there are any), headers, units. */
  tableHead(
    columns: readonly Pick<TableColumn<never>, 'header' | 'unit' | 'words' | 'group' | 'width'>[],
    firstColumn = 0,
  ): this {
    if (columns.some((column) => column.group)) {
      columns.forEach(
        ({ group }, index) => group && this.place(this.#row, firstColumn + index, label(group, 'unit')),
      );
      this.skip();
    }
    columns.forEach((column, index) => {
      const align = column.unit === undefined || column.words ? {} : rightAligned;
      this.place(this.#row, firstColumn + index, { ...label(column.header, 'header'), ...align });
      this.place(this.#row + 1, firstColumn + index, {
        ...label(column.unit ?? null, 'unit'),
        ...align,
        lineBelow: true,
      });
      this.columnWidths[firstColumn + index] = Math.max(
        column.width,
        this.columnWidths[firstColumn + index] ?? 0,
      );
    });
    return this.skip(2);
  }

  /** A figure with its words and unit; formulas refer to it as `[key@value]`. */
  figure(
    key: string,
    { label: text, unit, formula: template, named, strong, align, definition }: FigureOptions,
  ): this {
    const row = this.#row;
    const column = this.figureColumn;
    const axis = { columns: new Map([['value', column]]), runs: {} };
    this.place(row, 0, { ...label(text), ...(strong && { strong }) })
      .place(row, 1, label(unit, 'unit'))
      .place(row, column, {
        ...formula(template, unit),
        axis,
        ...(strong && { strong }),
        ...(align && { align }),
        ...(named && { named: { unit, ...named } }),
      });
    if (definition !== undefined) this.place(row, column + 1, label(definition, 'note'));
    this.define(key, { kind: 'lines', top: row, rows: null, axis });
    return this.skip();
  }

  /** A matrix under a head of its own: `[key]`, `[key:all@all]`, `[key_head]`. */
  matrix(
    key: string,
    { rows, columns, header, unit, spills = false, width = 88, beside = [], ...templates }: MatrixOptions,
  ): this {
    const cell = (column: number) => (row: LineRecord) => {
      if (spills && (column > 0 || row !== rows[0])) return { ...label(null, 'calculation'), unit };
      return formula(column === 0 ? (templates.first ?? templates.formula) : templates.formula, unit);
    };
    return this.table<LineRecord>({
      records: rows,
      id: (row) => row.id,
      columns: [
        { key: `${key}_label`, header, width: 0, cell: (row) => label(row.label) },
        { key: `${key}_unit`, header: '', width: 0, cell: () => label(unit, 'unit') },
        ...columns.map((column, index) => ({
          key: `${key}__${column.id}`,
          matrix: { key, name: column.id },
          header: column.label,
          unit,
          width,
          cell: cell(index),
        })),
        ...beside,
      ],
    }).skip();
  }

  /** Gives a block its key. Throws when the sheet has another one of that key. */
  protected define(key: string, block: Block): void {
    if (this.blocks.has(key)) throw new Error(`${this.name} has two blocks "${key}"`);
    this.blocks.set(key, block);
  }
}

/** The columns of each matrix among the columns of a table. */
function matricesOf(
  columns: readonly Pick<TableColumn<never>, 'matrix'>[],
  firstColumn: number,
): ReadonlyMap<string, Axis> {
  const named = new Map<string, Map<string, number>>();
  columns.forEach(({ matrix }, index) => {
    if (!matrix) return;
    const names = named.get(matrix.key) ?? new Map<string, number>();
    named.set(matrix.key, names.set(matrix.name, firstColumn + index));
  });
  return new Map(
    [...named].map(([key, names]): [string, Axis] => {
      const positions = [...names.values()];
      const [first, last] = [Math.min(...positions), Math.max(...positions)];
      if (last - first + 1 !== columns.filter(({ matrix }) => matrix?.key === key).length)
        throw new Error(`The columns of the matrix "${key}" are no neighbours, or share a name`);
      return [key, { columns: names, runs: { all: [first, last] } }];
    }),
  );
}
