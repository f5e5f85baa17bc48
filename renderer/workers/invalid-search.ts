import type { InvalidCell } from '../../shared/workbook/validation/invalid-cells.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';

/** How long it looks before requests that have come meanwhile are answered, in milliseconds. */
const sliceMs = 8;

/** How many cells are told at most: a person cannot look at more, and the screen holds a mark for each. */
const mostTold = 20_000;

/**
 * Finds the cells that hold what their validations do not allow while nobody asks anything, and tells
 * them when they are others than before.
 */
export class InvalidSearch {
  readonly #tell: (cells: readonly InvalidCell[]) => void;
  #told = '[]';
  #search: Generator<InvalidCell | null, void> | null = null;
  #found: InvalidCell[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (cells: readonly InvalidCell[]) => void) {
    this.#tell = tell;
  }

  /** Another workbook is open: of its cells nothing has been told yet. */
  open(workbook: Workbook): void {
    this.#told = '[]';
    this.startOver(workbook);
  }

  /** The workbook has changed: what was found no longer holds. */
  startOver(workbook: Workbook): void {
    this.standAside();
    this.#found = [];
    const isIdle = workbook.document.validations === undefined && this.#told === '[]';
    this.#search = isIdle ? null : workbook.invalidCells();
  }

  /** Something is asked of the workbook. */
  standAside(): void {
    clearTimeout(this.#timer);
  }

  /** Nothing waits for an answer any longer: the search goes on, and `done` is called at its end. */
  goOn(done: () => void): void {
    clearTimeout(this.#timer);
    if (this.#search) this.#timer = setTimeout(() => this.#look(done), 0);
    else done();
  }

  #look(done: () => void): void {
    const end = performance.now() + sliceMs;
    while (this.#search && performance.now() < end) {
      const next = this.#search.next();
      if (next.value) this.#found.push(next.value);
      if (next.done === true || this.#found.length === mostTold) this.#finish();
    }
    this.goOn(done);
  }

  #finish(): void {
    this.#search = null;
    const text = JSON.stringify(this.#found);
    if (text === this.#told) return;
    this.#told = text;
    this.#tell(this.#found);
  }
}
