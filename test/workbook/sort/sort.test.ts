import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command, LookChange } from '../../../shared/workbook/command.ts';
import type { CellContent, CellValue } from '../../../shared/workbook/document.ts';
import { sortOrder } from '../../../shared/workbook/sort/sort-order.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

function open(rows: readonly (readonly (CellContent | null)[])[], hiddenRows?: [number, number]): Workbook {
  const plain = plainDocument({ S: rows, Other: [['=S!A2']] });
  const workbook = Workbook.open({
    ...plain,
    styles: { input: { role: 'input', format: '0.0' } },
    sheets: plain.sheets.map((sheet) =>
      hiddenRows && sheet.name === 'S'
        ? { ...sheet, hiddenRows: [{ first: hiddenRows[0], last: hiddenRows[1] }] }
        : sheet,
    ),
  });
  opened.push(workbook);
  return workbook;
}

type Sort = Extract<Command, { kind: 'sortRange' }>;

function sort(
  range: readonly [top: number, left: number, bottom: number, right: number],
  keys: readonly (readonly [column: number, descending: boolean])[],
  hasHeader = false,
): Sort {
  const [top, left, bottom, right] = range;
  return {
    kind: 'sortRange',
    label: 'Sort',
    sheet: 'S',
    range: { top, left, bottom, right },
    keys: keys.map(([column, descending]) => ({ column, descending })),
    hasHeader,
    locale: 'en-US',
  };
}

function contentsOf(workbook: Workbook, at: number): (CellContent | null)[] {
  return workbook.document.sheets[0]?.rows.map((row) => row[at]?.content ?? null) ?? [];
}

describe('the order of values', () => {
  const inOrder = (values: Exclude<CellValue, null>[], locale = 'en-US') =>
    values.toSorted(sortOrder(locale));

  test('numbers, texts, FALSE, TRUE, errors', () => {
    expect(inOrder([{ error: '#N/A' }, true, 'a', false, -1, 3, 'B'])).toEqual([
      -1,
      3,
      'a',
      'B',
      false,
      true,
      { error: '#N/A' },
    ]);
  });

  test('hyphens and apostrophes do not count, unless nothing else tells two texts apart', () => {
    expect(inOrder(['co-op', 'coop', 'cons', "co'op b", 'coop a'])).toEqual([
      'cons',
      'coop',
      'co-op',
      'coop a',
      "co'op b",
    ]);
  });

  test('letter case does not count, accents do', () => {
    const order = sortOrder('en-US');
    expect(order('Zoo', 'zoo')).toBe(0);
    expect(order('resume', 'résumé')).toBeLessThan(0);
  });

  test('letters stand where the language has them', () => {
    expect(inOrder(['z', 'ä', 'a'], 'sv')).toEqual(['a', 'z', 'ä']);
    expect(inOrder(['z', 'ä', 'a'], 'de')).toEqual(['a', 'ä', 'z']);
  });

  test('is an order: transitive and the same both ways round', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true }),
      fc.string({ unit: fc.constantFrom('a', 'B', '-', "'", ' ', 'é') }),
      fc.boolean(),
      fc.constant({ error: '#N/A' as const }),
    );
    const order = sortOrder('en-US');
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) + 0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('sorting a range', () => {
  test('by the values, blanks last in both directions, headings staying', () => {
    const rows = [['n'], [3], [null], ['=1+1'], ['x'], [10], [true]];
    const workbook = open(rows);
    workbook.apply(sort([0, 0, 6, 0], [[0, false]], true));
    expect(contentsOf(workbook, 0)).toEqual(['n', '=1+1', 3, 10, 'x', true, null]);
    workbook.apply(sort([0, 0, 6, 0], [[0, true]], true));
    expect(contentsOf(workbook, 0)).toEqual(['n', true, 'x', 10, 3, '=1+1', null]);
  });

  test('by several levels, rows that are alike staying in their order', () => {
    const workbook = open([
      ['b', 1, 'first'],
      ['a', 2, 'second'],
      ['b', 2, 'third'],
      ['A', 2, 'fourth'],
    ]);
    workbook.apply(
      sort(
        [0, 0, 3, 2],
        [
          [0, false],
          [1, true],
        ],
      ),
    );
    expect(contentsOf(workbook, 2)).toEqual(['second', 'fourth', 'third', 'first']);
  });

  test('formulas read as if copied, and what refers to the cells does not follow', () => {
    const workbook = open([
      [3, '=A1*2', '=SUM($A$1:A1)'],
      [1, '=A2*2', '=SUM($A$1:A2)'],
      [2, '=A3*2', '=SUM($A$1:A3)'],
    ]);
    workbook.apply(sort([0, 0, 2, 2], [[0, false]]));
    expect(contentsOf(workbook, 0)).toEqual([1, 2, 3]);
    expect(contentsOf(workbook, 1)).toEqual(['=A1*2', '=A2*2', '=A3*2']);
    expect(contentsOf(workbook, 2)).toEqual(['=SUM($A$1:A1)', '=SUM($A$1:A2)', '=SUM($A$1:A3)']);
    expect(workbook.document.sheets[1]?.rows[0]?.[0]?.content).toBe('=S!A2');
    expect(workbook.value({ sheet: 'Other', row: 0, column: 0 })).toBe(2);
  });

  test('looks and notes move along, and one step of undo takes all back', () => {
    const workbook = open([[2], [1]]);
    const range = { top: 0, left: 0, bottom: 0, right: 0 };
    workbook.apply({ kind: 'setLooks', label: 'x', areas: [{ sheet: 'S', range, look: { strong: true } }] });
    workbook.apply({ kind: 'setNote', label: 'x', sheet: 'S', row: 0, column: 0, note: 'two' });
    const before = workbook.document;
    workbook.apply(sort([0, 0, 1, 0], [[0, false]]));
    const cell = workbook.cell({ sheet: 'S', row: 1, column: 0 });
    expect(cell).toMatchObject({ content: 2, note: 'two' });
    expect(workbook.document.styles[cell?.style ?? '']?.strong).toBe(true);
    workbook.undo();
    expect(workbook.document).toBe(before);
  });

  test('borders stay where they are', () => {
    const workbook = open([[3], [2], [1]]);
    const at = (row: number) => ({ top: row, left: 0, bottom: row, right: 0 });
    const look = (range: ReturnType<typeof at>, own: LookChange) =>
      workbook.apply({ kind: 'setLooks', label: 'x', areas: [{ sheet: 'S', range, look: own }] });
    look(at(0), { strong: true, borderTop: { line: 'thick' } });
    look(at(2), { borderBottom: { line: 'double' } });
    workbook.apply(sort([0, 0, 2, 0], [[0, false]]));
    const styles = [0, 1, 2].map(
      (row) => workbook.document.styles[workbook.cell({ sheet: 'S', row, column: 0 })?.style ?? ''],
    );
    expect(contentsOf(workbook, 0)).toEqual([1, 2, 3]);
    expect(styles.map((style) => [style?.strong, style?.borderTop, style?.borderBottom])).toEqual([
      [undefined, { line: 'thick' }, undefined],
      [undefined, undefined, undefined],
      [true, undefined, { line: 'double' }],
    ]);
  });

  test('rows out of sight stay where they are', () => {
    const workbook = open([[4], [3], [2], [1]], [1, 2]);
    workbook.apply(sort([0, 0, 3, 0], [[0, false]]));
    expect(contentsOf(workbook, 0)).toEqual([1, 3, 2, 4]);
  });

  test('refuses results over several cells, what-if results, and a key beside the range', () => {
    const workbook = open([['=SEQUENCE(3)'], [null], [null], [1]]);
    const before = workbook.document;
    const spilled = workbook.apply(sort([0, 0, 3, 0], [[0, false]]));
    expect(spilled).toMatchObject({ ok: false, problem: { code: 'part-of-array' } });
    expect(workbook.apply(sort([2, 0, 3, 0], [[0, false]]))).toMatchObject({ ok: false });
    expect(workbook.apply(sort([0, 0, 3, 0], [[1, false]]))).toMatchObject({
      ok: false,
      problem: { code: 'sort-key-outside' },
    });
    expect(workbook.document).toBe(before);
  });

  test('a sort after which a formula would depend on itself is refused, with nothing changed', () => {
    const workbook = open([
      [2, '=$B$2'],
      [1, 5],
    ]);
    const before = workbook.document;
    expect(workbook.apply(sort([0, 0, 1, 1], [[0, false]]))).toMatchObject({
      ok: false,
      problem: { code: 'circular-reference' },
    });
    expect(workbook.document).toBe(before);
    expect(workbook.value({ sheet: 'S', row: 0, column: 1 })).toBe(5);
  });
});
