import { appCommands, type AppCommand } from '../../shared/app-commands.ts';

export const onMac = /Mac/.test(navigator.userAgent);

export interface KeyPress {
  readonly key: string;
  /** The place of the key on the keyboard, where it is known. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys that a shortcut writes otherwise than a key press does. */
const keyNames: Readonly<Record<string, string>> = { Plus: '+', Space: ' ' };

const keyWords: Readonly<Record<string, string>> = {
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Plus: '+',
};

/** A shortcut as menus show it: `Ctrl Shift S`. */
export function shortcutWords(shortcut: string, mac = onMac): string {
  const words = shortcut
    .split('+')
    .map((word) => (word === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (keyWords[word] ?? word)));
  return words.join(' ');
}

/** Keys as `aria-keyshortcuts` has them: `Control+Shift+S`, one after the other. */
export function ariaKeys(keys: readonly string[], mac = onMac): string | undefined {
  const words = keys.map((one) => one.replace('Mod', mac ? 'Meta' : 'Control'));
  return words.join(' ') || undefined;
}

/** True when the key press is the shortcut, with exactly its modifiers. */
export function isShortcut(press: KeyPress, shortcut: string, mac = onMac): boolean {
  const words = shortcut.split('+');
  const word = words.at(-1) ?? '';
  const key = keyNames[word] ?? word;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  return (
    mod === words.includes('Mod') &&
    !otherMod &&
    press.shiftKey === words.includes('Shift') &&
    press.altKey === words.includes('Alt') &&
    press.key.toLowerCase() === key.toLowerCase()
  );
}

/** Every key of a command, the one that menus show first. */
export function keysOf({ shortcut, aliases = [] }: AppCommand): readonly string[] {
  return shortcut === undefined ? aliases : [shortcut, ...aliases];
}

/**
 * The command of a key press; undefined also where the browser carries the key out. Which sign Shift
 * gives with a digit depends on the keyboard: where the sign is no shortcut, the digit counts.
 */
export function commandOfKey(press: KeyPress, mac = onMac): AppCommand | undefined {
  const [, digit] = /^Digit([0-9])$/.exec(press.code ?? '') ?? [];
  return (
    commandOf(press, mac) ?? (digit && press.shiftKey ? commandOf({ ...press, key: digit }, mac) : undefined)
  );
}

/** True for a key that the browser carries out, and tells the grid of. */
export function isSystemKey(press: KeyPress, mac = onMac): boolean {
  return appCommands.some((command) => command.heard === 'system' && isKeyOf(command, press, mac));
}

function commandOf(press: KeyPress, mac: boolean): AppCommand | undefined {
  return appCommands.find((command) => command.heard !== 'system' && isKeyOf(command, press, mac));
}

function isKeyOf(command: AppCommand, press: KeyPress, mac: boolean): boolean {
  return keysOf(command).some((keys) => isShortcut(press, keys, mac));
}
