import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { menuGroups, menuLetters, menuTitles } from '../../shared/app-commands.ts';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('access keys, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, content, chosen, status, undoLabel, tab } = opened;
  let page: Page;

  const menu = (name: string) => page.getByRole('menu', { name, exact: true });
  const anyMenu = () => page.getByRole('menu').count();
  const toast = () => page.locator('.toast-place').innerText();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  /** The texts of the parts of an element that are underlined now. */
  const underlined = (place: string) =>
    page
      .locator(`${place} .access-letter`)
      .evaluateAll((letters) =>
        letters
          .filter((letter) => getComputedStyle(letter).textDecorationLine === 'underline')
          .map((letter) => letter.textContent?.toUpperCase()),
      );

  beforeEach(async () => {
    ({ page } = opened);
    await goTo('A1');
  });

  test('Alt and a letter open each menu, in which every command shows the letter that it answers to', async () => {
    expect(await underlined('.menu-bar')).toEqual([]);
    await page.keyboard.down('Alt');
    await expect.poll(() => underlined('.menu-bar'), patience).toEqual([...menuLetters.values()]);
    for (const title of menuTitles) {
      // In an open menu the letter would be for its own commands.
      await press('Escape', `Alt+${menuLetters.get(title)?.toLowerCase()}`);
      await menu(title).waitFor();
      const letters = menuGroups(title).flatMap((group) => group.map(({ access }) => access));
      // The menu before leaves in its own time.
      await expect.poll(() => underlined('.menu-popover'), patience).toEqual(letters);
    }
    await page.keyboard.up('Alt');
    await press('Escape');
    await expect.poll(anyMenu, patience).toBe(0);
    await expect.poll(() => underlined('.menu-bar'), patience).toEqual([]);
    await type('7');
    await press('Control+Enter');
    await expect.poll(content, patience).toBe('7');

    await page.locator('.menu-popover').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Data', exact: true }).click();
    await menu('Data').waitFor();
    expect(await underlined('.menu-popover')).toEqual([]);
  });

  test('the letters run the commands, on whatever is open; one that cannot be used says why', async () => {
    await press('Alt+o', 'w');
    await expect.poll(undoLabel, patience).toMatch(/^Undo: Wrap text/);
    await press('Alt+d', 'v');
    await page.getByRole('dialog', { name: 'Data validation' }).waitFor();
    await press('Alt+f');
    expect(await anyMenu()).toBe(0);
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await press('Alt+v', '5');
    await expect.poll(status, patience).toMatch(/\b50 %/);
    await press('Alt+v', '1');
    await expect.poll(status, patience).toMatch(/\b100 %/);
    await press('Alt+i', 'w');
    await tab('Sheet1').waitFor();
    await press('Alt+s', 'e');
    await tab('Sheet1').waitFor({ state: 'detached' });
    await press('Alt+h', 'k');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect.poll(() => keys.innerText(), patience).toContain('Alt D, V');
    await press('Escape');
    await keys.waitFor({ state: 'detached' });

    await goTo('A1');
    await press('Alt+v', 'r');
    await expect.poll(toast, patience).toContain('Nothing lies above or left');
    expect(await menu('View').isVisible()).toBe(true);
    await press('ArrowRight');
    await menu('Present').waitFor();
    // Nothing in this menu has the letter: it leads to the command that begins with it.
    await press('Alt+i', 'a');
    await expect.poll(focused, patience).toMatch(/^AutoSum/);
    await press('Escape', 'ArrowDown');
    await expect.poll(chosen, patience).toBe('A2');
  });

  test('Alt by itself leads to the menus and back', async () => {
    await press('Alt');
    await expect.poll(focused, patience).toBe('File');
    expect(await underlined('.menu-bar')).toEqual([...menuLetters.values()]);
    await press('v');
    await menu('View').waitFor();
    await press('Alt');
    await expect.poll(anyMenu, patience).toBe(0);
    await press('Alt', 'Alt', 'ArrowDown');
    await expect.poll(chosen, patience).toBe('A2');
  });

  test('an entry takes AltGr and Alt as before, and is taken before a menu opens', async () => {
    const editor = () => page.getByRole('textbox', { name: 'Formula bar' }).inputValue();
    await type('a');
    // AltGr is Ctrl and Alt on Windows, a key of its own elsewhere.
    await page.keyboard.down('Control');
    await press('Alt+e');
    await page.keyboard.up('Control');
    await press('AltGraph');
    await page.keyboard.insertText('€');
    await press('Alt');
    await type('b');
    await press('Alt+Enter');
    await type('c');
    await expect.poll(editor, patience).toBe('a€b\nc');
    expect(await anyMenu()).toBe(0);
    await press('Alt+o', 'b');
    await expect.poll(undoLabel, patience).toMatch(/^Undo: Bold/);
    await expect.poll(content, patience).toBe('a€b\nc');

    await goTo('B1');
    await type('=1+');
    await press('Alt+o');
    await page.getByRole('alertdialog').or(page.getByRole('alert')).first().waitFor();
    expect(await anyMenu()).toBe(0);
  });
});
