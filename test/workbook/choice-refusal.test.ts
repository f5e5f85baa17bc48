import { describe, expect, test } from 'vitest';
import type { SetCells } from '../../shared/workbook/command.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { bounded } from '../fixtures/bounded-workbook.ts';

const sheet = 'Inputs';
const choice = { sheet, row: 7, column: 1 };

/** Cells in the column of the one that holds Base or High case; all of them have this list. */
function document(cells: number): WorkbookDocument {
  const [first] = bounded.sheets;
  if (!first) throw new Error('The fixture has a sheet');
  const more = Array.from({ length: cells - 1 }, () => [null, { content: null, style: 'choice' }]);
  return { ...bounded, sheets: [{ ...first, rows: [...first.rows, ...more] }] };
}

function write(...contents: (CellContent | null)[]): SetCells {
  const cells = contents.map((content, index) => ({ ...choice, row: choice.row + index, content }));
  return { kind: 'setCells', label: 'Type', cells };
}

function problemOf(workbook: Workbook, command: Parameters<Workbook['apply']>[0]) {
  const before = workbook.document;
  const answer = workbook.apply(command);
  if (!answer.ok) expect(workbook.document).toBe(before);
  return answer.ok ? null : answer.problem;
}

describe('what is none of the choices of a cell', () => {
  test.each(['Boom', 3, true, "'=Base", ' Base'])('%j is refused, with the choices there are', (content) => {
    const workbook = Workbook.open(bounded);
    const problem = problemOf(workbook, write(content));
    expect(problem?.code).toBe('not-a-choice');
    expect(problem?.subject).toBe('Inputs!B8');
    expect(problem?.message).toMatch(/^“.+” is none of the choices of Inputs!B8\.$/);
    expect(problem?.remedy).toBe('Its choices are Base, High case.');
    expect(workbook.undoLabel).toBeNull();
  });

  test.each(['High case', 'HIGH CASE', "'Base", null, '=C1', '="Boom"'])('%j is taken', (content) => {
    expect(problemOf(Workbook.open(bounded), write(content))).toBeNull();
  });

  test('of many cells the first is named and all that cannot take it are counted', () => {
    const problem = problemOf(Workbook.open(document(4)), write('Base', 'Boom', 'Gloom', 'High case'));
    expect(problem?.subject).toBe('Inputs!B9');
    expect(problem?.message).toBe(
      '2 cells cannot take what was to be written into them, because it is none of their choices. The first is Inputs!B9, with “Boom”.',
    );
  });

  test('a long list is told by its place', () => {
    const range = { top: 0, left: 0, bottom: 19, right: 0 };
    const names = [{ name: 'cases', sheet, range }];
    const [first] = bounded.sheets;
    if (!first) throw new Error('The fixture has a sheet');
    const rows = Array.from({ length: 20 }, (_, row) => [
      { content: `Case ${row}` },
      row === 7 ? { content: null, style: 'choice' } : null,
    ]);
    const workbook = Workbook.open({ ...bounded, names, bounds: [], sheets: [{ ...first, rows }] });
    expect(problemOf(workbook, write('Boom'))?.remedy).toBe('Its 20 choices stand in Inputs!A1:A20.');
  });
});

describe('the list of choices', () => {
  const list = { sheet, row: 0, column: 2 };

  test('counts as it is once all cells are written', () => {
    const workbook = Workbook.open(bounded);
    const command = write('Boom');
    const cells = [...command.cells, { ...list, content: 'Boom' }];
    expect(problemOf(workbook, { ...command, cells })).toBeNull();
    expect(problemOf(workbook, write('Base'))?.code).toBe('not-a-choice');
  });

  test('refuses nothing where it is empty, or where a formula is written into it', () => {
    const workbook = Workbook.open(bounded);
    const command = write('Boom');
    const cells = [...command.cells, { ...list, content: '="Bo"&"om"' }];
    expect(problemOf(workbook, { ...command, cells })).toBeNull();
    const emptied = [2, 3].map((column) => ({ ...list, column, content: null }));
    expect(problemOf(workbook, { kind: 'setCells', label: 'Clear', cells: emptied })).toBeNull();
    expect(problemOf(workbook, write('Gloom'))).toBeNull();
  });

  test.each([null, 'signs'])('still counts where %j comes in its place', (choicesName) => {
    const workbook = Workbook.open({
      ...bounded,
      names: [...bounded.names, { name: 'signs', sheet, range: { top: 0, left: 4, bottom: 0, right: 5 } }],
    });
    const range = { top: 7, left: 1, bottom: 7, right: 1 };
    const areas = [{ sheet, range, look: { choicesName } }];
    const looks = { kind: 'setLooks' as const, label: 'Paste', areas };
    const paste = { kind: 'several' as const, label: 'Paste', commands: [looks, write('Low')] };
    expect(problemOf(workbook, paste)?.code).toBe('not-a-choice');
  });
});
