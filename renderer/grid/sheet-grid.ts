import { drawAhead } from './draw-ahead.ts';
import type { Range } from '../../shared/workbook/address.ts';
import { spanAt, unionOf, type LineSpans } from '../../shared/workbook/line-spans.ts';
import {
  linesOf,
  maximumLines,
  type Axis,
  type Interval,
} from '../../shared/workbook/structure/line-change.ts';
import type { Editing } from '../editing.ts';
import type { Session } from '../session.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';
import { chosenRanges, sameRange, type SheetView } from '../sheet-view.ts';
import { isFilterButton } from '../filter/filter-button.ts';
import { isRowFiltered } from '../filter/filter-state.ts';
import type { FillMode } from './fill/source-cell.ts';
import { reachBelow } from './fill/neighbour-reach.ts';
import { freeLicenceKey, Handsontable, type Core, type GridSettings } from './handsontable.ts';
import { CellPainter } from './cell-painter.ts';
import { HiddenLines } from './hidden-lines.ts';
import { markHidden } from './hidden-marks.ts';
import { columnHeaderHeight, emptyRows, least, rowHeaderWidth, spare } from './grid-size.ts';
import { fromActiveCorner, rangeOf, type HotRange } from './hot-ranges.ts';
import { outlineSize } from './outline-marks.ts';
import { SheetInView } from './sheet-in-view.ts';
import { resizeLines } from './line-resize.ts';
import { isWholeAlong } from './whole-lines.ts';
import { takeRowPositions } from './row-positions.ts';
import { SheetLayout, type Density } from './sheet-layout.ts';

export interface SheetGridOptions {
  readonly root: HTMLElement;
  readonly session: Session;
  readonly view: SheetView;
  readonly editing: Editing;
  readonly licenceKey: string;
  /** A key went down while the grid has the focus; true when the grid shall not see it. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /**
   * The mouse went down on a cell or, with a line below 0, on a heading while an edit is under way, or was
   * drawn over one since; true when the edit took it.
   */
  readonly onPoint: (address: CellPosition, event: MouseEvent, drawn: boolean) => boolean;
  readonly onOpenCell: (address: CellPosition) => void;
  /** The button of a filter was pressed. */
  readonly onFilterButton: (address: CellPosition) => void;
  /** Cells were scrolled or drawn anew: what floats over them must follow. */
  readonly onScroll: () => void;
  /** Lines were given another size, in pixels at 100 %. */
  readonly onLineSize: (axis: Axis, lines: LineSpans, size: number) => void;
  /** Lines shall be as large as what they hold. */
  readonly onLineFit: (axis: Axis, lines: LineSpans) => void;
  readonly onLinesShown: (axis: Axis, lines: Interval) => void;
  /** Cells of the sheet in view are filled by the handle. */
  readonly onFill: (source: Range, target: Range, mode: FillMode) => void;
  /** True for a cell that is marked because it holds what is looked for. */
  readonly isFound: (row: number, column: number) => boolean;
}

/** How far a sheet was scrolled when another came into view, in pixels, and the last lines seen then. */
interface LeftSheet {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/**
 * The sheet in view as a grid of cells. Handsontable draws and scrolls; what stands in a cell
 * comes from the session's mirror, and a change repaints only the cells that changed.
 */
export class SheetGrid {
  readonly #options: SheetGridOptions;
  readonly #hot: Core;
  /** Where each sheet was left, by its name. */
  readonly #left = new Map<string, LeftSheet>();
  readonly #layouts = new WeakMap<SheetMirror, SheetLayout>();
  readonly #hidden: HiddenLines;
  /** What of the sheet is on the page, and where. */
  readonly inView: SheetInView;
  readonly painter: CellPainter;
  #sheet: SheetMirror;
  #layout: SheetLayout;
  #density: Density = 'regular';
  #showsFormulas = false;
  /** Ends with the grid, and the listeners with it. */
  readonly #life = new AbortController();
  #stopCells: () => void = () => {};
  #selecting = false;
  /** Whether Ctrl was held when the mouse button was let go last. */
  #isFilledWithControl = false;

  constructor(options: SheetGridOptions) {
    const { root, session, view, licenceKey } = options;
    this.#options = options;
    this.#sheet = session.sheet(view.sheet);
    this.#layout = this.#layoutOf(this.#sheet);
    root.toggleAttribute('data-page', !this.#sheet.gridLines);
    this.#hot = new Handsontable.Core(root, {
      licenseKey: licenceKey || freeLicenceKey,
      themeName: 'ht-theme-main',
      injectCoreCss: false,
      width: '100%',
      height: '100%',
      rowHeaders: true,
      colHeaders: true,
      columnHeaderHeight,
      editor: false,
      renderer: (_hot: unknown, td: HTMLTableCellElement, row: number, column: number) =>
        this.painter.paint(td, row, column),
      autoColumnSize: false,
      autoRowSize: false,
      fillHandle: { autoInsertRow: false },
      outsideClickDeselects: false,
      selectionMode: 'multiple',
      autoWrapRow: false,
      autoWrapCol: false,
      enterBeginsEditing: false,
      tabNavigation: true,
      ...this.#sheetSettings(),
      ...this.#hooks(),
    });
    this.#leaveKeyboard();
    this.inView = new SheetInView(
      root,
      this.#hot,
      () => this.#sheet,
      () => this.#layout,
    );
    this.painter = new CellPainter({
      root,
      inView: this.inView,
      sheet: () => this.#sheet,
      layout: () => this.#layout,
      columnCount: () => this.#hot.countCols(),
      render: () => this.#hot.render(),
      renew: () => {
        this.#layout.renew(this.#density);
        this.#hot.render();
      },
      isFound: options.isFound,
    });
    this.#hot.init();
    takeRowPositions(this.#hot, {
      count: () => this.#hot.rowIndexMapper.getRenderableIndexesLength(),
      firstOrdinary: () => this.#layout.firstOrdinaryRow,
      height: (drawnRow) =>
        this.#layout.height(this.#hot.rowIndexMapper.getVisualFromRenderableIndex(drawnRow) ?? drawnRow),
      ordinaryHeight: () => this.#layout.ordinaryHeight,
    });
    this.#hidden = new HiddenLines(this.#hot);
    this.#hidden.hide(this.#sheet);
    resizeLines({
      root,
      signal: this.#life.signal,
      lineOf: (heading) => this.#lineOf(heading),
      hidden: (axis) => (axis === 'rows' ? this.#sheet.hiddenRows : this.#sheet.hiddenColumns),
      size: (axis, line) => (axis === 'rows' ? this.#layout.height(line) : this.#layout.width(line)),
      scale: () => this.#sheet.zoom / 100,
      onResize: (axis, line, size) => {
        const onPaper = axis === 'rows' ? size : size / this.#layout.widthFactor;
        options.onLineSize(axis, this.#chosenWith(axis, line), onPaper);
      },
      onFit: (axis, line) => options.onLineFit(axis, this.#chosenWith(axis, line)),
      onShow: options.onLinesShown,
    });
    // The grid listens to the keyboard exactly while the focus is in it.
    const { signal } = this.#life;
    root.addEventListener(
      'focusin',
      () => {
        if (!options.editing.state) this.#hot.listen();
      },
      { signal },
    );
    root.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !root.contains(relatedTarget)) this.#hot.unlisten();
      },
      { signal },
    );
    root.addEventListener('wheel', ({ deltaX, deltaY }) => this.#growBeyond(deltaX > 0, deltaY > 0), {
      signal,
      passive: true,
    });
    // Before the grid, which fills when the button is let go.
    root.ownerDocument.addEventListener(
      'mouseup',
      ({ ctrlKey, metaKey }) => {
        this.#isFilledWithControl = ctrlKey || metaKey;
      },
      { signal, capture: true },
    );
    this.showZoom();
    this.#watchCells();
    this.showSelection();
  }

  /** Brings the sheet in view and its selection to what `SheetView` says. */
  showSelection(): void {
    const { session, view } = this.#options;
    // Also where the sheet is the same and its lines are not.
    const sheet = session.sheet(view.sheet);
    if (sheet !== this.#sheet) this.#changeSheet(sheet);
    if (view.showsFormulas !== this.#showsFormulas) this.#renewLook();
    const { row, column } = view.selection;
    const ranges = chosenRanges(view.selection);
    const shown = this.#chosen();
    const same =
      shown?.active.row === row &&
      shown.active.column === column &&
      shown.ranges.length === ranges.length &&
      ranges.every((range) => shown.ranges.some((other) => sameRange(range, other)));
    if (same) {
      this.#growAhead(view.selection.range);
      return;
    }
    // Growing chooses the old cells anew, which nobody did.
    this.#selecting = true;
    for (const { bottom, right } of ranges) this.#growTo({ row: bottom, column: right });
    const corners = ranges.map((range) => fromActiveCorner(range, row, column));
    this.#hot.selectCells(corners, true, false);
    this.#leaveKeyboard();
    const [startRow, startColumn] = corners.at(-1) ?? [];
    const highlight = this.#hot.getSelectedRangeActive()?.highlight.clone();
    if (highlight && (startRow !== row || startColumn !== column))
      this.#hot.selection.setRangeFocus(highlight.assign({ row, col: column }));
    this.#selecting = false;
  }

  /** What Handsontable shows as chosen; undefined where nothing is. */
  #chosen(): { readonly active: CellPosition; readonly range: Range; readonly ranges: Range[] } | undefined {
    const active = this.#hot.getSelectedRangeActive();
    const all = this.#hot.getSelectedRange();
    if (!active || !all) return undefined;
    const { row, col } = active.highlight;
    return {
      active: { row: Math.max(0, row ?? 0), column: Math.max(0, col ?? 0) },
      range: rangeOf(active),
      ranges: all.map(rangeOf),
    };
  }

  /** Tells the view what the mouse or a key of the grid has chosen. */
  #takeChosen(): void {
    const chosen = this.#chosen();
    if (this.#selecting || !chosen) return;
    const { active, range, ranges } = chosen;
    const place = this.#hot.getActiveSelectionLayerIndex();
    this.#options.view.select(
      { sheet: this.#sheet.name, ...active },
      range,
      ranges.filter((_, other) => other !== place),
    );
  }

  /** Scrolls until a cell is in view, the active one if none is named; where it is already, nothing moves. */
  reveal({ row, column }: CellPosition = this.#options.view.selection): void {
    this.#growUnderChosen({ row, column });
    // A panel beside the grid may have taken room from it since it was drawn.
    this.#hot.refreshDimensions();
    this.#hot.scrollViewportTo({ row, col: column });
  }

  /** Gives the grid the keyboard. */
  focus(): void {
    this.#hot.listen();
    // A click elsewhere makes Handsontable stop listening after everyone else has seen it.
    setTimeout(() => {
      const { root, editing } = this.#options;
      if (!this.#life.signal.aborted && !editing.state && root.contains(document.activeElement))
        this.#hot.listen();
    });
    const { row, column } = this.#options.view.selection;
    const cell = this.#hot.getCell(row, column, true);
    if (cell) cell.focus({ preventScroll: true });
    // A hidden cell is none of the page; who has been there still takes the keyboard from elsewhere.
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  /** Keeps Handsontable from taking the keyboard from a field, as late as a cell it has chosen is drawn. */
  #leaveKeyboard(): void {
    this.#hot.getFocusManager().suspend();
  }

  /** Who has the keyboard, where that is neither the grid nor nobody. */
  #keyboardElsewhere(): HTMLElement | undefined {
    const { activeElement } = document;
    const isElsewhere =
      activeElement instanceof HTMLElement &&
      activeElement !== document.body &&
      !this.#options.root.contains(activeElement);
    return isElsewhere ? activeElement : undefined;
  }

  /** Moves the active cell as the key would, through the chosen range if there is one. */
  press(
    key: 'Enter' | 'Tab' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
    shiftKey: boolean,
  ): void {
    this.#hot.rootDocument.documentElement.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, shiftKey, bubbles: true, cancelable: true }),
    );
  }

  /** Takes the keyboard away, while a cell is edited. */
  rest(): void {
    this.#hot.unlisten();
  }

  get hasFocus(): boolean {
    return this.#hot.isListening();
  }

  /** The edges of the grid's own cells: what lies beyond is headers. */
  get rowCount(): number {
    return this.#hot.countRows();
  }

  get columnCount(): number {
    return this.#hot.countCols();
  }

  setDensity(density: Density): void {
    if (density === this.#density) return;
    this.#density = density;
    this.#layout.renew(density);
    // The row height is read from the style sheet, which follows the density.
    this.#hot.useTheme('ht-theme-main');
    this.#hot.updateSettings(this.#sheetSettings());
    this.#hot.render();
  }

  /** Draws the sheet as large as it is to be shown, beside the strips of its groups. */
  showZoom(): void {
    const { root, onScroll } = this.#options;
    const factor = String(this.#sheet.zoom / 100);
    root.style.zoom = factor;
    // What floats over the cells is not drawn with them.
    const stage = root.parentElement?.style;
    stage?.setProperty('--sheet-zoom', factor);
    stage?.setProperty('--row-header-width', `${rowHeaderWidth(this.#hot.countRows())}px`);
    stage?.setProperty('--row-outline', `${outlineSize(this.#sheet.rowGroups)}px`);
    stage?.setProperty('--column-outline', `${outlineSize(this.#sheet.columnGroups)}px`);
    this.#hot.refreshDimensions();
    this.#fillView();
    this.#hot.render();
    onScroll();
  }

  /** Draws as many rows and columns as the sheet has room for: a small zoom or a wide window shows many. */
  #fillView(): void {
    const { width, height } = this.#options.root.getBoundingClientRect();
    const scale = this.#sheet.zoom / 100;
    this.#growUnderChosen({
      row: Math.ceil(height / scale / this.#layout.ordinaryHeight),
      column: Math.ceil(width / scale / this.#layout.ordinaryWidth),
    });
  }

  destroy(): void {
    this.#life.abort();
    this.#stopCells();
    this.#hot.destroy();
  }

  #hooks(): Record<string, unknown> {
    const { view, onKey, onPoint, onOpenCell, onFilterButton, onScroll, onFill } = this.#options;
    return {
      beforeKeyDown: (event: KeyboardEvent) => {
        if (!onKey(event)) return undefined;
        event.stopImmediatePropagation();
        return false;
      },
      beforeOnCellMouseDown: (event: MouseEvent, { row, col }: { row: number; col: number }) => {
        if (event.button !== 0) return;
        if (isFilterButton(event.target)) {
          onFilterButton({ row, column: col });
          event.preventDefault();
          event.stopImmediatePropagation();
          return;
        }
        if (!onPoint({ row, column: col }, event, false)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      beforeOnCellMouseOver: (event: MouseEvent, { row, col }: { row: number; col: number }) => {
        if (event.buttons !== 1) return;
        if (onPoint({ row, column: col }, event, true)) event.stopImmediatePropagation();
      },
      afterOnCellMouseDown: (event: MouseEvent, { row, col }: { row: number; col: number }) => {
        if (event.detail === 2 && row >= 0 && col >= 0) onOpenCell({ row, column: col });
      },
      afterViewportRowCalculatorOverride: drawAhead(() =>
        this.#hot.rowIndexMapper.getRenderableIndexesLength(),
      ),
      // Nor does it take the keyboard from anything else.
      modifyFocusedElement: () => this.#keyboardElsewhere(),
      afterSelection: () => this.#takeChosen(),
      // A click with Ctrl on a chosen cell takes it out again; one cell stays chosen.
      afterSelectionEnd: () => this.#takeChosen(),
      afterDeselect: () => {
        if (!this.#selecting) this.showSelection();
      },
      // Enter and Tab walk the active cell through what is chosen.
      afterSelectionFocusSet: () => this.#takeChosen(),
      beforeAutofill: (_data: unknown, source: HotRange, target: HotRange) => {
        onFill(rangeOf(source), rangeOf(target), this.#isFilledWithControl ? 'opposite' : 'continue');
        return false;
      },
      afterOnCellCornerDblClick: () => {
        const { range } = view.selection;
        const below = reachBelow(range, (row, column) => this.#sheet.isFilled(row, column));
        if (below) onFill(range, below, 'continue');
      },
      // Nothing may write but a command.
      beforeChange: () => false,
      afterGetRowHeader: (row: number, th: HTMLElement) => {
        markHidden(th, row, this.#sheet.hiddenRows);
        th.toggleAttribute('data-filtered', isRowFiltered(this.#sheet, row));
      },
      afterGetColHeader: (column: number, th: HTMLElement) =>
        markHidden(th, column, this.#sheet.hiddenColumns),
      afterScroll: onScroll,
      // Rows and columns may have other sizes.
      afterRender: () => onScroll(),
    };
  }

  #lineOf(heading: HTMLTableCellElement): { readonly axis: Axis; readonly line: number } | null {
    const { row, col } = this.#hot.getCoords(heading) ?? {};
    if (row == null || col == null) return null;
    if (row < 0 && col >= 0) return { axis: 'columns', line: col };
    return col < 0 && row >= 0 ? { axis: 'rows', line: row } : null;
  }

  /** The line, with all others that are chosen as whole lines where it is one of them. */
  #chosenWith(axis: Axis, line: number): LineSpans {
    const extent = { rows: this.#hot.countRows(), columns: this.#hot.countCols() };
    const ranges = chosenRanges(this.#options.view.selection);
    const spans = unionOf(
      ranges.map((range) => linesOf(range, axis)),
      [],
    );
    const areWhole = ranges.every((range) => isWholeAlong(range, axis, extent));
    return areWhole && spanAt(spans, line) ? spans : [{ first: line, last: line }];
  }

  /** Width in pixels at which a column shows all that stands in it; undefined where nothing does. */
  fittingWidth(column: number): number | undefined {
    return this.#layout.fittingWidth(column);
  }

  /** Size of a line in pixels at 100 %, also while formulas are shown. */
  lineSize(axis: Axis, line: number): number {
    return axis === 'rows' ? this.#layout.height(line) : this.#layout.width(line) / this.#layout.widthFactor;
  }

  #changeSheet(sheet: SheetMirror): void {
    const holder = this.#holder();
    this.#left.set(this.#sheet.name, {
      scrollTop: holder.scrollTop,
      scrollLeft: holder.scrollLeft,
      lastRow: this.#hot.getLastRenderedVisibleRow() ?? 0,
      lastColumn: this.#hot.getLastRenderedVisibleColumn() ?? 0,
    });
    this.#sheet = sheet;
    this.#layout = this.#layoutOf(sheet);
    this.#options.root.toggleAttribute('data-page', !sheet.gridLines);
    this.#selecting = true;
    this.#hot.deselectCell();
    this.#selecting = false;
    const { data, ...settings } = this.#sheetSettings();
    this.#hot.batchRender(() => {
      this.#hot.loadData(data);
      this.#hot.updateSettings(settings);
      this.#hidden.hide(sheet);
    });
    this.showZoom();
    this.#watchCells();
    const { scrollTop, scrollLeft } = this.#left.get(sheet.name) ?? { scrollTop: 0, scrollLeft: 0 };
    holder.scrollTop = scrollTop;
    holder.scrollLeft = scrollLeft;
    // The browser tells later; until then Handsontable would take cells for visible that are not.
    holder.dispatchEvent(new Event('scroll'));
  }

  /** The layout of a sheet, worked out anew: cells may have changed while it was out of sight. */
  #layoutOf(sheet: SheetMirror): SheetLayout {
    const { session, view } = this.#options;
    const layout =
      this.#layouts.get(sheet) ??
      new SheetLayout(
        sheet,
        session.styles,
        (row, column) => session.brokenLimit({ sheet: sheet.name, row, column }),
        () => view.showsFormulas,
      );
    this.#layouts.set(sheet, layout);
    layout.renew(this.#density);
    return layout;
  }

  /** Formulas are shown in place of values, or no longer. */
  #renewLook(): void {
    this.#showsFormulas = this.#options.view.showsFormulas;
    this.#layout.renew(this.#density);
    this.#hot.updateSettings({ colWidths: (column: number) => this.#layout.width(column) });
    this.#hot.render();
  }

  #holder(): HTMLElement {
    const holder = this.#hot.rootElement.querySelector<HTMLElement>('.ht_master .wtHolder');
    if (!holder) throw new Error('The grid has no scrolling part');
    return holder;
  }

  #sheetSettings(): GridSettings & { readonly data: null[][] } {
    const sheet = this.#sheet;
    const { lastRow, lastColumn } = this.#left.get(sheet.name) ?? { lastRow: 0, lastColumn: 0 };
    const rows = Math.max(sheet.usedRows + spare.rows, least.rows, lastRow + 1);
    const columns = Math.max(sheet.usedColumns + spare.columns, least.columns, lastColumn + 1);
    return {
      data: emptyRows(rows, columns),
      rowHeaderWidth: rowHeaderWidth(rows),
      colWidths: (column: number) => this.#layout.width(column),
      rowHeights: (row: number) => this.#layout.height(row),
      fixedRowsTop: sheet.frozenRows,
      fixedColumnsStart: sheet.frozenColumns,
    };
  }

  /** Draws more rows and columns once cells near the last ones are chosen, so that the keys lead on. */
  #growAhead({ top, left, bottom, right }: Range): void {
    const [rows, columns] = [this.#hot.countRows(), this.#hot.countCols()];
    const isLong = top === 0 && bottom === rows - 1;
    const isWide = left === 0 && right === columns - 1;
    const ahead = {
      row: isLong ? 0 : bottom + spare.rows / 2,
      column: isWide ? 0 : right + spare.columns / 2,
    };
    if (ahead.row < rows && ahead.column < columns) return;
    // Once the grid is done with the key that led here.
    queueMicrotask(() => {
      if (this.#life.signal.aborted) return;
      this.#selecting = true;
      this.#growTo(ahead);
      this.#selecting = false;
    });
  }

  /** Draws more rows or columns once the wheel has come to the last ones. */
  #growBeyond(right: boolean, down: boolean): void {
    const [lastRow, lastColumn] = [this.#hot.countRows() - 1, this.#hot.countCols() - 1];
    const isAtEnd = down && this.#hot.getLastRenderedVisibleRow() === lastRow;
    const isAtSide = right && this.#hot.getLastRenderedVisibleColumn() === lastColumn;
    if (!isAtEnd && !isAtSide) return;
    this.#growUnderChosen({ row: lastRow + (isAtEnd ? 1 : 0), column: lastColumn + (isAtSide ? 1 : 0) });
  }

  /** As `#growTo`; whole rows and columns that are chosen stay whole. */
  #growUnderChosen(cell: CellPosition): void {
    const before = { row: this.#hot.countRows() - 1, column: this.#hot.countCols() - 1 };
    this.#selecting = true;
    this.#growTo(cell);
    this.#selecting = false;
    const last = { row: this.#hot.countRows() - 1, column: this.#hot.countCols() - 1 };
    if (last.row === before.row && last.column === before.column) return;
    const grown = ({ top, left, bottom, right }: Range): Range => ({
      top,
      left,
      bottom: top === 0 && bottom === before.row ? last.row : bottom,
      right: left === 0 && right === before.column ? last.column : right,
    });
    const { selection } = this.#options.view;
    this.#options.view.select(selection, grown(selection.range), selection.others.map(grown));
  }

  /** Draws rows and columns up to a cell at least, and some beyond it. */
  #growTo({ row, column }: CellPosition): void {
    const [drawnRows, drawnColumns] = [this.#hot.countRows(), this.#hot.countCols()];
    const rows = row < drawnRows ? drawnRows : Math.min(row + spare.rows, maximumLines.rows);
    const columns =
      column < drawnColumns ? drawnColumns : Math.min(column + spare.columns, maximumLines.columns);
    if (rows === drawnRows && columns === drawnColumns) return;
    this.#hot.batchRender(() => {
      this.#hot.updateData(emptyRows(rows, columns));
      this.#hidden.hide(this.#sheet);
      this.#hot.updateSettings({ rowHeaderWidth: rowHeaderWidth(rows) });
    });
  }

  #watchCells(): void {
    this.#stopCells();
    this.#stopCells = this.#options.session.subscribeCells(this.#sheet.name, (cells) =>
      this.painter.repaint(cells),
    );
  }
}
