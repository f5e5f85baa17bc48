import { expect, test } from 'vitest';
import type { Range } from '../../shared/workbook/address.ts';
import { Session } from '../../renderer/session.ts';
import { selectionSummary } from '../../renderer/shell/selection-summary.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

async function summary(
  top: number,
  left: number,
  bottom: number,
  right: number,
  others: readonly Range[] = [],
) {
  const document = plainDocument({
    Sheet: [
      [1, 'text', '=1/0'],
      [2.5, '=""', true],
      [-3, null, 7],
    ],
  });
  const opened = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  const range = { top, left, bottom, right };
  return selectionSummary(opened.value, { sheet: 'Sheet', row: top, column: left, range, others });
}

test('numbers come to an average, a least, a most and a sum', async () => {
  expect(await summary(0, 0, 2, 0)).toEqual({
    count: 3,
    numericalCount: 3,
    numbers: { average: 0.5 / 3, min: -3, max: 2.5, sum: 0.5, format: undefined },
  });
});

test('texts, empty texts of formulas and truth values count, but not as numbers', async () => {
  expect(await summary(0, 1, 2, 1)).toEqual({ count: 2, numericalCount: 0, numbers: null });
  expect(await summary(1, 0, 2, 2)).toMatchObject({
    count: 5,
    numericalCount: 3,
    numbers: { sum: 6.5, min: -3, max: 7 },
  });
});

test('with an error among them numbers come to nothing', async () => {
  expect(await summary(0, 0, 2, 2)).toEqual({ count: 8, numericalCount: 4, numbers: null });
});

test('a whole column is read as far as it is used', async () => {
  expect(await summary(0, 0, 1_048_575, 0)).toMatchObject({ count: 3, numbers: { sum: 0.5 } });
});

test('of several ranges every cell counts once', async () => {
  const first = { top: 0, left: 0, bottom: 1, right: 0 };
  expect(await summary(1, 0, 2, 0, [first])).toMatchObject({ count: 3, numbers: { sum: 0.5 } });
  expect(await summary(2, 2, 2, 2, [first])).toMatchObject({ count: 3, numbers: { sum: 10.5 } });
});
