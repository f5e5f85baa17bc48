import { describe, expect, test } from 'vitest';
import { deletedOf, filteredOutProblem, unseenWords } from '../../renderer/commands/unseen-lines.ts';

const filtered = {
  range: { top: 0, left: 0, bottom: 4, right: 0 },
  columns: [],
  hiddenRows: [{ first: 2, last: 3 }],
};
const sheetWith = (hidden: object) => ({
  name: 'Data',
  filter: undefined,
  hiddenRows: [],
  hiddenColumns: [],
  ...hidden,
});
const lines = (first: number, last = first) => [{ first, last }];

describe('lines that are out of sight', () => {
  test('rows that a filter hides are not deleted, and those of a person are', () => {
    const sheet = sheetWith({ filter: filtered, hiddenRows: lines(2, 3) });
    expect(deletedOf(sheet, 'rows', lines(1, 4))).toEqual([...lines(1), ...lines(4)]);
    expect(deletedOf(sheet, 'columns', lines(2))).toEqual(lines(2));
    expect(deletedOf(sheetWith({ hiddenRows: lines(2, 3) }), 'rows', lines(1, 4))).toEqual(lines(1, 4));
    expect(deletedOf(sheet, 'rows', lines(2, 3))).toEqual([]);
    expect(filteredOutProblem(sheet, lines(2, 3)).message).toBe(
      'The filter hides rows 3 to 4 of Data, and what it hides is not deleted.',
    );
  });

  test('what was done to them alone is said', () => {
    const sheet = sheetWith({ hiddenRows: lines(2, 3), hiddenColumns: lines(1) });
    expect(unseenWords(sheet, 'rows', lines(2), 'deleted')).toMatch(
      /^Row 3 of Data, which was hidden, is deleted\. /,
    );
    expect(unseenWords(sheet, 'rows', lines(2, 3), 'inserted')).toMatch(
      /^Rows 3 to 4 of Data are inserted among hidden rows, and hidden as they are\. /,
    );
    expect(unseenWords(sheet, 'columns', lines(1), 'deleted')).toMatch(/^Column B of Data/);
    expect(unseenWords(sheet, 'rows', lines(1, 3), 'deleted')).toBeUndefined();
  });
});
