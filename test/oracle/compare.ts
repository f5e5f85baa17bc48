import { addressText } from '../../shared/workbook/address.ts';
import { isFormula, type CellValue, type WorkbookDocument } from '../../shared/workbook/document.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';

/** Values of all sheets by name, row by row. */
export type SheetValues = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

/** The values that a workbook has now. */
export function valuesOf(workbook: Workbook): SheetValues {
  return new Map(workbook.document.sheets.map(({ name }) => [name, workbook.sheetValues(name)]));
}

/** Relative difference that two correct programs may have after thousands of steps. */
const tolerance = 1e-9;

/**
 * Near zero a relative difference says nothing: where figures of hundreds of US$ bn cancel out, each
 * program is left with a rounding of its own. Doubles of the size of 1,000 are 1e-13 apart, the order
 * in which a sum is added up adds a few of those, LibreOffice (as Excel) shows zero when the last step
 * of a formula leaves only rounding, and the present value at an IRR is as far from zero as the search
 * for the IRR was stopped short, which every program does on its own. So below `nearZero`, US$ 100,000
 * or a hundredth of a percent, figures are the same within `residue`, ten cents.
 */
const nearZero = 1e-4;
const residue = 1e-10;

/** True when both programs mean the same: numbers within the tolerance, texts and errors exactly. */
function same(ours: CellValue, theirs: CellValue): boolean {
  // A file has no difference between empty text and an empty cell once a program has saved it again.
  if ((ours ?? '') === '' && (theirs ?? '') === '') return true;
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const size = Math.max(Math.abs(ours), Math.abs(theirs));
    const difference = Math.abs(ours - theirs);
    return difference <= tolerance * size || (size <= nearZero && difference <= residue);
  }
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

/** How many formulas were compared, and a sentence for each cell that differs, formula or not. */
export function compareValues(
  document: WorkbookDocument,
  ours: SheetValues,
  theirs: SheetValues,
): { readonly formulas: number; readonly differences: readonly string[] } {
  let formulas = 0;
  const differences: string[] = [];
  for (const sheet of document.sheets) {
    const here = ours.get(sheet.name) ?? [];
    const there = theirs.get(sheet.name) ?? [];
    for (let row = 0; row < Math.max(here.length, there.length); row++) {
      for (let column = 0; column < Math.max(here[row]?.length ?? 0, there[row]?.length ?? 0); column++) {
        const content = sheet.rows[row]?.[column]?.content;
        if (isFormula(content)) formulas++;
        const [mine, its] = [here[row]?.[column] ?? null, there[row]?.[column] ?? null];
        if (!same(mine, its))
          differences.push(
            `${addressText({ sheet: sheet.name, row, column })} ${JSON.stringify(mine)} here, ${JSON.stringify(its)} there: ${String(content)}`,
          );
      }
    }
  }
  return { formulas, differences };
}
