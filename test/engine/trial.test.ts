import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

const size = 5;

function edit(row: number, column: number, content: CellContent | null) {
  return { sheet: 'S', row, column, content };
}

function address(place: number): string {
  return `${'ABCDE'[place % size] ?? ''}${Math.floor(place / size) + 1}`;
}

/** What stands in a place: a formula reads only what comes before it, so that there are no loops. */
const content: fc.Arbitrary<(place: number) => CellContent | null> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<CellContent | null>(-3, -2, -1, 0, 1, 2, 3, 'a', true, null)
      .map((value) => () => value),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ first: fc.nat(), second: fc.nat(), which: fc.nat(6) })
      .map(({ first, second, which }) => (place: number) => {
        if (place === 0) return first % 5;
        const [one, other] = [address(first % place), address(second % place)];
        const above = `$A$1:$E$${Math.max(1, Math.floor(place / size))}`;
        const formulas = [
          `=${one}+${other}`,
          `=SUM(${one},${other})*2`,
          `=IF(${one}>0,${other},"none")`,
          place < size ? `=${one}` : `=COUNTIF(${above},">0")`,
          `=1/${one}`,
          place < size ? `=-${one}` : `=OFFSET(${one},IF(N(${other})>0,0,-1),0)`,
          `=INDIRECT("${one}")+1`,
        ];
        return formulas[which] ?? null;
      }),
  },
);
const cells = fc.array(content, { minLength: size * size, maxLength: size * size });
const edits = fc.uniqueArray(fc.tuple(fc.nat(size * size), content), {
  maxLength: 4,
  selector: ([place]) => place,
});

/** The cells, and beside them a result whose length follows from them, and what reads it. */
function rowsOf(contents: readonly (CellContent | null)[]): (CellContent | null)[][] {
  const beside = ['=FILTER(A1:A5,A1:A5>0,0)', '=SUM(G1:G5)', '=G2&"-"&H1'];
  return Array.from({ length: size }, (_, row) => [
    ...contents.slice(row * size, (row + 1) * size),
    null,
    ...(row === 0 ? beside : []),
  ]);
}

test('at the end of a trial every value is the one of before, and what is entered next finds it so', () => {
  fc.assert(
    fc.property(
      cells,
      fc.array(edits, { minLength: 1, maxLength: 4 }),
      fc.tuple(fc.nat(size * size - 1), content),
      (made, sets, [next, entered]) => {
        const own = made.map((contentAt, place) => contentAt(place));
        const at = (place: number, held: CellContent | null | undefined) =>
          // The last is a cell that the result may fill.
          place < size * size
            ? edit(Math.floor(place / size), place % size, held ?? null)
            : edit(1, 6, held ?? null);
        const engine = Engine.build([{ name: 'S', rows: rowsOf(own) }], []);
        const before = engine.sheetValues('S');
        const trial = engine.beginTrial();
        for (const set of sets) trial.set(set.map(([place, contentAt]) => at(place, contentAt(place))));
        const touched = new Set(sets.flatMap((set) => set.map(([place]) => place)));
        trial.end([...touched].map((place) => at(place, own[place])));
        expect(engine.sheetValues('S')).toEqual(before);
        // Nor is a node left that is still to be calculated.
        engine.setCells([at(next, entered(next))]);
        const fresh = Engine.build([{ name: 'S', rows: rowsOf(own.with(next, entered(next))) }], []);
        expect(engine.sheetValues('S')).toEqual(fresh.sheetValues('S'));
        engine.destroy();
        fresh.destroy();
      },
    ),
    { numRuns: 60 },
  );
});

test('the values of before come back without a calculation: a random number is the same', () => {
  const rows = [[1, '=RAND()', '=A1+B1', '=SUM(A1:C1)', '=SUM(A1:C1)/2']];
  const engine = Engine.build([{ name: 'S', rows }], []);
  const before = engine.sheetValues('S');
  const trial = engine.beginTrial();
  trial.set([edit(0, 0, 5)]);
  expect(engine.sheetValues('S')).not.toEqual(before);
  trial.set([edit(0, 0, 6)]);
  trial.end([edit(0, 0, 1)]);
  expect(engine.sheetValues('S')).toEqual(before);
  engine.setCells([edit(0, 0, 2)]);
  expect(engine.sheetValues('S')).not.toEqual(before);
});

test('what was in a loop while the trial lasted is as it was before', () => {
  const rows = [
    [1, '=OFFSET(D1,A1-1,0)', '=B1+1', 5],
    [null, null, null, '=C1'],
  ];
  const engine = Engine.build([{ name: 'S', rows }], []);
  const before = engine.sheetValues('S');
  const trial = engine.beginTrial();
  trial.set([edit(0, 0, 2)]);
  expect(engine.value({ sheet: 'S', row: 0, column: 2 })).toEqual({ error: '#CYCLE!' });
  trial.end([edit(0, 0, 1)]);
  expect(engine.sheetValues('S')).toEqual(before);
});
