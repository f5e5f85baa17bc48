import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(entries)('the whole job without the mouse, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, goTo, content, shown, chosen, status, undoLabel, tab } = opened;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-keyboard-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const cash = () => opened.page.getByRole('button', { name: /^Probable cash by 2028/ }).innerText();
  const panel = (name: string) => opened.page.getByRole('complementary', { name });
  const scenario = (name: string) => opened.page.getByRole('radio', { name }).getAttribute('aria-checked');
  const documentName = () => opened.page.locator('.document-name').innerText();

  async function command(words: string): Promise<void> {
    await press('Control+k');
    await type(words);
    const first = opened.page.getByRole('dialog', { name: 'Command palette' }).getByRole('option').first();
    await expect.poll(() => first.innerText(), patience).toMatch(new RegExp(`^${words}`, 'i'));
    await press('Enter');
  }

  test('an assumption, its effect, a scenario, a row of one’s own, the history, a file, an export and the slides', async () => {
    const { page, app } = opened;

    // An assumption is found by its name and changed; the headline figure moves.
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
    const input = await chosen();
    await type('0.7');
    await press('Enter');
    await expect.poll(cash, patience).toMatch(/\+\d/);
    const changed = await cash();

    // From the result to the cells that it reads, and back along them.
    await goTo('probable_by_2028');
    const result = await chosen();
    await press('Control+Shift+I');
    const tree = panel('Inspector').getByRole('tree', { name: 'Precedents' });
    await tree.getByRole('treeitem').first().waitFor(patience);
    await press('F6', 'ArrowRight', 'ArrowDown', 'Enter');
    await expect.poll(chosen, patience).not.toBe(result);
    await press('Escape', 'Control+Shift+I');
    await panel('Inspector').waitFor({ state: 'detached' });
    await goTo('probable_by_2028');
    await press('Control+[');
    await expect.poll(chosen, patience).not.toBe(result);

    // Another scenario, by the switch above the grid.
    await press('Shift+F6', 'Shift+F6', 'Shift+F6', 'ArrowRight');
    await expect.poll(() => scenario('Upside'), patience).toBe('true');
    await press('F6', 'F6', 'F6');
    await expect.poll(cash, patience).not.toBe(changed);

    // A row of one's own, with a formula in a format of its own.
    await goTo(`Assumptions!${input}`);
    await press('Shift+Space', 'Control+Shift++');
    await expect.poll(undoLabel, patience).toMatch(/Insert row/);
    const row = input.replace(/\D/g, '');
    await goTo(`Assumptions!A${row}`);
    await type('My share');
    await press('Tab');
    await type('=p_announced*50%');
    await press('Control+Enter');
    await expect.poll(content, patience).toBe('=p_announced*50%');
    await press('Control+Shift+%');
    await expect.poll(shown, patience).toMatch(/%$/);
    await expect.poll(undoLabel, patience).toMatch(/Percent format/);

    // It is found again.
    await goTo('Assumptions!A1');
    await press('Control+f');
    await type('my sh*e');
    await expect
      .poll(() => page.getByRole('search').getByRole('status').innerText(), patience)
      .toMatch(/found$/);
    await press('Enter');
    await expect.poll(chosen, patience).toBe(`A${row}`);
    await press('Escape');

    // The history leads back to before the format, and on again.
    await command('History');
    await panel('History').waitFor();
    const step = panel('History').locator('[aria-current="step"]');
    await expect.poll(() => step.innerText(), patience).toMatch(/^Percent format/);
    await press('F6');
    await press('ArrowUp', 'Enter');
    await expect.poll(() => step.innerText(), patience).toMatch(/^Type =p_announced/);
    await expect.poll(undoLabel, patience).toMatch(/Type =p_announced/);
    await press('ArrowDown', 'Enter');
    await expect.poll(undoLabel, patience).toMatch(/Percent format/);
    await press('Escape');

    // It is saved, and exported.
    const path = join(folder, `${entry}.roundtrip`);
    await press('Control+s');
    await app.chooseSave(path);
    await expect.poll(documentName, patience).toContain(entry);
    expect(await readFile(path, 'utf8')).toContain('My share');
    const exported = join(folder, `${entry}.xlsx`);
    await press('Control+e');
    await app.chooseSave(exported);
    await expect
      .poll(
        () =>
          stat(exported).then(
            ({ size }) => size,
            () => 0,
          ),
        patience,
      )
      .toBeGreaterThan(10_000);

    // The slides, and back to the cell.
    await press('Control+F5');
    const slides = page.getByRole('dialog', { name: 'Presentation' });
    await slides.waitFor();
    await press('ArrowRight', 'ArrowRight', 'End');
    await expect.poll(() => slides.locator('.slide-page').innerText(), patience).toBe('4 / 4');
    await press('Escape');
    await slides.waitFor({ state: 'detached' });
    await goTo('Cover!A1');
    await expect.poll(() => tab('Cover').getAttribute('aria-selected'), patience).toBe('true');
    await expect.poll(status, patience).toMatch(/^Ready/);
  });
});
