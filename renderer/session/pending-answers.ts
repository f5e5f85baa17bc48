/** After so many milliseconds without an answer the screen says that the engine calculates. */
const lateAnswer = 150;

/** What was asked of the engine and has not been answered. */
export class PendingAnswers {
  readonly #onCalculating: () => void;
  #lastSent: Promise<unknown> = Promise.resolve();
  #sent = 0;
  #awaited = 0;
  #isCalculating = false;

  /** `onCalculating` is called when `isCalculating` becomes another. */
  constructor(onCalculating: () => void) {
    this.#onCalculating = onCalculating;
  }

  /** True while an answer takes longer than a moment. */
  get isCalculating(): boolean {
    return this.#isCalculating;
  }

  /** True when all that was sent has come to its end. */
  get isSettled(): boolean {
    return this.#sent === 0;
  }

  /** Waits until all that was sent has come to its end. */
  async settled(): Promise<void> {
    await this.#lastSent;
  }

  /** Counts as unsettled until the promise ends, which may wait for a person too. */
  async send<Outcome>(outcome: Promise<Outcome>): Promise<Outcome> {
    this.#sent++;
    this.#lastSent = outcome
      .catch(() => {})
      .finally(() => {
        this.#sent--;
      });
    return outcome;
  }

  /** Says that the engine calculates where its answer takes longer than a person takes for at once. */
  async answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#awaited++;
    const late = setTimeout(() => this.#setIsCalculating(true), lateAnswer);
    return answer.finally(() => {
      clearTimeout(late);
      this.#awaited--;
      if (this.#awaited === 0) this.#setIsCalculating(false);
    });
  }

  #setIsCalculating(isCalculating: boolean): void {
    if (isCalculating === this.#isCalculating) return;
    this.#isCalculating = isCalculating;
    this.#onCalculating();
  }
}
