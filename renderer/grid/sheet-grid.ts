import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { isRowFiltered } from '../filter/filter-state.ts';
import type { CellPosition, SheetMirror } from '../session/sheet-mirror.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { Density } from './cell-metrics.ts';
import { CellPainter } from './cell-painter.ts';
import { drawAhead } from './draw-ahead.ts';
import { GridKeyboard } from './grid-keyboard.ts';
import { fillHooks, mouseHooks } from './grid-mouse.ts';
import { columnHeaderHeight, emptyRows, least, rowHeaderWidth, spare } from './grid-size.ts';
import { freeLicenceKey, Handsontable, type Core, type GridSettings } from './handsontable.ts';
import { sizeAtHeadings } from './heading-sizes.ts';
import { HiddenLines } from './hidden-lines.ts';
import { markHidden } from './hidden-marks.ts';
import { LeftSheets, tellScrolled } from './left-sheets.ts';
import { outlineSize } from './outline-marks.ts';
import { neverScrollPage } from './page-scroll.ts';
import { takeRowPositions } from './row-positions.ts';
import { SheetExtent } from './sheet-extent.ts';
import type { SheetGridOptions } from './sheet-grid-options.ts';
import { SheetInView } from './sheet-in-view.ts';
import { SheetLayout } from './sheet-layout.ts';
import { ShownSelection } from './shown-selection.ts';
import { letMouseWait } from './waiting-mouse.ts';
import { withNextFrame } from './with-next-frame.ts';

/**
 * The sheet in view as a grid of cells. Handsontable draws and scrolls; what stands in a cell
 * comes from the session's mirror, and a change repaints only the cells that changed.
 */
export class SheetGrid {
  readonly #options: SheetGridOptions;
  readonly #hot: Core;
  readonly #left = new LeftSheets();
  readonly #layouts = new WeakMap<SheetMirror, SheetLayout>();
  readonly #hidden: HiddenLines;
  readonly #selection: ShownSelection;
  readonly #extent: SheetExtent;
  readonly keyboard: GridKeyboard;
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

  constructor(options: SheetGridOptions) {
    const { root, session, view, waiting, licenceKey } = options;
    const { signal } = this.#life;
    const sheet = () => this.#sheet;
    const layout = () => this.#layout;
    this.#options = options;
    this.#sheet = session.sheet(view.sheet);
    this.#layout = this.#layoutOf(this.#sheet);
    root.toggleAttribute('data-page', !this.#sheet.gridLines);
    const settings = this.#sheetSettings();
    this.#styleSizes(settings.data.length);
    this.#hot = new Handsontable.Core(root, {
      licenseKey: licenceKey || freeLicenceKey,
      themeName: 'ht-theme-main',
      injectCoreCss: false,
      width: '100%',
      height: '100%',
      rowHeaders: true,
      colHeaders: true,
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
      ...settings,
      ...this.#hooks(),
      ...mouseHooks(options),
      ...fillHooks(options, sheet, signal),
    });
    neverScrollPage(this.#hot);
    this.keyboard = new GridKeyboard(this.#hot, options, signal);
    this.#selection = new ShownSelection(this.#hot, view, this.keyboard);
    this.inView = new SheetInView(root, this.#hot, sheet, layout);
    const pageCells = {
      placeOf: (element: Element) => this.inView.placeOf(element),
      elementAt: (place: CellPosition) => this.#broughtIntoView(place),
      isControlHeld: () => this.#hot.getShortcutManager().isCtrlPressed(),
    };
    letMouseWait(root, pageCells, waiting, signal);
    this.painter = new CellPainter({
      root,
      inView: this.inView,
      sheet,
      layout,
      columnCount: () => this.#hot.countCols(),
      drawOtherHeights: () => {
        this.#hot.view.invalidateRowHeightCache();
        this.#hot.render();
      },
      // Taking in what changed and painting it would hold the screen too long in one go.
      planAll: withNextFrame(() => this.painter.paintAll(), signal),
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
    this.#extent = new SheetExtent({
      hot: this.#hot,
      view,
      sheet,
      hidden: this.#hidden,
      selection: this.#selection,
      signal,
    });
    sizeAtHeadings(this.#hot, options, sheet, layout, signal);
    root.addEventListener('wheel', ({ deltaX, deltaY }) => this.#extent.growBeyond(deltaX > 0, deltaY > 0), {
      signal,
      passive: true,
    });
    this.#showSizes();
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
    if (this.#selection.isShown) {
      this.#extent.growAhead(view.selection.range);
      return;
    }
    for (const { bottom, right } of chosenRanges(view.selection))
      this.#extent.growTo({ row: bottom, column: right });
    this.#selection.show();
  }

  /** Scrolls until a cell is in view, the active one if none is named; where it is already, nothing moves. */
  reveal({ row, column }: CellPosition = this.#options.view.selection): void {
    this.#extent.growUnderChosen({ row, column });
    // A panel beside the grid may have taken room from it since it was drawn.
    this.#hot.refreshDimensions();
    this.#hot.scrollViewportTo({ row, col: column });
  }

  /** Scrolls until a line is the first one in view after those that are frozen, as far as that goes. */
  beginWith(axis: Axis, line: number): void {
    const isRows = axis === 'rows';
    const { last } = this.#extent;
    const { first, last: lastSeen } = this.inView.linesInFullView(axis);
    // A page of lines has to be there to be scrolled to.
    const end = line + Math.max(0, lastSeen - first) + 1;
    this.#extent.growUnderChosen(isRows ? { row: end, column: last.column } : { row: last.row, column: end });
    this.#hot.scrollViewportTo(
      isRows ? { row: line, verticalSnap: 'top' } : { col: line, horizontalSnap: 'start' },
    );
    tellScrolled(this.#hot);
  }

  /** What shows a cell or a heading, scrolled to where it is out of view. */
  #broughtIntoView(place: CellPosition): Element | undefined {
    if (place.row >= 0 && place.column >= 0) this.reveal(place);
    return this.inView.elementAt(place);
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
    this.#resize();
  }

  /** Draws the sheet as large as it is to be shown; the first cell in view stays it. */
  showZoom(): void {
    const first = { row: this.#hot.getFirstFullyVisibleRow(), col: this.#hot.getFirstFullyVisibleColumn() };
    this.#layout.showZoom();
    this.#resize();
    this.#hot.scrollViewportTo({ ...first, verticalSnap: 'top', horizontalSnap: 'start' });
  }

  /** Draws the sheet in other sizes than before. */
  #resize(): void {
    this.#styleSizes(this.#hot.countRows());
    const { data: _, ...settings } = this.#sheetSettings();
    this.#hot.updateSettings(settings);
    this.#showSizes();
  }

  /** Draws the sheet in the sizes of its zoom and of the density, beside the strips of its groups. */
  #showSizes(): void {
    this.#hot.refreshDimensions();
    this.#extent.growUnderChosen(this.#mostInView());
    this.#hot.render();
    this.#options.onScroll();
  }

  /** Tells the style sheet of the sizes, also for what floats over the cells. */
  #styleSizes(rows: number): void {
    const { scale, row, text, leading, pad } = this.#layout.metrics;
    const { zoom, rowGroups, columnGroups } = this.#sheet;
    const sizes = {
      row,
      'cell-text': text,
      'cell-leading': leading,
      'cell-pad': pad,
      'row-header-width': rowHeaderWidth(rows, zoom),
      'column-header-height': columnHeaderHeight(zoom),
      'row-outline': outlineSize(rowGroups),
      'column-outline': outlineSize(columnGroups),
    };
    const stage = this.#options.root.parentElement?.style;
    for (const [name, pixels] of Object.entries(sizes)) stage?.setProperty(`--${name}`, `${pixels}px`);
    stage?.setProperty('--sheet-zoom', String(scale));
  }

  /** The cell that would be the last in view: a small zoom or a wide window shows many. */
  #mostInView(): CellPosition {
    const { width, height } = this.#options.root.getBoundingClientRect();
    return {
      row: Math.ceil(height / this.#layout.ordinaryHeight),
      column: Math.ceil(width / this.#layout.ordinaryWidth),
    };
  }

  destroy(): void {
    this.#life.abort();
    this.#stopCells();
    this.#hot.destroy();
  }

  #hooks(): Record<string, unknown> {
    const { onKey, onScroll } = this.#options;
    const take = () => this.#selection.take(this.#sheet.name);
    return {
      beforeKeyDown: (event: KeyboardEvent) => {
        if (!onKey(event)) return undefined;
        event.stopImmediatePropagation();
        return false;
      },
      afterViewportRowCalculatorOverride: drawAhead(() =>
        this.#hot.rowIndexMapper.getRenderableIndexesLength(),
      ),
      // Nor does it take the keyboard from anything else.
      modifyFocusedElement: () => this.keyboard.elsewhere(),
      afterSelection: take,
      // A click with Ctrl on a chosen cell takes it out again; one cell stays chosen.
      afterSelectionEnd: take,
      afterDeselect: () => {
        if (!this.#selection.isQuiet) this.showSelection();
      },
      // Enter and Tab walk the active cell through what is chosen.
      afterSelectionFocusSet: take,
      // As a setting, no row would be lower than an ordinary one.
      modifyRowHeight: (_height: number, row: number) => this.#layout.height(row),
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

  /** Width in pixels at 100 % at which a column shows all that stands in it; undefined where nothing does. */
  fittingWidth(column: number): number | undefined {
    return this.#layout.fittingWidth(column);
  }

  /** Width in pixels that the column of a cell in view needs for a number that is entered; null where it stays as it is. */
  widthForNumber(row: number, column: number, value: number, format: string | undefined): number | null {
    return this.#layout.widthForNumber(row, column, value, format);
  }

  /** Size of a line in pixels at 100 %, also while formulas are shown. */
  lineSize(axis: Axis, line: number): number {
    return axis === 'rows' ? this.#layout.heightOnPaper(line) : this.#layout.widthOnPaper(line);
  }

  #changeSheet(sheet: SheetMirror): void {
    this.#left.leave(this.#sheet.name, this.#hot);
    this.#sheet = sheet;
    this.#layout = this.#layoutOf(sheet);
    this.#options.root.toggleAttribute('data-page', !sheet.gridLines);
    this.#selection.quietly(() => this.#hot.deselectCell());
    const { data, ...settings } = this.#sheetSettings();
    this.#styleSizes(data.length);
    this.#hot.batchRender(() => {
      this.#hot.loadData(data);
      this.#hot.updateSettings(settings);
      this.#hidden.hide(sheet);
    });
    this.#showSizes();
    this.#watchCells();
    this.#left.comeBack(sheet.name, this.#hot);
    this.#extent.keepWhole(this.#left.lastDrawn(sheet.name) ?? this.#extent.last);
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

  #sheetSettings(): GridSettings & { readonly data: null[][] } {
    const sheet = this.#sheet;
    const seen = this.#left.lastSeen(sheet.name);
    const rows = Math.max(sheet.usedRows + spare.rows, least.rows, seen.row + 1);
    const columns = Math.max(sheet.usedColumns + spare.columns, least.columns, seen.column + 1);
    return {
      data: emptyRows(rows, columns),
      rowHeaderWidth: rowHeaderWidth(rows, sheet.zoom),
      columnHeaderHeight: columnHeaderHeight(sheet.zoom),
      colWidths: (column: number) => this.#layout.width(column),
      fixedRowsTop: sheet.frozenRows,
      fixedColumnsStart: sheet.frozenColumns,
    };
  }

  #watchCells(): void {
    this.#stopCells();
    this.#stopCells = this.#options.session.subscribeCells(this.#sheet.name, (cells) =>
      this.painter.repaint(cells),
    );
  }
}
