import type { Ast, FunctionCall } from '../internals/interpreter.ts';
import { isPlainReference } from '../internals/reference-nodes.ts';
import { callNode, replaceChildren, textNode } from '../internals/syntax-tree.ts';
import { internal, isInternal } from './internal-names.ts';
import { givesReference, isComputed } from './reference-expressions.ts';

/** A variable of which it is known that it stands for cells. */
export type Variable = FunctionCall & { readonly isPlace?: boolean };

/** Thrown for a LET that Excel refuses. */
export class WrongLet extends Error {}

interface Local {
  /** What stands for the name where its value counts. */
  readonly value: Ast;
  /** What stands for it where its place counts. */
  readonly reference: Ast;
}

type Locals = ReadonlyMap<string, Local>;

/** Functions, besides those with computed references, that ask where an argument stands. */
const asksForPlace = new Set(['ROW', 'COLUMN', 'ROWS', 'COLUMNS', 'AREAS', 'ISREF', internal.areas]);

/** Functions whose result is a place where those of their arguments are. */
const givesPlace = new Set(['INDEX', 'CHOOSE', 'IF', 'XLOOKUP']);

function isLet(node: Ast): node is FunctionCall {
  return 'procedureName' in node && node.procedureName === 'LET';
}

/**
 * The formula with each name of LET as what it stands for: a reference as itself, any other value as
 * a variable that is worked out once. Throws `WrongLet`.
 */
export function withLocalValues(root: Ast): Ast {
  return resolved(root, new Map(), false);
}

function resolved(node: Ast, locals: Locals, placeCounts: boolean): Ast {
  if ('expressionName' in node) {
    const local = locals.get(node.expressionName);
    if (local === undefined) return node;
    return placeCounts ? local.reference : local.value;
  }
  if (isLet(node)) return resolvedLet(node, locals);
  const called = calledName(node);
  const placeCountsBelow =
    called === undefined ? 'expression' in node && placeCounts : countsPlaces(called, placeCounts);
  replaceChildren(node, (child) => resolved(child, locals, placeCountsBelow));
  return node;
}

function calledName(node: Ast): string | undefined {
  return 'procedureName' in node ? node.procedureName : undefined;
}

function countsPlaces(name: string, placeCounts: boolean): boolean {
  return isInternal(name) || asksForPlace.has(name) || (placeCounts && givesPlace.has(name));
}

function resolvedLet(call: FunctionCall, outer: Locals): Ast {
  const { args } = call;
  if (args.length < 3 || args.length % 2 === 0)
    throw new WrongLet('LET needs a name and a value for each name, and a calculation at the end');
  const locals = new Map(outer);
  const own = new Set<string>();
  const values: Ast[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [name, value] = [args[index], args[index + 1]];
    if (
      name === undefined ||
      value === undefined ||
      !('expressionName' in name) ||
      !isInternal(name.expressionName)
    )
      throw new WrongLet('LET needs a name that cannot be a cell as its argument ' + String(index + 1));
    const key = name.expressionName;
    if (own.has(key)) throw new WrongLet('LET names each value once');
    if ('procedureName' in value && value.procedureName === 'LAMBDA')
      throw new WrongLet('LET names values, not functions');
    own.add(key);
    const reference = resolved(value, locals, false);
    if (isPlainReference(reference) || isComputed(reference)) {
      locals.set(key, { value: reference, reference });
      continue;
    }
    const isPlace = givesReference(reference);
    const variable: Variable = callNode(internal.variable, [textNode(key)], isPlace ? { isPlace } : {});
    locals.set(key, { value: variable, reference: isPlace ? reference : variable });
    values.push(callNode(internal.value, [textNode(key), reference]));
  }
  const calculation = resolved(args.at(-1)!, locals, false);
  return callNode('LET', [...values, calculation]);
}
