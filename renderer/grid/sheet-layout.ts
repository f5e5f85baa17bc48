import { standardColumnWidth, type CellStyle } from '../../shared/workbook/document.ts';
import { isGeneral } from '../../shared/workbook/number-format.ts';
import { spanAt } from '../../shared/workbook/line-spans.ts';
import { displayed } from '../session/displayed.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import { edgesCss, reachesOver, type CellEdges } from './cell-edges.ts';
import { cellLook, type CellLook } from './cell-look.ts';
import {
  cellMetrics,
  onScreen,
  roomForText,
  rowHeightFor,
  type CellMetrics,
  type Density,
} from './cell-metrics.ts';
import { HeadingLines } from './heading-lines.ts';
import { shownStyle } from './shown-style.ts';
import { fitText, textMargin, widthFor, type Fit } from './text-fit.ts';
import { rowSpills, type Spill } from './text-spill.ts';
import { textMeasure } from './text-width.ts';

/* Pixels at 100 %. */
const titleRowHeight = 44;
/** More columns than any sheet has. */
const rowStride = 16_384;

/**
 * How one sheet is laid out: the look of each cell, the width of its columns, the height of its
 * rows, and where text runs over into empty neighbours. What was worked out is kept until it is
 * forgotten, because it is asked for every cell while scrolling.
 */
export class SheetLayout {
  readonly #sheet: SheetMirror;
  readonly #styles: Readonly<Record<string, CellStyle>>;
  readonly #brokenLimit: (row: number, column: number) => string | null;
  readonly #showsFormulas: () => boolean;
  readonly #headingLines: HeadingLines;
  readonly #measure = textMeasure();
  #density: Density = 'regular';
  /** Those of the zoom at which the sheet is shown, and of 100 %. */
  #metrics: CellMetrics = cellMetrics('regular', 100);
  #looks = new Map<number, CellLook>();
  #heights = new Map<number, number>();
  /** Rows that are as high as the ordinary one at every zoom. */
  #ordinaryRows = new Set<number>();
  #low = new Map<number, boolean>();
  #spills = new Map<number, Map<number, Spill>>();

  /**
   * `brokenLimit` says how a cell breaks its bounds or its validation; null when it does not.
   * `showsFormulas` is asked whenever something is worked out anew.
   */
  constructor(
    sheet: SheetMirror,
    styles: Readonly<Record<string, CellStyle>>,
    brokenLimit: (row: number, column: number) => string | null,
    showsFormulas: () => boolean,
  ) {
    this.#sheet = sheet;
    this.#showsFormulas = showsFormulas;
    this.#styles = styles;
    this.#brokenLimit = brokenLimit;
    this.#headingLines = new HeadingLines(sheet, styles);
  }

  /** Works everything out anew at the next question: the sheet was out of sight, or the density changed. */
  renew(density: Density): void {
    this.#density = density;
    this.#ordinaryRows = new Set();
    this.showZoom();
  }

  /** Works out anew what another zoom changes. */
  showZoom(): void {
    this.#metrics = cellMetrics(this.#density, this.#sheet.zoom);
    this.#forget();
  }

  /** The sizes of cells as they are shown. */
  get metrics(): CellMetrics {
    return this.#metrics;
  }

  /** Any cells changed. True where the height of a row did. */
  renewCells(): boolean {
    const before = this.#heights;
    this.#ordinaryRows = new Set();
    this.#forget();
    for (let row = 0; row < this.#sheet.usedRows; row++) this.height(row);
    const now = this.#heights;
    return before.size !== now.size || [...before].some(([row, height]) => now.get(row) !== height);
  }

  /**
   * The cell changed, and what runs over in its row with it. True where it had or has a say in what its
   * neighbours above and to the left draw at their edges.
   */
  forgetCell(row: number, column: number): boolean {
    const key = row * rowStride + column;
    const before = this.#looks.get(key)?.style;
    const now = this.#styleAt(row, column);
    this.#looks.delete(key);
    this.#spills.delete(row);
    if (shapesRow(before) || shapesRow(now)) {
      this.#heights.delete(row);
      this.#ordinaryRows.delete(row);
      this.#low.delete(row);
    }
    return reachesOver(before) || reachesOver(now);
  }

  /** How much wider columns are than on paper: formulas need more room, in Excel twice as much. */
  get widthFactor(): number {
    return this.#showsFormulas() ? 2 : 1;
  }

  /** Width of a column in pixels of the screen; 0 for a hidden one. */
  width(column: number): number {
    return onScreen(this.widthOnPaper(column) * this.widthFactor, this.#metrics.scale);
  }

  /** Width of a column in pixels at 100 %, also while formulas are shown; 0 for a hidden one. */
  widthOnPaper(column: number): number {
    return this.#sheet.isColumnHidden(column) ? 0 : (this.#sheet.columnWidths[column] ?? standardColumnWidth);
  }

  /** Width in pixels of the screen of a column that has no width of its own. */
  get ordinaryWidth(): number {
    return onScreen(standardColumnWidth * this.widthFactor, this.#metrics.scale);
  }

  /** Height in pixels of the screen of a row that has no height of its own. */
  get ordinaryHeight(): number {
    return this.#metrics.row;
  }

  /** The first row from which on all are as high as the ordinary one. */
  get firstOrdinaryRow(): number {
    return Math.max(this.#sheet.usedRows, (this.#sheet.rowHeights.at(-1)?.last ?? -1) + 1);
  }

  /** Width in pixels at 100 % at which a column shows all that stands in it; undefined where nothing does. */
  fittingWidth(column: number): number | undefined {
    let widest = 0;
    for (const width of this.#widthsIn(column)) widest = Math.max(widest, width);
    return widest === 0 ? undefined : widest;
  }

  /**
   * Width in pixels at 100 % that a column needs for a number that is entered into one of its cells, by the number
   * format that the cell gets or has. Null where it needs no other one, where a person has given it its width, and
   * where the number could show fewer digits.
   */
  widthForNumber(row: number, column: number, value: number, given: string | undefined): number | null {
    const { format = given } = this.#styleAt(row, column) ?? {};
    if (format === undefined || isGeneral(format) || this.#sheet.isColumnHidden(column)) return null;
    const metrics = this.#onPaper;
    const look: CellLook = {
      ...this.#newLook(row, column, metrics),
      text: displayed(value, format),
      wrap: false,
      numeric: true,
    };
    const own = this.widthOnPaper(column);
    if (fitText(look, own * this.widthFactor, metrics, this.#measure).text === look.text) return null;
    // A width that one of its cells needs exactly was given to it for that cell, by an entry or by AutoFit.
    const isChosen = own !== standardColumnWidth && !this.#widthsIn(column).includes(own);
    return isChosen ? null : this.#widthOf(look);
  }

  /** Widths in pixels at 100 % that the cells of a column need. */
  #widthsIn(column: number): number[] {
    const widths: number[] = [];
    for (let row = 0; row < this.#sheet.usedRows; row++) {
      if (!this.#sheet.isFilled(row, column) || this.#sheet.isRowHidden(row)) continue;
      const look = this.#newLook(row, column, this.#onPaper);
      if (!look.wrap) widths.push(this.#widthOf(look));
    }
    return widths;
  }

  /** Width in pixels at 100 % that a column needs for a cell. */
  #widthOf(look: CellLook): number {
    return Math.ceil(widthFor(look, this.#onPaper, this.#measure) / this.widthFactor);
  }

  /** The sizes of cells at 100 %. */
  get #onPaper(): CellMetrics {
    return cellMetrics(this.#density, 100);
  }

  /** Height of a row in pixels of the screen; 0 for a hidden one. */
  height(row: number): number {
    if (this.#sheet.isRowHidden(row)) return 0;
    const own = this.#ownHeight(row);
    if (own !== undefined) return onScreen(own, this.#metrics.scale);
    if (row >= this.#sheet.usedRows || this.#ordinaryRows.has(row)) return this.ordinaryHeight;
    const known = this.#heights.get(row);
    if (known !== undefined) return known;
    const height = this.#measureRow(row, this.#metrics);
    if (height === undefined) this.#ordinaryRows.add(row);
    else this.#heights.set(row, height);
    return height ?? this.ordinaryHeight;
  }

  /** Height of a row in pixels at 100 %; 0 for a hidden one. */
  heightOnPaper(row: number): number {
    if (this.#sheet.isRowHidden(row)) return 0;
    return this.#ownHeight(row) ?? this.#measureRow(row, this.#onPaper) ?? this.#onPaper.row;
  }

  /** The height that a person gave to a row, in pixels at 100 %. */
  #ownHeight(row: number): number | undefined {
    return spanAt(this.#sheet.rowHeights, row)?.height;
  }

  /** The height that text has in a row that is no higher for it; undefined in one that is as high as its text needs. */
  room(row: number): number | undefined {
    return this.#ownHeight(row) === undefined ? undefined : roomForText(this.height(row));
  }

  /** The height of a row as it was last worked out; undefined when it was not. */
  knownHeight(row: number): number | undefined {
    return this.#ordinaryRows.has(row) ? this.ordinaryHeight : this.#heights.get(row);
  }

  /** Whether the cells of a row stand at its foot, as in Excel: it is higher than they need, and no text wraps in it. */
  standsLow(row: number): boolean {
    if (this.height(row) <= this.ordinaryHeight) return false;
    const known = this.#low.get(row);
    if (known !== undefined) return known;
    let isLow = true;
    for (let column = 0; isLow && column < this.#sheet.usedColumns; column++)
      isLow = this.#styleAt(row, column)?.wrap !== true;
    this.#low.set(row, isLow);
    return isLow;
  }

  look(row: number, column: number): CellLook {
    const key = row * rowStride + column;
    const known = this.#looks.get(key);
    if (known) return known;
    const look = this.#newLook(row, column, this.#metrics);
    this.#looks.set(key, look);
    return look;
  }

  /** The cells of a row over which the text of another runs, by column; `columnCount` is where the grid ends. */
  spills(row: number, columnCount: number): Map<number, Spill> {
    const known = this.#spills.get(row);
    if (known) return known;
    const { pad, scale } = this.#metrics;
    const spills = rowSpills(
      columnCount,
      (column) => {
        const value = this.#sheet.shown(row, column);
        const empty = value === null || value === '';
        if (empty || typeof value !== 'string') return { empty, textWidth: 0, align: 'left' };
        const { text, align, wrap, words, font, check, broken, indent } = this.look(row, column);
        // Headings over figures are narrowed instead.
        const isCut = align !== 'left' && words.includes('header');
        const runsOver = !wrap && !check && !isCut && broken === undefined;
        const needed = this.#measure(text, font) + 2 * pad + indent + textMargin * scale;
        return { empty, textWidth: runsOver ? needed : 0, align };
      },
      (column) => this.width(column),
      this.#sheet.usedColumns,
    );
    this.#spills.set(row, spills);
    return spills;
  }

  /** The spills of a row as they were last worked out; undefined when they were not. */
  knownSpills(row: number): Map<number, Spill> | undefined {
    return this.#spills.get(row);
  }

  /** How the edges of a cell are drawn, as declarations. `isOpen` where text runs on into the next cell. */
  edges(row: number, column: number, isOpen: boolean): CellEdges {
    return edgesCss({
      isOpen,
      own: this.#styleAt(row, column),
      right: this.#styleAt(
        row,
        nextShown(column, this.#sheet.usedColumns, (at) => this.#sheet.isColumnHidden(at)),
      ),
      below: this.#styleAt(
        nextShown(row, this.#sheet.usedRows, (at) => this.#sheet.isRowHidden(at)),
        column,
      ),
      isFirstRow: row === 0,
      isFirstColumn: column === 0,
    });
  }

  /** How the text of a cell fits its column. */
  fit(look: CellLook, column: number): Fit {
    return fitText(look, this.width(column), this.#metrics, this.#measure);
  }

  #newLook(row: number, column: number, metrics: CellMetrics): CellLook {
    const settings = {
      styles: this.#styles,
      metrics,
      headingLines: this.#headingLines,
      brokenLimit: this.#brokenLimit,
      showsFormulas: this.#showsFormulas(),
    };
    return cellLook(this.#sheet, row, column, settings);
  }

  /** The height that a row needs; undefined where nothing in it asks for another than the ordinary one. */
  #measureRow(row: number, metrics: CellMetrics): number | undefined {
    const sheet = this.#sheet;
    const { pad, scale, row: ordinary } = metrics;
    const beside = 2 * pad + 1;
    let height: number | undefined;
    for (let column = 0; column < sheet.usedColumns; column++) {
      const style = this.#styleAt(row, column);
      if (!style) continue;
      if (style.role === 'title' && !sheet.gridLines)
        height = Math.max(height ?? ordinary, onScreen(titleRowHeight, scale));
      const value = sheet.value(row, column);
      const wraps = style.wrap && typeof value === 'string';
      if (value === null || (!wraps && style.textSize === undefined)) continue;
      const { font, leading: own, indent } = this.#newLook(row, column, metrics);
      const width = onScreen(this.widthOnPaper(column) * this.widthFactor, scale) - beside - indent;
      const lines = wraps ? wrappedLines(value, width, (part) => this.#measure(part, font)) : 1;
      height = Math.max(height ?? ordinary, rowHeightFor(lines * own));
    }
    return height;
  }

  #styleAt(row: number, column: number): CellStyle | undefined {
    return shownStyle(this.#sheet, this.#styles, row, column);
  }

  #forget(): void {
    this.#looks = new Map();
    this.#spills = new Map();
    this.#heights = new Map();
    this.#low = new Map();
  }
}

/** The next line that is not hidden; behind the last that is used, any. */
function nextShown(line: number, used: number, isHidden: (line: number) => boolean): number {
  let next = line + 1;
  while (next < used && isHidden(next)) next++;
  return next;
}

/** Whether a cell of the style may need a higher row. */
function shapesRow(style: CellStyle | undefined): boolean {
  return style?.wrap === true || style?.textSize !== undefined;
}

/** Lines that a text takes in a column: words as long as fit, one line at least for each of its own. */
function wrappedLines(text: string, width: number, measure: (text: string) => number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(/(?<= )/)) {
      const needed = measure(word.trimEnd());
      if (used > 0 && used + needed > width) {
        lines++;
        used = 0;
      }
      used += measure(word);
    }
  }
  return lines;
}
