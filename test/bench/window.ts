import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { openApp, type OpenedApp } from '../e2e/harness.ts';
import { median } from './measure.ts';
import { syntheticWorkbook } from './synthetic-workbook.ts';

/*
 * What a person waits for, in a real window of Chromium: from the key that goes down to the frame in
 * which its result is painted. The peer is a bare page that writes the key into one cell.
 */

/** A place on the sheet in view. */
interface Place {
  readonly name: string;
  /** The cell, as the grid draws it. */
  readonly selector: string;
}

export interface Latency {
  readonly median: number;
  /** 95th percentile. */
  readonly high: number;
}

export interface WindowFigures {
  readonly barePage: Latency;
  readonly edit: Latency;
  readonly scenarioSwitch: Latency;
  /** From Enter in the name box to the last row of the sheet in view, and to a row that is drawn already. */
  readonly farJump: Latency;
  readonly nearJump: Latency;
  readonly largeEdit: Latency;
  /** The longest time that the screen thread was held in one go while edits were made, in milliseconds. */
  readonly largeEditHeld: number;
  /** A switch that moves nearly all of its formulas. */
  readonly largeSwitch: Latency;
  readonly largeSwitchHeld: number;
  /** Frames of 1,000 while scrolling that came later than a sixtieth of a second after the last. */
  readonly lateFrames: number;
  readonly pastes: readonly BlockPaste[];
}

/** What a block of cells takes that comes as text from another program, in milliseconds, and how long the screen thread is held at most. */
export interface BlockPaste {
  readonly rows: number;
  readonly columns: number;
  readonly paste: Timed;
  readonly undo: Timed;
}

interface Timed {
  readonly time: number;
  readonly held: number;
}

const patience = { timeout: 60_000 };
const runs = 40;

/** How fast a person works, in milliseconds: from one thing to the next, when what-if tables have begun to be worked out, and from key to key. */
const pace = { rest: 450, key: 60 };
/** Who holds a key down. */
const heldKey = 50;

function placeOf(sheet: string, row: number, column: number, letter: string): Place {
  return {
    name: `${sheet}!${letter}${row + 1}`,
    selector: `.sheet-grid .ht_master tr[aria-rowindex="${row + 2}"] td[aria-colindex="${column + 2}"]`,
  };
}

function latency(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: median(times), high: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN };
}

/**
 * Times from a key that goes down to the frame in which the text of an element has become another,
 * `runs` times; `press` presses the key, `prepare` comes before it and is not timed.
 */
async function keyToPaint(
  page: Page,
  selector: string,
  key: string,
  press: (run: number) => Promise<void>,
  prepare: (run: number) => Promise<void> = async () => {},
): Promise<Latency> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    await prepare(run);
    const painted = await page.evaluateHandle(
      ([wanted, keyName]) => {
        const text = () => document.querySelector(wanted)?.textContent ?? '';
        const done = new Promise<number>((resolve) => {
          const before = text();
          let start = NaN;
          addEventListener(
            'keydown',
            (event) => {
              if (event.key === keyName) start = event.timeStamp;
            },
            { capture: true, once: true },
          );
          const observer = new MutationObserver(() => {
            if (Number.isNaN(start) || text() === before) return;
            observer.disconnect();
            // A message comes after the frame that the callback before it belongs to.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () => resolve(performance.now() - start));
              port1.start();
              port2.postMessage(null);
            });
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        return { done };
      },
      [selector, key] as const,
    );
    await press(run);
    const time = await painted.evaluate(({ done }) => done);
    await painted.dispose();
    // The first warms up.
    if (run > 0) times.push(time);
  }
  return latency(times);
}

/** The longest task of the screen thread while something is done, in milliseconds; 0 when none was over 50. */
async function heldWhile(page: Page, work: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const held: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) held.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    return { held, observer };
  });
  await work();
  const longest = await watch.evaluate(({ held, observer }) => {
    observer.disconnect();
    return Math.max(0, ...held);
  });
  await watch.dispose();
  return longest;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Name box/ }).fill(place);
  await page.keyboard.press('Enter');
}

/** Types into a cell that another reads, again and again. */
async function edits(page: Page, input: Place, reader: Place): Promise<Latency> {
  return keyToPaint(
    page,
    reader.selector,
    'Enter',
    async () => page.keyboard.press('Enter'),
    async (run) => {
      await goTo(page, input.name);
      await page.waitForTimeout(pace.rest);
      await page.keyboard.type(String(1000 + run), { delay: pace.key });
      await page.waitForTimeout(pace.key);
    },
  );
}

/** Switches from scenario to scenario, with a rest between in milliseconds, until the text at a place is another. */
async function switches(page: Page, selector: string, rest: number): Promise<Latency> {
  await page.getByRole('radio', { name: 'Base' }).focus();
  return keyToPaint(
    page,
    selector,
    'ArrowRight',
    async () => page.keyboard.press('ArrowRight'),
    async () => page.waitForTimeout(rest),
  );
}

/** Goes from the top of a sheet that has just come into view to a cell of it, by its name. */
async function jumps(page: Page, place: string): Promise<Latency> {
  return keyToPaint(
    page,
    '.sheet-grid .ht_clone_inline_start tbody tr:last-child th',
    'Enter',
    async () => page.keyboard.press('Enter'),
    async () => {
      await goTo(page, 'Cover!A1');
      // The first row below the frozen ones: a sheet comes back where it was left.
      await goTo(page, 'Deals!A9');
      await page.locator('.sheet-grid .ht_clone_inline_start th', { hasText: /^9$/ }).waitFor(patience);
      await page.getByRole('combobox', { name: /^Name box/ }).fill(place);
    },
  );
}

async function opened(openPath?: string): Promise<OpenedApp> {
  const app = await openApp({ entry: 'browser', ...(openPath === undefined ? {} : { openPath }) });
  await app.page.locator('.sheet-grid td').first().waitFor(patience);
  return app;
}

async function barePage(page: Page): Promise<Latency> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The window is in no browser of ours');
  const bare = await browser.newPage();
  await bare.setContent('<table><tr><td id="cell" tabindex="0">0</td></tr></table>');
  await bare.evaluate(() => {
    let count = 0;
    addEventListener('keydown', () => {
      const cell = document.querySelector('#cell');
      if (cell) cell.textContent = String(++count);
    });
  });
  const times = await keyToPaint(bare, '#cell', 'Enter', async () => bare.keyboard.press('Enter'));
  await bare.close();
  return times;
}

/** Late frames of 1,000 while the wheel turns. */
async function lateFrames(page: Page): Promise<number> {
  const box = await page.locator('.sheet-grid').boundingBox();
  if (!box) throw new Error('The grid is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const deltas: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          deltas.push(now - last);
          last = now;
          if (deltas.length < 400) requestAnimationFrame(step);
          else resolve(deltas);
        };
        requestAnimationFrame(step);
      }),
  );
  const scrolled = new AbortController();
  const wheel = (async () => {
    while (!scrolled.signal.aborted) await page.mouse.wheel(0, 120);
  })();
  const deltas = await frames;
  scrolled.abort();
  await wheel;
  // A clock that is not exact makes frames of a sixtieth of a second come a little later.
  return (deltas.filter((delta) => delta > 18).length / deltas.length) * 1000;
}

/** Puts a text on the clipboard of the page and pastes it into the grid. */
async function pasteText(page: Page, rows: number, columns: number): Promise<void> {
  await page.evaluate(
    ([height, width]) => {
      const line = (row: number) =>
        Array.from({ length: width }, (_, column) => String(row * width + column)).join('\t');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', Array.from({ length: height }, (_, row) => line(row)).join('\n'));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [rows, columns] as const,
  );
}

/** Pastes a block at the active cell, and takes that back. */
async function blockPaste(page: Page, rows: number, columns: number): Promise<BlockPaste> {
  // The status bar counts the chosen cells, which are those that were pasted.
  const timed = async (work: () => Promise<void>, isFilled: boolean): Promise<Timed> => {
    const start = performance.now();
    const held = await heldWhile(page, async () => {
      await work();
      await page.waitForFunction(
        ([count, filled]) =>
          document
            .querySelector('.status-bar')
            ?.textContent.replaceAll(/[\s.,]/g, '')
            .includes(count) === filled,
        [`Count${rows * columns}`, isFilled] as const,
        patience,
      );
    });
    return { held, time: performance.now() - start };
  };
  const paste = await timed(() => pasteText(page, rows, columns), true);
  const undo = await timed(async () => page.keyboard.press('Control+z'), false);
  return { rows, columns, paste, undo };
}

/** What a person waits for in the shipped model, and in a file of 50,000 formulas. */
export async function windowFigures(): Promise<WindowFigures> {
  const model = await opened();
  const bare = await barePage(model.page);
  const { page } = model;
  await goTo(page, 'Cover!J61');
  await page.keyboard.type('=J60*2');
  await page.keyboard.press('Enter');
  // A formula stays open until the engine has answered.
  await page.getByRole('contentinfo', { name: 'Status' }).getByText('Ready').waitFor(patience);
  const edit = await edits(page, placeOf('Cover', 59, 9, 'J'), placeOf('Cover', 60, 9, 'J'));
  const scenarioSwitch = await switches(page, '.headline-strip button', pace.rest);
  const nearJump = await jumps(page, 'Deals!A60');
  const farJump = await jumps(page, 'Deals!A1048576');
  await model.close();

  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  const file = join(folder, 'large.roundtrip');
  writeFileSync(file, writeRoundtripFile(syntheticWorkbook(50_000, { scenarios: true })));
  const large = await opened(file);
  let largeEdit: Latency = { median: NaN, high: NaN };
  const largeEditHeld = await heldWhile(large.page, async () => {
    largeEdit = await edits(large.page, placeOf('Model', 0, 0, 'A'), placeOf('Model', 0, 3, 'D'));
  });
  let largeSwitch: Latency = { median: NaN, high: NaN };
  const largeSwitchHeld = await heldWhile(large.page, async () => {
    largeSwitch = await switches(large.page, placeOf('Model', 1, 3, 'D').selector, heldKey);
  });
  const late = await lateFrames(large.page);
  await goTo(large.page, 'Model!AB1');
  const pastes: BlockPaste[] = [];
  for (const [rows, columns] of [
    [1000, 100],
    [10_000, 100],
  ] as const)
    pastes.push(await blockPaste(large.page, rows, columns));
  await large.close();
  rmSync(folder, { recursive: true });
  return {
    barePage: bare,
    edit,
    scenarioSwitch,
    farJump,
    nearJump,
    largeEdit,
    largeEditHeld,
    largeSwitch,
    largeSwitchHeld,
    lateFrames: late,
    pastes,
  };
}
