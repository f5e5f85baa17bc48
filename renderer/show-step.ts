import type { TakenStep } from './session.ts';
import type { Workspace } from './workspace.ts';

/** Chooses the cells of a step of the history once it was taken back or carried out again, where there are any; what is typed meanwhile waits. */
export async function showStep(
  { session, view, waiting }: Workspace,
  taking: Promise<TakenStep | null>,
): Promise<void> {
  const show = async (): Promise<boolean> => {
    const step = await taking;
    if (!step?.cells || !session.hasSheet(step.cells.sheet)) return true;
    const { sheet, range } = step.cells;
    view.select({ sheet, row: range.top, column: range.left }, range);
    return true;
  };
  await waiting.during(show());
}
