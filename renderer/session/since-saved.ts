import type { CellPosition } from './sheet-mirror.ts';
import { SparseCells } from './sparse-cells.ts';

/**
 * The states of cells when the document was last saved, for those that are others now; and the same
 * since the text was made that is on its way to the disk.
 */
export class SinceSaved<State> {
  readonly #same: (one: State, other: State) => boolean;
  #saved = new SparseCells<State>();
  /** While no text is on its way, these are the same ones. */
  #written = this.#saved;

  /** `same` says which states are no difference. */
  constructor(same: (one: State, other: State) => boolean) {
    this.#same = same;
  }

  /** How many cells differ. */
  get count(): number {
    return this.#saved.count;
  }

  /** True where nothing is noted, also not since the text on its way was made. */
  get isEmpty(): boolean {
    return this.#saved.count + this.#written.count === 0;
  }

  /** Calls back with each cell that differs. */
  forEach(visit: (place: CellPosition) => void): void {
    this.#saved.forEach(visit);
  }

  differs(row: number, column: number): boolean {
    return this.#saved.has(row, column);
  }

  /** The saved state of a cell that differs; undefined for one that is as saved. */
  savedState(row: number, column: number): State | undefined {
    return this.#saved.get(row, column);
  }

  /** A cell has come from one state to another. */
  note(row: number, column: number, before: State, after: State): void {
    this.#noteIn(this.#saved, row, column, before, after);
    if (this.#written !== this.#saved) this.#noteIn(this.#written, row, column, before, after);
  }

  /** The state in which a cell is now counts as the saved one. */
  takeAsSaved(row: number, column: number): void {
    this.#saved.delete(row, column);
    this.#written.delete(row, column);
  }

  /** The states now are being written to disk. */
  markWritten(): void {
    this.#written = new SparseCells();
  }

  /** What was being written counts as saved, later changes do not. */
  markSaved(): void {
    this.#saved = this.#written;
  }

  /** What is noted of cells, where they are `now`, and of those that are gone, for which that is null. */
  parted(now: (place: CellPosition) => CellPosition | null): {
    kept: SinceSaved<State>;
    gone: SinceSaved<State>;
  } {
    const [kept, gone] = [new SinceSaved(this.#same), new SinceSaved(this.#same)];
    const part = (from: SparseCells<State>, to: (since: SinceSaved<State>) => SparseCells<State>) =>
      from.forEach((place, state) => {
        const moved = now(place);
        const { row, column } = moved ?? place;
        to(moved ? kept : gone).set(row, column, state);
      });
    part(this.#saved, (since) => since.#saved);
    if (this.#written !== this.#saved) {
      for (const since of [kept, gone]) since.markWritten();
      part(this.#written, (since) => since.#written);
    }
    return { kept, gone };
  }

  /** Takes what was noted of cells of which nothing is noted here. */
  take(others: SinceSaved<State>): void {
    if (this.#written === this.#saved && others.#written !== others.#saved) this.markWritten();
    const { saved, written } = { saved: this.#saved, written: this.#written };
    others.#saved.forEach(({ row, column }, state) => saved.set(row, column, state));
    if (written !== saved)
      others.#written.forEach(({ row, column }, state) => written.set(row, column, state));
  }

  /** Keeps the saved state while it differs, and forgets it once it is back. */
  #noteIn(states: SparseCells<State>, row: number, column: number, before: State, after: State): void {
    const known = states.get(row, column);
    if (known === undefined) {
      if (!this.#same(before, after)) states.set(row, column, before);
    } else if (this.#same(known, after)) states.delete(row, column);
  }
}
