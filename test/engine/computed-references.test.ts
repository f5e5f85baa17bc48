import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Engine, type CellEdit, type EngineSheet } from '../../shared/engine/engine.ts';
import type { EngineName } from '../../shared/engine/engine-context.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import { isCellError, type CellContent, type CellValue } from '../../shared/workbook/document.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.destroy();
});

function built(sheets: Readonly<Record<string, Rows>>, names: readonly EngineName[] = []): Engine {
  const engine = Engine.build(
    Object.entries(sheets).map(([name, rows]): EngineSheet => ({ name, rows })),
    names,
  );
  engines.push(engine);
  return engine;
}

function at(reference: string): { sheet: string; row: number; column: number } {
  const parsed = parseReference(reference);
  if (!parsed) throw new Error(`${reference} is no reference`);
  return { sheet: parsed.sheet ?? 'S', row: parsed.range.top, column: parsed.range.left };
}

const valueAt = (engine: Engine, reference: string): CellValue => engine.value(at(reference));
const set = (engine: Engine, reference: string, content: CellContent | null) =>
  engine.setCells([{ ...at(reference), content }]);
const error = (code: string) => ({ error: code });

describe('a reference that is worked out', () => {
  test('follows what it is worked out from', () => {
    const engine = built({
      S: [
        [1, 10, 0, '=OFFSET(A1,C1,1)'],
        [2, 20],
        [3, 30],
      ],
    });
    expect(valueAt(engine, 'D1')).toBe(10);
    expect(set(engine, 'C1', 2).map(({ value }) => value)).toStrictEqual([2, 30]);
    expect(valueAt(engine, 'D1')).toBe(30);
    set(engine, 'C1', 1);
    expect(valueAt(engine, 'D1')).toBe(20);
  });

  test('follows the cells it stands for, and no longer those it stood for', () => {
    const engine = built({
      S: [
        ['B1', 10, '=INDIRECT(A1)+1'],
        [null, 20],
      ],
    });
    expect(set(engine, 'B1', 11)).toHaveLength(2);
    expect(valueAt(engine, 'C1')).toBe(12);
    set(engine, 'A1', 'B2');
    expect(valueAt(engine, 'C1')).toBe(21);
    expect(set(engine, 'B1', 12)).toHaveLength(1);
    expect(set(engine, 'B2', 22)).toHaveLength(2);
    expect(valueAt(engine, 'C1')).toBe(23);
  });

  test('is changed by everything that stands between', () => {
    const engine = built({
      S: [['=INDIRECT(B1)', '=OFFSET(A3,D1,0)', null, 0], [], ['C1', null, null], ['C2'], ['="C"&D1+1']],
    });
    set(engine, 'C1', 7);
    set(engine, 'C2', 8);
    set(engine, 'C3', 9);
    expect(valueAt(engine, 'A1')).toBe(7);
    set(engine, 'D1', 1);
    expect(valueAt(engine, 'A1')).toBe(8);
    set(engine, 'D1', 2);
    expect(valueAt(engine, 'A1')).toBe(9);
  });

  test('to formulas that are calculated later is right from the start', () => {
    const engine = built({
      S: [['=SUM(OFFSET(A2,0,0,B1))', '=B2+1'], ['=A3*2', '=1+1'], ['=A4*2'], ['=INDIRECT("T!A"&B2)'], [100]],
      T: [[1], ['=A3+1'], [4]],
    });
    expect(engine.rangeValues('S', { top: 0, left: 0, bottom: 3, right: 0 })).toStrictEqual([
      [35],
      [20],
      [10],
      [5],
    ]);
  });

  test('does not depend on the cells from which it counts', () => {
    const rows = Array.from({ length: 6 }, (_, row): (CellContent | null)[] => [
      row + 1,
      `=SUM(A$1:INDEX(A:A,ROW()))`,
      row === 0 ? '=A1' : '=OFFSET(C1,ROW()-2,0)+A' + String(row + 1),
    ]);
    const engine = built({
      S: [
        ...rows,
        [
          '=SUM(A1:INDEX(A:A,ROW()-1))',
          '=SUM(OFFSET(B7,-6,0,6,1))',
          '=SUM(INDEX(A1:C6,2,0):INDEX(A1:C6,4,0))',
        ],
      ],
    });
    expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 5, right: 2 })).toStrictEqual(
      [1, 3, 6, 10, 15, 21].map((sum) => [sum, sum]),
    );
    expect(engine.rangeValues('S', { top: 6, left: 0, bottom: 6, right: 2 })).toStrictEqual([[21, 56, 47]]);
    set(engine, 'A1', 11);
    expect(engine.rangeValues('S', { top: 6, left: 0, bottom: 6, right: 2 })).toStrictEqual([[31, 116, 107]]);
  });

  test('takes the last of a list that grows', () => {
    const engine = built({
      S: [[null, 1, '=AVERAGE(OFFSET(B1,COUNTA(B:B)-4,0,4))'], ...[2, 3, 4, 5].map((n) => [null, n])],
    });
    expect(valueAt(engine, 'C1')).toBe(3.5);
    set(engine, 'B6', 6);
    expect(valueAt(engine, 'C1')).toBe(4.5);
    engine.setCells([
      { ...at('B6'), content: null },
      { ...at('B5'), content: null },
    ]);
    expect(valueAt(engine, 'C1')).toBe(2.5);
  });

  test('by a name, on another sheet, in another style', () => {
    const names = [{ name: 'Sales', sheet: 'My sheet', range: { top: 0, left: 0, bottom: 2, right: 0 } }];
    const engine = built(
      {
        'My sheet': [[1], [2], [3]],
        S: [
          ['=SUM(INDIRECT("sales"))', '=SUM(OFFSET(Sales,1,0,2))', '=INDIRECT("\'My sheet\'!A"&3)'],
          ['=INDIRECT("R1C1",FALSE)', '=INDIRECT("R[-1]C",FALSE)', '=SUM(INDIRECT("\'My sheet\'!C1",))'],
        ],
      },
      names,
    );
    expect(engine.sheetValues('S')).toStrictEqual([
      [6, 5, 3],
      [6, 5, 6],
    ]);
    set(engine, "'My sheet'!A3", 30);
    expect(engine.sheetValues('S')).toStrictEqual([
      [33, 32, 30],
      [33, 32, 33],
    ]);
  });

  test('spills over as many cells as it has', () => {
    const engine = built({ S: [[1, 2, '=OFFSET(A1,0,0,B1)'], [2], [3], [4]] });
    expect(engine.spillOf(at('C1'))).toStrictEqual({ top: 0, left: 2, bottom: 1, right: 2 });
    const changes = set(engine, 'B1', 4);
    expect(changes).toHaveLength(3);
    expect(changes).toEqual(
      expect.arrayContaining([
        { ...at('B1'), value: 4 },
        { ...at('C3'), value: 3 },
        { ...at('C4'), value: 4 },
      ]),
    );
    expect(engine.rangeValues('S', { top: 0, left: 2, bottom: 3, right: 2 })).toStrictEqual([
      [1],
      [2],
      [3],
      [4],
    ]);
    set(engine, 'B1', 1);
    expect(engine.rangeValues('S', { top: 0, left: 2, bottom: 3, right: 2 })).toStrictEqual([
      [1],
      [null],
      [null],
      [null],
    ]);
    set(engine, 'C2', 'in the way');
    set(engine, 'B1', 3);
    expect(valueAt(engine, 'C1')).toStrictEqual(error('#SPILL!'));
    set(engine, 'C2', null);
    expect(engine.rangeValues('S', { top: 0, left: 2, bottom: 3, right: 2 })).toStrictEqual([
      [1],
      [2],
      [3],
      [null],
    ]);
  });

  test('to what a formula spills follows it', () => {
    const engine = built({
      S: [[1, 2, '=OFFSET(A1,0,0,B1)', '=SUM(C1#)', '=SUM(INDIRECT("C1#"))'], [2], [3], [4]],
    });
    expect(engine.rangeValues('S', { top: 0, left: 3, bottom: 0, right: 4 })).toStrictEqual([[3, 3]]);
    set(engine, 'B1', 4);
    expect(engine.rangeValues('S', { top: 0, left: 3, bottom: 0, right: 4 })).toStrictEqual([[10, 10]]);
    set(engine, 'A4', 40);
    expect(valueAt(engine, 'D1')).toBe(46);
    set(engine, 'C1', 5);
    expect(valueAt(engine, 'D1')).toStrictEqual(error('#REF!'));
  });

  test('is the one cell of a range in the row of the formula', () => {
    const engine = built({
      S: [
        [1, '=@A1:A3*2'],
        [2, '=@$A$1:$A$3*2'],
        [3, '=@A1:A2*2'],
        ['=B1', '=@A1:A9'],
      ],
    });
    expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 3, right: 1 })).toStrictEqual([
      [2],
      [4],
      [error('#VALUE!')],
      [2],
    ]);
    set(engine, 'A2', 20);
    expect(valueAt(engine, 'B2')).toBe(40);
  });

  test('is known to those that ask what depends on what', () => {
    const engine = built({ S: [[1, 'A1', '=INDIRECT(B1)*2', '=C1+1']] });
    expect(engine.dependents([{ sheet: 'S', range: { top: 0, left: 0, bottom: 0, right: 0 } }])).toHaveLength(
      2,
    );
    expect(engine.precedents(at('C1'))).toHaveLength(2);
    set(engine, 'B1', 'A2');
    expect(engine.dependents([{ sheet: 'S', range: { top: 0, left: 0, bottom: 0, right: 0 } }])).toHaveLength(
      0,
    );
  });

  test('that leads back to its own formula is a loop, until it does not', () => {
    const engine = built({ S: [[5, 0, '=OFFSET(A1,B1,0)'], ['=C1+1']] });
    expect(valueAt(engine, 'A2')).toBe(6);
    set(engine, 'B1', 1);
    expect([valueAt(engine, 'A2'), valueAt(engine, 'C1')]).toStrictEqual([
      error('#CYCLE!'),
      error('#CYCLE!'),
    ]);
    expect(engine.loopThrough(at('C1')).map(({ row, column }) => [row, column])).toStrictEqual([
      [0, 2],
      [1, 0],
    ]);
    set(engine, 'A1', 7);
    expect(valueAt(engine, 'A2')).toStrictEqual(error('#CYCLE!'));
    set(engine, 'B1', 0);
    expect([valueAt(engine, 'A2'), valueAt(engine, 'C1')]).toStrictEqual([8, 7]);
  });

  test('that changes places with another is no loop', () => {
    const engine = built({ S: [['A2', '=INDIRECT(A1)'], ['C1', '=INDIRECT(A2)'], [null]] });
    engine.setCells([{ ...at('C1'), content: 3 }]);
    expect([valueAt(engine, 'B1'), valueAt(engine, 'B2')]).toStrictEqual(['C1', 3]);
    engine.setCells([
      { ...at('A1'), content: 'B2' },
      { ...at('A2'), content: 'C1' },
    ]);
    expect([valueAt(engine, 'B1'), valueAt(engine, 'B2')]).toStrictEqual([3, 3]);
    engine.setCells([
      { ...at('A1'), content: 'C1' },
      { ...at('A2'), content: 'B1' },
    ]);
    expect([valueAt(engine, 'B1'), valueAt(engine, 'B2')]).toStrictEqual([3, 3]);
  });

  test('that cannot be is an error with a reason', () => {
    const engine = built({
      S: [['=OFFSET(A1,-1,0)', '=INDIRECT("nothing")', '=OFFSET(A1,0,0,0)', '=SUM(A2:A3 B4:B5)']],
    });
    expect(engine.sheetValues('S')).toStrictEqual([
      [error('#REF!'), error('#REF!'), error('#REF!'), error('#NULL!')],
    ]);
    expect(engine.errorOf(at('A1'))?.reason).toBe('the reference lies beyond the sheet');
    expect(engine.errorOf(at('D1'))?.reason).toBe('the ranges have no cell in common');
  });

  test('has its value in a formula that is only tried', () => {
    const engine = built({
      S: [
        [1, 2],
        [3, '=A2*2'],
      ],
    });
    expect(engine.partValue('=SUM(OFFSET(A1,0,0,B1,2))', at('D1'))?.at(0, 0)).toBe(12);
    expect(engine.partValue('=INDIRECT(ADDRESS(B1,OFFSET(A1,0,1)))', at('D1'))?.at(0, 0)).toBe(6);
  });

  test('is refused where no reference can come of it', () => {
    const engine = built({ S: [] });
    for (const formula of ['=OFFSET(1,1,1)', '=A1:SUM(B1)', '=OFFSET({1,2},0,0)', '=SUM(A1:"B")'])
      expect(engine.faultOf(formula), formula).not.toBeNull();
    for (const formula of ['=A1:IF(A1,B1,C1)', '=(A1,B1)', '=A1:A3 B1', '=@A1:A3', '=A1#', '=Sales:A1'])
      expect(engine.faultOf(formula), formula).toBeNull();
  });
});

describe('any edits give what a new build gives', () => {
  const row = fc.integer({ min: 1, max: 5 });
  const column = fc.constantFrom('A', 'B', 'C', 'D');
  const cell = fc.tuple(column, row).map(([letter, number]) => `${letter}${number}`);
  const small = fc.integer({ min: -1, max: 3 }).map(String);
  const part = fc.oneof(cell, small);
  const reference = fc.oneof(
    {
      arbitrary: fc
        .tuple(cell, part, part)
        .map(([start, down, right]) => `OFFSET(${start},${down},${right})`),
      weight: 3,
    },
    { arbitrary: cell.map((text) => `INDIRECT(${text})`), weight: 3 },
    {
      arbitrary: fc.tuple(cell, part).map(([start, height]) => `OFFSET(${start},0,0,${height},1)`),
      weight: 2,
    },
    fc.tuple(cell, part).map(([start, index]) => `${start}:INDEX(A1:D5,${index},2)`),
    fc.tuple(cell, cell, cell).map(([condition, yes, no]) => `IF(${condition}>1,${yes},${no}):C3`),
    fc.tuple(cell, cell).map(([one, other]) => `${one}:D5 A1:${other}`),
  );
  const content: fc.Arbitrary<CellContent | null> = fc.oneof(
    fc.integer({ min: -1, max: 4 }),
    cell,
    fc.constant(null),
    reference.map((text) => `=SUM(${text})`),
    reference.map((text) => `=COUNT(${text})+1`),
    fc.tuple(cell, cell).map(([one, other]) => `=${one}&""&LEFT(${other},0)`),
    reference.map((text) => `=IFERROR(${text}+1,0)`),
    fc.tuple(reference, cell).map(([text, other]) => `=LET(q,${text},SUM(q)+N(${other}))`),
  );
  const edit = fc.tuple(row, fc.integer({ min: 0, max: 3 }), content);
  const sheet = fc.array(fc.array(content, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 5 });
  const whole = { top: 0, left: 0, bottom: 30, right: 12 };

  const hasLoop = (values: readonly (readonly CellValue[])[]) =>
    values.flat().some((value) => isCellError(value) && value.error === '#CYCLE!');

  test('and tell exactly what changed', () => {
    fc.assert(
      fc.property(
        sheet,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (rows, steps) => {
          const contents = rows.map((cells) => [...cells]);
          const engine = Engine.build([{ name: 'S', rows: contents.map((cells) => [...cells]) }], []);
          try {
            for (const edits of steps) {
              const cells = new Map(
                edits.map(([line, place, text]): [string, CellEdit] => [
                  `${line}:${place}`,
                  { sheet: 'S', row: line - 1, column: place, content: text },
                ]),
              );
              const before = engine.rangeValues('S', whole);
              const changes = engine.setCells([...cells.values()]);
              for (const change of cells.values()) contents[change.row]![change.column] = change.content;
              const after = engine.rangeValues('S', whole);
              const fresh = Engine.build([{ name: 'S', rows: contents.map((line) => [...line]) }], []);
              const expected = fresh.rangeValues('S', whole);
              fresh.destroy();
              // How far a loop spreads may depend on what stood there before it.
              if (!hasLoop(expected)) expect(after).toStrictEqual(expected);
              const changed = before.map((line) => [...line]);
              for (const change of changes) changed[change.row]![change.column] = change.value;
              expect(changed).toStrictEqual(after);
              if (hasLoop(before) || hasLoop(after)) continue;
              for (const { row: line, column: place, value } of changes)
                expect(value).not.toStrictEqual(before[line]![place]);
            }
          } finally {
            engine.destroy();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
