import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { contextGroups } from '../../shared/app-commands.ts';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('names and sheets, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, content, shown, status, undoLabel, tab } = opened;
  let page: Page;

  const dialog = (name: string) => page.getByRole('dialog', { name });
  const nameBox = () => page.getByRole('combobox', { name: /^Name box/ });
  const tabs = () => page.getByRole('tab').allInnerTexts();

  async function enter(place: string, text: string): Promise<void> {
    await goTo(place);
    await type(text);
    await press('Control+Enter');
    await expect.poll(content, patience).toBe(text);
  }

  async function say(words: string): Promise<void> {
    await nameBox().fill(words);
    await press('Enter');
  }

  beforeEach(async () => {
    ({ page } = opened);
    await goTo('A1');
  });

  test('several ranges are gone to, named, and used in a formula', async () => {
    await enter('A1', '3');
    await enter('A2', '4');
    await enter('C1', '5');
    await say('A1:A2,C1');
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 12/s);
    await say('of_all');
    await expect.poll(undoLabel, patience).toBe('Undo: Name of_all');
    await enter('E1', '=SUM(of_all)*2');
    await expect.poll(shown, patience).toBe('24');
    await say('of_all');
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 12/s);

    await say('A1:A2 C1');
    await page.getByRole('alert').filter({ hasText: 'share no cell' }).waitFor();
    await say('LOG10');
    await expect.poll(() => nameBox().inputValue(), patience).toBe('LOG10');
    await say('2nd');
    await page.getByRole('alert').filter({ hasText: 'must begin with a letter' }).waitFor();
    await press('Escape');
  });

  test('a constant has a name, which a formula takes with F3; deleted, it leaves #NAME?', async () => {
    await press('Control+F3');
    await dialog('Names').getByRole('textbox', { name: 'Name', exact: true }).fill('rate');
    await dialog('Names').getByRole('textbox', { name: 'Refers to' }).fill('5%');
    await press('Enter');
    await dialog('Names').getByRole('option', { name: /^rate/ }).waitFor(patience);
    await press('Escape');
    await dialog('Names').waitFor({ state: 'detached' });

    await goTo('B1');
    await type('=200*+1');
    await press('ArrowLeft', 'ArrowLeft', 'F2', 'ArrowLeft', 'ArrowLeft', 'F3');
    await dialog('Paste name').getByRole('option', { name: 'rate' }).waitFor();
    await press('Escape');
    await dialog('Paste name').waitFor({ state: 'detached' });
    await press('Escape');
    await goTo('B1');
    await type('=200*');
    await press('F3');
    await dialog('Paste name').waitFor();
    await press('Enter');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Formula bar' }).inputValue(), patience)
      .toBe('=200*rate');
    await press('Control+Enter');
    await expect.poll(shown, patience).toBe('10');

    await press('Control+F3');
    await dialog('Names').getByRole('option', { name: /^rate/ }).click();
    await dialog('Names').getByRole('button', { name: 'Delete' }).click();
    await dialog('Names').getByText('may show #NAME? now').waitFor();
    await press('Escape');
    await expect.poll(shown, patience).toBe('#NAME?');
    await press('Control+z');
    await expect.poll(shown, patience).toBe('10');
  });

  test('words beside cells become their names', async () => {
    await enter('A1', 'Growth');
    await enter('B1', '7');
    await enter('A2', 'Unit cost');
    await enter('B2', '8');
    await goTo('A1:B2');
    await press('Control+Shift+F3');
    await dialog('Create names from selection').getByText('Makes Growth, Unit_cost').waitFor();
    await press('Enter');
    await expect.poll(undoLabel, patience).toBe('Undo: Create 2 names');
    await enter('D1', '=Growth*Unit_cost');
    await expect.poll(shown, patience).toBe('56');
  });

  test('a sheet is copied by its menu and by a drag with Ctrl, with names of its own', async () => {
    await enter('A1', '3');
    await say('base');
    await expect.poll(undoLabel, patience).toBe('Undo: Name base');
    await enter('A2', '=base*2');
    const [first = ''] = await tabs();
    await tab(first).click({ button: 'right' });
    await page.getByRole('menu', { name: 'Sheet' }).waitFor();
    await press('c');
    await tab(`${first} (2)`).waitFor();
    await expect.poll(() => tab(`${first} (2)`).getAttribute('aria-selected'), patience).toBe('true');
    await enter('A1', '10');
    await goTo('A2');
    await expect.poll(shown, patience).toBe('20');
    await tab(first).click();
    await goTo('A2');
    await expect.poll(shown, patience).toBe('6');

    const [from, to] = [await tab(first).boundingBox(), await tab(`${first} (2)`).boundingBox()];
    if (!from || !to) throw new Error('A tab is not seen');
    await page.mouse.move(from.x + from.width / 2, from.y + 10);
    await page.keyboard.down('Control');
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 4, to.y + 10, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Control');
    await tab(`${first} (3)`).waitFor();
    const names = await tabs();
    expect(names.indexOf(`${first} (3)`)).toBe(names.indexOf(`${first} (2)`) + 1);
    await press('Control+z', 'Control+z');
    await tab(`${first} (3)`).waitFor({ state: 'detached' });
  });

  test('arrows lead to the tabs that have no room', async () => {
    const later = () => page.getByRole('button', { name: 'Later sheets' });
    expect(await later().count()).toBe(0);
    for (let sheets = 0; sheets < 24; sheets++) await press('Shift+F11');
    await later().waitFor(patience);
    await page.getByRole('button', { name: 'Earlier sheets' }).click({ modifiers: ['Control'] });
    await expect
      .poll(() => page.getByRole('button', { name: 'Earlier sheets' }).isDisabled(), patience)
      .toBe(true);
    await later().click();
    await expect
      .poll(() => page.getByRole('button', { name: 'Earlier sheets' }).isDisabled(), patience)
      .toBe(false);
  });

  test('each item of a context menu has a letter that runs it', async () => {
    await goTo('B2');
    await type('5');
    await press('Control+Enter');
    await expect.poll(undoLabel, patience).toMatch(/^Undo: Type 5/);
    await press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Cells' });
    await menu.waitFor();
    const letters = await menu
      .locator('.access-letter')
      .evaluateAll((all) =>
        all
          .filter((letter) => getComputedStyle(letter).textDecorationLine === 'underline')
          .map((letter) => letter.textContent?.toUpperCase()),
      );
    expect(letters.length).toBe(contextGroups('cells').flat().length);
    expect(new Set(letters).size).toBe(letters.length);
    await press('l');
    await menu.waitFor({ state: 'detached' });
    await expect.poll(content, patience).toBe('');
  });
});
