import { beforeAll, describe, expect, test } from 'vitest';
import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import { setSwitch, switchChoices } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { isCellError, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

/** The model on the benchmark basis, where most figures move, with its tables filled. */
let workbook: Workbook;
/** The same without tables: set by hand to what a result was found under. */
let other: Workbook;
let valuesBefore: CellValue[][][];
const calculated = () =>
  workbook.document.sheets
    .filter(({ name }) => name !== 'Scenarios' && name !== 'Sensitivity')
    .map(({ name }) => workbook.sheetValues(name));

beforeAll(() => {
  workbook = Workbook.open(buildModel());
  other = Workbook.open(buildModel());
  for (const each of [workbook, other]) setSwitch(each, 'basis', 'Benchmark');
  valuesBefore = calculated();
  fillWhatIfTables(workbook);
}, 120_000);

const column = (name: string) => workbook.namedValues(name).map(([value = null]) => value);
const text = (value: CellValue | undefined) => (typeof value === 'string' ? value : '');

/** The figure of the other workbook with these names set, which are put back. */
function figureWith(
  set: readonly (readonly [name: string, value: CellContent])[],
  figure: string,
): CellValue {
  for (const [name, content] of set) {
    const at = other.name(name);
    if (!at) throw new Error(`There is no name ${name}`);
    const cells = [{ sheet: at.sheet, row: at.range.top, column: at.range.left, content }];
    expect(other.apply({ kind: 'setCells', label: 'Set', cells }).ok).toBe(true);
  }
  const value = other.namedValue(figure);
  while (other.undoLabel === 'Set') other.undo();
  return value;
}

describe('Scenarios', () => {
  test('every headline figure stands there once, by words that tell it from all others', () => {
    const headlines = workbook.document.names.filter(({ headline }) => headline);
    expect(column('headline_names')).toEqual(headlines.map(({ name }) => name));
    expect(new Set(column('headline_labels')).size).toBe(headlines.length);
  });

  test('each column equals a workbook switched to that scenario', () => {
    const scenarios = switchChoices(other, 'scenario');
    expect(scenarios.length).toBeGreaterThan(2);
    scenarios.forEach((scenario, index) => {
      const live = Workbook.open(buildModel());
      setSwitch(live, 'basis', 'Benchmark');
      setSwitch(live, 'scenario', scenario);
      const figures = column('headline_names').map((name) => {
        const value = live.namedValue(text(name));
        return isCellError(value) ? value.error : value;
      });
      live.close();
      expect(
        workbook.namedValues('scenario_results').map((row) => row[index]),
        scenario,
      ).toEqual(figures);
    });
  }, 60_000);

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
  test('a driver at its low and its high gives what a workbook with that driver gives', () => {
    const rows = workbook.sheetValues('Sensitivity').filter((row) => row[1] === 'delay_q' || row[1] === 'pd');
    const tested = rows.filter((row) => typeof row[6] === 'number' && row.length > 11);
    expect(tested).toHaveLength(2);
    for (const [, name, , , low, high, atLow, atHigh, swing] of tested) {
      const figure = (value: CellValue | undefined) =>
        figureWith([[text(name), Number(value)]], 'probable_by_2028');
      expect([atLow, atHigh]).toEqual([figure(low), figure(high)]);
      expect(swing).toBe(Math.abs(Number(atHigh) - Number(atLow)));
    }
  });

  test('the drivers that move it most stand in order, each once', () => {
    const swings = column('tornado_swing').map(Number);
    expect(swings).toHaveLength(15);
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
    expect(swings[0]).toBeGreaterThan(0);
    const labels = column('tornado_labels');
    expect(new Set(labels).size).toBe(15);
    column('tornado_low').forEach((low, index) =>
      expect(Math.abs(Number(column('tornado_high')[index]) - Number(low))).toBe(swings[index]),
    );
  });

  test('two drivers together give what a workbook with both gives', () => {
    const [down, across] = [column('pair_down'), workbook.namedValues('pair_across')[0] ?? []];
    const results = workbook.namedValues('pair_results');
    for (const [row, step] of [
      [0, 0],
      [1, 3],
      [4, 4],
    ] as const) {
      const set = [
        ['delay_q', Number(down[row])],
        ['prob_mult_all', Number(across[step])],
      ] as const;
      expect(results[row]?.[step]).toBe(figureWith(set, 'probable_by_2028'));
    }
  });
});

test('the model itself is the same to the last bit after all of that', () => {
  expect(calculated()).toStrictEqual(valuesBefore);
});

test('without results nothing is an error', () => {
  for (const name of ['Scenarios', 'Sensitivity'])
    expect(
      other
        .sheetValues(name)
        .flat()
        .filter((value) => isCellError(value)),
    ).toEqual([]);
});

test('another figure is chosen by its words, and a figure of words has no swing', () => {
  const choice = workbook.name('sensitivity_headline');
  const words = column('headline_labels')[column('headline_names').indexOf('peak_gap_quarter')];
  if (!choice || typeof words !== 'string') throw new Error('There is nothing to choose');
  const at = { sheet: choice.sheet, row: choice.range.top, column: choice.range.left };
  workbook.apply({ kind: 'setCells', label: 'Choose', cells: [{ ...at, content: words }] });
  fillWhatIfTables(workbook);
  expect(workbook.namedValue('sensitivity_value')).toBe(workbook.namedValue('peak_gap_quarter'));
  expect(new Set(column('tornado_swing'))).toEqual(new Set(['not given']));
  expect(
    workbook
      .namedValues('pair_results')
      .flat()
      .every((value) => typeof value === 'string'),
  ).toBe(true);
}, 60_000);
