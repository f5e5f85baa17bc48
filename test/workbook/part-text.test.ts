import { expect, test } from 'vitest';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const workbook = Workbook.open(
  plainDocument({
    Sheet: [
      [2, 0.1, 'say "so"', true],
      [5, '=1/0', null, '=A1*1.5'],
    ],
  }),
);
const at = { sheet: 'Sheet', row: 4, column: 4 };

test.each([
  ['=A1+A2', '7'],
  ['=A1/3', '0.666666666666667'],
  ['=C1', '"say ""so"""'],
  ['=D1', 'TRUE'],
  ['=C2', '0'],
  ['=B2', '#DIV/0!'],
  ['=A1:B1', '{2,0.1}'],
  ['=A1:B2', '{2,0.1;5,#DIV/0!}'],
  ['=SUM(A1:A2)*10', '70'],
])('%s gives %s, as a part of a formula', (formula, text) => {
  expect(workbook.partText(formula, at)).toBe(text);
});

test('what does not read by itself, and what is longer than a formula may be, gives nothing', () => {
  expect(workbook.partText('=A1+', at)).toBeNull();
  expect(workbook.partText('=SEQUENCE(9000)', at)).toBeNull();
});
