import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { patience, workbookWindow } from './workbook-window.ts';

/** What a person reads in the middle of an element, which may be scrolled away or covered. */
function textSeenAt(element: Element): string | null | undefined {
  const { x, y, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2)?.textContent;
}

describe('how far a sheet reaches, and what shows while the engine works', () => {
  const opened = workbookWindow({ entry: 'browser' });
  const { press, mouse, goTo } = opened;
  let page: Page;

  const chosen = () => page.locator('.sheet-grid .ht_master td.current').first();
  const rowHeader = (row: number) =>
    page.locator('.sheet-grid .ht_clone_inline_start th', { hasText: new RegExp(`^${row}$`) }).first();
  const isAt = async (place: string) => {
    await expect.poll(() => opened.chosen(), patience).toBe(place);
  };

  beforeEach(() => {
    ({ page } = opened);
  });

  test('keys lead to the last row and column, where cells can be filled and come back', async () => {
    await goTo('Deals!BZ1');
    await isAt('BZ1');
    await press('Control+ArrowDown');
    await isAt('BZ1048576');
    await rowHeader(1_048_576).waitFor(patience);
    await press('Control+ArrowRight');
    await isAt('XFD1048576');
    await page.keyboard.type('12');
    await press('Control+Enter');
    await expect.poll(() => chosen().innerText(), patience).toBe('12');
    await press('Control+z');
    await expect.poll(() => chosen().innerText(), patience).toBe('');
    await press('Control+ArrowUp');
    await isAt('XFD1');
    await press('Control+ArrowLeft');
    await press('Control+Home');
    await expect.poll(() => chosen().innerText(), patience).not.toBe('12');
  });

  test('a sheet comes back where it was left, and goes to a cell that is named', async () => {
    await goTo('Deals!A500');
    await rowHeader(500).waitFor(patience);
    await page.getByRole('tab', { name: 'Cover' }).click();
    await rowHeader(1).waitFor(patience);
    await page.getByRole('tab', { name: 'Deals' }).click();
    await rowHeader(500).waitFor(patience);
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, -12_000);
    await rowHeader(12).waitFor(patience);
    await goTo('Deals!A500');
    await rowHeader(500).waitFor(patience);
    await page.getByRole('tab', { name: 'Cover' }).click();
    await rowHeader(1).waitFor(patience);
    await goTo('Deals!A9');
    await expect.poll(() => chosen().evaluate(textSeenAt), patience).toBe('AMD accelerators');
  });

  test('arrow keys and the wheel go on past the rows that are drawn at first', async () => {
    await press('Shift+F11');
    await expect
      .poll(() => page.getByRole('tab', { selected: true }).innerText(), patience)
      .toMatch(/^Sheet/);
    await goTo('A99');
    await isAt('A99');
    for (let step = 0; step < 30; step++) await press('ArrowDown');
    await isAt('A129');
    await rowHeader(129).waitFor(patience);
    await mouse.hover('A129');
    const lastDrawn = page.locator('.sheet-grid .ht_clone_inline_start tbody th').last();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4000);
        return Number(await lastDrawn.innerText());
      }, patience)
      .toBeGreaterThan(400);
  });
});
