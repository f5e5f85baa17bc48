import { expect, test } from 'vitest';
import { appCommands } from '../../shared/app-commands.ts';
import { commandOfKey, shortcutWords } from '../../renderer/shell/shortcuts.ts';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...modifiers,
});

test('a key with exactly its modifiers gives the command', () => {
  expect(commandOfKey(press('s', { ctrlKey: true }), false)).toBe('file.save');
  expect(commandOfKey(press('S', { ctrlKey: true, shiftKey: true }), false)).toBe('file.saveAs');
  expect(commandOfKey(press('s', { ctrlKey: true, altKey: true }), false)).toBeUndefined();
  expect(commandOfKey(press('s'), false)).toBeUndefined();
  expect(commandOfKey(press('F5'), false)).toBe('present.start');
});

test('on macOS the Command key takes the place of Ctrl', () => {
  expect(commandOfKey(press('s', { metaKey: true }), true)).toBe('file.save');
  expect(commandOfKey(press('s', { ctrlKey: true }), true)).toBeUndefined();
});

test('no two commands share a shortcut', () => {
  const shortcuts = appCommands.flatMap((command) => ('shortcut' in command ? [command.shortcut] : []));
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('menus show the keys of the system', () => {
  expect(shortcutWords('Mod+Shift+S', false)).toBe('Ctrl Shift S');
  expect(shortcutWords('Mod+PageDown', true)).toBe('⌘ Page Down');
});
