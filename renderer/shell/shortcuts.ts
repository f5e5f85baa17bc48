import { appCommands, type AppCommandId } from '../../shared/app-commands.ts';

const onMac = /Mac/.test(navigator.userAgent);

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A shortcut as menus show it: `Ctrl Shift S`. */
export function shortcutWords(shortcut: string, mac = onMac): string {
  const words = shortcut
    .split('+')
    .map((word) => (word === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (keyWords[word] ?? word)));
  return words.join(' ');
}

const keyWords: Readonly<Record<string, string>> = { PageDown: 'Page Down', PageUp: 'Page Up' };

/** True when the key press is the shortcut, with exactly its modifiers. */
export function isShortcut(press: KeyPress, shortcut: string, mac = onMac): boolean {
  const words = shortcut.split('+');
  const key = words.at(-1) ?? '';
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

/** Excel's other keys for the same commands. */
const alsoKnownAs: readonly (readonly [shortcut: string, id: AppCommandId])[] = [
  ['Mod+Shift+Z', 'edit.redo'],
];

/** The command of a key press, from the list that the menus are drawn from. */
export function commandOfKey(press: KeyPress, mac = onMac): AppCommandId | undefined {
  const listed = appCommands.find(
    (command) => 'shortcut' in command && isShortcut(press, command.shortcut, mac),
  );
  return listed?.id ?? alsoKnownAs.find(([shortcut]) => isShortcut(press, shortcut, mac))?.[1];
}
