import type { CommandsOf } from '../../shared/app-commands.ts';
import { columnTexts } from '../column-texts.ts';
import { headsFilteredColumn } from '../filter/filter-state.ts';
import { fillRanges } from '../grid/fill-ranges.ts';
import { chosenRanges } from '../sheet-view.ts';
import { showStep } from '../show-step.ts';
import { clipboardCommands } from './clipboard-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { selectCommands } from './select-commands.ts';

/** The menu Edit. */
export function editCommands(context: CommandContext): Record<CommandsOf<'Edit'>, CommandAction> {
  const { workspace } = context;
  const { session, view } = workspace;
  /** Whether the active cell heads a column of a filtered table. */
  const isHeading = () => {
    const { sheet, row, column } = view.selection;
    return headsFilteredColumn(session.sheet(sheet), row, column);
  };
  const find = async (how: { readonly replacing: boolean }) => {
    if (await workspace.editing.commit()) workspace.finding.open(how);
  };
  return {
    'edit.undo': {
      run: () => showStep(workspace, session.undo()),
      // What was sent and is not answered yet can be undone as well.
      unavailable: () => (session.history.undoLabel === null && session.isSettled ? 'Nothing to undo' : null),
      label: () => withStep('Undo', session.history.undoLabel),
    },
    // One key for both, as in Excel: once nothing is left to redo, it does the last thing again.
    'edit.redo': {
      run: () =>
        session.history.redoLabel === null
          ? workspace.waiting.during(workspace.repeating.again())
          : showStep(workspace, session.redo()),
      unavailable: () =>
        session.history.redoLabel === null && !workspace.repeating.isPossible
          ? 'Nothing to redo or repeat'
          : null,
      label: () =>
        withStep('Redo', session.history.redoLabel) ?? withStep('Repeat', workspace.repeating.words),
    },
    ...clipboardCommands(context),
    'edit.fillDown': {
      run: () => workspace.grid?.fill('down'),
      unavailable: () =>
        chosenRanges(view.selection).every((range) => fillRanges(range, 'down'))
          ? null
          : 'There is no row above',
    },
    'edit.fillRight': {
      run: () => workspace.grid?.fill('right'),
      unavailable: () =>
        chosenRanges(view.selection).every((range) => fillRanges(range, 'right'))
          ? null
          : 'There is no column at the left',
    },
    'edit.clear': { run: () => workspace.grid?.clear() },
    'edit.cell': { run: () => workspace.grid?.edit() },
    'edit.choose': {
      run: () => (isHeading() ? workspace.grid?.openFilter() : workspace.grid?.openChoices()),
      unavailable: () =>
        isHeading() ||
        session.offersChoices(view.selection) ||
        columnTexts(session.sheet(view.sheet), view.selection).length > 0
          ? null
          : 'No texts stand above or below this cell, and it has no list of choices',
    },
    ...selectCommands(context),
    'edit.find': { run: () => find({ replacing: false }) },
    'edit.findNext': {
      run: async () => {
        if (await workspace.editing.commit()) workspace.finding.step(1);
      },
    },
    'edit.replace': { run: () => find({ replacing: true }) },
    'edit.goTo': { run: () => workspace.askWhere() },
  };
}

function withStep(word: string, step: string | null): string | null {
  return step === null ? null : `${word}: ${step}`;
}
