import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('keys typed before a dialog is there, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, goTo, addSheet, content, undoLabel } = opened;

  test('go into the dialog, all of them, and none into the cells', async () => {
    await addSheet();
    await goTo('B2');
    await press('Shift+F2');
    await type('A note typed at once');
    await press('Control+Enter');
    await expect.poll(undoLabel, patience).toBe('Undo: Note on Sheet1!B2');
    expect(await content()).toBe('');
    await press('Shift+F2');
    const note = opened.page.getByRole('dialog').getByRole('textbox');
    await expect.poll(() => note.inputValue(), patience).toBe('A note typed at once');
    await press('Escape');
    await type('7');
    await press('Enter');
    await expect.poll(undoLabel, patience).toBe('Undo: Type 7 in Sheet1!B2');
  });
});
