/** Milliseconds of work after which the screen gets its turn: well below what a person notices. */
const sliceLength = 16;

/**
 * Runs steps to their end. What is done within one slice of time is done at once; longer work lets the
 * screen draw and take keys in between.
 */
export async function inSlices<Outcome>(steps: Iterator<void, Outcome>): Promise<Outcome> {
  let until = performance.now() + sliceLength;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resume) => setTimeout(resume));
    until = performance.now() + sliceLength;
  }
}

/** Runs steps to their end at once. */
export function atOnce<Outcome>(steps: Iterator<void, Outcome>): Outcome {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
