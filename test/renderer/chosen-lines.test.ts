import { expect, test } from 'vitest';
import { linesText } from '../../shared/workbook/structure/line-change.ts';
import { newSheetName } from '../../renderer/commands/sheets.ts';

test('labels name lines as their headings do', () => {
  expect(linesText('rows', 4, 1)).toBe('row 5');
  expect(linesText('rows', 4, 3)).toBe('rows 5 to 7');
  expect(linesText('columns', 25, 2)).toBe('columns Z to AA');
});

test('a new sheet takes the first number that is free, whatever the case', () => {
  expect(newSheetName(['Cover'])).toBe('Sheet1');
  expect(newSheetName(['sheet1', 'Sheet2', 'Sheet4'])).toBe('Sheet3');
});
