import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('a hurried person, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, mouse, content, chosen, tab, goTo } = opened;
  let page: Page;

  const menuTitle = (name: string) => page.getByRole('button', { name, exact: true });
  const openMenu = () => page.getByRole('menu').getAttribute('aria-label');
  const figure = () => page.getByRole('button', { name: /^Probable cash by 2028/ }).innerText();
  const scenario = (name: string) => page.getByRole('radio', { name }).getAttribute('aria-checked');
  const documentState = () => page.locator('.document-name').innerText();

  beforeEach(() => {
    ({ page } = opened);
  });

  async function expectContent(place: string, text: string): Promise<void> {
    await goTo(place);
    await expect.poll(chosen, patience).toBe(place);
    await expect.poll(content, patience).toBe(text);
  }

  test('nothing typed is lost or misplaced while the engine answers', async () => {
    await press('Shift+F11');
    await type('4');
    await press('Enter');
    await type('=A1*2');
    await press('Enter');
    await goTo('C5');
    await type('77');
    await press('Enter');
    await type('=C5+1');
    await press('Tab');
    await type('word');
    await press('Enter');
    await expect.poll(() => tab('Sheet1').getAttribute('aria-selected'), patience).toBe('true');
    await expectContent('A1', '4');
    await expectContent('A2', '=A1*2');
    await expectContent('C5', '77');
    await expectContent('C6', '=C5+1');
    await expectContent('D6', 'word');
    expect(await tab('Cover').getAttribute('aria-label')).toBe('Cover');
  });

  test('the very first entry can be undone before the engine has answered it', async () => {
    const before = await documentState();
    await goTo('Assumptions!B1');
    await type('5');
    await press('Enter', 'Control+z');
    await expect.poll(chosen, patience).toBe('B1');
    await expect.poll(documentState, patience).toBe(before);
    expect(await content()).toBe('');
  });

  test('menus give way to each other, and a menu that is left gives the keyboard back', async () => {
    await press('Shift+F11');
    await expect.poll(() => tab('Sheet1').getAttribute('aria-selected'), patience).toBe('true');
    await menuTitle('Edit').click();
    await expect.poll(openMenu).toBe('Edit');
    await menuTitle('View').hover();
    await expect.poll(openMenu).toBe('View');
    await menuTitle('Insert').click();
    await expect.poll(openMenu).toBe('Insert');
    await press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TD');
    await type('5');
    await press('Enter');
    await expectContent('A1', '5');
  });

  test('a sheet that is looked into can be renamed, and a click elsewhere takes the name', async () => {
    await press('Shift+F11');
    await expect.poll(() => tab('Sheet1').getAttribute('aria-selected'), patience).toBe('true');
    await press('Control+Shift+I');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    await tab('Sheet1').dblclick();
    await press('Control+a');
    await type('My data');
    await mouse.click('C3');
    await tab('My data').waitFor();
    await expect
      .poll(() => page.getByRole('complementary', { name: 'Inspector' }).innerText(), patience)
      .toContain("'My data'!");
  });

  test('the whole job goes by keys: an input, its headline, a scenario, a row, and all of it undone', async () => {
    const before = [await documentState(), await figure()];
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
    const input = await chosen();
    await type('0.9');
    await press('Enter');
    await expect.poll(figure, patience).toMatch(/\+\d/);

    await press('Shift+F6', 'Shift+F6', 'Shift+F6', 'ArrowRight');
    await expect.poll(() => scenario('Upside'), patience).toBe('true');
    await press('F6', 'F6', 'F6');

    await goTo('A1');
    await press('Shift+Space', 'Control+Shift++');
    await goTo(input.replace(/\d+/, (row) => `${Number(row) + 1}`));
    await expect.poll(content, patience).toBe('0.9');

    await press('Control+z', 'Control+z', 'Control+z');
    await expect.poll(async () => [await documentState(), await figure()], patience).toEqual(before);
    expect(await scenario('Base')).toBe('true');
    await goTo(input);
    await expect.poll(content, patience).toBe('0.6');
  });
});
