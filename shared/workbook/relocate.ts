import {
  isRange,
  parseR1C1Ref,
  stringifyR1C1Ref,
  stringifyTokens,
  tokenize,
  translateFormulaToA1,
  translateFormulaToR1C1,
} from '@borgar/fx';
import { cellReference } from './address.ts';
import { isFormula, type CellContent } from './document.ts';

/** A cell, counted from 0. */
interface Position {
  readonly row: number;
  readonly column: number;
}

/**
 * A formula as it reads after being copied from one cell to another: relative references move
 * along, absolute ones (`$`) and names stay. A reference that would leave the sheet becomes
 * `#REF!`, as in Excel; with `wrapEdges` it goes on at the opposite edge, as in a defined name.
 */
export function relocateFormula(
  formula: string,
  from: Position,
  to: Position,
  { wrapEdges = false }: { readonly wrapEdges?: boolean } = {},
): string {
  if (from.row === to.row && from.column === to.column) return formula;
  const relative = translateFormulaToR1C1(formula, cellReference(from.row, from.column));
  return translateFormulaToA1(relative, cellReference(to.row, to.column), { wrapEdges });
}

/** A text that formulas of different cells share exactly when copying takes one to the other. */
export function relativeFormula(formula: string, at: Position): string {
  return translateFormulaToR1C1(formula, cellReference(at.row, at.column));
}

/** Any content after being copied from one cell to another: formulas are relocated, all else is the same. */
export function relocateContent(
  content: CellContent | null,
  from: Position,
  to: Position,
): CellContent | null {
  return isFormula(content) ? relocateFormula(content, from, to) : content;
}

/**
 * A formula as it reads after it was copied with rows and columns exchanged: a reference whose row
 * and column both move along points as far down as it pointed to the right before, and the other way
 * round; every other reference goes as `relocateFormula` takes it.
 */
export function transposeFormula(formula: string, from: Position, to: Position): string {
  const relative = translateFormulaToR1C1(formula, cellReference(from.row, from.column));
  const turned = tokenize(relative, { r1c1: true }).map((token) =>
    isRange(token) ? { ...token, value: turnedReference(token.value) } : token,
  );
  return translateFormulaToA1(stringifyTokens(turned), cellReference(to.row, to.column), {
    wrapEdges: false,
  });
}

/** A reference in R1C1 notation with the steps down and to the right exchanged, where it has both. */
function turnedReference(reference: string): string {
  const read = parseR1C1Ref(reference);
  if (!read || !('range' in read)) return reference;
  const { range } = read;
  const { r0, c0, r1, c1 } = range;
  const isFixed = range.$r0 || range.$c0 || range.$r1 || range.$c1;
  const isWholeLine = [r0, c0, r1, c1].some((step) => step === null || step === undefined);
  if (isFixed || isWholeLine) return reference;
  return stringifyR1C1Ref({ ...read, range: { ...range, r0: c0, c0: r0, r1: c1, c1: r1 } });
}
