import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('what cells may hold, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, enter, addSheet, content, shown, undoLabel, expectColumn, refusal } = opened;

  const dialog = () => opened.page.getByRole('dialog', { name: 'Data validation' });
  const tip = () => opened.page.locator('.cell-tip[data-open]');
  const note = () => opened.page.locator('.problem-note');

  /** Opens the dialog by the command palette, lets `fill` change it, and takes it. */
  async function validate(fill: () => Promise<void>): Promise<void> {
    await press('Control+k');
    const palette = opened.page.getByRole('combobox', { name: /command/i });
    await palette.fill('Data validation');
    await opened.page.getByRole('option', { name: /^Data validation/ }).waitFor();
    await press('Enter');
    await dialog().waitFor();
    await fill();
    await dialog().getByRole('button', { name: 'OK' }).click();
    await dialog().waitFor({ state: 'detached' });
  }
  const field = (name: string) => dialog().getByRole('textbox', { name, exact: true });
  const pick = (name: string, option: string) =>
    dialog().getByRole('combobox', { name }).selectOption({ label: option });
  const open = (page: string) => dialog().getByRole('tab', { name: page }).click();

  test('a whole number between two others: said, refused in the person’s words, cleared, and taken back', async () => {
    await addSheet();
    await goTo('B2:B4');
    await validate(async () => {
      await pick('Allow', 'Whole number');
      await field('Minimum').fill('1');
      await field('Maximum').fill('none');
      await dialog().getByRole('button', { name: 'OK' }).click();
      await expect
        .poll(() => dialog().innerText(), patience)
        .toContain('Type a whole number, or a formula that begins with =.');
      await field('Maximum').fill('=A1*2');
      await open('Input message');
      await field('Title').fill('Years');
      await field('Input message').fill('How long it runs');
      await open('Error alert');
      await field('Title').fill('Too long');
      await field('Error message').fill('No contract runs so long.');
    });
    await expect.poll(() => tip().innerText(), patience).toMatch(/Years\s+How long it runs/);
    await goTo('A1');
    await expect.poll(() => tip().count()).toBe(0);
    await enter('5');

    // Every row compares with the cell above and to the left of its own.
    await goTo('B2');
    await type('11');
    await press('Enter');
    await expect.poll(() => note().innerText(), patience).toMatch(/Too long\s+No contract runs so long\./);
    expect(await note().innerText()).toContain('Sheet1!B2 may hold a whole number between 1 and 10.');
    await press('Escape');
    await enter('10');
    await goTo('B3');
    await type('=B2/4');
    await press('Enter');
    await expect.poll(() => note().innerText(), patience).toContain('No contract runs so long.');
    await press('Escape');
    await expectColumn('B2', ['10', '', '']);

    await goTo('B2:B4');
    await validate(async () => {
      await expect.poll(() => field('Maximum').inputValue()).toBe('=A1*2');
      await dialog().getByRole('button', { name: 'Clear all' }).click();
    });
    await expect.poll(undoLabel, patience).toBe('Undo: Clear data validation of Sheet1!B2:B4');
    await goTo('B3');
    await enter('99');
    await press('Control+z', 'Control+z');
    await goTo('B3');
    await expect.poll(() => tip().innerText(), patience).toContain('Years');
  });

  test('a warning asks, an entry that was wanted is marked, and marks can be put out', async () => {
    await addSheet();
    await validate(async () => {
      await pick('Allow', 'Decimal');
      await pick('Data', 'less than');
      await field('Maximum').fill('3');
      await open('Error alert');
      await pick('Style', 'Warning: asks whether to continue');
    });
    const question = () => opened.page.getByRole('alertdialog', { name: 'Take this entry?' });
    await type('7');
    await press('Enter');
    await question().waitFor();
    expect(await question().innerText()).toContain('The cell may hold a number less than 3.');
    // No leads back into the text.
    await press('Enter');
    await question().waitFor({ state: 'detached' });
    expect(await content()).toBe('7');
    await press('Enter');
    await question().waitFor();
    await press('Escape');
    await expect.poll(content, patience).toBe('');
    await type('7');
    await press('Enter');
    await question().getByRole('button', { name: 'Yes' }).click();
    await expectColumn('A1', ['7']);
    const marks = () => opened.page.locator('.ht_master .limit-sign').count();
    await expect.poll(marks, patience).toBe(1);
    await press('Control+k');
    await opened.page.getByRole('combobox', { name: /command/i }).fill('Circle invalid');
    await opened.page.getByRole('option', { name: /^Circle invalid/ }).waitFor();
    await press('Enter');
    await expect.poll(marks, patience).toBe(0);
  });

  test('typed items are offered and entered as typed; fills and pastes carry the rule, and are held to it', async () => {
    await addSheet();
    await goTo('A2');
    await enter('Low');
    await goTo('C1');
    await validate(async () => {
      await pick('Allow', 'List');
      await field('Source').fill('Base, 5%, High');
    });
    await press('Alt+ArrowDown');
    const list = () => opened.page.getByRole('listbox', { name: 'Choices' });
    await list().waitFor();
    expect(await list().getByRole('option').allInnerTexts()).toEqual(['Base', '5%', 'High']);
    await press('ArrowDown', 'Enter');
    await expect.poll(shown, patience).toBe('5%');
    await goTo('C1:C3');
    await press('Control+d');
    await expectColumn('C1', ['5%', '5%', '5%']);
    await goTo('A2');
    await press('Control+c');
    await goTo('C2:C3');
    await press('Control+v');
    await refusal().waitFor();
    expect(await refusal().innerText()).toContain('2 cells cannot take what was to be written into them');
    await press('Escape');
    await expectColumn('C1', ['5%', '5%', '5%']);
    // What has a rule of its own brings it along.
    await goTo('C1');
    await press('Control+c');
    await goTo('A2');
    await press('Control+v');
    await expect.poll(shown, patience).toBe('5%');
    await type('Low');
    await press('Enter');
    await expect.poll(() => note().innerText(), patience).toContain('Its choices are Base, 5%, High');
  });
});
