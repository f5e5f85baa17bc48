import type { Editing } from './editing.ts';

/**
 * What a person does while the engine looks at an entry, or at a command that leads elsewhere. It is
 * done afterwards, in its order and one step a task, so that what one step opens is there for the
 * next. After a refusal nothing of it is done: the steps were meant for what did not come about.
 */
export class WaitingInput {
  readonly #editing: Editing;
  #steps: (() => void)[] = [];
  #isCommitting = false;
  #held = 0;
  #isPlanned = false;

  constructor(editing: Editing) {
    this.#editing = editing;
    editing.subscribe(() => this.#follow());
  }

  /** True while the next step has to wait. */
  get isWaiting(): boolean {
    return this.isBlocked || this.#steps.length > 0;
  }

  /** True while the engine has not answered: nothing that waits can be done yet. */
  get isBlocked(): boolean {
    return this.#isCommitting || this.#held > 0;
  }

  /** Does a step now, or after all that came before it. */
  do(step: () => void): void {
    if (this.isWaiting) this.#steps.push(step);
    else step();
  }

  /** Lets what comes next wait for a command, which says whether it was carried out. */
  async during(command: Promise<boolean>): Promise<boolean> {
    this.#held++;
    let isDone = false;
    try {
      isDone = await command;
      return isDone;
    } finally {
      this.#held--;
      this.#goOn(isDone);
    }
  }

  #follow(): void {
    const { state } = this.#editing;
    const isCommitting = state?.committing === true;
    const isAnswered = this.#isCommitting && !isCommitting;
    this.#isCommitting = isCommitting;
    if (isAnswered) this.#goOn(state === null && !this.#editing.isGivenUp);
  }

  #goOn(isTaken: boolean): void {
    if (!isTaken) this.#steps = [];
    this.#plan();
  }

  #plan(): void {
    if (this.#isPlanned || this.isBlocked || this.#steps.length === 0) return;
    this.#isPlanned = true;
    setTimeout(() => {
      this.#isPlanned = false;
      if (!this.isBlocked) this.#doNext();
    });
  }

  #doNext(): void {
    const [step, ...rest] = this.#steps;
    // What the step itself leaves waiting comes before the rest.
    this.#steps = [];
    step?.();
    this.#steps.push(...rest);
    this.#plan();
  }
}
