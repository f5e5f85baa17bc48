import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entries, openApp } from './harness.ts';
import type { OpenedApp, OpenOptions } from './harness.ts';

const patience = { timeout: 20_000 };

describe.each(entries)('who did what when, %s', (entry) => {
  let folder: string;
  let app: OpenedApp;
  let page: Page;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-log-'));
  });
  afterEach(async () => {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(options: Omit<OpenOptions, 'entry'> = {}): Promise<void> {
    app = await openApp({ entry, ...options });
    ({ page } = app);
    await page.locator('.sheet-grid td').first().waitFor();
  }

  async function close(): Promise<void> {
    const errors = app.pageErrors;
    await app.close();
    if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join('\n')}`);
  }

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const status = () => page.getByRole('contentinfo', { name: 'Status' }).innerText();
  const nameBox = () => page.getByRole('combobox', { name: /^Name box/ });
  const history = (cell: string) => page.getByRole('list', { name: `History of ${cell}` });
  const events = async (cell: string) =>
    (await history(cell).getByRole('button').allInnerTexts()).map((text) => text.split('\n'));

  async function enter(text: string): Promise<void> {
    await page.keyboard.type(text);
    await press('Enter');
    await expect.poll(status, patience).toMatch(/^Ready/);
  }

  async function goTo(place: string): Promise<void> {
    await nameBox().fill(place);
    await press('Enter');
    await expect
      .poll(() => nameBox().evaluate((field) => field === document.activeElement), patience)
      .toBe(false);
  }

  async function command(words: string): Promise<void> {
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Search for a command, a sheet or a name' }).fill(words);
    await press('Enter');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor({ state: 'detached' });
  }

  test('a cell tells its past under the name of who changed it, also to the next person', async () => {
    await open();
    await command('About');
    await page.getByRole('textbox', { name: 'Name in the log' }).fill('Ana');
    await press('Enter');
    await page.getByText('From now on changes are logged as Ana.').waitFor();
    await press('Escape');

    await press('Shift+F11');
    const sheet = page.getByRole('tab', { name: /^Sheet1/ });
    await expect.poll(() => sheet.getAttribute('aria-selected'), patience).toBe('true');
    await enter('0.4');
    await press('ArrowUp');
    await enter('0.45');
    await goTo('Sheet1!A1');
    await press('Shift+Space', 'Control+Shift++');
    await goTo('Sheet1!A2');
    await command('Cell history');
    const changes = [
      ['0.45 (was 0.4)', 'Type 0.45 in Sheet1!A1'],
      ['0.4 (was empty)', 'Type 0.4 in Sheet1!A1'],
      ['Inserted', 'Insert sheet Sheet1'],
    ];
    await expect
      .poll(async () => (await events('Sheet1!A2')).map(([, ...words]) => words), patience)
      .toEqual(changes);
    for (const [stamp] of await events('Sheet1!A2')) expect(stamp).toMatch(/^Today, \d\d:\d\d · Ana$/);

    await press('F6', 'Enter');
    const whole = history('Sheet1!A2').getByRole('list', { name: 'The whole step' });
    await expect
      .poll(() => whole.innerText(), patience)
      .toMatch(/Sheet1!A2\s+0\.45 \(was 0\.4\), then Sheet1!A1/);
    await goTo('Sheet1!A1');
    await expect.poll(async () => (await events('Sheet1!A1')).length, patience).toBe(1);
    await goTo('Sheet1!C9');
    await expect.poll(async () => (await events('Sheet1!C9')).length, patience).toBe(1);

    await press('Control+s');
    const path = join(folder, 'past.roundtrip');
    await app.chooseSave(path);
    await page.getByText('Saved past').waitFor();
    await close();

    await open({ openPath: path });
    await goTo('Sheet1!A2');
    await enter('0.5');
    await goTo('Sheet1!A2');
    await command('Cell history');
    await expect
      .poll(async () => (await events('Sheet1!A2')).map(([, ...words]) => words), patience)
      .toEqual([['0.5 (was 0.45)', 'Type 0.5 in Sheet1!A2'], ...changes]);
    await page.getByRole('button', { name: 'All changes' }).click();
    const all = page.getByRole('list', { name: 'History of the workbook' }).getByRole('button');
    await expect
      .poll(async () => (await all.allInnerTexts()).map((text) => text.split('\n').at(-1)), patience)
      .toEqual([
        'Type 0.5 in Sheet1!A2',
        'Insert row 1 of Sheet1',
        'Type 0.45 in Sheet1!A1',
        'Type 0.4 in Sheet1!A1',
        'Insert sheet Sheet1',
      ]);
    await page.getByRole('button', { name: 'All changes' }).click();
    await history('Sheet1!A2').waitFor();
    const stamps = (await events('Sheet1!A2')).map(([stamp]) => stamp?.endsWith('· Ana'));
    expect(stamps).toEqual([false, true, true, true]);
  });

  test('what was chosen in the palette is there first in the next window', async () => {
    const userData = join(folder, 'user');
    await open({ userData });
    await command('Inspector');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    await close();
    await open({ userData });
    await press('Control+k');
    const first = page.getByRole('option').first();
    await expect.poll(() => first.innerText(), patience).toContain('Inspector');
    await press('Escape');
  });
});
