import { contains, type Range } from '../../shared/workbook/address.ts';
import { filterMark } from '../filter/filter-button.ts';
import type { CellsOfSheet } from '../session/changed-cells.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import { copiedMark } from './copied-marks.ts';
import { paintCell } from './paint-cell.ts';
import { referenceMarks, type MarkedRange } from './reference-marks.ts';
import type { SheetInView } from './sheet-in-view.ts';
import type { SheetLayout } from './sheet-layout.ts';
import type { Spill } from './text-spill.ts';

const fadeMilliseconds = 700;

/** Cells of a sheet that were copied or cut. */
interface MarkedCopy {
  readonly sheet: string;
  readonly ranges: readonly Range[];
}

/** The sheet whose cells are painted. */
export interface PaintedSheet {
  readonly root: HTMLElement;
  readonly inView: SheetInView;
  readonly sheet: () => SheetMirror;
  readonly layout: () => SheetLayout;
  readonly columnCount: () => number;
  /** Draws all that is in view where rows are of other heights. */
  readonly drawOtherHeights: () => void;
  /** Has all that is in view painted anew, soon. */
  readonly planAll: () => void;
  /** True for a cell that is marked because it holds what is looked for. */
  readonly isFound: (row: number, column: number) => boolean;
}

/** Paints the cells in view: all of a sheet when the grid draws it, and single ones when they change. */
export class CellPainter {
  readonly #shown: PaintedSheet;
  #references: readonly MarkedRange[] = [];
  #copied: MarkedCopy | null = null;
  #cleared: Range | null = null;

  constructor(shown: PaintedSheet) {
    this.#shown = shown;
  }

  /** Outlines the references of the formula being edited. */
  setReferences(references: readonly MarkedRange[]): void {
    const before = this.#references;
    this.#references = references;
    const ranges = [...before, ...references]
      .filter(({ sheet }) => sheet === this.#shown.sheet().name)
      .map(({ range }) => range);
    this.#shown.inView.eachRendered((td, row, column) => {
      if (ranges.some((range) => contains(range, row, column))) this.paint(td, row, column);
    });
  }

  /** Outlines the cells that were copied or cut, or no cells. */
  setCopied(copied: MarkedCopy | null): void {
    const before = this.#copied;
    if (before === copied) return;
    this.#copied = copied;
    const ranges = [before, copied].flatMap((copy) =>
      copy?.sheet === this.#shown.sheet().name ? copy.ranges : [],
    );
    if (ranges.length === 0) return;
    this.#shown.inView.eachRendered((td, row, column) => {
      if (ranges.some((range) => contains(range, row, column))) this.paint(td, row, column);
    });
  }

  /** Shades the cells that the handle would empty, if it were let go now. */
  setCleared(cleared: Range | null): void {
    this.#cleared = cleared;
    this.#shown.inView.eachRendered((td, row, column) => this.#markCleared(td, row, column));
  }

  #markCleared(td: HTMLTableCellElement, row: number, column: number): void {
    td.toggleAttribute('data-cleared', this.#cleared !== null && contains(this.#cleared, row, column));
  }

  /** Marks the cells that hold what is looked for. */
  showFound(): void {
    // Under frozen panes there are more of the same cells.
    for (const td of this.#shown.root.querySelectorAll('td[data-found]')) td.removeAttribute('data-found');
    this.#shown.inView.eachRendered((td, row, column) => this.#markFound(td, row, column));
  }

  /** Paints a cell of the page anew. */
  paint(td: HTMLTableCellElement, row: number, column: number): void {
    const { columnCount } = this.#shown;
    const [sheet, layout] = [this.#shown.sheet(), this.#shown.layout()];
    const look = layout.look(row, column);
    const spill = layout.spills(row, columnCount()).get(column);
    paintCell(td, {
      look,
      spill: spill && { ...spill, look: layout.look(row, spill.origin) },
      fit: layout.fit(look, column),
      low: layout.standsLow(row),
      room: layout.room(row),
      edges: layout.edges(row, column, spill !== undefined && !spill.last),
      references:
        this.#references.length === 0 ? [] : referenceMarks(this.#references, sheet.name, row, column),
      copied:
        this.#copied?.sheet === sheet.name ? copiedMark(this.#copied.ranges, row, column, layout) : undefined,
      filter: filterMark(sheet.filter, row, column),
    });
    this.#markFound(td, row, column);
    this.#markCleared(td, row, column);
  }

  #markFound(td: HTMLTableCellElement, row: number, column: number): void {
    td.toggleAttribute('data-found', this.#shown.isFound(row, column));
  }

  /** Works out anew what all cells look like, and paints those on the page; all is drawn where a row is of another height. */
  paintAll(): void {
    if (this.#shown.layout().renewCells()) this.#shown.drawOtherHeights();
    else this.#shown.inView.eachRendered((td, row, column) => this.paint(td, row, column));
  }

  /** Paints the cells that changed, and the rest of a row whose overflowing text changed with them. */
  repaint(cells: CellsOfSheet): void {
    if (cells === 'many') {
      this.#shown.planAll();
      return;
    }
    const layout = this.#shown.layout();
    const rows = new Map<
      number,
      {
        readonly columns: Set<number>;
        readonly before: Map<number, Spill> | undefined;
        readonly height: number | undefined;
      }
    >();
    /** Cells whose edges are others, by row and column. */
    const edges = new Map<number, Set<number>>();
    const addEdge = (row: number, column: number) => {
      const known = edges.get(row);
      if (known) known.add(column);
      else edges.set(row, new Set([column]));
    };
    for (const { row, column } of cells) {
      const known = rows.get(row);
      if (known) known.columns.add(column);
      else
        rows.set(row, {
          columns: new Set([column]),
          before: layout.knownSpills(row),
          height: layout.knownHeight(row),
        });
      if (!layout.forgetCell(row, column)) continue;
      addEdge(row - 1, column);
      addEdge(row, column - 1);
    }
    for (const [row, { height }] of rows) {
      if (height === undefined || layout.height(row) === height) continue;
      // The rows below move.
      this.#shown.drawOtherHeights();
      return;
    }
    const fades = cells.length > 0 && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let colour: string | undefined;
    const paint = (td: HTMLTableCellElement, row: number, column: number) => {
      const changed = rows.get(row);
      if (edges.get(row)?.has(column)) this.paint(td, row, column);
      if (!changed) return;
      const own = changed.columns.has(column);
      const spilled =
        changed.before?.has(column) || layout.spills(row, this.#shown.columnCount()).has(column);
      if (!own && !spilled) return;
      this.paint(td, row, column);
      if (!own || !fades || !this.#shown.sheet().moved(row, column)) return;
      colour ??= getComputedStyle(document.documentElement).getPropertyValue('--changed-fill').trim();
      td.animate([{ backgroundColor: colour }, {}], { duration: fadeMilliseconds, easing: 'ease-out' });
    };
    this.#shown.inView.eachRendered(paint, (row) => rows.has(row) || edges.has(row));
  }
}
