import { describe, expect, test } from 'vitest';
import { definedNameFault } from '../../shared/workbook/defined-name.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

/*
 * Sources: Microsoft, "Names in formulas" (support.microsoft.com), Learn about syntax rules for names; and, for
 * characters beyond ASCII, the question mark and references in rows and columns, [MS-XLSB] 2.5.166 XLNameWideString and
 * [MS-OI29500] 2.1.867 (learn.microsoft.com).
 */

const allowed = [
  'growth_rate',
  '_x',
  '\\path',
  'Tax.2028',
  'Why?',
  // Beyond the last column, the last row, and the last of both in the other style of references.
  'XFE1',
  'A1048577',
  'ABCD1',
  'R1048577',
  'TAXRATE2028',
  'R2_score',
  'RCX',
  'Umsatz_Übersicht',
  'выручка',
  '収益',
  'Ελλάδα2',
  'x'.repeat(255),
];

const refused: readonly (readonly [string, RegExp])[] = [
  ['', /must begin with a letter/],
  ['2nd', /must begin with a letter/],
  ['.x', /must begin with a letter/],
  ['?x', /must begin with a letter/],
  ['two words', /hold only/],
  ['a-b', /hold only/],
  ['a!b', /hold only/],
  ['$A$1', /must begin with a letter/],
  ['A1', /address of a cell/],
  ['xfd1048576', /address of a cell/],
  ['LOG10', /address of a cell/],
  ['TAX2028', /address of a cell/],
  ['R', /address of a cell/],
  ['c', /address of a cell/],
  ['RC', /address of a cell/],
  ['r1c1', /address of a cell/],
  ['R5', /address of a cell/],
  ['RC16384', /address of a cell/],
  ['C1R1', /address of a cell/],
  ['True', /truth value/],
  ['\\', /backslash/],
  ['\\a', /backslash/],
  ['x'.repeat(256), /256 characters; the limit is 255/],
];

test.each(allowed)('%s is a name', (name) => {
  expect(definedNameFault(name)).toBeNull();
});

test.each(refused)('%s is none', (name, reason) => {
  expect(definedNameFault(name)).toMatch(reason);
});

describe('every name that is allowed', () => {
  test('stands for its cells in formulas, follows them, and is renamed in them', () => {
    const targets = Object.fromEntries(allowed.map((name) => [name, 'S!B2:B3']));
    const formulas = allowed.flatMap((name) => [
      `=SUM(${name})`,
      `=IF(TRUE,INDEX(${name},2))+SUM(S!${name.toUpperCase()})*0`,
    ]);
    const workbook = Workbook.open(
      plainDocument(
        { S: [[null], [null, 3], [null, 4]], Use: formulas.map((formula) => [formula]) },
        targets,
      ),
    );
    const expected = allowed.flatMap(() => [[7], [4]]);
    const firstValues = () =>
      workbook
        .sheetValues('Use')
        .map(([value], row) => [row % 2 === 0 ? value : workbook.value({ sheet: 'Use', row, column: 0 })]);
    expect(firstValues()).toEqual(expected);
    const insert = {
      kind: 'insertLines',
      label: 'Insert',
      sheet: 'S',
      axis: 'rows',
      at: 0,
      count: 2,
    } as const;
    expect(workbook.apply(insert).ok).toBe(true);
    expect(firstValues()).toEqual(expected);
    for (const [index, from] of allowed.entries()) {
      const renamed = workbook.apply({ kind: 'renameName', label: 'Rename', from, to: `name.${index}` });
      expect(renamed.ok, from).toBe(true);
    }
    expect(firstValues()).toEqual(expected);
    expect(workbook.cell({ sheet: 'Use', row: 10, column: 0 })?.content).toBe('=SUM(name.5)');
    workbook.close();
  });
});
