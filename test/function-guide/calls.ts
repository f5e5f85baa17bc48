import { caseFamilies } from '../engine/cases/index.ts';
import { isKnownToLibreOffice } from '../engine/cases/excel-case.ts';
import { callsOf } from '../engine/cases/grid-calls.ts';

/** The functions that a formula calls, in capitals. */
export function functionsIn(formula: string): string[] {
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  return [...withoutTexts.matchAll(/([A-Za-z][A-Za-z0-9.]*)\s*\(/g)].map(([, name = '']) =>
    name.toUpperCase(),
  );
}

/** How a function is known to give Excel's result. */
export interface Proof {
  /** Formulas with a known value. */
  readonly known: number;
  /** Calls whose result LibreOffice confirms. */
  readonly confirmed: number;
}

/** For every function that a known formula or a grid calls, how often it does. */
export function proofs(): ReadonlyMap<string, Proof> {
  const found = new Map<string, Proof>();
  const count = (formula: string, kind: keyof Proof) => {
    for (const name of new Set(functionsIn(formula))) {
      const proof = found.get(name) ?? { known: 0, confirmed: 0 };
      found.set(name, { ...proof, [kind]: proof[kind] + 1 });
    }
  };
  for (const { cases, grids = [] } of Object.values(caseFamilies)) {
    for (const [formula, , , differs] of cases) {
      count(formula, 'known');
      if (differs === undefined && isKnownToLibreOffice(formula)) count(formula, 'confirmed');
    }
    for (const grid of grids)
      for (const formula of callsOf(grid))
        if (isKnownToLibreOffice(formula) && !grid.except?.some(([formulas]) => formulas.test(formula)))
          count(formula, 'confirmed');
  }
  return found;
}

/** Titles of pages that document several functions, and what these have in common. */
const commonPages: readonly (readonly [title: string, functions: RegExp])[] = [
  ['IS functions', /^IS(?!EVEN|ODD|FORMULA|OWEEKNUM|O\.|PMT)/],
];

/** Whether the source of a known value is an example of the page that documents a function. */
function isOwnPage(source: string, name: string): boolean {
  const title = /^Excel documentation, (.*)$/.exec(source)?.[1];
  if (title === undefined) return false;
  if (commonPages.some(([common, functions]) => common === title && functions.test(name))) return true;
  const names = /^([A-Z0-9.]+(?:(?:, | and )[A-Z0-9.]+)*) functions?$/.exec(title)?.[1];
  return names?.split(/, | and /).includes(name) ?? false;
}

/** The functions that are called in an example of the page that documents them. */
export function documentedFunctions(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { cases } of Object.values(caseFamilies))
    for (const [formula, , source] of cases)
      for (const name of functionsIn(formula)) if (isOwnPage(source, name)) found.add(name);
  return found;
}
