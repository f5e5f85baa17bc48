/*
 * Stands for native menus: items that can be found and chosen, and the list of accelerators that
 * the system would listen to.
 *
 * It cannot: show a menu, or press an accelerator. Keys reach the page only, as they do in
 * Electron first.
 */
import { runtime } from '../runtime.mjs';

export class MenuItem {
  #onClick;

  constructor(options) {
    const { click, submenu, ...rest } = options;
    Object.assign(this, { type: submenu ? 'submenu' : 'normal', enabled: true, visible: true, ...rest });
    if (submenu) this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.#onClick = click;
  }

  click() {
    this.#onClick?.(this, [...runtime.windows.values()][0] ?? null, {});
  }
}

export class Menu {
  static #application = null;
  items = [];

  static buildFromTemplate(template) {
    const menu = new Menu();
    menu.items = template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item)));
    return menu;
  }
  static setApplicationMenu(menu) {
    Menu.#application = menu;
  }
  static getApplicationMenu() {
    return Menu.#application;
  }

  append(item) {
    this.items.push(item);
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  /** Not Electron's: the accelerators the system would listen to on Windows and Linux. */
  standinAccelerators() {
    return this.items.flatMap((item) => [
      ...(item.accelerator && item.registerAccelerator !== false ? [item.accelerator] : []),
      ...(item.submenu?.standinAccelerators() ?? []),
    ]);
  }
}
