import { describe, expect, test } from 'vitest';
import { changedDocument } from '../../../shared/workbook/change-document.ts';
import { parseReference, type Range } from '../../../shared/workbook/address.ts';
import type { Sheet, WorkbookDocument } from '../../../shared/workbook/document.ts';
import type { Axis } from '../../../shared/workbook/structure/line-change.ts';
import { shiftedBlock } from '../../../shared/workbook/structure/shift-cells.ts';
import { noValues } from '../../fixtures/no-values.ts';
import { plainDocument, type Rows, type Targets } from '../../fixtures/plain-document.ts';

/* Cells that come and go, with those behind them giving way or coming up, as Excel's Insert and Delete have it. */

function rangeOf(text: string): Range {
  const found = parseReference(text);
  if (!found) throw new Error(text);
  return found.range;
}

/** The table with something about its sheet changed. */
function changedTable(change: (sheet: Sheet) => Sheet): WorkbookDocument {
  const document = plainDocument({ S: table });
  return { ...document, sheets: document.sheets.map(change) };
}

function shifted(document: WorkbookDocument, text: string, axis: Axis, inserts: boolean) {
  const command = {
    kind: 'shiftCells',
    label: 'x',
    sheet: 'S',
    range: rangeOf(text),
    axis,
    inserts,
  } as const;
  return changedDocument(document, command, noValues);
}

function after(
  rows: Rows,
  text: string,
  axis: Axis,
  inserts: boolean,
  targets: Targets = {},
): WorkbookDocument {
  const changed = shifted(
    plainDocument({ S: rows, T: [['=S!A2', '=SUM(S!A1:A3)', '=SUM(S!A1:B3)']] }, targets),
    text,
    axis,
    inserts,
  );
  if (!changed.ok) throw new Error(changed.problem.message);
  return changed.value.document;
}

const contents = ({ sheets }: WorkbookDocument, sheet = 0) =>
  sheets[sheet]?.rows.map((row) => row.map((cell) => cell?.content ?? null));

const table: Rows = [
  [1, 10, 100],
  [2, 20, 200],
  [3, 30, 300],
];

describe('cells that are inserted', () => {
  test('push those below down, in their columns alone', () => {
    expect(contents(after(table, 'A2:B2', 'rows', true))).toEqual([
      [1, 10, 100],
      [null, null, 200],
      [2, 20, 300],
      [3, 30],
    ]);
  });

  test('push those behind to the right, in their rows alone', () => {
    expect(contents(after(table, 'B2:B3', 'columns', true))).toEqual([
      [1, 10, 100],
      [2, null, 20, 200],
      [3, null, 30, 300],
    ]);
  });

  test('take what refers to the cells along; a range of other columns too stays', () => {
    const now = after(table, 'A2', 'rows', true);
    expect(contents(now, 1)).toEqual([['=S!A3', '=SUM(S!A1:A4)', '=SUM(S!A1:B3)']]);
    const formulas = after(
      [
        [1, '=A2'],
        [2, '=SUM(A1:A2)'],
        [3, '=A:A'],
      ],
      'A2',
      'rows',
      true,
    );
    expect(contents(formulas)?.map((row) => row[1] ?? null)).toEqual(['=A3', '=SUM(A1:A3)', '=A:A', null]);
  });

  test('look like the cells before them', () => {
    const styled = changedTable((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        row.map((cell) => (cell && at === 0 ? { ...cell, style: 'input' } : cell)),
      ),
    }));
    const changed = shifted({ ...styled, styles: { input: { role: 'input' } } }, 'A2', 'rows', true);
    expect(changed.ok && changed.value.document.sheets[0]?.rows[1]?.[0]).toEqual({
      content: null,
      style: 'input',
    });
  });

  test('take names along', () => {
    const now = after(table, 'A1', 'rows', true, { figure: 'S!A2', wide: 'S!A1:B3' });
    expect(now.names.map(({ range }) => range)).toEqual([rangeOf('A3'), rangeOf('A1:B3')]);
  });

  test('are refused where they would push used cells off the sheet', () => {
    const changed = shifted(plainDocument({ S: table }), 'A1:A1048575', 'rows', true);
    expect(changed.ok ? null : changed.problem.code).toBe('pushed-off-sheet');
  });
});

describe('cells that are deleted', () => {
  test('let those below come up', () => {
    expect(contents(after(table, 'A1:A2', 'rows', false))).toEqual([
      [3, 10, 100],
      [null, 20, 200],
      [null, 30, 300],
    ]);
  });

  test('let those at the right come to the left', () => {
    expect(contents(after(table, 'A1:A2', 'columns', false))).toEqual([
      [10, 100],
      [20, 200],
      [3, 30, 300],
    ]);
  });

  test('leave #REF! to what referred to them alone, and shorten ranges', () => {
    const now = after(table, 'A2', 'rows', false);
    expect(contents(now, 1)).toEqual([['=#REF!', '=SUM(S!A1:A2)', '=SUM(S!A1:B3)']]);
  });
});

test('a shift is refused where a filtered table would come apart', () => {
  const filtered = changedTable((sheet) => ({
    ...sheet,
    filter: { range: rangeOf('A1:C3'), columns: [], hiddenRows: [] },
  }));
  const changed = shifted(filtered, 'A1', 'rows', true);
  expect(changed.ok ? null : changed.problem.code).toBe('part-of-filter');
  expect(shifted(filtered, 'E1', 'rows', true).ok).toBe(true);
});

test('the block that a shift moves reaches to the edge of the sheet', () => {
  const shift = { sheet: 'S', axis: 'rows', inserts: true } as const;
  expect(shiftedBlock({ ...shift, range: rangeOf('A2:B3') })).toEqual([
    { from: { sheet: 'S', range: rangeOf('A2:B1048574') }, to: { sheet: 'S', row: 3, column: 0 } },
  ]);
  expect(shiftedBlock({ ...shift, inserts: false, range: rangeOf('A2:B3') })).toEqual([
    { from: { sheet: 'S', range: rangeOf('A4:B1048576') }, to: { sheet: 'S', row: 1, column: 0 } },
  ]);
  expect(shiftedBlock({ ...shift, inserts: false, range: rangeOf('A1048576') })).toEqual([]);
});
