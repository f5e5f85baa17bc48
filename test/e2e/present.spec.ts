import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cellMouse } from './cell-mouse.ts';
import { entries, openApp } from './harness.ts';
import type { OpenedApp } from './harness.ts';
import { patience } from './patience.ts';

describe.each(entries)('presenting, %s', (entry) => {
  let app: OpenedApp;
  let page: Page;
  let folder: string;
  /** How many of the page's errors earlier tests have reported. */
  let reported = 0;

  const slides = () => page.getByRole('dialog', { name: 'Presentation' });
  const title = () => slides().getByRole('heading', { level: 1 }).innerText();
  const pageNumber = () => slides().locator('.slide-page').innerText();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-present-'));
    app = await openApp({ entry, theme: 'dark' });
    ({ page } = app);
    await page.getByRole('toolbar', { name: 'Switches' }).getByRole('button', { name: 'Present' }).waitFor();
    await page.locator('.handsontable').first().waitFor();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    if (await slides().isVisible()) await page.keyboard.press('Escape');
    const errors = app.pageErrors.slice(reported);
    reported = app.pageErrors.length;
    if (errors.length > 0) throw new Error(`The page reported ${errors.length} errors, first: ${errors[0]}`);
  });

  async function present(): Promise<void> {
    await page.keyboard.press('Control+F5');
    await slides().waitFor();
  }

  test('Ctrl+F5 opens the slides, the arrows walk them, Escape gives the focus back to the grid', async () => {
    await cellMouse(() => page).click('A1');
    await present();
    expect(await pageNumber()).toBe('1 / 4');
    for (const [key, at] of [
      ['ArrowRight', '2 / 4'],
      ['PageDown', '3 / 4'],
      ['Space', '4 / 4'],
      ['ArrowRight', '4 / 4'],
      ['ArrowLeft', '3 / 4'],
      ['Home', '1 / 4'],
      ['End', '4 / 4'],
      ['2', '2 / 4'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await pageNumber(), key).toBe(at);
    }
    await page.keyboard.press('Escape');
    await slides().waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.work') !== null), patience)
      .toBe(true);
  });

  test('a switch of scenario or basis changes the number in the title', async () => {
    await present();
    const base = await title();
    expect(base).toMatch(
      /^Of the more than \$1\strillion announced, \$314\sbillion is probable cash by the end of 2028$/,
    );
    await page.keyboard.press('ArrowDown');
    await expect.poll(title, patience).not.toBe(base);
    expect(await slides().getByText('Scenario Upside', { exact: true }).count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await expect.poll(title, patience).toBe(base);
    await page.keyboard.press('b');
    await expect.poll(() => slides().getByText('Basis Benchmark', { exact: true }).count(), patience).toBe(1);
    await page.keyboard.press('Shift+B');
    await expect.poll(title, patience).toBe(base);
  });

  test('keys pressed faster than the model recalculates are all counted', async () => {
    await present();
    const inForce = (scenario: string) => slides().getByText(`Scenario ${scenario}`, { exact: true }).count();
    for (let press = 0; press < 8; press++) await page.keyboard.press('s');
    await expect.poll(() => inForce('Downside'), patience).toBe(1);
    for (let press = 0; press < 4; press++) await page.keyboard.press('s');
    await expect.poll(() => inForce('Base'), patience).toBe(1);
  });

  test('every chart is a vector drawing, has a description, and its table one key away', async () => {
    await present();
    for (const slide of ['1', '2', '3']) {
      await page.keyboard.press(slide);
      const chart = slides().getByRole('img').first();
      expect(await chart.getAttribute('aria-label')).toMatch(/US\$ bn: .+\d/);
      expect(await chart.locator('svg').count()).toBe(1);
      await page.keyboard.press('t');
      expect(await slides().locator('.slide-table').isVisible()).toBe(true);
      expect(await slides().getByRole('img').count()).toBe(0);
      await page.keyboard.press('t');
    }
    expect(await slides().locator('canvas, image').count()).toBe(0);
  });

  test('the scenarios stand side by side, the one in force marked', async () => {
    await present();
    await page.keyboard.press('4');
    const marked = slides().locator('th[aria-current="true"]');
    await expect.poll(() => marked.innerText(), patience).toBe('Base');
    await page.keyboard.press('s');
    await expect.poll(() => marked.innerText(), patience).toBe('Upside');
    await page.keyboard.press('Shift+S');
    await expect.poll(() => marked.innerText(), patience).toBe('Base');
  });

  test('the switches can be reached by keyboard', async () => {
    await present();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = slides().locator('button:focus');
    expect(await focused.innerText()).toBe('Upside');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused.getAttribute('aria-pressed'), patience).toBe('true');
    await page.keyboard.press('s');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => slides().getByText('Scenario Base', { exact: true }).count(), patience).toBe(1);
  });

  test('the slides become a PDF of four pages, with text, in light colours and without images', async () => {
    const path = join(folder, `${entry}.pdf`);
    if (entry === 'browser') {
      // The browser's print dialog would wait for a person: what it would print is looked at instead.
      await page.evaluate(() => {
        window.print = () => {
          const printed = document.querySelector('.slides-for-print');
          document.body.dataset['printed'] =
            `${printed?.getAttribute('data-theme')}, ${printed?.querySelectorAll('.slide h1').length} slides`;
        };
      });
    }
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Present' }).click();
    await page.getByRole('menuitem', { name: /^Save slides as PDF/ }).click();
    if (entry === 'browser') {
      await expect
        .poll(() => page.evaluate(() => document.body.dataset['printed']), patience)
        .toBe('light, 4 slides');
      return;
    }
    await app.chooseSave(path);
    await expect
      .poll(async () => (await readFile(path).catch(() => Buffer.alloc(0))).length, patience)
      .toBeGreaterThan(0);
    const pdf = pdfText(await readFile(path));
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
    expect(new Set(pdf.match(/\/MediaBox\s*\[[^\]]*\]/g))).toEqual(new Set(['/MediaBox [0 0 960 540]']));
    expect(pdf).toContain('/ToUnicode');
    expect(pdf).not.toMatch(/\/Subtype\s*\/Image/);
    // Light ink and no dark page, whatever the window's theme.
    expect(pdf).toMatch(/\.0941\d* \.1098\d* \.1333\d* rg/);
    expect(pdf).not.toMatch(/\.0666\d* \.0745\d* \.0862\d* rg/);
  });
});

/** A PDF's objects and drawing commands as text, its compressed streams unpacked. */
function pdfText(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    try {
      return [inflateSync(pdf.subarray(start, raw.indexOf('endstream', start))).toString('latin1')];
    } catch {
      // Not every stream is compressed this way.
      return [];
    }
  });
  return [raw, ...streams].join('\n');
}
