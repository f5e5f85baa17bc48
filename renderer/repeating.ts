import type { HistoryState } from './workers/protocol.ts';

/** What can be done again to the cells that are chosen then. */
interface Repeatable {
  readonly words: string;
  readonly act: () => Promise<unknown>;
  /** The step of the history that it made. */
  readonly step: string | null;
}

/** What of the session says which step came last. */
interface Steps {
  readonly history: Pick<HistoryState, 'undoLabel'>;
  /** True when every command that was sent is answered. */
  readonly isSettled: boolean;
  settled(): Promise<void>;
}

/** What F4 does again, as in Excel: the last thing that was done to chosen cells, as long as nothing else came after it. */
export class Repeating {
  readonly #session: Steps;
  #last: Repeatable | null = null;
  #underWay: Promise<void> | null = null;

  constructor(session: Steps) {
    this.#session = session;
  }

  /** Does something to what is chosen, which `act` reads when it is called, and keeps it to be done again. */
  async do(words: string, act: () => Promise<unknown>): Promise<void> {
    const carriedOut = act().then(() => {
      this.#last = { words, act, step: this.#session.history.undoLabel };
      if (this.#underWay === carriedOut) this.#underWay = null;
    });
    this.#underWay = carriedOut;
    await carriedOut;
  }

  /** What would be done again, in words; null where the last step was something else. */
  get words(): string | null {
    const { history, isSettled } = this.#session;
    if (this.#last === null || (isSettled && history.undoLabel !== this.#last.step)) return null;
    return this.#last.words;
  }

  /** Whether there is, or soon will be, something to do again. */
  get isPossible(): boolean {
    return this.#underWay !== null || this.words !== null;
  }

  /** Does it again, once what was sent before is there; true when something was done. */
  async again(): Promise<boolean> {
    await this.#underWay;
    await this.#session.settled();
    if (this.words === null || this.#last === null) return false;
    const { words, act } = this.#last;
    await this.do(words, act);
    return true;
  }
}
