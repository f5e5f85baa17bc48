import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
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

/** Any content after being copied from one cell to another: formulas are relocated, all else is the same. */
export function relocateContent(
  content: CellContent | null,
  from: Position,
  to: Position,
): CellContent | null {
  return isFormula(content) ? relocateFormula(content, from, to) : content;
}
