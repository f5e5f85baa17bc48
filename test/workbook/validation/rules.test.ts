import { describe, expect, test } from 'vitest';
import type { CellContent } from '../../../shared/workbook/document.ts';
import { parseReference } from '../../../shared/workbook/address.ts';
import type { ValidationRule, ValidationSettings } from '../../../shared/workbook/validation/validation.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';

const range = (text: string) => {
  const found = parseReference(text)?.range;
  if (!found) throw new Error(`${text} is no range`);
  return found;
};

/** A workbook whose cells `at` of the sheet S have a rule. S!D1:D3 hold 1, 5 and nothing, S!E1:E3 words. */
function ruled(rule: ValidationRule, settings: Partial<ValidationSettings> = {}, at = 'A1:B9'): Workbook {
  const document = plainDocument(
    {
      S: [
        [null, null, null, 1, 'Base'],
        [null, null, null, 5, 'High case'],
        [null, null, null, null, ''],
      ],
      'Other sheet': [['=S!D2+1', 'Base']],
    },
    { words: 'S!E1:E3', limit: 'S!D2' },
  );
  return Workbook.open({
    ...document,
    validations: [
      {
        sheet: 'S',
        ranges: at.split(' ').map(range),
        rule,
        ignoreBlank: true,
        alert: { style: 'stop' },
        ...settings,
      },
    ],
  });
}

function write(workbook: Workbook, at: string, content: CellContent | null, consent = false) {
  const { top: row, left: column } = range(at);
  const cells = [{ sheet: 'S', row, column, content }];
  const before = workbook.document;
  const answer = workbook.apply({ kind: 'setCells', label: 'Type', cells }, { consent });
  if (!answer.ok) expect(workbook.document).toBe(before);
  return answer.ok ? null : answer.problem;
}

type Compared = Extract<ValidationRule, { operator: unknown }>;
const compared = (
  kind: Compared['kind'],
  operator: Compared['operator'],
  first: Compared['first'],
  second?: Compared['first'],
): Compared => ({ kind, operator, first, ...(second !== undefined && { second }) });

describe('what a rule lets in', () => {
  test.each<[ValidationRule, readonly CellContent[], readonly CellContent[]]>([
    [
      compared('whole', 'between', 1, 10),
      [1, 10, 5, '=2+3', '=LEN("abc")'],
      [0, 11, 2.5, 'five', "'5", true, '=1/0', '=2.5'],
    ],
    [compared('whole', 'notBetween', 1, 10), [0, 11, -7], [1, 10, 5, 0.5]],
    [compared('decimal', 'equal', 0.5), [0.5, '=1/2'], [0.51, 'x', '=1/3']],
    [compared('decimal', 'notEqual', '=$D$2'), [4, 5.5], [5]],
    [compared('decimal', 'greaterThan', '=limit'), [5.1, 6], [5, 4]],
    [compared('decimal', 'lessThan', "='Other sheet'!$A$1"), [5.9, -1], [6, 7]],
    [compared('decimal', 'greaterThanOrEqual', '=SUM($D$1:$D$2)'), [6, 7], [5.99]],
    [compared('decimal', 'lessThanOrEqual', 3), [3, -3], [3.01]],
    [
      compared('date', 'between', 46_023, '=DATE(2026,12,31)'),
      [46_023, 46_387],
      [46_022, 46_388, '2026-05-05'],
    ],
    [compared('time', 'lessThan', 0.5), [0, 0.25, '=TIME(11,59,0)'], [0.5, 0.75, -0.25]],
    [
      compared('textLength', 'lessThanOrEqual', 4),
      ['', 'four', 1234, true, '="a"&"b"'],
      ['fives', 12_345, false],
    ],
    [
      { kind: 'list', source: ['Base', '5', '10%', ' High '], dropDown: true },
      ['Base', 5, 0.1, 'High'],
      ['base', "'5", 'Low', 6],
    ],
    [{ kind: 'list', source: '=words', dropDown: true }, ['Base', 'HIGH CASE', '=E2'], ['Low', 5, '=E2&"s"']],
    [{ kind: 'list', source: '=$D$1:$D$3', dropDown: false }, [1, 5, '=D1+D1*4'], [2, "'1"]],
    [{ kind: 'list', source: '=OFFSET($E$1,0,0,1,1)', dropDown: true }, ['Base'], ['High case']],
    [{ kind: 'list', source: '=INDIRECT("words")', dropDown: true }, ['Base'], ['Low']],
    [{ kind: 'custom', formula: '=ISNUMBER(A1)' }, [1, '=2'], ['x', true]],
    [{ kind: 'custom', formula: '=A1>B1' }, [1], [-1]],
    [{ kind: 'custom', formula: '=COUNTIF($A$1:$A$9,A1)=1' }, [7], []],
    [{ kind: 'custom', formula: '="no"' }, [], [7]],
    [{ kind: 'any' }, [7, 'x', '=1/0'], []],
  ])('%j', (rule, taken, refused) => {
    const workbook = ruled(rule);
    for (const content of taken) expect(write(workbook, 'A1', content), String(content)).toBeNull();
    for (const content of refused)
      expect(write(workbook, 'A1', content)?.code, String(content)).toMatch(/^not-(?:allowed|a-choice)$/);
    expect(write(workbook, 'A1', null)).toBeNull();
    workbook.close();
  });

  test('moves along with the cell, from the first corner of all ranges', () => {
    const workbook = ruled({ kind: 'custom', formula: '=A1=D1' }, {}, 'B2:B3 A3');
    expect(write(workbook, 'B2', 7)?.code).toBe('not-allowed');
    // The corner is A2: for B2 the formula reads B2 and E2.
    expect(write(workbook, 'B2', 'High case')?.code).toBe('not-allowed');
    const own = ruled({ kind: 'custom', formula: '=A2=D2' }, {}, 'B2:B3 A3');
    expect(write(own, 'B2', 'High case')).toBeNull();
    expect(write(own, 'B3', 'High case')?.code).toBe('not-allowed');
  });

  test('compares with anything where its limit is empty, unless blanks count', () => {
    const rule = compared('decimal', 'lessThan', '=$D$3');
    expect(write(ruled(rule), 'A1', 99)).toBeNull();
    expect(write(ruled(rule, { ignoreBlank: false }), 'A1', 99)?.code).toBe('not-allowed');
    expect(write(ruled(rule, { ignoreBlank: false }), 'A1', -1)).toBeNull();
  });

  test('lets nothing in where its limit is no number', () => {
    const problem = write(ruled(compared('decimal', 'lessThan', '=$E$1')), 'A1', 1);
    expect(problem?.remedy).toBe('The cell may hold what compares with =$E$1, which gives no number now.');
  });
});

describe('what is said', () => {
  test.each<[ValidationRule, CellContent, string, string]>([
    [
      compared('whole', 'between', 1, '=limit'),
      7.5,
      '“7.5” is not allowed in S!A1.',
      'The cell may hold a whole number between 1 and 5.',
    ],
    [
      compared('date', 'greaterThan', 46_023),
      1,
      '“1” is not allowed in S!A1.',
      'The cell may hold a date greater than 2026-01-01.',
    ],
    [
      compared('textLength', 'equal', 3),
      'four',
      '“four” is not allowed in S!A1.',
      'The cell may hold a text whose length is equal to 3.',
    ],
    [
      { kind: 'custom', formula: '=A1>2' },
      '=1/0',
      '“#DIV/0!” is not allowed in S!A1.',
      'The cell may hold what makes =A1>2 TRUE.',
    ],
    [
      { kind: 'list', source: '=words', dropDown: true },
      'Low',
      '“Low” is none of the choices of S!A1.',
      'Its choices are Base, High case.',
    ],
  ])('%j refuses %j', (rule, content, message, remedy) => {
    expect(write(ruled(rule), 'A1', content)).toMatchObject({ message, remedy, subject: 'S!A1' });
  });

  test('are the person’s own words where there are some', () => {
    const alert = { style: 'stop' as const, title: 'Too much', text: 'Ask Ana first.' };
    expect(write(ruled(compared('whole', 'lessThan', 9), { alert }), 'B2', 10)).toEqual({
      code: 'not-allowed',
      heading: 'Too much',
      message: 'Ask Ana first.',
      subject: 'S!B2',
      remedy: 'S!B2 may hold a whole number less than 9.',
    });
  });

  test('a warning and an information are taken with consent, and nothing is refused without an alert', () => {
    for (const style of ['warning', 'information'] as const) {
      const workbook = ruled(compared('whole', 'lessThan', 9), { alert: { style } });
      expect(write(workbook, 'A1', 10)?.code).toBe(`validation-${style}`);
      expect(write(workbook, 'A1', 10, true)).toBeNull();
      expect([...workbook.invalidCells()].filter((cell) => cell !== null)).toEqual([
        { sheet: 'S', row: 0, column: 0, words: 'a whole number less than 9' },
      ]);
      workbook.undo();
      expect([...workbook.invalidCells()].filter((cell) => cell !== null)).toEqual([]);
    }
    const silent = ruled(compared('whole', 'lessThan', 9), { alert: undefined });
    expect(write(silent, 'A1', 10)).toBeNull();
    expect([...silent.invalidCells()].filter((cell) => cell !== null)).toHaveLength(1);
    const stops = ruled(compared('whole', 'lessThan', 9));
    expect(write(stops, 'A1', 10, true)?.code).toBe('not-allowed');
  });

  test('empty cells are invalid where blanks count, as far as the sheet is used', () => {
    const workbook = ruled(compared('whole', 'lessThan', 9), { ignoreBlank: false }, 'A1:A9');
    const invalid = [...workbook.invalidCells()].filter((cell) => cell !== null);
    expect(invalid.map(({ row }) => row)).toEqual([0, 1, 2]);
  });
});
