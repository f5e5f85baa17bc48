import { afterEach, expect, test } from 'vitest';
import type { Command } from '../../shared/workbook/command.ts';
import type { NamedFormula, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument, type Rows, type Targets } from '../fixtures/plain-document.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

function open(
  contents: Readonly<Record<string, Rows>>,
  namedFormulas: readonly NamedFormula[] = [],
  targets: Targets = {},
  more: Partial<WorkbookDocument> = {},
): Workbook {
  const workbook = Workbook.open({ ...plainDocument(contents, targets), namedFormulas, ...more });
  opened.push(workbook);
  return workbook;
}

function define(name: string, formula: string, scope?: string): Command {
  return {
    kind: 'setNamedFormula',
    label: `Name ${name}`,
    name,
    formula,
    at: { sheet: 'S', row: 0, column: 0 },
    ...(scope !== undefined && { scope }),
  };
}

function apply(workbook: Workbook, ...commands: readonly Command[]): void {
  for (const command of commands) {
    const applied = workbook.apply(command);
    expect(applied.ok || applied.problem, command.label).toBe(true);
  }
}

function problemOf(workbook: Workbook, command: Command): string {
  const applied = workbook.apply(command);
  return applied.ok ? '' : applied.problem.code;
}

const at = (text: string) => ({
  sheet: 'S',
  row: Number(text.slice(1)) - 1,
  column: text.charCodeAt(0) - 65,
});
const nameError = { error: '#NAME?' };

test('constants, formulas and several ranges have names, which formulas calculate with', () => {
  const workbook = open({
    S: [
      [
        1,
        2,
        '=rate*10',
        '=rate/-rate',
        '=SUM(both)',
        '=total&greeting',
        '=both',
        '=2*doubled',
        '=COUNTA(list)',
      ],
      [3, 4],
    ],
  });
  apply(
    workbook,
    define('rate', '=5%'),
    define('total', '=SUM($A$1:$B$2)'),
    define('greeting', '=" said ""hi"""'),
    define('both', '=$A$1:$A$2,$B$2'),
    define('doubled', '=RATE+rate'),
    define('list', '={1,2;3,4}'),
  );
  expect(workbook.sheetValues('S')[0]?.slice(2)).toEqual([
    0.5,
    -1,
    8,
    '10 said "hi"',
    { error: '#VALUE!' },
    0.2,
    4,
  ]);
  expect(workbook.document.namedFormulas?.map(({ formula }) => formula)).toEqual([
    '=5%',
    '=SUM(S!$A$1:$B$2)',
    '=" said ""hi"""',
    '=S!$A$1:$A$2,S!$B$2',
    '=RATE+rate',
    '={1,2;3,4}',
  ]);
  apply(workbook, define('rate', '=0.2'), {
    kind: 'setCells',
    label: 'Type',
    cells: [{ ...at('B2'), content: 10 }],
  });
  expect(workbook.sheetValues('S')[0]?.slice(2, 5)).toEqual([2, -1, 14]);
  expect(workbook.value(at('H1'))).toBe(0.8);
  workbook.undo();
  workbook.undo();
  expect(workbook.value(at('H1'))).toBe(0.2);
});

test('without dollars a name means what stands beside the cell that uses it, also over the edge of the sheet', () => {
  const workbook = open({ S: [[1, '=left', '=left'], [5, '=left'], ['=left']] });
  apply(workbook, { ...define('left', '=A1'), at: { sheet: 'S', row: 0, column: 1 } } as Command);
  expect(workbook.document.namedFormulas).toEqual([{ name: 'left', formula: '=S!XFD1' }]);
  expect(workbook.sheetValues('S')).toEqual([[1, 1, 1], [5, 5], [0]]);
});

test('one range for the whole workbook is a name for cells, whichever way it is said', () => {
  const workbook = open({ S: [[1, 2]] });
  apply(workbook, define('cells', '=$A$1:$B$1'));
  expect(workbook.document.names).toMatchObject([{ name: 'cells', sheet: 'S' }]);
  apply(workbook, define('cells', '=7'));
  expect([workbook.document.names, workbook.document.namedFormulas]).toEqual([
    [],
    [{ name: 'cells', formula: '=7' }],
  ]);
  apply(workbook, {
    kind: 'setName',
    label: 'Name',
    name: 'CELLS',
    sheet: 'S',
    range: { top: 0, left: 0, bottom: 0, right: 0 },
  });
  expect(workbook.document.names).toMatchObject([{ name: 'cells' }]);
  expect(workbook.document.namedFormulas).toBeUndefined();
});

test('a name of a sheet counts there before one of the workbook, and elsewhere after its sheet', () => {
  const workbook = open(
    { S: [['=rate', '=T!rate', '=S!rate']], T: [['=rate', '=S!rate', '=INDIRECT("rate")'], [9]] },
    [{ name: 'rate', scope: 'T', formula: '=T!$A$2' }],
    { rate: 'S!A5' },
  );
  apply(workbook, { kind: 'setCells', label: 'Type', cells: [{ ...at('A5'), content: 4 }] });
  expect([workbook.sheetValues('S')[0], workbook.sheetValues('T')[0]]).toEqual([
    [4, 9, 4],
    [9, 4, 9],
  ]);
  apply(
    workbook,
    { kind: 'renameName', label: 'Rename', from: 'rate', scope: 'T', to: 'own' },
    { kind: 'renameSheet', label: 'Rename', sheet: 'T', name: 'It is' },
    { kind: 'insertLines', label: 'Insert', sheet: 'It is', axis: 'rows', at: 0, count: 1 },
  );
  expect(workbook.document.namedFormulas).toEqual([
    { name: 'own', scope: 'It is', formula: "='It is'!$A$3" },
  ]);
  expect(workbook.cell(at('B1'))?.content).toBe("='It is'!own");
  expect(workbook.cell({ sheet: 'It is', row: 1, column: 0 })?.content).toBe('=own');
  expect([workbook.sheetValues('S')[0], workbook.sheetValues('It is')[1]]).toEqual([
    [4, 9, 4],
    [9, 4, 4],
  ]);
});

test('a deleted name leaves formulas as they are, with #NAME?, and one that is defined again repairs them', () => {
  const workbook = open({ S: [[2, '=rate*3', '=twice']] }, [{ name: 'twice', formula: '=rate*2' }], {
    rate: 'S!A1',
  });
  expect(workbook.sheetValues('S')[0]).toEqual([2, 6, 4]);
  apply(workbook, { kind: 'deleteName', label: 'Delete', name: 'RATE' });
  expect(workbook.sheetValues('S')[0]).toEqual([2, nameError, nameError]);
  expect(workbook.cell(at('B1'))?.content).toBe('=rate*3');
  expect(workbook.explainError(at('C1'))?.message).toMatch(/There is no name rate/);
  apply(workbook, define('rate', '=5'));
  expect(workbook.sheetValues('S')[0]).toEqual([2, 15, 10]);
});

test('what cannot be a name is refused with its reason, and nothing is changed', () => {
  const workbook = open({ S: [[1]] }, [{ name: 'one', formula: '=two' }], { taken: 'S!A1' });
  const { document } = workbook;
  expect(problemOf(workbook, define('A1', '=1'))).toBe('name-not-allowed');
  expect(problemOf(workbook, define('two', '=SUM(one)'))).toBe('name-of-itself');
  expect(problemOf(workbook, define('own', '=own+1'))).toBe('name-of-itself');
  expect(problemOf(workbook, define('wrong', '=SUM('))).toBe('formula-does-not-parse');
  expect(problemOf(workbook, define('wrong', '=NOSUCH(1)'))).toBe('unknown-function');
  expect(problemOf(workbook, define('wrong', '=1', 'Nowhere'))).toBe('unknown-sheet');
  expect(problemOf(workbook, { kind: 'deleteName', label: 'Delete', name: 'one', scope: 'S' })).toBe(
    'unknown-name',
  );
  expect(problemOf(workbook, { kind: 'renameName', label: 'Rename', from: 'one', to: 'Taken' })).toBe(
    'name-taken',
  );
  expect(workbook.document).toBe(document);
});

test('a name that doubles itself without end ends in an error, not in a full memory', () => {
  const names = Array.from({ length: 60 }, (_, index) => ({
    name: `n_${index}`,
    formula: index === 0 ? '=1' : `=n_${index - 1}+n_${index - 1}`,
  }));
  const workbook = open({ S: [['=n_10', '=n_59']] }, names);
  expect(workbook.sheetValues('S')[0]).toEqual([1024, nameError]);
});

test('rules of cells and conditional formats go by named formulas, and by what they come to mean', () => {
  const range = { top: 0, left: 0, bottom: 2, right: 0 };
  const workbook = open(
    { S: [[1], [2], [3], ['=limit']] },
    [{ name: 'limit', formula: '=S!$C$1+1' }],
    {},
    {
      conditionalFormats: [
        {
          sheet: 'S',
          ranges: [range],
          rule: { kind: 'formula', formula: '=A1>limit' },
          look: { strong: true },
        },
      ],
    },
  );
  const strong = () => workbook.conditionalLooks('S').map(({ row }) => row);
  expect(strong()).toEqual([1, 2]);
  apply(workbook, { kind: 'setCells', label: 'Type', cells: [{ ...at('C1'), content: 1 }] });
  expect(strong()).toEqual([2]);
  apply(workbook, define('limit', '=2.5'), {
    kind: 'renameName',
    label: 'Rename',
    from: 'limit',
    to: 'most',
  });
  expect(strong()).toEqual([2]);
  const settings = {
    rule: { kind: 'custom', formula: '=A1<=most' },
    ignoreBlank: true,
    alert: { style: 'stop' },
  } as const;
  apply(workbook, { kind: 'setValidation', label: 'Rule', sheet: 'S', ranges: [range], settings });
  expect(
    problemOf(workbook, { kind: 'setCells', label: 'Type', cells: [{ ...at('A1'), content: 3 }] }),
  ).not.toBe('');
  apply(workbook, { kind: 'setCells', label: 'Type', cells: [{ ...at('A1'), content: 2 }] });
});

test('a sheet that formulas elsewhere read by way of a name is not deleted; its own names go with it', () => {
  const workbook = open({ S: [['=far']], T: [[1]] }, [
    { name: 'far', formula: '=T!$A$1*2' },
    { name: 'own', scope: 'T', formula: '=T!$A$1' },
  ]);
  const remove = { kind: 'deleteSheet', label: 'Delete', sheet: 'T' } as const;
  expect(problemOf(workbook, remove)).toBe('sheet-is-read');
  apply(workbook, { kind: 'setCells', label: 'Clear', cells: [{ ...at('A1'), content: null }] }, remove);
  expect(workbook.document.namedFormulas).toEqual([{ name: 'far', formula: '=#REF!*2' }]);
});

test('cells that are cut to another sheet mean the names of the one they leave', () => {
  const workbook = open({ S: [[7, '=own']], T: [[1]] }, [{ name: 'own', scope: 'S', formula: '=S!$A$1' }]);
  const cell = { top: 0, left: 1, bottom: 0, right: 1 };
  apply(workbook, {
    kind: 'moveCells',
    label: 'Move',
    from: { sheet: 'S', range: cell },
    to: { sheet: 'T', row: 1, column: 0 },
  });
  expect(workbook.cell({ sheet: 'T', row: 1, column: 0 })?.content).toBe('=S!own');
  expect(workbook.value({ sheet: 'T', row: 1, column: 0 })).toBe(7);
});
