import type { CommandsOf } from '../../shared/app-commands.ts';
import { ChosenLines } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { eitherLines } from './either-lines.ts';
import { entryCommands } from './entry-commands.ts';
import { shiftedCells } from './shifted-cells.ts';
import { addSheet } from './sheets.ts';

/** The menu Insert. */
export function insertCommands(context: CommandContext): Record<CommandsOf<'Insert'>, CommandAction> {
  const lines = new ChosenLines(context);
  const insert = (axis: 'rows' | 'columns', where: 'before' | 'after'): CommandAction => ({
    run: () => lines.insert(axis, where),
    unavailable: () => lines.unavailable(axis),
  });
  return {
    'insert.lines': eitherLines(context, lines, 'insertLines', (axis) => lines.insert(axis, 'before')),
    'insert.cellsDown': shiftedCells(context, lines, 'rows', 'insert'),
    'insert.cellsRight': shiftedCells(context, lines, 'columns', 'insert'),
    'insert.rowsAbove': insert('rows', 'before'),
    'insert.rowsBelow': insert('rows', 'after'),
    'insert.columnsLeft': insert('columns', 'before'),
    'insert.columnsRight': insert('columns', 'after'),
    'insert.note': { run: () => context.windowState.change({ page: 'note' }) },
    ...entryCommands(context),
    'insert.name': { run: () => context.windowState.change({ page: 'names' }) },
    'insert.createNames': {
      run: () => context.windowState.change({ page: 'createNames' }),
      unavailable: () =>
        context.workspace.view.selection.others.length > 0 ? 'Choose one range, with its words' : null,
    },
    'insert.pasteName': { run: () => context.windowState.change({ page: 'pasteName' }) },
    'insert.sheet': { run: () => addSheet(context) },
  };
}
