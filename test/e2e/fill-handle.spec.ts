import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* The handle that fills, dragged back over the chosen cells. */

describe.each(windowEntries)('fill handle, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, goTo, enter, addSheet, chosen, undoLabel, expectColumn } = opened;

  const cell = async (row: number) => {
    const box = await opened.page
      .locator(`.ht_master tbody tr[aria-rowindex="${row + 1}"] td[aria-colindex="2"]`)
      .boundingBox();
    if (!box) throw new Error(`Row ${row} is not in view`);
    return box;
  };
  const shaded = () => opened.page.locator('.ht_master td[data-cleared]').count();
  /** Takes hold of the handle at the corner of column A in a row. */
  const hold = async (row: number) => {
    const { x, y, width, height } = await cell(row);
    await opened.page.mouse.move(x + width - 1, y + height - 1);
    await opened.page.mouse.down();
  };
  const moveOver = async (row: number) => {
    const { x, y, width } = await cell(row);
    await opened.page.mouse.move(x + width - 10, y + 4, { steps: 6 });
  };

  test('empties the cells that it passes, shaded meanwhile, as one step', async () => {
    await addSheet();
    await enter('1', '2', '3', '4', '5');
    await goTo('Sheet1!A1:A5');
    await hold(5);
    await moveOver(3);
    await expect.poll(shaded, patience).toBe(3);
    await opened.page.mouse.up();
    await expect.poll(undoLabel, patience).toMatch(/Clear Sheet1!A3:A5/);
    expect(await shaded()).toBe(0);
    await expect.poll(chosen, patience).toBe('A1');
    await expectColumn('Sheet1!A1', ['1', '2', '', '', '']);
    await press('Control+z');
    await expectColumn('Sheet1!A1', ['1', '2', '3', '4', '5']);
  });

  test('changes nothing where it is brought back to the corner, or Escape is pressed', async () => {
    await addSheet();
    await enter('1', '2', '3');
    await goTo('Sheet1!A1:A3');
    const before = await undoLabel();
    await hold(3);
    await moveOver(1);
    await expect.poll(shaded, patience).toBe(3);
    const { x, y, width, height } = await cell(3);
    await opened.page.mouse.move(x + width - 2, y + height - 2, { steps: 6 });
    await expect.poll(shaded, patience).toBe(0);
    await opened.page.mouse.up();
    await hold(3);
    await moveOver(1);
    await press('Escape');
    await expect.poll(shaded, patience).toBe(0);
    await opened.page.mouse.up();
    expect(await undoLabel()).toBe(before);
  });
});
