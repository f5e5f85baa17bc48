import { expect, test } from 'vitest';
import { maximumRows } from '../../shared/workbook/address.ts';
import type { LookChange } from '../../shared/workbook/command.ts';
import { at, workbookOf } from './small-workbook.ts';

function opened() {
  const workbook = workbookOf({ S: [['a'], ['b']] }, { list: 'S!A1:A2' });
  return {
    /** Changes looks in column A, from its first cell down to this one. */
    apply: (look: LookChange, bottom = 0) =>
      workbook.apply({
        kind: 'setLooks',
        label: 'Format',
        areas: [{ sheet: 'S', range: { top: 0, left: 0, bottom, right: 0 }, look }],
      }),
    styleAt: (row: number) => {
      const key = workbook.cell(at('S', row, 0))?.style;
      return key === undefined ? undefined : workbook.document.styles[key];
    },
  };
}

test('a look changes what it names; null takes it away', () => {
  const { apply, styleAt } = opened();
  apply({ strong: true, format: '0%' });
  apply({ format: null, align: 'right' });
  expect(styleAt(0)).toEqual({ role: 'calculation', strong: true, align: 'right' });
  expect(styleAt(1)).toBeUndefined();
});

test('of whole columns only the used cells change', () => {
  const { apply, styleAt } = opened();
  apply({ strong: true }, maximumRows - 1);
  expect([styleAt(1), styleAt(2)]).toEqual([{ role: 'calculation', strong: true }, undefined]);
});
