import type { CommandsOf } from '../../shared/app-commands.ts';
import { ChosenLines, severalRanges } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { entryCommands } from './entry-commands.ts';
import { addSheet } from './sheets.ts';

/** The menu Insert. */
export function insertCommands(context: CommandContext): Record<CommandsOf<'Insert'>, CommandAction> {
  const lines = new ChosenLines(context);
  const insert = (axis: 'rows' | 'columns', where: 'before' | 'after'): CommandAction => ({
    run: () => lines.insert(axis, where),
    unavailable: () => lines.unavailable(axis),
  });
  return {
    'insert.lines': {
      run: async () => {
        const { axis } = lines;
        if (axis === null) context.windowState.change({ page: 'insertLines' });
        else await lines.insert(axis, 'before');
      },
      unavailable: () => severalRanges(context.workspace.view.selection),
    },
    'insert.rowsAbove': insert('rows', 'before'),
    'insert.rowsBelow': insert('rows', 'after'),
    'insert.columnsLeft': insert('columns', 'before'),
    'insert.columnsRight': insert('columns', 'after'),
    'insert.note': { run: () => context.windowState.change({ page: 'note' }) },
    ...entryCommands(context),
    'insert.name': { run: () => context.windowState.change({ page: 'names' }) },
    'insert.sheet': { run: () => addSheet(context) },
  };
}
