import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { filip, filipCertified, longley, longleyCertified, norris } from './reference-data.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

/** What formulas give beside cells of the sheet `D`; a value that is no number is NaN. */
function calculated(formulas: readonly string[], cells: Rows = []): number[] {
  const sheets = [
    { name: 'D', rows: cells },
    { name: 'F', rows: formulas.map((formula) => [formula]) },
  ];
  const engine = Engine.build(sheets, []);
  const values = formulas.map((_, row) => engine.value({ sheet: 'F', row, column: 0 }));
  engine.destroy();
  return values.map((value) => (typeof value === 'number' ? value : NaN));
}

/** Equal up to a share of the larger of both, and of 1. */
function expectClose(one: number | undefined, other: number | undefined, share: number): void {
  if (one === undefined || other === undefined) throw new Error('There is nothing to compare');
  expect(Math.abs(one - other)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(one), Math.abs(other)));
}

const runs = { numRuns: 25 };
const whole = fc.integer({ min: -50, max: 50 });
/** Without the negative zero. */
const real = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const column = (values: readonly number[]) => `{${values.join(';')}}`;
const asCells = (...lists: (readonly number[])[]): number[][] =>
  (lists[0] ?? []).map((_, row) => lists.map((list) => list[row] ?? NaN));

test('a percentile lies between neighbours of the sorted numbers, in proportion', () => {
  fc.assert(
    fc.property(
      fc.array(real, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, k) => {
        const sorted = list.toSorted((one, other) => one - other);
        const place = k * (list.length - 1);
        const [low = NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.floor(place) + 1]];
        const [value, smallest, largest] = calculated(
          [
            `=PERCENTILE.INC(D!A1:A${list.length},${k})`,
            '=PERCENTILE.INC(D!A:A,0)',
            '=PERCENTILE.INC(D!A:A,1)',
          ],
          asCells(list),
        );
        expectClose(value, low + (place - Math.floor(place)) * (high - low), 1e-12);
        expect([smallest, largest]).toEqual([sorted[0], sorted.at(-1)]);
      },
    ),
    runs,
  );
});

test('RANK, PERCENTRANK, LARGE and SMALL agree, and follow a change of a cell', () => {
  const rows = [5, 3, 9, 3, 7].map((value, row): CellContent[] => [
    value,
    `=RANK.EQ(A${row + 1},A$1:A$5)`,
    `=RANK.AVG(A${row + 1},A$1:A$5,1)`,
    `=LARGE(A$1:A$5,${row + 1})`,
    `=SMALL(A$1:A$5,${row + 1})`,
    `=PERCENTRANK.INC(A$1:A$5,A${row + 1})`,
  ]);
  const engine = Engine.build([{ name: 'S', rows }], []);
  expect(engine.sheetValues('S')).toEqual([
    [5, 3, 3, 9, 3, 0.5],
    [3, 4, 1.5, 7, 3, 0],
    [9, 1, 5, 5, 5, 1],
    [3, 4, 1.5, 3, 7, 0],
    [7, 2, 4, 3, 9, 0.75],
  ]);
  engine.setCells([{ sheet: 'S', row: 2, column: 0, content: 4 }]);
  expect(engine.sheetValues('S')).toEqual([
    [5, 2, 4, 7, 3, 0.75],
    [3, 4, 1.5, 5, 3, 0],
    [4, 3, 3, 4, 4, 0.5],
    [3, 4, 1.5, 3, 5, 0],
    [7, 1, 5, 3, 7, 1],
  ]);
  engine.destroy();
});

test('FREQUENCY counts every number once, however the bins stand', () => {
  fc.assert(
    fc.property(
      fc.array(whole, { minLength: 1, maxLength: 30 }),
      fc.array(whole, { minLength: 1, maxLength: 6 }),
      (list, bins) => {
        const values = calculated(
          [
            `=SUM(FREQUENCY(D!A1:A${list.length},${column(bins)}))`,
            ...bins.map((_, place) => `=INDEX(FREQUENCY(D!A1:A${list.length},${column(bins)}),${place + 1})`),
          ],
          asCells(list),
        );
        expect(values[0]).toBe(list.length);
        bins.forEach((bin, place) => {
          const below = Math.max(-Infinity, ...bins.filter((other) => other < bin));
          const first = bins.indexOf(bin) === place;
          const inside = first ? list.filter((value) => value > below && value <= bin).length : 0;
          expect(values[place + 1]).toBe(inside);
        });
      },
    ),
    runs,
  );
});

test('variance does not change when all numbers are moved', () => {
  fc.assert(
    fc.property(fc.array(whole, { minLength: 2, maxLength: 20 }), (list) => {
      const moved = list.map((value) => value + 1e9);
      const of = (letter: string) =>
        ['VAR.S', 'VAR.P', 'STDEV.S', 'STDEV.P', 'DEVSQ', 'AVEDEV'].map(
          (name) => `=${name}(D!${letter}:${letter})`,
        );
      const values = calculated([...of('A'), ...of('B')], asCells(list, moved));
      for (let place = 0; place < 5; place++) expectClose(values[place], values[place + 6], 1e-13);
      expectClose(values[5], values[11], 1e-6);
    }),
    runs,
  );
});

test('LINEST of one variable is SLOPE, INTERCEPT, RSQ and STEYX', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 20 }), (points) => {
      if (new Set(points.map(([x]) => x)).size < 2 || new Set(points.map(([, y]) => y)).size < 2) return;
      const ranges = `D!B1:B${points.length},D!A1:A${points.length}`;
      const [slope, intercept, share, error, ...line] = calculated(
        [
          ...['SLOPE', 'INTERCEPT', 'RSQ', 'STEYX'].map((name) => `=${name}(${ranges})`),
          `=INDEX(LINEST(${ranges}),1)`,
          `=INDEX(LINEST(${ranges}),2)`,
          `=INDEX(LINEST(${ranges},TRUE,TRUE),3,1)`,
          `=INDEX(LINEST(${ranges},TRUE,TRUE),3,2)`,
        ],
        points,
      );
      [slope, intercept, share, error].forEach((value, place) => expectClose(value, line[place], 1e-10));
    }),
    runs,
  );
});

test('TREND finds a plane again, and GROWTH an exponential curve', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(whole, whole), {
        minLength: 4,
        maxLength: 12,
        selector: ([x, z]) => `${x} ${z}`,
      }),
      whole,
      whole,
      whole,
      (points, b, m, n) => {
        const cells = points.map(([x, z]) => [b + m * x + n * z, x, z, 2 * 1.01 ** x]);
        const last = points.length;
        const values = calculated(
          points.flatMap((_, row) => [
            `=INDEX(TREND(D!A1:A${last},D!B1:C${last}),${row + 1})-D!A${row + 1}`,
            `=INDEX(GROWTH(D!D1:D${last},D!B1:B${last}),${row + 1})-D!D${row + 1}`,
          ]),
          cells,
        );
        for (const difference of values) expectClose(difference, 0, 1e-9);
      },
    ),
    runs,
  );
});

/** Distributions with their inverses: `#` is the value, whose range is given. */
const inverses: readonly (readonly [distribution: string, inverse: string, from: number, to: number])[] = [
  ['NORM.DIST(#,1,2,TRUE)', 'NORM.INV(@,1,2)', -12, 1],
  ['LOGNORM.DIST(#,1,0.5,TRUE)', 'LOGNORM.INV(@,1,0.5)', 0.01, 3],
  ['T.DIST(#,7,TRUE)', 'T.INV(@,7)', -50, -0.01],
  ['T.DIST.2T(#,7)', 'T.INV.2T(@,7)', 0.01, 50],
  ['CHISQ.DIST(#,5,TRUE)', 'CHISQ.INV(@,5)', 0.01, 4],
  ['CHISQ.DIST.RT(#,5)', 'CHISQ.INV.RT(@,5)', 4, 200],
  ['F.DIST(#,6,4,TRUE)', 'F.INV(@,6,4)', 0.01, 1],
  ['F.DIST.RT(#,6,4)', 'F.INV.RT(@,6,4)', 1, 200],
  ['GAMMA.DIST(#,0.7,3,TRUE)', 'GAMMA.INV(@,0.7,3)', 0.001, 2],
  ['BETA.DIST(#,2,5,TRUE)', 'BETA.INV(@,2,5)', 0.001, 0.3],
];

test('the inverse of a distribution gives the value back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const places = inverses.map(([, , from, to]) => from + share * (to - from));
      const values = calculated(
        inverses.map(([distribution, inverse], index) =>
          `=${inverse}`.replace('@', distribution.replace('#', String(places[index]))),
        ),
      );
      values.forEach((value, index) => expectClose(value, places[index], 1e-11));
    }),
    runs,
  );
});

test('probabilities of both sides make 1, and those of numbers up to one add up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (count, chance) => {
        const [both, several, each, opposite] = calculated([
          `=F.DIST(${count},3,7,TRUE)+F.DIST.RT(${count},3,7)`,
          `=BINOM.DIST(${count},40,${chance},TRUE)`,
          `=SUM(BINOM.DIST(${column(Array.from({ length: count + 1 }, (_, k) => k))},40,${chance},FALSE))`,
          `=1-BINOM.DIST.RANGE(40,${chance},${count},40)+BINOM.DIST(${count},40,${chance},FALSE)`,
        ]);
        expectClose(both, 1, 1e-14);
        expectClose(several, each, 1e-13);
        expectClose(several, opposite, 1e-13);
      },
    ),
    runs,
  );
});

test('reference data sets have their certified results', () => {
  const [intercept, slope, error, share] = calculated(
    [
      '=INDEX(LINEST(D!A1:A36,D!B1:B36),2)',
      '=INDEX(LINEST(D!A1:A36,D!B1:B36),1)',
      '=INDEX(LINEST(D!A1:A36,D!B1:B36,TRUE,TRUE),3,2)',
      '=RSQ(D!A1:A36,D!B1:B36)',
    ],
    norris,
  );
  expectClose(intercept, -0.262323073774029, 1e-13);
  expectClose(slope, 1.00211681802045, 1e-14);
  expectClose(error, 0.884796396144373, 1e-13);
  expectClose(share, 0.999993745883712, 1e-14);
});

test('nearly collinear variables keep thirteen digits', () => {
  const values = calculated(
    [1, 2].flatMap((row) =>
      longleyCertified.map((_, place) => `=INDEX(LINEST(D!A1:A16,D!B1:G16,TRUE,TRUE),${row},${7 - place})`),
    ),
    longley,
  );
  const certified = [
    ...longleyCertified.map(([estimate]) => estimate),
    ...longleyCertified.map(([, deviation]) => deviation),
  ];
  certified.forEach((expected, place) => expectClose((values[place] ?? NaN) / expected, 1, 1e-13));
});

test('a polynomial of degree 10 keeps seven digits', () => {
  const values = calculated(
    filipCertified.map(
      (_, place) => `=INDEX(LINEST(D!A1:A82,D!B1:B82^{1,2,3,4,5,6,7,8,9,10}),${11 - place})`,
    ),
    filip,
  );
  filipCertified.forEach((expected, place) => expectClose((values[place] ?? NaN) / expected, 1, 1e-7));
});

test('standard deviations of numbers far from 0 have as many digits as the numbers allow', () => {
  const offsets = [0, 1e6, 1e7];
  const cells = [0.2, ...Array.from({ length: 1000 }, (_, place) => (place % 2 === 0 ? 0.1 : 0.3))].map(
    (share) => offsets.map((offset) => offset + share),
  );
  const values = calculated(
    ['=STDEV.S(D!A:A)', '=STDEV.S(D!B:B)', '=STDEV.S(D!C:C)', '=STDEV.S(10000001,10000003,10000002)'],
    cells,
  );
  [1e-14, 1e-8, 1e-7].forEach((share, place) => expectClose((values[place] ?? NaN) / 0.1, 1, share));
  expect(values[3]).toBe(1);
});
