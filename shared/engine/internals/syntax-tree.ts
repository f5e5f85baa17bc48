/*
 * The tree of a formula, as the parser gives it and the interpreter takes it.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { CellError } from 'hyperformula';
import type { Ast, EngineValue, FunctionCall } from './interpreter.ts';

export type BinaryOperation = Extract<Ast, { left: Ast }>;

/** The nodes right below one. */
export function childrenOf(node: Ast): readonly Ast[] {
  if ('left' in node) return [node.left, node.right];
  if ('value' in node) return typeof node.value === 'object' ? [node.value] : [];
  if ('expression' in node) return [node.expression];
  if ('procedureName' in node) return node.args;
  return 'args' in node ? node.args.flat() : [];
}

/** Puts what `replace` gives in the place of each node right below one. */
export function replaceChildren(node: Ast, replace: (child: Ast) => Ast): void {
  if ('left' in node) {
    node.left = replace(node.left);
    node.right = replace(node.right);
  } else if ('value' in node) {
    if (typeof node.value === 'object') node.value = replace(node.value);
  } else if ('expression' in node) node.expression = replace(node.expression);
  else if ('procedureName' in node) node.args = node.args.map(replace);
  else if ('args' in node) node.args = node.args.map((row) => row.map(replace));
}

export function errorNode(error: CellError): Ast {
  return { type: 'ERROR', error } as unknown as Ast;
}

/** A node that gives a value known already, of whatever kind. */
export function constantNode(value: EngineValue): Ast {
  return { type: 'NUMBER', value } as unknown as Ast;
}

export function numberNode(value: number): Ast {
  return { type: 'NUMBER', value } as unknown as Ast;
}

/** The node in brackets. */
export function groupNode(expression: Ast): Ast {
  return { type: 'PARENTHESES', expression } as unknown as Ast;
}

export function textNode(value: string): Ast {
  return { type: 'STRING', value } as unknown as Ast;
}

/** A call, with what our own functions have to know of it besides its arguments. */
export function callNode<Notes extends object>(
  procedureName: string,
  args: Ast[],
  notes?: Notes,
): FunctionCall & Notes {
  return { type: 'FUNCTION_CALL', procedureName, args, ...notes } as unknown as FunctionCall & Notes;
}

export function operationNode(type: string, left: Ast, right: Ast): Ast {
  return { type, left, right } as unknown as Ast;
}
