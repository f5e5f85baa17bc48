import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/workbook/command.ts';
import type { CellContent, WorkbookDocument } from '../../../shared/workbook/document.ts';
import { changedDocument } from '../../../shared/workbook/change-document.ts';
import { noValues } from '../../fixtures/no-values.ts';
import { plainDocument, type Rows, type Targets } from '../../fixtures/plain-document.ts';

/* What references read after lines, sheets and cells have gone elsewhere, as in Excel. */

function after(command: Command, document: WorkbookDocument): WorkbookDocument {
  const changed = changedDocument(document, command, noValues);
  if (!changed.ok) throw new Error(changed.problem.message);
  return changed.value.document;
}

const contentAt = (document: WorkbookDocument, sheet: string, row: number, column: number) =>
  document.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]?.content ?? null;

/** What a formula in another sheet reads after a command on the sheet "S". */
function elsewhere(formula: string, command: Command, targets: Targets = {}): CellContent | null {
  const document = plainDocument({ S: [[1]], 'T 2': [[2]], U: [[formula]] }, targets);
  return contentAt(after(command, document), 'U', 0, 0);
}

const rows = (kind: 'insertLines' | 'deleteLines', at: number, count = 1): Command => ({
  kind,
  label: 'x',
  sheet: 'S',
  axis: 'rows',
  at,
  count,
});
/** Deletes or inserts a row, and others elsewhere. */
const severalRows =
  (kind: 'insertLines' | 'deleteLines') =>
  (at: number, ...others: readonly (readonly [at: number, count: number])[]): Command => ({
    kind,
    label: 'x',
    sheet: 'S',
    axis: 'rows',
    at,
    count: 1,
    others: others.map(([first, count]) => ({ at: first, count })),
  });
const several = severalRows('deleteLines');
const inserted = severalRows('insertLines');
const columns = (kind: 'insertLines' | 'deleteLines', at: number, count = 1): Command =>
  ({
    ...rows(kind, at, count),
    axis: 'columns',
  }) as Command;
const moved = (at: number, count: number, to: number): Command => ({
  kind: 'moveLines',
  label: 'x',
  sheet: 'S',
  axis: 'rows',
  at,
  count,
  to,
});

describe('hidden lines', () => {
  const hide = (first: number, last: number, hidden = true, axis: 'rows' | 'columns' = 'rows'): Command => ({
    kind: 'setLinesHidden',
    label: 'x',
    sheet: 's',
    axis,
    at: first,
    count: last - first + 1,
    hidden,
  });
  const sheetAfter = (...commands: Command[]) =>
    commands.reduce((document, command) => after(command, document), plainDocument({ S: [[1]] })).sheets[0];

  test('go along with their lines, and new lines are shown', () => {
    expect(sheetAfter(hide(2, 5))?.hiddenRows).toEqual([{ first: 2, last: 5 }]);
    expect(sheetAfter(hide(2, 5), rows('insertLines', 4, 2))?.hiddenRows).toEqual([
      { first: 2, last: 3 },
      { first: 6, last: 7 },
    ]);
    expect(sheetAfter(hide(2, 5), rows('deleteLines', 0, 4))?.hiddenRows).toEqual([{ first: 0, last: 1 }]);
    expect(sheetAfter(hide(2, 5), moved(3, 1, 9))?.hiddenRows).toEqual([
      { first: 2, last: 4 },
      { first: 8, last: 8 },
    ]);
    expect(sheetAfter(hide(2, 5), hide(0, 9, false))).not.toHaveProperty('hiddenRows');
    expect(sheetAfter(hide(1, 1, true, 'columns'), columns('insertLines', 0))?.hiddenColumns).toEqual([
      { first: 2, last: 2 },
    ]);
  });

  test('lie on the sheet', () => {
    const refused = changedDocument(
      plainDocument({ S: [[1]] }),
      hide(16_383, 16_384, true, 'columns'),
      noValues,
    );
    expect(refused).toMatchObject({ ok: false, problem: { code: 'beyond-sheet' } });
  });
});

describe('rows and columns', () => {
  test.each<[string, Command, string]>([
    // Inserted above, at, inside and below.
    ['=S!A5', rows('insertLines', 2), '=S!A6'],
    ['=S!A5', rows('insertLines', 4, 2), '=S!A7'],
    ['=S!A5', rows('insertLines', 5), '=S!A5'],
    ['=SUM(S!A2:A5)', rows('insertLines', 3), '=SUM(S!A2:A6)'],
    ['=SUM(S!A2:A5)', rows('insertLines', 1), '=SUM(S!A3:A6)'],
    ['=SUM(S!A2:A5)', rows('insertLines', 5), '=SUM(S!A2:A5)'],
    ['=SUM(S!$A$2:$A$5)', rows('insertLines', 0, 10), '=SUM(S!$A$12:$A$15)'],
    ['=S!B$3+S!$B3', columns('insertLines', 0), '=S!C$3+S!$C3'],
    ['=SUM(S!B:D)', columns('insertLines', 2, 2), '=SUM(S!B:F)'],
    ['=SUM(S!B:D)', rows('insertLines', 2, 2), '=SUM(S!B:D)'],
    ['=SUM(S!2:4)', rows('insertLines', 2), '=SUM(S!2:5)'],
    ['=SUM(S!A5:A2)', rows('insertLines', 2), '=SUM(S!A6:A2)'],
    ['=S!A1048576', rows('insertLines', 9), '=#REF!'],
    // Deleted above, at, inside, at the ends and all of it.
    ['=S!A5', rows('deleteLines', 0, 2), '=S!A3'],
    ['=S!A5', rows('deleteLines', 4), '=#REF!'],
    ['=S!A5', rows('deleteLines', 5), '=S!A5'],
    ['=SUM(S!A2:A5)', rows('deleteLines', 2), '=SUM(S!A2:A4)'],
    ['=SUM(S!A2:A5)', rows('deleteLines', 1, 2), '=SUM(S!A2:A3)'],
    ['=SUM(S!A2:A5)', rows('deleteLines', 3, 9), '=SUM(S!A2:A3)'],
    ['=SUM(S!A2:A5)', rows('deleteLines', 0, 3), '=SUM(S!A1:A2)'],
    ['=SUM(S!A2:A5)', rows('deleteLines', 1, 4), '=SUM(#REF!)'],
    ['=SUM(S!A2:A9)', several(1, [4, 2], [3, 2]), '=SUM(S!A2:A5)'],
    ['=S!A5', several(1, [8, 2]), '=S!A4'],
    ['=SUM(S!A2:A9)', inserted(1, [4, 2]), '=SUM(S!A3:A12)'],
    ['=S!A2+S!A3+S!A5', inserted(2, [1, 1], [4, 3]), '=S!A3+S!A5+S!A10'],
    ['=S!A5', several(1, [4, 1]), '=#REF!'],
    ['=SUM(S!B:D)', columns('deleteLines', 2), '=SUM(S!B:C)'],
    ['=SUM(S!B:D,S!F1)', columns('deleteLines', 1, 3), '=SUM(#REF!,S!C1)'],
    // Moved down and up.
    ['=S!A2', moved(1, 1, 5), '=S!A5'],
    ['=S!A4', moved(1, 1, 5), '=S!A3'],
    ['=S!A6', moved(1, 1, 5), '=S!A6'],
    ['=S!A6', moved(5, 1, 1), '=S!A2'],
    ['=SUM(S!A2:A3)', moved(1, 2, 7), '=SUM(S!A6:A7)'],
    ['=SUM(S!A1:A10)', moved(2, 1, 5), '=SUM(S!A1:A10)'],
    ['=SUM(S!A1:A10)', moved(2, 1, 12), '=SUM(S!A1:A9)'],
    ['=SUM(S!A1:A10)', moved(14, 2, 4), '=SUM(S!A1:A12)'],
    // Other sheets, texts and words that only look like references stay.
    ['=\'T 2\'!A5+A5+"S!A5"', rows('insertLines', 0), '=\'T 2\'!A5+A5+"S!A5"'],
    ['=s!a5', rows('insertLines', 0), '=s!A6'],
    ['=SUM(S!A1:INDEX(S!A:A,5))', rows('insertLines', 0), '=SUM(S!A2:INDEX(S!A:A,5))'],
    ['=S!A1#', rows('insertLines', 0), '=S!A2#'],
    ['=LOG10(S!A1)', rows('insertLines', 0), '=LOG10(S!A2)'],
  ])('%s after %o reads %s', (formula, command, expected) => {
    expect(elsewhere(formula, command)).toBe(expected);
  });

  test('names, bounds, notes and looks go along; new lines look like the line before', () => {
    const plain = plainDocument(
      {
        S: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
      { price: 'S!A2', all: 'S!A1:B3' },
    );
    const [sheet] = plain.sheets;
    const document: WorkbookDocument = {
      ...plain,
      styles: { input: { role: 'input' } },
      bounds: [
        {
          sheet: 'S',
          range: { top: 1, left: 0, bottom: 1, right: 0 },
          low: { top: 0, left: 0, bottom: 0, right: 0 },
          high: { top: 2, left: 0, bottom: 2, right: 0 },
        },
      ],
      sheets: [
        {
          ...sheet!,
          columnWidths: [70, 90],
          frozenRows: 2,
          rows: sheet!.rows.map((cells) =>
            cells.map((cell) => cell && { ...cell, style: 'input', note: String(cell.content) }),
          ),
        },
      ],
    };
    const more = after(rows('insertLines', 1), document);
    expect(more.names.map(({ range }) => [range.top, range.bottom])).toEqual([
      [2, 2],
      [0, 3],
    ]);
    expect(more.bounds).toEqual([
      {
        sheet: 'S',
        range: { top: 2, left: 0, bottom: 2, right: 0 },
        low: { top: 0, left: 0, bottom: 0, right: 0 },
        high: { top: 3, left: 0, bottom: 3, right: 0 },
      },
    ]);
    expect(more.sheets[0]?.frozenRows).toBe(3);
    expect(more.sheets[0]?.rows[1]).toEqual([
      { content: null, style: 'input' },
      { content: null, style: 'input' },
    ]);
    expect(more.sheets[0]?.rows[2]?.[1]).toEqual({ content: 4, style: 'input', note: '4' });
    const wider = after(columns('insertLines', 1), document);
    expect(wider.sheets[0]?.columnWidths).toEqual([70, 70, 90]);
    const less = after(rows('deleteLines', 1), document);
    expect(less.names.map(({ name }) => name)).toEqual(['all']);
    expect(less.bounds).toEqual([]);
    expect(less.sheets[0]?.frozenRows).toBe(1);
  });

  test('a name whose cells are deleted is gone, and formulas say so', () => {
    expect(elsewhere('=price*2+PRICE', rows('deleteLines', 2), { price: 'S!A3' })).toBe('=#REF!*2+#REF!');
    expect(elsewhere('=LET(price,2,price)', rows('deleteLines', 2), { price: 'S!A3' })).toBe(
      '=LET(price,2,price)',
    );
    expect(elsewhere('="price"', rows('deleteLines', 2), { price: 'S!A3' })).toBe('="price"');
  });
});

describe('sheets', () => {
  const renamed = (name: string): Command => ({ kind: 'renameSheet', label: 'x', sheet: 'S', name });

  test.each([
    ['=S!A1+s!B2', 'Cash flow', "='Cash flow'!A1+'Cash flow'!B2"],
    ['=SUM(S!A:A)', "It's", "=SUM('It''s'!A:A)"],
    ["='S'!A1", 'Plan', '=Plan!A1'],
    ['="S!A1"', 'Plan', '="S!A1"'],
    ["='T 2'!A1", 'Plan', "='T 2'!A1"],
  ])('%s when S is renamed to %s', (formula, name, expected) => {
    expect(elsewhere(formula, renamed(name))).toBe(expected);
  });

  const document = plainDocument(
    { S: [[1, '=A1']], T: [['=S!A1', '=price']], U: [[3]] },
    { price: 'S!B1', other: 'U!A1' },
  );
  const problemOf = (command: Command) => {
    const changed = changedDocument(document, command, noValues);
    return changed.ok ? null : changed.problem;
  };

  test('names, and everything on it, are of the sheet under its new name', () => {
    const now = after(renamed('Plan'), document);
    expect(now.names.find(({ name }) => name === 'price')?.sheet).toBe('Plan');
    expect(now.sheets.map(({ name }) => name)).toEqual(['Plan', 'T', 'U']);
    expect(contentAt(now, 'Plan', 0, 1)).toBe('=A1');
  });

  test.each([
    ['t', 'sheet-name-taken'],
    ['', 'sheet-name-not-allowed'],
    ['a/b', 'sheet-name-not-allowed'],
    ["'a", 'sheet-name-not-allowed'],
    ['History', 'sheet-name-not-allowed'],
    ['x'.repeat(32), 'sheet-name-not-allowed'],
  ])('the name %j is refused', (name, code) => {
    expect(problemOf(renamed(name))?.code).toBe(code);
    expect(problemOf({ kind: 'addSheet', label: 'x', name, at: 0 })?.code).toBe(code);
  });

  test('capitals of its own name can be changed', () => {
    expect(after(renamed('s'), document).sheets[0]?.name).toBe('s');
  });

  test('one that others read is not deleted, and they are named', () => {
    const problem = problemOf({ kind: 'deleteSheet', label: 'x', sheet: 'S' });
    expect(problem?.code).toBe('sheet-is-read');
    expect(problem?.message).toBe('Formulas of other sheets read "S": T!A1, T!B1.');
  });

  test('one that none reads is deleted with its names; the last is kept', () => {
    const now = after({ kind: 'deleteSheet', label: 'x', sheet: 'u' }, document);
    expect(now.sheets.map(({ name }) => name)).toEqual(['S', 'T']);
    expect(now.names.map(({ name }) => name)).toEqual(['price']);
    const single = plainDocument({ S: [[1]] });
    const refused = changedDocument(single, { kind: 'deleteSheet', label: 'x', sheet: 'S' }, noValues);
    expect(refused.ok ? null : refused.problem.code).toBe('only-sheet');
    expect(problemOf({ kind: 'deleteSheet', label: 'x', sheet: 'Nowhere' })?.code).toBe('unknown-sheet');
  });
});

describe('cells that are cut and pasted', () => {
  const cut = (from: Rows, command: Omit<Extract<Command, { kind: 'moveCells' }>, 'kind' | 'label'>) =>
    after(
      { kind: 'moveCells', label: 'x', ...command },
      plainDocument({ S: from, T: [[null, null, '=S!A1']] }),
    );
  const a1 = { top: 0, left: 0, bottom: 0, right: 0 };

  test('what refers to them follows, also from themselves and on another sheet', () => {
    const rowsOfS = [[1, '=A1', '=SUM(A1:B1)', '=A1:A1+$A$1', '=C9']];
    const now = cut(rowsOfS, { from: { sheet: 'S', range: a1 }, to: { sheet: 'S', row: 4, column: 1 } });
    expect(now.sheets[0]?.rows[0]?.map((cell) => cell?.content ?? null)).toEqual([
      null,
      '=B5',
      '=SUM(A1:B1)',
      '=B5:B5+$B$5',
      '=C9',
    ]);
    expect(contentAt(now, 'S', 4, 1)).toBe(1);
    expect(contentAt(now, 'T', 0, 2)).toBe('=S!B5');
    const away = cut(rowsOfS, { from: { sheet: 'S', range: a1 }, to: { sheet: 'T', row: 0, column: 0 } });
    expect(contentAt(away, 'S', 0, 1)).toBe('=T!A1');
    expect(contentAt(away, 'T', 0, 2)).toBe('=T!A1');
    const withFormula = cut(rowsOfS, {
      from: { sheet: 'S', range: { top: 0, left: 1, bottom: 0, right: 2 } },
      to: { sheet: 'T', row: 2, column: 2 },
    });
    expect(contentAt(withFormula, 'T', 2, 2)).toBe('=S!A1');
    expect(contentAt(withFormula, 'T', 2, 3)).toBe('=SUM(S!A1:B1)');
  });

  test('what referred to the cells beneath shows #REF!', () => {
    const now = cut([[1, 2, '=B1', '=A1']], {
      from: { sheet: 'S', range: a1 },
      to: { sheet: 'S', row: 0, column: 1 },
    });
    expect(now.sheets[0]?.rows[0]?.map((cell) => cell?.content ?? null)).toEqual([null, 1, '=#REF!', '=B1']);
  });

  test('onto cells that overlap theirs', () => {
    const now = cut([[1, 2, 3, '=SUM(A1:C1)', '=C1']], {
      from: { sheet: 'S', range: { top: 0, left: 0, bottom: 0, right: 1 } },
      to: { sheet: 'S', row: 0, column: 1 },
    });
    expect(now.sheets[0]?.rows[0]?.map((cell) => cell?.content ?? null)).toEqual([
      null,
      1,
      2,
      '=SUM(A1:C1)',
      '=#REF!',
    ]);
  });
});
