import { appCommands } from '../../shared/app-commands.ts';
import type { Workspace } from '../workspace.ts';
import type { AppActions } from './app-actions.ts';
import { rangeText } from '../range-text.ts';
import type { Findable } from './palette-search.ts';
import { shownKeysOf } from './access-keys.ts';
import { shortcutWords } from './shortcuts.ts';

/** Something that can be chosen in the palette. */
export interface PaletteEntry extends Findable {
  readonly kind: 'command' | 'sheet' | 'name';
  /** Its shortcut as menus show it, or the keys that lead to it through its menu. */
  readonly keys: string | null;
  /** Why it cannot be chosen now. */
  readonly unavailable: string | null;
  /** Called when the palette is gone. */
  readonly choose: () => void;
}

/** All commands, then the sheets, then the defined names. */
export function paletteEntries(workspace: Workspace, actions: AppActions): PaletteEntry[] {
  const { session } = workspace;
  const available = { keys: null, unavailable: null };
  return [
    ...appCommands
      .filter(({ id }) => id !== 'view.palette')
      .map((command): PaletteEntry => {
        const { id, label, menu, also } = command;
        const [keys] = shownKeysOf(command);
        const { unavailable, label: words } = actions.action(id);
        return {
          kind: 'command',
          key: id,
          label: (words?.() ?? label).replace(/…$/, ''),
          detail: menu,
          ...(also !== undefined && { also }),
          keys: keys === undefined ? null : shortcutWords(keys),
          unavailable: unavailable?.() ?? null,
          choose: () => actions.runFromMenu(id),
        };
      }),
    ...session.shownSheetNames.map((name): PaletteEntry => ({
      ...available,
      kind: 'sheet',
      key: `sheet ${name}`,
      label: name,
      detail: 'Sheet',
      choose: () => void workspace.showSheet(name),
    })),
    ...session.names.map(({ name, label, sheet, range }): PaletteEntry => ({
      ...available,
      kind: 'name',
      key: `name ${name}`,
      label: name,
      detail: [label, rangeText(sheet, range)].filter(Boolean).join(' · '),
      choose: () => void workspace.goTo({ sheet, range }),
    })),
  ];
}
