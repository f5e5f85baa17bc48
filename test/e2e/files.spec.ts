import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(entries)('files, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, goTo, enter, content, reopen } = opened;
  let page: Page;
  let folder: string;

  beforeEach(async () => {
    ({ page } = opened);
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const figure = (label: string) =>
    page.getByRole('group', { name: 'Headline figures' }).getByRole('button', { name: label });
  const documentState = () => page.locator('.document-name').innerText();

  /** The probability of announced deals in the scenario Base. */
  async function goToInput(): Promise<void> {
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
  }

  test('what is saved is there when the file is opened again', async () => {
    await goToInput();
    await enter('0.7');
    await press('Control+s');
    const path = join(folder, 'my review.roundtrip');
    await opened.app.chooseSave(path);
    await expect.poll(documentState, patience).toMatch(/^my review\s*saved$/);
    await expect
      .poll(() => figure('Probable cash by 2028').locator('.figure-difference').count(), patience)
      .toBe(0);
    const saved = await figure('Probable cash by 2028').innerText();
    await reopen(path);
    ({ page } = opened);
    await expect.poll(documentState, patience).toMatch(/^my review\s*saved$/);
    await expect.poll(() => figure('Probable cash by 2028').innerText(), patience).toBe(saved);
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.7');
  });

  test('saving over another file asks first, except in the system’s own dialog', async () => {
    const path = join(folder, 'there.roundtrip');
    await writeFile(path, 'something else');
    await press('Control+Shift+s');
    await opened.app.chooseSave(path);
    if (entry === 'browser') {
      const question = page.getByRole('alertdialog', { name: 'Replace there.roundtrip?' });
      await question.waitFor();
      expect(
        await question
          .getByRole('button', { name: 'Keep it' })
          .evaluate((button) => button === document.activeElement),
      ).toBe(true);
      await press('Enter');
      await question.waitFor({ state: 'detached' });
      expect(await readFile(path, 'utf8')).toBe('something else');
      await press('Control+Shift+s');
      await opened.app.chooseSave(path);
      await question.getByRole('button', { name: 'Replace' }).click();
    }
    await expect.poll(documentState, patience).toMatch(/^there\s*saved$/);
    expect(await readFile(path, 'utf8')).not.toBe('something else');
  });

  test('exports an Excel workbook', async () => {
    await press('Control+e');
    const path = join(folder, 'model.xlsx');
    await opened.app.chooseSave(path);
    // The results of what-if tables are worked out before: each is the whole model recalculated.
    await page.getByText('Exported to model.xlsx').waitFor();
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await expect.poll(documentState, patience).not.toContain('model');
  });

  test('a file that is no workbook is named, with what to do, and the open document stays', async () => {
    const path = join(folder, 'wrong.roundtrip');
    await writeFile(path, 'not a workbook');
    await goToInput();
    await press('Control+o');
    await opened.app.chooseOpen(path);
    const message = page.getByRole('alertdialog', { name: 'wrong.roundtrip was not opened' });
    await message.waitFor();
    expect(await message.innerText()).toContain('wrong.roundtrip');
    await press('Enter');
    await message.waitFor({ state: 'detached' });
    await expect.poll(content, patience).toBe('0.6');

    await press('Control+o');
    await opened.app.chooseOpen(join(folder, 'missing.roundtrip'));
    await page.getByRole('alertdialog', { name: 'missing.roundtrip was not opened' }).waitFor();
    await press('Escape');
  });

  test('unsaved changes are asked about before another document opens; saving is preselected', async () => {
    await goToInput();
    await enter('0.8');
    await press('Control+n');
    const question = page.getByRole('alertdialog', { name: /^Save the changes to/ });
    await question.waitFor();
    expect(
      await question
        .getByRole('button', { name: 'Save', exact: true })
        .evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await press('Escape');
    await question.waitFor({ state: 'detached' });
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('0.8');
    await press('Control+n');
    await question.getByRole('button', { name: 'Don’t save' }).click();
    await expect.poll(documentState, patience).toContain('not yet saved to a file');
    await goToInput();
  });

  test('what is typed while the file is written does not count as saved', async () => {
    await goTo('Cover!J60');
    await enter('4711001');
    await press('Control+s');
    const path = join(folder, 'race.roundtrip');
    await opened.app.chooseSave(path);
    await expect.poll(documentState, patience).toMatch(/^race\s*saved$/);
    await enter('4711002');
    await press('Control+s');
    await enter('4711003');
    await press('Control+s');
    await expect.poll(() => readFile(path, 'utf8'), patience).toContain('4711003');
    await expect.poll(documentState, patience).toMatch(/^race\s*saved$/);
    await reopen(path);
    await goTo('Cover!J62');
    await expect.poll(content, patience).toBe('4711003');
  });
});
