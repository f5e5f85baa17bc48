import type { CommandsOf } from '../../shared/app-commands.ts';
import type { Settings } from '../../shared/host.ts';
import { quoteSheet } from '../../shared/workbook/address.ts';
import { zoomStep } from '../session/zoom-steps.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { sendCommand } from './send-command.ts';

/** The menu View. */
export function viewCommands(context: CommandContext): Record<CommandsOf<'View'>, CommandAction> {
  const { workspace, settings, changeSettings, windowState } = context;
  const theme = (wanted: Settings['theme']): CommandAction => ({
    run: () => changeSettings({ theme: wanted }),
    chosen: () => settings.theme === wanted,
  });
  const density = (wanted: Settings['density']): CommandAction => ({
    run: () => changeSettings({ density: wanted }),
    chosen: () => settings.density === wanted,
  });
  const zoomNow = () => workspace.session.sheet(workspace.view.sheet).zoom;
  const zoomTo = (percent: number) => workspace.session.setZoom(workspace.view.sheet, percent);
  const zoom = (percent: number): CommandAction => ({
    run: () => zoomTo(percent),
    chosen: () => zoomNow() === percent,
  });
  const isFrozen = (): boolean => {
    const { frozenRows, frozenColumns } = workspace.session.sheet(workspace.view.sheet);
    return frozenRows + frozenColumns > 0;
  };
  return {
    'view.palette': { run: () => windowState.change({ page: 'palette' }) },
    'view.history': {
      run: () => windowState.change({ panel: windowState.shown.panel === 'history' ? null : 'history' }),
      chosen: () => windowState.shown.panel === 'history',
    },
    'view.activeCell': { run: () => workspace.grid?.reveal() },
    'view.inspector': {
      run: () => windowState.change({ panel: windowState.shown.panel === 'inspector' ? null : 'inspector' }),
      chosen: () => windowState.shown.panel === 'inspector',
    },
    'view.cellHistory': {
      run: () => {
        workspace.audit.show('history');
        windowState.change({ panel: 'inspector' });
      },
    },
    'view.watchCell': {
      run: () => {
        workspace.audit.watch(workspace.view.selection);
        workspace.audit.show('watch');
        windowState.change({ panel: 'inspector' });
      },
    },
    'view.audit': {
      run: () => {
        workspace.audit.show('findings');
        windowState.change({ panel: 'inspector' });
      },
    },
    'view.formulas': {
      run: () => workspace.view.toggleFormulas(),
      chosen: () => workspace.view.showsFormulas,
    },
    'view.freeze': {
      run: async () => {
        const { sheet, row, column } = workspace.view.selection;
        const isFree = !isFrozen();
        await sendCommand(context, {
          kind: 'setFrozenLines',
          label: isFree ? `Freeze panes of ${quoteSheet(sheet)}` : `Unfreeze panes of ${quoteSheet(sheet)}`,
          sheet,
          rows: isFree ? row : 0,
          columns: isFree ? column : 0,
        });
      },
      chosen: isFrozen,
      unavailable: () => {
        const { row, column } = workspace.view.selection;
        return isFrozen() || row > 0 || column > 0 ? null : 'Nothing lies above or left of the active cell';
      },
    },
    'view.zoomIn': { run: () => zoomTo(zoomStep(zoomNow(), 1)) },
    'view.zoomOut': { run: () => zoomTo(zoomStep(zoomNow(), -1)) },
    'view.zoomSelection': {
      run: () => {
        const { grid, view } = workspace;
        if (!grid) return;
        zoomTo(grid.fittingZoom(view.selection.range));
        grid.reveal();
      },
    },
    'view.zoom50': zoom(50),
    'view.zoom75': zoom(75),
    'view.zoom100': zoom(100),
    'view.zoom125': zoom(125),
    'view.zoom150': zoom(150),
    'view.zoom200': zoom(200),
    'view.themeSystem': theme('system'),
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
    'view.densityCompact': density('compact'),
    'view.densityRegular': density('regular'),
    'view.densityRelaxed': density('relaxed'),
  };
}
