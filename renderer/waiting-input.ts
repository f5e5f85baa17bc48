import type { Editing } from './editing.ts';

/**
 * What a person does while the engine looks at an entry. It is done afterwards, in its order and one
 * step a task, so that what one step opens is there for the next. After a refusal nothing of it is
 * done: the text is open still, and the steps were meant for what comes after it.
 */
export class WaitingInput {
  readonly #editing: Editing;
  #steps: (() => void)[] = [];
  #isLooking = false;
  #isPlanned = false;

  constructor(editing: Editing) {
    this.#editing = editing;
    editing.subscribe(() => this.#follow());
  }

  /** True while the next step has to wait. */
  get isWaiting(): boolean {
    return this.#isLooking || this.#steps.length > 0;
  }

  /** True while the engine looks at the entry: nothing that waits can be done yet. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  /** Does a step now, or after all that came before it. */
  do(step: () => void): void {
    if (this.isWaiting) this.#steps.push(step);
    else step();
  }

  #follow(): void {
    const { state } = this.#editing;
    const isLooking = state?.committing === true;
    if (this.#isLooking && !isLooking) {
      if (state) this.#steps = [];
      else this.#plan();
    }
    this.#isLooking = isLooking;
  }

  #plan(): void {
    if (this.#isPlanned || this.#steps.length === 0) return;
    this.#isPlanned = true;
    setTimeout(() => {
      this.#isPlanned = false;
      this.#doNext();
    });
  }

  #doNext(): void {
    if (this.#isLooking) return;
    const [step, ...rest] = this.#steps;
    // What the step itself leaves waiting comes before the rest.
    this.#steps = [];
    step?.();
    this.#steps.push(...rest);
    if (!this.#isLooking) this.#plan();
  }
}
