import { beforeAll, describe, expect, test } from 'vitest';
import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import { setSwitch, switchChoices } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import {
  isCellError,
  type CellContent,
  type CellValue,
  type WhatIfTable,
} from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { draftOf } from '../fixtures/draft.ts';

/*
 * How tables are worked out is tested on a small workbook (test/analysis). Here, the tables of the
 * model: that they ask for what their sheets say, and that what each kind finds is what a workbook
 * gives that was opened with the same set. To fill all of them takes a recalculation for each of some
 * 150 settings, so that all scenarios are, but of drivers and of steps two rows of each.
 */

const model = buildModel();
const tables = model.whatIfTables ?? [];

/** Rows and columns of the results that are worked out here. */
const chosenDrivers = ['prob_mult_vendor', 'delay_q'];
const chosenSteps = [3, 4];

function rangeOf(name: string) {
  const found = model.names.find((each) => each.name === name);
  if (!found) throw new Error(`There is no name ${name}`);
  return found.range;
}

function tablesWithFewResults(): WhatIfTable[] {
  const drivers = model.sheets.find(({ name }) => name === 'Sensitivity')?.rows ?? [];
  const listed = rangeOf('sensitivity_drivers');
  const rows = chosenDrivers.map((driver) =>
    drivers.findIndex((cells, row) => row >= listed.top && cells[1]?.content === driver),
  );
  const pairs = rangeOf('pair_results');
  return tables.map((table) => {
    const { results } = table;
    if (table.sheet === 'Scenarios') return table;
    if (results.top === pairs.top) {
      const [first = 0, last = 0] = chosenSteps;
      const { top, left } = results;
      return {
        ...table,
        results: { top: top + first, left: left + first, bottom: top + last, right: left + last },
      };
    }
    return { ...table, results: { ...results, top: Math.min(...rows), bottom: Math.max(...rows) } };
  });
}

/** A workbook that is opened with these names holding these contents, on the benchmark basis, where most figures move. */
function opened(
  set: Readonly<Record<string, CellContent>> = {},
  whatIfTables: readonly WhatIfTable[] = [],
): Workbook {
  const document = draftOf({ ...model, whatIfTables });
  for (const [name, content] of Object.entries({ basis_name: 'Benchmark', ...set })) {
    const named = document.names.find((each) => each.name === name);
    const cells = document.sheets.find((sheet) => sheet.name === named?.sheet)?.rows[named?.range.top ?? 0];
    if (!named || !cells) throw new Error(`There is no name ${name}`);
    cells[named.range.left] = { ...cells[named.range.left], content };
  }
  return Workbook.open(document);
}

/** With its tables filled. */
let workbook: Workbook;
/** The same without results, and with those of Sensitivity only to be worked out. */
let other: Workbook;
let errorsWithoutResults: CellValue[];
let valuesBefore: CellValue[][][];
const calculated = () =>
  workbook.document.sheets
    .filter(({ name }) => name !== 'Scenarios' && name !== 'Sensitivity')
    .map(({ name }) => workbook.sheetValues(name));

beforeAll(() => {
  const few = tablesWithFewResults();
  workbook = opened({}, few);
  other = opened(
    {},
    few.filter(({ sheet }) => sheet === 'Sensitivity'),
  );
  errorsWithoutResults = ['Scenarios', 'Sensitivity'].flatMap((name) =>
    other
      .sheetValues(name)
      .flat()
      .filter((value) => isCellError(value)),
  );
  valuesBefore = calculated();
  fillWhatIfTables(workbook);
});

const column = (name: string, of = workbook) => of.namedValues(name).map(([value = null]) => value);
const text = (value: CellValue | undefined) => (typeof value === 'string' ? value : '');
const shown = (value: CellValue) => (isCellError(value) ? value.error : value);

/** The row of a driver in the list of all drivers. */
function driverRow(driver: string, of = workbook): CellValue[] {
  return of.sheetValues('Sensitivity').find((row) => row[1] === driver && row.length > 11) ?? [];
}

describe('The tables ask for', () => {
  const ranges = tables.map(({ results }) => results);

  test('every headline figure under every scenario, by words that tell it from all others', () => {
    const headlines = model.names.filter(({ headline }) => headline);
    expect(column('headline_names')).toEqual(headlines.map(({ name }) => name));
    expect(new Set(column('headline_labels')).size).toBe(headlines.length);
    const { top, bottom, left, right } = rangeOf('scenario_results');
    expect(ranges).toContainEqual({ top, bottom, left, right });
    expect([bottom - top + 1, right - left + 1]).toEqual([
      headlines.length,
      switchChoices(workbook, 'scenario').length,
    ]);
    expect(workbook.rangeValues('Scenarios', { top: top - 2, left, bottom: top - 2, right })[0]).toEqual(
      switchChoices(workbook, 'scenario'),
    );
  });

  test('every driver at its low and its high', () => {
    const { top, bottom } = rangeOf('sensitivity_drivers');
    for (const left of [6, 7]) expect(ranges).toContainEqual({ top, bottom, left, right: left });
    const asked = workbook.rangeValues('Sensitivity', { top, left: 1, bottom, right: 5 });
    const assumed = workbook.sheetValues('Assumptions');
    for (const [name, , live, low, high] of asked) {
      const driver = assumed.find((row) => row[1] === name) ?? [];
      expect([live, low, high], text(name)).toEqual([driver[3], driver[10], driver[11]]);
    }
    const named = model.names.map(({ name }) => name);
    expect(asked.filter(([name]) => !named.includes(text(name)))).toEqual([]);
    expect(new Set(asked.map(([name]) => name)).size).toBe(bottom - top + 1);
  });

  test('two drivers at each of five steps', () => {
    const { top, bottom, left, right } = rangeOf('pair_results');
    expect(ranges).toContainEqual({ top, bottom, left, right });
    expect(column('pair_down')).toEqual([0, 1.5, 3, 4.5, 6]);
    expect(workbook.namedValues('pair_across')[0]).toHaveLength(5);
  });
});

describe('Scenarios', () => {
  const columnOf = (index: number) => workbook.namedValues('scenario_results').map((row) => row[index]);
  const headlines = (of: Workbook) =>
    column('headline_names').map((name) => shown(of.namedValue(text(name))));

  test('each column equals a workbook switched to that scenario', () => {
    const scenarios = switchChoices(other, 'scenario');
    expect(scenarios.length).toBeGreaterThan(2);
    scenarios.forEach((scenario, index) => {
      expect(setSwitch(other, 'scenario', scenario).ok).toBe(true);
      expect(columnOf(index), scenario).toEqual(headlines(other));
    });
    while (other.undo());
  });

  test('a column equals a workbook opened under that scenario', () => {
    const scenario = 'Credit crunch';
    const fresh = opened({ scenario_name: scenario });
    expect(columnOf(switchChoices(workbook, 'scenario').indexOf(scenario))).toEqual(headlines(fresh));
    fresh.close();
  });

  test('differences are those of the columns; words have none', () => {
    const { sheet, range } = workbook.name('scenario_results') ?? { sheet: '', range: undefined };
    if (!range) throw new Error('There are no results');
    const scenarios = range.right - range.left + 1;
    for (let row = range.top; row <= range.bottom; row++) {
      const at = (offset: number) => workbook.value({ sheet, row, column: range.left + offset });
      for (let scenario = 1; scenario < scenarios; scenario++) {
        const [base, value, difference] = [at(0), at(scenario), at(scenarios - 1 + scenario)];
        if (typeof base === 'number' && typeof value === 'number') expect(difference).toBe(value - base);
        else expect(['not given', 'same', 'differs']).toContain(difference);
      }
    }
  });
});

describe('Sensitivity', () => {
  test('a driver at its high, and two together, give what a workbook opened with them gives', () => {
    const [, , , , , high] = driverRow('delay_q');
    const alone = opened({ delay_q: Number(high) });
    expect(driverRow('delay_q')[7]).toBe(alone.namedValue('probable_by_2028'));
    alone.close();

    const [down = 0, across = 0] = chosenSteps;
    const both = opened({
      delay_q: Number(column('pair_down')[down]),
      prob_mult_all: Number(workbook.namedValues('pair_across')[0]?.[across]),
    });
    expect(workbook.namedValues('pair_results')[down]?.[across]).toBe(both.namedValue('probable_by_2028'));
    both.close();
  });

  test('results differ where what they set differs', () => {
    const ends = chosenDrivers.flatMap((driver) => driverRow(driver).slice(6, 8));
    const pairs = workbook.namedValues('pair_results').flat();
    const found = [...ends, ...pairs.filter((value) => typeof value === 'number')];
    expect(found).toHaveLength(8);
    expect(new Set(found).size).toBe(8);
  });

  test('the drivers that move it most stand in order, each once, equal ones as in Assumptions', () => {
    const { top, bottom } = rangeOf('sensitivity_drivers');
    const labels = other
      .rangeValues('Sensitivity', { top, left: 0, bottom, right: 0 })
      .map(([label]) => label);
    // Up for some and down for others, some of them by the same, some by words.
    const found = labels.map((_, index): readonly [CellContent, CellContent] =>
      index % 7 === 3 ? ['not given', 5] : [40, 40 + ((index * 17) % 23) * (index % 2 === 0 ? 1 : -1)],
    );
    other.writeResults(
      found.flatMap((ends, index) =>
        ends.map((content, end) => ({ sheet: 'Sensitivity', row: top + index, column: 6 + end, content })),
      ),
    );
    const expected = found
      .map(([low, high], index) => ({ label: labels[index], low, high, swing: Number(high) - Number(low) }))
      .filter(({ swing }) => !Number.isNaN(swing))
      .toSorted((one, next) => Math.abs(next.swing) - Math.abs(one.swing))
      .slice(0, 15);
    expect(new Set(expected.map(({ swing }) => Math.abs(swing))).size).toBeLessThan(15);
    const listed = ['tornado_labels', 'tornado_low', 'tornado_high', 'tornado_swing'].map((name) =>
      column(name, other),
    );
    expect(listed).toEqual([
      expected.map(({ label }) => label),
      expected.map(({ low }) => low),
      expected.map(({ high }) => high),
      expected.map(({ swing }) => Math.abs(swing)),
    ]);
  });
});

test('only drivers that move the figure stand among those that move it most', () => {
  const { top, bottom } = rangeOf('sensitivity_drivers');
  const labels = column('sensitivity_drivers', other);
  const moved = new Map([
    [4, 43],
    [9, 38],
    [20, 41],
  ]);
  const write = (ends: (index: number) => CellContent[]) =>
    other.writeResults(
      labels.flatMap((_, index) =>
        ends(index).map((content, end) => ({
          sheet: 'Sensitivity',
          row: top + index,
          column: 6 + end,
          content,
        })),
      ),
    );
  expect(labels).toHaveLength(bottom - top + 1);
  write((index) => [40, moved.get(index) ?? 40]);
  const blank = Array.from({ length: 12 }, () => '');
  expect(column('tornado_labels', other)).toEqual([labels[4], labels[9], labels[20], ...blank]);
  expect(column('tornado_low', other)).toEqual([40, 40, 40, ...blank]);
  expect(column('tornado_high', other)).toEqual([43, 38, 41, ...blank]);
  expect(column('tornado_swing', other)).toEqual([3, 2, 1, ...blank]);
  const shownRange = { ...rangeOf('tornado_labels'), right: 10 };
  for (const [index, row] of other.rangeValues('Sensitivity', shownRange).entries())
    if (index >= moved.size) expect(row).toEqual(['', '', '', index + 1, '', '', '', '', '', '', '']);

  write(() => ['Q4 2028', 'none']);
  expect(column('tornado_labels', other)).toEqual(Array.from({ length: 15 }, () => ''));
});

test('the model itself is the same to the last bit after all of that', () => {
  expect(calculated()).toStrictEqual(valuesBefore);
});

test('without results nothing is an error', () => {
  expect(errorsWithoutResults).toEqual([]);
});

test('another figure is chosen by its words, and a figure of words has no swing', () => {
  const choice = other.name('sensitivity_headline');
  const words = column('headline_labels')[column('headline_names').indexOf('peak_gap_quarter')];
  if (!choice || typeof words !== 'string') throw new Error('There is nothing to choose');
  const at = { sheet: choice.sheet, row: choice.range.top, column: choice.range.left };
  other.apply({ kind: 'setCells', label: 'Choose', cells: [{ ...at, content: words }] });
  fillWhatIfTables(other);
  expect(other.namedValue('sensitivity_value')).toBe(other.namedValue('peak_gap_quarter'));
  const aWord = expect.any(String) as string;
  for (const driver of chosenDrivers)
    expect(driverRow(driver, other).slice(6, 9), driver).toEqual([aWord, aWord, 'not given']);
  const found = other.namedValues('pair_results').flat();
  expect(found.filter((value) => value !== null)).toEqual([aWord, aWord, aWord, aWord]);
});
