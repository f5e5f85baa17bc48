import { absoluteRangeText, type Address } from '../../shared/workbook/address.ts';
import { isFormula, type DefinedName, type NamedFormula } from '../../shared/workbook/document.ts';
import { movesAlong, nameKey, wordsIn } from '../../shared/workbook/named-formulas.ts';
import { formulaTokens } from '../../shared/workbook/formula-tokens.ts';
import { relocateFormula } from '../../shared/workbook/relocate.ts';
import type { DocumentMirror } from '../session/document-mirror.ts';
import { displayOf } from '../session/figures.ts';

/** A name as lists show it. */
export interface ListedName {
  /** Tells it from all others. */
  readonly key: string;
  readonly name: string;
  /** The one sheet on which it holds; unset for all. */
  readonly scope?: string;
  /** With its equals sign, as seen from a cell. */
  readonly refersTo: string;
  /** What the first of its cells shows; empty where it stands for something else. */
  readonly value: string;
  readonly label: string;
}

/** All names of a document by the alphabet; references that move along are as seen from a cell. */
export function listedNames(document: DocumentMirror, from: Address): ListedName[] {
  return [
    ...document.names.map((name) => ofCells(document, name)),
    ...document.namedFormulas.map((name) => ofFormula(name, from)),
  ].toSorted((one, other) => one.key.localeCompare(other.key));
}

function ofCells(document: DocumentMirror, { name, sheet, range, label = '' }: DefinedName): ListedName {
  const refersTo = `=${absoluteRangeText(sheet, range)}`;
  return { key: nameKey(undefined, name), name, refersTo, value: displayOf(document, name), label };
}

function ofFormula({ name, scope, formula, label = '' }: NamedFormula, from: Address): ListedName {
  const moves = formulaTokens(formula).some(({ kind, text }) => kind === 'cells' && movesAlong(text));
  const refersTo = moves
    ? relocateFormula(formula, { row: 0, column: 0 }, from, { wrapEdges: true })
    : formula;
  const key = nameKey(scope, name);
  return { key, name, ...(scope !== undefined && { scope }), refersTo, value: '', label };
}

/** How many formulas of cells hold a name, or one of another sheet that is called the same. */
export function usesOf(document: DocumentMirror, name: string): number {
  const word = name.toLowerCase();
  let uses = 0;
  for (const sheetName of document.sheetNames) {
    const sheet = document.sheet(sheetName);
    for (let row = 0; row < sheet.usedRows; row++)
      for (let column = 0; column < sheet.usedColumns; column++) {
        const content = sheet.cell(row, column)?.content;
        if (isFormula(content) && wordsIn(content).includes(word)) uses++;
      }
  }
  return uses;
}
