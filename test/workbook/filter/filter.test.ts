import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/workbook/command.ts';
import type { CellContent } from '../../../shared/workbook/document.ts';
import type { FilterCriterion } from '../../../shared/workbook/filter/sheet-filter.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

function open(column: readonly (CellContent | null)[], beside: readonly CellContent[] = []): Workbook {
  const rows = column.map((content, row) => (beside[row] === undefined ? [content] : [content, beside[row]]));
  const workbook = Workbook.open(plainDocument({ S: rows }));
  opened.push(workbook);
  return workbook;
}

function filter(bottom: number, criterion: FilterCriterion | null): Command {
  return {
    kind: 'setFilter',
    label: 'Filter',
    sheet: 'S',
    filter: {
      range: { top: 0, left: 0, bottom, right: 0 },
      columns: criterion ? [{ column: 0, criterion: criterion }] : [],
    },
  };
}

/** The rows in sight below the heading, counted from 1 as a person does. */
function seen(workbook: Workbook): number[] {
  const [sheet] = workbook.document.sheets;
  const hidden = sheet?.filter?.hiddenRows ?? [];
  return (sheet?.rows ?? []).flatMap((_, row) =>
    row === 0 || hidden.some(({ first, last }) => row >= first && row <= last) ? [] : [row],
  );
}

describe('criteria', () => {
  const values = ['heading', 'Apple', 'banana', 'cherry pie', 10, 20, 30, null, true, '=1/0', 'a*b'];
  const kept = (criterion: FilterCriterion) => {
    const workbook = open(values);
    const applied = workbook.apply(filter(values.length - 1, criterion));
    expect(applied.ok).toBe(true);
    return seen(workbook);
  };
  const condition = (
    operator: 'equal' | 'notEqual' | 'greaterThan' | 'lessThanOrEqual',
    value: string | number,
  ) => kept({ kind: 'conditions', join: 'and', conditions: [{ operator, value }] });

  test('chosen texts, whatever their case, and blanks', () => {
    expect(kept({ kind: 'values', texts: ['APPLE', '20', '#DIV/0!', 'TRUE'], blanks: false })).toEqual([
      1, 5, 8, 9,
    ]);
    expect(kept({ kind: 'values', texts: [], blanks: true })).toEqual([7]);
  });

  test('equal and unequal, with wildcards for texts', () => {
    expect(condition('equal', 'apple')).toEqual([1]);
    expect(condition('equal', '*an*')).toEqual([2]);
    expect(condition('equal', '?pple')).toEqual([1]);
    expect(condition('equal', 'a~*b')).toEqual([10]);
    expect(condition('equal', 10)).toEqual([4]);
    expect(condition('equal', '')).toEqual([7]);
    expect(condition('notEqual', '')).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10]);
    expect(condition('notEqual', '*e*')).toEqual([2, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('comparisons, of numbers with numbers and texts with texts', () => {
    expect(condition('greaterThan', 10)).toEqual([5, 6]);
    expect(condition('lessThanOrEqual', 20)).toEqual([4, 5]);
    expect(condition('greaterThan', 'b')).toEqual([2, 3]);
  });

  test('two conditions, both or one of them', () => {
    const conditions = [
      { operator: 'greaterThan', value: 10 },
      { operator: 'lessThan', value: 30 },
    ] as const;
    expect(kept({ kind: 'conditions', join: 'and', conditions })).toEqual([5]);
    expect(kept({ kind: 'conditions', join: 'or', conditions })).toEqual([4, 5, 6]);
  });

  test('the largest and smallest, with those that equal the last', () => {
    const workbook = open(['heading', 5, 1, 3, 3, 'x', 2]);
    const top = (from: 'largest' | 'smallest', count: number, isPercent = false) => {
      workbook.apply(filter(6, { kind: 'top', from, count, isPercent }));
      return seen(workbook);
    };
    expect(top('largest', 2)).toEqual([1, 3, 4]);
    expect(top('smallest', 1)).toEqual([2]);
    expect(top('largest', 40, true)).toEqual([1, 3, 4]);
    expect(top('largest', 1, true)).toEqual([1]);
    expect(top('largest', 100)).toEqual([1, 2, 3, 4, 6]);
  });

  test('above and below the average', () => {
    expect(kept({ kind: 'average', side: 'above' })).toEqual([6]);
    expect(kept({ kind: 'average', side: 'below' })).toEqual([4]);
  });
});

describe('a filter on a sheet', () => {
  test('stays as it is when values change, until it is applied again', () => {
    const workbook = open(['heading', 1, 2, 3]);
    const big = filter(3, {
      kind: 'conditions',
      join: 'and',
      conditions: [{ operator: 'greaterThan', value: 1 }],
    });
    workbook.apply(big);
    expect(seen(workbook)).toEqual([2, 3]);
    workbook.apply({ kind: 'setCells', label: 'x', cells: [{ sheet: 'S', row: 3, column: 0, content: 0 }] });
    expect(seen(workbook)).toEqual([2, 3]);
    workbook.apply(big);
    expect(seen(workbook)).toEqual([2]);
  });

  test('takes in rows that were written right below it', () => {
    const workbook = open(['heading', 1, 2, 3, 4, null, 5]);
    workbook.apply(filter(2, null));
    expect(workbook.document.sheets[0]?.filter?.range.bottom).toBe(4);
  });

  test('is one step of undo', () => {
    const workbook = open(['heading', 1, 2]);
    const before = workbook.document;
    workbook.apply(filter(2, { kind: 'average', side: 'above' }));
    workbook.apply({ kind: 'setFilter', label: 'Filter off', sheet: 'S', filter: null });
    expect(workbook.document.sheets[0]).not.toHaveProperty('filter');
    workbook.undo();
    expect(seen(workbook)).toEqual([2]);
    workbook.undo();
    expect(workbook.document).toBe(before);
  });

  test('follows rows and columns, and goes with its headings', () => {
    const workbook = open(['heading', 1, 2, 3]);
    workbook.apply(filter(3, { kind: 'average', side: 'below' }));
    workbook.apply({ kind: 'insertLines', label: 'x', sheet: 'S', axis: 'rows', at: 0, count: 2 });
    workbook.apply({ kind: 'insertLines', label: 'x', sheet: 'S', axis: 'columns', at: 0, count: 1 });
    expect(workbook.document.sheets[0]?.filter).toMatchObject({
      range: { top: 2, left: 1, bottom: 5, right: 1 },
      columns: [{ column: 1 }],
      hiddenRows: [{ first: 4, last: 5 }],
    });
    workbook.apply({ kind: 'deleteLines', label: 'x', sheet: 'S', axis: 'rows', at: 2, count: 1 });
    expect(workbook.document.sheets[0]).not.toHaveProperty('filter');
  });

  test('keeps the rows that it hides when rows around them are deleted', () => {
    const workbook = open(
      ['heading', 1, 20, 3, 40, 5, null, 'below'],
      ['=SUM(A2:A6)', '=A2', '=A3', '=A4', '=A5', '=A6'],
    );
    const greater = { operator: 'lessThan', value: 10 } as const;
    workbook.apply(filter(5, { kind: 'conditions', join: 'and', conditions: [greater] }));
    expect(seen(workbook)).toEqual([1, 3, 5, 6, 7]);
    const before = workbook.document;
    const deleted = workbook.apply({
      kind: 'deleteLines',
      label: 'x',
      sheet: 'S',
      axis: 'rows',
      at: 1,
      count: 5,
    });
    expect(workbook.document.sheets[0]?.rows.map((row) => row.map((cell) => cell?.content))).toEqual([
      ['heading', '=SUM(A2:A3)'],
      [20, '=A2'],
      [40, '=A3'],
      [undefined],
      ['below'],
    ]);
    expect(workbook.document.sheets[0]?.filter?.hiddenRows).toEqual([{ first: 1, last: 2 }]);
    expect(workbook.value({ sheet: 'S', row: 0, column: 1 })).toBe(60);
    expect(deleted.ok && deleted.value.reshaping?.lines[0]?.origins).toEqual([
      { to: 0, count: 1, from: 0 },
      { to: 1, count: 1, from: 2 },
      { to: 2, count: 1, from: 4 },
      { to: 3, count: Infinity, from: 6 },
    ]);
    workbook.undo();
    expect(workbook.document).toBe(before);
  });

  test('refuses a criterion beside its table', () => {
    const workbook = open(['heading', 1]);
    const applied = workbook.apply({
      kind: 'setFilter',
      label: 'x',
      sheet: 'S',
      filter: {
        range: { top: 0, left: 0, bottom: 1, right: 0 },
        columns: [{ column: 1, criterion: { kind: 'average', side: 'above' } }],
      },
    });
    expect(applied).toMatchObject({ ok: false, problem: { code: 'filter-column-outside' } });
  });
});

describe('totals of what is in sight', () => {
  const totals = [
    '=SUBTOTAL(9,A2:A5)',
    '=SUBTOTAL(109,A2:A5)',
    '=AGGREGATE(9,4,A2:A5)',
    '=AGGREGATE(9,5,A2:A5)',
    '=AGGREGATE(14,1,A2:A5,1)',
    '=SUM(B1:B5)',
  ];
  const results = (workbook: Workbook) =>
    totals.map((_, row) => workbook.value({ sheet: 'S', row, column: 1 }));

  test('SUBTOTAL and AGGREGATE leave out rows as Excel documents', () => {
    const workbook = open(['heading', 1, 10, 100, 1000, null], totals);
    expect(results(workbook)).toEqual([1111, 1111, 1111, 1111, 1000, 5444]);
    const applied = workbook.apply(filter(4, { kind: 'top', from: 'smallest', count: 3, isPercent: false }));
    expect(results(workbook)).toEqual([111, 111, 1111, 111, 100, 1544]);
    expect(applied.ok && applied.value.values.length).toBe(5);
    workbook.undo();
    expect(results(workbook)).toEqual([1111, 1111, 1111, 1111, 1000, 5444]);
    workbook.redo();
    expect(results(workbook)).toEqual([111, 111, 1111, 111, 100, 1544]);
  });

  test('rows hidden by hand count for SUBTOTAL 1 to 11 only', () => {
    const plain = plainDocument({
      S: ['heading', 1, 10, 100, 1000, null].map((one, row) => [one, totals[row] ?? null]),
    });
    const workbook = Workbook.open({
      ...plain,
      sheets: plain.sheets.map((sheet) => ({ ...sheet, hiddenRows: [{ first: 2, last: 2 }] })),
    });
    opened.push(workbook);
    expect(results(workbook)).toEqual([1111, 1101, 1111, 1101, 1000, 5424]);
    workbook.apply(filter(4, { kind: 'top', from: 'smallest', count: 3, isPercent: false }));
    expect(results(workbook)).toEqual([111, 101, 1111, 101, 100, 1524]);
  });
});
