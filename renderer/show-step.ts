import type { TakenStep } from './session.ts';
import type { Workspace } from './workspace.ts';

/** Chooses the cells of a step of the history that was taken back or carried out again, where there are any. */
export function showStep({ session, view }: Workspace, step: TakenStep | null): void {
  if (!step?.cells || !session.hasSheet(step.cells.sheet)) return;
  const { sheet, range } = step.cells;
  view.select({ sheet, row: range.top, column: range.left }, range);
}
