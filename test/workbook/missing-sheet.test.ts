import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/workbook/command.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

/* A formula that names a sheet which is not there gives #REF!, whatever was called so for a while. */

const label = 'Step';
const formulas = [
  '=SUM(Nope!A:A)',
  '=COUNTA(Nope!1:1)',
  "=SUM('nope'!$A$1:$A$3)",
  '=Nope!A1',
  '=MAX(Nope!A:A,1)',
];
const missing = formulas.map(() => ({ error: '#REF!' }));

/** With so many cells elsewhere that nothing but what has to be is built anew. */
function open(): Workbook {
  const beside = Array.from({ length: 300 }, (_, row) => [row, row, row, row]);
  return Workbook.open(plainDocument({ Data: [[1], [2], [3]], Reader: [[null]], Beside: beside }, {}));
}

function done(workbook: Workbook, command: Command): void {
  const applied = workbook.apply(command);
  if (!applied.ok) throw new Error(applied.problem.message);
}

const write: Command = {
  kind: 'setCells',
  label,
  cells: formulas.map((content, row) => ({ sheet: 'Reader', row, column: 0, content })),
};
const valuesOf = (workbook: Workbook) =>
  formulas.map((_, row) => workbook.value({ sheet: 'Reader', row, column: 0 }));

const ways: readonly (readonly [string, Command])[] = [
  ['another sheet gets the name', { kind: 'renameSheet', label, sheet: 'Data', name: 'Nope' }],
  ['another sheet gets the name in capitals', { kind: 'renameSheet', label, sheet: 'Data', name: 'NOPE' }],
  ['a sheet of the name is added', { kind: 'addSheet', label, name: 'Nope', at: 0 }],
];

describe('a sheet that formulas name and that is not there', () => {
  it.each(ways)('is missing again when %s and that is undone', (_, command) => {
    const workbook = open();
    done(workbook, write);
    expect(valuesOf(workbook)).toEqual(missing);
    done(workbook, command);
    expect(valuesOf(workbook)).not.toEqual(missing);
    workbook.undo();
    expect(valuesOf(workbook)).toEqual(missing);
    workbook.redo();
    expect(valuesOf(workbook)).not.toEqual(missing);
    workbook.undo();
    done(workbook, { kind: 'setCells', label, cells: [{ sheet: 'Data', row: 0, column: 0, content: 100 }] });
    expect(valuesOf(workbook)).toEqual(missing);
    workbook.close();
  });

  it.each(ways)('is missing where %s, that is undone, and only then a formula names it', (_, command) => {
    const workbook = open();
    done(workbook, command);
    workbook.undo();
    done(workbook, write);
    expect(valuesOf(workbook)).toEqual(missing);
    workbook.close();
  });

  it.each([
    ['=Nope!A1', '=Nope!A1+1'],
    ['=SUM(Nope!A1:A3)', '=SUM(Nope!A1:A3)+1'],
    ['=SUM(Nope!A1:A3)', '=SUM(Nope!A1:A4,Beside!A:A)'],
    ['=SUM(Nope!A:A)', '=1+SUM(Nope!A:A)'],
    ['=SUM(Nope!1:1,Nope!A1)', '=SUM(Nope!1:1)'],
  ])('is missing when %s is edited to %s', (one, other) => {
    const workbook = open();
    const shown = [one, other, one, null, other].map((content) => {
      done(workbook, { kind: 'setCells', label, cells: [{ sheet: 'Reader', row: 0, column: 0, content }] });
      return workbook.value({ sheet: 'Reader', row: 0, column: 0 });
    });
    const error = { error: '#REF!' };
    expect(shown).toEqual([error, error, error, null, error]);
    workbook.close();
  });

  it.each([
    ...['Nope!A1', 'Nope!A:A', 'Nope!A1:A9', '(Nope!1:1)', 'INDEX(Nope!A1:A9,2)'].flatMap((reference) =>
      [
        'ROW',
        'COLUMN',
        'ROWS',
        'COLUMNS',
        'AREAS',
        'SUBTOTAL(3,',
        'SUBTOTAL(103,',
        'AGGREGATE(3,6,',
        'CELL("row",',
      ].map((call) => (call.includes('(') ? `=${call}${reference})` : `=${call}(${reference})`)),
    ),
    '=ROWS(OFFSET(Nope!A1,0,0,3,1))',
    '=AGGREGATE(14,6,Nope!A1:A9,1)',
  ])('%s is an error, though it asks where cells stand, or passes over errors', (content) => {
    const workbook = open();
    done(workbook, { kind: 'setCells', label, cells: [{ sheet: 'Reader', row: 0, column: 0, content }] });
    expect(workbook.value({ sheet: 'Reader', row: 0, column: 0 })).toEqual({ error: '#REF!' });
    done(workbook, { kind: 'addSheet', label, name: 'Nope', at: 0 });
    expect(workbook.value({ sheet: 'Reader', row: 0, column: 0 })).not.toEqual({ error: '#REF!' });
    workbook.close();
  });

  it.each(['Nope!A1', 'Nope!A:A', '(Nope!A1:A9)', 'INDEX(Nope!A1:A9,2)', 'OFFSET(Nope!A1,1,1)'])(
    'is no place: ISREF(%s)',
    (reference) => {
      const workbook = open();
      const content = `=ISREF(${reference})`;
      done(workbook, { kind: 'setCells', label, cells: [{ sheet: 'Reader', row: 0, column: 0, content }] });
      expect(workbook.value({ sheet: 'Reader', row: 0, column: 0 })).toBe(false);
      done(workbook, { kind: 'addSheet', label, name: 'Nope', at: 0 });
      expect(workbook.value({ sheet: 'Reader', row: 0, column: 0 })).toBe(true);
      workbook.close();
    },
  );
});

it('is none of the cells that a formula reads', () => {
  const workbook = Workbook.open(plainDocument({ S: [['=Nope!A1+SUM(Nope!A:A)+B1', 1]] }));
  const range = { top: 0, left: 1, bottom: 0, right: 1 };
  expect(workbook.precedents({ sheet: 'S', row: 0, column: 0 })).toEqual([{ sheet: 'S', range }]);
  workbook.close();
});
