import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checksOf } from '../../shared/analysis/report.ts';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { monthSerial } from '../../shared/model/months.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, named, type } from './locate.ts';

/* Inputs that a person may well type and that once gave a wrong figure, an error, or a false alarm. */

const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());
afterEach(() => {
  while (workbook.undoLabel !== null) workbook.undo();
});

/** Types into a deal's User cells, and lets User count for that deal. */
function typeDeal(row: string, terms: Readonly<Record<string, CellContent>>): void {
  type(workbook, locate(workbook.document, 'Deals', { row, column: 'Basis' }), 'User');
  for (const [group, content] of Object.entries(terms))
    type(workbook, locate(workbook.document, 'Deals', { row, group, column: 'User' }), content);
}

function typeDriver(row: string, content: CellContent, scenario = 'Base'): void {
  type(workbook, locate(workbook.document, 'Assumptions', { row, column: scenario }), content);
}

const figure = (name: string) => Number(workbook.namedValue(name));
const failing = () =>
  checksOf(workbook)
    .filter(({ pass }) => !pass)
    .map(({ name }) => name);
const errors = () =>
  workbook.document.sheets.flatMap(({ name }) =>
    workbook
      .sheetValues(name)
      .flatMap((row, at) =>
        row.flatMap((value, column) =>
          typeof value === 'object' && value !== null
            ? [`${name} ${at + 1}, ${column + 1}: ${value.error}`]
            : [],
        ),
      ),
  );

test('a stake bought late that loses most of its value shows its loss', () => {
  setSwitch(workbook, 'basis', 'Benchmark');
  setSwitch(workbook, 'scenario', 'Downside');
  typeDeal('NVIDIA investment plan', { Status: 'announced' });
  typeDeal('NVIDIA equity', { Status: 'superseded' });
  typeDriver('Value over revenue at the end of 2028', 6, 'Downside');
  expect(figure('nvidia_stake_irr')).toBeCloseTo(-0.773, 3);
});

describe('a deal with a party outside the network', () => {
  test('is owed when OpenAI cannot pay', () => {
    setSwitch(workbook, 'basis', 'Benchmark');
    setSwitch(workbook, 'scenario', 'Downside');
    const before = figure('vendor_shortfall');
    typeDeal('G42 / Stargate UAE', {
      'Value, US$ bn': 50,
      Status: 'executed',
      'Paid by OpenAI': 0.2,
      Start: monthSerial('2026-07'),
      'End, exclusive': monthSerial('2029-01'),
    });
    expect(figure('vendor_shortfall')).toBeGreaterThan(before);
    expect(failing()).toEqual([]);
  });

  test('that puts money into OpenAI stands in the flows', () => {
    setSwitch(workbook, 'basis', 'Benchmark');
    setSwitch(workbook, 'scenario', 'Credit crunch');
    typeDeal('G42 / Stargate UAE', {
      'Value, US$ bn': 80,
      'Paid by OpenAI': 1,
      'Vendor equity per dollar bought': 0.3,
    });
    expect(failing()).toEqual([]);
  });
});

test('money that the project puts into OpenAI goes in a circle too', () => {
  setSwitch(workbook, 'basis', 'Benchmark');
  const before = figure('recycled_cash');
  typeDeal('Stargate', { 'Paid by OpenAI': 0.5, 'Vendor equity per dollar bought': 0.3 });
  expect(figure('recycled_cash')).toBeGreaterThan(before + 10);
  expect(failing()).toEqual([]);
});

test('a total that is not given is said to be so, and fails a check', () => {
  const total = locate(workbook.document, 'Deals', {
    section: 'Totals of the sources, on the global basis',
    row: 'Announced total, headline',
    column: 'User',
  });
  setSwitch(workbook, 'basis', 'User');
  type(workbook, total, 'not given');
  expect(workbook.namedValue('announced_unexplained')).toBe('not given');
  expect(errors()).toEqual([]);
  expect(failing()).toEqual(['Every live total is a number']);
});

describe('nothing divides by zero', () => {
  test('with an S-curve that is flat', () => {
    typeDriver('Steepness of the S-curve', 0);
    expect(errors()).toEqual([]);
  });
  test('with a deal that ends when it starts', () => {
    typeDeal('Stargate', { 'End, exclusive': monthSerial('2025-01') });
    expect(errors()).toEqual([]);
    expect(failing()).toEqual(['Every deal ends after it starts']);
  });
  test('without a market', () => {
    const path = named(workbook, 'market_path');
    for (let year = 0; year < 4; year++) type(workbook, { ...path, column: path.column + year }, 0);
    expect(errors()).toEqual([]);
    expect(failing()).toContain('The market’s quarters add up to its total');
  });
  test('without any deal that counts', () => {
    for (const { row } of [
      { row: 'Stargate' },
      { row: 'NVIDIA systems' },
      { row: 'Microsoft Azure' },
      { row: 'AMD accelerators' },
    ])
      typeDeal(row, { Status: 'superseded' });
    expect(errors()).toEqual([]);
    expect(failing()).toEqual([]);
    expect(workbook.namedValue('recycled_share_of_payments')).toBe('not given');
  });
});

test('after the window the terms of a scenario apply, wherever the as-of date lies', () => {
  setSwitch(workbook, 'basis', 'Benchmark');
  type(workbook, named(workbook, 'as_of'), monthSerial('2030-01'));
  const base = figure('spending_after_2028');
  setSwitch(workbook, 'scenario', 'Downside');
  expect(figure('spending_after_2028')).not.toBeCloseTo(base, 3);
});
