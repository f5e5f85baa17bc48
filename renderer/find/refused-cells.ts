import type { Problem } from '../../shared/result.ts';
import { addressText } from '../../shared/workbook/address.ts';
import type { SetCells } from '../../shared/workbook/command.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import { formulaFault } from '../../shared/workbook/formula-fault.ts';
import { formulaTree } from '../../shared/workbook/formula-tree.ts';

/** How many cells are named before the rest is counted. */
const named = 5;

/**
 * The problem for which a command was refused, with the other cells of the command that have one
 * too. `isName` knows the defined names.
 */
export function withOtherCells(
  problem: Problem,
  { cells }: SetCells,
  isName: (text: string) => boolean,
): Problem {
  const others = cells
    .filter(({ content }) => isFormula(content) && isFaulty(content, isName))
    .map(addressText)
    .filter((address) => address !== problem.subject);
  if (others.length === 0) return problem;
  const rest = others.length - named;
  const list = others.slice(0, named).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return { ...problem, message: `${problem.message} Nor can it be written into ${list}.` };
}

function isFaulty(formula: string, isName: (text: string) => boolean): boolean {
  return formulaTree(formula) === null || formulaFault(formula, '', isName) !== null;
}
