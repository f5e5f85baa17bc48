import { countFault } from '../../workbook/formula-fault.ts';
import { formulaTree, type FormulaTree } from '../../workbook/formula-tree.ts';

/** Excel's limits on the text of a formula, in characters, and on calls within calls. */
const maximumLength = 8192;
const maximumLevels = 64;

/** What the limits are, for messages. */
export const excelLimits = `${maximumLength} characters, ${maximumLevels} functions inside each other, and the arguments that a function has`;

/**
 * True when Excel would take a file with this formula for damaged: it is too long, nests too deeply,
 * or gives a function too few or too many arguments.
 */
export function isBeyondExcel(formula: string): boolean {
  if (formula.length > maximumLength) return true;
  const waiting: { readonly node: FormulaTree | null; readonly level: number }[] = [
    { node: formulaTree(formula), level: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    if (node?.type !== 'call' && node?.type !== 'operation') continue;
    const level = next.level + (node.type === 'call' ? 1 : 0);
    if (level > maximumLevels || (node.type === 'call' && countFault(node))) return true;
    for (const part of node.parts) waiting.push({ node: part, level });
  }
  return false;
}
