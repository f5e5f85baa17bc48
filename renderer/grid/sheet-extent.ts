import type { Range } from '../../shared/workbook/address.ts';
import { maximumLines } from '../../shared/workbook/structure/line-change.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';
import type { SheetView } from '../sheet-view.ts';
import { emptyRows, rowHeaderWidth, spare } from './grid-size.ts';
import type { Core } from './handsontable.ts';
import type { HiddenLines } from './hidden-lines.ts';
import type { ShownSelection } from './shown-selection.ts';

interface ExtentParts {
  readonly hot: Core;
  readonly view: SheetView;
  /** The sheet in view now. */
  readonly sheet: () => SheetMirror;
  readonly hidden: HiddenLines;
  readonly selection: ShownSelection;
  /** Ends with the grid. */
  readonly signal: AbortSignal;
}

/** How many rows and columns the sheet in view has in the grid: more and more, the further a person goes. */
export class SheetExtent {
  readonly #parts: ExtentParts;

  constructor(parts: ExtentParts) {
    this.#parts = parts;
  }

  /** Draws rows and columns up to a cell at least, and some beyond it. */
  growTo({ row, column }: CellPosition): void {
    const { hot, hidden, sheet } = this.#parts;
    const [drawnRows, drawnColumns] = [hot.countRows(), hot.countCols()];
    const rows = row < drawnRows ? drawnRows : Math.min(row + spare.rows, maximumLines.rows);
    const columns =
      column < drawnColumns ? drawnColumns : Math.min(column + spare.columns, maximumLines.columns);
    if (rows === drawnRows && columns === drawnColumns) return;
    // Growing chooses the old cells anew, which nobody did.
    this.#parts.selection.quietly(() =>
      hot.batchRender(() => {
        hot.updateData(emptyRows(rows, columns));
        hidden.hide(sheet());
        hot.updateSettings({ rowHeaderWidth: rowHeaderWidth(rows, sheet().zoom) });
      }),
    );
  }

  /** As `growTo`; whole rows and columns that are chosen stay whole. */
  growUnderChosen(cell: CellPosition): void {
    const before = this.last;
    this.growTo(cell);
    this.keepWhole(before);
  }

  /** Whole rows and columns that were chosen when others were the last ones are whole again. */
  keepWhole(before: CellPosition): void {
    const { last } = this;
    if (last.row === before.row && last.column === before.column) return;
    const grown = ({ top, left, bottom, right }: Range): Range => ({
      top,
      left,
      bottom: top === 0 && bottom === before.row ? last.row : bottom,
      right: left === 0 && right === before.column ? last.column : right,
    });
    const { view } = this.#parts;
    const { selection } = view;
    view.select(selection, grown(selection.range), selection.others.map(grown));
  }

  /** Draws more rows and columns once cells near the last ones are chosen, so that the keys lead on. */
  growAhead({ top, left, bottom, right }: Range): void {
    const { last } = this;
    const isLong = top === 0 && bottom === last.row;
    const isWide = left === 0 && right === last.column;
    const ahead = {
      row: isLong ? 0 : bottom + spare.rows / 2,
      column: isWide ? 0 : right + spare.columns / 2,
    };
    if (ahead.row <= last.row && ahead.column <= last.column) return;
    // Once the grid is done with the key that led here.
    queueMicrotask(() => {
      if (!this.#parts.signal.aborted) this.growTo(ahead);
    });
  }

  /** Draws more rows or columns once the wheel has come to the last ones. */
  growBeyond(right: boolean, down: boolean): void {
    const { hot } = this.#parts;
    const { last } = this;
    const isAtEnd = down && hot.getLastRenderedVisibleRow() === last.row;
    const isAtSide = right && hot.getLastRenderedVisibleColumn() === last.column;
    if (!isAtEnd && !isAtSide) return;
    this.growUnderChosen({ row: last.row + (isAtEnd ? 1 : 0), column: last.column + (isAtSide ? 1 : 0) });
  }

  /** The last row and column that are drawn. */
  get last(): CellPosition {
    const { hot } = this.#parts;
    return { row: hot.countRows() - 1, column: hot.countCols() - 1 };
  }
}
