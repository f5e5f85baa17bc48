import { HyperFormula } from 'hyperformula';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine, type CellEdit } from '../../shared/engine/engine.ts';
import { OldValues } from '../../shared/engine/settling/old-values.ts';
import { Places } from '../../shared/engine/settling/places.ts';
import { excelHyperFormula } from '../../shared/engine/excel-hyperformula.ts';
import { EngineContext } from '../../shared/engine/engine-context.ts';

/** How often cells were looked up since the count was last taken. */
let lookedUp = 0;
let restore = (): void => {};

beforeAll(() => {
  const sample = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3' });
  const cells: { getCell: (...place: unknown[]) => unknown } = Object.getPrototypeOf(sample.addressMapping);
  sample.destroy();
  const { getCell } = cells;
  cells.getCell = function (this: unknown, ...place) {
    lookedUp++;
    return getCell.apply(this, place);
  };
  restore = () => {
    cells.getCell = getCell;
  };
});
afterAll(() => restore());

/** How many cells are looked up, for each cell of a result of `count`, when it is entered, changed and cleared. */
function work(formula: (count: number) => string, count: number) {
  const rows = Array.from({ length: count }, (_, row) => [(row * 7919) % count]);
  const engine = Engine.build([{ name: 'S', rows }], []);
  const taken = (...edits: readonly Omit<CellEdit, 'sheet'>[]) => {
    lookedUp = 0;
    engine.setCells(edits.map((edit) => ({ sheet: 'S', ...edit })));
    return lookedUp / count;
  };
  const place = { row: 0, column: 2 };
  const result = {
    entered: taken({ ...place, content: formula(count) }),
    changed: taken({ row: 5, column: 0, content: 0.5 }),
    enteredAgain: taken({ ...place, content: `${formula(count)} ` }),
    overwritten: taken(
      ...Array.from({ length: 100 }, (_, row) => ({ row: 10 + row, column: 2, content: 'in the way' })),
    ),
    cleared: taken({ ...place, content: null }),
  };
  engine.destroy();
  return result;
}

describe('a result of many cells', () => {
  it.each([
    ['UNIQUE', (count: number) => `=UNIQUE(A1:A${count})`],
    ['SORT', (count: number) => `=SORT(A1:A${count})`],
    ['FILTER', (count: number) => `=FILTER(A1:A${count},A1:A${count}>=0)`],
    ['SEQUENCE', (count: number) => `=SEQUENCE(${count})`],
    ['OFFSET', (count: number) => `=OFFSET(A1,0,0,${count},1)`],
    ['TRANSPOSE', (count: number) => `=TRANSPOSE(TRANSPOSE(A1:A${count}))`],
    ['an operator', (count: number) => `=A1:A${count}*2`],
  ])('takes work in proportion to its cells: %s', (_, formula) => {
    const [few, many] = [work(formula, 500), work(formula, 4000)];
    for (const step of ['entered', 'changed', 'enteredAgain', 'overwritten', 'cleared'] as const) {
      expect(many[step]).toBeLessThan(few[step] * 1.2 + 1);
      expect(many[step]).toBeLessThan(25);
    }
  });

  it('is kept as one before it is calculated anew, and told cell by cell where it differs', () => {
    const context = new EngineContext([], [[]]);
    const formulas = excelHyperFormula({ S: [['=SEQUENCE(1000,2)']] }, context, '');
    const old = new OldValues(formulas);
    const corner = { sheet: 0, row: 0, col: 0 };
    lookedUp = 0;
    old.keepFormula(corner);
    expect(lookedUp).toBeLessThan(10);
    formulas.setCellContents(corner, '=SEQUENCE(1000,2,0)');
    old.stop();
    expect(old.at({ sheet: 0, row: 999, col: 1 })).toBe(2000);
    expect(old.at({ sheet: 0, row: 999, col: 2 })).toBeUndefined();
    expect(old.at({ sheet: 0, row: 1000, col: 0 })).toBeUndefined();
    formulas.destroy();
  });
});

describe('places', () => {
  it('are visited once each, however often and in whatever pieces they were added', () => {
    const places = new Places();
    places.addArea({ sheet: 1, row: 4, col: 2 }, 3, 2);
    places.add({ sheet: 0, row: 1_048_575, col: 16_383 });
    places.add({ sheet: 1, row: 5, col: 3 });
    places.addArea({ sheet: 1, row: 2, col: 2 }, 3, 1);
    places.add({ sheet: 1, row: 3, col: 2 });
    const visited: string[] = [];
    places.forEach(({ sheet, row, col }) => visited.push(`${sheet} ${row} ${col}`));
    expect(visited).toEqual([
      ...[2, 3, 4, 5, 6].map((row) => `1 ${row} 2`),
      ...[4, 5, 6].map((row) => `1 ${row} 3`),
      '0 1048575 16383',
    ]);
  });
});
