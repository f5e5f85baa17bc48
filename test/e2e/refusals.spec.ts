import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('what is refused changes nothing, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, enter, addSheet, content, shown, undoLabel, refusal, tab, openModel } = opened;

  const sheets = () => opened.page.getByRole('tab').allInnerTexts();
  /** The message beside an entry that was not taken. */
  const note = () => opened.page.locator('.problem-note').first().innerText();

  /** Chooses a command in the palette. */
  async function command(words: string): Promise<void> {
    await press('Control+k');
    await type(words);
    const first = opened.page.getByRole('dialog', { name: 'Command palette' }).getByRole('option').first();
    await expect.poll(() => first.innerText(), patience).toMatch(new RegExp(`^${words}`));
    await press('Enter');
  }

  /** Waits for the message, reads it and closes it. */
  async function expectRefusal(words: string | RegExp): Promise<void> {
    await refusal().waitFor(patience);
    expect(await refusal().innerText()).toMatch(words);
    await press('Enter');
    await refusal().waitFor({ state: 'detached' });
  }

  test('deleting a sheet that others read, which are named', async () => {
    await openModel();
    const before = [await sheets(), await undoLabel()];
    await goTo('Assumptions!A1');
    await command('Delete sheet');
    await expectRefusal(/Formulas of other sheets read "Assumptions": \w+![A-Z]+\d+/);
    expect([await sheets(), await undoLabel()]).toEqual(before);
    // The grid has the keyboard again.
    await press('ArrowDown');
    await expect.poll(opened.chosen, patience).toBe('A2');
  });

  test('pasting beyond the last row', async () => {
    await addSheet();
    await enter('1', '2', '3');
    await goTo('A1:A3');
    await press('Control+c');
    await goTo('B1048575');
    const before = await undoLabel();
    await press('Control+v');
    await expectRefusal(/3 rows.* do not fit on the sheet from Sheet1!B1048575 on/s);
    expect(await content()).toBe('');
    expect(await undoLabel()).toBe(before);
  });

  test('pasting over part of an array', async () => {
    await addSheet();
    await enter('=SEQUENCE(3)');
    await goTo('C1');
    await enter('7', '8');
    await goTo('C1:C2');
    await press('Control+c');
    await goTo('A3');
    await expect.poll(shown, patience).toBe('3');
    const before = await undoLabel();
    await press('Control+v');
    await expectRefusal(/Sheet1!A3 is part of an array: the formula in Sheet1!A1 fills Sheet1!A1:A3\./);
    expect(await shown()).toBe('3');
    expect(await undoLabel()).toBe(before);
  });

  test('results of what-if tables: typed over, emptied or pasted over', async () => {
    await openModel();
    // They are worked out one after the other at first.
    await expect.poll(opened.status, patience).not.toContain('recalculating');
    await goTo('Cover!A1');
    await press('Control+c');
    const label = await undoLabel();
    await goTo('scenario_results');
    const before = await content();
    expect(before).toMatch(/^[0-9.]+$/);
    await press('Control+v');
    await expectRefusal('is part of a what-if table');
    await press('Escape', 'Delete');
    await expectRefusal('is part of a what-if table');
    await type('5');
    await press('Enter');
    await expect.poll(note, patience).toContain('is part of a what-if table');
    await press('Escape');
    await goTo('scenario_results');
    await expect.poll(content, patience).toBe(before);
    expect(await undoLabel()).toBe(label);
  });

  test('a formula of more than 8,192 characters stays in the cell to be shortened', async () => {
    await addSheet();
    const before = await undoLabel();
    await type('=');
    await opened.page.keyboard.insertText(`1${'+1'.repeat(4_200)}`);
    await press('Enter');
    await expect.poll(note, patience).toMatch(/has 8402 characters; the limit is 8192/);
    expect(await content()).toHaveLength(8402);
    await press('Escape');
    await expect.poll(content, patience).toBe('');
    expect(await undoLabel()).toBe(before);
  });

  test.each([
    ['cover', 'There is a sheet "Cover" already.'],
    ['a/b', 'holds the character /, which no sheet name may hold'],
    ['x'.repeat(32), 'has 32 characters; the limit is 31'],
  ])('the sheet name %s', async (name, words) => {
    await addSheet();
    const before = [await sheets(), await undoLabel()];
    await command('Rename sheet');
    await press('Control+a');
    await type(name);
    await press('Enter');
    await opened.page.getByText(words).waitFor(patience);
    await press('Escape', 'Escape');
    await expect.poll(async () => [await sheets(), await undoLabel()], patience).toEqual(before);
    expect(await tab('Sheet1').getAttribute('aria-selected')).toBe('true');
  });
});
