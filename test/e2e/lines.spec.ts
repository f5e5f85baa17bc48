import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* Hiding, grouping and sizing lines, hiding sheets, and how large a sheet is shown. */

describe.each(windowEntries)('lines and views, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, chosen, undoLabel, addSheet, tab, status } = opened;

  const heading = (axis: 'rows' | 'columns', text: string) =>
    opened.page
      .locator(axis === 'rows' ? '.ht_clone_inline_start tbody th' : '.ht_clone_top thead th')
      .filter({ hasText: new RegExp(`^${text}$`) })
      .last();
  const width = async (column: string) => (await opened.mouse.box(column)).width;

  test('hidden rows are passed over, and a double click on the double line shows them', async () => {
    await addSheet();
    await goTo('Sheet1!B3:B4');
    await press('Control+9');
    await expect.poll(() => heading('rows', '3').count(), patience).toBe(0);
    await goTo('Sheet1!B2');
    await press('ArrowDown');
    await expect.poll(chosen, patience).toBe('B5');
    await press('ArrowUp');
    await expect.poll(chosen, patience).toBe('B2');
    const below = await opened.mouse.box('5');
    await opened.page.mouse.dblclick(below.x + 10, below.y + 2);
    await heading('rows', '3').waitFor();
    await press('Control+z');
    await expect.poll(() => heading('rows', '4').count(), patience).toBe(0);
    await press('Control+a');
    await press('Control+Shift+(');
    await heading('rows', '4').waitFor();
  });

  test('a column is dragged wider, fits what it holds at a double click, and is hidden at no width', async () => {
    await addSheet();
    await goTo('Sheet1!B1');
    await type('a text that is too wide for its column');
    await press('Enter');
    const before = await opened.mouse.box('B');
    const edge = { x: before.x + before.width - 1, y: before.y + 8 };
    const { mouse } = opened.page;
    await mouse.move(edge.x, edge.y);
    await mouse.down();
    await mouse.move(edge.x + 40, edge.y, { steps: 4 });
    await mouse.up();
    await expect.poll(() => width('B'), patience).toBe(before.width + 40);
    await mouse.dblclick(edge.x + 40, edge.y);
    await expect.poll(() => width('B'), patience).toBeGreaterThan(before.width + 60);
    await press('Control+z');
    await expect.poll(() => width('B'), patience).toBe(before.width + 40);
    await mouse.move(edge.x + 40, edge.y);
    await mouse.down();
    await mouse.move(before.x - 20, edge.y, { steps: 4 });
    await mouse.up();
    await expect.poll(() => heading('columns', 'B').count(), patience).toBe(0);
    expect(await undoLabel()).toMatch(/Width of column B of Sheet1/);
  });

  test('groups lie in each other, and their buttons and levels hide and show their rows', async () => {
    await addSheet();
    const group = async (cells: string) => {
      await goTo(`Sheet1!${cells}`);
      await press('Alt+Shift+ArrowRight');
      await opened.page.getByRole('dialog', { name: 'Group' }).waitFor();
      await press('r', 'Enter');
      await expect.poll(undoLabel, patience).toMatch(/Group rows/);
    };
    const button = (name: string) => opened.page.getByRole('button', { name });
    await group('A2:A9');
    await button('Detail of rows 2 to 9').waitFor();
    await group('A4:A5');
    await button('Detail of rows 4 to 5').click();
    await expect.poll(() => heading('rows', '4').count(), patience).toBe(0);
    await button('Show level 1 of rows').click();
    await expect.poll(() => heading('rows', '2').count(), patience).toBe(0);
    await button('Show level 2 of rows').click();
    await heading('rows', '2').waitFor();
    expect(await heading('rows', '4').count()).toBe(0);
    await button('Show level 3 of rows').click();
    await heading('rows', '4').waitFor();
  });

  test('a sheet is shown larger and smaller, and what is typed stands over its cell', async () => {
    await addSheet();
    await goTo('Sheet1!C5');
    const before = await width('C');
    for (let step = 0; step < 5; step++) await press('Control+Alt++');
    await expect.poll(status, patience).toContain('150 %');
    await expect.poll(() => width('C'), patience).toBeCloseTo(before * 1.5, 0);
    await press('F2');
    const cell = await opened.page.locator('.sheet-grid .ht_master td.current').boundingBox();
    const editor = await opened.page.locator('.cell-editor').boundingBox();
    expect(editor?.x).toBeCloseTo((cell?.x ?? 0) - 1, 0);
    expect(editor?.height).toBeCloseTo((cell?.height ?? 0) + 1, 0);
    await press('Escape');
    await opened.page.locator('.sheet-grid').hover();
    await opened.page.keyboard.down('Control');
    await opened.page.mouse.wheel(0, 100);
    await opened.page.keyboard.up('Control');
    await expect.poll(status, patience).toContain('140 %');
    await tab('Cover').click();
    await expect.poll(status, patience).toContain('100 %');
  });

  test('a hidden sheet has no tab until it is shown again', async () => {
    await addSheet();
    await tab('Sheet1').click({ button: 'right' });
    await opened.page.getByRole('menuitem', { name: 'Hide sheet', exact: true }).click();
    await tab('Sheet1').waitFor({ state: 'detached' });
    await tab('Cover').click({ button: 'right' });
    await opened.page.getByRole('menuitem', { name: /^Unhide sheet/ }).click();
    await opened.page.getByRole('dialog', { name: 'Unhide sheet' }).waitFor();
    await press('Enter');
    await expect.poll(() => tab('Sheet1').getAttribute('aria-selected'), patience).toBe('true');
  });
});
