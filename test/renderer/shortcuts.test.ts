import { expect, test } from 'vitest';
import { appCommands, contextGroups, menuGroups, menuTitles } from '../../shared/app-commands.ts';
import { commandOfKey, keysOf, shortcutWords } from '../../renderer/shell/shortcuts.ts';
import { press } from './key-press.ts';

const commandOf = (key: string, modifiers: Parameters<typeof press>[1] = {}, code = '') =>
  commandOfKey({ ...press(key, modifiers), code }, false)?.id;

test('a key with exactly its modifiers gives the command', () => {
  expect(commandOf('s', { ctrlKey: true })).toBe('file.save');
  expect(commandOf('S', { ctrlKey: true, shiftKey: true })).toBe('file.saveAs');
  expect(commandOf('s', { ctrlKey: true, altKey: true })).toBeUndefined();
  expect(commandOf('s')).toBeUndefined();
  expect(commandOf('F5')).toBe('edit.goTo');
  expect(commandOf('F5', { ctrlKey: true })).toBe('present.start');
});

test('Excel’s other keys give the same command', () => {
  expect(commandOf('F12')).toBe('file.saveAs');
  expect(commandOf('Z', { ctrlKey: true, shiftKey: true })).toBe('edit.redo');
  expect(commandOf('q', { altKey: true })).toBe('view.palette');
});

test('keys that are named in words are those that a browser tells', () => {
  expect(commandOf(' ', { shiftKey: true })).toBe('edit.chooseRows');
  expect(commandOf(' ', { ctrlKey: true })).toBe('edit.chooseColumns');
});

test('what the browser carries out itself is left to it', () => {
  expect(commandOf('c', { ctrlKey: true })).toBeUndefined();
  expect(commandOf('v', { ctrlKey: true })).toBeUndefined();
});

test('where Shift gives another sign with a digit, the digit counts; a sign that is a shortcut itself comes first', () => {
  const withShift = (key: string, code: string) => commandOf(key, { ctrlKey: true, shiftKey: true }, code);
  // A German, a French and an English keyboard.
  expect(withShift('§', 'Digit3')).toBe('format.date');
  expect(withShift('1', 'Digit1')).toBe('format.number');
  expect(withShift('£', 'Digit3')).toBe('format.date');
  expect(withShift('"', 'Digit2')).toBe('insert.valueAbove');
});

test('on macOS the Command key takes the place of Ctrl', () => {
  expect(commandOfKey(press('s', { metaKey: true }), true)?.id).toBe('file.save');
  expect(commandOfKey(press('s', { ctrlKey: true }), true)).toBeUndefined();
});

test('no two commands share a key', () => {
  const keys = appCommands.flatMap((command) => keysOf(command));
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([]);
});

test('every command stands in one menu, and in the groups of that menu in context menus', () => {
  const inMenus = menuTitles.flatMap((menu) => menuGroups(menu).flat());
  expect(inMenus.map(({ id }) => id).toSorted()).toEqual(appCommands.map(({ id }) => id).toSorted());
  const [clipboard] = contextGroups('cells');
  expect(clipboard?.slice(0, 3).map(({ id }) => id)).toEqual(['edit.cut', 'edit.copy', 'edit.paste']);
});

test('in context menus what deletes stands beside what inserts, and no command is lost', () => {
  for (const place of ['cells', 'rows', 'columns', 'tab'] as const) {
    const shown = contextGroups(place).flat();
    const listed = appCommands.filter(({ contexts }) => contexts?.includes(place));
    expect(shown.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  }
  const besideInsert = contextGroups('cells').find((group) => group.some(({ id }) => id === 'insert.lines'));
  expect(besideInsert?.map(({ label }) => label)).toEqual(['Insert…', 'Insert copied cells…', 'Delete…']);
});

test('menus show the keys of the system', () => {
  expect(shortcutWords('Mod+Shift+S', false)).toBe('Ctrl Shift S');
  expect(shortcutWords('Mod+PageDown', true)).toBe('⌘ Page Down');
  expect(shortcutWords('Mod+Shift+Plus', false)).toBe('Ctrl Shift +');
  expect(shortcutWords('Alt+ArrowDown', false)).toBe('Alt Down');
  expect(
    appCommands.filter((one) => keysOf(one).some((key) => /Arrow|Page[DU]/.test(shortcutWords(key)))),
  ).toEqual([]);
});
