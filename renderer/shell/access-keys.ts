import {
  appCommands,
  menuLetters,
  menuTitles,
  type AppCommand,
  type MenuTitle,
} from '../../shared/app-commands.ts';
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

/** The command that a letter runs in an open menu. */
export function commandOfLetter(menu: MenuTitle, letter: string): AppCommand | undefined {
  return appCommands.find((command) => command.menu === menu && command.access === letter);
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
