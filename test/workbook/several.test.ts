import { expect, test } from 'vitest';
import { at, workbookOf } from './small-workbook.ts';

const label = 'Paste';

test('several commands are one step, with one answer', () => {
  const workbook = workbookOf({ S: [[1, '=A1*2']] });
  const range = { top: 0, left: 0, bottom: 0, right: 0 };
  const applied = workbook.apply({
    kind: 'several',
    label,
    commands: [
      { kind: 'setCells', label, cells: [{ ...at('S', 0, 0), content: 5 }] },
      { kind: 'setLooks', label, areas: [{ sheet: 'S', range, look: { strong: true } }] },
      { kind: 'setNote', label, ...at('S', 0, 0), note: 'why' },
    ],
  });
  expect(applied.ok && applied.value).toMatchObject({
    contents: [{ row: 0, column: 0, content: 5 }],
    looks: [{ row: 0, column: 0, note: 'why' }],
    values: [
      { row: 0, column: 0, value: 5 },
      { row: 0, column: 1, value: 10 },
    ],
  });
  expect(workbook.historySteps.done).toEqual([{ label, stamp: null }]);
  workbook.undo();
  expect(workbook.cell(at('S', 0, 0))).toEqual({ content: 1 });
  workbook.close();
});

test('where one of them is refused, none is carried out', () => {
  const workbook = workbookOf({ S: [[1]] });
  const before = workbook.document;
  const refused = workbook.apply({
    kind: 'several',
    label,
    commands: [
      { kind: 'setNote', label, ...at('S', 0, 0), note: 'why' },
      { kind: 'setCells', label, cells: [{ ...at('S', 0, 1), content: '=B1+1' }] },
    ],
  });
  expect(refused.ok ? null : refused.problem.code).toBe('circular-reference');
  expect(workbook.document).toBe(before);
  expect(workbook.value(at('S', 0, 1))).toBeNull();
  const unread = workbook.apply({
    kind: 'several',
    label,
    commands: [{ kind: 'setCells', label, cells: [{ ...at('S', 0, 1), content: '=SUMM(1)' }] }],
  });
  expect(unread.ok ? null : unread.problem.code).toBe('unknown-function');
  workbook.close();
});
