import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { exampleDocument } from '../../shared/function-guide/example-cells.ts';
import { functionGuide } from '../../shared/function-guide/index.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { draftOf } from '../fixtures/draft.ts';

/** Rows from one formula to the next, so that results may spill. */
const spacing = 20;
const firstRow = 10;

/** Every example of the guide in a cell of its own, below the cells that examples read. */
function examplesDocument(): WorkbookDocument {
  const document = draftOf(exampleDocument());
  const [sheet] = document.sheets;
  if (!sheet) throw new Error('The examples have no sheet');
  const formulas = ['=SUM(amounts)', '=NPV(10%,amounts)', ...functionGuide.map(({ example }) => example)];
  for (const [index, content] of formulas.entries()) sheet.rows[firstRow + index * spacing] = [{ content }];
  return {
    ...document,
    names: [
      {
        name: 'amounts',
        label: 'Amounts',
        unit: 'US$ bn',
        sheet: sheet.name,
        range: { top: 1, left: 2, bottom: 5, right: 2 },
      },
    ],
    sheets: [{ ...sheet, rows: Array.from(sheet.rows, (row) => row ?? []) }],
  };
}

/** Functions whose result is another one at every calculation. */
const changing = /\b(?:NOW|RAND|RANDARRAY|RANDBETWEEN|TODAY)\(/;

test('every function is kept in an .xlsx file, with its value, and comes back as it was', async () => {
  const examples = examplesDocument();
  const workbook = Workbook.open(examplesDocument());
  const file = await writeXlsx(workbook);
  const values = workbook.sheetValues('Examples');
  workbook.close();

  const read = await readXlsx(file, 'examples.xlsx');
  if (!read.ok) throw new Error(read.problem.message);
  expect(read.value.warnings).toEqual([]);
  const [formulas] = read.value.document.sheets;
  const again = Workbook.open(read.value.document);
  const different = examples.sheets[0]?.rows.flatMap(([cell], row) => {
    if (cell?.content === undefined || cell.content === null) return [];
    const formula = formulas?.rows[row]?.[0]?.content;
    const value = again.value({ sheet: 'Examples', row, column: 0 });
    const same = changing.test(String(cell.content)) || isDeepStrictEqual(value, values[row]?.[0] ?? null);
    return formula === cell.content && same ? [] : [{ before: cell.content, after: formula, value }];
  });
  again.close();
  expect(different).toEqual([]);
});
