import type { Ast, FunctionCall } from '../internals/interpreter.ts';
import { isPlainReference } from '../internals/reference-nodes.ts';
import { callNode } from '../internals/syntax-tree.ts';
import { internal } from './internal-names.ts';

/*
 * What in a formula is a reference, though it is not written as one: OFFSET, INDIRECT, ranges
 * that end with INDEX, and so on.
 */

/** Which arguments of a function are references of which only the place counts, where its own result is one. */
const placeArguments: Readonly<Record<string, (index: number) => boolean>> = {
  [internal.offset]: (index) => index === 0,
  [internal.range]: () => true,
  [internal.intersection]: () => true,
  [internal.union]: () => true,
  [internal.single]: () => true,
  INDEX: (index) => index === 0,
  CHOOSE: (index) => index > 0,
  [internal.area]: (index) => index > 0,
  IF: (index) => index > 0,
  XLOOKUP: (index) => index === 2 || index === 3,
  INDIRECT: () => false,
  [internal.spill]: () => false,
};

/** Functions that always give a reference, and one that is known only once values are. */
const alwaysComputed: ReadonlySet<string> = new Set([
  internal.offset,
  internal.range,
  internal.intersection,
  internal.spill,
  'INDIRECT',
]);

function branchesAreReferences({ args }: FunctionCall, isPlace: (index: number) => boolean): boolean {
  const places = args.filter((_, index) => isPlace(index));
  return places.length > 0 && places.every(givesReference);
}

/** Whether a part of a formula gives a reference, written or worked out. */
export function givesReference(node: Ast): boolean {
  if (isPlainReference(node)) return true;
  if ('expression' in node) return givesReference(node.expression);
  if (!('procedureName' in node)) return false;
  if (alwaysComputed.has(node.procedureName)) return true;
  const isPlace = placeArguments[node.procedureName];
  if (isPlace === undefined) return false;
  if (node.procedureName === 'XLOOKUP') return node.args[2] !== undefined && givesReference(node.args[2]);
  return branchesAreReferences(node, isPlace);
}

/** Whether a part of a formula stands for cells that are known only once values are. */
export function isComputed(node: Ast): boolean {
  if (!('procedureName' in node)) return false;
  if (alwaysComputed.has(node.procedureName)) return true;
  const [argument] = node.args;
  return node.procedureName === internal.single && argument !== undefined && givesReference(argument);
}

/** Thrown where a reference is needed and something else stands; the message is the end of a sentence. */
export class NoReference extends Error {}

const needs: Readonly<Record<string, string>> = {
  [internal.offset]: 'OFFSET needs a reference where something else stands',
  [internal.areas]: 'AREAS needs a reference where something else stands',
  [internal.range]: 'a colon needs a reference on both of its sides',
  [internal.intersection]: 'only references may stand side by side without a sign',
};

/** What is put in the place of a part that is no reference, of the call around it. */
type Instead = (call: FunctionCall | undefined) => Ast;

const refuse: Instead = (call) => {
  const name = call?.procedureName ?? '';
  throw new NoReference(needs[name] ?? 'a reference is needed where something else stands');
};

/**
 * What a reference is worked out from: references of which only the place counts are marked, so that
 * the formula does not depend on what they hold. `value` is applied to the parts whose values count.
 * Throws `NoReference` where a part may be no reference, unless `instead` gives something for those
 * that are none.
 */
export function placesOf(
  node: Ast,
  value: (part: Ast) => Ast,
  instead: Instead = refuse,
  around?: FunctionCall,
): Ast {
  if (isPlainReference(node)) return callNode(internal.place, [node]);
  // An unknown name has its error as its value.
  if ('error' in node || 'expressionName' in node) return node;
  if ('expression' in node) return placesOf(node.expression, value, instead, around);
  const isPlace = 'procedureName' in node ? placeArguments[node.procedureName] : undefined;
  const isFollowed = instead !== refuse || isComputed(node) || givesReference(node);
  if (!('procedureName' in node) || isPlace === undefined || !isFollowed) return instead(around);
  const args = node.args.map((argument, index) =>
    isPlace(index) ? placesOf(argument, value, instead, node) : value(argument),
  );
  return { ...node, args };
}
