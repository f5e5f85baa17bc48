import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

const table = [
  ['Name', 'Kind', 'Amount'],
  ['Delta', 'x', '4'],
  ['alpha', 'y', '10'],
  ['Beta', 'x', '200'],
] as const;

describe.each(windowEntries)('sorting and filtering, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, addSheet, shown, status, undoLabel } = opened;

  async function makeTable(): Promise<void> {
    await addSheet();
    for (const row of table) {
      for (const text of row) {
        await type(text);
        await press('Tab');
      }
      await press('Enter');
    }
    await goTo('Sheet1!E1');
    await type('=SUBTOTAL(9,C2:C4)');
    await press('Control+Enter');
    await expect.poll(shown, patience).toBe('214');
  }
  const names = () =>
    opened.page
      .locator('.sheet-grid .ht_master tbody tr td:nth-of-type(1)')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent).filter((text) => text !== ''));
  const menu = async (title: string, item: string): Promise<void> => {
    await opened.page.getByRole('button', { name: title, exact: true }).click();
    await opened.page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  test('a table is sorted by the active column, its headings staying, and undo brings it back', async () => {
    await makeTable();
    await goTo('Sheet1!A3');
    await menu('Data', 'Sort A to Z');
    await expect.poll(names, patience).toEqual(['Name', 'alpha', 'Beta', 'Delta']);
    await menu('Data', 'Sort…');
    const dialog = opened.page.getByRole('dialog', { name: 'Sort' });
    await dialog.getByRole('combobox', { name: 'Sort by' }).selectOption('Kind');
    await dialog.getByRole('button', { name: 'Add level' }).click();
    await dialog.getByRole('combobox', { name: 'Then by' }).selectOption('Amount');
    await dialog.getByRole('combobox', { name: 'Order' }).nth(1).selectOption('Largest to Smallest');
    await dialog.getByRole('button', { name: 'OK' }).click();
    await expect.poll(names, patience).toEqual(['Name', 'Beta', 'Delta', 'alpha']);
    await press('Control+z');
    await press('Control+z');
    await expect.poll(names, patience).toEqual(['Name', 'Delta', 'alpha', 'Beta']);
  });

  test('cells of one column ask whether those beside them are sorted too', async () => {
    await makeTable();
    await goTo('Sheet1!C2:C4');
    await menu('Data', 'Sort Z to A');
    const question = opened.page.getByRole('dialog', { name: 'There is data next to your selection' });
    await question.getByRole('button', { name: 'Sort' }).click();
    await expect.poll(names, patience).toEqual(['Name', 'Beta', 'alpha', 'Delta']);
  });

  test('a filter set by keys hides rows, SUBTOTAL follows, and what is emptied is what is seen', async () => {
    await makeTable();
    await goTo('Sheet1!B2');
    await press('Control+Shift+L');
    await expect.poll(undoLabel, patience).toMatch(/Filter/);
    await goTo('Sheet1!B1');
    await press('Alt+ArrowDown');
    await opened.page.getByRole('searchbox', { name: 'Search' }).fill('x');
    await press('Enter');
    await expect.poll(names, patience).toEqual(['Name', 'Delta', 'Beta']);
    await expect.poll(status, patience).toMatch(/2 of 3 rows found/);
    await goTo('Sheet1!E1');
    await expect.poll(shown, patience).toBe('204');
    await goTo('Sheet1!A2:A4');
    await press('Delete');
    await expect.poll(names, patience).toEqual(['Name']);
    await press('Control+Shift+L');
    await expect.poll(names, patience).toEqual(['Name', 'alpha']);
    await goTo('Sheet1!E1');
    await expect.poll(shown, patience).toBe('214');
  });

  test('a number filter is set in the dialog and cleared from the button', async () => {
    await makeTable();
    await goTo('Sheet1!C1');
    await press('Control+Shift+L');
    await opened.page.locator('.ht_master .filter-button').nth(2).click();
    await opened.page.getByRole('button', { name: 'Number filters…' }).click();
    const dialog = opened.page.getByRole('dialog', { name: 'Custom filter' });
    await dialog.getByRole('combobox', { name: 'Comparison' }).first().selectOption('is less than');
    await dialog.getByRole('textbox', { name: 'Value' }).first().fill('10');
    await press('Enter');
    await expect.poll(names, patience).toEqual(['Name', 'Delta']);
    await opened.page.locator('.ht_master .filter-button').nth(2).click();
    await opened.page.getByRole('button', { name: /^Clear filter/ }).click();
    await expect.poll(names, patience).toEqual(['Name', 'Delta', 'alpha', 'Beta']);
  });
});
