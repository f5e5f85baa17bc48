import { expect, test } from 'vitest';
import type { OwnBlock } from '../../renderer/clipboard/block.ts';
import { linkedBlock } from '../../renderer/clipboard/linked-block.ts';

const block: OwnBlock = {
  kind: 'cells',
  origin: { row: 1, column: 1 },
  columns: 2,
  contents: [
    [1, '=B2'],
    [null, 'x'],
  ],
  values: [
    [1, 1],
    [null, 'x'],
  ],
  looks: { kind: 'styles', rows: [] },
  notes: [],
  rules: [],
};
const to = { row: 7, column: 4 };

test('several cells are linked by moving references, with their sheet where it is another one', () => {
  const lines = { rows: [1, 2], columns: [1, 2] };
  expect(linkedBlock(block, lines, { sheet: 'S', isOther: false }, to)).toMatchObject({
    origin: to,
    contents: [
      ['=B2', '=C2'],
      ['=B3', '=C3'],
    ],
  });
  expect(linkedBlock(block, lines, { sheet: "Jan's", isOther: true }, to).contents[0]?.[0]).toBe(
    "='Jan''s'!B2",
  );
});

test('a single cell is linked by a fixed reference', () => {
  const one = linkedBlock(block, { rows: [1], columns: [1] }, { sheet: 'S', isOther: true }, to);
  expect(one.contents).toEqual([['=S!$B$2']]);
});
