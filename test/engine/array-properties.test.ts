import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';

/** The values of formulas over a column of cells, A1 and down. */
function valuesOver(column: readonly (CellContent | null)[], formulas: readonly string[]): CellValue[] {
  const height = Math.max(column.length, formulas.length);
  const rows = Array.from({ length: height }, (_, row) => [column[row] ?? null, formulas[row] ?? null]);
  const engine = Engine.build([{ name: 'S', rows }], []);
  const values = formulas.map((_, row) => engine.value({ sheet: 'S', row, column: 1 }));
  engine.destroy();
  return values;
}

const content = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 5 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -5, max: 5 }),
  { weight: 2, arbitrary: fc.constantFrom('a', 'B', 'b', 'Ä', 'ab', 'z') },
  fc.boolean(),
  fc.constant(null),
);
const cells = fc.array(content, { minLength: 2, maxLength: 12 });
const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 12 });
const runs = { numRuns: 60 };

test('XLOOKUP gives what INDEX gives at the place that MATCH finds', () => {
  fc.assert(
    fc.property(cells, fc.nat(), (column, chosen) => {
      const range = `A1:A${column.length}`;
      const key = `INDEX(${range},${(chosen % column.length) + 1})`;
      if (column[chosen % column.length] === null) return;
      const [one, other] = valuesOver(column, [
        `=XLOOKUP(${key},${range},ROW(${range}),"none")`,
        `=IFNA(INDEX(ROW(${range}),MATCH(${key},${range},0)),"none")`,
      ]);
      expect(one).toEqual(other);
    }),
    runs,
  );
});

test('SORT puts the same values in order, and equal ones stay as they were', () => {
  fc.assert(
    fc.property(cells, (column) => {
      const range = `A1:A${column.length}`;
      const pairs = `HSTACK(${range},ROW(${range}))`;
      const formulas = column.map((_, row) => `=INDEX(SORT(${pairs}),${row + 1},2)`);
      const order = valuesOver(column, formulas).map(Number);
      expect(order.toSorted((one, other) => one - other)).toEqual(column.map((_, row) => row + 1));
      const kind = (value: CellContent | null | undefined) =>
        value === null || value === undefined ? 3 : ['number', 'string', 'boolean'].indexOf(typeof value);
      for (const [index, place] of order.entries()) {
        const next = order[index + 1];
        if (next === undefined) continue;
        const [before, after] = [column[place - 1], column[next - 1]];
        expect(kind(before)).toBeLessThanOrEqual(kind(after));
        if (kind(before) === kind(after) && typeof before !== 'string')
          expect(Number(before)).toBeLessThanOrEqual(Number(after));
        if (before === after) expect(place).toBeLessThan(next);
      }
    }),
    runs,
  );
});

test('UNIQUE of what UNIQUE gives is the same, and no value is lost', () => {
  fc.assert(
    fc.property(cells, (column) => {
      const range = `A1:A${column.length}`;
      const [once, twice, same, lost] = valuesOver(column, [
        `=ROWS(UNIQUE(${range}))`,
        `=ROWS(UNIQUE(UNIQUE(${range})))`,
        `=SUM(--ISNUMBER(XMATCH(UNIQUE(${range}),UNIQUE(UNIQUE(${range})))))`,
        `=SUM(--ISNA(XMATCH(${range},UNIQUE(${range}))))`,
      ]);
      expect(twice).toBe(once);
      expect(same).toBe(once);
      expect(lost).toBe(0);
    }),
    runs,
  );
});

test('a search by halving finds in ordered numbers what one from the first to the last finds', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: -10, max: 10 }),
      fc.constantFrom(0, 1, -1),
      (column, key, mode) => {
        const range = `A1:A${column.length}`;
        const ascending = column.toSorted((one, other) => one - other);
        const [linear, halving] = valuesOver(ascending, [
          `=IFNA(XMATCH(${key},${range},${mode}),0)`,
          `=IFNA(XMATCH(${key},${range},${mode},2),0)`,
        ]);
        expect(halving).toBe(linear);
        const [backwards, mirrored] = valuesOver(ascending.toReversed(), [
          `=IFNA(XMATCH(${key},${range},${mode}),0)`,
          `=IFNA(XMATCH(${key},${range},${mode},-2),0)`,
        ]);
        expect(mirrored).toBe(backwards);
      },
    ),
    runs,
  );
});

test('what TAKE takes and DROP leaves make up the array again', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (column, cut) => {
      const range = `A1:A${column.length}`;
      const count = 1 + (cut % (column.length - 1));
      const [rows, equal, mirrored] = valuesOver(column, [
        `=ROWS(VSTACK(TAKE(${range},${count}),DROP(${range},${count})))`,
        `=SUM(ABS(VSTACK(TAKE(${range},${count}),DROP(${range},${count}))-${range}))`,
        `=SUM(ABS(VSTACK(DROP(${range},-${count}),TAKE(${range},-${count}))-${range}))`,
      ]);
      expect([rows, equal, mirrored]).toEqual([column.length, 0, 0]);
    }),
    runs,
  );
});

test('arrays come back when they are wrapped and put in line, transposed twice, or sorted by their places', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 6 }), (column, width) => {
      const range = `A1:A${column.length}`;
      const differences = valuesOver(column, [
        `=SUM(ABS(TOCOL(WRAPROWS(${range},${width}),2)-${range}))`,
        `=SUM(ABS(TOCOL(WRAPCOLS(${range},${width}),2,TRUE)-${range}))`,
        `=SUM(ABS(TRANSPOSE(TRANSPOSE(${range}))-${range}))`,
        `=SUM(ABS(SORTBY(SORTBY(${range},-ROW(${range})),-ROW(${range}))-${range}))`,
        `=SUM(ABS(CHOOSEROWS(${range},SEQUENCE(ROWS(${range})))-${range}))`,
        `=SUM(FILTER(${range},${range}>0,0))-SUMIF(${range},">0")`,
      ]);
      expect(differences).toEqual([0, 0, 0, 0, 0, 0]);
    }),
    runs,
  );
});

test('a long column that is searched again and again gives what a single search gives', () => {
  const texts = Array.from({ length: 300 }, (_, row) =>
    row % 7 === 0 ? `É${row % 40}` : row % 3 === 0 ? (row * 31) % 50 : `Key${row % 60}`,
  );
  const keys = ['"key5"', '"KEY59"', '"é7"', '"É14"', '31', '999', '"none"', '"Ｋey5"'];
  const asked = [...keys, ...keys, ...keys].flatMap((key) => [
    `=IFNA(MATCH(${key},$A$1:$A$300,0),0)`,
    `=IFNA(XMATCH(${key},$A$1:$A$300,0,-1),0)`,
  ]);
  const once = keys.flatMap((key) => [
    ...valuesOver(texts, [`=IFNA(MATCH(${key},$A$1:$A$300,0),0)`]),
    ...valuesOver(texts, [`=IFNA(XMATCH(${key},$A$1:$A$300,0,-1),0)`]),
  ]);
  expect(valuesOver(texts, asked)).toEqual([...once, ...once, ...once]);
});
