import type { Sheet, WorkbookDocument } from './document.ts';
import { withContents, type CellWriting } from './structure/change-cells.ts';

/** A document of the history with its sheets shown as large as they are now, which is no step of the history. */
export function withCarriedView(document: WorkbookDocument, current: WorkbookDocument): WorkbookDocument {
  const sheets = document.sheets.map((sheet) => {
    const now = current.sheets.find(({ name }) => name === sheet.name);
    return now ? withZoom(sheet, now.zoom) : sheet;
  });
  return sheets.every((sheet, index) => sheet === document.sheets[index])
    ? document
    : { ...document, sheets };
}

/** The sheet shown so large, in percent; undefined stands for 100. */
export function withZoom(sheet: Sheet, zoom: number | undefined): Sheet {
  const { zoom: before, ...others } = sheet;
  if (zoom === before) return sheet;
  return zoom === undefined ? others : { ...others, zoom };
}

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
