import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { draftOf } from '../fixtures/draft.ts';

type Contents = Record<string, readonly (readonly (CellContent | null)[])[]>;

function documentOf(contents: Contents, names: WorkbookDocument['names'] = []): WorkbookDocument {
  return {
    title: 'Test',
    styles: { input: { role: 'input' } },
    names,
    sheets: Object.entries(contents).map(([name, rows]) => ({
      name,
      rows: rows.map((cells) => cells.map((content) => (content === null ? null : { content }))),
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    })),
  };
}

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const set = (content: CellContent | null, row: number, column: number, sheet = 'S') => ({
  kind: 'setCells' as const,
  label: 'Type',
  cells: [{ sheet, row, column, content }],
});

describe('contents', () => {
  test('a formula with whole columns or rows of no sheet gives way to another content', () => {
    const workbook = Workbook.open(documentOf({ S: [['=SUM(Nowhere!B:B)', '=SUM(Nowhere!2:2)']] }));
    expect(workbook.apply(set(1, 0, 0)).ok).toBe(true);
    expect(workbook.apply(set('=A1+1', 0, 1)).ok).toBe(true);
    expect(workbook.value(at('S', 0, 1))).toBe(2);
    workbook.close();
  });

  test('text that looks like a number, a date or a boolean stays text', () => {
    const workbook = Workbook.open(
      documentOf({ S: [['1', '2026-07-01', '12%', 'TRUE', "'=A1", '=', '=ISTEXT(A1)', '=D1&""']] }),
    );
    expect(workbook.sheetValues('S')[0]).toEqual([
      '1',
      '2026-07-01',
      '12%',
      'TRUE',
      '=A1',
      '=',
      true,
      'TRUE',
    ]);
  });

  test('TRUE and FALSE are words of the formula language', () => {
    const workbook = Workbook.open(documentOf({ S: [['=IF(TRUE,1,2)', '=FALSE', '=1=1']] }));
    expect(workbook.sheetValues('S')[0]).toEqual([1, false, true]);
  });

  test('an edit reports exactly the cells that changed', () => {
    const workbook = Workbook.open(
      documentOf({ S: [[1, '=A1*2', '=B1+1', '=IF(A1>0,7,8)']], T: [['=S!B1']] }),
    );
    const result = workbook.apply(set(5, 0, 0));
    expect(
      result.ok &&
        result.value.values.toSorted((a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column),
    ).toEqual([
      { ...at('S', 0, 0), value: 5 },
      { ...at('S', 0, 1), value: 10 },
      { ...at('S', 0, 2), value: 11 },
      { ...at('T', 0, 0), value: 10 },
    ]);
  });
});

describe('refusals change nothing', () => {
  const open = () =>
    Workbook.open(documentOf({ S: [[1, '=A1*2', '=B1+1'], ['=SEQUENCE(1,3)']], 'My sheet': [[0]] }));
  const cases = [
    ['a formula that does not parse', set('=SUM(1,', 0, 0), 'formula-does-not-parse', 'S!A1'],
    ['a formula over the length limit', set(`=1${'+1'.repeat(5000)}`, 0, 0), 'formula-too-long', 'S!A1'],
    ['an unknown sheet', set(1, 0, 0, 'Nowhere'), 'unknown-sheet', 'Nowhere'],
  ] as const;
  test.each(cases)('%s', (_, command, code, subject) => {
    const workbook = open();
    const before = JSON.stringify([workbook.document, workbook.sheetValues('S')]);
    const result = workbook.apply(command);
    expect(result.ok ? null : [result.problem.code, result.problem.subject]).toEqual([code, subject]);
    expect(JSON.stringify([workbook.document, workbook.sheetValues('S')])).toBe(before);
    expect(workbook.undoLabel).toBeNull();
  });

  test('a value in the way of an array shows #SPILL! at its formula', () => {
    const workbook = open();
    workbook.apply(set(9, 3, 1));
    workbook.apply(set('=SEQUENCE(1,3)', 3, 0));
    expect(workbook.sheetValues('S')[3]?.slice(0, 2)).toEqual([{ error: '#SPILL!' }, 9]);
    workbook.undo();
    workbook.undo();
    workbook.apply(set('=SEQUENCE(1,3)', 3, 0));
    expect(workbook.sheetValues('S')[3]).toEqual([1, 2, 3]);
  });

  test('a command with one bad cell changes none of its cells', () => {
    const workbook = open();
    const cells = [
      { ...at('S', 0, 0), content: 9 },
      { ...at('S', 0, 4), content: '=(' },
    ];
    expect(workbook.apply({ kind: 'setCells', label: 'Paste', cells }).ok).toBe(false);
    expect(workbook.value(at('S', 0, 0))).toBe(1);
  });
});

describe('circular references', () => {
  test('the cells of the loop are named in order', () => {
    const workbook = Workbook.open(documentOf({ S: [[1, '=A1*2', '=B1+1']], 'My sheet': [['=S!C1']] }));
    const result = workbook.apply(set("='My sheet'!A1", 0, 0));
    expect(result.ok ? null : result.problem.code).toBe('circular-reference');
    expect(result.ok ? null : result.problem.message).toBe(
      "The formula for S!A1 would depend on itself: A1 → 'My sheet'!A1 → C1 → B1 → A1.",
    );
    expect(workbook.sheetValues('S')[0]).toEqual([1, 2, 3]);
  });

  test('a cell that reads itself, directly or in a range, is a loop of one', () => {
    const workbook = Workbook.open(documentOf({ S: [[1], [2], [null]] }));
    const result = workbook.apply(set('=SUM(A1:A3)', 2, 0));
    expect(result.ok ? null : result.problem.message).toBe(
      'The formula for S!A3 would depend on itself: A3 → A3.',
    );
  });

  test('a loop through a defined name is found', () => {
    const names = [{ name: 'rate', sheet: 'S', range: { top: 0, left: 1, bottom: 0, right: 1 } }];
    const workbook = Workbook.open(documentOf({ S: [[1, '=A1*2']] }, names));
    const result = workbook.apply(set('=rate+1', 0, 0));
    expect(result.ok ? null : result.problem.message).toContain('A1 → B1 → A1');
  });

  test('a loop that came with a file is named from any of its cells', () => {
    const workbook = Workbook.open(documentOf({ S: [['=B1', '=C1', '=A1', '=A1+1']] }));
    expect(workbook.value(at('S', 0, 1))).toEqual({ error: '#CYCLE!' });
    expect(workbook.loopThrough(at('S', 0, 1)).map((cell) => cell.column)).toEqual([1, 2, 0]);
    expect(workbook.loopThrough(at('S', 0, 3))).toEqual([]);
  });

  test('a file with a loop can still be edited, and the loop mended', () => {
    const workbook = Workbook.open(documentOf({ S: [['=B1', '=A1', 1]] }));
    expect(workbook.apply(set(2, 0, 2)).ok).toBe(true);
    expect(workbook.apply(set('=C1', 0, 1)).ok).toBe(true);
    expect(workbook.sheetValues('S')[0]).toEqual([2, 2, 2]);
  });
});

describe('one history', () => {
  test('undo and redo carry the labels a person reads', () => {
    const workbook = Workbook.open(documentOf({ S: [[1]] }));
    workbook.apply({ ...set(2, 0, 0), label: 'Type 2 in S!A1' });
    expect([workbook.undoLabel, workbook.redoLabel]).toEqual(['Type 2 in S!A1', null]);
    workbook.undo();
    expect([workbook.undoLabel, workbook.redoLabel]).toEqual([null, 'Type 2 in S!A1']);
    workbook.apply(set(3, 0, 0));
    expect(workbook.redoLabel).toBeNull();
    expect(workbook.undo()).not.toBeNull();
    expect(workbook.undo()).toBeNull();
  });

  test('a command that changes nothing is no step', () => {
    const workbook = Workbook.open(documentOf({ S: [[1]] }));
    workbook.apply(set(1, 0, 0));
    expect(workbook.undoLabel).toBeNull();
  });

  test('the style and note of a cell stay when it is cleared and come back with undo', () => {
    const document = draftOf(documentOf({ S: [[1]] }));
    const [sheet] = document.sheets;
    if (sheet) sheet.rows[0] = [{ content: 1, style: 'input', note: 'why' }];
    const workbook = Workbook.open(document);
    workbook.apply(set(null, 0, 0));
    expect(workbook.cell(at('S', 0, 0))).toEqual({ content: null, style: 'input', note: 'why' });
    workbook.undo();
    expect(workbook.cell(at('S', 0, 0))).toEqual({ content: 1, style: 'input', note: 'why' });
  });

  test('what-if questions leave no trace', () => {
    const workbook = Workbook.open(documentOf({ S: [[1, '=A1*2']] }));
    expect(workbook.whatIf([{ ...at('S', 0, 0), content: 21 }], () => workbook.value(at('S', 0, 1)))).toBe(
      42,
    );
    expect([workbook.value(at('S', 0, 1)), workbook.undoLabel]).toEqual([2, null]);
    const asks = () =>
      workbook.whatIf([{ ...at('S', 0, 0), content: 21 }], () => {
        throw new Error('stop');
      });
    expect(asks).toThrow('stop');
    expect(workbook.value(at('S', 0, 1))).toBe(2);
  });

  test('any run of commands, undone and redone, gives the identical document and the values of a fresh load', () => {
    const content = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.constantFrom<CellContent | null>(
        null,
        'word',
        true,
        '=A1+B2',
        '=SUM(A1:C2)',
        '=C3*2',
        '=IF(B1>0,A2,"none")',
        '=T!A1&""',
        '=1/A3',
      ),
    );
    // One place only for arrays: which of two that overlap may spill depends on the order of typing.
    const array = fc.record({
      sheet: fc.constant('S'),
      row: fc.constant(3),
      column: fc.constant(1),
      content: fc.constantFrom('=SEQUENCE(2,2)', '=A1:B2', null),
    });
    const single = fc.record({
      sheet: fc.constantFrom('S', 'T'),
      row: fc.nat(4),
      column: fc.nat(3),
      content,
    });
    const cell = fc.oneof({ arbitrary: single, weight: 4 }, { arbitrary: array, weight: 1 });
    const commands = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 15 });
    fc.assert(
      fc.property(commands, (list) => {
        const workbook = Workbook.open(
          documentOf({
            S: [
              [1, 2],
              [3, 4],
            ],
            T: [[5]],
          }),
        );
        const state = () =>
          JSON.stringify(
            workbook.document.sheets
              .map(({ name, rows }) => [name, rows.map((row) => row.filter(Boolean))])
              .flat(3),
          );
        const values = (of: Workbook) =>
          JSON.stringify(
            ['S', 'T'].map((sheet) => of.rangeValues(sheet, { top: 0, left: 0, bottom: 6, right: 6 })),
          );
        const first = state();
        for (const cells of list) workbook.apply({ kind: 'setCells', label: 'Random', cells });
        const last = state();
        const fresh = Workbook.open(structuredClone(workbook.document));
        expect(values(workbook)).toBe(values(fresh));
        fresh.close();
        const lastValues = values(workbook);
        while (workbook.undo());
        expect(state()).toBe(first);
        while (workbook.redo());
        expect(state()).toBe(last);
        expect(values(workbook)).toBe(lastValues);
        workbook.close();
      }),
      { numRuns: 150 },
    );
  });
});
