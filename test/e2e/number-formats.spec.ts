import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* What number formats show beyond digits: their colours, the room that they keep, and what fills a cell; and where texts stand. */

describe.each(windowEntries)('number formats on the sheet, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, goTo, enter, addSheet, shown, undoLabel } = opened;

  const format = async (cells: string, code: string) => {
    await goTo(cells);
    await press('Control+1');
    await opened.page.getByRole('textbox', { name: /code/i }).first().fill(code);
    await press('Enter');
    await expect.poll(undoLabel, patience).toMatch(/Format/i);
  };
  const style = (property: 'color' | 'whiteSpace') =>
    opened.page
      .locator('.sheet-grid td.current')
      .first()
      .evaluate((cell, name) => getComputedStyle(cell)[name], property);

  test('negative numbers are red, and digits stand below each other beside brackets', async () => {
    await addSheet();
    await enter('5000', '-5000');
    await format('A1:A2', '#,##0_);[Red](#,##0)');
    await goTo('A1');
    await expect.poll(() => style('whiteSpace'), patience).toBe('pre');
    const ordinary = await style('color');
    await goTo('A2');
    await expect.poll(shown, patience).toBe('(5,000)');
    const red = await style('color');
    expect(red).not.toBe(ordinary);
    await press('Control+b');
    expect(await style('color')).toBe(red);
  });

  test('an amount in the accounting format has its sign at the left and its digits at the right', async () => {
    await addSheet();
    await enter('5');
    await format('A1', '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)');
    const parts = () =>
      opened.page
        .locator('.sheet-grid td.current .filled-text')
        .first()
        .evaluate((line) => {
          const cell = line.getBoundingClientRect();
          const gap = line.querySelector('span')?.getBoundingClientRect();
          return { text: line.textContent, before: (gap?.left ?? 0) - cell.left, gap: gap?.width ?? 0 };
        });
    await expect.poll(async () => (await parts()).text, patience).toBe(' $5.00 ');
    const { before, gap } = await parts();
    expect(before).toBeLessThan(20);
    expect(gap).toBeGreaterThan(10);
  });

  test('small texts, such as units, stand on the line of the figures beside them', async () => {
    await opened.openModel();
    await opened.tab('Assumptions').click();
    await opened.page.locator(".ht_master td[data-look~='unit']").first().waitFor();
    const baselines = await opened.page.locator('.ht_master tbody tr').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const cells = [...row.querySelectorAll('td')].filter(
          (cell) => cell.textContent !== '' && !cell.querySelector(':scope > :not(.ordinary-line)'),
        );
        if (!cells.some((cell) => cell.dataset['look']?.includes('unit'))) return [];
        const bottoms = cells.map((cell) => {
          const probe = cell.appendChild(document.createElement('span'));
          probe.style.display = 'inline-block';
          const { bottom } = probe.getBoundingClientRect();
          probe.remove();
          return bottom;
        });
        return [new Set(bottoms).size];
      }),
    );
    expect(baselines.length).toBeGreaterThan(3);
    expect(new Set(baselines)).toEqual(new Set([1]));
  });
});
