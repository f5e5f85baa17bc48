import { describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(entries)('what is selected, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, goTo, enter, addSheet, content, shown, chosen, status, expectColumn, refusal } =
    opened;

  /** A cell of the sheet in view, both counted from 1. */
  const cell = (row: number, column: number) =>
    opened.page
      .locator('.ht_master tbody tr')
      .nth(row - 1)
      .locator('td')
      .nth(column - 1);

  /** Numbers 1 to 4 in column A, 10 to 40 in column B. */
  async function numbers(): Promise<void> {
    await addSheet();
    await enter('1', '2', '3', '4');
    await goTo('B1');
    await enter('10', '20', '30', '=A4*10');
  }

  test('several ranges are summed, formatted, emptied and filled together, and copied where they line up', async () => {
    await numbers();
    await cell(1, 1).click();
    await cell(3, 1).click({ modifiers: ['Control'] });
    await cell(4, 2).click({ modifiers: ['Control'] });
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 44/s);
    await press('Control+Shift+%');
    await expect.poll(shown, patience).toBe('4000%');
    await expectColumn('A1', ['100%', '2', '300%', '4']);
    await press('Control+z');
    await expectColumn('A1', ['1', '2', '3', '4']);

    await cell(1, 1).click();
    await cell(3, 1).click({ modifiers: ['Control'] });
    await press('Delete');
    await expectColumn('A1', ['', '2', '', '4']);
    await press('Control+z');
    await expectColumn('A1', ['1', '2', '3', '4']);
    await cell(1, 1).click();
    await cell(3, 1).click({ modifiers: ['Control'] });
    await type('7');
    await press('Control+Enter');
    await expectColumn('A1', ['7', '2', '7', '4']);
    await press('Control+z');
    // An undo leads to the cells that it has changed.
    await expectColumn('A1', ['1', '2', '3', '4']);

    await cell(2, 1).click();
    await cell(4, 2).click({ modifiers: ['Control'] });
    await press('Control+c');
    await refusal().waitFor();
    expect(await refusal().innerText()).toContain('These ranges cannot be copied together.');
    await press('Enter');

    await cell(1, 2).click();
    await cell(4, 2).click({ modifiers: ['Control'] });
    await press('Control+c');
    await press('Control+v');
    await refusal().waitFor();
    expect(await refusal().innerText()).toContain('Cells cannot be pasted into several ranges.');
    await press('Enter');
    await goTo('D1');
    await press('Control+v');
    await expectColumn('D1', ['10', '40', '']);
    await goTo('D2');
    // Between them there was more: a formula would mean something else.
    expect(await content()).toBe('40');
  });

  test('a click with Ctrl on a selected cell takes it out, and Enter goes through all that are left', async () => {
    await numbers();
    await cell(1, 1).click();
    await cell(2, 1).click({ modifiers: ['Control'] });
    await cell(4, 1).click({ modifiers: ['Control'] });
    await cell(2, 1).click({ modifiers: ['Control'] });
    await expect.poll(status, patience).toMatch(/Count 2\s.*Sum 5/s);
    const first = await chosen();
    await press('Enter');
    await expect.poll(chosen, patience).not.toBe(first);
    await press('Enter');
    await expect.poll(chosen, patience).toBe(first);
    await expect.poll(status, patience).toMatch(/Count 2\s.*Sum 5/s);
    await press('ArrowDown');
    await expect.poll(status, patience).not.toContain('Count');
  });
});
