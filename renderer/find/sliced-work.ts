/** How long one slice may take, so that the screen follows keys and mouse in between. */
const sliceMilliseconds = 10;

/** Work that is done bit by bit, after everything else that waits. */
export class SlicedWork<Output> {
  readonly #steps: Generator<undefined, Output, undefined>;
  readonly #onDone: (output: Output) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins after `delay` milliseconds. The steps are to be short. */
  constructor(
    steps: Generator<undefined, Output, undefined>,
    onDone: (output: Output) => void,
    delay: number,
  ) {
    this.#steps = steps;
    this.#onDone = onDone;
    this.#timer = setTimeout(() => this.#slice(), delay);
  }

  /** Gives the work up. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Does all that is left at once. */
  finish(): void {
    this.stop();
    this.#runUntil(Number.POSITIVE_INFINITY);
  }

  #slice(): void {
    if (!this.#runUntil(performance.now() + sliceMilliseconds))
      this.#timer = setTimeout(() => this.#slice(), 0);
  }

  /** True when all is done. */
  #runUntil(end: number): boolean {
    do {
      const step = this.#steps.next();
      if (step.done) {
        this.#onDone(step.value);
        return true;
      }
    } while (performance.now() < end);
    return false;
  }
}
