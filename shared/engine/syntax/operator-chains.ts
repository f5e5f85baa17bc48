import type { Ast } from '../internals/interpreter.ts';
import {
  callNode,
  operationNode,
  replaceChildren,
  textNode,
  type BinaryOperation,
} from '../internals/syntax-tree.ts';

/** More operators than this in a row are calculated one after the other, not each inside the next. */
export const longChain = 20;

/** The name of the function that calculates long chains; it is no function of Excel. */
export const chainFunction = 'CHAIN.OF.OPERATORS';

/**
 * The same formula with each long chain of operators, such as `A1+A2-A3`, as one call of the chain
 * function: first value, operator, second value, and so on. The tree of a chain is as deep as the
 * chain is long, and whatever walks it would run out of stack; the call is not. The order of
 * calculation stays from left to right, so that no result changes in its last digit.
 */
export function withFlatChains(node: Ast): Ast {
  if ('left' in node) return flatChain(node);
  replaceChildren(node, withFlatChains);
  return node;
}

function flatChain(last: BinaryOperation): Ast {
  const operations: BinaryOperation[] = [];
  let first: Ast = last;
  for (; 'left' in first; first = first.left) operations.push(first);
  operations.reverse();
  first = withFlatChains(first);
  if (operations.length > longChain)
    return callNode(chainFunction, [
      first,
      ...operations.flatMap(({ type, right }) => [textNode(type), withFlatChains(right)]),
    ]);
  return operations.reduce<Ast>(
    (left, { type, right }) => operationNode(type, left, withFlatChains(right)),
    first,
  );
}
