import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { isCellError } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { compareValues, valuesOf } from './compare.ts';
import { realisticWorkbooks } from './realistic-workbooks.ts';
import { recalculateAllWithLibreOffice, runsOracle } from './recalculate.ts';

describe.runIf(await runsOracle())('workbooks as people write them', async () => {
  const opened = realisticWorkbooks.map((document) => {
    const workbook = Workbook.open(document);
    const values = valuesOf(workbook);
    return { document, values, file: writeXlsx(workbook).finally(() => workbook.close()) };
  });
  const theirs = await recalculateAllWithLibreOffice(await Promise.all(opened.map(({ file }) => file)));

  test.each(opened.map((one, index) => ({ ...one, title: one.document.title, theirs: theirs[index] })))(
    '$title: every cell has a value, and LibreOffice the same',
    ({ document, values, theirs: recalculated }) => {
      const errors = [...values].flatMap(([sheet, rows]) =>
        rows.flatMap((cells, row) =>
          cells.flatMap((value, column) => (isCellError(value) ? [{ sheet, row, column, value }] : [])),
        ),
      );
      expect(errors).toEqual([]);
      const { formulas, differences } = compareValues(document, values, recalculated ?? new Map());
      expect(differences).toEqual([]);
      expect(formulas).toBeGreaterThan(20);
    },
  );

  test.each(opened.map((one) => ({ ...one, title: one.document.title })))(
    '$title: comes back from its file with the same values',
    async ({ values, file }) => {
      const read = await readXlsx(await file, 'book.xlsx');
      if (!read.ok) throw new Error(read.problem.message);
      expect(read.value.warnings).toEqual([]);
      const again = Workbook.open(read.value.document);
      const found = valuesOf(again);
      again.close();
      expect(found).toEqual(values);
    },
  );
});
