import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { menuGroups, menuTitles } from '../../shared/app-commands.ts';
import type { AppCommand, AppCommandId } from '../../shared/app-commands.ts';

/*
 * Every shortcut must do its work once. The window draws the menus and listens to the keys on
 * every system; the native menu is made from the same list and comes second:
 *
 * - Windows and Linux: the menu is set, since Electron would otherwise set its own, with reload
 *   and developer tools on keys. It is not visible and registers no keys.
 * - macOS: the menu bar is the system's and its keys cannot be left unregistered. A key goes to
 *   the window first and reaches the menu only when the window did not take it
 *   (`preventDefault`), so it is still handled once. A key without Command, such as Delete, is
 *   only the window's: the menu would take it away from text fields.
 */

/**
 * Sets the application menu.
 *
 * Takes what to do when a command is chosen.
 */
export function setApplicationMenu(choose: (id: AppCommandId) => void, platform = process.platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(choose, platform)));
}

/** The menu as data. Command items carry the command's id. */
export function menuTemplate(
  choose: (id: AppCommandId) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  const menus = menuTitles.map((title): MenuItemConstructorOptions => {
    const groups = menuGroups(title).map((commands) =>
      commands.map((command) => commandItem(command, choose, onMac)),
    );
    return {
      label: title,
      submenu: groups.flatMap((items, index) => (index === 0 ? items : [{ type: 'separator' }, ...items])),
      ...(onMac && title === 'Help' ? { role: 'help' as const } : {}),
    };
  });
  return onMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

/** On macOS the clipboard's keys work, in text fields as in the grid, only through items of these roles. */
const macRoles: Partial<Readonly<Record<AppCommandId, 'cut' | 'copy' | 'paste'>>> = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
};

function commandItem(
  { id, label, shortcut }: AppCommand,
  choose: (id: AppCommandId) => void,
  onMac: boolean,
): MenuItemConstructorOptions {
  const role = macRoles[id];
  if (onMac && role) return { id, label, role };
  const accelerator = shortcut === undefined ? null : acceleratorFor(shortcut, onMac);
  return {
    id,
    label,
    click: () => choose(id),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  };
}

function acceleratorFor(shortcut: string, onMac: boolean): string | null {
  if (onMac && !shortcut.startsWith('Mod+')) return null;
  // Electron calls the arrows by their direction alone.
  return shortcut.replace(/^Mod\+/u, 'CommandOrControl+').replace(/Arrow(?=\w+$)/u, '');
}
