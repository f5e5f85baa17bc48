import { expect, test } from 'vitest';
import { appCommands, contextGroups, menuLetters, menuTitles } from '../../shared/app-commands.ts';
import {
  accessLetter,
  commandOfLetter,
  lettersOfContext,
  lettersOfMenu,
  menuOfLetter,
  placeOfLetter,
  shownKeysOf,
} from '../../renderer/shell/access-keys.ts';
import { commandOfKey, shortcutWords } from '../../renderer/shell/shortcuts.ts';
import { press } from './key-press.ts';

const contextPlaces = ['cells', 'rows', 'columns', 'tab'] as const;
const byId = (id: string) => appCommands.filter((command) => command.id === id);

test('each menu has a letter of its title, and no shortcut is Alt with it', () => {
  expect(new Set(menuLetters.values()).size).toBe(menuTitles.length);
  for (const [title, letter] of menuLetters) {
    expect(title.toUpperCase()).toContain(letter);
    expect(menuOfLetter(letter)).toBe(title);
    expect(commandOfKey(press(letter, { altKey: true }), false)).toBeUndefined();
  }
});

test.each(menuTitles)('each command of %s has a letter that no other of the menu has', (menu) => {
  const commands = appCommands.filter((command) => command.menu === menu);
  const letters = commands.map(({ access }) => access);
  expect(letters).toEqual([...new Set(letters)]);
  expect(letters.filter((letter) => !/^[A-Z0-9]$/.test(letter))).toEqual([]);
  for (const command of commands) expect(commandOfLetter(lettersOfMenu(menu), command.access)).toBe(command);
});

test.each(menuTitles)('the letters of %s stand in the labels where one is free there', (menu) => {
  const commands = appCommands.filter((command) => command.menu === menu);
  const taken = new Set(commands.map(({ access }) => access));
  const lettersOf = (words: string) => words.toUpperCase().match(/[A-Z]/g) ?? [];
  for (const { label, also = '', access } of commands) {
    if (label.toUpperCase().includes(access)) continue;
    expect(lettersOf(label).filter((letter) => !taken.has(letter))).toEqual([]);
    if (/[0-9]/.test(access)) expect(lettersOf(also).filter((letter) => !taken.has(letter))).toEqual([]);
    else expect(also.toUpperCase()).toContain(access);
  }
});

test('where the sequences of Excel 2003 have one step in a menu, they are the same', () => {
  expect(byId('edit.pasteSpecial').flatMap((one) => `${menuLetters.get(one.menu)}${one.access}`)).toEqual([
    'ES',
  ]);
  expect(commandOfLetter(lettersOfMenu('Format'), 'E')?.id).toBe('format.cells');
  expect(commandOfLetter(lettersOfMenu('Format'), 'D')?.id).toBe('format.conditional');
  expect(commandOfLetter(lettersOfMenu('Insert'), 'R')?.id).toBe('insert.rowsAbove');
  expect(commandOfLetter(lettersOfMenu('Insert'), 'C')?.id).toBe('insert.columnsLeft');
  expect(commandOfLetter(lettersOfMenu('Insert'), 'W')?.id).toBe('insert.sheet');
  expect(commandOfLetter(lettersOfMenu('Data'), 'S')?.id).toBe('data.sort');
});

test.each(contextPlaces)(
  'each command of the context menu of %s has one letter, and each letter one command',
  (place) => {
    const letters = lettersOfContext(place);
    expect([...letters.keys()]).toEqual(contextGroups(place).flat());
    expect(new Set(letters.values()).size).toBe(letters.size);
    for (const [command, letter] of letters) {
      expect(letter).toMatch(/^[A-Z0-9]$/);
      expect(commandOfLetter(letters, letter)).toBe(command);
    }
  },
);

test.each(contextPlaces)(
  'in the context menu of %s a command has the letter of its menu or a free one of its label',
  (place) => {
    const letters = lettersOfContext(place);
    const given = new Set(letters.values());
    const taken = new Set<string>();
    const odd = [...letters].filter(([{ access, label }, letter]) => {
      const own: string[] = label.toUpperCase().match(/[A-Z0-9]/g) ?? [];
      const isKept = own.includes(access) && !taken.has(access);
      if (isKept) taken.add(access);
      return isKept ? letter !== access : !own.includes(letter) && own.some((one) => !given.has(one));
    });
    expect(odd).toEqual([]);
  },
);

test('letters count with Alt and without, but not where a key writes a sign or does something else', () => {
  expect(accessLetter(press('d', { altKey: true }), false)).toBe('D');
  expect(accessLetter(press('D'), false)).toBe('D');
  expect(accessLetter(press('5'), false)).toBe('5');
  expect(accessLetter(press('d', { altKey: true, ctrlKey: true }), false)).toBeNull();
  expect(accessLetter(press('d', { ctrlKey: true }), false)).toBeNull();
  expect(accessLetter(press('D', { altKey: true, shiftKey: true }), false)).toBeNull();
  expect(accessLetter({ ...press('e', { altKey: true }), getModifierState: () => true }, false)).toBeNull();
  expect(accessLetter(press('ArrowDown', { altKey: true }), false)).toBeNull();
  expect(accessLetter(press('=', { altKey: true }), false)).toBeNull();
  expect(accessLetter(press('d', { altKey: true }), true)).toBeNull();
});

test('on a keyboard without Latin letters the place of the key counts, on others what it writes', () => {
  expect(accessLetter({ ...press('в', { altKey: true }), code: 'KeyD' }, false)).toBe('D');
  expect(accessLetter({ ...press('z', { altKey: true }), code: 'KeyY' }, false)).toBe('Z');
  expect(accessLetter({ ...press('ö', { altKey: true }), code: 'Semicolon' }, false)).toBeNull();
  expect(accessLetter({ ...press('ł', { altKey: true }), code: 'KeyL' }, false)).toBeNull();
});

test('a command without other keys is shown with those that lead to it, but on macOS', () => {
  const [validation] = byId('data.validation');
  const [save] = byId('file.save');
  if (!validation || !save) throw new Error('A command is missing.');
  expect(shownKeysOf(validation, false).map((keys) => shortcutWords(keys, false))).toEqual(['Alt D, V']);
  expect(shownKeysOf(validation, true)).toEqual([]);
  expect(shownKeysOf(save, false)[0]).toBe('Mod+S');
  expect(appCommands.filter((command) => shownKeysOf(command, false).length === 0)).toEqual([]);
});

test('a letter is underlined at the start of a word where it stands there', () => {
  expect(placeOfLetter('Format cells…', 'C')).toBe(7);
  expect(placeOfLetter('Clear contents', 'L')).toBe(1);
  expect(placeOfLetter('Zoom to 150 %', '0')).toBe(10);
  expect(placeOfLetter('Number', '1')).toBe(-1);
});
