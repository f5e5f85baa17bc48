import { dataMenu } from './app-commands/data-menu.ts';
import { editMenu } from './app-commands/edit-menu.ts';
import { fileMenu } from './app-commands/file-menu.ts';
import { formatMenu } from './app-commands/format-menu.ts';
import { helpMenu } from './app-commands/help-menu.ts';
import { insertMenu } from './app-commands/insert-menu.ts';
import type { ContextPlace, ListedCommand } from './app-commands/listed-command.ts';
import { presentMenu } from './app-commands/present-menu.ts';
import { sheetMenu } from './app-commands/sheet-menu.ts';
import { viewMenu } from './app-commands/view-menu.ts';

/** The menus, in the order of the menu bar; Alt with `access`, a letter of the title, opens one. */
const menus = [
  { title: 'File', access: 'F', commands: fileMenu },
  { title: 'Edit', access: 'E', commands: editMenu },
  { title: 'Insert', access: 'I', commands: insertMenu },
  { title: 'Format', access: 'O', commands: formatMenu },
  { title: 'Data', access: 'D', commands: dataMenu },
  { title: 'Sheet', access: 'S', commands: sheetMenu },
  { title: 'View', access: 'V', commands: viewMenu },
  { title: 'Present', access: 'P', commands: presentMenu },
  { title: 'Help', access: 'H', commands: helpMenu },
] as const;

type Menu = (typeof menus)[number];

export type MenuTitle = Menu['title'];

/** The commands of one menu. */
export type CommandsOf<Title extends MenuTitle> = Extract<
  Menu,
  { readonly title: Title }
>['commands'][number]['id'];

export type AppCommandId = CommandsOf<MenuTitle>;

export interface AppCommand extends ListedCommand {
  readonly id: AppCommandId;
  readonly menu: MenuTitle;
}

/**
 * One list of what the program can do: the drawn menus, the native menu, the context menus, the
 * palette, the shortcuts and the help page are made from it.
 */
export const appCommands: readonly AppCommand[] = menus.flatMap(({ title, commands }) =>
  commands.map((command) => ({ ...command, menu: title })),
);

/** The menus in the order of the menu bar. */
export const menuTitles: readonly MenuTitle[] = menus.map(({ title }) => title);

/** The access letter of each menu, which stands in its title. */
export const menuLetters: ReadonlyMap<MenuTitle, string> = new Map(
  menus.map(({ title, access }) => [title, access]),
);

/** The commands of a menu, in groups with a line between them. */
export function menuGroups(menu: MenuTitle): AppCommand[][] {
  return grouped((command) => command.menu === menu);
}

/** The commands of a context menu, in the groups that they have in the menus, or where they say. */
export function contextGroups(place: ContextPlace): AppCommand[][] {
  const isHere = ({ contexts }: AppCommand) => contexts?.includes(place) ?? false;
  const moved = appCommands.filter((command) => isHere(command) && command.contextAfter !== undefined);
  return grouped((command) => isHere(command) && !moved.includes(command)).map((group) =>
    group.flatMap((command) => [command, ...moved.filter(({ contextAfter }) => contextAfter === command.id)]),
  );
}

function grouped(wanted: (command: AppCommand) => boolean): AppCommand[][] {
  const groups: AppCommand[][] = [];
  let menu: MenuTitle | null = null;
  for (const command of appCommands) {
    if (command.menu !== menu || command.startsGroup) groups.push([]);
    ({ menu } = command);
    if (wanted(command)) groups.at(-1)?.push(command);
  }
  return groups.filter((group) => group.length > 0);
}
