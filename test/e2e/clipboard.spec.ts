import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { entries, projectFolder } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/** Cells as a copy of them says: contents row by row, and styles by their place with first and last column. */
interface CopiedRow {
  readonly contents: readonly unknown[];
  readonly styles?: readonly (readonly [number, number, number])[];
}

interface CopiedCells {
  readonly rows: readonly CopiedRow[];
  readonly styles: readonly Readonly<Record<string, unknown>>[];
}

describe.each(entries)('the clipboard, %s', (entry) => {
  // The page's policy refuses what hostile HTML asks for.
  const opened = workbookWindow({ entry, empty: true, expectedErrors: /Content Security Policy/ });
  const { press, enter, goTo, content, shown } = opened;
  let page: Page;

  beforeEach(() => {
    ({ page } = opened);
  });

  const outline = () => page.locator('.sheet-grid .copied-outline');

  /** Pastes HTML as the browser hands it over from another program. */
  async function pasteHtml(html: string, text = ''): Promise<void> {
    await page.evaluate(
      ([asHtml = '', asText = '']) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', asHtml);
        clipboardData.setData('text/plain', asText);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
      },
      [html, text],
    );
  }

  /** What cells hold, as a copy of them tells another window. */
  async function cells(range: string): Promise<CopiedCells> {
    await goTo(range);
    const text = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
      return clipboardData.getData('application/x-roundtrip-cells');
    });
    await press('Escape');
    const [heading = '', ...rows] = text.split('\n');
    const { styles } = JSON.parse(heading) as CopiedCells;
    return { styles, rows: rows.map((line) => JSON.parse(line) as CopiedRow) };
  }

  /** The styles of the cells of one row; undefined for a cell without any. */
  async function stylesOf(range: string) {
    const { styles, rows } = await cells(range);
    const [row] = rows;
    return row?.contents.map((_, column) => {
      const run = row.styles?.find(([, first, last]) => first <= column && column <= last);
      return run && styles[run[0]];
    });
  }

  const fixture = (name: string) => readFile(join(projectFolder, 'test/fixtures/clipboard', name), 'utf8');

  async function expectCells(range: string, contents: readonly (readonly unknown[])[]): Promise<void> {
    await expect
      .poll(async () => (await cells(range)).rows.map((row) => row.contents), patience)
      .toEqual(contents);
  }

  test('a table of Excel comes with exact numbers, formulas, dates, texts and line breaks', async () => {
    await goTo('Cover!J60');
    await pasteHtml(await fixture('excel.html'));
    await expectCells('Cover!J60:N62', [
      ['Merged over two', null, 'two\nlines', '00123', 'tall'],
      [1234.5, 0.12, 46022, true, null],
      ['=J61*2', '=#DIV/0!', null, "'=1+1", 'a   b'],
    ]);
    const figures = await stylesOf('Cover!J61:N61');
    expect(figures?.map((style) => style?.['format'])).toEqual([
      '#,##0.00',
      '0%',
      String.raw`dd\/mm\/yyyy`,
      undefined,
      undefined,
    ]);
  });

  test('a table of LibreOffice comes with exact numbers', async () => {
    await goTo('Cover!J60');
    await pasteHtml(await fixture('libreoffice.html'));
    await expectCells('Cover!J60:M63', [
      ['Merged & wide', null, 'two\nlines', '00123'],
      [1234.56789, 0.12345, 46234, true],
      ['=#VALUE!', null, '=#VALUE!', 'tall'],
      [-0.1, "'=no formula", '1.5', null],
    ]);
  });

  test('of a hostile table only the words are taken', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await goTo('Cover!J60');
    await pasteHtml(await fixture('hostile.html'));
    await expectCells('Cover!J60:K61', [
      ['safe', 'second'],
      ['third', null],
    ]);
    expect(asked.filter((url) => url.includes(':9/'))).toEqual([]);
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
  });

  test('a long table is read to its end; one with other text beside it counts as text', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, row) =>
        `<tr height=20 style='height:15.0pt'><td class=xl65 align=right>${row}</td><td>row ${row}</td></tr>`,
    );
    const table = `<table>${rows.join('\n')}</table>`;
    expect(table.length).toBeGreaterThan(100_000);
    await goTo('Cover!J60');
    await pasteHtml(`<html><body>${table}</body></html>`);
    await expectCells('Cover!J1558:K1560', [
      [1498, 'row 1498'],
      [1499, 'row 1499'],
      [null, null],
    ]);
    await goTo('Cover!M60');
    await pasteHtml('<p>See this:</p><table><tr><td>1</td></tr></table>', 'See this:\t1');
    await expectCells('Cover!M60:N60', [['See this:', 1]]);
  });

  test('copied cells are outlined until Escape; the clipboard keeps their formulas for every window', async () => {
    await goTo('Cover!J60');
    await enter('10', '=J60*2');
    await goTo('Cover!J60:J61');
    await press('Control+c');
    await expect.poll(() => outline().count(), patience).toBe(2);
    await press('Escape');
    await expect.poll(() => outline().count(), patience).toBe(0);
    await goTo('Cover!L60');
    await press('Control+v');
    await expectCells('Cover!L60:L61', [[10], ['=L60*2']]);
  });

  test('Enter pastes once; one copied cell fills all that are chosen', async () => {
    await goTo('Cover!J60');
    await enter('10', '20', '30');
    await goTo('Cover!K60');
    await enter('=J60+1');
    await goTo('Cover!K60');
    await press('Control+c');
    await goTo('Cover!K61:K62');
    await press('Enter');
    await expectCells('Cover!K60:K62', [['=J60+1'], ['=J61+1'], ['=J62+1']]);
    expect(await outline().count()).toBe(0);
  });

  test('cut cells move and references to them follow, as one step', async () => {
    await goTo('Cover!J60');
    await enter('10', '=J60*2');
    await goTo('Cover!J60');
    await press('Control+x');
    await expect.poll(() => outline().count(), patience).toBe(1);
    await goTo('Cover!L70');
    await press('Control+v');
    await expectCells('Cover!J60:J61', [[null], ['=L70*2']]);
    await press('Control+z');
    await expectCells('Cover!J60:J61', [[10], ['=J60*2']]);
  });

  test('paste special: values by key, and by letters of the dialog transposed and added', async () => {
    await goTo('Cover!J60');
    await enter('10', '=J60*2');
    await goTo('Cover!J60:J61');
    await press('Control+c');
    await goTo('Cover!L60');
    await press('Control+Shift+V');
    await expect.poll(content, patience).toBe('10');
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('20');

    await goTo('Cover!L60');
    await press('Control+Alt+v');
    const dialog = page.getByRole('dialog', { name: 'Paste special' });
    await dialog.waitFor();
    await page.keyboard.type('vde');
    await expect.poll(() => dialog.getByRole('radio', { name: 'Values' }).isChecked(), patience).toBe(true);
    expect(await dialog.getByRole('radio', { name: 'Add' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('checkbox', { name: 'Transpose' }).isChecked()).toBe(true);
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expectCells('Cover!L60:M61', [
      [20, 20],
      [20, null],
    ]);
    // The keys go to the grid again.
    await goTo('Cover!L60');
    await press('ArrowDown');
    await expect.poll(shown, patience).toBe('20');
  });

  test('looks go along with cells, alone by paste special, and with a fill; each is one step', async () => {
    const boldPercent = { role: 'calculation', format: '0%', strong: true };
    await goTo('Cover!J60');
    await enter('0.5', '7', '8');
    await goTo('Cover!J60');
    await press('Control+b');
    await press('Control+Shift+5');
    await expect.poll(() => stylesOf('Cover!J60'), patience).toEqual([boldPercent]);

    await goTo('Cover!J60:K60');
    await press('Control+c');
    await goTo('Cover!L60');
    await press('Control+v');
    await expect.poll(() => stylesOf('Cover!L60:M60'), patience).toEqual([boldPercent, undefined]);
    await press('Control+z');
    await expectCells('Cover!L60', [[null]]);
    expect(await stylesOf('Cover!L60')).toEqual([undefined]);

    await goTo('Cover!J60');
    await press('Control+c');
    await goTo('Cover!J61');
    await press('Control+Alt+v');
    const dialog = page.getByRole('dialog', { name: 'Paste special' });
    await dialog.waitFor();
    await page.keyboard.type('t');
    await expect.poll(() => dialog.getByRole('radio', { name: 'Formats' }).isChecked(), patience).toBe(true);
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => stylesOf('Cover!J61'), patience).toEqual([boldPercent]);
    await goTo('Cover!J61');
    await expect.poll(shown, patience).toBe('700%');

    await goTo('Cover!J61:J62');
    await press('Control+d');
    await expect.poll(() => stylesOf('Cover!J62'), patience).toEqual([boldPercent]);
    await expectCells('Cover!J60:J62', [[0.5], [7], [7]]);
    await press('Control+z');
    await expectCells('Cover!J62', [[8]]);
    expect(await stylesOf('Cover!J62')).toEqual([undefined]);
  });

  test('what does not fit on the sheet is refused as a whole', async () => {
    await goTo('Cover!J60');
    await pasteHtml('', `${'\t'.repeat(16_380)}x`);
    const message = page.getByRole('alertdialog', { name: 'Nothing was changed' });
    await message.waitFor();
    expect(await message.innerText()).toMatch(/16,381 columns.*do not fit on the sheet from Cover!J60 on/s);
    await press('Enter');
    await message.waitFor({ state: 'detached' });
    expect(await page.locator('.document-name').innerText()).not.toContain('not saved');
  });

  test('many cells reach the clipboard when they are ready', async () => {
    await goTo('Cover!J60');
    await enter('42');
    await goTo('Cover!J60:J12060');
    await press('Control+c');
    await expect
      .poll(async () => {
        await goTo('Cover!L60');
        await press('Control+v');
        return content();
      }, patience)
      .toBe('42');
  });
});
