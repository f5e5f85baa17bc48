import { afterEach, describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { readFilter } from '../../shared/exchange/xlsx/read-filter.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { textOf, unzip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import type { FilterCriterion, SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { problemAfter } from './damaged-file.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

/** A table of two columns with a filter, and a row below it that is hidden by hand. */
function filtered(criterion: FilterCriterion): WorkbookDocument {
  const plain = plainDocument({
    S: [['Name', 'Amount', '=SUBTOTAL(9,B2:B4)'], ['a & "b"', 1], ['b', 2], ['c', 3], ['below'], ['more']],
  });
  const filter: SheetFilter = {
    range: { top: 0, left: 0, bottom: 3, right: 1 },
    columns: [{ column: 1, criterion }],
    hiddenRows: [{ first: 2, last: 2 }],
  };
  return {
    ...plain,
    sheets: plain.sheets.map((sheet) => ({ ...sheet, filter, hiddenRows: [{ first: 5, last: 5 }] })),
  };
}

const criteria: readonly FilterCriterion[] = [
  { kind: 'values', texts: ['1', 'a & "b" <c>', '_x0041_', 'two\nlines'], blanks: true },
  { kind: 'values', texts: [], blanks: true },
  {
    kind: 'conditions',
    join: 'and',
    conditions: [
      { operator: 'greaterThanOrEqual', value: 0.5 },
      { operator: 'notEqual', value: '*x~*y?' },
    ],
  },
  {
    kind: 'conditions',
    join: 'or',
    conditions: [
      { operator: 'equal', value: '' },
      { operator: 'lessThan', value: -2 },
    ],
  },
  { kind: 'top', from: 'smallest', count: 25, isPercent: true },
  { kind: 'top', from: 'largest', count: 10, isPercent: false },
  { kind: 'average', side: 'above' },
  { kind: 'average', side: 'below' },
  { kind: 'period', period: 'lastQuarter' },
  { kind: 'period', period: 'M12' },
];

describe('a filter in a file', () => {
  test.each(criteria)('comes back from .xlsx with the rows that it hides: $kind', async (criterion) => {
    const document = filtered(criterion);
    const workbook = Workbook.open(document);
    opened.push(workbook);
    expect(workbook.value({ sheet: 'S', row: 0, column: 2 })).toBe(4);
    const read = await readXlsx(await writeXlsx(workbook), 'x.xlsx');
    if (!read.ok) throw new Error(read.problem.message);
    const [sheet] = read.value.document.sheets;
    expect(sheet?.filter).toEqual(document.sheets[0]?.filter);
    expect(sheet?.hiddenRows).toEqual([{ first: 5, last: 5 }]);
    expect(read.value.warnings).toEqual([]);
  });

  test('hides rows as one in Excel does: the sheet says so, and a hidden name of the sheet is its table', async () => {
    const [first] = filtered({ kind: 'average', side: 'above' }).sheets;
    if (!first) throw new Error('There is no sheet');
    const plain = plainDocument({ Before: [[1]] }, { one: 'Before!A1' });
    const workbook = Workbook.open({ ...plain, sheets: [...plain.sheets, { ...first, name: "It's" }] });
    opened.push(workbook);
    const file = await writeXlsx(workbook);
    const entries = zipDirectory(file);
    const parts = entries && (await unzip(file, entries, Infinity));
    if (!parts?.ok) throw new Error('The file is no archive');
    const textAt = (part: string) => textOf(parts.value.get(part) ?? new Uint8Array());
    expect(textAt('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="1">'It''s'!$A$1:$B$4</definedName>`,
    );
    expect(textAt('xl/worksheets/sheet2.xml')).toContain('<sheetPr filterMode="1">');
    expect(textAt('xl/worksheets/sheet1.xml')).not.toContain('filterMode');
    const read = await readXlsx(file, 'x.xlsx');
    expect(read.ok && read.value.document.names.map(({ name }) => name)).toEqual(['one']);
  });

  test.each([
    ['"cells":"A1:B4"', '"cells":"S!A1:B4"', 'no cells'],
    ['"column":"B"', '"column":"C"', 'none of its own'],
    ['"hiddenRows":["3:3"]}', '"hiddenRows":["1:1"]}', 'none of its rows'],
  ])('of ours that contradicts itself is refused: %s', (from, to, words) => {
    const text = writeRoundtripFile(filtered({ kind: 'average', side: 'above' }));
    expect(problemAfter(text, from, to).message).toContain(words);
  });
});

describe('what Excel writes of a filter', () => {
  test('is read with its prefixes, and what has no place is told', () => {
    const read = readFilter(
      `<x:worksheet><x:autoFilter ref="B2:D9"><x:filterColumn colId="0"><x:colorFilter dxfId="1"/></x:filterColumn>
      <x:filterColumn colId="2"><x:filters><x:filter val="a&amp;b"/><x:dateGroupItem year="2026" dateTimeGrouping="year"/></x:filters></x:filterColumn></x:autoFilter></x:worksheet>`,
    );
    expect(read).toEqual({
      range: { top: 1, left: 1, bottom: 8, right: 3 },
      columns: [{ column: 3, criterion: { kind: 'values', texts: ['a&b'], blanks: false } }],
      hasCriteria: true,
      unread: [1],
      withDates: [3],
    });
    expect(readFilter('<worksheet><autoFilter ref="A1:B2"/></worksheet>')?.hasCriteria).toBe(false);
    expect(readFilter('<worksheet/>')).toBeUndefined();
  });
});
