import { rangePlaces } from './range-places.ts';

/*
 * Which formulas a file must mark as array formulas. The engine calculates every formula with whole
 * ranges and lets results spill. Excel does so only for formulas that the file marks.
 */

/**
 * True when the formula works on a range as an array, so that Excel would calculate something else
 * without a mark. `isRangeName` tells whether a name stands for more than one cell. In doubt it is
 * true: the mark makes Excel calculate as the engine does, and changes no formula that needs none.
 */
export function worksOnArrays(formula: string, isRangeName: (name: string) => boolean): boolean {
  // What a name of LET stands for is not told from the name.
  if (/\bLET\s*\(/i.test(formula)) return true;
  return rangePlaces(formula, isRangeName).some(
    // That INDEX gave a whole range to the formula's own result shows in the cells it spills over.
    ({ kind, reachesResult, text }) =>
      kind !== 'single' && !(kind === 'range-result' && reachesResult && /^INDEX\s*\(/i.test(text)),
  );
}
