export type SeedFile =
  | 'documents.json'
  | 'facts.json'
  | 'benchmarks.json'
  | 'deals.json'
  | 'totals.json'
  | 'drivers.json'
  | 'parties.json';

/** One thing that is wrong in a seed file. */
export interface SeedProblem {
  readonly file: string;
  /** The id, name or item of the row, or `row 3` counted from 1; null when it concerns the file as a whole. */
  readonly row: string | null;
  /** The field inside the row, such as `valueBn.seed`; null when it concerns the row as a whole. */
  readonly field: string | null;
  /** What is wrong. */
  readonly problem: string;
}

/** Seeds that cannot be used. The message lists every problem, each with file, row and field. */
export class SeedError extends Error {
  readonly problems: readonly SeedProblem[];

  /** Takes at least one problem. */
  constructor(problems: readonly SeedProblem[]) {
    const lines = problems.map(
      ({ file, row, field, problem }) =>
        `${[file, row, field].filter((part) => part !== null).join(', ')}: ${problem}`,
    );
    super(
      `The seeds cannot be used; ${lines.length === 1 ? 'one thing is' : `${lines.length} things are`} wrong:\n${lines.join('\n')}`,
    );
    this.name = 'SeedError';
    this.problems = problems;
  }
}
