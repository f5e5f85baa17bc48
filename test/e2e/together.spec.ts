import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('what Excel users put together, %s', (entry) => {
  const workbook = workbookWindow({ entry, empty: true });
  const { addSheet, chosen, content, enter, goTo, mouse, press, shown, type, undoLabel } = workbook;

  test('a cell that an array fills shows the formula of the array, which is changed in its first cell', async () => {
    await addSheet();
    await enter('=SEQUENCE(3,2)');
    await goTo('B3');
    await expect.poll(content, patience).toBe('=SEQUENCE(3,2)');
    await workbook.page.getByText('Array of A1').waitFor();
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('');
    await press('ArrowUp', 'F2');
    await expect.poll(content, patience).toBe('');
    await type('9');
    await press('Enter');
    await workbook.page.getByText('Sheet1!B3 is part of an array').waitFor(patience);
    await press('Escape');
    await goTo('A1');
    await enter('=SEQUENCE(2,2)');
    await goTo('B3');
    await expect.poll(content, patience).toBe('');
    await press('Control+z');
    await goTo('B3');
    // Keys wait while a step is taken back, which shows its own cells first.
    await expect
      .poll(async () => [await chosen(), await content(), await shown(), await undoLabel()], patience)
      .toEqual(['B3', '=SEQUENCE(3,2)', '6', 'Undo: Type =SEQUENCE(3,2) in Sheet1!A1']);
  });

  test('a rule takes its colours from the palette', async () => {
    await addSheet();
    await enter('1', '5');
    await goTo('A1:A2');
    await press('Control+k');
    await type('Conditional formatting…');
    await press('Enter');
    const manager = workbook.page.getByRole('dialog', { name: 'Conditional formatting rules' });
    await manager.waitFor(patience);
    // The button has the keyboard while there is no rule.
    await press('Enter');
    const editor = workbook.page.getByRole('dialog', { name: 'New formatting rule' });
    await editor.getByRole('combobox', { name: 'Condition' }).selectOption('greaterThan');
    await editor.getByRole('textbox', { name: 'Value' }).fill('4');
    await editor.getByRole('button', { name: /^Text colour/ }).click();
    await workbook.page.getByRole('button', { name: 'Automatic', exact: true }).click();
    await editor.getByRole('button', { name: 'Text colour: Automatic' }).waitFor();
    await editor.getByRole('button', { name: /^Fill colour/ }).click();
    await workbook.page.getByRole('option', { name: 'Purple', exact: true }).waitFor();
    await press('Escape');
    // Only the palette is gone.
    await editor.getByRole('button', { name: 'Fill colour: #FFC7CE' }).click();
    await workbook.page.getByRole('textbox', { name: 'Other colour' }).fill('#0070c0');
    await press('Enter');
    await editor.getByRole('button', { name: 'Fill colour: Blue' }).waitFor();
    await editor.getByRole('button', { name: 'OK' }).click();
    await manager.getByRole('row', { name: 'Cell value greater than 4' }).waitFor(patience);
    await press('Escape');
    const fill = () =>
      workbook.page
        .locator('.sheet-grid .ht_master tbody tr')
        .nth(1)
        .locator('td')
        .first()
        .evaluate((cell) => cell.style.getPropertyValue('--own-fill'));
    await expect.poll(fill, patience).toBe('#0070C0');
  });

  test('rows chosen here and there are hidden, filled and deleted together', async () => {
    await addSheet();
    await enter('1', '2', '3', '4', '5', '6');
    const chooseRows = async () => {
      await mouse.click('2');
      await mouse.click('4', { holding: 'Control' });
      await mouse.click('5', { holding: 'Control' });
    };
    const column = () =>
      workbook.page.evaluate(() =>
        Array.from(document.querySelectorAll('.sheet-grid .ht_master tbody tr'))
          .slice(0, 6)
          .map((row) => row.querySelector('td')?.innerText ?? '')
          .join(' '),
      );
    await chooseRows();
    await press('Control+9');
    await expect.poll(column, patience).toBe('1 3 6   ');
    await press('Control+z');
    await expect.poll(column, patience).toBe('1 2 3 4 5 6');
    await chooseRows();
    await press('Control+-');
    await expect.poll(column, patience).toBe('1 3 6   ');
    await expect.poll(undoLabel, patience).toBe('Undo: Delete 3 rows of Sheet1');
    await press('ArrowDown', 'Control+z');
    await expect.poll(column, patience).toBe('1 2 3 4 5 6');
    await goTo('A1:A2');
    await mouse.click('A4', { holding: 'Control' });
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect.poll(column, patience).toBe('1 1 3 4 4 4');
    await expect.poll(undoLabel, patience).toBe('Undo: Fill Sheet1!A2, A5:A6');
  });

  test('a sheet that is drawn small has cells as far as there is room, and a row stays whole', async () => {
    await addSheet();
    await enter('1', '2', '3');
    await mouse.click('2');
    for (let step = 0; step < 6; step++) await press('Control+Alt+Minus');
    const grid = workbook.page.locator('.sheet-grid');
    const free = async () => {
      const [room, cells] = await Promise.all([
        grid.boundingBox(),
        grid.locator('.ht_master .htCore').boundingBox(),
      ]);
      return (room?.x ?? 0) + (room?.width ?? 0) - (cells?.x ?? 0) - (cells?.width ?? 0);
    };
    await expect.poll(free, patience).toBeLessThanOrEqual(0);
    // Without a question about rows or columns.
    await press('Control+-');
    await expect.poll(undoLabel, patience).toBe('Undo: Delete row 2 of Sheet1');
  });
});
