import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('entering, filling and finding, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, goTo, chosen, content, status, shown, openModel } = opened;
  let page: Page;

  const panel = () => page.getByRole('search');
  const count = () => panel().getByRole('status').innerText();
  const sheet = () => page.getByRole('tab', { selected: true }).innerText();
  const foundCells = () => page.locator('.sheet-grid td[data-found]').count();

  beforeEach(() => {
    ({ page } = opened);
  });

  /** The square at the corner of the chosen cells. */
  async function handle(): Promise<{ readonly x: number; readonly y: number }> {
    const corner = page.locator('.sheet-grid .wtBorder.corner').filter({ visible: true }).last();
    const box = await corner.boundingBox();
    if (!box) throw new Error('The chosen cells have no handle');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Draws the handle down by so many rows. */
  async function drawDown(rows: number): Promise<void> {
    const { x, y } = await handle();
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let row = 1; row <= rows; row++) await page.mouse.move(x - 10, y + 24 * row - 8);
    await page.mouse.up();
  }

  async function expectColumn(first: string, texts: readonly string[]): Promise<void> {
    await goTo(first);
    for (const text of texts) {
      await expect.poll(shown, patience).toBe(text);
      await press('ArrowDown');
    }
  }

  test('an entry brings the number format that Excel gives it', async () => {
    await goTo('Assumptions!R60');
    await page.keyboard.type('12.5%\n1,234.5\n2026-07-01\n(5)\n1.2.3\n');
    await expectColumn('Assumptions!R60', ['12.50%', '1,234.50', '2026-07-01', '\u22125', '1.2.3']);
    await goTo('Assumptions!R61');
    expect(await content()).toBe('1234.5');
    await goTo('Assumptions!R60:R64');
    await expect
      .poll(status, patience)
      .toMatch(/Average.*Count 5\s+Numerical Count 4\s+Min −500\.00%\s+Max \S+\s+Sum/s);
    await press('Control+z');
    await goTo('Assumptions!R64');
    await expect.poll(content, patience).toBe('');
  });

  test('the fill handle continues series; a double click goes as far as the neighbour', async () => {
    // Further down first, so that there is room below the cells.
    await goTo('Cover!L75');
    await goTo('Cover!J60');
    await page.keyboard.type('1\n3\n');
    await goTo('Cover!J60:J61');
    await drawDown(3);
    await expectColumn('Cover!J60', ['1', '3', '5', '7', '9']);
    await goTo('Cover!K60');
    await page.keyboard.type('Q4 2025\n');
    await goTo('Cover!K60');
    const { x, y } = await handle();
    await page.mouse.dblclick(x, y);
    await expectColumn('Cover!K60', ['Q4 2025', 'Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026', '']);
    await goTo('Cover!L60');
    await page.keyboard.type('5\n');
    await goTo('Cover!L60');
    await page.keyboard.down('Control');
    await drawDown(2);
    await page.keyboard.up('Control');
    await expectColumn('Cover!L60', ['5', '6', '7', '']);
  });

  test('finds on one sheet and on all, by keys alone', async () => {
    await openModel();
    await press('Control+f');
    await page.keyboard.type('circular');
    await expect.poll(count, patience).toMatch(/^\d+ found$/);
    await press('Enter');
    await expect.poll(count, patience).toMatch(/^1 of \d+$/);
    expect(await foundCells()).toBeGreaterThan(0);
    expect(await sheet()).toBe('Cover');
    const first = await chosen();
    await press('Shift+Enter');
    await expect.poll(chosen, patience).not.toBe(first);
    await press('Shift+F4');
    await expect.poll(chosen, patience).toBe(first);
    await panel().getByRole('combobox', { name: 'Within' }).selectOption('Workbook');
    await panel().getByRole('textbox', { name: 'Find' }).fill('no such words');
    await expect.poll(count, patience).toBe('No results');
    await panel().getByRole('textbox', { name: 'Find' }).fill('DebtRank');
    await press('Enter');
    await expect.poll(sheet, patience).not.toBe('Cover');
    await expect.poll(count, patience).toMatch(/^1 of \d+$/);
    await press('Escape');
    await expect.poll(() => panel().count(), patience).toBe(0);
    expect(await foundCells()).toBe(0);
    const before = await chosen();
    await press('ArrowDown');
    await expect.poll(chosen, patience).not.toBe(before);
  });

  test('replaces all as one step of undo, and refuses as a whole', async () => {
    await goTo('Cover!J60');
    await page.keyboard.type('red apple\nred pear\n=1+1\n');
    await expect.poll(status, patience).toMatch(/^Ready/);
    await press('Control+h');
    const replacement = panel().getByRole('textbox', { name: 'Replace with' });
    await replacement.waitFor();
    await page.keyboard.type('red');
    await expect.poll(count, patience).toMatch(/found$/);
    await press('Tab');
    await page.keyboard.type('green');
    await panel().getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(count, patience).toMatch(/^\d+ cells replaced$/);
    await press('Escape');
    await expectColumn('Cover!J60', ['green apple', 'green pear']);
    await press('Control+z');
    await expectColumn('Cover!J60', ['red apple', 'red pear']);
    await press('Control+h');
    await panel().getByRole('textbox', { name: 'Find' }).fill('=1+1');
    await replacement.fill('=J62+1');
    await panel().getByRole('button', { name: 'Replace all' }).click();
    await expect
      .poll(() => panel().getByRole('alert').innerText(), patience)
      .toContain('would depend on itself');
    await expect.poll(chosen, patience).toBe('J62');
    await expect.poll(content, patience).toBe('=1+1');
  });
});
