import type { AppCommandId } from '../../shared/app-commands.ts';
import type { Settings } from '../../shared/host.ts';

/** What menus, buttons and keys can set off. */
export interface AppActions {
  readonly run: (id: AppCommandId) => void;
  readonly settings: Settings;
}
