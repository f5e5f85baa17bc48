import type { CommandsOf } from '../../shared/app-commands.ts';
import { ChosenLines } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { shortcutWords } from '../shell/shortcuts.ts';
import { shiftedCells } from './shifted-cells.ts';
import { eitherLines } from './either-lines.ts';
import { copySheet, deleteSheet, moveSheet, placeAmongAll, setSheetHidden } from './sheets.ts';

/** The menu Sheet. */
export function sheetCommands(context: CommandContext): Record<CommandsOf<'Sheet'>, CommandAction> {
  const { workspace, windowState, toasts } = context;
  const { session, view } = workspace;
  const lines = new ChosenLines(context);
  const place = () => session.shownSheetNames.indexOf(view.sheet);
  const moveBy = (step: 1 | -1) => {
    const { sheetNames, shownSheetNames } = session;
    const to = placeAmongAll(sheetNames, shownSheetNames, view.sheet, place() + step);
    return moveSheet(context, view.sheet, to);
  };
  const ifNotFirst = () => (place() === 0 ? 'This is the first sheet' : null);
  const ifNotLast = () => (place() === session.shownSheetNames.length - 1 ? 'This is the last sheet' : null);
  const remove = (axis: 'rows' | 'columns'): CommandAction => ({
    run: () => lines.delete(axis),
    unavailable: () => lines.unavailable(axis),
  });
  const move = (axis: 'rows' | 'columns', step: 1 | -1): CommandAction => ({
    run: () => lines.move(axis, step),
    unavailable: () =>
      lines.unavailableAsOne(axis) ??
      (step === -1 && lines.areFirst(axis) ? `These are the first ${axis}` : null),
  });
  return {
    'sheet.deleteLines': eitherLines(context, lines, 'deleteLines', (axis) => lines.delete(axis)),
    'sheet.deleteCellsUp': shiftedCells(context, lines, 'rows', 'delete'),
    'sheet.deleteCellsLeft': shiftedCells(context, lines, 'columns', 'delete'),
    'sheet.deleteRows': remove('rows'),
    'sheet.deleteColumns': remove('columns'),
    'sheet.rowsUp': move('rows', -1),
    'sheet.rowsDown': move('rows', 1),
    'sheet.columnsLeft': move('columns', -1),
    'sheet.columnsRight': move('columns', 1),
    'sheet.rowHeight': {
      run: () => windowState.change({ page: 'rowHeight' }),
      unavailable: () => lines.unavailable('rows'),
    },
    'sheet.fitRows': { run: () => lines.fit('rows'), unavailable: () => lines.unavailable('rows') },
    'sheet.columnWidth': {
      run: () => windowState.change({ page: 'columnWidth' }),
      unavailable: () => lines.unavailable('columns'),
    },
    'sheet.fitColumns': { run: () => lines.fit('columns'), unavailable: () => lines.unavailable('columns') },
    'sheet.hideRows': { run: () => lines.hide('rows'), unavailable: () => lines.unavailable('rows') },
    'sheet.unhideRows': { run: () => lines.unhide('rows') },
    'sheet.hideColumns': {
      run: () => lines.hide('columns'),
      unavailable: () => lines.unavailable('columns'),
    },
    'sheet.unhideColumns': { run: () => lines.unhide('columns') },
    'sheet.rename': { run: () => windowState.change({ renaming: view.sheet }) },
    'sheet.delete': {
      run: async () => {
        const { sheet } = view;
        if (await deleteSheet(context))
          toasts.say(`${sheet} is deleted. ${shortcutWords('Mod+Z')} brings it back`);
      },
      unavailable: () => (session.shownSheetNames.length === 1 ? 'This is the only sheet' : null),
    },
    'sheet.copy': { run: () => copySheet(context, view.sheet, place() + 1) },
    'sheet.tabColour': { run: () => windowState.change({ page: 'tabColour' }) },
    'sheet.hide': {
      run: () => setSheetHidden(context, view.sheet, true),
      unavailable: () =>
        session.shownSheetNames.length === 1 ? 'This is the only sheet that is shown' : null,
    },
    'sheet.unhide': {
      run: () => windowState.change({ page: 'unhideSheet' }),
      unavailable: () => (session.hiddenSheetNames.length === 0 ? 'No sheet is hidden' : null),
    },
    'sheet.moveLeft': {
      run: () => moveBy(-1),
      unavailable: ifNotFirst,
    },
    'sheet.moveRight': {
      run: () => moveBy(1),
      unavailable: ifNotLast,
    },
    'sheet.next': { run: () => workspace.showNextSheet(1), unavailable: ifNotLast },
    'sheet.previous': { run: () => workspace.showNextSheet(-1), unavailable: ifNotFirst },
  };
}
