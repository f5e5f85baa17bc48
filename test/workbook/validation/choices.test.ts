import { describe, expect, test } from 'vitest';
import type { SetCells } from '../../../shared/workbook/command.ts';
import type { CellContent, WorkbookDocument } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { oneOfName } from '../../../shared/workbook/validation/validation.ts';
import { bounded } from '../../fixtures/bounded-workbook.ts';

const sheet = 'Inputs';
const choice = { sheet, row: 7, column: 1 };

/** Cells in the column of the one that holds Base or High case; all of them have this list. */
function document(cells: number): WorkbookDocument {
  const [first] = bounded.sheets;
  if (!first) throw new Error('The fixture has a sheet');
  const ranges = [{ top: 7, left: 1, bottom: 6 + cells, right: 1 }];
  return { ...bounded, validations: [{ sheet, ranges, ...oneOfName('cases') }], sheets: [first] };
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
  test.each(['Boom', 3, true, "'=Base", ' Base', '="Boom"', '=C1&"s"'])(
    '%j is refused, with the choices there are',
    (content) => {
      const workbook = Workbook.open(bounded);
      const problem = problemOf(workbook, write(content));
      expect(problem?.code).toBe('not-a-choice');
      expect(problem?.subject).toBe('Inputs!B8');
      expect(problem?.message).toMatch(/^“.+” is none of the choices of Inputs!B8\.$/);
      expect(problem?.remedy).toBe('Its choices are Base, High case.');
      expect(workbook.undoLabel).toBeNull();
    },
  );

  test.each(['High case', 'HIGH CASE', "'Base", null, '=C1', '="Ba"&"se"'])('%j is taken', (content) => {
    expect(problemOf(Workbook.open(bounded), write(content))).toBeNull();
  });

  test('of many cells the first is named and all that cannot take it are counted', () => {
    const problem = problemOf(Workbook.open(document(4)), write('Base', 'Boom', 'Gloom', 'High case'));
    expect(problem?.subject).toBe('Inputs!B9');
    expect(problem?.message).toBe(
      '2 cells cannot take what was to be written into them, because it is none of their choices. The first is Inputs!B9, with “Boom”.',
    );
  });

  test('a long list is told by its number', () => {
    const range = { top: 0, left: 0, bottom: 19, right: 0 };
    const names = [{ name: 'cases', sheet, range }];
    const [first] = bounded.sheets;
    if (!first) throw new Error('The fixture has a sheet');
    const rows = Array.from({ length: 20 }, (_, row) => [{ content: `Case ${row}` }]);
    const workbook = Workbook.open({ ...bounded, names, bounds: [], sheets: [{ ...first, rows }] });
    expect(problemOf(workbook, write('Boom'))?.remedy).toBe('Its 20 choices are in its list.');
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

  test('counts formulas that are written into it, and refuses nothing where it is empty', () => {
    const workbook = Workbook.open(bounded);
    const command = write('Boom');
    const cells = [...command.cells, { ...list, content: '="Bo"&"om"' }];
    expect(problemOf(workbook, { ...command, cells })).toBeNull();
    const emptied = [2, 3].map((column) => ({ ...list, column, content: null }));
    expect(problemOf(workbook, { kind: 'setCells', label: 'Clear', cells: emptied })).toBeNull();
    expect(problemOf(workbook, write('Gloom'))).toBeNull();
  });

  test('of a paste with a rule of its own counts, and with that alone', () => {
    const workbook = Workbook.open({
      ...bounded,
      names: [...bounded.names, { name: 'signs', sheet, range: { top: 0, left: 4, bottom: 0, right: 5 } }],
    });
    const ranges = [{ top: 7, left: 1, bottom: 7, right: 1 }];
    const settings = oneOfName('signs');
    const rule = { kind: 'setValidation' as const, label: 'Paste', sheet, ranges, settings };
    const paste = (content: string) => ({
      kind: 'several' as const,
      label: 'Paste',
      commands: [rule, write(content)],
    });
    expect(problemOf(workbook, paste('Base'))?.code).toBe('not-a-choice');
    expect(problemOf(workbook, paste('Low'))).toBeNull();
    expect(workbook.document.validations).toEqual([{ sheet, ranges, ...settings }]);
    workbook.undo();
    expect(workbook.document.validations).toBe(bounded.validations);
  });
});
