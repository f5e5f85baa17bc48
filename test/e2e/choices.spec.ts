import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('choices of cells, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, mouse, content } = opened;
  let page: Page;

  const list = () => page.getByRole('listbox', { name: 'Choices' });
  const marked = () => list().getByRole('option', { selected: true }).innerText();
  const button = () => page.getByRole('button', { name: 'Pick from list' });
  const undoLabel = () =>
    page.getByRole('button', { name: /^Undo/ }).first().getAttribute('aria-label', patience);
  const editorIsOpen = () => page.locator('.cell-editor[data-open]').count();

  async function goTo(place: string, holds: string): Promise<void> {
    await opened.goTo(place);
    await expect.poll(content, patience).toBe(holds);
  }

  beforeEach(() => {
    ({ page } = opened);
  });

  test('keys open the list, walk in it and pick, as one step of undo', async () => {
    await goTo('scenario_name', 'Base');
    await press('Alt+ArrowDown');
    await list().waitFor();
    expect(await list().getByRole('option').allInnerTexts()).toEqual([
      'Base',
      'Upside',
      'Downside',
      'Credit crunch',
      'Vendor pull-back',
      'Power-constrained',
    ]);
    expect(await marked()).toBe('Base');
    await press('End');
    expect(await marked()).toBe('Power-constrained');
    await press('d');
    expect(await marked()).toBe('Downside');
    await press('ArrowUp');
    expect(await marked()).toBe('Upside');
    await press('Enter');
    await list().waitFor({ state: 'detached' });
    await expect.poll(content, patience).toBe('Upside');
    await expect.poll(undoLabel, patience).toBe('Undo: Type Upside in Cover!C7');
    expect(await page.getByRole('radio', { name: 'Upside' }).getAttribute('aria-checked')).toBe('true');
    // The sheet has the keyboard again.
    await press('Control+z');
    await expect.poll(content, patience).toBe('Base');
    await press('Alt+ArrowDown');
    await press('ArrowDown');
    await press('Escape');
    await list().waitFor({ state: 'detached' });
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('Seed');
  });

  test('the button opens and closes the list, and a click picks', async () => {
    await goTo('scenario_name', 'Base');
    await button().click();
    await list().waitFor();
    await button().click();
    await list().waitFor({ state: 'detached' });
    await button().click();
    await list().getByRole('option', { name: 'Credit crunch' }).click();
    await list().waitFor({ state: 'detached' });
    await expect.poll(content, patience).toBe('Credit crunch');
    await button().click();
    await list().waitFor();
    await mouse.click('D1');
    await list().waitFor({ state: 'detached' });
    await goTo('scenario_name', 'Credit crunch');
    await button().click();
    await list().waitFor();
    await mouse.hover('D1');
    await page.mouse.wheel(0, 900);
    await list().waitFor({ state: 'detached' });
    expect(await button().count()).toBe(0);
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('Seed');
  });

  test('at the bottom of the grid a long list opens upwards, scrolls, and stays on the grid', async () => {
    await goTo('Sensitivity!A36', 'Probability multiplier, unsigned deals');
    const grid = await page.locator('.sheet-stage').boundingBox();
    const box = await button().boundingBox();
    if (!grid || !box) throw new Error('The button is drawn');
    await press('Alt+ArrowDown');
    const place = await list().boundingBox();
    if (!place) throw new Error('The list is drawn');
    expect(place.y).toBeGreaterThanOrEqual(grid.y);
    expect(place.y + place.height).toBeLessThanOrEqual(box.y);
    await press('End');
    const last = await list().getByRole('option').last().boundingBox();
    if (!last) throw new Error('The last choice is drawn');
    expect(last.y).toBeGreaterThanOrEqual(place.y);
    expect(last.y + last.height).toBeLessThanOrEqual(place.y + place.height + 1);
    await press('Escape');
  });

  test('what is none of the choices is refused with those there are, and stays to be mended', async () => {
    await goTo('scenario_name', 'Base');
    await page.keyboard.type('Boom');
    await press('Enter');
    const note = page.getByRole('alert');
    await expect.poll(() => note.innerText(), patience).toContain('This is none of the choices');
    expect(await note.innerText()).toContain('“Boom” is none of the choices of Cover!C7.');
    expect(await note.innerText()).toContain('Its choices are Base, Upside, Downside');
    expect(await content()).toBe('Boom');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('downside');
    await press('Enter');
    await expect.poll(editorIsOpen, patience).toBe(0);
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('downside');
    await page.keyboard.type('Gloom');
    await press('Enter');
    await note.waitFor();
    await press('Escape');
    await expect.poll(content, patience).toBe('downside');
    await press('Delete');
    await expect.poll(content, patience).toBe('');
  });

  test('a fill that would write what is none of the choices is refused as a whole', async () => {
    await goTo('Cover!B8:C8', 'Basis');
    await press('Control+r');
    const message = page.getByRole('alertdialog', { name: 'Nothing was changed' });
    await expect
      .poll(() => message.innerText(), patience)
      .toContain('“Basis” is none of the choices of Cover!C8.');
    await press('Escape');
    await message.waitFor({ state: 'detached' });
    await goTo('basis_name', 'Seed');
  });
});
