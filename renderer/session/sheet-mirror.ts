import { maximumColumns } from '../../shared/workbook/address.ts';
import type { ConditionalEffect } from '../../shared/workbook/conditional/conditional-cells.ts';
import { isFormula, type Cell, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import type { LineGroups } from '../../shared/workbook/line-groups.ts';
import type { RowHeights } from '../../shared/workbook/row-heights.ts';
import { spanAt, type LineSpans } from '../../shared/workbook/line-spans.ts';
import { noMarks, type SheetMarks } from './sheet-marks.ts';
import type { SinceSaved } from './since-saved.ts';
import type { OpenedSheet } from '../workers/protocol.ts';
import { rowsOutOfSight } from '../../shared/workbook/filter/rows-out-of-sight.ts';
import type { SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { isSummaryFirst } from '../../shared/workbook/structure/sheet-lines.ts';
import { movedByLines, type ReshapedLines } from '../../shared/workbook/document-changes.ts';

/** One cell of a sheet, counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

function keyOf(row: number, column: number): number {
  return row * maximumColumns + column;
}

/**
 * What the screen knows of one sheet: its contents, its values, and what both were when the
 * document was last saved (or opened).
 */
export class SheetMirror {
  readonly name: string;
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
  /** Lines that are not drawn. */
  readonly hiddenRows: LineSpans;
  readonly hiddenColumns: LineSpans;
  readonly rowHeights: RowHeights;
  readonly rowGroups: LineGroups;
  readonly columnGroups: LineGroups;
  /** Whether the lines that sum groups up stand before them. */
  readonly isSummaryFirst: Readonly<Record<Axis, boolean>>;
  /** How large the sheet is shown, in percent. */
  zoom: number;
  /** Set where the sheet is not among those that are shown. */
  readonly visibility: OpenedSheet['visibility'];
  /** The colour of its tab; unset where it has none. */
  readonly tabColour: OpenedSheet['tabColour'];
  /** Its rows are among those that are not drawn. */
  readonly filter: SheetFilter | undefined;
  readonly #cells: (Cell | null)[][];
  readonly #values: CellValue[][];
  #usedColumns = 0;
  readonly #valuesSince: SinceSaved<CellValue>;
  readonly #contentsSince: SinceSaved<CellContent | null>;
  /** How many cells differ in both. */
  #bothSince = 0;
  /** Contents that the engine has not answered yet, the earliest of each cell first. */
  readonly #awaited = new Map<number, CellContent[]>();

  readonly #conditionalLooks = new Map<number, ConditionalEffect>();

  /** `marks` say which of its cells differ from the saved document. */
  constructor(sheet: OpenedSheet, marks: SheetMarks = noMarks()) {
    this.name = sheet.name;
    this.#valuesSince = marks.values;
    this.#contentsSince = marks.contents;
    this.columnWidths = sheet.columnWidths;
    this.frozenRows = sheet.frozenRows;
    this.frozenColumns = sheet.frozenColumns;
    this.gridLines = sheet.gridLines;
    this.hiddenRows = rowsOutOfSight(sheet);
    this.hiddenColumns = sheet.hiddenColumns ?? [];
    this.rowHeights = sheet.rowHeights ?? [];
    this.rowGroups = sheet.rowGroups ?? [];
    this.columnGroups = sheet.columnGroups ?? [];
    this.isSummaryFirst = {
      rows: isSummaryFirst(sheet, 'rows'),
      columns: isSummaryFirst(sheet, 'columns'),
    };
    this.zoom = sheet.zoom ?? 100;
    this.visibility = sheet.visibility;
    this.tabColour = sheet.tabColour;
    this.filter = sheet.filter;
    this.#cells = sheet.rows.map((row) => [...row]);
    this.#values = sheet.values;
    for (const { row, column, look } of sheet.conditionalLooks) this.setConditionalLook(row, column, look);
    for (const rows of [this.#cells, this.#values])
      for (const row of rows) this.#usedColumns = Math.max(this.#usedColumns, row.length);
    this.#countBoth();
  }

  /** Which cells differ from the saved document. */
  get marks(): SheetMarks {
    return { contents: this.#contentsSince, values: this.#valuesSince };
  }

  isRowHidden(row: number): boolean {
    return spanAt(this.hiddenRows, row) !== undefined;
  }

  isColumnHidden(column: number): boolean {
    return spanAt(this.hiddenColumns, column) !== undefined;
  }

  cell(row: number, column: number): Cell | null {
    return this.#cells[row]?.[column] ?? null;
  }

  value(row: number, column: number): CellValue {
    return this.#values[row]?.[column] ?? null;
  }

  /** The look that conditional formats give a cell; undefined where they give it none. */
  conditionalLook(row: number, column: number): ConditionalEffect | undefined {
    return this.#conditionalLooks.size === 0 ? undefined : this.#conditionalLooks.get(keyOf(row, column));
  }

  /**
   * True when something stands in the cell. What was just entered counts before the engine has
   * answered, so that keys typed after it find it there.
   */
  isFilled(row: number, column: number): boolean {
    const content = this.#awaited.get(keyOf(row, column))?.at(-1) ?? this.value(row, column);
    return content !== null && content !== '';
  }

  /** What the cell shows: what was just entered before the engine has answered, but for formulas, and its value. */
  shown(row: number, column: number): CellValue {
    const entered = this.#awaited.size === 0 ? undefined : this.#awaited.get(keyOf(row, column))?.at(-1);
    if (typeof entered === 'string' && entered.startsWith("'")) return entered.slice(1);
    return entered === undefined || isFormula(entered) ? this.value(row, column) : entered;
  }

  /** A content is on its way to the engine. */
  awaitContent(row: number, column: number, content: CellContent | null): void {
    const key = keyOf(row, column);
    const awaited = this.#awaited.get(key);
    // An emptied cell is an empty text here: null would let the old value through.
    if (awaited) awaited.push(content ?? '');
    else this.#awaited.set(key, [content ?? '']);
  }

  /** The engine has answered the earliest content that was on its way. */
  answered(row: number, column: number): void {
    const key = keyOf(row, column);
    const awaited = this.#awaited.get(key);
    awaited?.shift();
    if (awaited?.length === 0) this.#awaited.delete(key);
  }

  /** The value when the document was last saved or opened. */
  savedValue(row: number, column: number): CellValue {
    const saved = this.#valuesSince.savedState(row, column);
    return saved === undefined ? this.value(row, column) : saved;
  }

  /** True when the cell's value or content differs from the saved one. */
  moved(row: number, column: number): boolean {
    return this.#valuesSince.differs(row, column) || this.#contentsSince.differs(row, column);
  }

  /** Rows and columns up to the last used cell. */
  get usedRows(): number {
    return Math.max(this.#cells.length, this.#values.length);
  }

  get usedColumns(): number {
    return this.#usedColumns;
  }

  /** Cells typed since the document was saved, and cells whose value moved without being typed. */
  get sinceSaved(): { readonly typed: number; readonly moved: number } {
    return { typed: this.#contentsSince.count, moved: this.#valuesSince.count - this.#bothSince };
  }

  setContent(row: number, column: number, content: CellContent | null): void {
    const before = this.#putContent(row, column, content);
    this.#note(this.#contentsSince, this.#valuesSince, row, column, before, content);
  }

  /** A content that nobody typed: it leaves the document as saved as it was. */
  setResult(row: number, column: number, content: CellContent | null): void {
    this.#putContent(row, column, content);
  }

  /** Another style, note and source, or none of them. */
  setLook(row: number, column: number, { style, note, provenance }: Omit<Cell, 'content'>): void {
    const cells = this.#upTo(this.#cells, row, column);
    cells[column] = {
      content: cells[column]?.content ?? null,
      ...(style !== undefined && { style }),
      ...(note !== undefined && { note }),
      ...(provenance !== undefined && { provenance }),
    };
  }

  setConditionalLook(row: number, column: number, look: ConditionalEffect | null): void {
    if (look) this.#conditionalLooks.set(keyOf(row, column), look);
    else this.#conditionalLooks.delete(keyOf(row, column));
  }

  /** Marks the cells whose values are others than on the same sheet before lines moved, as where a reference has lost its cells. */
  markMoved(earlier: SheetMirror, lines: readonly ReshapedLines[]): void {
    const own = lines.filter(({ sheet }) => sheet === this.name);
    const now = (place: CellPosition): CellPosition | null =>
      own.length === 0 ? place : movedByLines({ sheet: this.name, ...place }, own);
    earlier.#values.forEach((values, from) => {
      for (const [fromColumn, value] of values.entries()) {
        const moved = now({ row: from, column: fromColumn });
        if (moved === null) continue;
        const { row, column } = moved;
        this.#valuesSince.note(row, column, value, this.value(row, column));
      }
    });
    this.#countBoth();
  }

  /** Marks the cells whose contents or values are others than on the same sheet before, all of whose cells are where they were. */
  markChanged(earlier: SheetMirror): void {
    const columns = Math.max(this.usedColumns, earlier.usedColumns);
    for (let row = 0; row < Math.max(this.usedRows, earlier.usedRows); row++) {
      for (let column = 0; column < columns; column++) {
        const [before, after] = [earlier.cell(row, column), this.cell(row, column)];
        this.#contentsSince.note(row, column, before?.content ?? null, after?.content ?? null);
        this.#valuesSince.note(row, column, earlier.value(row, column), this.value(row, column));
      }
    }
    this.#countBoth();
  }

  setValue(row: number, column: number, value: CellValue): void {
    const values = this.#upTo(this.#values, row, column);
    const old = values[column] ?? null;
    values[column] = value;
    this.#note(this.#valuesSince, this.#contentsSince, row, column, old, value);
  }

  /** The value that stands here now counts as the saved one. */
  takeAsSaved(row: number, column: number): void {
    if (this.#valuesSince.differs(row, column) && this.#contentsSince.differs(row, column)) this.#bothSince--;
    this.#valuesSince.takeAsSaved(row, column);
  }

  /** What stands here now is being written to disk. */
  markWritten(): void {
    this.#valuesSince.markWritten();
    this.#contentsSince.markWritten();
  }

  /** What was being written counts as saved, later changes do not. Gives the cells that had been marked. */
  markSaved(): CellPosition[] {
    const marked: CellPosition[] = [];
    this.#contentsSince.forEach((place) => marked.push(place));
    this.#valuesSince.forEach((place) => {
      if (!this.#contentsSince.differs(place.row, place.column)) marked.push(place);
    });
    this.#valuesSince.markSaved();
    this.#contentsSince.markSaved();
    this.#countBoth();
    return marked;
  }

  /** A cell has another content or value; `other` tells of the value or content. */
  #note<State>(
    since: SinceSaved<State>,
    other: { differs(row: number, column: number): boolean },
    row: number,
    column: number,
    before: State,
    after: State,
  ): void {
    const known = since.count;
    since.note(row, column, before, after);
    if (since.count !== known && other.differs(row, column)) this.#bothSince += since.count - known;
  }

  #countBoth(): void {
    this.#bothSince = 0;
    this.#contentsSince.forEach(({ row, column }) => {
      if (this.#valuesSince.differs(row, column)) this.#bothSince++;
    });
  }

  /** A row that reaches to a column at least. Rows above it that nothing stands in are left out. */
  #upTo<Item>(rows: (Item | null)[][], row: number, column: number): (Item | null)[] {
    const cells = (rows[row] ??= []);
    while (cells.length <= column) cells.push(null);
    this.#usedColumns = Math.max(this.#usedColumns, cells.length);
    return cells;
  }

  /** Gives the content that stood there. */
  #putContent(row: number, column: number, content: CellContent | null): CellContent | null {
    const cells = this.#upTo(this.#cells, row, column);
    const old = cells[column] ?? null;
    cells[column] =
      content === null && !old?.style && !old?.note && !old?.provenance ? null : { ...old, content };
    return old?.content ?? null;
  }
}
