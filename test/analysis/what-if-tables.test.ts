import { describe, expect, test } from 'vitest';
import {
  fillWhatIfTables,
  refreshWhatIfTables,
  type KnownResults,
} from '../../shared/analysis/what-if-tables.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { whatIfWorkbook } from '../fixtures/what-if-workbook.ts';

const open = () => Workbook.open(whatIfWorkbook());

function filled(): Workbook {
  const workbook = open();
  fillWhatIfTables(workbook);
  return workbook;
}

function type(workbook: Workbook, row: number, column: number, content: CellContent, sheet = 'Tables') {
  return workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ sheet, row, column, content }] });
}

const cells = (workbook: Workbook, top: number, left: number, bottom: number, right: number) =>
  workbook.rangeValues('Tables', { top, left, bottom, right });
const byCase = (workbook: Workbook) => cells(workbook, 1, 2, 2, 4);
const oneAtATime = (workbook: Workbook) => cells(workbook, 6, 3, 7, 4);
const together = (workbook: Workbook) => cells(workbook, 10, 2, 11, 3);

const allValues = (workbook: Workbook) =>
  workbook.document.sheets.map(({ name }) => workbook.sheetValues(name));

/** Steps until the end; gives how many recalculations and writings there were. */
function stepsOf(work: ReturnType<typeof refreshWhatIfTables>) {
  let [recalculations, writings] = [0, 0];
  for (const changes of work) {
    if (changes === null) recalculations++;
    else writings++;
  }
  return { recalculations, writings };
}

describe('results', () => {
  test('by case, one input at a time, and two inputs together', () => {
    const workbook = filled();
    expect(byCase(workbook)).toEqual([
      [225, 2250, 2025],
      ['not given', '=much', 'not given'],
    ]);
    expect(oneAtATime(workbook)).toEqual([
      [100, 400],
      [150, 337.5],
    ]);
    expect(together(workbook)).toEqual([
      [100, 400],
      [100, 800],
    ]);
  });

  test('they are contents of their cells, text kept as text', () => {
    const workbook = filled();
    const content = (row: number, column: number) => workbook.cell({ sheet: 'Tables', row, column })?.content;
    expect([content(1, 2), content(2, 3)]).toEqual([225, "'=much"]);
  });

  test('an error is kept as the text that Excel shows for it', () => {
    const workbook = open();
    type(workbook, 4, 1, 'ratio');
    fillWhatIfTables(workbook);
    expect(oneAtATime(workbook)).toEqual([
      [-1, -1],
      [-0.5, '#DIV/0!'],
    ]);
  });

  test('one recalculation serves all results that set the same cells to the same values', () => {
    const workbook = open();
    // Two cases for four results; four single inputs; four pairs.
    expect(stepsOf(refreshWhatIfTables(workbook))).toEqual({ recalculations: 10, writings: 1 });
    expect(stepsOf(refreshWhatIfTables(workbook))).toEqual({ recalculations: 10, writings: 0 });
  });

  test('who changes a heading changes what the table asks', () => {
    const workbook = open();
    type(workbook, 4, 1, 'words');
    type(workbook, 9, 0, 'rate');
    type(workbook, 9, 1, 'years');
    type(workbook, 0, 2, 'high');
    fillWhatIfTables(workbook);
    expect(byCase(workbook)[0]).toEqual([2250, 2250, 0]);
    expect(oneAtATime(workbook)[0]).toEqual(['not given', 'not given']);
    expect(together(workbook)).toEqual([
      ['not given', 'not given'],
      ['not given', 'not given'],
    ]);
    type(workbook, 4, 1, 'amount');
    fillWhatIfTables(workbook);
    // Rates of 200 % and 300 % over no year and over one.
    expect(together(workbook)).toEqual([
      [100, 300],
      [100, 400],
    ]);
  });

  test('a heading may depend on the results of another table', () => {
    const workbook = open();
    type(workbook, 6, 2, '=C2/225');
    fillWhatIfTables(workbook);
    expect(oneAtATime(workbook)[0]).toEqual([100, 400]);
    type(workbook, 0, 2, 'high');
    fillWhatIfTables(workbook);
    expect(oneAtATime(workbook)[0]).toEqual([100, 100 * (1 + 2250 / 225) ** 2]);
  });

  test.each([
    ['a name that does not exist', 6, 0, 'profit', 'no such name'],
    ['no name', 6, 0, 12, 'no such name'],
    ['a name of several cells', 6, 0, 'inputs', 'name of several cells'],
    ['a figure that does not exist', 4, 1, 'profit', 'no such name'],
    ['a name that is an error', 6, 0, '=NA()', '#N/A'],
    ['a value that is an error', 6, 1, '=1/0', '#DIV/0!'],
  ])('%s is said in the result', (_, row, column, content, words) => {
    const workbook = open();
    type(workbook, row, column, content);
    fillWhatIfTables(workbook);
    expect(oneAtATime(workbook)[0]?.[0]).toBe(words);
  });

  test('two values for one cell are none', () => {
    const workbook = open();
    type(workbook, 9, 1, 'years');
    fillWhatIfTables(workbook);
    expect(together(workbook).flat()).toEqual(Array(4).fill('set twice'));
  });
});

describe('everything else stays as it was', () => {
  test('every value outside the results is the same to the last bit, and undo knows of nothing', () => {
    const workbook = open();
    type(workbook, 0, 1, 0.123456789, 'Model');
    const before = workbook.sheetValues('Model');
    fillWhatIfTables(workbook);
    expect(workbook.sheetValues('Model')).toStrictEqual(before);
    expect(workbook.cell({ sheet: 'Model', row: 1, column: 1 })?.content).toBe('=1+1');
    expect([workbook.undoLabel, workbook.redoLabel]).toEqual(['Type', null]);
    workbook.undo();
    expect(workbook.namedValue('amount')).toBe(225);
    expect(byCase(workbook)[0]?.[0]).toBeCloseTo(100 * 1.123456789 ** 2, 10);
    expect(workbook.redoLabel).toBe('Type');
    fillWhatIfTables(workbook);
    expect(workbook.redoLabel).toBe('Type');
    expect(byCase(workbook)[0]?.[0]).toBe(225);
  });

  test('ended between two steps, the workbook is as it was; begun again, it goes on there', () => {
    const workbook = open();
    const before = allValues(workbook);
    const known: KnownResults = new Map();
    const work = refreshWhatIfTables(workbook, known);
    for (let step = 0; step < 7; step++) work.next();
    expect(workbook.namedValue('amount')).not.toBe(225);
    work.return();
    expect(allValues(workbook)).toStrictEqual(before);
    expect(stepsOf(refreshWhatIfTables(workbook, known))).toEqual({ recalculations: 3, writings: 1 });
    expect(allValues(workbook)).toStrictEqual(allValues(filled()));
  });

  test('a workbook without tables has nothing to do', () => {
    const { whatIfTables: _, ...document } = whatIfWorkbook();
    expect(stepsOf(refreshWhatIfTables(Workbook.open(document)))).toEqual({ recalculations: 0, writings: 0 });
  });
});

describe('typing', () => {
  test('into a result is refused, beside one it is not', () => {
    const workbook = filled();
    const refused = type(workbook, 1, 3, 5);
    expect(refused.ok ? null : [refused.problem.code, refused.problem.subject]).toEqual([
      'part-of-what-if-table',
      'Tables!D2',
    ]);
    expect(byCase(workbook)[0]?.[1]).toBe(2250);
    expect(workbook.undoLabel).toBeNull();
    expect(type(workbook, 1, 5, 5).ok).toBe(true);
  });

  test('over a range that holds a result changes nothing at all', () => {
    const workbook = filled();
    const { ok } = workbook.apply({
      kind: 'setCells',
      label: 'Clear',
      cells: [0, 1, 2].map((column) => ({ sheet: 'Tables', row: 6, column: column + 1, content: null })),
    });
    expect(ok).toBe(false);
    expect(cells(workbook, 6, 1, 6, 3)).toEqual([[0, 1, 100]]);
  });
});

describe('what reads a result', () => {
  const reads = (workbook: Workbook, row: number, column: number, sheet = 'Tables') =>
    workbook.readsResults({ sheet, range: { top: row, left: column, bottom: row, right: column } });

  test('is the result, what is worked out from it on any sheet, and all cells that a formula fills', () => {
    const workbook = open();
    type(workbook, 8, 0, '=Tables!D7+1', 'Model');
    type(workbook, 9, 0, '=TRANSPOSE(A9:B9)', 'Model');
    expect([reads(workbook, 1, 2), reads(workbook, 1, 4), reads(workbook, 8, 0, 'Model')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(reads(workbook, 10, 0, 'Model')).toBe(true);
    expect(workbook.readsResults({ sheet: 'Model', range: { top: 0, left: 0, bottom: 8, right: 1 } })).toBe(
      true,
    );
  });

  test('is no heading, no cell beside a result and nothing that a result reads', () => {
    const workbook = open();
    expect(reads(workbook, 1, 1)).toBe(false);
    expect(reads(workbook, 6, 2)).toBe(false);
    expect(workbook.readsResults({ sheet: 'Model', range: { top: 0, left: 0, bottom: 9, right: 9 } })).toBe(
      false,
    );
    const { whatIfTables: _, ...document } = whatIfWorkbook();
    expect(reads(Workbook.open(document), 1, 2)).toBe(false);
  });
});
