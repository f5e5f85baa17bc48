import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('looks, notes, names and frozen lines, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, goTo } = opened;
  let page: Page;

  const chosen = () => page.locator('.sheet-grid .ht_master td.current');
  const shown = () => chosen().first().innerText();

  beforeEach(() => {
    ({ page } = opened);
  });

  test('keys and the dialog give cells their looks, and undo takes them back', async () => {
    await goTo('Cover!J60');
    await page.keyboard.type('0.256');
    await press('Control+Enter');
    await expect.poll(shown, patience).toBe('0.256');
    await press('Control+Shift+%');
    await expect.poll(shown, patience).toBe('26%');
    await press('Control+b');
    await expect.poll(() => chosen().first().getAttribute('data-look'), patience).toContain('strong');
    await press('Control+1');
    const dialog = page.getByRole('dialog', { name: 'Format cells' });
    const code = dialog.getByRole('textbox', { name: /^Format code/ });
    expect(await code.inputValue()).toBe('0%');
    await code.fill('0.0"x');
    await dialog.getByText('This is no number format code').waitFor();
    expect(await dialog.getByRole('button', { name: 'OK' }).isDisabled()).toBe(true);
    await code.fill('0.00"x"');
    await dialog.getByText('0.26x').waitFor();
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(shown, patience).toBe('0.26x');
    await press('Control+z');
    await expect.poll(shown, patience).toBe('26%');
    await press('Control+z');
    await press('Control+z');
    await expect.poll(shown, patience).toBe('0.256');
  });

  test('a name is defined for the chosen cells, used, renamed where it is used, and taken away', async () => {
    await goTo('Cover!J60');
    await page.keyboard.type('7');
    await press('Control+Enter');
    await press('Control+F3');
    const dialog = page.getByRole('dialog', { name: 'Names' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await name.fill('A1');
    await dialog.getByText('reads as the address of a cell').waitFor();
    await name.fill('trial_rate');
    await press('Enter');
    await dialog.getByRole('option', { name: /^trial_rate =Cover!\$J\$60/ }).waitFor(patience);
    await name.fill('trial_growth');
    await press('Enter');
    await dialog.getByRole('option', { name: /^trial_growth/ }).waitFor(patience);
    await dialog.getByRole('button', { name: 'New' }).click();
    await name.fill('Trial_GROWTH');
    await dialog.getByText('is there already').waitFor();
    expect(await dialog.getByRole('button', { name: 'Add' }).isDisabled()).toBe(true);
    await press('Escape');
    await goTo('Cover!J61');
    await page.keyboard.type('=trial_growth*2');
    await press('Control+Enter');
    await expect.poll(shown, patience).toBe('14');
    await press('Control+F3');
    await dialog.getByRole('option', { name: /^trial_growth/ }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('option', { name: /^trial_growth/ }).waitFor({ state: 'detached', ...patience });
    await press('Escape');
    await expect.poll(shown, patience).toBe('#NAME?');
    await press('Control+z');
    await expect.poll(shown, patience).toBe('14');
  });

  test('a note is written, kept with its cell when a row is inserted above, and panes are frozen', async () => {
    await goTo('Cover!J60');
    await press('Shift+F2');
    await page.getByRole('textbox', { name: 'Note' }).fill('from the trial');
    await press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Control+Shift++');
    await press('r', 'Enter');
    await expect
      .poll(() => page.getByRole('button', { name: /^Undo/ }).first().getAttribute('aria-label'), patience)
      .toMatch(/Insert row 60/);
    await goTo('Cover!J61');
    await press('Shift+F2');
    const note = page.getByRole('textbox', { name: 'Note' });
    await expect.poll(() => note.inputValue(), patience).toBe('from the trial');
    await press('Escape');
    await goTo('Cover!C4');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Freeze panes' }).click();
    await expect.poll(() => page.locator('.ht_clone_top tbody tr').count(), patience).toBe(3);
  });
});
