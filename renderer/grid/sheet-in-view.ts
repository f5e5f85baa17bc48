import type { Range } from '../../shared/workbook/address.ts';
import { maximumZoom, minimumZoom } from '../../shared/workbook/document.ts';
import { nearestOutside } from '../../shared/workbook/line-spans.ts';
import type { Axis, Interval } from '../../shared/workbook/structure/line-change.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';
import { onScreen } from './cell-metrics.ts';
import { columnHeaderHeight, rowHeaderWidth } from './grid-size.ts';
import type { Core } from './handsontable.ts';
import type { LineInView } from './outline-marks.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Room for a scroll bar, in pixels. */
const scrollBarWidth = 16;
/** More lines than can be shown at once. */
const mostFitted = 10_000;

/** A cell in view, and how many rows and columns further down and right the one lies that was asked for. */
export interface NearestBox {
  readonly box: DOMRect;
  readonly rowsBeyond: number;
  readonly columnsBeyond: number;
}

/** What of a sheet is on the page, and where. */
export class SheetInView {
  readonly #root: HTMLElement;
  readonly #hot: Core;
  readonly #sheet: () => SheetMirror;
  readonly #layout: () => SheetLayout;

  /** `sheet` and `layout` are those in view now. */
  constructor(root: HTMLElement, hot: Core, sheet: () => SheetMirror, layout: () => SheetLayout) {
    this.#root = root;
    this.#hot = hot;
    this.#sheet = sheet;
    this.#layout = layout;
  }

  /** Where a cell is on the page; undefined when it is scrolled out of view. */
  cellBox(row: number, column: number): DOMRect | undefined {
    return this.elementAt({ row, column })?.getBoundingClientRect();
  }

  /** The cell or, with a line of -1, the heading that an element of the grid is part of. */
  placeOf(element: Element): CellPosition | undefined {
    const cell = element.closest<HTMLTableCellElement>('td, th');
    const coordinates = cell && this.#root.contains(cell) ? this.#hot.getCoords(cell) : null;
    if (coordinates?.row == null || coordinates.col == null) return undefined;
    return { row: coordinates.row, column: coordinates.col };
  }

  /** What shows a cell, or with a line of -1 a heading; undefined when it is scrolled out of view. */
  elementAt({ row, column }: CellPosition): Element | undefined {
    return this.#hot.getCell(row, column, true) ?? undefined;
  }

  /** Where a cell is on the page, or, of one that is scrolled out of view, the cell in view nearest to it. */
  nearestBox({ row, column }: CellPosition): NearestBox | undefined {
    const { frozenRows, frozenColumns } = this.#sheet();
    const nearRow =
      row < frozenRows
        ? row
        : Math.min(Math.max(row, this.#hot.getFirstFullyVisibleRow()), this.#hot.getLastFullyVisibleRow());
    const nearColumn =
      column < frozenColumns
        ? column
        : Math.min(
            Math.max(column, this.#hot.getFirstFullyVisibleColumn()),
            this.#hot.getLastFullyVisibleColumn(),
          );
    const box = this.cellBox(this.#nearestShown('rows', nearRow), this.#nearestShown('columns', nearColumn));
    return box && { box, rowsBeyond: row - nearRow, columnsBeyond: column - nearColumn };
  }

  /** The line, or where it is hidden the one after it, or before it at the end. */
  #nearestShown(axis: Axis, line: number): number {
    const [hidden, count] =
      axis === 'rows'
        ? [this.#sheet().hiddenRows, this.#hot.countRows()]
        : [this.#sheet().hiddenColumns, this.#hot.countCols()];
    const after = nearestOutside(hidden, line, 1);
    return after < count ? after : nearestOutside(hidden, line, -1);
  }

  /** The rows or columns in view, in pixels from the edge of the stage. */
  linesInView(axis: Axis): LineInView[] {
    const root = this.#root;
    const stage = (root.parentElement ?? root).getBoundingClientRect();
    const { frozenRows, frozenColumns } = this.#sheet();
    const [row, column] = [this.#hot.getFirstFullyVisibleRow(), this.#hot.getFirstFullyVisibleColumn()];
    const lines =
      axis === 'rows'
        ? indexes(frozenRows, this.#hot.getFirstRenderedVisibleRow(), this.#hot.getLastRenderedVisibleRow())
        : indexes(
            frozenColumns,
            this.#hot.getFirstRenderedVisibleColumn(),
            this.#hot.getLastRenderedVisibleColumn(),
          );
    const own = root.getBoundingClientRect();
    const frozen = axis === 'rows' ? frozenRows : frozenColumns;
    const { zoom } = this.#sheet();
    const heading = axis === 'rows' ? columnHeaderHeight(zoom) : rowHeaderWidth(this.#hot.countRows(), zoom);
    // Where lines come into view: after the headings, and after those that are frozen.
    let edge = (axis === 'rows' ? own.top - stage.top : own.left - stage.left) + heading;
    return [...lines].flatMap((line) => {
      const box = axis === 'rows' ? this.cellBox(line, column) : this.cellBox(row, line);
      if (!box) return [];
      const [start, end] =
        axis === 'rows'
          ? [box.top - stage.top, box.bottom - stage.top]
          : [box.left - stage.left, box.right - stage.left];
      if (end <= edge) return [];
      const seen = { line, start: Math.max(start, edge), end };
      if (line < frozen) edge = end;
      return [seen];
    });
  }

  /** The percent at which a range fills the room that the sheet has. */
  fittingZoom({ top, left, bottom, right }: Range): number {
    const root = this.#root;
    const { width, height } = root.getBoundingClientRect();
    const { frozenRows, frozenColumns } = this.#sheet();
    const layout = this.#layout();
    const rows = [...linesBetween(0, Math.min(frozenRows, top) - 1), ...linesBetween(top, bottom)].map(
      (row) => layout.heightOnPaper(row),
    );
    const columns = [...linesBetween(0, Math.min(frozenColumns, left) - 1), ...linesBetween(left, right)].map(
      (column) => layout.widthOnPaper(column) * layout.widthFactor,
    );
    const fits = (zoom: number) => {
      const sum = (sizes: readonly number[]) =>
        sizes.reduce((pixels, size) => pixels + onScreen(size, zoom / 100), 0);
      return (
        rowHeaderWidth(this.#hot.countRows(), zoom) + sum(columns) <= width - scrollBarWidth &&
        columnHeaderHeight(zoom) + sum(rows) <= height - scrollBarWidth
      );
    };
    let zoom = maximumZoom;
    while (zoom > minimumZoom && !fits(zoom)) zoom--;
    return zoom;
  }

  /** The lines in full view, without those that are frozen. */
  linesInFullView(axis: Axis): Interval {
    const hot = this.#hot;
    const [first, last] =
      axis === 'rows'
        ? [hot.getFirstFullyVisibleRow(), hot.getLastFullyVisibleRow()]
        : [hot.getFirstFullyVisibleColumn(), hot.getLastFullyVisibleColumn()];
    return { first, last };
  }

  /** By how many rows PageDown leads on. */
  get rowsOfPage(): number {
    const { first, last } = this.linesInFullView('rows');
    return Math.max(1, last - first + 1);
  }

  /** Calls back with every cell on the page, of the rows that are wanted; where panes are frozen, with the one that is seen. */
  eachRendered(
    visit: (td: HTMLTableCellElement, row: number, column: number) => void,
    isWanted: (row: number) => boolean = () => true,
  ): void {
    const { frozenRows, frozenColumns } = this.#sheet();
    const rows = indexes(
      frozenRows,
      this.#hot.getFirstRenderedVisibleRow(),
      this.#hot.getLastRenderedVisibleRow(),
    );
    const columns = indexes(
      frozenColumns,
      this.#hot.getFirstRenderedVisibleColumn(),
      this.#hot.getLastRenderedVisibleColumn(),
    );
    for (const row of rows) {
      if (!isWanted(row)) continue;
      for (const column of columns) {
        const td = this.#hot.getCell(row, column, true);
        if (td) visit(td, row, column);
      }
    }
  }
}

/** Lines from one to another; of very many, as many as no screen has room for. */
function linesBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, mostFitted)) }, (_, at) => first + at);
}

/** The frozen ones, and from the first to the last in view. */
function indexes(frozen: number, first: number | null, last: number | null): Set<number> {
  const all = new Set<number>();
  for (let index = 0; index < frozen; index++) all.add(index);
  if (first !== null && last !== null) for (let index = first; index <= last; index++) all.add(index);
  return all;
}
