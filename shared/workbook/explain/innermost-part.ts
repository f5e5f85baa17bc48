import { isPartError, type PartError, type PartValue } from '../../engine/part-values.ts';
import type { Address } from '../address.ts';
import type { ErrorCode } from '../document.ts';
import { calledFunction, type Call, type FormulaTree, type Operation } from '../formula-tree.ts';
import type { FormulaParts, Scope } from './formula-parts.ts';
import { valueAt, type Position } from './part-words.ts';
import { takenArguments } from './taken-branches.ts';

/** The part of a formula that makes an error while none of its own parts does. */
export interface InnermostPart {
  readonly kind: 'part';
  readonly node: FormulaTree;
  readonly error: PartError;
  readonly scope: Scope;
  /** Where in an array the error is. */
  readonly at: Position;
  /** For an operation on several parts: which of them, counted from 0, was reached. */
  readonly reached: number;
}

/** The part that the error comes from, or another cell that a part reads. */
export type ErrorSource = InnermostPart | { readonly kind: 'cell'; readonly cell: Address };

/** More values of an array than this are not looked through. */
const mostValues = 100_000;

/** Where the error of a formula comes from; undefined where the parts do not tell. */
export function sourceOfError(
  parts: FormulaParts,
  node: FormulaTree,
  scope: Scope,
  code: ErrorCode,
  at: Position,
): ErrorSource | undefined {
  const local = node.type === 'name' ? scope.parts.get(node.text.toLowerCase()) : undefined;
  if (local) return sourceOfError(parts, local.node, local.scope, code, at);
  const value = parts.value(node, scope);
  const found = value && errorIn(value, code, at);
  if (!found) return undefined;
  if (found.error.origin) return { kind: 'cell', cell: found.error.origin };
  const cells = parts.cells(node);
  if (cells) {
    // The first cell of a result that fills several is not told by the error of the others.
    const { sheet, range } = cells;
    return {
      kind: 'cell',
      cell: { sheet, row: range.top + found.at.row, column: range.left + found.at.column },
    };
  }
  const below = (child: FormulaTree | null | undefined, inner = scope) =>
    child ? sourceOfError(parts, child, inner, code, found.at) : undefined;
  const here = { kind: 'part', node, scope, ...found } as const;

  if (node.type === 'operation') {
    if (node.sign === ':' || node.sign === ',' || node.sign === ' ') return { ...here, reached: 0 };
    const reached = partReached(parts, node, scope, code);
    for (const part of node.parts.slice(0, reached + 1)) {
      const source = below(part);
      if (source) return source;
    }
    return { ...here, reached };
  }
  if (node.type !== 'call') return { ...here, reached: 0 };
  if (calledFunction(node) === 'LET') {
    const inner = scopeOfResult(parts, node, scope);
    return below(node.parts.at(-1), inner) ?? { ...here, reached: 0 };
  }
  for (const index of argumentsToBlame(parts, node, scope)) {
    const source = below(node.parts[index]);
    if (source) return source;
  }
  return { ...here, reached: 0 };
}

/** The text of the part, of an operation on several only as far as the error is reached. */
export function reachedText(parts: FormulaParts, { node, reached }: InnermostPart): string {
  const end = node.type === 'operation' && node.parts.length > 1 ? node.partEnds[reached] : node.end;
  return parts.text(node, end);
}

/** The error of this kind at a place of a value, or wherever in it one is; undefined when there is none. */
function errorIn(
  value: PartValue,
  code: ErrorCode,
  at: Position,
): { readonly error: PartError; readonly at: Position } | undefined {
  const own = valueAt(value, at);
  if (isPartError(own) && own.error === code) return { error: own, at };
  const rows = Math.min(value.height, Math.ceil(mostValues / Math.max(1, value.width)));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < value.width; column++) {
      const error = value.at(row, column);
      if (isPartError(error) && error.error === code) return { error, at: { row, column } };
    }
  }
  return undefined;
}

/** The first part of an operation with which the result is the error: an error stays one to the end. */
function partReached(parts: FormulaParts, node: Operation, scope: Scope, code: ErrorCode): number {
  const isError = (last: number): boolean => {
    const value = parts.value(node, scope, node.partEnds[last]);
    return value !== undefined && errorIn(value, code, { row: 0, column: 0 }) !== undefined;
  };
  let [low, high] = [0, node.parts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isError(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** The arguments that can have brought the error about, in order. */
function argumentsToBlame(parts: FormulaParts, call: Call, scope: Scope): readonly number[] {
  const taken = takenArguments(call, (argument) => {
    const value = parts.value(argument, scope);
    return value && !(value.isArray && value.height * value.width > 1) ? value.at(0, 0) : undefined;
  });
  const isSecondTry = /^(?:IFERROR|IFNA)$/.test(calledFunction(call)) && taken.includes(1);
  return isSecondTry ? [1] : taken;
}

/** The scope of the last argument of a LET. */
function scopeOfResult(parts: FormulaParts, call: Call, scope: Scope): Scope {
  let inner = scope;
  for (let index = 0; index + 2 < call.parts.length; index += 2) {
    const [name, value] = [call.parts[index], call.parts[index + 1]];
    if (name && value) inner = parts.within(name, value, inner);
  }
  return inner;
}
