import { afterAll, expect, test } from 'vitest';
import { setSwitch, switchChoices } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { addressText, contains, type Address } from '../../shared/workbook/address.ts';
import { brokenLimit } from '../../shared/workbook/limits.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { limitSourceOf } from '../fixtures/limit-source.ts';
import { locate, named, type } from './locate.ts';

const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());
const { document } = workbook;

/** Cells that break their limit, of all that have one. */
function broken(): string[] {
  const source = limitSourceOf(workbook);
  return document.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((_, column) => {
        const address = { sheet: name, row, column };
        return brokenLimit(address, source) ? [addressText(address)] : [];
      }),
    ),
  );
}

function isBounded({ sheet, row, column }: Address): boolean {
  return (document.bounds ?? []).some((each) => each.sheet === sheet && contains(each.range, row, column));
}

test('no cell of the shipped model breaks its limit, in any scenario or on any basis', () => {
  for (const which of ['scenario', 'basis'] as const) {
    for (const choice of switchChoices(workbook, which)) {
      setSwitch(workbook, which, choice);
      expect(broken(), choice).toEqual([]);
      expect([...workbook.invalidCells()].filter((cell) => cell !== null)).toEqual([]);
    }
  }
});

test('every driver has bounds in every scenario and live, and so has every figure of a series', () => {
  const seeds = readSeeds();
  for (const driver of seeds.drivers) {
    for (const column of ['Live', ...seeds.scenarios.map(({ name }) => name)])
      expect(isBounded(locate(document, 'Assumptions', { row: driver.label, column })), column).toBe(true);
  }
  for (const series of seeds.series) {
    const first = named(workbook, series.name);
    for (let index = 0; index < series.values.length; index++)
      expect(isBounded({ ...first, column: first.column + index }), series.name).toBe(true);
  }
});

test('a driver out of its bounds is marked where it stands, and live when its scenario is in force', () => {
  const at = (column: string) => locate(document, 'Assumptions', { row: 'Delay', column });
  setSwitch(workbook, 'scenario', 'Base');
  type(workbook, at('Downside'), 7);
  expect(broken()).toEqual([addressText(at('Downside'))]);
  setSwitch(workbook, 'scenario', 'Downside');
  expect(broken()).toEqual([addressText(at('Live')), addressText(at('Downside'))]);
  type(workbook, at('Downside'), 6);
  expect(broken()).toEqual([]);
});

test('every deal shows the low and the high of the share that OpenAI pays, and a live share outside is marked', () => {
  const at = (row: string, column: string) =>
    locate(document, 'Deals', { row, group: 'Paid by OpenAI', column });
  setSwitch(workbook, 'basis', 'Seed');
  for (const { name, paidShare } of readSeeds().deals) {
    expect(isBounded(at(name, 'Live')), name).toBe(true);
    expect([at(name, 'Low'), at(name, 'High')].map((cell) => workbook.value(cell))).toEqual([
      paidShare.low,
      paidShare.high,
    ]);
  }
  const live = at('AMD accelerators', 'Live');
  type(workbook, at('AMD accelerators', 'User'), 0.9);
  expect(broken()).toEqual([]);
  setSwitch(workbook, 'basis', 'User');
  expect(broken()).toEqual([addressText(live)]);
  type(workbook, at('AMD accelerators', 'High'), 0.9);
  expect(broken()).toEqual([]);
});

test('a scenario that there is none of is not taken, typed or worked out', () => {
  const at = named(workbook, 'scenario_name');
  for (const content of ['Boom', '="Boom"']) {
    const answer = workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ ...at, content }] });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-a-choice' } });
  }
  type(workbook, at, 'base');
  expect([...workbook.invalidCells()].filter((cell) => cell !== null)).toEqual([]);
});
