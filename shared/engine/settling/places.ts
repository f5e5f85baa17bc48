import type { SimpleCellAddress } from 'hyperformula';
import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import { columnKey } from '../positions.ts';

/**
 * Cells of an engine, each once, by runs down the columns: a hundred thousand that stand below each other
 * are one run, however often they are added.
 */
export class Places {
  /** Runs by sheet and column, each as one number: its first row times all rows, and its last. */
  readonly #runs = new Map<number, number[]>();

  add(place: SimpleCellAddress): void {
    this.addArea(place, 1, 1);
  }

  /** Adds a rectangle, of which `corner` is the first cell. */
  addArea({ sheet, row, col }: SimpleCellAddress, height: number, width: number): void {
    const run = row * maximumRows + row + height - 1;
    for (let column = 0; column < width; column++) {
      const key = columnKey({ sheet, col: col + column });
      const runs = this.#runs.get(key);
      if (runs) runs.push(run);
      else this.#runs.set(key, [run]);
    }
  }

  /** Visits every cell once, column by column from the top down. */
  forEach(visit: (place: SimpleCellAddress) => void): void {
    for (const [key, runs] of this.#runs) {
      const [sheet, col] = [Math.floor(key / maximumColumns), key % maximumColumns];
      let next = 0;
      for (const run of Float64Array.from(runs).toSorted()) {
        const last = run % maximumRows;
        for (let row = Math.max(next, Math.floor(run / maximumRows)); row <= last; row++)
          visit({ sheet, row, col });
        next = Math.max(next, last + 1);
      }
    }
  }
}
