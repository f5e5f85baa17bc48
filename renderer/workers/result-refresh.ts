import { refreshWhatIfTables, type KnownResults } from '../../shared/analysis/what-if-tables.ts';
import { noChanges } from '../../shared/workbook/changes.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import type { ResultNews } from './protocol.ts';

/** How long nothing must have been asked before the work begins, in milliseconds. */
const restMs = 300;

/**
 * Keeps the results of what-if tables up to date while nobody asks anything: one recalculation at a
 * time, so that a request waits for at most the one under way and for putting back what it set.
 */
export class ResultRefresh {
  readonly #tell: (news: ResultNews) => void;
  /** The workbook whose results are out of date. */
  #stale: Workbook | null = null;
  #known: KnownResults = new Map();
  #work: ReturnType<typeof refreshWhatIfTables> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (news: ResultNews) => void) {
    this.#tell = tell;
  }

  /** The workbook is another or has changed: nothing that was found holds any longer. */
  startOver(workbook: Workbook): void {
    this.standAside();
    this.#known = new Map();
    this.#stale = workbook.document.whatIfTables === undefined ? null : workbook;
  }

  /** Puts the workbook back as it is, so that something may be asked of it. What was found is kept. */
  standAside(): void {
    clearTimeout(this.#timer);
    this.#work?.return();
    this.#work = null;
  }

  /** Nothing waits for an answer any longer: the work goes on after a rest. */
  goOn(): void {
    clearTimeout(this.#timer);
    if (this.#stale) this.#timer = setTimeout(() => this.#step(), restMs);
  }

  /** Brings all results up to date at once. */
  finish(): void {
    this.standAside();
    while (this.#stale) this.#advance(this.#stale);
  }

  /** One recalculation, and the next in a task of its own: a request that has come meanwhile is first. */
  #step(): void {
    if (this.#stale) this.#advance(this.#stale);
    if (this.#stale) this.#timer = setTimeout(() => this.#step(), 0);
  }

  #advance(workbook: Workbook): void {
    this.#work ??= refreshWhatIfTables(workbook, this.#known);
    const { done, value } = this.#work.next();
    if (value) this.#tell({ results: value, upToDate: false });
    if (done !== true) return;
    this.#work = null;
    this.#stale = null;
    this.#tell({ results: noChanges, upToDate: true });
  }
}
