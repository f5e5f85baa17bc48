import { isPartError, type PartScalar } from '../../engine/part-values.ts';
import { calledFunction, type Call, type FormulaTree } from '../formula-tree.ts';

/** The one value of an argument; undefined for an array and for what is not known. */
type ValueOf = (argument: FormulaTree) => PartScalar | undefined;

/**
 * Which arguments of a call, counted from 0, are worked out now: of a function that chooses, those
 * that choose and the one chosen. All of them where that cannot be told.
 */
export function takenArguments(call: Call, valueOf: ValueOf): readonly number[] {
  const all = call.parts.map((_, index) => index);
  const value = (index: number): PartScalar | undefined => {
    const part = call.parts[index];
    return part ? valueOf(part) : null;
  };
  switch (calledFunction(call)) {
    case 'IF': {
      const holds = truth(value(0));
      return holds === undefined ? all : holds ? [0, 1] : [0, 2];
    }
    case 'IFS':
      return firstTrue(all, value);
    case 'SWITCH':
      return switched(all, value);
    case 'CHOOSE': {
      const chosen = value(0);
      return typeof chosen === 'number' ? [0, Math.trunc(chosen)] : all;
    }
    case 'IFERROR': {
      const tried = value(0);
      return tried === undefined ? all : isPartError(tried) ? all : [0];
    }
    case 'IFNA': {
      const tried = value(0);
      return tried === undefined ? all : isPartError(tried) && tried.error === '#N/A' ? all : [0];
    }
    default:
      return all;
  }
}

/** Undefined where the condition is an error, an array or text. */
function truth(condition: PartScalar | undefined): boolean | undefined {
  if (condition === null) return false;
  if (typeof condition === 'number') return condition !== 0;
  return typeof condition === 'boolean' ? condition : undefined;
}

function firstTrue(
  all: readonly number[],
  value: (index: number) => PartScalar | undefined,
): readonly number[] {
  const taken: number[] = [];
  for (let test = 0; test + 1 < all.length; test += 2) {
    const holds = truth(value(test));
    if (holds === undefined) return all;
    taken.push(test);
    if (holds) return [...taken, test + 1];
  }
  return taken;
}

function switched(
  all: readonly number[],
  value: (index: number) => PartScalar | undefined,
): readonly number[] {
  const wanted = value(0);
  if (wanted === undefined || isPartError(wanted)) return all;
  const taken = [0];
  let index = 1;
  for (; index + 1 < all.length; index += 2) {
    const candidate = value(index);
    if (candidate === undefined || isPartError(candidate)) return all;
    taken.push(index);
    if (sameValue(wanted, candidate)) return [...taken, index + 1];
  }
  return index < all.length ? [...taken, index] : taken;
}

function sameValue(one: PartScalar, other: PartScalar): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase();
  return one === other;
}
