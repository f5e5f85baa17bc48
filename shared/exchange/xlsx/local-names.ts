import { guideTo } from '../../function-guide/index.ts';
import { calledFunction, formulaTree, type FormulaTree } from '../../workbook/formula-tree.ts';

const mayHaveLocalNames = /\b(?:LET|LAMBDA)\s*\(/i;

/**
 * The formula with the names that LET and LAMBDA give inside it marked by `_xlpm.`, as a file must
 * have them. A formula that does not read stays as it is.
 */
export function withMarkedLocalNames(formula: string): string {
  if (!mayHaveLocalNames.test(formula)) return formula;
  const starts: number[] = [];

  const visit = (node: FormulaTree | null | undefined, local: ReadonlySet<string>): void => {
    if (node?.type === 'name' && local.has(node.text.toLowerCase())) starts.push(node.start);
    else if (node?.type === 'operation') for (const part of node.parts) visit(part, local);
    else if (node?.type === 'call') {
      const name = calledFunction(node);
      // A name of a value does not take the place of a function that is called.
      if (local.has(node.name.toLowerCase()) && !guideTo(name)) starts.push(node.start);
      const last = node.parts.length - 1;
      let inner = local;
      for (const [index, part] of node.parts.entries()) {
        const defines = index < last && (name === 'LAMBDA' || (name === 'LET' && index % 2 === 0));
        if (defines && part?.type === 'name') {
          starts.push(part.start);
          // A value is worked out before its own name holds.
          if (name === 'LET') visit(node.parts[index + 1], inner);
          inner = new Set([...inner, part.text.toLowerCase()]);
        } else if (name !== 'LET' || index === last) visit(part, inner);
      }
    }
  };

  visit(formulaTree(formula), new Set());
  let result = formula;
  for (const start of starts.toSorted((a, b) => b - a))
    result = `${result.slice(0, start)}_xlpm.${result.slice(start)}`;
  return result;
}
