import { isFormula, type CellContent } from '../../shared/workbook/document.ts';
import type { PasteOperation } from './paste-options.ts';

type Operation = Exclude<PasteOperation, 'none'>;

const signs: Readonly<Record<Operation, string>> = { add: '+', subtract: '-', multiply: '*', divide: '/' };

/**
 * What a cell holds after a content was added to it, or taken from it, or it was multiplied or divided
 * by it. Empty cells count as 0; where one side is a formula, the other becomes part of it. Undefined
 * where the cell stays as it is: text and TRUE or FALSE take no part.
 */
export function combined(
  into: CellContent | null,
  content: CellContent | null,
  operation: Operation,
): CellContent | undefined {
  if (content === null && (operation === 'add' || operation === 'subtract')) return undefined;
  const left = into ?? 0;
  const right = content ?? 0;
  if (typeof left === 'number' && typeof right === 'number') return result(left, right, operation);
  if (!isOperand(left) || !isOperand(right)) return undefined;
  return `=${operand(left)}${signs[operation]}${operand(right)}`;
}

function result(left: number, right: number, operation: Operation): CellContent {
  if (operation === 'divide' && right === 0) return '=#DIV/0!';
  const results = {
    add: left + right,
    subtract: left - right,
    multiply: left * right,
    divide: left / right,
  };
  const number = results[operation];
  return Number.isFinite(number) ? number : '=#NUM!';
}

function isOperand(content: CellContent): content is string | number {
  return typeof content === 'number' || isFormula(content);
}

function operand(content: string | number): string {
  if (typeof content === 'string') return `(${content.slice(1)})`;
  return content < 0 ? `(${content})` : String(content);
}
