import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* What who comes from Excel does in the first minutes, with keys pressed faster than the program answers. */
describe.each(windowEntries)('the hands of an Excel user, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, chosen, shown, status, expectColumn } = opened;

  /** The first row that is seen below the headings, counted from 1. */
  const firstRow = () =>
    opened.page.evaluate(() => {
      const edge = document.querySelector('.ht_clone_top thead')?.getBoundingClientRect().bottom ?? 0;
      const rows = [...document.querySelectorAll('.ht_master tbody tr')];
      const seen = rows.find((row) => row.getBoundingClientRect().top >= edge - 1);
      return Number(seen?.getAttribute('aria-rowindex')) - 1;
    });

  test('a page leads the sheet and the cell on, End with an arrow to the edge of the data', async () => {
    await goTo('B1');
    for (const text of ['1', '2', '3']) {
      await type(text);
      await press('Tab');
    }
    await goTo('B4');
    const { height } = (await opened.page.locator('.sheet-grid').boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(200);
    await press('PageDown');
    const top = await firstRow();
    expect(top).toBeGreaterThan(8);
    expect(await chosen()).toBe(`B${3 + top}`);
    await press('PageUp');
    await expect.poll(firstRow, patience).toBe(1);
    await press('Alt+PageDown');
    expect(await chosen()).not.toMatch(/^[A-F]\d/);
    await press('Alt+PageUp');

    await goTo('B1');
    await press('End');
    await expect.poll(status, patience).toMatch(/^End Mode/);
    await press('ArrowRight');
    expect(await chosen()).toBe('D1');
    await expect.poll(status, patience).toMatch(/^Ready/);
    await press('End', 'Shift+ArrowLeft');
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 6/s);
  });

  test('Shift Tab stays in the first cell of the sheet', async () => {
    await goTo('A1');
    await press('Shift+Tab', 'Shift+Tab');
    expect(await chosen()).toBe('A1');
    expect(await status()).toMatch(/^Ready/);
    await type('5');
    await press('Enter');
    await expect.poll(chosen, patience).toBe('A2');
  });

  test('a text of the column is completed while it is typed, and picked with Alt+Down', async () => {
    await goTo('B2');
    await type('North');
    await press('Enter');
    await type('South');
    await press('Enter');
    await type('so');
    const field = opened.page.getByRole('textbox', { name: 'Cell B4' });
    expect(await field.inputValue()).toBe('south');
    expect(
      await field.evaluate(
        (area) => area instanceof HTMLTextAreaElement && [area.selectionStart, area.selectionEnd],
      ),
    ).toEqual([2, 5]);
    await press('Enter');
    await type('Sou');
    await press('Backspace', 'Enter');
    await type('x');
    await press('Backspace');
    await type('n');
    await press('Tab');
    await expectColumn('B4', ['South', 'Sou', 'North', '']);
    await goTo('B7');
    await press('Alt+ArrowDown');
    const choices = opened.page.getByRole('listbox', { name: 'Choices' });
    await choices.waitFor();
    expect(await choices.getByRole('option').allInnerTexts()).toEqual(['North', 'Sou', 'South']);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(opened.content, patience).toBe('South');
  });

  test('F4 and Ctrl+Y do the last thing again, and nothing once something was typed', async () => {
    await goTo('B2');
    for (const text of ['1', '2', '3', '4']) {
      await type(text);
      await press('Enter');
    }
    await goTo('B2');
    await press('Control+b', 'ArrowDown', 'F4', 'ArrowDown', 'Control+y');
    await goTo('B3');
    const look = () => opened.page.locator('.ht_master td.current').first().getAttribute('data-look');
    await expect.poll(look, patience).toContain('strong');
    await goTo('B5');
    expect(await look()).not.toContain('strong');
    await goTo('B4');
    await expect.poll(look, patience).toContain('strong');
    await press('Control+z');
    await expect.poll(look, patience).not.toContain('strong');
    await press('F4');
    await expect.poll(look, patience).toContain('strong');

    await goTo('B2');
    await press('Shift+Space', 'Control+Shift++');
    await expectColumn('B2', ['', '1']);
    await goTo('B3');
    await press('Shift+Space', 'F4');
    await expectColumn('B2', ['', '', '1', '2']);
    await goTo('B1');
    await type('x');
    await press('Enter', 'F4');
    await expect.poll(opened.undoLabel, patience).toMatch(/Type x/);
  });

  test('a date with its time and an amount widen their columns, and never show as signs', async () => {
    await goTo('C2');
    await type('3/14/2026 10:30');
    await press('Enter');
    await type('$1,234,567,890.12');
    await press('Tab');
    await type('$1,234,567,890.12');
    await press('Enter');
    await goTo('C2');
    await expect.poll(shown, patience).toBe('3/14/2026 10:30');
    await press('ArrowDown');
    await expect.poll(shown, patience).toBe('$1,234,567,890.12');
    await goTo('D3');
    await expect.poll(shown, patience).toBe('$1,234,567,890.12');
    await expect.poll(status, patience).toMatch(/3 cells typed, 0 moved/);
    await press('Control+z');
    await expect.poll(opened.content, patience).toBe('');
    await expect.poll(status, patience).toMatch(/2 cells typed, 0 moved/);
  });

  test('F9 turns the chosen part of a formula into its value, Ctrl+Shift+A names the arguments', async () => {
    await goTo('B2');
    await type('2');
    await press('Enter');
    await type('5');
    await press('Enter');
    await type('=SUM(B2:B3)*10+1');
    const field = opened.page.getByRole('textbox', { name: 'Cell B4' });
    await press('F2', 'ArrowLeft', 'ArrowLeft');
    for (const _ of 'SUM(B2:B3)*10') await press('Shift+ArrowLeft');
    await press('F9');
    await expect.poll(() => field.inputValue(), patience).toBe('=70+1');
    await press('Control+z');
    expect(await field.inputValue()).toBe('=SUM(B2:B3)*10+1');
    // What is typed while the engine works comes after it.
    await press('End', 'F9');
    await type('0');
    await press('Enter');
    await expectColumn('B4', ['0']);

    await goTo('C2');
    await type('=B2:B3');
    await press('F9');
    const array = opened.page.getByRole('textbox', { name: 'Cell C2' });
    await expect.poll(() => array.inputValue(), patience).toBe('={2;5}');
    await press('Escape');
    await type('=pmt(');
    await opened.page.getByText('PMT(rate').first().waitFor();
    await press('Control+Shift+A');
    expect(await array.inputValue()).toBe('=pmt(rate,nper,pv,fv,type)');
    await type('0.1');
    expect(await array.inputValue()).toBe('=pmt(0.1,nper,pv,fv,type)');
    await press('Escape');
  });

  test('cells come and go with those behind them, by Excel’s letters, and what reads them follows', async () => {
    await goTo('B2');
    for (const text of ['1', '2', '3', '=SUM(B2:B4)']) {
      await type(text);
      await press('Enter');
    }
    await goTo('C2');
    await type('x');
    await press('Enter');
    await goTo('B3');
    await press('Control+Shift++');
    const insert = opened.page.getByRole('dialog', { name: 'Insert' });
    await insert.waitFor();
    expect(await insert.getByRole('radio', { name: 'Shift cells down' }).isChecked()).toBe(true);
    await press('Enter');
    await type('10');
    await press('Enter');
    await expectColumn('B2', ['1', '10', '2', '3', '16']);
    await goTo('B2');
    // Before the dialog is there: the keys wait for it.
    await press('Control+Shift++', 'i', 'Enter');
    await expectColumn('C2', ['1', '']);
    await expectColumn('D2', ['x']);
    await press('Control+z');
    await goTo('B3:B4');
    await press('Control+-');
    const remove = opened.page.getByRole('dialog', { name: 'Delete' });
    await remove.waitFor();
    await press('u', 'Enter');
    await expectColumn('B2', ['1', '3', '4', '']);
    await press('Control+z');
    await expectColumn('B2', ['1', '10', '2', '3', '16']);
  });

  test('the edge of the selection is dragged to move cells, with Ctrl to copy them, and asks before it replaces data', async () => {
    await goTo('B2');
    for (const text of ['1', '2', '=B2+B3']) {
      await type(text);
      await press('Enter');
    }
    const cell = (row: number, column: number) =>
      opened.page
        .locator('.ht_master tbody tr')
        .nth(row - 1)
        .locator('td')
        .nth(column - 1);
    const { mouse } = opened.page;
    /** Drags the lower edge of a cell onto another one. */
    const drag = async (from: ReturnType<typeof cell>, to: ReturnType<typeof cell>) => {
      const [start, end] = [await from.boundingBox(), await to.boundingBox()];
      if (!start || !end) throw new Error('The cells are in view');
      await mouse.move(start.x + start.width / 3, start.y + start.height - 2);
      await opened.page.locator('.sheet-grid[data-hold]').waitFor();
      await mouse.down();
      await mouse.move(end.x + 20, end.y + 10, { steps: 4 });
      await mouse.up();
    };
    await goTo('B2:B3');
    await drag(cell(3, 2), cell(6, 4));
    await expect.poll(opened.undoLabel, patience).toMatch(/Move Cover!B2:B3 to Cover!D5:D6/);
    await expect.poll(opened.chosen, patience).toBe('D5');
    await expectColumn('D5', ['1', '2']);
    await expectColumn('B2', ['', '', '3']);
    await goTo('B4');
    await expect.poll(opened.content, patience).toBe('=D5+D6');

    await goTo('D5:D6');
    await opened.page.keyboard.down('Control');
    await drag(cell(6, 4), cell(6, 5));
    await opened.page.keyboard.up('Control');
    await expectColumn('E5', ['1', '2']);
    await expectColumn('D5', ['1', '2']);

    await goTo('D5');
    await drag(cell(5, 4), cell(6, 5));
    const question = opened.page.getByRole('alertdialog', { name: 'Replace what is there?' });
    await question.waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expectColumn('E5', ['1', '2']);
    await goTo('D5');
    await drag(cell(5, 4), cell(6, 5));
    await question.waitFor();
    await press('Enter');
    await expectColumn('E5', ['1', '1']);
    await expectColumn('D5', ['']);

    await goTo('E5');
    await type('7');
    await press('Control+Enter');
    await opened.page.keyboard.down('Shift');
    await drag(cell(5, 5), cell(7, 5));
    await opened.page.keyboard.up('Shift');
    await expectColumn('E5', ['1', '7']);
  });

  test('Ctrl+Plus puts copied rows and cut cells among others, as one step', async () => {
    await goTo('A1');
    for (const text of ['10', '20', '30']) {
      await type(text);
      await press('Tab');
      await type(`=A${Number(text) / 10}*$A$1`);
      await press('Enter');
    }
    await expectColumn('B1', ['100', '200', '300']);
    await goTo('A2');
    await press('Shift+Space', 'Control+c');
    await goTo('A1');
    await press('Control+Shift++');
    await expectColumn('A1', ['20', '10', '20', '30']);
    await expectColumn('B1', ['200', '100', '200', '300']);
    await goTo('B1');
    expect(await opened.content()).toBe('=A1*$A$2');
    await press('Control+z');
    await expectColumn('A1', ['10', '20', '30', '']);

    await goTo('A3');
    await press('Control+x');
    await goTo('A1');
    await press('Control+Shift++');
    await opened.page.getByRole('dialog', { name: 'Insert copied cells' }).waitFor();
    await press('d', 'Enter');
    await expectColumn('A1', ['30', '10', '20', '']);
    await goTo('B3');
    await expect.poll(opened.content, patience).toBe('=A1*$A$2');
    await press('Control+z');
    await expectColumn('A1', ['10', '20', '30']);

    await goTo('A3');
    await press('Shift+Space', 'Control+x');
    await goTo('A1');
    await press('Control+Shift++');
    await expectColumn('A1', ['30', '10', '20']);
    await expectColumn('B1', ['300', '100', '200']);
  });

  test('paste special links to the copied cells', async () => {
    await goTo('A1');
    for (const text of ['1', '2']) {
      await type(text);
      await press('Enter');
    }
    await goTo('A1:A2');
    await press('Control+c');
    await goTo('Deals!C3');
    await press('Control+Alt+v', 'l', 'Enter');
    await expectColumn('Deals!C3', ['1', '2']);
    await goTo('Deals!C4');
    await expect.poll(opened.content, patience).toBe('=Cover!A2');
  });
});
