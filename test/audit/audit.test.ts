import { describe, expect, test } from 'vitest';
import { audit } from '../../shared/audit/audit.ts';
import { areaText } from '../../shared/workbook/areas.ts';
import type { FindingKind } from '../../shared/audit/finding.ts';
import { buildModel } from '../../shared/model/build.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import type { Rows } from '../fixtures/plain-document.ts';
import { workbookOf } from '../workbook/small-workbook.ts';

/** Findings of one kind in a sheet `S`, as `cells: message`. */
function found(kind: FindingKind, rows: Rows): string[] {
  return audit(workbookOf({ S: rows }))
    .filter((finding) => finding.kind === kind)
    .map(({ cells, message }) => `${cells.map(areaText).join(' ')}: ${message}`);
}

describe('breaks in a pattern', () => {
  const inputs = [1, 2, 3, 4, 5, 6];
  const doubled = ['=A1*2', '=B1*2', '=C1*2', '=D1*2', '=E1*2', '=F1*2'];
  const withAt = (column: number, content: string | number) =>
    doubled.map((formula, index) => (index === column ? content : formula));

  test('another formula between formulas filled right is named, the majority is not', () => {
    expect(found('broken-pattern', [inputs, withAt(3, '=D1*3')])).toEqual([
      'S!D2: S!D2 holds =D1*3, between cells with =C1*2 filled right.',
    ]);
  });

  test('so is a number', () => {
    expect(found('broken-pattern', [inputs, withAt(2, 7)])).toEqual([
      'S!C2: S!C2 holds the number 7, between cells with =B1*2 filled right.',
    ]);
  });

  test('two neighbours are one finding', () => {
    expect(found('broken-pattern', [inputs, ['=A1', '=B1', '=C1', 5, 6, '=F1']])).toEqual([
      'S!D2:E2: S!D2:E2 hold the number 5 and the number 6, between cells with =C1 filled right.',
    ]);
  });

  test('down a column', () => {
    const rows = [1, 2, 3, 4, 5].map((value, row) => [value, row === 2 ? '=A1' : `=A${row + 1}*2`]);
    expect(found('broken-pattern', rows)).toEqual([
      'S!B3: S!B3 holds =A1, between cells with =A2*2 filled down.',
    ]);
  });

  test.each([
    ['the same formulas throughout', [inputs, doubled]],
    ['an opening figure and a total', [inputs, [7, ...doubled.slice(1, 5), '=SUM(A2:E2)']]],
    ['a pattern that changes once', [inputs, ['=A1', '=B1', '=C1', '=D1*2', '=E1*2', '=F1*2']]],
    ['fixed references', [inputs, ['=$A1*A1', '=$A1*B1', '=$A1*C1', '=$A1*D1']]],
    [
      'a year between quarters',
      [
        inputs,
        ['=A1', '=B1', '=SUM(A2:B2)', '=D1', '=E1', '=SUM(D2:E2)', '=G1', '=H1', '=SUM(G2:H2)', '=J1'],
      ],
    ],
    [
      'a column of its own across the rows',
      [inputs, ...[1, 2, 3].map((row) => ['=A$1', '=B$1', `=SUM(A${row + 1}:B${row + 1})`, '=D$1', '=E$1'])],
    ],
  ])('%s is none', (_, rows) => {
    expect(found('broken-pattern', rows as Rows)).toEqual([]);
  });
});

describe('numbers typed in formulas', () => {
  test.each([
    ['=A1*1.19', '1.19'],
    ['=A1*7%', '7%'],
    ['=IF(A1>12,A1*3,0)', '12 and 3'],
    ['=-2.5+A1', '2.5'],
    ['=SUMPRODUCT(A1:A3,{0.2;0.3;0.5})', '{0.2;0.3;0.5}'],
  ])('%s', (formula, numbers) => {
    const [finding] = found('typed-number', [[1, formula]]);
    expect(finding).toMatch(` ${numbers} typed in its formula.`);
  });

  test.each([
    '=ROUND(A1,2)',
    '=VLOOKUP(A1,A1:C3,3,FALSE)',
    '=MATCH(A1,B2:B3,-1)',
    '=A1*100%',
    '=1-A1',
    '=A1^2',
    '=(A1+A2)/2',
    '=INDEX(A1:C3,2,3)',
    '=DATE(A1,12,31)',
    '=CHOOSE({1,2},A1,A2)',
    '=LEFT("a 5 b",3)',
  ])('%s has none that matter', (formula) => {
    expect(found('typed-number', [[1, formula]])).toEqual([]);
  });

  test('a filled formula is one finding', () => {
    expect(
      found('typed-number', [
        [1, 2, 3],
        ['=A1*12', '=B1*12', '=C1*12'],
      ]),
    ).toEqual(['S!A2:C2: S!A2:C2 have the number 12 typed in their formula.']);
  });
});

describe('inputs and references', () => {
  test('inputs that nothing reads, but no headings', () => {
    const rows = [
      ['', 2025, 2026, 2027],
      ['Sales', 5, 6, 7],
      ['Costs', 1, 2, 3],
      ['Double', '=B2*2', '=C2*2', '=D2*2'],
    ];
    expect(found('unused-input', rows)).toEqual(['S!B3:D3: No formula reads S!B3:D3.']);
  });

  test('ranges and names read their cells', () => {
    const workbook = workbookOf({ S: [[1, 2], [3, 4], ['=SUM(A1:B1)+rate+A2']] }, { rate: 'S!B2' });
    expect(audit(workbook)).toEqual([]);
  });

  test('a formula that reads an empty cell', () => {
    expect(found('empty-reference', [['=B1+C1', 1, null]])).toEqual([
      'S!A1: S!A1 reads S!C1, which is empty.',
    ]);
  });

  test.each(['=IF(C1="",0,C1)', '=IF(ISBLANK(C1),1,C1)', '=N(C1)', '=SUM(B1:C1)'])('%s may', (formula) => {
    expect(found('empty-reference', [[formula, 1, null]])).toEqual([]);
  });

  test('numbers stored as text, but no codes and years', () => {
    const rows = [
      ["'12.5", "'1,200", "'007", '2025', 'Q1', "'2025-26", '=A1&""'],
      ['1', '2', '3'],
    ];
    expect(found('number-as-text', rows)).toEqual([
      'S!A1:B1: S!A1:B1 hold numbers as text, such as “12.5”: sums pass over them.',
    ]);
  });
});

describe('errors', () => {
  test('an error is told where it begins, with how many cells show it', () => {
    expect(found('error', [['=1/B1', 0], ['=A1+1', '=SUM(A1:A2)'], ['=#N/A']])).toEqual([
      'S!A1: S!A1 shows #DIV/0!. 1/B1 divides by zero: B1 is 0. 2 more cells show it because of this one.',
      expect.stringMatching(/^S!A3: S!A3 shows #N\/A\./),
    ]);
  });

  test('a loop is told once, in order, and what reads it is no error of its own', () => {
    const workbook = workbookOf({ S: [['=B1', '=C1+1', '=A1*2', '=A1']] });
    expect(audit(workbook).filter(({ kind }) => kind === 'circular')).toEqual([
      {
        kind: 'circular',
        cells: [0, 1, 2].map((column) => ({
          sheet: 'S',
          range: { top: 0, left: column, bottom: 0, right: column },
        })),
        message: 'Each of these cells reads the next: S!A1 → S!B1 → S!C1 → S!A1.',
        remedy:
          'Break the loop at one of these cells, for example by reading the value of the period before.',
      },
    ]);
    expect(audit(workbook).some(({ kind }) => kind === 'error')).toBe(false);
  });
});

describe('the shipped model', () => {
  const workbook = Workbook.open(buildModel());

  test('has no errors, loops, typed numbers or references to empty cells', () => {
    const kinds = new Set(audit(workbook).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['broken-pattern', 'unused-input']);
  });

  test('gives the same findings again', () => {
    expect(audit(workbook)).toEqual(audit(workbook));
  });

  test('an overwritten formula is found', () => {
    const edited = Workbook.open(buildModel());
    const cells = [{ sheet: 'Capacity', row: 14, column: 14, content: 3 }];
    expect(edited.apply({ kind: 'setCells', label: 'Type', cells }).ok).toBe(true);
    expect(audit(edited).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Capacity!O15 holds the number 3, between cells with /),
    );
  });
});
