import { expect, test } from 'vitest';
import { patience, workbookWindow } from './workbook-window.ts';

const workbook = workbookWindow({ entry: 'browser' });
const { addSheet, chosen, content, goTo, press, status, type } = workbook;

const rows = 10_000;
const columns = 100;
const lastCell = 'CV10000';

/** What the status bar says of numbers that are all chosen. */
const summary = async () => (await status()).replaceAll(/[\s,.]/g, '');

test('a block of 100 x 10,000 cells is pasted, taken back and brought again', async () => {
  await addSheet();
  await workbook.page.evaluate(
    ([height, width]) => {
      const line = (row: number) =>
        Array.from({ length: width }, (_, column) => String(row * width + column)).join('\t');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', Array.from({ length: height }, (_, row) => line(row)).join('\n'));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    },
    [rows, columns] as const,
  );
  await expect.poll(summary, patience).toContain('Count1000000');
  expect(await summary()).toContain('Average4999995');
  await goTo(lastCell);
  expect(await content()).toBe('999999');
  await press('Control+z');
  await expect.poll(summary, patience).not.toContain('Count1000000');
  await press('Control+y');
  await expect.poll(summary, patience).toContain('Count1000000');
  // What is typed while so many cells go is done after it.
  await press('Control+z', 'Control+Home');
  await type('7');
  await press('Enter');
  await expect.poll(chosen, patience).toBe('A2');
  await goTo(lastCell);
  await expect.poll(content, patience).toBe('');
});
