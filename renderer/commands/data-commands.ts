import type { CommandsOf } from '../../shared/app-commands.ts';
import type { SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { areaToSort, sortByActiveColumn, type SortDirection } from '../data/sorting.ts';
import { clearFilter, reapplyFilter, toggleFilter } from '../filter/filtering.ts';
import { isFiltering } from '../filter/filter-state.ts';
import { ChosenLines } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { eitherLines } from './either-lines.ts';
import { detailCommand, groupAt, summaryCommand } from './line-groups.ts';
import { sendCommand } from './send-command.ts';

/** The menu Data. */
export function dataCommands(context: CommandContext): Record<CommandsOf<'Data'>, CommandAction> {
  const { workspace, windowState, onProblem } = context;
  const { session } = workspace;
  const ask = (direction: SortDirection) =>
    windowState.change({ page: direction === 'ascending' ? 'expandAscending' : 'expandDescending' });
  const filter = () => session.sheet(workspace.view.sheet).filter;
  const onFilter = (carryOut: (sheet: string, filter: SheetFilter) => Promise<void>): CommandAction => ({
    run: async () => {
      const one = filter();
      if (one) await carryOut(workspace.view.sheet, one);
    },
    unavailable: () => (isFiltering(filter()) ? null : 'No rows are filtered'),
  });
  const lines = new ChosenLines(context);
  const detail = (shown: boolean): CommandAction => {
    const group = () => {
      const { sheet, row, column } = workspace.view.selection;
      const { rowGroups, columnGroups, isSummaryFirst } = session.sheet(sheet);
      const ofRows = groupAt(rowGroups, row, shown, isSummaryFirst.rows);
      if (ofRows) return detailCommand(sheet, 'rows', ofRows, shown);
      const ofColumns = groupAt(columnGroups, column, shown, isSummaryFirst.columns);
      return ofColumns && detailCommand(sheet, 'columns', ofColumns, shown);
    };
    return {
      run: async () => {
        const command = group();
        if (command) await sendCommand(context, command);
      },
      unavailable: () => (group() ? null : `There is no detail to ${shown ? 'show' : 'hide'} here`),
    };
  };
  const summary = (axis: Axis): CommandAction => {
    const isFirst = () => session.sheet(workspace.view.sheet).isSummaryFirst[axis];
    return {
      run: () => sendCommand(context, summaryCommand(workspace.view.sheet, axis, !isFirst())),
      chosen: () => !isFirst(),
    };
  };
  return {
    'data.sortAscending': { run: () => sortByActiveColumn(context, 'ascending', ask) },
    'data.sortDescending': { run: () => sortByActiveColumn(context, 'descending', ask) },
    'data.sort': {
      run: async () => {
        const { editing, view } = workspace;
        if (!(await editing.commit())) return;
        await session.settled();
        const area = areaToSort(view.selection, session);
        if (area.ok) windowState.change({ page: 'sort' });
        else onProblem(area.problem);
      },
    },
    'data.filter': {
      run: () => toggleFilter(context),
      chosen: () => filter() !== undefined,
    },
    'data.clearFilter': onFilter((sheet, one) => clearFilter(context, sheet, one)),
    'data.reapplyFilter': onFilter((sheet, one) => reapplyFilter(context, sheet, one)),
    'data.validation': { run: () => windowState.change({ page: 'validation' }) },
    'data.circleInvalid': {
      run: () => session.setMarksLimits(!session.marksLimits),
      chosen: () => session.marksLimits,
    },
    'data.group': eitherLines(context, lines, 'groupLines', (axis) => lines.group(axis)),
    'data.ungroup': eitherLines(context, lines, 'ungroupLines', (axis) => lines.ungroup(axis)),
    'data.groupRows': { run: () => lines.group('rows'), unavailable: () => lines.unavailable('rows') },
    'data.ungroupRows': {
      run: () => lines.ungroup('rows'),
      unavailable: () => lines.unavailable('rows'),
    },
    'data.groupColumns': {
      run: () => lines.group('columns'),
      unavailable: () => lines.unavailable('columns'),
    },
    'data.ungroupColumns': {
      run: () => lines.ungroup('columns'),
      unavailable: () => lines.unavailable('columns'),
    },
    'data.summaryBelow': summary('rows'),
    'data.summaryRight': summary('columns'),
    'data.hideDetail': detail(false),
    'data.showDetail': detail(true),
  };
}
