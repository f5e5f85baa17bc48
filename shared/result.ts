/**
 * What went wrong, for a person: what happened, to what, and what to do.
 * Expected failures are values of this type; bugs throw.
 */
export interface Problem {
  /** A stable word for programs and tests, for example `circular-reference`. */
  readonly code: string;
  /** What stands over it, where a person gave words of their own for that. */
  readonly heading?: string;
  /** What happened, one sentence. */
  readonly message: string;
  /** The file, cell, sheet or option it happened to. */
  readonly subject?: string;
  /** What the person can do, one sentence. */
  readonly remedy: string;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** A success that carries `value`. */
export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** An expected failure that carries `problem`. */
export function failure(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** A problem as plain text: message and remedy. */
export function describeProblem(problem: Problem): string {
  return `${problem.message} ${problem.remedy}`;
}
