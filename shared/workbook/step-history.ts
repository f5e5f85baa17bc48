import type { ChangeLog } from './change-log/change-log.ts';
import type { Stamp } from './change-log/log-entry.ts';
import type { CarriedOut } from './change-log/logged-step.ts';
import { composedReshaping, reversedReshaping, type Reshaping } from './document-changes.ts';
import type { WorkbookDocument } from './document.ts';

/** A step: the document before and after a command, which share all that is alike. */
interface Step {
  readonly label: string;
  readonly before: WorkbookDocument;
  readonly after: WorkbookDocument;
  /** From before to after. */
  readonly reshaping: Reshaping | null;
  /** The shape of the document after it. */
  readonly shape: number;
  /** By whom and when it was done, and its number in the log; null where nobody was said to do it. */
  readonly logged: (Stamp & { readonly step: number }) | null;
}

/** A step of the history as a person sees it. */
export interface HistoryStep {
  readonly label: string;
  /** By whom and when it was done; null where nobody was said to do it. */
  readonly stamp: Stamp | null;
}

/** A shape that the document takes on the way to another, and how it comes about from the one before. */
export interface PassedShape {
  readonly shape: number;
  readonly reshaping: Reshaping | null;
}

/** The document to which an undo or a redo leads, and how its cells stand to those of the one there is. */
export interface Destination {
  readonly document: WorkbookDocument;
  readonly reshaping: Reshaping | null;
  /** The shapes of the steps on the way, the last that of the document. */
  readonly passed: readonly PassedShape[];
}

/**
 * The steps that can be taken back and done again. Each, and each way back, goes into the log when
 * `stamp` says who carries it out.
 */
export class StepHistory {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  readonly #log: ChangeLog;
  readonly #stamp: () => Stamp | null;
  #lastShape = 0;

  constructor(log: ChangeLog, stamp: () => Stamp | null) {
    this.#log = log;
    this.#stamp = stamp;
  }

  get undoLabel(): string | null {
    return this.#done.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#undone.at(-1)?.label ?? null;
  }

  /** A number that tells states apart that differ in more than the contents of cells; the same one again after undo. */
  get shape(): number {
    return this.#done.at(-1)?.shape ?? 0;
  }

  /** The steps that can be taken back, the first of them first, and those that can be done again, the next first. */
  get steps(): { readonly done: readonly HistoryStep[]; readonly undone: readonly HistoryStep[] } {
    const told = ({ label, logged }: Step): HistoryStep => ({
      label,
      stamp: logged && { at: logged.at, who: logged.who },
    });
    return { done: this.#done.map(told), undone: this.#undone.map(told).toReversed() };
  }

  /** Adds what a command did; `keepsShape` where it changed nothing but the contents of cells. */
  add(done: CarriedOut, keepsShape: boolean): void {
    const { command, before, after, reshaping } = done;
    const shape = keepsShape ? this.shape : ++this.#lastShape;
    const stamp = this.#stamp();
    const logged = stamp && { ...stamp, step: this.#log.addStep(done, stamp) };
    this.#done.push({ label: command.label, before, after, reshaping, shape, logged });
    this.#undone.length = 0;
  }

  /** Takes the last step back; null when there is none. */
  undo(): Destination | null {
    const step = this.#pass(this.#done, this.#undone, 'undo');
    return step && this.#at(step.before, step.reshaping && reversedReshaping(step.reshaping, step.before));
  }

  /** Takes the step again that was undone last; null when there is none. */
  redo(): Destination | null {
    const step = this.#pass(this.#undone, this.#done, 'redo');
    return step && this.#at(step.after, step.reshaping);
  }

  /**
   * Goes to where so many steps are done, as far as there are so many. Gives the documents on the way:
   * of steps in a row that leave all cells where they are, or that all do not, only the last.
   */
  goTo(done: number): Destination[] {
    const way: Destination[] = [];
    while (this.#done.length !== done) {
      const next = this.#done.length > done ? this.undo() : this.redo();
      if (!next) break;
      const last = way.at(-1);
      if (last && (last.reshaping === null) === (next.reshaping === null)) {
        way.pop();
        way.push({
          document: next.document,
          reshaping: composedReshaping(last.reshaping, next.reshaping),
          passed: [...last.passed, ...next.passed],
        });
      } else way.push(next);
    }
    return way;
  }

  #at(document: WorkbookDocument, reshaping: Reshaping | null): Destination {
    return { document, reshaping, passed: [{ shape: this.shape, reshaping }] };
  }

  #pass(from: Step[], to: Step[], kind: 'undo' | 'redo'): Step | null {
    const step = from.pop();
    if (!step) return null;
    to.push(step);
    const { label, logged } = step;
    const stamp = this.#stamp();
    if (stamp && logged) this.#log.addReturn(kind, logged.step, label, stamp);
    return step;
  }
}
