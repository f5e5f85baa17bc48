import { describe, expect, test } from 'vitest';
import { cutInsertion, followedBlock, type Insertion } from '../../renderer/clipboard/inserted-cells.ts';
import type { OwnBlock } from '../../renderer/clipboard/block.ts';
import { parseReference, type Range } from '../../shared/workbook/address.ts';
import { changedDocument } from '../../shared/workbook/change-document.ts';
import { noValues } from '../fixtures/no-values.ts';
import { plainDocument, type Rows } from '../fixtures/plain-document.ts';

function rangeOf(text: string): Range {
  const found = parseReference(text);
  if (!found) throw new Error(text);
  return found.range;
}

const at = (text: string, axis: 'rows' | 'columns' = 'rows'): Insertion => ({
  sheet: 'S',
  range: rangeOf(text),
  axis,
});

/** What stands on the sheet once cut cells were put among others. */
function after(rows: Rows, cut: string, place: Insertion) {
  const command = cutInsertion({ sheet: 'S', range: rangeOf(cut) }, place);
  if (!command.ok) return command.problem.code;
  if (!command.value) return null;
  const changed = changedDocument(plainDocument({ S: rows }), command.value.command, noValues);
  if (!changed.ok) throw new Error(changed.problem.message);
  return changed.value.document.sheets[0]?.rows.map((row) => row.map((cell) => cell?.content ?? null));
}

const list: Rows = [[1], [2], [3], [4], ['=SUM(A1:A4)', '=A1']];

describe('cut cells among others', () => {
  test('come down, and those behind them close the gap; what reads them follows', () => {
    expect(after(list, 'A1', at('A4'))).toEqual([[2], [3], [1], [4], ['=SUM(A1:A4)', '=A3']]);
  });

  test('come up, with the others going down', () => {
    expect(after(list, 'A3:A4', at('A1:A2'))?.slice(0, 4)).toEqual([[3], [4], [1], [2]]);
  });

  test('close the gap to the left where the others went right', () => {
    expect(after([[1, 2, 3, 4]], 'A1', at('D1', 'columns'))).toEqual([[2, 3, 1, 4]]);
  });

  test('are chosen where they stand at last', () => {
    const put = cutInsertion({ sheet: 'S', range: rangeOf('A1') }, at('A4'));
    expect(put).toMatchObject({ value: { range: rangeOf('A3') } });
  });

  test('are left where they are to be put upon themselves, and refused where they would come apart', () => {
    expect(after(list, 'A1:A2', at('A2:A3'))).toBeNull();
    expect(
      after(
        [
          [1, 2],
          [3, 4],
        ],
        'A2:B2',
        at('B1:C1'),
      ),
    ).toBe('inserted-into-itself');
  });
});

describe('copied cells among others', () => {
  const block = (content: string): OwnBlock => ({
    kind: 'cells',
    origin: { row: 4, column: 1 },
    columns: 1,
    contents: [[content]],
    values: [[null]],
    looks: { kind: 'styles', rows: [] },
    notes: [],
    rules: [],
  });
  const followed = (content: string, place: Insertion) =>
    followedBlock(block(content), { sheet: 'S', range: rangeOf('B5') }, place);

  test('are taken from where they stand once there is room, with what they read', () => {
    const room = at('A1:XFD1');
    expect(followed('=$A$1*A5', room)).toMatchObject({
      ok: true,
      value: { contents: [['=$A$2*A6']], origin: { row: 5, column: 1 } },
    });
    expect(followed('=$A$1*A5', at('A9:XFD9'))).toMatchObject({
      value: { contents: [['=$A$1*A5']], origin: { row: 4, column: 1 } },
    });
  });
});
