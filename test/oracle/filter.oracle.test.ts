import { expect, test } from 'vitest';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { valuesOf } from './compare.ts';
import { recalculateWithLibreOffice, runsOracle } from './recalculate.ts';

/** Totals of a table, which pass over what its filter hides, what a person hid, or both. */
const totals: readonly CellContent[] = [
  '=SUBTOTAL(9,$B$2:$B$6)',
  '=SUBTOTAL(109,$B$2:$B$6)',
  '=SUBTOTAL(109,$B$2:$B$8)',
  '=SUBTOTAL(2,$B$2:$B$6)',
  '=SUBTOTAL(104,$B$2:$B$6)',
  '=SUBTOTAL(9,$B$2:$B$6,$C$1:$D$1)',
  '=AGGREGATE(9,5,$B$2:$B$6)',
  '=AGGREGATE(9,7,$B$2:$B$6)',
  '=AGGREGATE(14,5,$B$2:$B$6,2)',
  '=SUM($B$2:$B$6)',
];

test.runIf(await runsOracle())(
  'rows that are filtered, hidden or collapsed count for LibreOffice as here',
  async () => {
    const rows = [
      ['Kind', 'Amount', ...totals],
      ['a', 1],
      ['b', 2],
      ['a', 4],
      ['c', 8],
      ['a', 16],
      [],
      [null, 32],
    ];
    const plain = plainDocument({
      Filtered: rows,
      Collapsed: rows,
    });
    const document = {
      ...plain,
      sheets: plain.sheets.map((sheet) =>
        sheet.name === 'Filtered'
          ? {
              ...sheet,
              filter: {
                range: { top: 0, left: 0, bottom: 5, right: 1 },
                columns: [{ column: 0, criterion: { kind: 'values', texts: ['a'], blanks: false } as const }],
                hiddenRows: [
                  { first: 2, last: 2 },
                  { first: 4, last: 4 },
                ],
              },
              hiddenRows: [{ first: 7, last: 7 }],
            }
          : {
              ...sheet,
              hiddenRows: [{ first: 2, last: 3 }],
              rowGroups: [{ first: 2, last: 3, level: 1, collapsed: true as const }],
            },
      ),
    };
    const workbook = Workbook.open(document);
    const values = valuesOf(workbook);
    const file = await writeXlsx(workbook);
    workbook.close();
    const theirs = await recalculateWithLibreOffice(file);
    for (const name of ['Filtered', 'Collapsed'])
      expect(theirs.get(name)?.[0]).toEqual(values.get(name)?.[0]);
    expect(values.get('Filtered')?.[0]?.slice(2, 4)).toEqual([21, 21]);
    expect(values.get('Collapsed')?.[0]?.slice(2, 4)).toEqual([31, 25]);
  },
);
