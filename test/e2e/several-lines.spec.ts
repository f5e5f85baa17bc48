import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* What is done to whole rows that are chosen here and there, by their headings with Ctrl held. */

describe.each(windowEntries)('several spans of rows, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, goTo, enter, addSheet, content, expectColumn, undoLabel } = opened;

  const heading = (row: number) =>
    opened.page
      .locator('.ht_clone_inline_start tbody th')
      .filter({ hasText: new RegExp(`^${row}$`) })
      .last();
  const choose = async (...rows: readonly number[]) => {
    for (const [index, row] of rows.entries())
      await heading(row).click(index === 0 ? {} : { modifiers: ['Control'] });
  };

  test('rows are inserted above each, are chosen then, and formulas follow; undo is one step', async () => {
    await addSheet();
    await enter('1', '2', '3', '4', '=SUM(A1:A4)');
    await choose(2, 4);
    await press('Control++');
    await expectColumn('A1', ['1', '', '2', '3', '', '4', '10']);
    await goTo('A7');
    expect(await content()).toBe('=SUM(A1:A6)');
    expect(await undoLabel()).toMatch(/Insert 2 rows of Sheet1/);
    await press('Control+z');
    await expectColumn('A1', ['1', '2', '3', '4', '10']);
    // Rows that touch are spans of their own when each was chosen by itself.
    await choose(1, 2);
    await press('Control++');
    await expectColumn('A1', ['', '1', '', '2', '3', '4', '10']);
    await choose(1, 3);
    await press('Control+-');
    await expectColumn('A1', ['1', '2', '3', '4', '10']);
  });

  test('the new rows are chosen, and rows are grouped and ungrouped each for itself', async () => {
    await addSheet();
    await enter('1', '2', '3', '4', '5', '6');
    await choose(2, 4);
    await press('Control++');
    await expect.poll(undoLabel, patience).toMatch(/Insert 2 rows/);
    await opened.page.keyboard.type('7');
    await press('Control+Enter');
    await expectColumn('A1', ['1', '7', '2', '3', '7', '4']);
    const group = (name: string) => opened.page.getByRole('button', { name });
    await choose(2, 5);
    await press('Alt+Shift+ArrowRight');
    await group('Detail of row 2').waitFor();
    await group('Detail of row 5').waitFor();
    await press('Alt+Shift+ArrowLeft');
    await expect.poll(() => group('Detail of row').count(), patience).toBe(0);
    await press('Control+z');
    await group('Detail of row 5').waitFor();
  });
});
