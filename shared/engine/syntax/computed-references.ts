import { CellError, ErrorType } from 'hyperformula';
import type { Ast, FunctionCall } from '../internals/interpreter.ts';
import { callNode, childrenOf, errorNode, replaceChildren } from '../internals/syntax-tree.ts';
import { internal } from './internal-names.ts';
import { isComputed, placesOf } from './reference-expressions.ts';
import { extendSumRange, hasSumRange } from './sum-ranges.ts';

/*
 * HyperFormula builds its graph of dependencies when a formula is read. A formula with references
 * that are worked out, such as OFFSET's, is therefore read as a call: first the formula with the
 * references as they came out last, then what each of them is worked out from. Where one comes out
 * otherwise, the formula is entered anew with the new one, so that the graph always knows the cells
 * that are read.
 */

/** The call that a formula with computed references is read as. */
export type ComputedCall = FunctionCall & {
  /** For each reference, by what text it is told from others; empty before it was worked out. */
  readonly linked: readonly string[];
  /** For each reference, those that it is worked out from. */
  readonly needs: readonly (readonly number[])[];
};

/** Stands for a reference that has not been worked out. */
const unknown = errorNode(new CellError(ErrorType.NA));

/** Stands for what is no reference where one is asked for. */
const noPlace = errorNode(new CellError(ErrorType.VALUE));

type Slot = Ast & { readonly slot?: number };

export function isComputedCall(node: Ast | undefined): node is ComputedCall {
  return node !== undefined && 'linked' in node;
}

function slotOf(node: Ast): number | undefined {
  const { slot }: Slot = node;
  return slot;
}

function asSlot(node: Ast, slot: number): Ast {
  return { ...node, slot } as Slot;
}

function slotsIn(root: Ast): number[] {
  const found = new Set<number>();
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const slot = slotOf(node);
    if (slot === undefined) waiting.push(...childrenOf(node));
    else found.add(slot);
  }
  return [...found];
}

/**
 * The formula as a call that works its references out, when it has any. A node that stands in several
 * places is worked out once. Throws `NoReference`.
 */
export function withComputedReferences(root: Ast): Ast {
  const sources: Ast[] = [];
  const slots = new Map<Ast, number>();
  const extracted = (node: Ast): Ast => {
    if (isComputed(node)) {
      let slot = slots.get(node);
      if (slot === undefined) {
        const source = placesOf(node, extracted);
        slot = sources.push(source) - 1;
        slots.set(node, slot);
      }
      return asSlot(unknown, slot);
    }
    if ('procedureName' in node && node.procedureName === internal.areas)
      return callNode(
        internal.areas,
        node.args.map((argument) => placesOf(argument, extracted, undefined, node)),
      );
    if ('procedureName' in node && node.procedureName === 'ISREF')
      return callNode(
        internal.isReference,
        node.args.map((argument) => placesOf(argument, extracted, () => noPlace)),
      );
    replaceChildren(node, extracted);
    return node;
  };
  const formula = extracted(root);
  if (sources.length === 0) return formula;
  return callNode(internal.computed, [formula, ...sources], {
    linked: sources.map(() => ''),
    needs: sources.map(slotsIn),
  });
}

/**
 * The call with other references: `references` gives the node for each that came out otherwise, and
 * undefined for one that stays as it is.
 */
export function relinked(
  call: ComputedCall,
  references: readonly (Ast | undefined)[],
  linked: readonly string[],
): ComputedCall {
  const replaced = (node: Ast): Ast => {
    const slot = slotOf(node);
    if (slot !== undefined) {
      const reference = references[slot];
      return reference === undefined ? node : asSlot(reference, slot);
    }
    const copy = { ...node };
    replaceChildren(copy, replaced);
    if ('procedureName' in copy && hasSumRange(copy.procedureName)) extendAsSlot(copy);
    return copy;
  };
  return { ...call, args: call.args.map(replaced), linked };
}

/** The call as it is before its references have been worked out. */
export function unlinked(call: ComputedCall): ComputedCall {
  return relinked(
    call,
    call.linked.map(() => unknown),
    call.linked.map(() => ''),
  );
}

function extendAsSlot(call: FunctionCall): void {
  const before = call.args[2];
  extendSumRange(call);
  const after = call.args[2];
  const slot = before && slotOf(before);
  if (after && after !== before && slot !== undefined) call.args[2] = asSlot(after, slot);
}
