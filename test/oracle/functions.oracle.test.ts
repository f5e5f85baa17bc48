import { describe, expect, test } from 'vitest';
import { isCellError, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import { data, excelCases } from '../engine/excel-cases.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { recalculateWithLibreOffice, runsOracle } from './recalculate.ts';

const here = await runsOracle();

/** Same value, as far as a file tells: LibreOffice writes booleans of array formulas as 0 and 1, and names errors its own way. */
function same(ours: CellValue, theirs: CellValue): boolean {
  if (isCellError(ours)) return isCellError(theirs);
  if (typeof ours === 'boolean') return ours === theirs || Number(ours) === theirs;
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
  return ours === theirs || (ours === '' && theirs === null);
}

/** Rows from one formula to the next: more than the longest result that spills. */
const spillRows = 8;

/** A workbook of plain contents. */
function workbookOf(
  contents: Readonly<Record<string, readonly (readonly (CellContent | null)[])[]>>,
): Workbook {
  return Workbook.open({
    title: 'Functions',
    styles: {},
    names: [],
    sheets: Object.entries(contents).map(([name, rows]) => ({
      name,
      rows: Array.from(rows, (cells: (typeof rows)[number] | undefined) =>
        (cells ?? []).map((content) => (content === null ? null : { content })),
      ),
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    })),
  });
}

describe.skipIf(!here)('expected values against LibreOffice', () => {
  test(
    'LibreOffice recalculates the same values, but for the differences that are named',
    { timeout: 60_000 },
    async () => {
      const cases = Object.values(excelCases)
        .flat()
        .filter(([, , , differs]) => differs === undefined);
      // Each formula has room for a result that spills.
      const formulas: (CellContent | null)[][] = [];
      for (const [index, [formula]] of cases.entries()) formulas[index * spillRows] = [formula];
      const xlsx = await writeXlsx(workbookOf({ Data: data, Formulas: formulas }));
      const values = (await recalculateWithLibreOffice(xlsx)).get('Formulas') ?? [];
      const unlike = cases.flatMap(([formula, expected], row) => {
        const theirs = values[row * spillRows]?.[0] ?? null;
        return same(expected, theirs) ? [] : [{ formula, expected, theirs }];
      });
      expect(unlike).toEqual([]);
      expect(cases.length).toBeGreaterThan(300);
    },
  );
});
