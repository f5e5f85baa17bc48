import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('colours, borders and fonts, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true, theme: 'light' });
  const { press, mouse, goTo } = opened;
  let page: Page;

  const chosen = () => page.locator('.sheet-grid .ht_master td.current').first();
  const css = (property: string) =>
    chosen().evaluate((cell, name) => getComputedStyle(cell).getPropertyValue(name), property);
  const run = async (words: string) => {
    await press('Control+k');
    await page.getByRole('combobox', { name: /^Search for a command/ }).fill(words);
    await press('Enter');
  };
  const dialog = (name: string) => page.getByRole('dialog', { name });

  beforeEach(() => {
    ({ page } = opened);
  });

  test('keys give cells their font and borders, and undo takes them back', async () => {
    await goTo('Deals!S60');
    await page.keyboard.type('12');
    await press('Control+Enter');
    await press('Control+i');
    await expect.poll(() => css('font-style'), patience).toBe('italic');
    await press('Control+u');
    await press('Control+5');
    await expect.poll(() => css('text-decoration-line'), patience).toBe('underline line-through');
    await press('Control+Shift+&');
    await expect.poll(() => css('border-bottom-color'), patience).toBe('rgb(24, 28, 34)');
    await press('ArrowLeft');
    // The line at its left is drawn by the cell before it.
    expect(await css('border-right-color')).toBe('rgb(24, 28, 34)');
    await press('ArrowRight');
    await press('Control+Shift+_');
    await expect.poll(() => css('border-bottom-color'), patience).not.toBe('rgb(24, 28, 34)');
    for (let step = 0; step < 4; step++) await press('Control+z');
    await press('Control+z');
    await expect.poll(() => css('font-style'), patience).toBe('normal');
  });

  test('a colour of the palette and one that is typed fill cells, and text on them can be read', async () => {
    await goTo('Deals!S60');
    await page.keyboard.type('12');
    await press('Control+Enter');
    await run('Fill colour');
    await dialog('Fill colour').getByRole('option', { name: 'Dark blue' }).click();
    await dialog('Fill colour').waitFor({ state: 'detached' });
    await expect.poll(() => css('background-color'), patience).toBe('rgb(0, 32, 96)');
    expect(await css('color')).toBe('rgb(255, 255, 255)');
    await run('Text colour');
    const field = dialog('Text colour').getByRole('textbox', { name: 'Other colour' });
    await field.fill('#12');
    await dialog('Text colour').getByText('Six hexadecimal digits').waitFor();
    await field.fill('ffc000');
    await press('Enter');
    await expect.poll(() => css('color'), patience).toBe('rgb(255, 192, 0)');
  });

  test('the format painter gives the cells that are drawn over the look of others; Escape ends it', async () => {
    await goTo('Deals!S60');
    await run('Fill colour');
    await dialog('Fill colour').getByRole('option', { name: 'Yellow' }).click();
    await expect.poll(() => css('background-color'), patience).toBe('rgb(255, 255, 0)');
    await run('Format painter');
    await page.locator('.sheet-grid[data-painting]').waitFor();
    await mouse.drag('S57', 'S58');
    await expect.poll(() => css('background-color'), patience).toBe('rgb(255, 255, 0)');
    await goTo('Deals!S58');
    expect(await css('background-color')).toBe('rgb(255, 255, 0)');
    await run('Format painter');
    await page.locator('.sheet-grid[data-painting]').waitFor();
    await press('Escape');
    await page.locator('.sheet-grid[data-painting]').waitFor({ state: 'detached' });
  });

  test('the dialog draws a border where its preview is clicked, and gives a size and a style', async () => {
    await goTo('Deals!S60:T61');
    await run('More borders');
    const format = dialog('Format cells');
    await format.getByRole('radio', { name: 'Thick' }).press('Space');
    await format.getByRole('button', { name: 'Bottom', exact: true }).click();
    expect(
      await format.getByRole('button', { name: 'Bottom', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await format.getByRole('tab', { name: 'Font' }).click();
    await format.getByRole('spinbutton', { name: 'Size' }).fill('22');
    await press('Enter');
    await format.waitFor({ state: 'detached' });
    await goTo('Deals!S61');
    await expect.poll(() => css('border-bottom-width'), patience).toBe('3px');
    expect(await css('font-size')).toBe('26px');
    await run('Cell styles');
    await dialog('Cell styles').getByRole('option', { name: 'Calculation', selected: true }).press('Escape');
    await dialog('Cell styles').waitFor({ state: 'detached' });
    expect(await css('border-bottom-width')).toBe('3px');
    await run('Cell styles');
    await dialog('Cell styles').getByRole('option', { name: 'Input' }).click();
    await expect.poll(() => css('color'), patience).toBe('rgb(28, 73, 190)');
    expect(await css('border-bottom-width')).toBe('1px');
  });
});
