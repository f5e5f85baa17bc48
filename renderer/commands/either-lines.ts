import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import type { Page } from '../shell/window-state.ts';
import type { ChosenLines } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

/** What is done to rows or columns: at once where whole ones are chosen, and where cells are, once a page has asked which are meant. */
export function eitherLines(
  { windowState }: CommandContext,
  lines: ChosenLines,
  page: Page,
  run: (axis: Axis) => Promise<void>,
): CommandAction {
  return {
    run: async () => {
      const { axis } = lines;
      if (axis === null) windowState.change({ page });
      else await run(axis);
    },
  };
}
