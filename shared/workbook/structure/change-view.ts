import { standardColumnWidth, type Sheet, type WorkbookDocument } from '../document.ts';
import { success, type Result } from '../../result.ts';
import { differenceOf, sameSpans, unionOf } from '../line-spans.ts';
import { withHeight } from '../row-heights.ts';
import { beyondSheet, type LinesOfAxis } from './beyond-sheet.ts';
import { sheetNamed } from './change-sheets.ts';
import { hiddenLines, withHiddenLines, withRowHeights } from './sheet-lines.ts';

/** The document with one of its sheets changed. Refuses an unknown sheet. */
export function withSheet(
  document: WorkbookDocument,
  name: string,
  change: (sheet: Sheet) => Sheet,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const changed = change(found.value);
  if (changed === found.value) return success(document);
  return success({
    ...document,
    sheets: document.sheets.map((sheet) => (sheet === found.value ? changed : sheet)),
  });
}

/** The document with columns of a sheet of another width, in CSS pixels at 100 %. */
export function withColumnWidth(
  document: WorkbookDocument,
  sheet: string,
  { first, last }: { readonly first: number; readonly last: number },
  width: number,
): Result<WorkbookDocument> {
  return withSheet(document, sheet, (one) => {
    const columnWidths = [...one.columnWidths];
    while (columnWidths.length <= last) columnWidths.push(standardColumnWidth);
    columnWidths.fill(width, first, last + 1);
    const isSame = columnWidths.every((value, index) => value === one.columnWidths[index]);
    return isSame ? one : { ...one, columnWidths };
  });
}

/** The document with rows of a sheet of another height in CSS pixels at 100 %; null leaves it to what they hold. */
export function withRowHeight(
  document: WorkbookDocument,
  sheet: string,
  { first, last }: { readonly first: number; readonly last: number },
  height: number | null,
): Result<WorkbookDocument> {
  return withSheet(document, sheet, (one) => {
    const before = one.rowHeights ?? [];
    const after = withHeight(before, { first, last }, height);
    return JSON.stringify(after) === JSON.stringify(before) ? one : withRowHeights(one, after);
  });
}

/** The document with so many rows and columns of a sheet that stay in view. */
export function withFrozenLines(
  document: WorkbookDocument,
  sheet: string,
  frozenRows: number,
  frozenColumns: number,
): Result<WorkbookDocument> {
  return withSheet(document, sheet, (one) =>
    one.frozenRows === frozenRows && one.frozenColumns === frozenColumns
      ? one
      : { ...one, frozenRows, frozenColumns },
  );
}

/** The document with lines of a sheet hidden, or shown again. Refuses lines beyond the sheet. */
export function withLinesHidden(
  document: WorkbookDocument,
  sheet: string,
  lines: LinesOfAxis,
  hidden: boolean,
): Result<WorkbookDocument> {
  const refused = beyondSheet(sheet, lines);
  if (refused) return refused;
  const { axis, at, count } = lines;
  const changed = [{ first: at, last: at + count - 1 }];
  return withSheet(document, sheet, (one) => {
    const before = hiddenLines(one, axis);
    const after = hidden ? unionOf(before, changed) : differenceOf(before, changed);
    return sameSpans(before, after) ? one : withHiddenLines(one, axis, after);
  });
}
