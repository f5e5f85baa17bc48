import type { Range } from '../../shared/workbook/address.ts';
import type { LookChange, SetLooks } from '../../shared/workbook/command.ts';

interface GrowingArea {
  readonly range: { -readonly [Side in keyof Range]: Range[Side] };
  readonly look: LookChange;
}

/**
 * Gathers cells into rectangles of one look, so that many cells of few looks are few areas. They come
 * row by row, each from left to right; looks are alike where they are the same object.
 */
export class LookAreas {
  readonly #done: GrowingArea[] = [];
  /** The last area that begins in each column. */
  readonly #lastAt = new Map<number, GrowingArea>();
  /** Cells of one row that may still grow to the right. */
  #run: GrowingArea | null = null;

  add(row: number, column: number, look: LookChange): void {
    const run = this.#run;
    if (run?.look === look && run.range.top === row && run.range.right === column - 1) {
      run.range.right = column;
      return;
    }
    this.#endRun();
    this.#run = { range: { top: row, left: column, bottom: row, right: column }, look };
  }

  /** The areas on a sheet, as a command has them. */
  on(sheet: string): SetLooks['areas'] {
    this.#endRun();
    return this.#done.map(({ range, look }) => ({ sheet, range, look }));
  }

  /** The run becomes part of the area above it where both are as wide and look alike, or else an area. */
  #endRun(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = null;
    const { top, left, right } = run.range;
    const above = this.#lastAt.get(left);
    if (above?.look === run.look && above.range.bottom === top - 1 && above.range.right === right) {
      above.range.bottom = top;
      return;
    }
    this.#done.push(run);
    this.#lastAt.set(left, run);
  }
}
