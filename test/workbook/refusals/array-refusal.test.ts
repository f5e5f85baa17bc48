import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/workbook/command.ts';
import type { CellContent } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';
import { at } from '../small-workbook.ts';

/** An array of three cells in A2:C2, and single cells above. */
const open = () => Workbook.open(plainDocument({ S: [[1, 2], ['=SEQUENCE(1,3)']] }));

type Written = readonly [row: number, column: number, content: CellContent | null];

const write = (...cells: readonly Written[]): Command => ({
  kind: 'setCells',
  label: 'Paste',
  cells: cells.map(([row, column, content]) => ({ ...at('S', row, column), content })),
});

const move = (top: number, left: number, to: readonly [row: number, column: number]): Command => ({
  kind: 'moveCells',
  label: 'Cut and paste',
  from: { sheet: 'S', range: { top, left, bottom: top, right: left } },
  to: at('S', ...to),
});

describe('part of an array', () => {
  test('is found from each of its cells, and from no other', () => {
    const workbook = open();
    const array = { top: 1, left: 0, bottom: 1, right: 2 };
    for (const column of [0, 1, 2]) expect(workbook.spillAt(at('S', 1, column))).toEqual(array);
    for (const [row, column] of [
      [0, 0],
      [1, 3],
      [40, 40],
    ] as const)
      expect(workbook.spillAt(at('S', row, column))).toBeUndefined();
    workbook.apply(write([1, 0, 4]));
    expect(workbook.spillAt(at('S', 1, 0))).toBeUndefined();
  });

  test.each([
    ['typed over', write([1, 1, 9]), 'S!B2'],
    ['pasted over', write([0, 2, 7], [1, 2, 8]), 'S!C2'],
    ['under cells that were cut', move(0, 0, [1, 1]), 'S!B2'],
    [
      'in one of several commands',
      { kind: 'several', label: 'Paste', commands: [write([0, 0, 5], [1, 1, 9])] } as Command,
      'S!B2',
    ],
  ])('%s is refused, and nothing has changed', (_, command, subject) => {
    const workbook = open();
    const before = [workbook.document, workbook.sheetValues('S')];
    expect(workbook.apply(command)).toMatchObject({
      ok: false,
      problem: {
        code: 'part-of-array',
        subject,
        message: `${subject} is part of an array: the formula in S!A2 fills S!A2:C2.`,
      },
    });
    expect([workbook.document, workbook.sheetValues('S')]).toEqual(before);
    expect(workbook.undoLabel).toBeNull();
  });

  test('is written with the formula, or once that is gone', () => {
    const workbook = open();
    expect(workbook.apply(write([1, 1, 9], [1, 0, 8])).ok).toBe(true);
    expect(workbook.sheetValues('S')[1]).toEqual([8, 9]);
    workbook.undo();
    workbook.apply(write([1, 0, null]));
    expect(workbook.apply(write([1, 1, 9])).ok).toBe(true);
  });

  test('is emptied without effect, and moves with its formula', () => {
    const workbook = open();
    expect(workbook.apply(write([1, 1, null])).ok).toBe(true);
    expect(workbook.sheetValues('S')[1]).toEqual([1, 2, 3]);
    expect(workbook.apply(move(1, 0, [1, 1])).ok).toBe(true);
    expect(workbook.sheetValues('S')[1]).toEqual([null, 1, 2, 3]);
  });

  test('is looked for in the used part only of whole columns', () => {
    const workbook = open();
    const range = { top: 0, left: 5, bottom: 1_048_575, right: 5 };
    const command: Command = {
      kind: 'moveCells',
      label: 'Cut',
      from: { sheet: 'S', range },
      to: at('S', 0, 1),
    };
    expect(workbook.apply(command)).toMatchObject({ ok: false, problem: { code: 'part-of-array' } });
  });
});
