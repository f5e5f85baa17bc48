import { expect, test } from 'vitest';
import { fitCommand, sizeCommand } from '../../renderer/commands/line-sizes.ts';
import { zoomStep, withinZoom } from '../../renderer/session/zoom-steps.ts';
import { pixelsOf, sizeIn } from '../../renderer/shell/line-size-units.ts';
import { changedDocument } from '../../shared/workbook/change-document.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { Sheet } from '../../shared/workbook/document.ts';
import { noValues } from '../fixtures/no-values.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const spans = [
  { first: 1, last: 2 },
  { first: 4, last: 4 },
];

function sheetAfter(...commands: readonly (Command | null)[]): Sheet | undefined {
  let document = plainDocument({ S: [[1, 2, 3, 4, 5, 6]] });
  for (const command of commands) {
    const changed = command && changedDocument(document, command, noValues);
    if (!changed?.ok) throw new Error('The command was refused');
    ({ document } = changed.value);
  }
  return document.sheets[0];
}

test('several columns get one width as one step, and hidden ones are shown', () => {
  const hidden = sizeCommand('S', 'columns', spans, 0);
  expect(hidden.label).toBe('Width of 3 columns of S');
  expect(sheetAfter(hidden)?.hiddenColumns).toEqual(spans);
  const wide = sheetAfter(hidden, sizeCommand('S', 'columns', spans, 120));
  expect(wide?.columnWidths).toEqual([88, 120, 120, 88, 120]);
  expect(wide).not.toHaveProperty('hiddenColumns');
});

test('rows of a height of their own are left to what they hold again', () => {
  const high = sizeCommand('S', 'rows', spans, 9999);
  expect(sheetAfter(high)?.rowHeights).toEqual(spans.map((span) => ({ ...span, height: 546 })));
  expect(
    sheetAfter(
      high,
      fitCommand('S', 'rows', spans, () => undefined),
    ),
  ).not.toHaveProperty('rowHeights');
});

test('columns are as wide as what they hold, and empty ones stay as they are', () => {
  const widths = [50, undefined, 70];
  const fitted = fitCommand('S', 'columns', [{ first: 0, last: 2 }], (column) => widths[column]);
  expect(fitted?.label).toBe('AutoFit columns A to C of S');
  expect(sheetAfter(fitted)?.columnWidths).toEqual([50, 88, 70]);
  expect(fitCommand('S', 'columns', [{ first: 1, last: 1 }], () => undefined)).toBeNull();
});

test('sizes are told in points and in digits, as in Excel', () => {
  expect(sizeIn('rows', 20)).toBe(15);
  expect(sizeIn('columns', 64)).toBe(8.43);
  expect(pixelsOf('columns', '8.43')).toBe(64);
  expect(pixelsOf('rows', '15,75')).toBe(21);
  expect(pixelsOf('columns', '0.5')).toBe(6);
  for (const wrong of ['', 'wide', '-1', '256']) expect(pixelsOf('columns', wrong)).toBeUndefined();
});

test('zoom goes by tens, from 10 to 400 percent', () => {
  expect(zoomStep(100, 1)).toBe(110);
  expect(zoomStep(85, 1)).toBe(90);
  expect(zoomStep(85, -1)).toBe(80);
  expect(zoomStep(10, -1)).toBe(10);
  expect(withinZoom(1234.5)).toBe(400);
});
