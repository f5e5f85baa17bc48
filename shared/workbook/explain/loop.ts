import { isPartError } from '../../engine/part-values.ts';
import { argumentAt } from '../../function-guide/guide-function.ts';
import { guideTo } from '../../function-guide/index.ts';
import { addressText, cellReference, contains, type Address } from '../address.ts';
import { isFormula } from '../document.ts';
import { calledFunction, type Call, type FormulaTree } from '../formula-tree.ts';
import { FormulaParts, noScope } from './formula-parts.ts';
import { shortened } from './part-words.ts';
import { takenArguments } from './taken-branches.ts';
import type { ExplainedWorkbook } from './workbook-parts.ts';

/** A branch that is not taken now and through which alone a cell of a loop reads the next. */
export interface IdleBranch {
  readonly cell: Address;
  readonly next: Address;
  /** The branch, such as `value_if_false of IF`, and its text. */
  readonly branch: string;
  readonly text: string;
}

/** The addresses of a loop back to where it began; those on the sheet of `from` without its name. */
export function loopText(loop: readonly Address[], from: Address): string {
  const words = loop.map((cell) => nearText(cell, from));
  return [...words, words[0]].join(' → ');
}

/** An address for a reader who looks at `from`. */
export function nearText(cell: Address, from: Address): string {
  return cell.sheet === from.sheet ? cellReference(cell.row, cell.column) : addressText(cell);
}

/**
 * The first branch of a loop that Excel would not work out now, so that it sees no loop; undefined
 * where each cell does read the next.
 */
export function idleBranchOf(workbook: ExplainedWorkbook, loop: readonly Address[]): IdleBranch | undefined {
  for (const [index, cell] of loop.entries()) {
    const next = loop[(index + 1) % loop.length];
    const idle = next && idleBranch(workbook, cell, next);
    if (idle) return idle;
  }
  return undefined;
}

/** What a person who looks at `from` has to know of a branch that closes a loop, as a sentence. */
export function idleBranchWords({ cell, next, branch, text }: IdleBranch, from: Address): string {
  return `${nearText(cell, from)} reads ${nearText(next, from)} only in ${branch} (${shortened(text)}), which is not needed now: Excel would not see this loop, but Roundtrip cannot calculate it.`;
}

/** The branch not taken in which a cell reads another; undefined when it reads it elsewhere, too. */
function idleBranch(workbook: ExplainedWorkbook, cell: Address, next: Address): IdleBranch | undefined {
  const formula = workbook.contentOf(cell);
  if (!isFormula(formula)) return undefined;
  const parts = new FormulaParts(workbook, formula, cell);
  const root = parts.tree();
  if (!root) return undefined;
  let idle: IdleBranch | undefined;
  let isRead = false;

  const visit = (node: FormulaTree, branch: IdleBranch | undefined): void => {
    const area = parts.cells(node);
    if (area?.sheet === next.sheet && contains(area.range, next.row, next.column)) {
      if (branch) idle ??= branch;
      else isRead = true;
    }
    if (!('parts' in node)) return;
    // What such a reference comes to is not seen in the text.
    if (!branch && (node.type === 'operation' ? node.sign === ':' || node.sign === '#' : isDynamic(node)))
      isRead = true;
    const taken = node.type === 'call' ? takenNow(parts, node) : undefined;
    for (const [index, part] of node.parts.entries()) {
      if (!part) continue;
      const isIdle = taken !== undefined && !taken.includes(index);
      visit(
        part,
        branch ?? (isIdle && node.type === 'call' ? idleIn(parts, next, node, index, part) : undefined),
      );
    }
  };
  visit(root, undefined);
  return isRead ? undefined : idle;
}

function isDynamic(call: Call): boolean {
  return ['OFFSET', 'INDIRECT'].includes(calledFunction(call));
}

function takenNow(parts: FormulaParts, call: Call): readonly number[] {
  return takenArguments(call, (argument) => {
    const value = parts.value(argument, noScope);
    if (!value || value.height * value.width > 1) return undefined;
    const single = value.at(0, 0);
    // What is in the loop has no value yet.
    return isPartError(single) && single.error === '#CYCLE!' ? undefined : single;
  });
}

function idleIn(
  parts: FormulaParts,
  next: Address,
  call: Call,
  index: number,
  part: FormulaTree,
): IdleBranch {
  const name = calledFunction(call);
  const guide = guideTo(name);
  const position = guide && argumentAt(guide, index);
  const argument = position === undefined ? undefined : guide?.arguments[position]?.name;
  return {
    cell: parts.place,
    next,
    branch: `${argument ?? `argument ${index + 1}`} of ${name}`,
    text: parts.text(part),
  };
}
