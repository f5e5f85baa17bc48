import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('what is selected, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, mouse, goTo, enter, addSheet, content, shown, chosen, status, expectColumn, refusal } =
    opened;

  /** Numbers 1 to 4 in column A, 10 to 40 in column B. */
  async function numbers(): Promise<void> {
    await addSheet();
    await enter('1', '2', '3', '4');
    await goTo('B1');
    await enter('10', '20', '30', '=A4*10');
  }

  test('several ranges are summed, formatted, emptied and filled together, and copied where they line up', async () => {
    await numbers();
    await mouse.click('A1');
    await mouse.click('A3', { holding: 'Control' });
    await mouse.click('B4', { holding: 'Control' });
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 44/s);
    await press('Control+Shift+%');
    await expect.poll(shown, patience).toBe('4000%');
    await expectColumn('A1', ['100%', '2', '300%', '4']);
    await press('Control+z');
    await expectColumn('A1', ['1', '2', '3', '4']);

    await mouse.click('A1');
    await mouse.click('A3', { holding: 'Control' });
    await press('Delete');
    await expectColumn('A1', ['', '2', '', '4']);
    await press('Control+z');
    await expectColumn('A1', ['1', '2', '3', '4']);
    await mouse.click('A1');
    await mouse.click('A3', { holding: 'Control' });
    await type('7');
    await press('Control+Enter');
    await expectColumn('A1', ['7', '2', '7', '4']);
    await press('Control+z');
    // An undo leads to the cells that it has changed.
    await expectColumn('A1', ['1', '2', '3', '4']);

    await mouse.click('A2');
    await mouse.click('B4', { holding: 'Control' });
    await press('Control+c');
    await refusal().waitFor();
    expect(await refusal().innerText()).toContain('These ranges cannot be copied together.');
    await press('Enter');

    await mouse.click('B1');
    await mouse.click('B4', { holding: 'Control' });
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
    await mouse.click('A1');
    await mouse.click('A2', { holding: 'Control' });
    await mouse.click('A4', { holding: 'Control' });
    await mouse.click('A2', { holding: 'Control' });
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

  test('F8 draws the selection on, Shift+F8 adds a range, Ctrl+. goes from corner to corner, Ctrl+A widens', async () => {
    await numbers();
    await goTo('A1');
    await press('F8');
    await expect.poll(status, patience).toMatch(/^Extend Selection/);
    await press('ArrowDown', 'ArrowRight');
    await expect.poll(status, patience).toMatch(/Count 4\s.*Sum 33/s);
    await press('Escape');
    await expect.poll(status, patience).toMatch(/^Ready.*Sum 33/s);
    await press('Control+.', 'Control+.');
    await expect.poll(chosen, patience).toBe('B2');
    await press('Shift+Backspace');
    await expect.poll(status, patience).not.toContain('Count');

    await goTo('A1:A2');
    await press('Shift+F8');
    await expect.poll(status, patience).toMatch(/^Add to Selection/);
    await press('ArrowRight', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown');
    await expect.poll(status, patience).toMatch(/Count 4\s.*Sum 73/s);
    await press('Shift+F8');
    await expect.poll(status, patience).toMatch(/^Ready/);

    await goTo('A2');
    await press('Control+a');
    await expect.poll(status, patience).toMatch(/Count 8\s.*Sum 110/s);
    await press('Control+a', 'Delete');
    await expectColumn('B1', ['', '', '', '']);
  });

  test('entries take sums, dates and what stands above; a formula takes the format of what it reads', async () => {
    await numbers();
    await goTo('A1:B1');
    await press('Control+Shift+$');
    await expect.poll(shown, patience).toBe('$1.00');
    await goTo('A1:B4');
    await press('Alt+=');
    await expectColumn('A5', ['$10.00']);
    await goTo('B5');
    await expect.poll(content, patience).toBe('=SUM(B1:B4)');
    await goTo('D1');
    await type('=A1-1+');
    await press("Control+'");
    await press('Escape');
    await type('=B1*2');
    await press('Enter');
    await expectColumn('D1', ['$20.00']);
    await goTo('D2');
    await press("Control+'");
    await expect.poll(content, patience).toBe('=B1*2');
    await press('Enter');
    await goTo('D3');
    await press('Control+Shift+"');
    await expect.poll(content, patience).toBe('20');
    await press('Escape');
    await press('Control+;');
    await press('Enter');
    await goTo('D3');
    await expect.poll(shown, patience).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
    await goTo('E1');
    await type('first');
    await press('Alt+Enter');
    await type('second');
    await press('Control+Enter');
    await expect.poll(content, patience).toBe('first\nsecond');
    expect(await opened.page.locator('.ht_master td.current').first().getAttribute('data-look')).toContain(
      'wrap',
    );
    await goTo('F1:F3');
    await type('=A2:A4*10');
    await press('Control+Shift+Enter');
    await expectColumn('F1', ['20', '30', '40', '']);
  });
});
