import type { WorkbookDocument } from './document.ts';
import { withContents, type CellWriting } from './structure/change-cells.ts';

/**
 * A document of the history with the results that what-if tables have now. Results are no step of the
 * history: those of an earlier state would only be older. Tables of another size keep their own.
 */
export function withCarriedResults(document: WorkbookDocument, current: WorkbookDocument): WorkbookDocument {
  const tables = document.whatIfTables ?? [];
  const currentTables = current.whatIfTables ?? [];
  if (tables.length === 0 || tables.length !== currentTables.length) return document;
  const writings: CellWriting[] = [];
  for (const [index, { sheet, results }] of tables.entries()) {
    const now = currentTables[index];
    const rows = current.sheets.find(({ name }) => name === now?.sheet)?.rows;
    if (!now || !rows) continue;
    const { top, left, bottom, right } = now.results;
    if (bottom - top !== results.bottom - results.top || right - left !== results.right - results.left)
      continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        writings.push({
          sheet,
          row: results.top + row - top,
          column: results.left + column - left,
          content: rows[row]?.[column]?.content ?? null,
        });
      }
    }
  }
  return withContents(document, writings);
}
