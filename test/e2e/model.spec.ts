import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { entries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

const sheets = [
  'Cover',
  'Sources',
  'Assumptions',
  'Deals',
  'Timing',
  'Capacity',
  'Spending',
  'Funding',
  'Payments',
  'Flows',
  'Circularity',
  'Exposure',
  'Valuation',
  'Compute',
  'Scenarios',
  'Sensitivity',
  'Checks',
];

describe.each(entries)('the model, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, goTo, enter, content, shown, status } = opened;
  let page: Page;

  beforeEach(() => {
    ({ page } = opened);
  });

  const figure = (label: string) =>
    page.getByRole('group', { name: 'Headline figures' }).getByRole('button', { name: label });
  const documentState = () => page.locator('.document-name').innerText();
  const chosenCell = () => page.locator('.sheet-grid td.current');

  /** The probability of announced deals in the scenario Base. */
  async function goToInput(): Promise<void> {
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
  }

  test('opens filled in: sheets, headline figures, switches and the check light', async () => {
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(sheets);
    const figures = await page
      .getByRole('group', { name: 'Headline figures' })
      .getByRole('button')
      .allInnerTexts();
    expect(figures.map((words) => words.replaceAll(/\s+/g, ' '))).toEqual([
      'Probable cash by 2028 net of overlap 314.0 US$ bn',
      'Outside money of OpenAI’s sources 98.3 %',
      'Circular share of all flows 1.0 to 1.4 %',
      'Funding gap, 2025–28 OpenAI – US$ bn',
      'Private-credit loss, whole market expected 18.8 US$ bn',
    ]);
    expect(await page.getByRole('radio', { name: 'Base' }).getAttribute('aria-checked')).toBe('true');
    expect(await page.getByRole('radio', { name: 'Seed' }).getAttribute('aria-checked')).toBe('true');
    await page.getByRole('button', { name: /^All \d+ checks hold$/ }).click();
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Checks');
    await expect.poll(status, patience).toMatch(/^Ready/);
  });

  test('an edited input recalculates what depends on it and marks what moved', async () => {
    await goToInput();
    await enter('0.9');
    await expect
      .poll(() => figure('Probable cash by 2028').locator('.figure-difference').innerText(), patience)
      .toMatch(/^\+\d/);
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('0.9');
    await expect.poll(() => chosenCell().first().getAttribute('data-look'), patience).toContain('moved');
    await expect.poll(status, patience).toMatch(/1 cell typed, \d+ moved/);
    expect(await page.getByRole('tab', { name: 'Spending, changed since saved' }).count()).toBe(1);
    await expect.poll(documentState, patience).toContain('1 cell not saved');
  });

  test('undo and redo, by keys and by name in the menu', async () => {
    await goToInput();
    const before = await figure('Probable cash by 2028').innerText();
    await enter('0.9');
    await expect.poll(documentState, patience).toContain('not saved');
    await press('Control+z');
    await expect.poll(documentState, patience).not.toContain('not saved');
    await expect.poll(() => figure('Probable cash by 2028').innerText(), patience).toBe(before);
    await press('Control+y');
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('0.9');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Undo: Type 0\.9 in Assumptions!E\d+/ }).click();
    await expect.poll(content, patience).toBe('0.6');
  });

  test('the switches change scenario and basis, and are undone like any edit', async () => {
    const base = await figure('Probable cash by 2028').innerText();
    await page.getByRole('radio', { name: 'Downside' }).click();
    await expect
      .poll(() => figure('Probable cash by 2028').locator('.figure-difference').innerText(), patience)
      .toMatch(/^−\d/);
    await page.getByRole('radio', { name: 'Benchmark' }).click();
    await expect
      .poll(() => page.getByRole('radio', { name: 'Benchmark' }).getAttribute('aria-checked'), patience)
      .toBe('true');
    await goTo('scenario_name');
    await expect.poll(content, patience).toBe('Downside');
    await goTo('basis_name');
    await expect.poll(content, patience).toBe('Benchmark');
    await press('Control+z');
    await press('Control+z');
    await expect.poll(() => figure('Probable cash by 2028').innerText(), patience).toBe(base);
    await expect
      .poll(() => page.getByRole('radio', { name: 'Base' }).getAttribute('aria-checked'), patience)
      .toBe('true');
  });

  test('keys typed faster than the engine answers are not lost', async () => {
    await goTo('Assumptions!R60');
    await type('11\n22\n33\n');
    await goTo('Assumptions!R60:R62');
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 66/s);
  });

  test('results fill in, and follow an edit while typing goes on', async () => {
    await goTo('Cover!J60');
    // The probable cash of the third scenario, Downside.
    await enter('=INDEX(scenario_results,MATCH("probable_by_2028",headline_names,0),3)');
    await press('ArrowUp');
    await expect.poll(shown, patience).toMatch(/^231\.0/);
    await expect.poll(status, patience).not.toContain('recalculating');

    await goTo('p_announced');
    for (const _ of ['Base', 'Upside', 'Downside']) await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
    await enter('0.7');
    await expect.poll(status, patience).toContain('recalculating');
    await goTo('Cover!J70');
    await type('1\n2\n3\n4\n5\n');
    await goTo('Cover!J60');
    await expect.poll(shown, patience).toMatch(/^2[4-9]\d\./);
    await expect.poll(status, patience).not.toContain('recalculating');
    await goTo('Cover!J70:J74');
    await expect.poll(status, patience).toMatch(/Count 5\s.*Sum 15/s);
  });

  test('a result cannot be typed over, and the message says what to do instead', async () => {
    await goTo('scenario_results');
    await type('5');
    await press('Enter');
    const message = page.getByRole('alert').filter({ hasText: 'what-if table' });
    await message.waitFor();
    expect(await message.innerText()).toMatch(
      /Scenarios!E\d+ is part of a what-if table.*Change the headings that the table reads/s,
    );
    await expect.poll(status, patience).toMatch(/^Not taken/);
    await press('Escape');
    await message.waitFor({ state: 'detached' });
    await expect.poll(documentState, patience).not.toContain('not saved');
  });

  test('a driver out of its bounds is marked where it stands and turns the check light red, and back', async () => {
    const light = () => page.getByRole('button', { name: /checks (hold|fails?)$/ }).innerText();
    const whenOpened = await light();
    expect(whenOpened).toMatch(/^All \d+ checks hold$/);
    await goToInput();
    await enter('0.95');
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('0.95');
    await expect.poll(light, patience).toMatch(/^\d+ of \d+ checks fails?$/);
    const mark = chosenCell().getByRole('img', { name: 'Outside its bounds, 0.40 to 0.80' });
    await mark.waitFor();
    expect(await status()).toContain('Outside its bounds, 0.40 to 0.80');
    await enter('0.6');
    await press('ArrowUp');
    await mark.waitFor({ state: 'detached' });
    await expect.poll(light, patience).toBe(whenOpened);
  });

  test('an entry that was not finished is taken when the mouse goes elsewhere', async () => {
    await goTo('Cover!J60');
    await type('77');
    await figure('Probable cash by 2028').click();
    await expect.poll(status, patience).toMatch(/^Ready/);
    await goTo('Cover!J60');
    await expect.poll(content, patience).toBe('77');
  });
});
