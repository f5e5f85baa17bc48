import { describe, expect, test } from 'vitest';
import { absoluteRangeText, parseReference } from '../../../shared/workbook/address.ts';
import type { Command } from '../../../shared/workbook/command.ts';
import { formulasOf, type ValidationSettings } from '../../../shared/workbook/validation/validation.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';

const range = (text: string) => {
  const found = parseReference(text)?.range;
  if (!found) throw new Error(`${text} is no range`);
  return found;
};
const custom = (formula: string): ValidationSettings => ({
  rule: { kind: 'custom', formula },
  ignoreBlank: true,
  alert: { style: 'stop' },
});

function opened(): Workbook {
  return Workbook.open(
    plainDocument(
      {
        S: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        Lists: [['a'], ['b']],
      },
      { list: 'Lists!A1:A2', top: 'S!A1' },
    ),
  );
}

function set(workbook: Workbook, cells: string, settings: ValidationSettings | null, sheet = 'S') {
  const ranges = cells.split(' ').map(range);
  return workbook.apply({ kind: 'setValidation', label: 'Data validation', sheet, ranges, settings });
}

/** Each validation as its cells and its formulas. */
function shown(workbook: Workbook): string[] {
  return (workbook.document.validations ?? []).map(
    (one) =>
      `${one.ranges.map((cells) => absoluteRangeText(one.sheet, cells).replaceAll('$', '')).join(' ')} ${formulasOf(one).join(' ')}`,
  );
}

test('a rule takes the place of those that its cells had, which keep their other cells', () => {
  const workbook = opened();
  set(workbook, 'A1:C3', custom('=A1>0'));
  set(workbook, 'A1', custom('=list'));
  expect(shown(workbook)).toEqual(['S!B1:C1 S!A2:C3 =A1>0', 'S!A1 =list']);
  set(workbook, 'A1:A2', null);
  expect(shown(workbook)).toEqual(['S!B1:C2 S!A3:C3 =A1>0']);
  set(workbook, 'A3:C3', null);
  expect(shown(workbook)).toEqual(['S!B1:C2 =B1>0']);
  set(workbook, 'B1:C3', null);
  expect(workbook.document.validations).toBeUndefined();
  workbook.undo();
  expect(shown(workbook)).toEqual(['S!B1:C2 =B1>0']);
});

test('cells with the same rule, as seen from each, are one validation', () => {
  const workbook = opened();
  set(workbook, 'A1:A2', custom('=B1>0'));
  set(workbook, 'A3:A4', custom('=B3>0'));
  expect(shown(workbook)).toEqual(['S!A1:A4 =B1>0']);
  set(workbook, 'A5', custom('=B4>0'));
  expect(shown(workbook)).toEqual(['S!A1:A4 =B1>0', 'S!A5 =B4>0']);
});

const label = 'Change';

describe.each<[string, Command, readonly string[]]>([
  [
    'rows before',
    { label, kind: 'insertLines', sheet: 'S', axis: 'rows', at: 0, count: 2 },
    ['S!B4:B5 =A4<Lists!$A$1', 'S!D4 =list'],
  ],
  [
    'rows within',
    { label, kind: 'insertLines', sheet: 'S', axis: 'rows', at: 2, count: 1 },
    ['S!B2:B4 =A2<Lists!$A$1', 'S!D2:D3 =list'],
  ],
  [
    'a row after the last',
    { label, kind: 'insertLines', sheet: 'S', axis: 'rows', at: 3, count: 1 },
    ['S!B2:B4 =A2<Lists!$A$1', 'S!D2 =list'],
  ],
  [
    'a column between',
    { label, kind: 'insertLines', sheet: 'S', axis: 'columns', at: 1, count: 1 },
    ['S!C2:C3 =A2<Lists!$A$1', 'S!E2 =list'],
  ],
  [
    'the first row deleted',
    { label, kind: 'deleteLines', sheet: 'S', axis: 'rows', at: 1, count: 1 },
    ['S!B2 =A2<Lists!$A$1'],
  ],
  [
    'the column that it reads deleted',
    { label, kind: 'deleteLines', sheet: 'S', axis: 'columns', at: 0, count: 1 },
    ['S!A2:A3 =#REF!<Lists!$A$1', 'S!C2 =list'],
  ],
  [
    'a row moved away',
    { label, kind: 'moveLines', sheet: 'S', axis: 'rows', at: 1, count: 1, to: 6 },
    ['S!B2 S!B6 =A2<Lists!$A$1', 'S!D6 =list'],
  ],
  [
    'the other sheet renamed',
    { label, kind: 'renameSheet', sheet: 'Lists', name: 'My lists' },
    ["S!B2:B3 =A2<'My lists'!$A$1", 'S!D2 =list'],
  ],
  [
    'the own sheet renamed',
    { label, kind: 'renameSheet', sheet: 'S', name: 'T' },
    ['T!B2:B3 =A2<Lists!$A$1', 'T!D2 =list'],
  ],
  [
    'the name renamed',
    { label, kind: 'renameName', from: 'list', to: 'names' },
    ['S!B2:B3 =A2<Lists!$A$1', 'S!D2 =names'],
  ],
  ['the name deleted', { label, kind: 'deleteName', name: 'list' }, ['S!B2:B3 =A2<Lists!$A$1', 'S!D2 =list']],
  [
    'cells cut and pasted',
    {
      label,
      kind: 'moveCells',
      from: { sheet: 'S', range: range('B3:C3') },
      to: { sheet: 'Lists', row: 4, column: 0 },
    },
    ['S!B2 =A2<Lists!$A$1', 'Lists!A5 =S!A3<Lists!$A$1', 'S!D2 =list'],
  ],
  [
    'cells cut and pasted upon it',
    {
      label,
      kind: 'moveCells',
      from: { sheet: 'Lists', range: range('A1') },
      to: { sheet: 'S', row: 1, column: 1 },
    },
    ['S!B3 =A3<S!$B$2', 'S!D2 =list'],
  ],
])('with %s', (_, command, expected) => {
  test('rules are on their cells and refer to what they referred to, and come back', () => {
    const workbook = opened();
    set(workbook, 'B2:B3', custom('=A2<Lists!$A$1'));
    set(workbook, 'D2', custom('=list'));
    const before = workbook.document;
    expect(workbook.apply(command)).toMatchObject({ ok: true });
    expect(shown(workbook)).toEqual(expected);
    workbook.undo();
    expect(workbook.document).toBe(before);
  });
});

test('a sheet that a rule of another reads is not deleted; its own rules go with it', () => {
  const workbook = opened();
  set(workbook, 'B2', custom('=Lists!A1>0'));
  const refused = workbook.apply({ kind: 'deleteSheet', label: 'Delete', sheet: 'Lists' });
  expect(refused).toMatchObject({
    problem: {
      code: 'sheet-is-read',
      message: 'Formulas of other sheets read "Lists": the data validation of S!B2.',
    },
  });
  expect(workbook.apply({ kind: 'deleteSheet', label: 'Delete', sheet: 'S' })).toMatchObject({ ok: true });
  expect(workbook.document.validations).toEqual([]);
});

test.each([
  ['=SUM(', 'formula-does-not-parse'],
  ['=NOSUCH(1)', 'unknown-function'],
  ['=gone', 'unknown-name'],
  ['=Gone!A1', 'unknown-sheet'],
  [`=${'1+'.repeat(130)}1`, 'formula-too-long'],
])('a rule with the formula %s is refused', (formula, code) => {
  const workbook = opened();
  expect(set(workbook, 'A1', custom(formula))).toMatchObject({ problem: { code, subject: formula } });
  expect(workbook.document.validations).toBeUndefined();
});

test('a rule with one end too few is refused', () => {
  const settings: ValidationSettings = {
    rule: { kind: 'whole', operator: 'between', first: 1 },
    ignoreBlank: true,
  };
  expect(set(opened(), 'A1', settings)).toMatchObject({ problem: { code: 'validation-incomplete' } });
});
