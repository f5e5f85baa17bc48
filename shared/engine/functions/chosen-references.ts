import type { Ast, EngineValue, FunctionCall } from '../internals/interpreter.ts';
import { numberNode } from '../internals/syntax-tree.ts';

/** Whether the argument at a place, of so many, is one that the function may give. */
const branches: Readonly<Record<string, (place: number, count: number) => boolean>> = {
  CHOOSE: (place) => place > 0,
  IF: (place) => place > 0,
  IFS: (place) => place % 2 === 1,
  SWITCH: (place, count) => place > 1 && (place % 2 === 0 || place === count - 1),
};

/**
 * The argument that IF, IFS, CHOOSE or SWITCH gives now; undefined for other functions and where it
 * gives none of them. The function itself is asked, with the number of each in place of it.
 */
export function chosenBranch(call: FunctionCall, evaluate: (part: Ast) => EngineValue): Ast | undefined {
  const isBranch = branches[call.procedureName];
  if (isBranch === undefined) return undefined;
  const args = call.args.map((argument, place) =>
    isBranch(place, call.args.length) ? numberNode(place) : argument,
  );
  const chosen = evaluate({ ...call, args });
  return typeof chosen === 'number' ? call.args[chosen] : undefined;
}
