import { afterAll, describe, expect, test } from 'vitest';
import { formulaFault } from '../../../shared/workbook/formula-fault.ts';
import { unsupportedIn } from '../../../shared/workbook/unsupported.ts';
import type { Problem } from '../../../shared/result.ts';
import { at, set, workbookOf } from '../small-workbook.ts';

function refusal(formula: string): Problem | null {
  const workbook = workbookOf({ S: [[1, 2]], T: [[3]] });
  const before = JSON.stringify([workbook.document, workbook.sheetValues('S')]);
  const result = workbook.apply(set(formula, at('S', 0, 3)));
  if (!result.ok) expect(JSON.stringify([workbook.document, workbook.sheetValues('S')])).toBe(before);
  workbook.close();
  return result.ok ? null : result.problem;
}

describe('what cannot be calculated is refused by name', () => {
  test.each([
    ['=LAMBDA(x,x+1)(2)', 'unsupported-function', 'LAMBDA'],
    ['=SUM(MAP(A1:B1,LAMBDA(x,x)))', 'unsupported-function', 'MAP'],
    ['=cubevalue("c","m")', 'unsupported-function', 'CUBEVALUE'],
    ['=1+GETPIVOTDATA("a",A1)', 'unsupported-function', 'GETPIVOTDATA'],
    ['=WEBSERVICE("http://example.com")', 'unsupported-function', 'WEBSERVICE'],
    ['=FORECAST.ETS(A1,A1:B1,A1:B1)', 'unsupported-function', 'FORECAST.ETS'],
    ['=SUMM(1)', 'unknown-function', 'SUMM'],
    ['=HF.ADD(1,2)', 'unknown-function', 'HF.ADD'],
    ['=ARRAY_CONSTRAIN(A1:B1,1,1)', 'unknown-function', 'ARRAY_CONSTRAIN'],
    ['=SPLIT("a b",1)', 'unknown-function', 'SPLIT'],
    ['=COUNTUNIQUE(A1:B1)', 'unknown-function', 'COUNTUNIQUE'],
    ['=VERSION()', 'unknown-function', 'VERSION'],
    ['=SUM(Table1[Sales])', 'unsupported-reference', 'Table1[Sales]'],
    ['=[@Sales]*2', 'unsupported-reference', '[@Sales]'],
    ['=SUM(S:T!A1)', 'unsupported-reference', 'S:T!A1'],
    ["=SUM('S:T'!A1:B2)", 'unsupported-reference', "'S:T'!A1:B2"],
    ['=[Book2]Sheet1!A1', 'unsupported-reference', '[Book2]Sheet1!A1'],
    ["='C:\\files\\[Book2.xlsx]Sheet1'!A1", 'unsupported-reference', "'C:\\files\\[Book2.xlsx]Sheet1'!A1"],
  ])('%s', (formula, code, thing) => {
    const problem = refusal(formula);
    expect(problem?.code).toBe(code);
    expect(problem?.subject).toBe('S!D1');
    expect(problem?.message).toContain(thing);
    expect(problem?.message).toContain('S!D1');
    expect(problem?.remedy).not.toBe('');
  });

  test.each(['=A1+1', '=SUM(A1:B1)', '=foo+1', '="LAMBDA(x)"', "=S!A1+'T'!A1", '=SUM(A:B)', '=SUM(2:3)'])(
    '%s is not',
    (formula) => {
      expect(unsupportedIn(formula)).toEqual([]);
      expect(refusal(formula)?.code ?? null).toBeNull();
    },
  );

  test('each thing is named once, in order', () => {
    const found = unsupportedIn('=MAP(A1)+T[a]+map(A2)+[1]S!A1');
    expect(found.map(({ text }) => text)).toEqual(['MAP', 'T[a]', '[1]S!A1']);
  });

  test('the nearest functions are suggested', () => {
    expect(refusal('=SUMPRODUCTT(1)')?.remedy).toBe('Did you mean SUMPRODUCT?');
  });
});

describe('a wrong number of arguments', () => {
  test.each([
    ['=SUMPRODUCT()', 'too-few-arguments', 'SUMPRODUCT takes at least 1 argument, and none are given'],
    ['=1+COLUMNS(A1,B1)', 'too-many-arguments', 'COLUMNS takes 1 argument, and 2 are given'],
    ['=CHOOSE(1)', 'too-few-arguments', 'CHOOSE takes at least 2 arguments, and 1 is given'],
  ])('%s is refused', (formula, code, words) => {
    const problem = formulaFault(formula, 'S!D1');
    expect(problem?.code).toBe(code);
    expect(problem?.message).toBe(`The formula for S!D1 was not taken: ${words}.`);
    expect(problem?.remedy).toMatch(/^Write it as [A-Z]+\(.+\)\.$/);
    expect(refusal(formula)?.code).toBe(code);
  });

  test('arguments left empty count', () => {
    expect(formulaFault('=CHOOSE(1,)', 'S!D1')).toBeNull();
  });
});

describe('a formula that does not read', () => {
  test.each([
    ['=LET(A1,2,A1)', 'LET needs a name that cannot be a cell as its argument 1.'],
    ['=LET(x,1,x,2,x)', 'LET names each value once.'],
    ['=A1:SUM(B1)', 'a colon needs a reference on both of its sides.'],
    ['=A1:B1 SUM(A1)', 'only references may stand side by side without a sign.'],
    [`=${'('.repeat(300)}1${')'.repeat(300)}`, 'it has too many levels of brackets and functions.'],
    ['=SUM(1,', 'the bracket of SUM is not closed.'],
    ['=SUM(1, 2 + )', 'a value is missing after +, in argument 2 of SUM.'],
  ])('%s', (formula, reason) => {
    const problem = refusal(formula);
    expect(problem?.code).toBe('formula-does-not-parse');
    expect(problem?.message).toBe(`The formula for S!D1 cannot be read: ${reason}`);
    expect(problem?.remedy).not.toBe('');
  });

  test('shows why, where it came with a file', () => {
    const workbook = workbookOf({ S: [['=LET(x,1,x,2,x)']] });
    expect(workbook.explainError(at('S', 0, 0))?.message).toBe(
      'The formula cannot be read: LET names each value once.',
    );
    workbook.close();
  });
});

describe('a range that begins with a name', () => {
  test.each(['=SUM(start:T!A3)', '=SUM(Start:T!A3)', '=LET(first,T!A1,SUM(first:T!A3))'])(
    '%s is one of a single sheet',
    (formula) => {
      const workbook = workbookOf({ S: [[formula, null]], T: [[1], [2], [3]] }, { start: 'T!A1' });
      expect(workbook.value(at('S', 0, 0))).toBe(6);
      expect(workbook.apply(set(formula, at('S', 0, 1))).ok).toBe(true);
      expect(workbook.value(at('S', 0, 1))).toBe(6);
      workbook.close();
    },
  );
});

describe('a formula that would depend on itself', () => {
  test('is refused with its loop', () => {
    const workbook = workbookOf({ S: [['=B1', 1]] });
    const result = workbook.apply(set('=IF(C1=0,A1,A1+1)', at('S', 0, 1)));
    expect(!result.ok && [result.problem.code, result.problem.message]).toEqual([
      'circular-reference',
      'The formula for S!B1 would depend on itself: B1 → A1 → B1.',
    ]);
    workbook.close();
  });

  test.each([
    [[1, '=OFFSET(E1,0,-A1)', '=B1+1', null, 7], 2],
    [['E1', '=INDIRECT(A1)', '=B1+1', null, 7], 'C1'],
    [['=2-1', '=SUM(E1:INDEX(A1:E1,6-A1))', '=B1+1', null, 7], '=1+2'],
  ])('is refused, too, where the entry sends a reference into a loop: %j', (cells, entry) => {
    const workbook = workbookOf({ S: [cells] });
    const before = JSON.stringify([workbook.document, workbook.sheetValues('S')]);
    const result = workbook.apply(set(entry, at('S', 0, 0)));
    expect(!result.ok && [result.problem.code, result.problem.subject, result.problem.message]).toEqual([
      'circular-reference-elsewhere',
      'S!B1',
      'With this entry, the formula for S!B1 would depend on itself: B1 → C1 → B1.',
    ]);
    expect(JSON.stringify([workbook.document, workbook.sheetValues('S')])).toBe(before);
    expect(workbook.undoLabel).toBeNull();
    workbook.close();
  });

  test('a loop that was there before does not keep cells that it reads from being changed', () => {
    for (const other of [null, '=OFFSET(A3,C1,0)']) {
      const workbook = workbookOf({ S: [['=B1+C1', '=A1', 1, other, '=SUM(A1:C1)']] });
      const result = workbook.apply(set(5, at('S', 0, 2)));
      expect(result.ok && result.value.values).toEqual([{ sheet: 'S', row: 0, column: 2, value: 5 }]);
      workbook.close();
    }
  });

  const idle = [
    ['=IF(C1=1,5,A1)', 1],
    ['=IF(C1=2,A1,5)', 1],
    ['=IF(C1=1,5,A1*2)+1', 1],
    ['=IFS(C1=1,5,TRUE,A1)', 1],
    ['=SWITCH(C1,1,5,A1)', 1],
    ['=CHOOSE(C1,5,A1)', 1],
    ['=IFERROR(C1,A1)', 1],
    ['=SUM(IF(C1=1,5,SUM(A1:A3)))', 1],
  ] as const;
  test.each(idle)('%s is told to close the loop only in a branch that is not taken', (formula, switched) => {
    const workbook = workbookOf({ S: [['=B1', 1, switched]] });
    const result = workbook.apply(set(formula, at('S', 0, 1)));
    expect(!result.ok && result.problem.code).toBe('circular-reference-in-branch');
    expect(!result.ok && result.problem.message).toContain('B1 reads A1 only in ');
    expect(!result.ok && result.problem.message).toContain('Excel would not see this loop');
    expect(workbook.value(at('S', 0, 1))).toBe(1);
    workbook.close();
  });

  const real = ['=IF(C1=1,A1,5)', '=IF(A1=1,2,3)', '=IFS(C1=1,A1)', '=IF(C1=1,5,A1)+A1', '=CHOOSE(C1,A1,5)'];
  test.each(real)('%s is a loop in Excel, too', (formula) => {
    const workbook = workbookOf({ S: [['=B1', 1, 1]] });
    const result = workbook.apply(set(formula, at('S', 0, 1)));
    expect(!result.ok && result.problem.code).toBe('circular-reference');
    workbook.close();
  });
});

test('a file that holds what cannot be calculated opens, and its cells show #NAME?', () => {
  const workbook = workbookOf({
    S: [
      ['=LAMBDA(x,x)(1)', '=SUM(Table1[a])', '=S:T!A1', '=[1]S!A1', '=COUNTUNIQUE(1,1)', '=SUMM(1)'],
      ['=VERSION()'],
    ],
    T: [[1]],
  });
  expect(workbook.sheetValues('S')[0]).toEqual(Array.from({ length: 6 }, () => ({ error: '#NAME?' })));
  expect(workbook.value(at('S', 1, 0))).toEqual({ error: '#NAME?' });
  const messages = [0, 1, 2, 3, 4, 5].map((column) => workbook.explainError(at('S', 0, column))?.message);
  const things = ['LAMBDA', 'Table1[a]', 'S:T!A1', '[1]S!A1', 'COUNTUNIQUE', 'SUMM'];
  for (const [index, thing] of things.entries()) expect(messages[index]).toContain(thing);
  workbook.close();
});

test('no function turns what cannot be calculated into a number', () => {
  const workbook = workbookOf({
    S: [
      [
        '=IFERROR(GETPIVOTDATA("a",B1),0)',
        '=COUNT(1,CUBEVALUE("a"))',
        '=IF(TRUE,1,SUMM(2))',
        '=ISERROR(hf.add(1,2))',
      ],
      ['="SUMM(1)"', "='SUMM (1)'!A1+1", '=sum (1,2)'],
    ],
    'SUMM (1)': [[1]],
  });
  expect(workbook.sheetValues('S')[0]).toEqual(Array.from({ length: 4 }, () => ({ error: '#NAME?' })));
  expect(workbook.sheetValues('S')[1]).toEqual(['SUMM(1)', 2, 3]);
  expect(workbook.explainError(at('S', 0, 0))?.part).toBe('GETPIVOTDATA');
  workbook.close();
});

describe('arguments that must be cells', () => {
  test.each([
    ['=SUMIF({1,2},">1")', 'SUMIF takes only cells as range'],
    ['=SUMIFS(C1:C3,A1:A3*1,1)', 'SUMIFS takes only cells as criteria_range1'],
    ['=SUMIFS(C1:C3,A1:A3,1,{1;2;3},2)', 'SUMIFS takes only cells as criteria_range2'],
    ['=1+COUNTIF(UPPER(A1:A3),"A")', 'COUNTIF takes only cells as range'],
    ['=DSUM(A1:B3,"x",{"a";1})', 'DSUM takes only cells as criteria'],
    ['=RANK(2,{1,2,3})', 'RANK takes only cells as ref'],
    ['=SUBTOTAL(9,A1:A3,5)', 'SUBTOTAL takes only cells as ref2'],
  ])('%s is refused as in Excel', (formula, message) => {
    expect(formulaFault(formula, 'S!D1')).toMatchObject({
      code: 'argument-must-be-cells',
      message: expect.stringContaining(message) as string,
    });
  });

  test.each([
    '=SUMIF((A1:A3),">1",B1)',
    '=COUNTIF(INDEX(A1:C3,0,2),1)',
    '=COUNTIF(A1:INDEX(A1:A9,4),1)',
    '=SUMIFS(values,years,2026)',
    '=COUNTIF(IF(D1=1,A1:A3,B1:B3),1)',
    '=COUNTIF(A1#,1)',
    '=RANK(1,(A1:A3,C1:C3))',
    '=SUM(COUNTIF(A1:A3,{"a","b"}))',
  ])('%s is taken', (formula) => {
    expect(formulaFault(formula, 'S!D1')).toBeNull();
  });
});

describe('several references at once', () => {
  const workbook = workbookOf({ S: [[1, 'B1'], [2, 'B2'], [3]] }, { places: 'S!B1:B2' });
  afterAll(() => workbook.close());
  const answer = (formula: string) => {
    const result = workbook.apply(set(formula, at('S', 0, 3)));
    return result.ok ? workbook.value(at('S', 0, 3)) : [result.problem.code, result.problem.message];
  };

  test.each([
    ['=IFERROR(SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,ROW(A1:A3)-1,0))),0)', 'OFFSET', 'rows'],
    ['=SUM(N(OFFSET(A1,{0;2},0)))', 'OFFSET', 'rows'],
    ['=OFFSET(A1,0,0,A1:A2)', 'OFFSET', 'height'],
    ['=SUM(COUNTIF(INDIRECT(places),1))', 'INDIRECT', 'ref_text'],
    ['=SUM(SUMIF(indirect({"A1:A2","A2:A3"}),">0"))', 'INDIRECT', 'ref_text'],
  ])('%s is refused', (formula, name, argument) => {
    expect(answer(formula)).toEqual([
      'several-references',
      `The formula for S!D1 was not taken: ${name} is given several values as ${argument}, and each would be a reference of its own.`,
    ]);
  });

  test.each([
    ['=SUM(OFFSET(A1,ROW(A2)-1,0,2,1))', 5],
    ['=SUM(OFFSET(A1,MATCH(2,A1:A3,0)-1,0,COUNT(A1:A3)-1))', 5],
    ['=INDIRECT("A"&SUM(A1:A2))', 3],
    ['=LET(down,1,SUM(OFFSET(A1,down,0)))', 2],
    ['=SUM(OFFSET(A1:A2,1,0))', 5],
  ])('%s is taken', (formula, value) => {
    expect(answer(formula)).toBe(value);
  });

  test('in a file they are an error that says so, which nothing passes over', () => {
    const file = workbookOf({
      S: [[1, '=IFERROR(SUMPRODUCT(SUBTOTAL(9,OFFSET(A1,ROW(A1:A3)-1,0))),0)', '=IFERROR(B1,0)'], [2], [3]],
    });
    expect(file.explainError(at('S', 0, 1))).toEqual({
      error: '#VALUE!',
      message:
        'OFFSET is given several values as rows, and each would be a reference of its own. Write one formula for each of them, in cells of their own, and go on from there.',
      part: 'OFFSET(A1,ROW(A1:A3)-1,0)',
    });
    expect(file.explainError(at('S', 0, 2))).toMatchObject({ error: '#VALUE!', cause: at('S', 0, 1) });
    file.close();
  });
});

test('64 functions may stand inside each other, as in Excel, and no more', () => {
  const nested = (levels: number) => `=${'ABS('.repeat(levels)}1${')'.repeat(levels)}`;
  expect(refusal(nested(64))).toBeNull();
  expect(refusal(nested(65))).toMatchObject({
    code: 'formula-too-deep',
    subject: 'S!D1',
    message: 'The formula for S!D1 was not taken: more than 64 functions stand inside each other.',
  });
  // Brackets and signs do not count.
  expect(refusal(`=${'('.repeat(100)}1${')'.repeat(100)}`)).toBeNull();
});
