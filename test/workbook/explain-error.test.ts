import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressText } from '../../shared/workbook/address.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import { at, set, workbookOf } from './small-workbook.ts';

/** What stands on the sheet "Data": five, nothing, a text, zero; then numbers below. */
const data = [
  [5, null, 'abc', 0],
  [1, 2, 3, 4],
  ['x', 'y', 'z', 'w'],
];

describe('an error that the formula makes itself', () => {
  let workbook: Workbook;
  beforeAll(() => {
    workbook = workbookOf({ Data: data, F: [[]] }, { growth: 'Data!A1' });
  });
  afterAll(() => workbook.close());

  const explain = (formula: string) => {
    const cell = at('Data', 9, 9);
    const applied = workbook.apply(set(formula, cell));
    if (!applied.ok) throw new Error(applied.problem.message);
    const why = workbook.explainError(cell);
    workbook.undo();
    return why;
  };

  test.each([
    ['=A1/B1', '#DIV/0!', 'A1/B1', 'A1/B1 divides by zero: B1 is empty.'],
    ['=1+2*A1/D1*3', '#DIV/0!', '2*A1/D1', '2*A1/D1 divides by zero: D1 is 0.'],
    ['=(A1+A2)/(A2-A2)', '#DIV/0!', '(A1+A2)/(A2-A2)', '(A1+A2)/(A2-A2) divides by zero: A2-A2 is 0.'],
    ['=1/0', '#DIV/0!', '1/0', '1/0 divides by zero.'],
    ['=0^-1', '#DIV/0!', '0^-1', '0^-1 raises 0 to a negative power.'],
    ['=A1*C1', '#VALUE!', 'A1*C1', 'C1 is the text “abc”, where * needs a number.'],
    ['=-C1', '#VALUE!', '-C1', 'C1 is the text “abc”, where - needs a number.'],
    ['=1+"abc"', '#VALUE!', '1+"abc"', '1+"abc" calculates with the text “abc”, which is no number.'],
    ['=10^200*10^200', '#NUM!', '10^200*10^200', 'The result of 10^200*10^200 is too large.'],
    ['=(-8)^0.5', '#NUM!', '(-8)^0.5', '(-8)^0.5 has no result: -8 to the power of 0.5.'],
    ['=0^0', '#NUM!', '0^0', '0^0 has no result: 0 to the power of 0.'],
    ['=foo+1', '#NAME?', 'foo', 'There is no name foo. A text must stand in quotes.'],
    [
      '=grwth+1',
      '#NAME?',
      'grwth',
      'There is no name grwth; a similar one is growth. A text must stand in quotes.',
    ],
    ['=Nowhere!A1', '#REF!', 'Nowhere!A1', 'There is no sheet Nowhere.'],
    ['=1+#REF!', '#REF!', '#REF!', 'The formula holds #REF!, where it referred to cells that were deleted.'],
    ['=1+#N/A', '#N/A', '#N/A', 'The formula itself holds #N/A.'],
    ['=1+NA()', '#N/A', 'NA()', 'NA() stands for a value that is not available.'],
    ['=MATCH("q",A3:D3,0)', '#N/A', 'MATCH("q",A3:D3,0)', 'MATCH finds no “q” in A3:D3.'],
    [
      '=1+VLOOKUP(D1,A1:C2,2,FALSE)',
      '#N/A',
      'VLOOKUP(D1,A1:C2,2,FALSE)',
      'VLOOKUP finds no 0 (D1) in A1:C2.',
    ],
    ['=AVERAGE(B1:C1)', '#DIV/0!', 'AVERAGE(B1:C1)', 'AVERAGE has no numbers to average in B1:C1.'],
    ['=MOD(A1,D1)', '#DIV/0!', 'MOD(A1,D1)', 'MOD divides by zero: D1 is 0.'],
    ['=SQRT(A2-A1)', '#NUM!', 'SQRT(A2-A1)', undefined],
    ['=SUM(SUM(A1:D1),A2/D1)', '#DIV/0!', 'A2/D1', 'A2/D1 divides by zero: D1 is 0.'],
    ['=SUMPRODUCT(A2:D2/A1:D1)', '#DIV/0!', 'A2:D2/A1:D1', undefined],
  ])('%s', (formula, error, part, message) => {
    const why = explain(formula);
    expect(why).toMatchObject({ error, part });
    expect(why?.cause).toBeUndefined();
    if (message === undefined) expect(why?.message).not.toBe('');
    else expect(why?.message).toBe(message);
  });

  test.each([
    ['=IF(A1>1,A2/D1,C1*2)', 'A2/D1'],
    ['=IF(A1>9,A2/D1,A1/B1)', 'A1/B1'],
    ['=IF(A1/D1>1,1/0,2)', 'A1/D1'],
    ['=IFERROR(A1/D1,A2/D1)', 'A2/D1'],
    ['=IFNA(A1/D1,5/B1)', 'A1/D1'],
    ['=IFS(A1>9,1/0,TRUE,A2/D1)', 'A2/D1'],
    ['=SWITCH(A1,4,1/0,5,A2/D1,A1/B1)', 'A2/D1'],
    ['=CHOOSE(2,1/0,A2/D1)', 'A2/D1'],
  ])('%s: of a choice, only what was chosen', (formula, part) => {
    expect(explain(formula)?.part).toBe(part);
  });

  test.each([
    ['=LET(x,A1,y,x/D1,y+1)', 'x/D1', 'x/D1 divides by zero: D1 is 0.'],
    ['=LET(x,A1,SUM(x,x/B1))', 'x/B1', 'x/B1 divides by zero: B1 is empty.'],
    ['=LET(x,1/D1,y,2,y)+LET(z,A1-5,1/z)', '1/z', '1/z divides by zero: z is 0.'],
  ])('%s: names that LET gives', (formula, part, message) => {
    expect(explain(formula)).toEqual({ error: '#DIV/0!', part, message });
  });

  test('a reason that the function gives names its argument', () => {
    expect(explain('=CHOOSE(A1,1,2)')?.message).toMatch(/^In CHOOSE, index_num must be .*A1 is 5\.$/);
  });

  test.each([
    ['=LEFT("abc",A1-9)', /num_chars .*; A1-9 is -4\.$/],
    ['=RATE(1,A1,3)', /; pmt is 5, pv is 3\.$/],
    ['=DATEVALUE(C1)', /date_text .*; C1 is the text “abc”\.$/],
    ['=IRR(A2:D2)', /^In IRR, [^;]*\.$/],
  ])('%s: the values of the arguments that the reason names', (formula, message) => {
    expect(explain(formula)?.message).toMatch(message);
  });

  test('ranges that do not fit together are told with their sizes', () => {
    expect(explain('=SUMIFS(A1:A3,B1:B2,1)')?.message).toMatch(
      /: A1:A3 has 3 rows and 1 column, B1:B2 has 2 rows and 1 column\.$/,
    );
  });

  test('a long chain of operators and a deep formula', () => {
    const chain = `=${Array.from({ length: 1200 }, () => 'A2').join('+')}+A1/D1+A2`;
    expect(explain(chain)?.part).toBe('A1/D1');
    const deep = `=${'ABS('.repeat(50)}A1/D1${')'.repeat(50)}`;
    expect(explain(deep)?.part).toBe('A1/D1');
  });

  test('nothing is changed, and a cell without an error has no explanation', () => {
    expect(workbook.explainError(at('Data', 0, 0))).toBeNull();
    expect(workbook.explainError(at('Data', 5000, 100))).toBeNull();
  });
});

describe('an error that comes from another cell', () => {
  const sheets = {
    S: [[1, 0, '=A1/B1', '=C1+1', '=D1*2', '=SUM(A1:D1)', '=T!A1', '=INDEX(A1:C1,3)', '=later']],
    T: [['=S!E1&"x"', '=A1']],
  };
  test.each([
    ['S', 3, 'S!C1', 'C1 shows #DIV/0!, and this cell reads it. There: A1/B1 divides by zero: B1 is 0.'],
    ['S', 4, 'S!C1', 'C1 shows #DIV/0!, and this cell depends on it. There: A1/B1 divides by zero: B1 is 0.'],
    ['S', 5, 'S!C1', 'C1 shows #DIV/0!, and this cell reads it. There: A1/B1 divides by zero: B1 is 0.'],
    ['S', 6, 'S!C1', 'C1 shows #DIV/0!, and this cell depends on it. There: A1/B1 divides by zero: B1 is 0.'],
    ['S', 7, 'S!C1', 'C1 shows #DIV/0!, and this cell reads it. There: A1/B1 divides by zero: B1 is 0.'],
    ['S', 8, 'S!C1', 'C1 shows #DIV/0!, and this cell depends on it. There: A1/B1 divides by zero: B1 is 0.'],
    [
      'T',
      0,
      'S!C1',
      'S!C1 shows #DIV/0!, and this cell depends on it. There: A1/B1 divides by zero: B1 is 0.',
    ],
  ])('%s, column %i', (sheet, column, cause, message) => {
    const workbook = workbookOf(sheets, { later: 'T!B1' });
    const why = workbook.explainError(at(sheet, 0, column));
    expect(why && { ...why, cause: why.cause && addressText(why.cause) }).toEqual({
      error: '#DIV/0!',
      message,
      cause,
      part: 'A1/B1',
    });
    workbook.close();
  });

  test('a formula that does not read is a cause like any other', () => {
    const workbook = workbookOf({ S: [['=LAMBDA(x,x)(1)', '=A1+1', '=SUM(1;2)', '=C1+1']] });
    const why = (column: number) => workbook.explainError(at('S', 0, column));
    expect(why(1)?.cause).toEqual(at('S', 0, 0));
    expect(why(1)?.message).toMatch(
      /^A1 shows #NAME\?, and this cell reads it\. There: LAMBDA is a function/,
    );
    expect(why(2)?.message).toBe(
      'The formula cannot be read: arguments are separated by commas, not by semicolons, in argument 1 of SUM.',
    );
    expect(why(3)?.cause).toEqual(at('S', 0, 2));
    workbook.close();
  });
});

describe('results that fill several cells', () => {
  test('an error in one of the cells', () => {
    const workbook = workbookOf({
      S: [
        [1, 1, '=A1:A3/B1:B3', '=C2+1'],
        [2, 0],
        [3, 3],
      ],
    });
    expect(workbook.explainError(at('S', 1, 2))).toMatchObject({
      error: '#DIV/0!',
      part: 'A1:A3/B1:B3',
      message: 'A1:A3/B1:B3 divides by zero: B1:B3 is 0 there.',
    });
    expect(workbook.explainError(at('S', 1, 2))?.cause).toBeUndefined();
    expect(workbook.explainError(at('S', 0, 3))?.cause).toEqual(at('S', 1, 2));
    workbook.close();
  });

  test('the cell in the way is named', () => {
    const workbook = workbookOf({ S: [['=SEQUENCE(3)', '=A1+1'], [null], ['x']] });
    expect(workbook.explainError(at('S', 0, 0))?.message).toBe(
      'The result has 3 rows and 1 column, and A3 is in its way. Empty that cell, or move the formula.',
    );
    expect(workbook.explainError(at('S', 0, 1))?.cause).toEqual(at('S', 0, 0));
    workbook.close();
  });
});

describe('loops that came with a file', () => {
  test('are named, also from cells that depend on them', () => {
    const workbook = workbookOf({ S: [['=B1', '=C1', '=A1', '=A1+1', '=SUM(D:D)']] });
    expect(workbook.explainError(at('S', 0, 1))).toEqual({
      error: '#CYCLE!',
      message: 'The cell depends on itself: B1 → C1 → A1 → B1. Break the loop at one of these cells.',
    });
    for (const column of [3, 4]) {
      const why = workbook.explainError(at('S', 0, column));
      expect(why?.message).toMatch(/^[ABC]1 depends on itself, and this cell depends on it: /);
      expect(why?.cause).toBeDefined();
    }
    workbook.close();
  });

  test('a loop through a branch that is not taken is told apart', () => {
    const workbook = workbookOf({ S: [['=IF(C1=1,5,B1)', '=A1+1', 1]] });
    expect(workbook.explainError(at('S', 0, 1))?.message).toContain('A1 reads B1 only in ');
    workbook.close();
  });

  test('a loop through whole columns ends', () => {
    const workbook = workbookOf({ S: [['=SUM(B:B)', '=SUM(A:A)']] });
    expect(workbook.explainError(at('S', 0, 0))?.message).toContain('A1 → B1 → A1');
    workbook.close();
  });
});
