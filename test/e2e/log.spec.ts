import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { entries, openApp } from './harness.ts';
import type { OpenedApp, OpenOptions } from './harness.ts';
import { patience } from './patience.ts';

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

  /** A small file in which Ana has changed a cell, and where it is. */
  async function fileOfAna(): Promise<string> {
    const stamp = () => ({ at: '2026-01-02T12:00:00.000Z', who: 'Ana' });
    const workbook = Workbook.open(plainDocument({ Deals: [[0.4, '=A1*2']] }), '', stamp);
    const label = 'Type 0.45 in Deals!A1';
    workbook.apply({
      kind: 'setCells',
      label,
      cells: [{ sheet: 'Deals', row: 0, column: 0, content: 0.45 }],
    });
    const path = join(folder, 'past.roundtrip');
    await writeFile(path, writeRoundtripFile(workbook.loggedDocument));
    workbook.close();
    return path;
  }

  test('a cell tells its past under the names of those who changed it, wherever it stood', async () => {
    const path = await fileOfAna();
    await open({ openPath: path });
    await command('About');
    await page.getByRole('textbox', { name: 'Name in the log' }).fill('Ben');
    await press('Enter');
    await page.getByText('From now on changes are logged as Ben.').waitFor();
    await press('Escape');

    await goTo('A1');
    await press('Shift+Space', 'Control+Shift++');
    await goTo('A2');
    await enter('0.5');
    await goTo('A2');
    await command('Cell history');
    await expect
      .poll(async () => (await events('Deals!A2')).map(([, ...words]) => words), patience)
      .toEqual([
        ['0.5 (was 0.45)', 'Type 0.5 in Deals!A2'],
        ['0.45 (was 0.4)', 'Type 0.45 in Deals!A1'],
      ]);
    const [[byBen] = [], [byAna] = []] = await events('Deals!A2');
    expect(byBen).toMatch(/^Today, \d\d:\d\d · Ben$/);
    expect(byAna).toMatch(/^2 Jan 2026, \d\d:\d\d · Ana$/);

    await history('Deals!A2').getByRole('button').nth(1).click();
    const whole = history('Deals!A2').getByRole('list', { name: 'The whole step' });
    await expect
      .poll(() => whole.innerText(), patience)
      .toMatch(/Deals!A2\s+0\.45 \(was 0\.4\), then Deals!A1/);
    await goTo('A1');
    await expect
      .poll(async () => (await events('Deals!A1')).map(([, what]) => what), patience)
      .toEqual(['Inserted']);

    await page.getByRole('button', { name: 'All changes' }).click();
    const all = page.getByRole('list', { name: 'History of the workbook' }).getByRole('button');
    await expect
      .poll(async () => (await all.allInnerTexts()).map((text) => text.split('\n').at(-1)), patience)
      .toEqual(['Type 0.5 in Deals!A2', 'Insert row 1 of Deals', 'Type 0.45 in Deals!A1']);

    await press('Control+s');
    await page.getByText('Saved past').waitFor();
    const saved = readRoundtripFile(await readFile(path, 'utf8'), 'past.roundtrip');
    expect(saved.ok && saved.value.changeLog?.map(({ who }) => who)).toEqual(['Ana', 'Ben', 'Ben']);
  });

  test('what was chosen in the palette is there first in the next window', async () => {
    const userData = join(folder, 'user');
    await open({ userData, empty: true });
    await command('Inspector');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    await close();
    await open({ userData, empty: true });
    await press('Control+k');
    const first = page.getByRole('option').first();
    await expect.poll(() => first.innerText(), patience).toContain('Inspector');
    await press('Escape');
  });
});
