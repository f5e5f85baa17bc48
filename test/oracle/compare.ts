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
 * Near zero a relative difference says nothing. Where figures of hundreds of billions cancel out,
 * each program is left with a rounding of its own: LibreOffice and Excel show zero when the last
 * step of a formula leaves only rounding, our engine keeps the rest, and the rest itself depends on
 * the order in which a sum was added up. Doubles of the size of 1,000 are 1e-13 apart, and a hundred
 * of them are added up in places: figures below this are zero in both.
 */
const residue = 1e-11;

/** True when both programs mean the same: numbers within the tolerance, texts and errors exactly. */
function same(ours: CellValue, theirs: CellValue): boolean {
  // A file has no difference between empty text and an empty cell once a program has saved it again.
  if ((ours ?? '') === '' && (theirs ?? '') === '') return true;
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const size = Math.max(Math.abs(ours), Math.abs(theirs));
    return size <= residue || Math.abs(ours - theirs) <= tolerance * size;
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
