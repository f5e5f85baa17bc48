import { expect, test } from 'vitest';
import { withDecimalPlaces } from '../../shared/workbook/decimal-places.ts';

test.each<[string | undefined, unknown, 1 | -1, string | undefined]>([
  [undefined, 12, 1, '0.0'],
  [undefined, 12.25, 1, '0.000'],
  [undefined, 12.25, -1, '0.0'],
  [undefined, 12, -1, '0'],
  [undefined, 'text', 1, '0.0'],
  ['General', 0.1 + 0.2, 1, '0.00'],
  ['0', 1, 1, '0.0'],
  ['0.0', 1, -1, '0'],
  ['0', 1, -1, '0'],
  ['#,##0.00', 1, 1, '#,##0.000'],
  ['#,##0', 1, 1, '#,##0.0'],
  ['0%', 1, 1, '0.0%'],
  ['0.00%', 1, -1, '0.0%'],
  ['#,##0.0;(#,##0.0);"–"', 1, 1, '#,##0.00;(#,##0.00);"–"'],
  ['#,##0.0;(#,##0.0);"0.0;"', 1, -1, '#,##0;(#,##0);"0.0;"'],
  ['_(* #,##0.00_);_(* (#,##0.00)', 1, -1, '_(* #,##0.0_);_(* (#,##0.0)'],
  ['[$€-407] #,##0.00', 1, 1, '[$€-407] #,##0.000'],
  ['0.00E+00', 1, 1, '0.000E+00'],
  ['.00', 1, -1, '.0'],
  ['yyyy-mm-dd', 45000, 1, 'yyyy-mm-dd'],
  ['@', 'x', 1, '@'],
])('%s of %j with %i reads %s', (format, value, step, expected) => {
  expect(withDecimalPlaces(format, value, step)).toBe(expected);
});
