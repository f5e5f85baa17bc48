import { quoteSheet } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import {
  linesOf,
  linesText,
  maximumLines,
  withLines,
  type Axis,
} from '../../shared/workbook/structure/line-change.ts';
import { wholeLines } from '../grid/whole-lines.ts';
import { sameRange, type Selection } from '../sheet-view.ts';
import type { Workspace } from '../workspace.ts';
import type { CommandContext } from './command-action.ts';

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

  constructor({ workspace, onProblem }: Pick<CommandContext, 'workspace' | 'onProblem'>) {
    this.#workspace = workspace;
    this.#onProblem = onProblem;
  }

  /** The axis of which whole lines are chosen; null while cells are. */
  get axis(): Axis | null {
    const extent = this.#workspace.grid?.extent();
    return extent ? wholeLines(this.#workspace.view.selection.range, extent) : null;
  }

  /** Why lines of the axis cannot be worked on; null when they can. */
  unavailable(axis: Axis): string | null {
    const isOther = this.axis !== null && this.axis !== axis;
    return severalRanges(this.#workspace.view.selection) ?? (isOther ? unusable[axis] : null);
  }

  /** True when the lines begin at the edge of the sheet. */
  areFirst(axis: Axis): boolean {
    return this.#lines(axis).at === 0;
  }

  /** As many empty lines as are chosen, before or after them. */
  async insert(axis: Axis, where: 'before' | 'after'): Promise<void> {
    const { sheet, at: first, count } = this.#lines(axis);
    const at = where === 'before' ? first : first + count;
    const label = `Insert ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'insertLines', label, sheet, axis, at, count }, axis, at - first);
  }

  async delete(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const label = `Delete ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'deleteLines', label, sheet, axis, at, count }, axis, 0);
  }

  /** Moves the lines one line on, or with -1 one back. */
  async move(axis: Axis, step: 1 | -1): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const to = step === 1 ? at + count + 1 : at - 1;
    const label = `Move ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'moveLines', label, sheet, axis, at, count, to }, axis, step);
  }

  /** The lines can be hidden together. */
  async group(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const label = `Group ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'groupLines', label, sheet, axis, at, count }, axis, 0);
  }

  async ungroup(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const label = `Ungroup ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'ungroupLines', label, sheet, axis, at, count }, axis, 0);
  }

  /** The lines are made as large as what they hold. */
  async fit(axis: Axis): Promise<void> {
    const { grid, view, editing } = this.#workspace;
    if (await editing.commit()) grid?.fitLines(axis, [linesOf(view.selection.range, axis)]);
  }

  /** The lines are drawn no longer, and count as before. */
  async hide(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const label = `Hide ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send({ kind: 'setLinesHidden', label, sheet, axis, at, count, hidden: true }, axis, 0);
  }

  /** Shows those of the lines that are hidden; where all that is used is chosen, those beyond it too. */
  async unhide(axis: Axis): Promise<void> {
    const { sheet, at, count } = this.#lines(axis);
    const { usedRows, usedColumns } = this.#workspace.session.sheet(sheet);
    const isAll = at === 0 && count >= (axis === 'rows' ? usedRows : usedColumns);
    const label = `Unhide ${linesText(axis, at, count)} of ${quoteSheet(sheet)}`;
    await this.#send(
      {
        kind: 'setLinesHidden',
        label,
        sheet,
        axis,
        at,
        count: isAll ? maximumLines[axis] : count,
        hidden: false,
      },
      axis,
      0,
    );
  }

  #lines(axis: Axis) {
    const { sheet, range } = this.#workspace.view.selection;
    const { first, last } = linesOf(range, axis);
    return { sheet, at: first, count: last - first + 1 };
  }

  /** Sends a command; afterwards the selection stands `step` lines further on. */
  async #send(command: Command, axis: Axis, step: number): Promise<void> {
    await this.#workspace.waiting.during(this.#carryOut(command, axis, step));
  }

  async #carryOut(command: Command, axis: Axis, step: number): Promise<boolean> {
    const { session, view, editing } = this.#workspace;
    if (!(await editing.commit())) return false;
    const { sheet, range } = view.selection;
    const answer = await session.dispatch(command);
    if (!answer.ok) {
      this.#onProblem(answer.problem);
      return false;
    }
    // Who has gone elsewhere meanwhile stays there.
    if (step === 0 || view.sheet !== sheet || !sameRange(view.selection.range, range)) return true;
    const { first, last } = linesOf(range, axis);
    const chosen = withLines(range, axis, { first: first + step, last: last + step });
    view.select({ sheet, row: chosen.top, column: chosen.left }, chosen);
    return true;
  }
}
