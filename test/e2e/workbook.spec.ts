import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entries, openApp } from './harness.ts';
import type { OpenedApp } from './harness.ts';

/** How long an answer of the engine may take on a busy machine. */
const patience = { timeout: 20_000 };

/** How long the results of all what-if tables may take there: each is the whole model recalculated. */
const patienceForResults = { timeout: 45_000 };

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

describe.each(entries)('the workbook, %s', (entry) => {
  let app: OpenedApp;
  let page: Page;
  let folder: string;

  const nameBox = () => page.getByRole('combobox', { name: /^Name box/ });
  const formulaBar = () => page.getByRole('textbox', { name: 'Formula bar' });
  const strip = () => page.getByRole('group', { name: 'Headline figures' });
  const figure = (label: string) => strip().getByRole('button', { name: label });
  const documentState = () => page.locator('.document-name').innerText();
  const status = () => page.getByRole('contentinfo', { name: 'Status' }).innerText();
  const chosenCell = () => page.locator('.sheet-grid td.current');
  const press = (key: string) => page.keyboard.press(key);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-workbook-'));
  });
  afterEach(async () => {
    const errors = app.pageErrors;
    await app.close();
    await rm(folder, { recursive: true, force: true });
    if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join('\n')}`);
  });

  async function open(openPath?: string): Promise<void> {
    app = await openApp({ entry, ...(openPath === undefined ? {} : { openPath }) });
    ({ page } = app);
    await page.locator('.sheet-grid td').first().waitFor();
  }

  /** Goes to a cell or a defined name. */
  async function goTo(place: string): Promise<void> {
    await nameBox().fill(place);
    await press('Enter');
  }

  /** What the chosen cell holds, as the formula bar shows it. */
  const content = () => formulaBar().inputValue();

  /** Types an entry into the chosen cell and goes one down. */
  async function enter(text: string): Promise<void> {
    await page.keyboard.type(text);
    await press('Enter');
    // A formula stays open until the engine has answered.
    await expect.poll(status, patience).toMatch(/^(Ready|Not taken)/);
  }

  /** The probability of announced deals in the scenario Base. */
  async function goToInput(): Promise<void> {
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
  }

  test('opens filled in: sheets, headline figures, switches and the check light', async () => {
    await open();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(sheets);
    const figures = await strip().getByRole('button').allInnerTexts();
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
    await open();
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

  test('a formula that cannot be calculated is refused by name, and an error says why it is there', async () => {
    await open();
    await goTo('Deals!X200');
    await enter('=LAMBDA(x,x)(1)');
    const refusal = page.getByRole('alert');
    await expect
      .poll(() => refusal.innerText(), patience)
      .toContain('LAMBDA is a function of Excel that Roundtrip cannot calculate');
    await press('Escape');
    await enter('=1+A1/Z999');
    const tip = page.locator('.cell-tip');
    await expect.poll(() => tip.innerText(), patience).toBe('');
    await press('ArrowUp');
    await expect.poll(() => tip.innerText(), patience).toContain('#VALUE!');
    expect(await tip.innerText()).toContain('A1 is the text “Deals”');
    await press('Escape');
    await expect.poll(() => tip.innerText(), patience).toBe('');
    await expect.poll(content, patience).toBe('=1+A1/Z999');
  });

  test('undo and redo, by keys and by name in the menu', async () => {
    await open();
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
    await open();
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

  test('what is saved is there when the file is opened again', async () => {
    await open();
    await goToInput();
    await enter('0.7');
    await press('Control+s');
    const path = join(folder, 'my review.roundtrip');
    await app.chooseSave(path);
    await expect.poll(documentState, patience).toMatch(/^my review\s*saved$/);
    await expect
      .poll(() => figure('Probable cash by 2028').locator('.figure-difference').count(), patience)
      .toBe(0);
    const saved = await figure('Probable cash by 2028').innerText();
    await app.close();

    await open(path);
    await expect.poll(documentState, patience).toMatch(/^my review\s*saved$/);
    await expect.poll(() => figure('Probable cash by 2028').innerText(), patience).toBe(saved);
    await goTo('p_announced');
    await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.7');
  });

  test('saving over another file asks first, except in the system’s own dialog', async () => {
    await open();
    const path = join(folder, 'there.roundtrip');
    await writeFile(path, 'something else');
    await press('Control+Shift+s');
    await app.chooseSave(path);
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
      await app.chooseSave(path);
      await question.getByRole('button', { name: 'Replace' }).click();
    }
    await expect.poll(documentState, patience).toMatch(/^there\s*saved$/);
    expect(await readFile(path, 'utf8')).not.toBe('something else');
  });

  test('exports an Excel workbook', async () => {
    await open();
    await press('Control+e');
    const path = join(folder, 'model.xlsx');
    await app.chooseSave(path);
    await page.getByText('Exported to model.xlsx').waitFor();
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await expect.poll(documentState, patience).not.toContain('model');
  });

  test('a file that is no workbook is named, with what to do, and the open document stays', async () => {
    const path = join(folder, 'wrong.roundtrip');
    await writeFile(path, 'not a workbook');
    await open();
    await goToInput();
    await press('Control+o');
    await app.chooseOpen(path);
    const message = page.getByRole('alertdialog', { name: 'wrong.roundtrip was not opened' });
    await message.waitFor();
    expect(await message.innerText()).toContain('wrong.roundtrip');
    await press('Enter');
    await message.waitFor({ state: 'detached' });
    await expect.poll(content, patience).toBe('0.6');

    await press('Control+o');
    await app.chooseOpen(join(folder, 'missing.roundtrip'));
    await page.getByRole('alertdialog', { name: 'missing.roundtrip was not opened' }).waitFor();
    await press('Escape');
  });

  test('unsaved changes are asked about before another document opens; saving is preselected', async () => {
    await open();
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

  test('a formula that does not parse is refused, and its text kept', async () => {
    await open();
    await goTo('Cover!J60');
    await enter('=SUM(1,,*2)+');
    const message = page.getByRole('alert').filter({ hasText: 'cannot be read' });
    await message.waitFor();
    await expect.poll(content, patience).toBe('=SUM(1,,*2)+');
    await expect.poll(status, patience).toMatch(/^Not taken/);
    await press('Backspace');
    await message.waitFor({ state: 'detached' });
    await press('Escape');
    await expect.poll(content, patience).toBe('');
    await expect.poll(documentState, patience).not.toContain('not saved');
  });

  test('a circular reference is refused with its loop named, and can be mended in place', async () => {
    await open();
    await goTo('Cover!J60');
    await enter('=J61+1');
    await enter('=J62+1');
    await enter('=J60+1');
    const message = page.getByRole('alert').filter({ hasText: 'depend on itself' });
    await message.waitFor();
    expect(await message.innerText()).toMatch(/J62 → J60 → J61 → J62/);
    await expect.poll(content, patience).toBe('=J60+1');
    await press('Control+a');
    await enter('5');
    await message.waitFor({ state: 'detached' });
    await goTo('Cover!J60');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('7');
  });

  test('Delete clears all chosen cells as one step', async () => {
    await open();
    await goTo('Cover!J60:B62');
    await enter('1');
    await enter('2');
    await enter('3');
    await goTo('Cover!J60:B62');
    await expect.poll(status, patience).toMatch(/Sum 6/);
    await press('Delete');
    await expect.poll(content, patience).toBe('');
    await press('ArrowDown');
    await expect.poll(content, patience).toBe('');
    await press('Control+z');
    // The cells that came back are chosen.
    await expect.poll(status, patience).toMatch(/Sum 6/);
    expect(await content()).toBe('1');
  });

  test('a copied formula moves its relative references, as one step', async () => {
    await open();
    await goTo('Cover!J60');
    await enter('10');
    await enter('20');
    await goTo('Cover!K60');
    await enter('=J60*2+$J$60');
    await press('ArrowUp');
    await press('Control+c');
    await press('ArrowDown');
    await press('Control+v');
    await expect.poll(content, patience).toBe('=J61*2+$J$60');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('50');
    await press('Control+z');
    await expect.poll(content, patience).toBe('');
  });

  test('Enter after Tab goes back to where the row began, and undo shows what it changes', async () => {
    await open();
    await goTo('Cover!K60');
    for (const [value, key] of [
      ['1', 'Tab'],
      ['2', 'Tab'],
      ['3', 'Enter'],
      ['4', 'Enter'],
    ] as const) {
      await page.keyboard.type(value);
      await press(key);
    }
    await expect.poll(() => nameBox().inputValue(), patience).toBe('K62');
    await goTo('Cover!K61');
    await expect.poll(content, patience).toBe('4');
    await goTo('Deals!A1');
    await press('Control+z');
    await expect.poll(() => nameBox().inputValue(), patience).toBe('K61');
    await expect.poll(content, patience).toBe('');
    await press('Control+z');
    await expect.poll(() => nameBox().inputValue(), patience).toBe('M60');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Cover');
  });

  test('keys typed faster than the engine answers are not lost', async () => {
    await open();
    await goTo('Assumptions!R60');
    await page.keyboard.type('11\n22\n33\n');
    await goTo('Assumptions!R60:R62');
    await expect.poll(status, patience).toMatch(/Count 3\s.*Sum 66/s);
  });

  test('the formula bar edits the cell, in step with it', async () => {
    await open();
    await goTo('Cover!J60');
    await formulaBar().click();
    await page.keyboard.type('=1+2');
    expect(await page.getByRole('textbox', { name: 'Cell J60' }).inputValue()).toBe('=1+2');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(content, patience).toBe('=1+2');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('3');
  });

  test('a function is found, put into the cell, and its arguments are named while they are typed', async () => {
    await open();
    await goTo('Cover!J60');
    await press('Shift+F3');
    const dialog = page.getByRole('dialog', { name: 'Functions' });
    await dialog.waitFor();
    await page.keyboard.type('net present value');
    const chosen = dialog.getByRole('option', { selected: true });
    await expect.poll(() => chosen.innerText(), patience).toBe('NPV');
    await dialog.getByText('=NPV(').waitFor();
    await press('Enter');
    await expect.poll(content, patience).toBe('=NPV(');
    const help = page.locator('.cell-editor .argument-help');
    const present = help.locator('[data-present]');
    await expect.poll(() => present.innerText(), patience).toBe('rate');
    await page.keyboard.type('10%,');
    await expect.poll(() => present.innerText(), patience).toBe('value1');
    await page.keyboard.type('110)');
    await help.waitFor({ state: 'detached' });
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('$100.00');
  });

  test('references are pointed at with arrow keys and with the mouse', async () => {
    await open();
    await goTo('Cover!K60');
    for (const value of ['1', '2', '4', '8']) await enter(value);
    await goTo('Cover!L60');
    await page.keyboard.type('=SUM(');
    await press('ArrowLeft');
    await expect.poll(content, patience).toBe('=SUM(K60');
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await press('Control+Shift+ArrowDown');
    await expect.poll(content, patience).toBe('=SUM(K61:K63');
    await page.keyboard.type(')+');
    await press('ArrowLeft');
    await expect.poll(content, patience).toBe('=SUM(K61:K63)+K60');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('15');

    const cell = (row: number, column: number) =>
      page.locator(`.ht_master tr[aria-rowindex="${row + 1}"] td[aria-colindex="${column + 1}"]`);
    await goTo('Cover!L61');
    await page.keyboard.type('=MAX(');
    await cell(60, 11).click();
    await cell(61, 11).click();
    await expect.poll(content, patience).toBe('=MAX(K61');
    await page.mouse.down();
    await cell(63, 11).hover();
    await page.mouse.up();
    await expect.poll(content, patience).toBe('=MAX(K61:K63');
    await page.keyboard.type(')');
    await press('Enter');
    await press('ArrowUp');
    await expect.poll(() => chosenCell().first().innerText(), patience).toBe('8');
  });

  test('after a click on a sheet tab the keys go to the grid', async () => {
    await open();
    await page.getByRole('tab', { name: 'Deals' }).click();
    await goTo('Deals!A60');
    await page.getByRole('tab', { name: 'Cover' }).click();
    await page.getByRole('tab', { name: 'Deals' }).click();
    await expect.poll(() => nameBox().inputValue(), patience).toBe('A60');
    await press('ArrowDown');
    await enter('4711');
    await press('ArrowUp');
    await expect.poll(() => nameBox().inputValue(), patience).toBe('A61');
    await expect.poll(content, patience).toBe('4711');
  });

  test('results fill in, and follow an edit while typing goes on', async () => {
    await open();
    await goTo('Cover!J60');
    // The probable cash of the third scenario, Downside.
    await enter('=INDEX(scenario_results,MATCH("probable_by_2028",headline_names,0),3)');
    await press('ArrowUp');
    await expect.poll(() => chosenCell().first().innerText(), patienceForResults).toMatch(/^231\.0/);
    await expect.poll(status, patienceForResults).not.toContain('recalculating');

    await goTo('p_announced');
    for (const _ of ['Base', 'Upside', 'Downside']) await press('ArrowRight');
    await expect.poll(content, patience).toBe('0.6');
    await enter('0.7');
    await expect.poll(status, patience).toContain('recalculating');
    await goTo('Cover!J70');
    await page.keyboard.type('1\n2\n3\n4\n5\n');
    await goTo('Cover!J60');
    await expect.poll(() => chosenCell().first().innerText(), patienceForResults).toMatch(/^2[4-9]\d\./);
    await expect.poll(status, patienceForResults).not.toContain('recalculating');
    await goTo('Cover!J70:J74');
    await expect.poll(status, patience).toMatch(/Count 5\s.*Sum 15/s);
  });

  test('a result cannot be typed over, and the message says what to do instead', async () => {
    await open();
    await goTo('scenario_results');
    await enter('5');
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
    await open();
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
    await open();
    await goTo('Cover!J60');
    await page.keyboard.type('77');
    await figure('Probable cash by 2028').click();
    await expect.poll(status, patience).toMatch(/^Ready/);
    await goTo('Cover!J60');
    await expect.poll(content, patience).toBe('77');
  });

  test.each(['7', 'F2'])(
    '%s while the active cell is out of view brings it back under the text',
    async (key) => {
      await open();
      await goTo('Assumptions!D70');
      await expect.poll(() => chosenCell().count(), patience).toBeGreaterThan(0);
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, -20_000);
      await expect.poll(() => chosenCell().count(), patience).toBe(0);
      await press(key);
      const distance = async () => {
        const box = page.locator('.cell-editor[data-open]');
        if ((await chosenCell().count()) === 0 || (await box.count()) === 0) return Infinity;
        const [over, under] = [await box.boundingBox(), await chosenCell().first().boundingBox()];
        return over && under ? Math.abs(over.x - under.x) + Math.abs(over.y - under.y) : Infinity;
      };
      await expect.poll(distance, patience).toBeLessThan(6);
      await press('Escape');
    },
  );

  test('what is typed while the file is written does not count as saved', async () => {
    await open();
    await goTo('Cover!J60');
    await enter('4711001');
    await press('Control+s');
    const path = join(folder, 'race.roundtrip');
    await app.chooseSave(path);
    await expect.poll(documentState, patience).toMatch(/^race\s*saved$/);
    await enter('4711002');
    await press('Control+s');
    await enter('4711003');
    await press('Control+s');
    await expect.poll(() => readFile(path, 'utf8'), patience).toContain('4711003');
    await expect.poll(documentState, patience).toMatch(/^race\s*saved$/);
    await app.close();
    await open(path);
    await goTo('Cover!J62');
    await expect.poll(content, patience).toBe('4711003');
  });
});
