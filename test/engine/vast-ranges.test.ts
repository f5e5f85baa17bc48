import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { EngineContext } from '../../shared/engine/engine-context.ts';
import { Engine } from '../../shared/engine/engine.ts';
import { excelHyperFormula } from '../../shared/engine/excel-hyperformula.ts';
import { isCellError, type CellContent, type CellValue } from '../../shared/workbook/document.ts';

const million = 'A1:CV10000';
const cell = (sheet: number, row: number, col: number) => ({ sheet, row, col });

it('a formula over a million empty cells gives the dependency graph hardly more than itself, and leaves nothing', () => {
  const formulas = excelHyperFormula({ S: [[1]] }, new EngineContext([], []), '');
  const { graph } = formulas.dependencyGraph;
  const before = graph.getNodes().length;
  const place = cell(0, 0, 200);
  const names = ['SUM', 'COUNT', 'COUNTBLANK', 'MAX'];
  for (const name of names) {
    formulas.setCellContents(place, `=${name}(${million})`);
    expect(graph.getNodes().length).toBe(before + 2);
  }
  const removed = vi.spyOn(graph, 'removeNode');
  formulas.setCellContents(place, null);
  expect(removed).toHaveBeenCalledTimes(2);
  expect(graph.getNodes().length).toBe(before);
  formulas.destroy();
});

it('empty cells that were typed into and emptied again are no longer kept for a vast range', () => {
  const formulas = excelHyperFormula({ S: [[1]] }, new EngineContext([], []), '');
  formulas.setCellContents(cell(0, 0, 200), `=SUM(${million})`);
  const { graph } = formulas.dependencyGraph;
  const before = graph.getNodes().length;
  formulas.setCellContents(cell(0, 5000, 50), 7);
  expect(formulas.getCellValue(cell(0, 0, 200))).toBe(8);
  formulas.setCellContents(cell(0, 5000, 50), null);
  expect(formulas.getCellValue(cell(0, 0, 200))).toBe(1);
  expect(graph.getNodes().length).toBe(before);
  formulas.destroy();
});

it('empty cells that only a range reads go with it, each looked at once', () => {
  const [rows, columns] = [100, 9];
  const formulas = excelHyperFormula({ S: [] }, new EngineContext([], []), '');
  const { graph } = formulas.dependencyGraph;
  formulas.setCellContents(cell(0, 0, 20), '=SUM(A1:I100)+COUNT(A1:I100)');
  expect(graph.getNodes().length).toBe(rows * columns + 2);
  const looks = vi.spyOn(graph, 'adjacentNodesCount');
  formulas.setCellContents(cell(0, 0, 20), null);
  expect(graph.getNodes().length).toBe(0);
  expect(looks.mock.calls.length).toBeLessThanOrEqual(rows * columns + 3);
  formulas.destroy();
});

it('formulas over the same cells link them with their range once', () => {
  const formulas = excelHyperFormula({ S: [] }, new EngineContext([], []), '');
  const { graph } = formulas.dependencyGraph;
  formulas.setCellContents(cell(0, 0, 20), '=SUM(A1:I100)');
  const links = vi.spyOn(graph, 'addEdge');
  for (let row = 1; row <= 50; row++) formulas.setCellContents(cell(0, row, 20), `=MAX(A1:I100)+${row}`);
  expect(links).toHaveBeenCalledTimes(50);
  formulas.destroy();
});

it.each(['A1:CV10000', 'A:CV', '1:9000'])('an empty cell of %s knows who reads it', (area) => {
  const engine = Engine.build(
    [
      { name: 'S', rows: [[1]] },
      { name: 'T', rows: [[`=SUM(S!${area})`, '=A1+1']] },
    ],
    [],
  );
  const empty = { sheet: 'S', row: 4999, column: 49 };
  const range = { top: 4999, left: 49, bottom: 4999, right: 49 };
  const reader = { sheet: 'T', row: 0, column: 0 };
  expect(engine.readers(empty)).toEqual([reader]);
  expect(engine.dependents([{ sheet: 'S', range }])).toHaveLength(2);
  engine.setCells([{ ...empty, content: 1 }]);
  expect(engine.readers(empty)).toEqual([reader]);
  engine.setCells([{ ...reader, content: null }]);
  expect(engine.readers({ ...empty, row: 4998 })).toEqual([]);
  engine.destroy();
});

const size = 7;
const line = fc.nat(size - 1);
const letter = line.map((column) => String.fromCharCode(65 + column));
/** Ranges that share cells with each other: small ones, vast ones, one a row longer than another, whole lines. */
const range = fc.oneof(
  fc
    .tuple(letter, letter, line, fc.constantFrom(3, 4, 5, 300, 301, 302, 900))
    .map(([left, right, top, bottom]) => `${left}${top + 1}:${right}${bottom}`),
  fc.tuple(letter, letter).map(([left, right]) => `${left}:${right}`),
  fc.tuple(line, line).map(([top, bottom]) => `${top + 1}:${bottom + 1}`),
  fc.constantFrom('A1:GR20', 'B2:J1000', 'Other!A1:D1000', 'Other!A:B'),
);
const content: fc.Arbitrary<CellContent | null> = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.constant(null),
  fc.constant('text'),
  fc
    .tuple(fc.constantFrom('SUM', 'COUNT', 'COUNTA', 'COUNTBLANK', 'MAX'), range)
    .map(([name, area]) => `=${name}(${area})`),
  fc.tuple(range, range).map(([one, other]) => `=SUM(${one})-COUNTIF(${other},">1")`),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([height, width]) => `=SEQUENCE(${height},${width})`),
  fc.tuple(letter, line).map(([column, row]) => `=SUM(OFFSET(${column}${row + 1},0,0,2000,2))`),
);
const grid = fc.array(fc.array(content, { minLength: size, maxLength: size }), { maxLength: size });
const edit = fc.tuple(fc.constantFrom('S', 'S', 'S', 'Other'), line, line, content);
const seen = { top: 0, left: 0, bottom: 12, right: 12 };
/** Whether cells depend on what was there first: in a loop, or where two results want the same cells. */
const dependsOnPast = (values: readonly (readonly CellValue[])[]) =>
  values.flat().some((value) => isCellError(value) && /^#(?:CYCLE|SPILL)!$/.test(value.error));

it('formulas over ranges put in and taken out leave what a new build gives, and tell exactly what changed', () => {
  fc.assert(
    fc.property(
      grid,
      fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      (rows, steps) => {
        const now = {
          S: Array.from({ length: size }, (_, row) =>
            Array.from({ length: size }, (__, column) => rows[row]?.[column] ?? null),
          ),
          Other: Array.from({ length: size }, () =>
            Array.from({ length: size }, (): CellContent | null => null),
          ),
        };
        const built = () =>
          Engine.build(
            Object.entries(now).map(([name, cells]) => ({
              name,
              rows: cells.map((line_) => [...line_]),
            })),
            [],
          );
        const engine = built();
        for (const edits of steps) {
          const cells = new Map(
            edits.map(([sheet, row, column, written]) => [
              `${sheet}:${row}:${column}`,
              { sheet, row, column, content: written },
            ]),
          );
          const before = engine.rangeValues('S', seen);
          const changes = engine.setCells([...cells.values()]);
          for (const { sheet, row, column, content: written } of cells.values())
            now[sheet === 'S' ? 'S' : 'Other'][row]![column] = written;
          const fresh = built();
          const [after, expected] = [engine.rangeValues('S', seen), fresh.rangeValues('S', seen)];
          fresh.destroy();
          if (!dependsOnPast(expected)) expect(after).toStrictEqual(expected);
          for (const { sheet, row, column, value } of changes)
            if (sheet === 'S' && before[row]) before[row][column] = value;
          expect(before).toStrictEqual(after);
        }
        for (const [name, cells] of Object.entries(now))
          engine.setCells(
            cells.flatMap((line_, row) =>
              line_.map((_, column) => ({ sheet: name, row, column, content: null })),
            ),
          );
        expect(engine.sheetValues('S')).toStrictEqual([]);
        engine.destroy();
      },
    ),
    { numRuns: 50 },
  );
});
