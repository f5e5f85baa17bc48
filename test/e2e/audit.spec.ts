import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('auditing, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, goTo } = opened;
  let page: Page;

  const nameBox = () => page.getByRole('combobox', { name: /^Name box/ });
  const panel = () => page.getByRole('complementary', { name: 'Inspector' });
  const tree = (name: string) => panel().getByRole('tree', { name });
  const pageTab = (name: string) => panel().getByRole('tab', { name });
  const shownSheet = () => page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab', { selected: true });
  const focused = () => page.locator(':focus').innerText();

  beforeEach(() => {
    ({ page } = opened);
  });

  async function enter(text: string): Promise<void> {
    await page.keyboard.type(text);
    await press('Enter');
  }

  test('the inspector tells what a cell is and leads along its references by keys', async () => {
    await goTo('Capacity!G11');
    await press('Control+Shift+I');
    await expect.poll(() => panel().innerText(), patience).toContain('Broadcom custom chips');
    expect(await panel().locator('.facts').innerText()).toContain('GW');
    await expect.poll(() => tree('Precedents').getByRole('treeitem').count(), patience).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.trace-arrows line').count(), patience).toBeGreaterThan(0);

    await press('F6');
    const first = tree('Precedents').getByRole('treeitem').first();
    expect(await first.evaluate((line) => line === document.activeElement)).toBe(true);
    await press('ArrowRight');
    await expect.poll(() => first.getAttribute('aria-expanded'), patience).toBe('true');
    const below = tree('Precedents').locator('[aria-level="2"]');
    await expect.poll(() => below.count(), patience).toBeGreaterThan(0);
    await press('ArrowDown');
    await press('Enter');
    const place = (await below.first().locator('.place').innerText()).replace(/^.*!/, '');
    await expect.poll(() => nameBox().inputValue(), patience).toBe(place);
    // The panel goes on telling of the cell that it was opened for, and keeps the keyboard.
    expect(await panel().getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Capacity!G11');
    expect(await focused()).toContain(place);

    await press('Escape');
    await press('ArrowDown');
    await expect.poll(() => panel().innerText(), patience).not.toContain('Capacity!G11\n');
    await press('Control+Shift+I');
    await expect.poll(() => panel().count(), patience).toBe(0);
  });

  test('the inspector says what fills a cell, why it shows an error, and what is on a hidden sheet', async () => {
    await press('Shift+F11');
    await expect.poll(() => shownSheet().innerText(), patience).toBe('Sheet1');
    await opened.enter('=SEQUENCE(2,2)', '', '=1/0', '=Checks!A1');
    await press('Control+Shift+I');
    await goTo('B2');
    const facts = () => panel().locator('.facts').innerText();
    await expect.poll(facts, patience).toMatch(/Filled by\s+Sheet1!A1/);
    expect(await panel().getByLabel('Formula').innerText()).toBe('=SEQUENCE(2,2)');
    await goTo('A3');
    await expect.poll(facts, patience).toMatch(/Error\s+1\/0 divides by zero/);
    await opened.tab('Checks').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Hide sheet/ }).click();
    await expect.poll(() => opened.tab('Checks').count(), patience).toBe(0);
    await goTo('Sheet1!A4');
    const line = tree('Precedents').getByRole('treeitem');
    await expect.poll(() => line.innerText(), patience).toContain('on a hidden sheet');
  });

  test('the history leads to any state at once, shows its cells, and gives the keyboard back to them', async () => {
    await press('Shift+F11');
    await expect.poll(() => shownSheet().innerText(), patience).toBe('Sheet1');
    await opened.enter('1', '2', '3', '4', '5', '6', '7', '8');
    await press('Control+k');
    await page.keyboard.type('History');
    await press('Enter');
    const list = page.getByRole('complementary', { name: 'History' });
    const step = (name: string | RegExp) => list.getByRole('button', { name });
    const isCurrent = (name: string | RegExp) => step(name).getAttribute('aria-current');
    await step('As opened').click();
    await expect.poll(() => isCurrent('As opened'), patience).toBe('step');
    await expect.poll(() => opened.tab('Sheet1').count(), patience).toBe(0);
    // The second click comes while the first is carried out.
    await step(/^Type 8 in/).click();
    await step(/^Type 4 in/).click();
    await expect.poll(() => isCurrent(/^Type 4 in/), patience).toBe('step');
    await expect.poll(() => nameBox().inputValue(), patience).toBe('A5');
    expect(await step(/^Type 5 in/).getAttribute('aria-label')).toMatch(/undone$/);
    await press('ArrowUp', 'Enter');
    await expect.poll(() => isCurrent(/^Type 3 in/), patience).toBe('step');
    await press('Escape');
    await page.keyboard.type('44');
    await press('Enter');
    await expect.poll(() => isCurrent(/^Type 44 in Sheet1!A4/), patience).toBe('step');
    expect(await step(/^Type 4 in/).count()).toBe(0);
  });

  test('a line of the tree leads to another sheet', async () => {
    await goTo('p_announced');
    await press('ArrowRight');
    await press('Control+Shift+I');
    const dependents = tree('Dependents').getByRole('treeitem');
    await expect.poll(() => dependents.count(), patience).toBeGreaterThan(0);
    await goTo('probable_by_2028');
    await expect.poll(() => page.locator('.trace-arrows .sheet-mark').count(), patience).toBeGreaterThan(0);
    const onCover = tree('Dependents').getByRole('treeitem').filter({ hasText: 'Cover!' });
    await onCover.first().click();
    await expect.poll(() => shownSheet().innerText(), patience).toBe('Cover');
  });

  test('watched values are live, and an overwritten formula is a finding that leads to it', async () => {
    await goTo('probable_by_2028');
    await press('Control+Shift+I');
    await panel().getByRole('button', { name: 'Add to the watch list' }).click();
    await pageTab('Watch list').click();
    const value = panel().locator('.watch-line .value');
    await expect.poll(() => value.innerText(), patience).toBe('314.0');
    await goTo('p_announced');
    await press('ArrowRight');
    await enter('0.9');
    await expect.poll(() => value.innerText(), patience).not.toBe('314.0');

    await goTo('Capacity!O15');
    await enter('3');
    await pageTab('Findings').click();
    const finding = panel().getByRole('button', { name: /^Capacity!O15 holds the number 3/ });
    await finding.waitFor();
    await goTo('Cover!A1');
    await finding.click();
    await expect.poll(() => shownSheet().innerText(), patience).toBe('Capacity');
    expect(await nameBox().inputValue()).toBe('O15');
  });
});
