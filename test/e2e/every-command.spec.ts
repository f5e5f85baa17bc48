import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appCommands, menuLetters } from '../../shared/app-commands.ts';
import { commandCases, sheetOfCases } from './command-cases.ts';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

const commands = appCommands.map(({ id, label, shortcut, aliases = [], menu, access }) => ({
  id,
  label,
  shortcuts: shortcut === undefined ? [...aliases] : [shortcut, ...aliases],
  letters: `Alt+${menuLetters.get(menu)}, ${access}`.toLowerCase().replace('alt', 'Alt'),
}));

/** Keys as they are pressed here, one after the other. */
function pressed(keys: string): readonly string[] {
  return keys.split(', ').map((one) => one.replace('Mod', 'Control').replace(/Plus$/, '+'));
}

describe.each(entries)('the keys of every command, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true }, 'once');
  const { press, type, goTo, addSheet, content, undoLabel, status } = opened;
  /** The last step of making the sheet of the cases. */
  let base: string | null = null;

  async function makeSheet(): Promise<string | null> {
    await addSheet();
    for (const row of sheetOfCases) {
      for (const text of row) {
        await type(text);
        await press('Tab');
      }
      await press('Enter');
    }
    await goTo('Sheet1!B3');
    await expect.poll(content, patience).toBe('=A3*10');
    await expect.poll(status, patience).toMatch(/^Ready/);
    return undoLabel();
  }

  /** Closes what is open and takes back what was changed. */
  async function reset(): Promise<void> {
    for (let open = 0; open < 3; open++) await press('Escape');
    for (let label = await undoLabel(); label !== base; label = await undoLabel()) {
      await press('Control+z');
      await expect.poll(undoLabel, patience).not.toBe(label);
    }
  }

  beforeEach(async () => {
    base ??= await makeSheet();
  });
  afterEach(reset);

  test('every command has a case', () => {
    const cases = commandCases(opened);
    expect(commands.filter(({ id }) => !cases[id]).map(({ id }) => id)).toEqual([]);
  });

  for (const { id, label, shortcuts, letters } of commands)
    // The access keys of the window are the same on both.
    test.each(entry === 'desktop' ? [...shortcuts, letters] : shortcuts)(`${label}: %s`, async (shortcut) => {
      const found = commandCases(opened)[id];
      expect(found, 'The command has no case').toBeDefined();
      if (!found) return;
      const { at = 'A2', before, sees, after } = found;
      await goTo(`Sheet1!${at}`);
      await before?.();
      await press(...pressed(shortcut));
      await sees();
      await after?.();
    });
});
