import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('formulas as they are typed, %s', (entry) => {
  const opened = workbookWindow({ entry }, 'once');
  const { press, type, mouse, goTo, content, chosen, status, tab } = opened;
  let page: Page;

  beforeEach(() => {
    ({ page } = opened);
  });

  /** The text that is being typed, in the cell or in the bar. */
  const text = () =>
    page.evaluate(() => document.querySelector<HTMLTextAreaElement>('.cell-editor textarea')?.value);
  const ready = async () => {
    await expect.poll(status, patience).toMatch(/^Ready/);
  };
  const taken = async (key: string) => {
    await press(key);
    await ready();
  };

  test('a call is completed, pointed with the arrows, fixed as a whole, and taken back step by step', async () => {
    await goTo('Cover!J60');
    await type('=sum');
    const words = page.getByRole('listbox', { name: 'Words that fit' });
    await expect.poll(() => words.getByRole('option').first().innerText(), patience).toMatch(/^SUM\n/);
    await press('Tab', 'ArrowLeft', 'Shift+ArrowUp');
    expect(await text()).toBe('=SUM(I59:I60');
    await press('F4');
    expect(await text()).toBe('=SUM($I$59:$I$60');
    await press('Control+z', 'Control+z', 'Control+z');
    expect(await text()).toBe('=sum');
    await press('Control+y', 'Control+y', 'Control+y');
    await taken('Enter');
    await goTo('Cover!J60');
    await expect.poll(content, patience).toBe('=SUM($I$59:$I$60)');
  });

  test('F2 changes between pointing and moving in the text', async () => {
    await goTo('Cover!J62');
    await type('=I60');
    await press('F2', 'F2', 'ArrowDown');
    expect(await text()).toBe('=I61');
    await press('F2', 'ArrowLeft', 'Delete');
    await type('5');
    expect(await text()).toBe('=I65');
    await press('Escape');
    expect(await chosen()).toBe('J62');
  });

  test('references are picked on other sheets and by headings, and the entry is taken at its own cell', async () => {
    await goTo('Cover!J64');
    await type('=SUM(');
    await mouse.click('I60');
    await mouse.click('I61', { holding: 'Control' });
    expect(await text()).toBe('=SUM(I60,I61');
    await type(',');
    await tab('Sources').click();
    await press('ArrowDown');
    await type(',');
    await mouse.click('C');
    await expect.poll(text, patience).toMatch(/^=SUM\(I60,I61,Sources![A-Z]+[0-9]+,Sources!C:C$/);
    await type(')+');
    await tab('Cover').click();
    await mouse.click('I62');
    await taken('Enter');
    expect(await chosen()).toBe('J65');
    await press('ArrowUp');
    await expect.poll(content, patience).toMatch(/Sources!C:C\)\+I62$/);
  });

  test('Escape on another sheet leads back', async () => {
    await goTo('Cover!J66');
    await type('=');
    await press('Control+PageDown', 'ArrowDown', 'Escape');
    await expect.poll(chosen, patience).toBe('J66');
    expect(await tab('Cover').getAttribute('aria-selected')).toBe('true');
  });

  test('keys that lead elsewhere take an entry that is typed over, and a sheet is completed by name', async () => {
    await goTo('Cover!J68');
    await type('=sour');
    await page.getByRole('option', { name: 'Sources sheet' }).waitFor(patience);
    await press('Tab');
    expect(await text()).toBe('=Sources!');
    await press('Escape');
    await type('7');
    await press('Home');
    await expect.poll(chosen, patience).toBe('A68');
    await goTo('Cover!J68');
    await expect.poll(content, patience).toBe('7');
  });
});
