import {
  contextGroups,
  menuGroups,
  menuLetters,
  menuTitles,
  type AppCommand,
  type MenuTitle,
} from '../../shared/app-commands.ts';
import type { ContextPlace } from '../../shared/app-commands/listed-command.ts';
import type { AppActions } from './app-actions.ts';
import { keysOf, onMac, type KeyPress } from './shortcuts.ts';

/** A key press as browsers tell it. */
interface AccessPress extends KeyPress {
  readonly getModifierState?: (key: 'AltGraph') => boolean;
}

/**
 * The letter or digit of a key press, in capitals, with or without Alt; null for other keys, and where
 * the key writes a sign, as with AltGr and on macOS. Where the keyboard writes no Latin letters, the place
 * of the key counts.
 */
export function accessLetter(press: AccessPress, mac = onMac): string | null {
  const { key, code = '', ctrlKey, metaKey, shiftKey } = press;
  if (mac || ctrlKey || metaKey || shiftKey || press.getModifierState?.('AltGraph')) return null;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  const [, letter = null] =
    /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key) ? (/^Key([A-Z])$/.exec(code) ?? []) : [];
  return letter;
}

/** The menu that a letter opens. */
export function menuOfLetter(letter: string): MenuTitle | undefined {
  return menuTitles.find((title) => menuLetters.get(title) === letter);
}

/** The letters of the commands of an open menu. */
export type AccessLetters = ReadonlyMap<AppCommand, string>;

/** The letters that run the commands of a menu of the menu bar. */
export function lettersOfMenu(menu: MenuTitle): AccessLetters {
  return new Map(menuGroups(menu).flatMap((group) => group.map((command) => [command, command.access])));
}

/**
 * The letters that run the commands of a context menu: those that they have in their own menus, where these stand in
 * the label and no earlier command has them already, or else a free one of the label.
 */
export function lettersOfContext(place: ContextPlace): AccessLetters {
  const commands = contextGroups(place).flat();
  const letters = new Map<string, AppCommand>();
  for (const command of commands) {
    const { access, label } = command;
    if (!letters.has(access) && label.toUpperCase().includes(access)) letters.set(access, command);
  }
  const own = new Set(letters.values());
  for (const command of commands) {
    if (own.has(command)) continue;
    const words = command.label.toUpperCase().split(/[^A-Z]+/);
    const ofLabel = [...words.map(([first = '']) => first), ...Array.from(words.join(''))];
    const wanted = [...ofLabel, command.access, ...anyLetter];
    const free = wanted.find((letter) => letter !== '' && !letters.has(letter));
    if (free !== undefined) letters.set(free, command);
  }
  const byCommand = new Map([...letters].map(([letter, command]) => [command, letter]));
  return new Map(commands.map((command) => [command, byCommand.get(command) ?? '']));
}

const anyLetter = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

/** The command that a letter runs in an open menu. */
export function commandOfLetter(letters: AccessLetters, letter: string): AppCommand | undefined {
  return [...letters].find(([, own]) => own === letter)?.[0];
}

/**
 * What a key press does as the access key of a command of an open menu: true where it is one, and the menu is to hear
 * nothing of it. A command that cannot be used now says why, with the menu still open.
 */
export function runByLetter(
  event: React.KeyboardEvent,
  letters: AccessLetters,
  actions: AppActions,
  close: () => void,
): boolean {
  const letter = accessLetter(event);
  const command =
    letter === null || event.nativeEvent.isComposing ? undefined : commandOfLetter(letters, letter);
  if (!command) return false;
  // The key that opened a menu may still be held.
  if (event.repeat) return true;
  if (actions.action(command.id).unavailable?.() ?? null) actions.run(command.id);
  else {
    close();
    actions.runFromMenu(command.id);
  }
  return true;
}

/**
 * The keys of a command that a person is shown, the first one first: its shortcuts or, where it has none,
 * those that lead to it through its menu, `Alt+D, V`. None of the latter on macOS.
 */
export function shownKeysOf(command: AppCommand, mac = onMac): readonly string[] {
  const keys = keysOf(command);
  if (keys.length > 0 || mac) return keys;
  return [`Alt+${menuLetters.get(command.menu)}, ${command.access}`];
}

/** Where a letter is underlined in words: best at the start of one; -1 where it does not stand in them. */
export function placeOfLetter(words: string, letter: string): number {
  const atStart = words.search(new RegExp(`(?<![\\p{L}\\d])${letter}`, 'iu'));
  return atStart < 0 ? words.search(new RegExp(letter, 'i')) : atStart;
}
