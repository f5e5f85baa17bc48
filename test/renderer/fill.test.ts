import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillContents, repeatedCell } from '../../renderer/grid/fill.ts';
import type { FillMode, SourceCell } from '../../renderer/grid/fill/source-cell.ts';
import { reachBelow } from '../../renderer/grid/fill/neighbour-reach.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';

type Contents = readonly (CellContent | null)[];

const date = (year: number, month: number, day: number) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
const iso = (serial: CellContent | null) =>
  typeof serial === 'number' ? formatValue(serial, 'yyyy-mm-dd').text : serial;

interface Options {
  readonly mode?: FillMode;
  readonly format?: string;
}

const columnRange = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 });

/** The next contents below cells of a column. */
function down(contents: Contents, count: number, { mode = 'continue', format }: Options = {}): Contents {
  const first = 10;
  const last = first + contents.length - 1;
  return fillContents(
    columnRange(first, last),
    columnRange(last + 1, last + count),
    (row): SourceCell => ({ content: contents[row - first] ?? null, format }),
    mode,
  ).map(({ content }) => content);
}

/** The contents above cells of a column, the nearest last. */
function up(contents: Contents, count: number, { mode = 'continue', format }: Options = {}): Contents {
  const first = 10;
  return fillContents(
    columnRange(first, first + contents.length - 1),
    columnRange(first - count, first - 1),
    (row): SourceCell => ({ content: contents[row - first] ?? null, format }),
    mode,
  ).map(({ content }) => content);
}

describe('what is copied', () => {
  test('a formula, with its relative references moved along', () => {
    expect(down(['=B11*$C$1'], 3)).toEqual(['=B12*$C$1', '=B13*$C$1', '=B14*$C$1']);
    expect(down(['=B11', '=C$1'], 3)).toEqual(['=B13', '=C$1', '=B15']);
  });

  test('one number, texts that do not count, and what is empty', () => {
    expect(down([5], 2)).toEqual([5, 5]);
    expect(down(['a', 'b'], 3)).toEqual(['a', 'b', 'a']);
    expect(down([null], 1)).toEqual([null]);
    expect(down([true], 2)).toEqual([true, true]);
    expect(down(['Item 1', 'Item 2', 'Item 4'], 1)).toEqual(['Item 1']);
  });

  test('everything by Ctrl+D and Ctrl+R', () => {
    for (const content of [5, 'Item 1', 'Q1', 'Jan'])
      expect(down([content], 2, { mode: 'copy' })).toEqual([content, content]);
  });

  test('everything but one number with Ctrl held', () => {
    const mode = 'opposite';
    expect(down([5], 3, { mode })).toEqual([6, 7, 8]);
    expect(down([1, 2], 3, { mode })).toEqual([1, 2, 1]);
    expect(down(['Item 1'], 2, { mode })).toEqual(['Item 1', 'Item 1']);
    expect(down([date(2026, 7, 1)], 1, { mode, format: 'd/m/yyyy' })).toEqual([date(2026, 7, 1)]);
  });
});

test('cells look like those that they repeat, to every side', () => {
  const source = { top: 4, left: 2, bottom: 5, right: 2 };
  expect([6, 7, 3, 2].map((row) => repeatedCell(source, row, 2).row)).toEqual([4, 5, 5, 4]);
  expect(repeatedCell(source, 5, 9)).toEqual({ row: 5, column: 2 });
});

describe('numbers', () => {
  test.each<[Contents, Contents]>([
    [
      [1, 2],
      [3, 4, 5],
    ],
    [
      [0.1, 0.2],
      [0.3, 0.4, 0.5],
    ],
    [
      [0.3, 0.2],
      [0.1, 0, -0.1],
    ],
    [
      [10, 8, 6],
      [4, 2, 0],
    ],
    [
      [2024, 2025],
      [2026, 2027, 2028],
    ],
    [
      [1_234_567_890_123, 1_234_567_890_124],
      [1_234_567_890_125, 1_234_567_890_126, 1_234_567_890_127],
    ],
    [
      [5, 5],
      [5, 5, 5],
    ],
    [
      [1e-7, 2e-7],
      [3e-7, 4e-7, 5e-7],
    ],
    // Least squares, as Excel's linear trend.
    [
      [1, 2, 4],
      [5.33333333333333, 6.83333333333333, 8.33333333333333],
    ],
    [
      [1, 3, 2],
      [3, 3.5, 4],
    ],
  ])('%j go on with %j', (source, expected) => {
    expect(down(source, 3)).toEqual(expected);
  });

  test('upwards they go on backwards', () => {
    expect(up([10, 20], 2)).toEqual([-10, 0]);
  });

  test('to the right they go along each row', () => {
    const rows: Contents[] = [
      [1, 3],
      ['=A1', '=B1'],
    ];
    const filled = fillContents(
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 0, left: 2, bottom: 1, right: 3 },
      (row, column) => ({ content: rows[row]?.[column] ?? null }),
      'continue',
    );
    expect(filled.map(({ content }) => content)).toEqual([5, 7, '=C1', '=D1']);
  });

  test('with gaps and other cells between them, each kind goes on', () => {
    expect(down([1, null, 2, null], 4)).toEqual([3, null, 4, null]);
    expect(down([1, 'x'], 4)).toEqual([1, 'x', 1, 'x']);
    expect(down([1, '=A11'], 2)).toEqual([1, '=A13']);
    expect(down(['a1', 'b1'], 4)).toEqual(['a2', 'b2', 'a3', 'b3']);
  });
});

describe('texts that count', () => {
  test.each<[Contents, Contents]>([
    [['Item 1'], ['Item 2', 'Item 3']],
    [
      ['Item 1', 'Item 3'],
      ['Item 5', 'Item 7'],
    ],
    [['Item 009'], ['Item 010', 'Item 011']],
    [['2025E'], ['2026E', '2027E']],
    [['FY25'], ['FY26', 'FY27']],
    [['1st place'], ['2nd place', '3rd place']],
    [['10th'], ['11th', '12th']],
    [['Q1'], ['Q2', 'Q3']],
    [['Q4'], ['Q1', 'Q2']],
    [['Q4 2025'], ['Q1 2026', 'Q2 2026']],
    [
      ['Q2 2025', 'Q4 2025'],
      ['Q2 2026', 'Q4 2026'],
    ],
    [["Q4'25"], ["Q1'26", "Q2'26"]],
    [['Q4 25E'], ['Q1 26E', 'Q2 26E']],
    [['4Q25'], ['1Q26', '2Q26']],
    [['2025 Q4'], ['2026 Q1', '2026 Q2']],
    [['FY99 Q4'], ['FY00 Q1', 'FY00 Q2']],
    [['Quarter 4'], ['Quarter 1', 'Quarter 2']],
    [['Revenue Q4 2025'], ['Revenue Q1 2026', 'Revenue Q2 2026']],
    [['H2 2025'], ['H1 2026', 'H2 2026']],
    [['H1'], ['H2', 'H3']],
    [['Q5'], ['Q6', 'Q7']],
    [['Jan'], ['Feb', 'Mar']],
    [['NOV'], ['DEC', 'JAN']],
    [['december'], ['january', 'february']],
    [['May'], ['Jun', 'Jul']],
    [
      ['April', 'May'],
      ['June', 'July'],
    ],
    [
      ['Apr', 'May'],
      ['Jun', 'Jul'],
    ],
    [
      ['Jan', 'Apr'],
      ['Jul', 'Oct'],
    ],
    [['Dec 2025'], ['Jan 2026', 'Feb 2026']],
    [["Dec '25"], ["Jan '26", "Feb '26"]],
    [['2025-Dec'], ['2026-Jan', '2026-Feb']],
    [['Fri'], ['Sat', 'Sun']],
    [['Sunday'], ['Monday', 'Tuesday']],
    [
      ['Mon', 'Wed'],
      ['Fri', 'Sun'],
    ],
    [["'12"], ['13', '14']],
    [["'=A1"], ["'=A2", "'=A3"]],
    [['1234567890123456'], ['1234567890123456', '1234567890123456']],
    [['Sales May be'], ['Sales May be', 'Sales May be']],
  ])('%j go on with %j', (source, expected) => {
    expect(down(source, 2)).toEqual(expected);
  });

  test('upwards they count down, and from 0 up again', () => {
    expect(up(['Q1 2026'], 2)).toEqual(['Q3 2025', 'Q4 2025']);
    expect(up(['Item 1'], 3)).toEqual(['Item 2', 'Item 1', 'Item 0']);
    expect(up(['Jan'], 1)).toEqual(['Dec']);
  });
});

describe('dates', () => {
  const days = (source: Contents, count: number, format = 'yyyy-mm-dd') =>
    down(source, count, { format }).map(iso);

  test('one goes on by the smallest part that its format shows', () => {
    expect(days([date(2026, 1, 31)], 2)).toEqual(['2026-02-01', '2026-02-02']);
    expect(days([date(2026, 1, 31)], 2, 'mmm yyyy')).toEqual(['2026-02-28', '2026-03-31']);
    expect(days([date(2024, 2, 29)], 4, 'yyyy')).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(down([0.5], 2, { format: 'h:mm' })).toEqual([0.541666666666667, 0.583333333333333]);
    expect(down([1], 1, { format: '[h]:mm' })).toEqual([1.04166666666667]);
  });

  test('several go on by days, by months or by years', () => {
    expect(days([date(2026, 1, 1), date(2026, 1, 8)], 2)).toEqual(['2026-01-15', '2026-01-22']);
    expect(days([date(2026, 1, 15), date(2026, 4, 15)], 2)).toEqual(['2026-07-15', '2026-10-15']);
    expect(days([date(2025, 3, 31), date(2026, 3, 31)], 2)).toEqual(['2027-03-31', '2028-03-31']);
    expect(days([date(2026, 1, 31), date(2026, 2, 28)], 2)).toEqual(['2026-03-31', '2026-04-30']);
    expect(days([date(2026, 6, 30), date(2026, 9, 30)], 1)).toEqual(['2026-12-31']);
    expect(days([date(2026, 1, 30), date(2026, 3, 30)], 1)).toEqual(['2026-05-30']);
    expect(days([date(2026, 3, 1), date(2026, 2, 1)], 2)).toEqual(['2026-01-01', '2025-12-01']);
  });

  test('upwards they go back', () => {
    expect(up([date(2026, 1, 31), date(2026, 2, 28)], 2, { format: 'd mmm' }).map(iso)).toEqual([
      '2025-11-30',
      '2025-12-31',
    ]);
  });
});

describe('properties', () => {
  const decimals = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
    .map(([count, places]) => count / 10 ** places);

  test('what is filled goes on with what would have been filled further on', () => {
    const sources = fc.oneof(
      fc
        .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e6, max: 1e6 }))
        .map(([a, s]) => [a, a + s]),
      fc.integer({ min: 0, max: 400 }).map((number) => [`Item ${number}`, `Item ${number + 1}`]),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1990, max: 2090 }))
        .map(([quarter, year]) => [
          `Q${quarter} ${year}`,
          quarter === 4 ? `Q1 ${year + 1}` : `Q${quarter + 1} ${year}`,
        ]),
      fc.constant(['Jan', 'Mar']),
    );
    fc.assert(
      fc.property(sources, fc.integer({ min: 2, max: 20 }), (source: Contents, count) => {
        const filled = down(source, count);
        expect(down(filled.slice(-2), 5)).toEqual(down(source, count + 5).slice(count));
        expect(down(source, count - 1)).toEqual(filled.slice(0, -1));
        expect(up(filled.slice(0, 2), 2)).toEqual(source);
      }),
    );
  });

  test('equal steps of decimals stay the decimals that one would write', () => {
    fc.assert(
      fc.property(decimals, decimals, (first, second) => {
        const [third] = down([first, second], 1);
        const places = 6;
        const unit = 10 ** places;
        expect(third).toBe((2 * Math.round(second * unit) - Math.round(first * unit)) / unit || 0);
      }),
    );
  });

  test('every cell of the target is filled once, in either direction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant('=A1'), fc.constant(null)), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom<FillMode>('copy', 'continue', 'opposite'),
        (source, count, mode) => {
          expect(down(source, count, { mode })).toHaveLength(count);
          expect(up(source, count, { mode })).toHaveLength(count);
        },
      ),
    );
  });
});

describe('a double click on the handle', () => {
  const filled =
    (...cells: readonly string[]) =>
    (row: number, column: number) =>
      cells.includes(`${row},${column}`);
  const at = { top: 1, left: 1, bottom: 1, right: 1 };

  test('goes on over a gap in one column beside it, where another has none', () => {
    const beside = { ...at, left: 2, right: 2 };
    const cells = ['1,0', '2,0', '3,0', '4,0', '1,1', '2,1', '4,1'];
    expect(reachBelow(beside, filled(...cells))).toEqual({ ...beside, top: 2, bottom: 4 });
    expect(reachBelow(beside, filled('1,0', '2,0', '3,0'))).toBe(null);
  });

  test('ends before what its own column holds, or goes through it', () => {
    const left = ['2,0', '3,0', '4,0', '5,0'];
    expect(reachBelow(at, filled(...left, '4,1'))).toEqual({ ...at, top: 2, bottom: 3 });
    expect(reachBelow(at, filled(...left, '2,1', '3,1'))).toEqual({ ...at, top: 2, bottom: 3 });
  });

  test('fills as far down as a neighbour goes on', () => {
    expect(reachBelow(at, filled('2,0', '3,0', '5,0', '2,2'))).toEqual({ ...at, top: 2, bottom: 3 });
    expect(reachBelow(at, filled('3,0', '2,2', '3,2', '4,2'))).toEqual({ ...at, top: 2, bottom: 4 });
  });

  test('fills nothing where neither goes on', () => {
    expect(reachBelow(at, filled('1,0', '3,2'))).toBe(null);
    expect(reachBelow({ ...at, left: 0, right: 0 }, filled())).toBe(null);
  });
});
