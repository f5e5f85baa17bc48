import type { Problem } from '../../shared/result.ts';
import type { Range } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { boundingRange, disjointRanges } from '../../shared/workbook/range-parts.ts';
import { rangesInSight } from '../filter/rows-in-sight.ts';
import { rangesText } from '../range-text.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { Workspace } from '../workspace.ts';
import { cellsOf } from './cells-of.ts';
import { fillCommand, type Filling } from './fill/fill-command.ts';
import type { FillMode } from './fill/source-cell.ts';
import { fillRanges } from './fill-ranges.ts';

/** What is done to the cells of the sheet in view, each as one command; `say` is told why one was refused. */
export class ChosenCells {
  readonly #workspace: Pick<Workspace, 'session' | 'view'>;
  readonly #say: (problem: Problem) => void;

  constructor(workspace: Pick<Workspace, 'session' | 'view'>, say: (problem: Problem) => void) {
    this.#workspace = workspace;
    this.#say = say;
  }

  /** True when the command was carried out. */
  async send(command: Command): Promise<boolean> {
    const answer = await this.#workspace.session.dispatch(command);
    if (!answer.ok) this.#say(answer.problem);
    return answer.ok;
  }

  /** Fills the chosen cells from the first row or column of them. */
  async fill(direction: 'down' | 'right'): Promise<void> {
    const fillings = disjointRanges(chosenRanges(this.#workspace.view.selection)).flatMap(
      (range) => fillRanges(range, direction) ?? [],
    );
    if (fillings.length > 0) await this.#sendFill(fillings, 'copy');
  }

  /** Fills cells from those beside them, and chooses both. */
  async fillFrom(source: Range, target: Range, mode: FillMode): Promise<void> {
    const choose = this.#workspace.view.chooserForLater();
    if (await this.#sendFill([{ source, target }], mode)) choose(boundingRange(source, target));
  }

  /** Empties the chosen cells that are in sight. */
  async clear(): Promise<void> {
    await this.#empty(chosenRanges(this.#workspace.view.selection));
  }

  /** Empties a part of a range, and chooses what is left of it; all of it where nothing is. */
  async clearPart(cleared: Range, { top, left, bottom, right }: Range): Promise<void> {
    const choose = this.#workspace.view.chooserForLater();
    if (!(await this.#empty([cleared]))) return;
    if (cleared.top > top) choose({ top, left, right, bottom: cleared.top - 1 });
    else if (cleared.left > left) choose({ top, left, bottom, right: cleared.left - 1 });
  }

  /** False where the command was refused. */
  async #empty(ranges: readonly Range[]): Promise<boolean> {
    const { session, view } = this.#workspace;
    const { sheet } = view;
    const mirror = session.sheet(sheet);
    const cells = rangesInSight(mirror, ranges)
      .map((range) => ({
        ...range,
        bottom: Math.min(range.bottom, mirror.usedRows - 1),
        right: Math.min(range.right, mirror.usedColumns - 1),
      }))
      .flatMap((used) => cellsOf(used, sheet))
      .filter(({ row, column }) => (mirror.cell(row, column)?.content ?? null) !== null);
    if (cells.length === 0) return true;
    return this.send({
      kind: 'setCells',
      label: `Clear ${rangesText(sheet, ranges)}`,
      cells: cells.map((cell) => ({ ...cell, content: null })),
    });
  }

  async #sendFill(fillings: readonly Filling[], mode: FillMode): Promise<boolean> {
    const { session, view } = this.#workspace;
    const { sheet } = view;
    // What was typed last may be on its way to the engine still.
    await session.settled();
    return this.send(fillCommand(session, sheet, fillings, mode));
  }
}
