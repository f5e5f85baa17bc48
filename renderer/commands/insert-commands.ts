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
  const either = eitherLines(context, lines, 'insertLines', (axis) => lines.insert(axis, 'before'));
  const copied = () => context.workspace.grid?.copiedShape() ?? null;
  const insertCopied = () => {
    const shape = copied();
    if (shape === 'cells') context.windowState.change({ page: 'insertCopied' });
    else if (shape !== null) context.workspace.grid?.insertCopied(shape, true);
  };
  return {
    // As in Excel, the key inserts what is copied while something is.
    'insert.lines': { run: () => (copied() === null ? either.run() : insertCopied()) },
    'insert.copied': {
      run: insertCopied,
      unavailable: () => (copied() === null ? 'No cells are copied' : null),
    },
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
