import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { appCommands } from '../../shared/app-commands.ts';
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
  const titles = [...new Set(appCommands.map(({ menu }) => menu))];
  const menus = titles.map((title): MenuItemConstructorOptions => {
    const items = appCommands
      .filter(({ menu }) => menu === title)
      .flatMap((command) => commandItems(command, choose, onMac));
    const extra = onMac && title === 'Edit' ? clipboardItems : [];
    return {
      label: title,
      submenu: [...items, ...extra],
      ...(onMac && title === 'Help' ? { role: 'help' as const } : {}),
    };
  });
  return onMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

/** On macOS the clipboard works in text fields only through menu items of these roles. */
const clipboardItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

function commandItems(
  command: AppCommand & { readonly id: AppCommandId },
  choose: (id: AppCommandId) => void,
  onMac: boolean,
): MenuItemConstructorOptions[] {
  const accelerator = command.shortcut === undefined ? null : acceleratorFor(command.shortcut, onMac);
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.label,
    click: () => choose(command.id),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  };
  return command.startsGroup ? [{ type: 'separator' }, item] : [item];
}

function acceleratorFor(shortcut: string, onMac: boolean): string | null {
  if (onMac && !shortcut.startsWith('Mod+')) return null;
  return shortcut.replace(/^Mod\+/u, 'CommandOrControl+');
}
