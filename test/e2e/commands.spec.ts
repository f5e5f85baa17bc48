import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(entries)('commands and where they stand, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, mouse, content, chosen, tab, goTo, enter, addSheet, openModel } = opened;
  let page: Page;

  const sheets = () => page.getByRole('tab').allInnerTexts();
  /** An item by its label; its keys or the reason against it follow. */
  const item = (label: string) => page.getByRole('menuitem', { name: new RegExp(`^${label}(?! [a-z])`) });
  const toast = () => page.locator('.toast-place').innerText();

  beforeEach(() => {
    ({ page } = opened);
  });

  test('rows come, move and go by headings, menus and keys, and the history leads back to any step', async () => {
    await addSheet();
    for (const text of ['1', '2', '=A1+A2']) await enter(text);
    await mouse.click('2', { button: 'right' });
    await item('Insert rows above').click();
    await goTo('A4');
    await expect.poll(content, patience).toBe('=A1+A3');

    await goTo('A2');
    await press('Shift+Space');
    await press('Control+-');
    await goTo('A3');
    await expect.poll(content, patience).toBe('=A1+A2');

    await goTo('A1');
    await press('Control+Shift++');
    const question = page.getByRole('dialog', { name: 'Insert' });
    await question.waitFor();
    await press('c', 'Enter');
    await goTo('B3');
    await expect.poll(content, patience).toBe('=B1+B2');

    await goTo('B1');
    await page.getByRole('button', { name: 'Sheet', exact: true }).click();
    expect(await item('Move rows up').getAttribute('aria-disabled')).toBe('true');
    await item('Move rows down').click();
    await expect.poll(chosen, patience).toBe('B2');
    await goTo('B1');
    await expect.poll(content, patience).toBe('2');

    await press('Control+k');
    await page.keyboard.type('history');
    await press('Enter');
    const panel = page.getByRole('complementary', { name: 'History' });
    const steps = () => panel.locator('.history-label').allInnerTexts();
    await expect
      .poll(steps, patience)
      .toEqual([
        'As opened',
        'Insert sheet Sheet1',
        'Type 1 in Sheet1!A1',
        'Type 2 in Sheet1!A2',
        'Type =A1+A2 in Sheet1!A3',
        'Insert row 2 of Sheet1',
        'Delete row 2 of Sheet1',
        'Insert column A of Sheet1',
        'Move row 1 of Sheet1',
      ]);
    expect(await panel.locator('.history-stamp').first().innerText()).toMatch(/^Today, \d\d:\d\d/);
    const current = () => panel.locator('[aria-current="step"] .history-label').innerText();
    await panel.getByRole('button', { name: 'Insert row 2 of Sheet1' }).click();
    await expect.poll(current, patience).toBe('Insert row 2 of Sheet1');
    await goTo('A4');
    await expect.poll(content, patience).toBe('=A1+A3');
    await panel.getByRole('button', { name: 'Move row 1 of Sheet1, undone' }).click();
    await expect.poll(current, patience).toBe('Move row 1 of Sheet1');
    await goTo('B1');
    await expect.poll(content, patience).toBe('2');
  });

  test('sheets are added, renamed in place, dragged and deleted', async () => {
    await openModel();
    const before = await sheets();
    await page.getByRole('button', { name: 'New sheet' }).click();
    await expect.poll(sheets, patience).toEqual(['Cover', 'Sheet1', ...before.slice(1)]);

    await tab('Sheet1').dblclick();
    await page.keyboard.type('cover');
    await press('Enter');
    const refusal = page.getByRole('alert').filter({ hasText: 'There is a sheet "Cover" already.' });
    await refusal.waitFor();
    const field = page.getByRole('textbox', { name: 'Name of the sheet Sheet1' });
    expect(await field.inputValue()).toBe('cover');
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement), patience)
      .toBe(true);
    await page.keyboard.type('Notes');
    await press('Enter');
    await tab('Notes').waitFor();
    await enter('kept');

    await tab('Notes').hover();
    await page.mouse.down();
    const end = await tab('Deals').boundingBox();
    await page.mouse.move((end?.x ?? 0) + (end?.width ?? 0) - 4, end?.y ?? 0, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(sheets, patience)
      .toEqual(['Cover', 'Sources', 'Assumptions', 'Deals', 'Notes', ...before.slice(4)]);

    await tab('Notes').click({ button: 'right' });
    await item('Delete sheet').click();
    await expect.poll(sheets, patience).toEqual(before);
    expect(await toast()).toContain('Notes is deleted');
    await press('Control+z');
    await tab('Notes').click();
    await goTo('A1');
    await expect.poll(content, patience).toBe('kept');
  });

  test('the palette finds commands, sheets and names, and says why a command cannot be used', async () => {
    await openModel();
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    const first = () => palette.getByRole('option').first().innerText();
    await press('Control+k');
    await page.keyboard.type('undo');
    await expect.poll(first, patience).toMatch(/Undo\s+Nothing to undo\s+Ctrl Z/);
    await press('Enter');
    expect(await palette.isVisible()).toBe(true);
    await press('Escape');
    await palette.waitFor({ state: 'detached' });

    await press('Control+k');
    await page.keyboard.type('capac');
    await expect.poll(first, patience).toMatch(/^Capacity\s+Sheet/);
    await press('Enter');
    await expect.poll(() => tab('Capacity').getAttribute('aria-selected'), patience).toBe('true');

    await press('Control+k');
    await page.keyboard.type('p_announced');
    await press('Enter');
    await expect.poll(() => tab('Assumptions').getAttribute('aria-selected'), patience).toBe('true');

    await press('Control+k');
    await expect.poll(first, patience).toMatch(/^Capacity\s+Sheet/);
    await press('Escape');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
  });

  test('cut and paste from menus do what the keys do', async () => {
    await addSheet();
    await enter('7');
    await press('ArrowUp');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await item('Cut').click();
    await page.locator('.menu-popover').waitFor({ state: 'detached' });
    await press('ArrowDown');
    await press('Shift+F10');
    await item('Paste').click();
    if (entry === 'browser') {
      await expect.poll(toast, patience).toContain('press Ctrl V');
      await press('Control+v');
    }
    await expect.poll(content, patience).toBe('7');
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('');
  });
});
