import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(entries)('entering, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, mouse, goTo, content, shown, chosen, status } = opened;
  let page: Page;

  beforeEach(() => {
    ({ page } = opened);
  });

  const documentState = () => page.locator('.document-name').innerText();
  const chosenCell = () => page.locator('.sheet-grid td.current');

  /** Types an entry into the chosen cell and goes one down, or stays where it is not taken. */
  async function enter(text: string): Promise<void> {
    await type(text);
    await press('Enter');
    await expect.poll(status, patience).toMatch(/^(Ready|Not taken)/);
  }

  test('a formula that cannot be calculated is refused by name, and an error says why it is there', async () => {
    await goTo('Deals!A1');
    await enter('Deals');
    await goTo('Deals!X200');
    await enter('=LAMBDA(x,x)(1)');
    const refusal = page.getByRole('alert');
    await expect
      .poll(() => refusal.innerText(), patience)
      .toContain('LAMBDA is a function of Excel that Roundtrip cannot calculate');
    await press('Escape');
    await enter('=1+A1/Z999');
    const tip = page.locator('.cell-tip');
    await expect.poll(() => tip.innerText(), patience).toBe('');
    await press('ArrowUp');
    await expect.poll(() => tip.innerText(), patience).toContain('#VALUE!');
    expect(await tip.innerText()).toContain('A1 is the text “Deals”');
    await press('Escape');
    await expect.poll(() => tip.innerText(), patience).toBe('');
    await expect.poll(content, patience).toBe('=1+A1/Z999');
  });

  test('a formula that does not parse is refused, and its text kept', async () => {
    await goTo('Cover!J60');
    await enter('=SUM(1,,*2)+');
    const message = page.getByRole('alert').filter({ hasText: 'cannot be read' });
    await message.waitFor();
    await expect.poll(content, patience).toBe('=SUM(1,,*2)+');
    await expect.poll(status, patience).toMatch(/^Not taken/);
    await press('Backspace');
    await message.waitFor({ state: 'detached' });
    await press('Escape');
    await expect.poll(content, patience).toBe('');
    await expect.poll(documentState, patience).not.toContain('not saved');
  });

  test('a circular reference is refused with its loop named, and can be mended in place', async () => {
    await goTo('Cover!J60');
    await enter('=J61+1');
    await enter('=J62+1');
    await enter('=J60+1');
    const message = page.getByRole('alert').filter({ hasText: 'depend on itself' });
    await message.waitFor();
    expect(await message.innerText()).toMatch(/J62 → J60 → J61 → J62/);
    await expect.poll(content, patience).toBe('=J60+1');
    await press('Control+a');
    await enter('5');
    await message.waitFor({ state: 'detached' });
    await goTo('Cover!J60');
    await expect.poll(shown, patience).toBe('7');
  });

  test('Delete clears all chosen cells as one step', async () => {
    await goTo('Cover!J60:B62');
    await enter('1');
    await enter('2');
    await enter('3');
    await goTo('Cover!J60:B62');
    await expect.poll(status, patience).toMatch(/Sum 6/);
    await press('Delete');
    await expect.poll(content, patience).toBe('');
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('');
    await press('Control+z');
    // The cells that came back are chosen.
    await expect.poll(status, patience).toMatch(/Sum 6/);
    expect(await content()).toBe('1');
  });

  test('a copied formula moves its relative references, as one step', async () => {
    await goTo('Cover!J60');
    await enter('10');
    await enter('20');
    await goTo('Cover!K60');
    await enter('=J60*2+$J$60');
    await press('ArrowUp');
    await press('Control+c');
    await press('ArrowDown');
    await press('Control+v');
    await expect.poll(content, patience).toBe('=J61*2+$J$60');
    await expect.poll(shown, patience).toBe('50');
    await press('Control+z');
    await expect.poll(content, patience).toBe('');
  });

  test('Enter after Tab goes back to where the row began, and undo shows what it changes', async () => {
    await goTo('Cover!K60');
    for (const [value, key] of [
      ['1', 'Tab'],
      ['2', 'Tab'],
      ['3', 'Enter'],
      ['4', 'Enter'],
    ] as const) {
      await type(value);
      await press(key);
    }
    await expect.poll(chosen, patience).toBe('K62');
    await goTo('Cover!K61');
    await expect.poll(content, patience).toBe('4');
    await goTo('Deals!A1');
    await press('Control+z');
    await expect.poll(chosen, patience).toBe('K61');
    await expect.poll(content, patience).toBe('');
    await press('Control+z');
    await expect.poll(chosen, patience).toBe('M60');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Cover');
  });

  test('the formula bar edits the cell, in step with it', async () => {
    await goTo('Cover!J60');
    await page.getByRole('textbox', { name: 'Formula bar' }).click();
    await type('=1+2');
    expect(await page.getByRole('textbox', { name: 'Cell J60' }).inputValue()).toBe('=1+2');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('=1+2');
    await expect.poll(shown, patience).toBe('3');
  });

  test('a function is found, put into the cell, and its arguments are named while they are typed', async () => {
    await goTo('Cover!J60');
    await press('Shift+F3');
    const dialog = page.getByRole('dialog', { name: 'Functions' });
    await dialog.waitFor();
    await type('net present value');
    const found = dialog.getByRole('option', { selected: true });
    await expect.poll(() => found.innerText(), patience).toBe('NPV');
    await dialog.getByText('=NPV(').waitFor();
    await press('Enter');
    await expect.poll(content, patience).toBe('=NPV(');
    const help = page.locator('.cell-editor .argument-help');
    const present = help.locator('[data-present]');
    await expect.poll(() => present.innerText(), patience).toBe('rate');
    await type('10%,');
    await expect.poll(() => present.innerText(), patience).toBe('value1');
    await type('110)');
    await help.waitFor({ state: 'detached' });
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(shown, patience).toBe('$100.00');
  });

  test('references are pointed at with arrow keys and with the mouse', async () => {
    await goTo('Cover!B10');
    for (const value of ['1', '2', '4', '8']) await enter(value);
    await goTo('Cover!C10');
    await type('=SUM(');
    await press('ArrowLeft');
    await expect.poll(content, patience).toBe('=SUM(B10');
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await press('Control+Shift+ArrowDown');
    await expect.poll(content, patience).toBe('=SUM(B11:B13');
    await type(')+');
    await press('ArrowLeft');
    await expect.poll(content, patience).toBe('=SUM(B11:B13)+B10');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(shown, patience).toBe('15');

    await goTo('Cover!C11');
    await type('=MAX(');
    await mouse.click('B10');
    await mouse.click('B11');
    await expect.poll(content, patience).toBe('=MAX(B11');
    await mouse.drag('B11', 'B13');
    await expect.poll(content, patience).toBe('=MAX(B11:B13');
    await type(')');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(shown, patience).toBe('8');
  });

  test('after a click on a sheet tab the keys go to the grid', async () => {
    await page.getByRole('tab', { name: 'Deals' }).click();
    await goTo('Deals!A60');
    await page.getByRole('tab', { name: 'Cover' }).click();
    await page.getByRole('tab', { name: 'Deals' }).click();
    await expect.poll(chosen, patience).toBe('A60');
    await press('ArrowDown');
    await enter('4711');
    await press('ArrowUp');
    await expect.poll(chosen, patience).toBe('A61');
    await expect.poll(content, patience).toBe('4711');
  });

  test.each(['7', 'F2'])(
    '%s while the active cell is out of view brings it back under the text',
    async (key) => {
      await goTo('Assumptions!D70');
      await expect.poll(() => chosenCell().count(), patience).toBeGreaterThan(0);
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, -20_000);
      await expect.poll(() => chosenCell().count(), patience).toBe(0);
      await press(key);
      const distance = async () => {
        const box = page.locator('.cell-editor[data-open]');
        if ((await chosenCell().count()) === 0 || (await box.count()) === 0) return Infinity;
        const [over, under] = [await box.boundingBox(), await chosenCell().first().boundingBox()];
        return over && under ? Math.abs(over.x - under.x) + Math.abs(over.y - under.y) : Infinity;
      };
      await expect.poll(distance, patience).toBeLessThan(6);
      await press('Escape');
    },
  );
});
