import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

describe.each(windowEntries)('keys typed before a dialog is there, %s', (entry) => {
  const opened = workbookWindow({ entry });
  const { press, type, goTo, addSheet, content, undoLabel } = opened;

  test('go into the dialog, all of them, and none into the cells', async () => {
    await addSheet();
    await goTo('B2');
    await press('Shift+F2');
    await type('A note typed at once');
    await press('Control+Enter');
    await expect.poll(undoLabel, patience).toBe('Undo: Note on Sheet1!B2');
    expect(await content()).toBe('');
    await press('Shift+F2');
    const note = opened.page.getByRole('dialog').getByRole('textbox');
    await expect.poll(() => note.inputValue(), patience).toBe('A note typed at once');
    await press('Escape');
    await type('7');
    await press('Enter');
    await expect.poll(undoLabel, patience).toBe('Undo: Type 7 in Sheet1!B2');
  });
});

declare global {
  // In the page under test.
  // oxlint-disable-next-line no-var
  var releaseEngine: (() => void) | undefined;
  // oxlint-disable-next-line no-var
  var releaseFrames: (() => void) | undefined;
}

/** Keeps back what the page does with its next frames. Gives what lets all of it go. */
async function framesHeld(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const request = window.requestAnimationFrame;
    const kept: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => kept.push(callback);
    globalThis.releaseFrames = () => {
      window.requestAnimationFrame = request;
      for (const callback of kept) request(callback);
    };
  });
  return () => page.evaluate(() => globalThis.releaseFrames?.());
}

describe.each(windowEntries)('keys typed before a menu is gone, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, goTo, undoLabel } = opened;

  test('come after the command that was chosen in it', async () => {
    await goTo('B2');
    await opened.page.getByRole('button', { name: 'Format', exact: true }).click();
    const bold = opened.page.getByRole('menuitem', { name: /^Bold/ });
    await bold.waitFor();
    const release = await framesHeld(opened.page);
    await bold.click();
    await press('Control+g');
    await type('D5');
    await press('Enter');
    await type('7');
    await press('Enter');
    await release();
    await expect.poll(undoLabel, patience).toBe('Undo: Type 7 in Cover!D5');
    await press('Control+z');
    await expect.poll(undoLabel, patience).toBe('Undo: Bold in Cover!B2');
  });
});

/** Keeps back what the page asks of the engine from now on. Gives what lets all of it go. */
async function engineHeld(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    // Called with its worker below.
    // oxlint-disable-next-line typescript/unbound-method
    const post = Worker.prototype.postMessage;
    const kept: (() => void)[] = [];
    Worker.prototype.postMessage = function keep(this: Worker, ...message: unknown[]) {
      kept.push(() => Reflect.apply(post, this, message));
    };
    globalThis.releaseEngine = () => {
      Worker.prototype.postMessage = post;
      for (const send of kept) send();
    };
  });
  return () => page.evaluate(() => globalThis.releaseEngine?.());
}

describe.each(windowEntries)('keys typed before the engine has answered, %s', (entry) => {
  const opened = workbookWindow({ entry, empty: true });
  const { press, type, mouse, enter, goTo, chosen, content, shown, undoLabel } = opened;

  /** Goes to a cell, with the answer coming after the first letter, and types 7 there. */
  async function expectToReach(place: string, release: () => Promise<void>): Promise<void> {
    await press('Control+g');
    await type(place.slice(0, 1));
    await release();
    await type(place.slice(1));
    await press('Enter');
    await type('7');
    await press('Enter');
    await expect.poll(undoLabel, patience).toBe(`Undo: Type 7 in Cover!${place}`);
  }

  test('reach the place that was asked for after an entry, an undo and a paste', async () => {
    await goTo('B2');
    await type('=1+1');
    const afterEntry = await engineHeld(opened.page);
    await press('Control+g');
    await type('D5');
    await press('Enter');
    await expectToReach('F9', afterEntry);
    expect(await chosen()).toBe('F10');

    await press('Control+z');
    await goTo('J2');
    const afterUndo = await engineHeld(opened.page);
    await press('Control+z');
    await expectToReach('F9', afterUndo);

    await goTo('C2');
    await enter('5');
    await press('ArrowUp', 'Control+c');
    await goTo('J3:K4');
    const afterPaste = await engineHeld(opened.page);
    await press('Control+v');
    await expectToReach('G9', afterPaste);
    await press('Control+z', 'Control+z');
    await expect.poll(undoLabel, patience).toBe('Undo: Type 5 in Cover!C2');
  });

  test('reach the place that was asked for after a click in the history', async () => {
    await goTo('B2');
    await enter('5');
    await goTo('J9');
    await opened.page.getByRole('button', { name: 'View', exact: true }).click();
    await opened.page.getByRole('menuitem', { name: /^History/ }).click();
    const release = await engineHeld(opened.page);
    await opened.page.getByRole('button', { name: 'As opened' }).click();
    await expectToReach('F9', release);
  });

  test('and presses of the mouse keep their order', async () => {
    await goTo('B2');
    await enter('5', '6');
    await goTo('D2');
    const release = await engineHeld(opened.page);
    await type('=B2');
    await press('Enter');
    await type('=SUM(');
    await mouse.drag('B2', 'B3');
    await type(',');
    await mouse.click('B3', { holding: 'Shift' });
    await type(')');
    await press('Enter');
    await mouse.click('F9');
    await mouse.click('H5', { holding: 'Control' });
    await type('7');
    await press('Control+Enter');
    await release();
    await expect.poll(content, patience).toBe('7');
    expect(await chosen()).toBe('H5');
    await goTo('F9');
    await expect.poll(content, patience).toBe('7');
    await goTo('D3');
    await expect.poll(content, patience).toBe('=SUM(B2:B3,B3)');
    await expect.poll(shown, patience).toBe('17');
  });

  test('a menu that was asked for over a cell is that of the cell', async () => {
    await goTo('B2');
    const release = await engineHeld(opened.page);
    await type('=1+1');
    await press('Enter');
    await mouse.click('3', { button: 'right' });
    await release();
    await opened.page.getByRole('menuitem', { name: 'Insert rows above', exact: true }).click();
    await expect.poll(undoLabel, patience).toMatch(/^Undo: Insert .*row/);
    await goTo('B3');
    await expect.poll(content, patience).toBe('');
  });

  test('an entry that was typed after a paste stands over what was pasted', async () => {
    await goTo('B2');
    await enter('5');
    await press('ArrowUp', 'Control+c');
    await goTo('C3:C5');
    const release = await engineHeld(opened.page);
    await press('Control+v', 'ArrowDown');
    await type('7');
    await press('Enter');
    await release();
    await goTo('C4');
    await expect.poll(content, patience).toBe('7');
  });

  test('the name box has its keys for itself also while the active cell is hidden', async () => {
    await goTo('B2');
    await press('Control+9');
    await goTo('F9');
    await enter('7');
    await goTo('F9');
    await expect.poll(content, patience).toBe('7');
  });
});
