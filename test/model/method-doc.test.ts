import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, named, type } from './locate.ts';

/*
 * docs/method.md against the model. In its tables a name in code in the first column stands for a
 * defined name, and the header row says what the figures beside it are:
 *   Name | Seed | Benchmark         Base, on each basis
 *   Name | Base | Upside | …        each scenario, Benchmark
 *   Name | Driver | Low | High      Base, Benchmark, the driver at its low and its high
 *   Figure | Scenario | … | Model   that scenario, Benchmark
 */

const text = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
const seeds = readSeeds();
const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());

interface Row {
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Every row of every table, without the rows of headers and of dashes. */
const rows: Row[] = text
  .split(/\n\s*\n/)
  .map((part) => part.split('\n').filter((line) => line.trim().startsWith('|')))
  .filter((lines) => lines.length > 2)
  .flatMap(([header = '', , ...body]) =>
    body.map((line) => ({ header: cellsOf(header), cells: cellsOf(line) })),
  );

/** The defined name in a cell, or nothing where the cell is none. */
const nameIn = (cell: string | undefined) => /^`([a-z][a-z0-9_]*)`$/.exec(cell ?? '')?.[1];

const scenarios = seeds.scenarios.map(({ name }) => name);
const ofBases = rows.filter(({ header }) => header[1] === 'Seed' && header[2] === 'Benchmark');
const ofScenarios = rows.filter(({ header }) => header[1] === scenarios[0]);
const ofDrivers = rows.filter(({ header }) => header[1] === 'Driver');
const ofDifferences = rows.filter(({ header }) => header[1] === 'Scenario' && header.at(-1) === 'Model');

function choose(scenario: string, basis: string): void {
  expect(setSwitch(workbook, 'scenario', scenario).ok, scenario).toBe(true);
  expect(setSwitch(workbook, 'basis', basis).ok, basis).toBe(true);
}

beforeEach(() => choose('Base', 'Benchmark'));

/** The figure of a name is what is printed, to the last printed digit; words are equal. */
function expectPrinted(name: string, printed: string | undefined, where: string): void {
  const value = workbook.namedValue(name);
  const what = `${name}, ${where}: printed ${String(printed)}, the model has ${JSON.stringify(value)}`;
  const match = /^(−?)([\d,]+(?:\.(\d+))?)( %)?$/.exec(printed ?? '');
  if (!match) {
    expect(value, what).toBe(printed);
    return;
  }
  const [, sign, digits = '', decimals = '', percent] = match;
  const scale = percent === undefined ? 1 : 100;
  const figure = Number(digits.replaceAll(',', '')) * (sign === '' ? 1 : -1);
  expect(typeof value, what).toBe('number');
  const halfUnit = 0.5 * 10 ** -decimals.length;
  expect(Math.abs(Number(value) * scale - figure), what).toBeLessThanOrEqual(halfUnit * (1 + 1e-9));
}

/** Runs with the live value of a driver replaced, as the sheet Sensitivity does, and puts it back. */
function withDriver(driver: string, value: number, run: () => void): void {
  const at = named(workbook, driver);
  type(workbook, at, value);
  try {
    run();
  } finally {
    workbook.undo();
  }
}

test('every sheet has a heading, in the order of the workbook', () => {
  const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(workbook.document.sheets.map(({ name }) => name));
});

test('every name in code is a defined name of the model', () => {
  const names = [...text.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !workbook.name(name))).toEqual([]);
});

test('every headline figure is printed', () => {
  const headlines = workbook.document.names.filter(({ headline }) => headline).map(({ name }) => name);
  expect(ofBases.map(({ cells }) => nameIn(cells[0]))).toEqual(expect.arrayContaining(headlines));
});

test('figures on each basis', () => {
  for (const [column, basis] of [
    [1, 'Seed'],
    [2, 'Benchmark'],
  ] as const) {
    choose('Base', basis);
    for (const { cells } of ofBases) expectPrinted(nameIn(cells[0]) ?? '', cells[column], basis);
  }
});

test('figures in each scenario', () => {
  expect(ofScenarios.length).toBeGreaterThan(20);
  for (const [index, scenario] of scenarios.entries()) {
    choose(scenario, 'Benchmark');
    for (const { header, cells } of ofScenarios) {
      expect(header[index + 1]).toBe(scenario);
      expectPrinted(nameIn(cells[0]) ?? '', cells[index + 1], scenario);
    }
  }
});

const driversOfTable = [...new Set(ofDrivers.map(({ cells }) => nameIn(cells[1]) ?? ''))];

test.each(driversOfTable)('figures with %s at its low and its high', (name) => {
  const driver = seeds.drivers.find((each) => each.name === name);
  if (!driver) throw new Error(`There is no driver "${name}"`);
  for (const [column, value] of [
    [2, driver.low],
    [3, driver.high],
  ] as const) {
    withDriver(name, value, () => {
      for (const { cells } of ofDrivers.filter((row) => nameIn(row.cells[1]) === name))
        expectPrinted(nameIn(cells[0]) ?? '', cells[column], `${name} at ${value}`);
    });
  }
});

test('some drivers are shown at their low and high', () => {
  expect(driversOfTable.length).toBeGreaterThan(5);
});

test('figures that differ from the reference on purpose', () => {
  expect(ofDifferences.length).toBeGreaterThan(10);
  for (const { cells } of ofDifferences) {
    choose(cells[1] ?? '', 'Benchmark');
    expectPrinted(nameIn(cells[0]) ?? '', cells[3], cells[1] ?? '');
  }
});

test('how far the overlap of deals moves the totals', () => {
  const totals = (share: (pair: (typeof seeds.nestedPairs)[number]) => number) => {
    for (const pair of seeds.nestedPairs) {
      const deal = (id: string) => seeds.deals.find((each) => each.id === id)?.name ?? id;
      const row = `${deal(pair.inner)} in ${deal(pair.container)}`;
      type(workbook, locate(workbook.document, 'Deals', { row, column: 'Share' }), share(pair));
    }
    expect(workbook.namedValue('checks_failed')).toBe(0);
    return ['announced_net_of_overlap', 'probable_by_2028'].map((name) =>
      Number(workbook.namedValue(name)).toLocaleString('en-US', {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
    );
  };
  const sentences = text.slice(text.indexOf('Overlap, Benchmark, Base:')).split('\n\n')[0];
  const high = (heavy: string) =>
    totals(({ inner, container, low, high: most }) => (inner === 'D02' && container !== heavy ? low : most));
  for (const figures of [totals(({ low }) => low), high('D01'), high('D03')])
    for (const figure of figures) expect(sentences).toContain(figure);
  totals(({ share }) => share);
});
