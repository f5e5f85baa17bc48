import type { ArgumentGrid } from './excel-case.ts';

/** All calls of a grid, as formulas. */
export function callsOf({ call, arguments: choices }: ArgumentGrid): string[] {
  const [start = '', ...rest] = call.split('#');
  if (rest.length !== choices.length) throw new Error(`${call} does not take ${choices.length} arguments`);
  return choices.reduce<string[]>(
    (calls, texts, index) =>
      calls.flatMap((begun) => texts.map((text) => begun + text + (rest[index] ?? ''))),
    [`=${start}`],
  );
}
