import type { Page } from 'playwright-core';
import { columnLetters, parseReference } from '../../shared/workbook/address.ts';
import { cellMouse } from './cell-mouse.ts';
import type { CellMouse } from './cell-mouse.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openApp } from './harness.ts';
import type { OpenedApp, OpenOptions } from './harness.ts';
import { patience } from './patience.ts';

export { patience };

/**
 * The program with a workbook open for each test of a suite, and what a person does and sees in it.
 * Everything can be taken out of the object before a test has begun, but for `app` and `page`.
 */
export interface WorkbookWindow {
  readonly app: OpenedApp;
  readonly page: Page;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly mouse: CellMouse;
  /** Goes to cells or a name, as Ctrl+G does; the keys that follow go there. */
  readonly goTo: (place: string) => Promise<void>;
  /** Types entries one below the other, each of which has to be taken. */
  readonly enter: (...texts: readonly string[]) => Promise<void>;
  /** Ends the program and starts it with a file. */
  readonly reopen: (path: string) => Promise<void>;
  /** The shipped model, in the place of a workbook without changes. */
  readonly openModel: () => Promise<void>;
  /** An empty sheet of its own, in view. */
  readonly addSheet: () => Promise<void>;
  /** What the active cell holds. */
  readonly content: () => Promise<string>;
  /** What the active cell shows, without the room that its number format leaves at the end. */
  readonly shown: () => Promise<string>;
  /** The address of the active cell. */
  readonly chosen: () => Promise<string>;
  readonly status: () => Promise<string>;
  /** The words of the button that takes the last step back. */
  readonly undoLabel: () => Promise<string | null>;
  /** Waits until cells one below the other show these texts. */
  readonly expectColumn: (first: string, texts: readonly string[]) => Promise<void>;
  readonly tab: (name: string) => ReturnType<Page['getByRole']>;
  /** The message that says why nothing was changed. */
  readonly refusal: () => ReturnType<Page['getByRole']>;
}

interface WindowOptions extends OpenOptions {
  /** Errors of the page that are part of what is tested. */
  readonly expectedErrors?: RegExp;
}

/**
 * Starts the program for a suite and ends it afterwards; a test fails when its page reported an error.
 * Each test has a page of its own, with the workbook as it was at the start; with `once` all tests
 * share one.
 */
export function workbookWindow(options: WindowOptions, once?: 'once'): WorkbookWindow {
  let app: OpenedApp;
  /** The page has been in use by a test. */
  let used = false;
  /** The program was started with another file than that of the suite. */
  let reopened = false;
  /** How many of the page's errors earlier tests have reported. */
  let reported = 0;
  const showsCells = () => app.page.locator('.sheet-grid td').first().waitFor();
  const open = async (openPath = options.openPath) => {
    app = await openApp({ ...options, ...(openPath !== undefined && { openPath }) });
    reported = 0;
    await showsCells();
  };
  const startAgain = async () => {
    if (reopened) {
      await app.close();
      await open();
    } else if (used) {
      await app.startAgain();
      await showsCells();
    }
    used = true;
    reopened = false;
  };
  const failOnErrors = () => {
    const errors = app.pageErrors.slice(reported).filter((error) => !options.expectedErrors?.test(error));
    reported = app.pageErrors.length;
    if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join('\n')}`);
  };
  beforeAll(() => open());
  if (!once) beforeEach(startAgain);
  afterEach(failOnErrors);
  afterAll(() => app.close());

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await app.page.keyboard.press(key);
  };
  const type = (text: string) => app.page.keyboard.type(text);
  const nameBox = () => app.page.getByRole('combobox', { name: /^Name box/ });
  const chosen = () => nameBox().inputValue();
  const shown = async () => (await app.page.locator('.sheet-grid td.current').first().innerText()).trimEnd();
  const status = () => app.page.getByRole('contentinfo', { name: 'Status' }).innerText();
  const tab = (name: string) =>
    app.page.getByRole('tab', { name: new RegExp(`^${name.replaceAll(/[()]/g, '\\$&')}(,|$)`) });
  const hasKeyboard = () => nameBox().evaluate((field) => field === document.activeElement);
  const goTo = async (place: string) => {
    const range = parseReference(place)?.range;
    await press('Control+g');
    // Keys wait for what came before them.
    await expect.poll(hasKeyboard, patience).toBe(true);
    await type(place);
    await press('Enter');
    await expect.poll(hasKeyboard, patience).toBe(false);
    if (range) await expect.poll(chosen, patience).toBe(`${columnLetters(range.left)}${range.top + 1}`);
  };
  return {
    get app() {
      return app;
    },
    get page() {
      return app.page;
    },
    press,
    type,
    mouse: cellMouse(() => app.page),
    goTo,
    enter: async (...texts) => {
      for (const text of texts) {
        await type(text);
        await press('Enter');
        await expect.poll(status, patience).toMatch(/^Ready/);
      }
    },
    reopen: async (path) => {
      failOnErrors();
      await app.close();
      reopened = true;
      await open(path);
    },
    openModel: async () => {
      await press('Control+n');
      await tab('Sources').waitFor();
      await expect.poll(status, patience).toMatch(/^Ready/);
    },
    addSheet: async () => {
      await press('Shift+F11');
      await expect.poll(() => tab('Sheet1').getAttribute('aria-selected'), patience).toBe('true');
    },
    content: () => app.page.getByRole('textbox', { name: 'Formula bar' }).inputValue(),
    shown,
    chosen,
    status,
    undoLabel: () =>
      app.page
        .getByRole('button', { name: /^(?:Undo|Nothing to undo)/ })
        .first()
        .getAttribute('aria-label'),
    expectColumn: async (first, texts) => {
      await goTo(first);
      for (const text of texts) {
        await expect.poll(shown, patience).toBe(text);
        await press('ArrowDown');
      }
    },
    tab,
    refusal: () => app.page.getByRole('alertdialog', { name: 'Nothing was changed' }),
  };
}
