import {
  calledFunction,
  formulaTree,
  type FormulaTree,
  type Operation,
} from '../../workbook/formula-tree.ts';
import { parameterKind } from './function-parameters.ts';

/*
 * Two of Excel's signs are functions in a file: `A1#`, the cells over which a formula spills, is
 * `ANCHORARRAY(A1)`, and `@A1:A9`, the cell of a range in the formula's own row or column, is
 * `SINGLE(A1:A9)`. In a formula that the file does not mark as an array formula Excel takes that
 * cell anyway where a value is asked for, so the sign is left out there, which older programs
 * understand.
 */

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Signs on references, not on their values. */
const joiningSigns = new Set([':', ' ', ',', '#', '@']);

/** The formula with the functions that stand for these signs in a file; one that does not read stays as it is. */
export function withSignFunctions(formula: string, isMarked: boolean): string {
  if (!/[@#]/.test(formula)) return formula;
  const edits: Edit[] = [];
  const visit = (node: FormulaTree | null, isSure: boolean): void => {
    if (node?.type === 'call') {
      const name = calledFunction(node);
      for (const [index, part] of node.parts.entries())
        visit(part, isSure && parameterKind(name, index) !== 'range');
    }
    if (node?.type !== 'operation') return;
    const { start, sign } = node;
    for (const part of node.parts) visit(part, isSure && !joiningSigns.has(sign));
    const end = endOfOperand(node);
    if (sign === '@')
      edits.push(
        { start, end: start + 1, text: isSure ? '' : 'SINGLE(' },
        { start: end, end, text: isSure ? '' : ')' },
      );
    if (sign === '#')
      edits.push(
        { start, end: start, text: 'ANCHORARRAY(' },
        { start: node.end - 1, end: node.end, text: ')' },
      );
  };
  visit(formulaTree(formula), !isMarked);
  return edited(formula, edits);
}

function edited(formula: string, edits: readonly Edit[]): string {
  let result = formula;
  // From the end, so that the places before stay where they are.
  for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + text + result.slice(end);
  return result;
}

/** Where what the sign belongs to ends, with the brackets around it: a percent sign after it is not part of it. */
function endOfOperand({ parts: [part], partEnds: [end = 0] }: Operation): number {
  return part?.type === 'operation' && part.sign === '%' && part.end === end ? endOfOperand(part) : end;
}

/** The formula with signs in place of the functions that stand for them in a file; one that does not read stays as it is. */
export function withSigns(formula: string): string {
  if (!/(?:ANCHORARRAY|SINGLE)\s*\(/i.test(formula)) return formula;
  const edits: Edit[] = [];
  const visit = (node: FormulaTree | null): void => {
    if (node?.type !== 'operation' && node?.type !== 'call') return;
    for (const part of node.parts) visit(part);
    const [argument] = node.parts;
    if (node.type !== 'call' || node.parts.length !== 1 || !argument) return;
    const name = calledFunction(node);
    if (name !== 'ANCHORARRAY' && name !== 'SINGLE') return;
    const { start, end } = node;
    const inner = start + formula.slice(start).indexOf('(') + 1;
    const keepsBrackets = argument.type === 'operation' && argument.start === inner;
    if (name === 'SINGLE') edits.push({ start, end: keepsBrackets ? inner - 1 : inner, text: '@' });
    else edits.push({ start, end: keepsBrackets ? inner - 1 : inner, text: '' });
    if (!keepsBrackets) edits.push({ start: end - 1, end, text: '' });
    if (name === 'ANCHORARRAY') edits.push({ start: end, end, text: '#' });
  };
  visit(formulaTree(formula));
  return edited(formula, edits);
}
