import { describe, expect, it } from 'vitest';
import { changedDocument } from '../../shared/workbook/change-document.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { engineUpdate } from '../../shared/workbook/engine-update.ts';
import { noValues } from '../fixtures/no-values.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const document = plainDocument(
  {
    Inputs: [
      ['price', 10],
      ['count', 3],
      [null, '=SUM(B1:B2)'],
    ],
    Model: [['=Inputs!B2*price', '=1+1'], ['=A1']],
  },
  { price: 'Inputs!B1' },
);

function update(command: Command, before: WorkbookDocument = document) {
  const changed = changedDocument(before, command, noValues);
  if (!changed.ok) throw new Error(changed.problem.message);
  return engineUpdate(before, changed.value.document, changed.value.reshaping, []);
}

const entered = (command: Command, before?: WorkbookDocument) =>
  update(command, before)?.edits.map(
    ({ sheet, row, column, content }) => `${sheet} ${row} ${column} ${content ?? 'empty'}`,
  );

const label = 'Step';

describe('engineUpdate', () => {
  it('enters only cells whose contents are others at their places', () => {
    expect(entered({ kind: 'insertLines', label, sheet: 'Inputs', axis: 'rows', at: 1, count: 1 })).toEqual([
      'Inputs 1 0 empty',
      'Inputs 1 1 empty',
      'Inputs 2 0 count',
      'Inputs 2 1 3',
      'Inputs 3 1 =SUM(B1:B3)',
      'Model 0 0 =Inputs!B3*price',
    ]);
  });

  it('enters formulas again that hold a name of other cells', () => {
    const range = { top: 1, left: 1, bottom: 1, right: 1 };
    expect(entered({ kind: 'setName', label, name: 'price', sheet: 'Inputs', range })).toEqual([
      'Model 0 0 =Inputs!B2*price',
    ]);
  });

  it('enters nothing where a sheet comes or goes elsewhere', () => {
    expect(update({ kind: 'addSheet', label, name: 'New', at: 0 })).toMatchObject({
      added: ['New'],
      edits: [],
    });
    expect(update({ kind: 'moveSheet', label, sheet: 'Model', to: 0 })).toMatchObject({ edits: [] });
  });

  it('enters formulas again whose text names a renamed sheet', () => {
    expect(update({ kind: 'renameSheet', label, sheet: 'Inputs', name: "It's" })).toMatchObject({
      renamed: [{ from: 'Inputs', to: "It's" }],
      edits: [{ sheet: 'Model', row: 0, column: 0, content: "='It''s'!B2*price" }],
    });
  });

  it('leaves to a new engine what is about sheets themselves', () => {
    expect(update({ kind: 'deleteSheet', label, sheet: 'Model' })).toBeNull();
    const counting = plainDocument({ One: [['=SHEETS()']], Two: [['=IFERROR(Three!A1,0)']] }, {});
    expect(update({ kind: 'addSheet', label, name: 'New', at: 0 }, counting)).toBeNull();
    const looking = plainDocument({ One: [['=IFERROR(three!A1,0)']] }, {});
    expect(update({ kind: 'addSheet', label, name: 'Three', at: 1 }, looking)).toBeNull();
  });
});
