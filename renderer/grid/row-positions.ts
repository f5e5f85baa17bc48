import type { Core } from './handsontable.ts';

export interface RowHeights {
  /** How many rows the grid draws, hidden ones left out. */
  readonly count: () => number;
  /** Rows from here on all have the ordinary height. */
  readonly firstOrdinary: () => number;
  /** The height of a drawn row in pixels. */
  readonly height: (drawnRow: number) => number;
  readonly ordinaryHeight: () => number;
}

/**
 * Where the rows of the grid begin, in pixels from the top. The grid's own answer adds up all heights,
 * a million of them at the end of a sheet; here only rows that may be of another height are added up.
 */
export class RowPositions {
  totalItems = 0;
  /** Counts the times that this was worked out, for the grid to compare. */
  buildSeq = 0;
  /** The grid's own sums, which are not kept. */
  readonly prefixSum = null;
  readonly #heights: RowHeights;
  /** Where each row begins, up to the first of those that are all ordinary. */
  #begins = new Float64Array(1);
  #ordinary = 0;
  #isBuilt = false;

  constructor(heights: RowHeights) {
    this.#heights = heights;
  }

  build(): void {
    const { count, firstOrdinary, height, ordinaryHeight } = this.#heights;
    this.totalItems = count();
    this.buildSeq++;
    this.#ordinary = ordinaryHeight();
    const own = Math.min(this.totalItems, firstOrdinary());
    this.#begins = new Float64Array(own + 1);
    let begin = 0;
    for (let row = 0; row < own; row++) {
      begin += height(row);
      this.#begins[row + 1] = begin;
    }
    this.#isBuilt = true;
  }

  ensureBuilt(): void {
    if (!this.isCurrent()) this.build();
  }

  isCurrent(): boolean {
    return this.#isBuilt && this.totalItems === this.#heights.count();
  }

  /** Whether there are sums of all heights; there never are. */
  isBuilt(): boolean {
    return false;
  }

  invalidate(): void {
    this.#isBuilt = false;
  }

  /** Where a row begins; where the last one ends, for what lies beyond it. */
  getOffset(row: number): number {
    const within = Math.min(Math.max(row, 0), this.totalItems);
    const known = this.#begins[within];
    return known ?? this.#ownEnd + (within - this.#ownCount) * this.#ordinary;
  }

  /** The row in which a place lies: the last one for places below it. */
  findIndexAtOffset(offset: number): number {
    if (offset >= this.#ownEnd) {
      const row = this.#ownCount + Math.floor((offset - this.#ownEnd) / this.#ordinary);
      return Math.max(0, Math.min(row, this.totalItems - 1));
    }
    let [low, high] = [0, this.#ownCount - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.getOffset(middle + 1) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The height of a row; 0 for one that is not there. */
  getSizeAt(row: number): number {
    return row < 0 || row >= this.totalItems ? 0 : this.getOffset(row + 1) - this.getOffset(row);
  }

  getTotalSize(): number {
    return this.getOffset(this.totalItems);
  }

  get #ownCount(): number {
    return this.#begins.length - 1;
  }

  get #ownEnd(): number {
    return this.#begins[this.#ownCount] ?? 0;
  }
}

/** Lets a grid that was drawn for the first time ask for the positions of its rows here, and measure none of them. */
export function takeRowPositions(grid: Core, heights: RowHeights): void {
  // The grid offers no other way to them.
  // oxlint-disable-next-line no-underscore-dangle
  const { wtViewport, wtSettings } = grid.view._wt;
  Object.assign(wtViewport, { rowHeightCache: new RowPositions(heights) });
  wtSettings.update('externalRowCalculator', true);
}
