/**
 * The states of cells, by key, when the document was last saved, for those that are others now; and
 * the same since the text was made that is on its way to the disk.
 */
export class SinceSaved<State> {
  readonly #same: (one: State, other: State) => boolean;
  #saved = new Map<number, State>();
  /** While no text is on its way, these are the same ones. */
  #written = this.#saved;

  /** `same` says which states are no difference. */
  constructor(same: (one: State, other: State) => boolean) {
    this.#same = same;
  }

  /** How many cells differ. */
  get count(): number {
    return this.#saved.size;
  }

  /** The cells that differ. */
  keys(): Iterable<number> {
    return this.#saved.keys();
  }

  differs(key: number): boolean {
    return this.#saved.has(key);
  }

  /** The saved state of a cell that differs; undefined for one that is as saved. */
  savedState(key: number): State | undefined {
    return this.#saved.get(key);
  }

  /** A cell has come from one state to another. */
  note(key: number, before: State, after: State): void {
    this.#noteIn(this.#saved, key, before, after);
    if (this.#written !== this.#saved) this.#noteIn(this.#written, key, before, after);
  }

  /** The state in which a cell is now counts as the saved one. */
  takeAsSaved(key: number): void {
    this.#saved.delete(key);
    this.#written.delete(key);
  }

  /** The states now are being written to disk. */
  markWritten(): void {
    this.#written = new Map();
  }

  /** What was being written counts as saved, later changes do not. */
  markSaved(): void {
    this.#saved = this.#written;
  }

  /** Takes what was noted before cells came to other places; `now` gives their keys, or null for those that are gone. */
  carryOver(earlier: SinceSaved<State>, now: (key: number) => number | null): void {
    if (earlier.#written !== earlier.#saved) this.markWritten();
    for (const [from, to] of [
      [earlier.#saved, this.#saved],
      [earlier.#written, this.#written],
    ] as const) {
      for (const [key, state] of from) {
        const moved = now(key);
        if (moved !== null) to.set(moved, state);
      }
    }
  }

  /** Keeps the saved state while it differs, and forgets it once it is back. */
  #noteIn(states: Map<number, State>, key: number, before: State, after: State): void {
    const known = states.get(key);
    if (known === undefined) {
      if (!this.#same(before, after)) states.set(key, before);
    } else if (this.#same(known, after)) states.delete(key);
  }
}
