import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { syntheticWorkbook } from '../bench/synthetic-workbook.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/** More formulas than are told one by one; each shows other figures where the scenario is another. */
const model = syntheticWorkbook(12_000, { scenarios: true });
/** Beside figures that are as many, texts that wrap as soon as A1 holds something. */
const wrapping: WorkbookDocument = {
  title: 'Wrapping',
  styles: { wrap: { role: 'calculation', wrap: true } },
  names: [],
  sheets: [
    {
      name: 'Texts',
      rows: Array.from({ length: 6000 }, (_, row) => [
        row === 0 ? null : { content: `=$A$1+${row}`, ...(row === 1 && { note: 'The first' }) },
        row === 3 ? { content: '=IF($A$1>0,REPT("long words ",20),"")', style: 'wrap' } : null,
      ]),
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    },
  ],
  conditionalFormats: [
    {
      sheet: 'Texts',
      ranges: [{ top: 1, left: 0, bottom: 5, right: 0 }],
      rule: {
        kind: 'dataBar',
        low: { kind: 'number', value: '=0' },
        high: { kind: 'highest' },
        colour: '#638EC6',
      },
      look: {},
    },
  ],
};
const folder = mkdtempSync(join(tmpdir(), 'roundtrip-many-'));
const fileOf = (document: WorkbookDocument) => {
  const path = join(folder, `${document.title}.roundtrip`);
  writeFileSync(path, writeRoundtripFile(document));
  return path;
};
const files = { model: fileOf(model), wrapping: fileOf(wrapping) };
afterAll(() => rmSync(folder, { recursive: true }));

describe('a scenario that moves all formulas', () => {
  const workbook = workbookWindow({ entry: 'browser', openPath: files.model });
  const { goTo, press, status, shown, expectColumn } = workbook;

  test('is switched faster than it is calculated, and everything shows the last one', async () => {
    await goTo('Model!Y20');
    const before = await shown();
    await workbook.page.getByRole('radio', { name: 'Base' }).focus();
    // An odd number of steps between two scenarios.
    await press(...Array.from({ length: 15 }, () => 'ArrowRight'));
    const isHigh = () => workbook.page.getByRole('radio', { name: 'High' }).isChecked();
    expect(await isHigh()).toBe(true);
    await expect.poll(shown, patience).not.toBe(before);
    await expect.poll(status, patience).toMatch(/^Ready/);
    await goTo('Model!A18');
    await expectColumn('A18', ['117.7', '118.8', '119.9']);
    // Back as saved: no mark is left.
    await press('Control+z');
    await expect.poll(status, patience).not.toContain('typed');
    await goTo('Model!Y20');
    await expect.poll(shown, patience).toBe(before);
    expect(await workbook.page.locator('.sheet-grid td[data-look~="moved"]').count()).toBe(0);
  });

  test('numbers are as wide as their characters together, by which they are fitted into columns', async () => {
    const furthest = await workbook.page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return NaN;
      const characters = Array.from('0123456789.,()%+−–E -');
      let most = 0;
      for (const font of [
        '400 13px "IBM Plex Sans"',
        'italic 600 17px "IBM Plex Sans"',
        '400 12px "IBM Plex Mono"',
      ]) {
        context.font = font;
        const width = (text: string) => context.measureText(text).width;
        for (const one of characters)
          for (const other of characters)
            most = Math.max(most, Math.abs(width(one + other) - width(one) - width(other)));
      }
      return most;
    });
    expect(furthest).toBeLessThan(0.001);
  });
});

describe('a change of many cells that makes a row higher', () => {
  const workbook = workbookWindow({ entry: 'browser', openPath: files.wrapping });
  const { enter, goTo, press } = workbook;

  const heights = () =>
    workbook.page.evaluate(() => {
      const grid = document.querySelector('.sheet-grid .ht_master');
      const [rows, hider] = [grid?.querySelectorAll('tbody tr') ?? [], grid?.querySelector('.wtHider')];
      const last = rows[rows.length - 1]?.getBoundingClientRect().bottom ?? 0;
      return {
        row: Math.round(rows[3]?.getBoundingClientRect().height ?? 0),
        sheet: Math.round(hider?.getBoundingClientRect().height ?? 0),
        isFull: last >= (document.querySelector('.sheet-grid')?.getBoundingClientRect().bottom ?? 0) - 20,
      };
    });

  test('draws the rows below it where they are then, and as many as are in view', async () => {
    const before = await heights();
    await goTo('A1');
    await enter('1');
    await expect.poll(async () => (await heights()).row, patience).toBeGreaterThan(before.row);
    const higher = await heights();
    // The grid counts a pixel for the line above its first row, or does not.
    expect(Math.abs(higher.sheet - before.sheet - (higher.row - before.row))).toBeLessThanOrEqual(1);
    await press('Control+z');
    await expect.poll(async () => (await heights()).row, patience).toBe(before.row);
    await expect.poll(async () => (await heights()).isFull, patience).toBe(true);
    expect(Math.abs((await heights()).sheet - before.sheet)).toBeLessThanOrEqual(1);
  });

  test('leaves a note, a bar and the mark that it moved beside each other in a cell', async () => {
    const pictures = () =>
      workbook.page.evaluate(() => {
        const cell = document.querySelectorAll('.sheet-grid .ht_master tbody tr')[1]?.querySelector('td');
        const style = cell && getComputedStyle(cell);
        const drawn = style?.backgroundImage.split(/, (?=none|linear)/).map((one) => one !== 'none');
        return { drawn, sizes: style?.backgroundSize };
      });
    const sizes = '3px calc(100% - 6px), 7px 7px, 100% 100%';
    await expect.poll(pictures, patience).toEqual({ drawn: [false, true, true], sizes });
    await goTo('A1');
    await enter('1');
    await expect.poll(pictures, patience).toEqual({ drawn: [true, true, true], sizes });
  });
});
