import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('conditional formatting, %s', (entry) => {
  const workbook = workbookWindow({ entry, empty: true });
  const { addSheet, enter, goTo, press, type } = workbook;

  const manager = () => workbook.page.getByRole('dialog', { name: 'Conditional formatting rules' });
  const editor = () => workbook.page.getByRole('dialog', { name: /formatting rule$/ });
  const openManager = async () => {
    await press('Control+k');
    await type('Conditional formatting…');
    await workbook.page
      .getByRole('option', { name: /^Conditional formatting/ })
      .first()
      .waitFor();
    await press('Enter');
    await manager().waitFor();
  };
  const newRule = async () => {
    await manager().getByRole('button', { name: 'New rule…' }).click();
    await editor().waitFor();
  };
  const take = async () => {
    await editor().getByRole('button', { name: 'OK' }).click();
    await manager().waitFor(patience);
  };
  /** The fills of cells one below the other in column A, as the page paints them; null for the bare page. */
  const fills = (count: number) =>
    workbook.page.evaluate(
      (wanted) =>
        Array.from({ length: wanted }, (_, row) => {
          const cell = document.querySelectorAll('.sheet-grid .ht_master tbody tr')[row]?.querySelector('td');
          return cell?.style.getPropertyValue('--own-fill') || null;
        }),
      count,
    );
  const expectFills = async (...wanted: readonly (string | null)[]) => {
    await expect.poll(() => fills(wanted.length), patience).toEqual(wanted);
  };

  test('a rule colours what meets it, follows what is typed, is changed, undone and cleared', async () => {
    await addSheet();
    await goTo('A1');
    await enter('1', '5', '9');
    await goTo('A1:A3');
    await openManager();
    await manager().getByText('No rules apply to the chosen cells.').waitFor();
    await newRule();
    await editor().getByRole('combobox', { name: 'Condition' }).selectOption('greaterThan');
    await editor().getByRole('button', { name: 'OK' }).click();
    await editor().getByText('Type a value or a formula.').waitFor();
    await editor().getByRole('textbox', { name: 'Value' }).fill('=SUM(');
    await press('Enter');
    await editor()
      .getByText(/SUM takes at least/)
      .waitFor(patience);
    await editor().getByRole('textbox', { name: 'Value' }).fill('4');
    await take();
    await manager().getByRole('row', { name: 'Cell value greater than 4' }).waitFor(patience);
    await expectFills(null, '#FFC7CE', '#FFC7CE');
    await press('Escape');
    await goTo('A1');
    await enter('7');
    await expectFills('#FFC7CE', '#FFC7CE', '#FFC7CE');
    await press('Control+z', 'Control+z');
    await expectFills(null, null, null);
    await press('Control+y', 'Control+y');
    await expectFills('#FFC7CE', '#FFC7CE', '#FFC7CE');

    await goTo('A2');
    await press('Control+k');
    await type('Clear conditional formatting');
    await press('Enter');
    await expectFills('#FFC7CE', null, '#FFC7CE');
    await press('Control+z');
    await expectFills('#FFC7CE', '#FFC7CE', '#FFC7CE');
  });

  test('of several rules the first counts; rules are put in order, edited and deleted', async () => {
    await addSheet();
    await goTo('A1');
    await enter('1', '5', '9');
    await goTo('A1:A3');
    await openManager();
    await newRule();
    await editor().getByRole('combobox', { name: 'Rule type' }).selectOption('formula');
    await editor()
      .getByRole('textbox', { name: /^Format cells where this formula is true/ })
      .fill('=A1>4');
    await take();
    await newRule();
    await editor().getByRole('combobox', { name: 'Rule type' }).selectOption('rank');
    await editor().getByRole('textbox', { name: 'How many' }).fill('1');

    await editor().getByRole('combobox', { name: 'Look' }).selectOption({
      label: 'Green fill with dark green text',
    });
    await take();
    await expectFills(null, '#FFC7CE', '#C6EFCE');
    const rows = manager().getByRole('row');
    expect(await rows.first().innerText()).toContain('Top 1');
    await manager().getByRole('button', { name: 'Move down' }).click();
    await expectFills(null, '#FFC7CE', '#FFC7CE');
    await expect.poll(() => rows.first().innerText(), patience).toContain('Formula: =A1>4');
    await manager().getByRole('button', { name: 'Delete rule' }).click();
    await expect.poll(() => rows.count(), patience).toBe(1);
    await manager().getByRole('button', { name: 'Edit rule…' }).click();
    const appliesTo = editor().getByRole('textbox', { name: 'Applies to' });
    await appliesTo.fill('here');
    await press('Enter');
    await editor().getByText('Type cells such as A1:B5').waitFor();
    await appliesTo.fill('A3');
    await take();
    await expectFills(null, null, null);
    await manager().getByRole('combobox', { name: 'Show rules for' }).selectOption('sheet');
    await manager().getByRole('row', { name: 'Formula: =A1>4' }).waitFor();
  });

  test('icons stand beside numbers, are chosen, turned round and left alone in the cell', async () => {
    /** What the icons of column A are called, and the texts beside them. */
    const shown = () =>
      workbook.page.evaluate(() =>
        Array.from({ length: 4 }, (_, row) => {
          const cell = document.querySelectorAll('.sheet-grid .ht_master tbody tr')[row]?.querySelector('td');
          return `${cell?.querySelector('svg')?.getAttribute('aria-label') ?? '-'} ${cell?.textContent ?? ''}`;
        }),
      );
    const expectShown = async (...wanted: readonly string[]) => {
      await expect.poll(shown, patience).toEqual(wanted);
    };
    const box = (name: string) => editor().getByRole('combobox', { name, exact: true });
    await addSheet();
    await goTo('A1');
    await enter('0', '50', '100', 'text');
    await goTo('A1:A4');
    await openManager();
    await newRule();
    await box('Rule type').selectOption('values');
    await box('Format style').selectOption('icons');
    await box('Icon style').selectOption({ label: '3 flags' });
    await take();
    await manager().getByRole('row', { name: 'Icon set: 3 flags' }).waitFor(patience);
    await expectShown('Red flag 0', 'Yellow flag 50', 'Green flag 100', '- text');

    await manager().getByRole('button', { name: 'Edit rule…' }).click();
    await editor().getByRole('button', { name: 'Reverse icon order' }).click();
    await box('Icon 2').selectOption({ label: 'No cell icon' });
    await expect.poll(() => box('Icon style').inputValue()).toBe('custom');
    await box('Icon 1: comparison').selectOption('>');
    await box('Icon 1: type').selectOption('number');
    await editor().getByRole('textbox', { name: 'Icon 1: value' }).fill('a lot');
    await editor().getByRole('button', { name: 'OK' }).click();
    await editor().getByText('Type a number or a formula.').waitFor();
    await editor().getByRole('textbox', { name: 'Icon 1: value' }).fill('100');
    await take();
    await expectShown('Green flag 0', '- 50', '- 100', '- text');

    await manager().getByRole('button', { name: 'Edit rule…' }).click();
    await editor().getByText('Show icon only').click();
    await take();
    await expectShown('Green flag ', '- ', '- ', '- text');
    await press('Escape');
    await goTo('A2');
    await enter('200');
    await expectShown('Green flag ', 'Red flag ', '- ', '- text');
    await press('Control+z', 'Control+z');
    await expectShown('Green flag 0', '- 50', '- 100', '- text');
  });
});
