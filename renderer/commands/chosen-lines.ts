import { quoteSheet, type Range } from '../../shared/workbook/address.ts';
import type { Command, PartCommand } from '../../shared/workbook/command.ts';
import { unionOf, type LineSpans } from '../../shared/workbook/line-spans.ts';
import {
  linesOf,
  linesText,
  maximumLines,
  withLines,
  type Axis,
  type Interval,
} from '../../shared/workbook/structure/line-change.ts';
import { wholeLines } from '../grid/whole-lines.ts';
import { chosenRanges, sameRange, type Selection } from '../sheet-view.ts';
import type { Workspace } from '../workspace.ts';
import type { CommandContext } from './command-action.ts';
import { spansText } from './line-sizes.ts';
import { deletedOf, filteredOutProblem, unseenWords } from './unseen-lines.ts';

const unusable: Readonly<Record<Axis, string>> = {
  rows: 'Whole columns are selected',
  columns: 'Whole rows are selected',
};

/** Why what is done to one rectangle of cells cannot be done now; null when one is chosen. */
export function severalRanges({ others }: Selection): string | null {
  return others.length > 0 ? 'Several ranges are selected' : null;
}

/** Inserting, deleting and moving the rows or columns in which cells are chosen. */
export class ChosenLines {
  readonly #workspace: Workspace;
  readonly #onProblem: CommandContext['onProblem'];
  readonly #toasts: Pick<CommandContext['toasts'], 'say'> | undefined;

  constructor({
    workspace,
    onProblem,
    toasts,
  }: Pick<CommandContext, 'workspace' | 'onProblem'> & Partial<Pick<CommandContext, 'toasts'>>) {
    this.#workspace = workspace;
    this.#onProblem = onProblem;
    this.#toasts = toasts;
  }

  /** The axis of which whole lines are chosen, and nothing else; null while cells are. */
  get axis(): Axis | null {
    const [axis = null, ...others] = this.#axes();
    return others.length === 0 ? axis : null;
  }

  /** Why lines of the axis cannot be worked on; null when they can. */
  unavailable(axis: Axis): string | null {
    return this.#axes().has(axis === 'rows' ? 'columns' : 'rows') ? unusable[axis] : null;
  }

  /** Why lines of the axis cannot be worked on as one block; null when they can. */
  unavailableAsOne(axis: Axis): string | null {
    return severalRanges(this.#workspace.view.selection) ?? this.unavailable(axis);
  }

  /** The lines in which cells are chosen. */
  spans(axis: Axis): LineSpans {
    return chosenRanges(this.#workspace.view.selection).reduce<LineSpans>(
      (spans, range) => unionOf(spans, [linesOf(range, axis)]),
      [],
    );
  }

  /** True when the lines begin at the edge of the sheet. */
  areFirst(axis: Axis): boolean {
    return this.#lines(axis).at === 0;
  }

  /** As many empty lines as are chosen, before or after them; where several ranges are, beside each of them. */
  async insert(axis: Axis, where: 'before' | 'after'): Promise<void> {
    await this.#repeatably(`Insert ${axis}`, () => this.#insert(axis, where));
  }

  async #insert(axis: Axis, where: 'before' | 'after'): Promise<void> {
    const { selection } = this.#workspace.view;
    const { sheet } = selection;
    const blocks = blocksOf(chosenRanges(selection), axis);
    const [first, ...others] = blocks.map(({ first: from, last }) => {
      const count = last - from + 1;
      return { at: where === 'before' ? from : last + 1, count };
    });
    if (!first) return;
    const added = [first, ...others].map(({ at, count }) => ({ first: at, last: at + count - 1 }));
    const label = `Insert ${spansText(axis, added)} of ${quoteSheet(sheet)}`;
    const more = others.length > 0 && { others };
    // The new lines are chosen then, each where its block has gone.
    // Where lines go in before a place, what was there stands further on.
    const steps = (line: number) =>
      blocks.reduce(
        (sum, block) =>
          sum + (line > block.last || (where === 'after' && line >= block.first) ? lineCount(block) : 0),
        0,
      );
    const command: Command = { kind: 'insertLines', label, sheet, axis, ...first, ...more };
    if (!(await this.#send(command, axis, steps))) return;
    const now = this.#workspace.session.sheet(sheet);
    const newLines = unionOf(
      blocks.map((block) => {
        const at = block.first + steps(block.first);
        return { first: at, last: at + lineCount(block) - 1 };
      }),
      [],
    );
    this.#sayUnseen(unseenWords(now, axis, newLines, 'inserted'));
  }

  #sayUnseen(words: string | undefined): void {
    if (words !== undefined) this.#toasts?.say(words);
  }

  /** Every chosen line goes, wherever it is, but for rows that a filter hides. */
  async delete(axis: Axis): Promise<void> {
    await this.#repeatably(`Delete ${axis}`, () => this.#delete(axis));
  }

  async #delete(axis: Axis): Promise<void> {
    const { sheet } = this.#lines(axis);
    const mirror = this.#workspace.session.sheet(sheet);
    const spans = deletedOf(mirror, axis, this.spans(axis));
    const [first, ...others] = spans.map((span) => ({ at: span.first, count: lineCount(span) }));
    if (!first) {
      this.#onProblem(filteredOutProblem(mirror, this.spans(axis)));
      return;
    }
    const words = unseenWords(mirror, axis, spans, 'deleted');
    const label = `Delete ${spansText(axis, spans)} of ${quoteSheet(sheet)}`;
    const more = others.length > 0 && { others };
    if (await this.#send({ kind: 'deleteLines', label, sheet, axis, ...first, ...more }))
      this.#sayUnseen(words);
  }

  /** Moves the lines one line on, or with -1 one back. */
  async move(axis: Axis, step: 1 | -1): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const to = step === 1 ? at + count + 1 : at - 1;
    const label = `Move ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'moveLines', label, sheet, axis, at, count, to }, axis, () => step);
  }

  /** The lines can be hidden together, those of each range by themselves. */
  async group(axis: Axis): Promise<void> {
    await this.#repeatably(`Group ${axis}`, () => this.#setGrouped(axis, 'groupLines', 'Group'));
  }

  async ungroup(axis: Axis): Promise<void> {
    await this.#repeatably(`Ungroup ${axis}`, () => this.#setGrouped(axis, 'ungroupLines', 'Ungroup'));
  }

  async #setGrouped(axis: Axis, kind: 'groupLines' | 'ungroupLines', verb: string): Promise<void> {
    const { sheet } = this.#lines(axis);
    const spans = this.spans(axis);
    const label = `${verb} ${spansText(axis, spans)} of ${quoteSheet(sheet)}`;
    const commands = spans.map((span): PartCommand => {
      return { kind, label, sheet, axis, at: span.first, count: lineCount(span) };
    });
    await this.#send({ kind: 'several', label, commands });
  }

  /** The lines are made as large as what they hold. */
  async fit(axis: Axis): Promise<void> {
    const { grid, editing } = this.#workspace;
    if (await editing.commit()) grid?.fitLines(axis, this.spans(axis));
  }

  /** The lines are drawn no longer, and count as before. */
  async hide(axis: Axis): Promise<void> {
    await this.#repeatably(`Hide ${axis}`, () =>
      this.#setHidden(this.#lines(axis).sheet, axis, this.spans(axis), true),
    );
  }

  /** Shows those of the lines that are hidden; where all that is used is chosen, those beyond it too. */
  async unhide(axis: Axis): Promise<void> {
    await this.#repeatably(`Unhide ${axis}`, () => this.#unhide(axis));
  }

  async #unhide(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const { usedRows, usedColumns } = this.#workspace.session.sheet(sheet);
    const isAll = at === 0 && count >= (axis === 'rows' ? usedRows : usedColumns);
    const all = [{ first: 0, last: maximumLines[axis] - 1 }];
    await this.#setHidden(sheet, axis, isAll ? all : this.spans(axis), false);
  }

  /** What is done to the lines chosen then can be done again to others. */
  async #repeatably(words: string, act: () => Promise<void>): Promise<void> {
    await this.#workspace.repeating.do(words, act);
  }

  async #setHidden(sheet: string, axis: Axis, spans: LineSpans, hidden: boolean): Promise<void> {
    const label = `${hidden ? 'Hide' : 'Unhide'} ${spansText(axis, spans)} of ${quoteSheet(sheet)}`;
    const commands = spans.map(({ first, last }): PartCommand => {
      return { kind: 'setLinesHidden', label, sheet, axis, at: first, count: last - first + 1, hidden };
    });
    await this.#send({ kind: 'several', label, commands });
  }

  #axes(): ReadonlySet<Axis> {
    const extent = this.#workspace.grid?.extent();
    const axes = chosenRanges(this.#workspace.view.selection).map((range) =>
      extent ? wholeLines(range, extent) : null,
    );
    return new Set(axes.filter((axis) => axis !== null));
  }

  #lines(axis: Axis) {
    const { sheet, range } = this.#workspace.view.selection;
    const { first, last } = linesOf(range, axis);
    return { sheet, at: first, count: last - first + 1 };
  }

  /** Sends a command, true when it was carried out; afterwards each chosen range stands as many lines further on as `step` tells of its first. */
  async #send(command: Command, axis: Axis = 'rows', step?: (line: number) => number): Promise<boolean> {
    return this.#workspace.waiting.during(this.#carryOut(command, axis, step));
  }

  async #carryOut(command: Command, axis: Axis, step?: (line: number) => number): Promise<boolean> {
    const { session, view, editing } = this.#workspace;
    if (!(await editing.commit())) return false;
    const { sheet, range, others } = view.selection;
    const answer = await session.dispatch(command);
    if (!answer.ok) {
      this.#onProblem(answer.problem);
      return false;
    }
    // Who has gone elsewhere meanwhile stays there.
    if (!step || view.sheet !== sheet || !sameRange(view.selection.range, range)) return true;
    const moved = (one: Range) => {
      const { first, last } = linesOf(one, axis);
      return withLines(one, axis, { first: first + step(first), last: last + step(first) });
    };
    const chosen = moved(range);
    view.select({ sheet, row: chosen.top, column: chosen.left }, chosen, others.map(moved));
    return true;
  }
}

function lineCount({ first, last }: Interval): number {
  return last - first + 1;
}

/** The lines of ranges in order; those of ranges that share some are one block, those that only touch are not. */
function blocksOf(ranges: readonly Range[], axis: Axis): Interval[] {
  const blocks: { first: number; last: number }[] = [];
  const all = ranges.map((range) => linesOf(range, axis));
  for (const { first, last } of all.toSorted((one, other) => one.first - other.first)) {
    const before = blocks.at(-1);
    if (before && first <= before.last) before.last = Math.max(before.last, last);
    else blocks.push({ first, last });
  }
  return blocks;
}
