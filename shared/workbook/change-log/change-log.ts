import type { LogEntry, LoggedReturn, Stamp } from './log-entry.ts';
import { kept, loggedStep, shortened, type CarriedOut } from './logged-step.ts';

/** The newest entries that a log keeps, with no more contents listed in them than these. */
const mostEntries = 100_000;
const mostListed = 200_000;

/** The log of a workbook: entries are added at its end and never changed. The oldest go when it grows beyond its limits. */
export class ChangeLog {
  readonly #entries: LogEntry[];
  /** The number of the first entry, counted since the log was opened. */
  #first = 0;
  #listed: number;

  constructor(entries: readonly LogEntry[]) {
    this.#entries = [...entries];
    this.#listed = entries.reduce((total, entry) => total + listedIn(entry), 0);
  }

  /** The entries, the oldest first. */
  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Adds what a command did. Gives the number by which it can be returned to. */
  addStep(done: CarriedOut, stamp: Stamp): number {
    return this.#add(loggedStep(done, stamp));
  }

  /** Adds that the step of this number and label was taken back or carried out again. */
  addReturn(kind: LoggedReturn['kind'], step: number, label: string, stamp: Stamp): void {
    const back = this.#first + this.#entries.length - step;
    this.#add({ kind, ...kept(stamp), label: shortened(label), back });
  }

  #add(entry: LogEntry): number {
    this.#entries.push(entry);
    this.#listed += listedIn(entry);
    const number = this.#first + this.#entries.length - 1;
    while (this.#entries.length > mostEntries || this.#listed > mostListed) {
      const [oldest] = this.#entries.splice(0, 1);
      if (oldest) this.#listed -= listedIn(oldest);
      this.#first++;
    }
    return number;
  }
}

function listedIn(entry: LogEntry): number {
  return entry.kind === 'step' ? entry.cells.length : 0;
}
