import { unsupportedIn } from '../workbook/unsupported.ts';

/** Text in quotes, a quoted sheet, or a word before a bracket. */
const piece = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_\\][\p{L}\p{N}_.\\]*)\s*\(/gu;

/** Where a formula may refer to another file or to several sheets at once; few formulas have such signs. */
const mayReferBeyond = /\[|:[^!,"()]*!/;

/**
 * Whether a formula uses what is not known: a function, cells of another file, or cells of several
 * sheets at once. The engine would give an error for that part only, of which `IFERROR(…, 0)` makes a
 * number that Excel does not show.
 */
export function usesUnknown(
  formula: string,
  known: ReadonlySet<string>,
  isName: (text: string) => boolean,
): boolean {
  for (const [, name] of formula.matchAll(piece))
    if (name !== undefined && !known.has(name) && !known.has(name.toUpperCase())) return true;
  return (
    mayReferBeyond.test(formula) &&
    unsupportedIn(formula, isName).some(({ kind }) => kind === 'other-file' || kind === 'several-sheets')
  );
}
