import type { AppCommandId } from '../../shared/app-commands.ts';
import type { Settings } from '../../shared/host.ts';
import type { CommandAction } from '../commands/command-action.ts';

/** What menus, buttons and keys can set off. */
export interface AppActions {
  /** Carries a command out, or says why it cannot be used now. */
  readonly run: (id: AppCommandId) => void;
  /** The same from a menu: once it is gone, with the keyboard given back to the sheet. */
  readonly runFromMenu: (id: AppCommandId) => void;
  /** Gives the keyboard to the sheet. */
  readonly focusSheet: () => void;
  readonly action: (id: AppCommandId) => CommandAction;
  readonly settings: Settings;
}

/** Makes the actions of an open document from what its commands do. */
export function appActions(
  commands: Readonly<Record<AppCommandId, CommandAction>>,
  settings: Settings,
  surroundings: {
    readonly focusSheet: () => void;
    readonly inNextFrame: (step: () => void) => void;
    readonly tell: (message: string) => void;
  },
): AppActions {
  const run = (id: AppCommandId) => {
    const { run: carryOut, unavailable } = commands[id];
    const reason = unavailable?.() ?? null;
    if (reason === null) void carryOut();
    else surroundings.tell(reason);
  };
  return {
    run,
    runFromMenu: (id) => {
      surroundings.inNextFrame(() => {
        surroundings.focusSheet();
        run(id);
      });
    },
    focusSheet: surroundings.focusSheet,
    action: (id) => commands[id],
    settings,
  };
}
