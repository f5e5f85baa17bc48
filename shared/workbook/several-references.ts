import { argumentAt } from '../function-guide/guide-function.ts';
import { guideTo } from '../function-guide/index.ts';
import { calledFunction, formulaTree, type Call, type FormulaTree } from './formula-tree.ts';

/** Arguments, counted from 0, that make one reference for each of their values. */
const referringArguments: Readonly<Record<string, readonly number[]>> = {
  INDIRECT: [0, 1],
  OFFSET: [1, 2, 3, 4],
};

function severalValuesIn(
  call: Call,
  formula: string,
  isArray: (part: string) => boolean,
): number | undefined {
  return referringArguments[calledFunction(call)]?.find((position) => {
    const part = call.parts[position];
    return part ? isArray(`=${formula.slice(part.start, part.end)}`) : false;
  });
}

/** A call that would give several references. */
export interface SeveralReferences {
  /** What it is, as a sentence without its full stop. */
  readonly what: string;
  readonly remedy: string;
  /** The text of the call. */
  readonly part: string;
}

/**
 * The first call of OFFSET or INDIRECT in a formula that is given several values where it takes one,
 * and so would be several references at once; null where none is. `isArray` tells whether a part of
 * the formula, with an equals sign before it, gives several values.
 */
export function severalReferences(
  formula: string,
  isArray: (part: string) => boolean,
): SeveralReferences | null {
  if (!/\b(?:OFFSET|INDIRECT)\s*\(/i.test(formula)) return null;
  const waiting: (FormulaTree | null)[] = [formulaTree(formula)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || !('parts' in node)) continue;
    waiting.push(...node.parts.toReversed());
    const position = node.type === 'call' ? severalValuesIn(node, formula, isArray) : undefined;
    const guide = node.type === 'call' ? guideTo(calledFunction(node)) : undefined;
    if (position === undefined || !guide) continue;
    const argument = guide.arguments[argumentAt(guide, position) ?? position];
    return {
      what: `${guide.name} is given several values as ${argument?.name ?? 'one argument'}, and each would be a reference of its own`,
      remedy: 'Write one formula for each of them, in cells of their own, and go on from there.',
      part: formula.slice(node.start, node.end),
    };
  }
  return null;
}
