import { addressText, columnLetters, overlap, type Area } from '../address.ts';
import { areaText } from '../areas.ts';
import type { CalculatedCells } from '../calculated-cells.ts';
import type { Cell, CellValue, WorkbookDocument } from '../document.ts';
import { rowsOutOfSight } from '../filter/rows-out-of-sight.ts';
import { spanAt } from '../line-spans.ts';
import { relocateContent } from '../relocate.ts';
import { failure, success, type Result } from '../../result.ts';
import { sortOrder } from '../sort/sort-order.ts';
import { CellStyles } from './cell-styles.ts';
import { borderParts } from '../look.ts';
import { sheetNamed } from './change-sheets.ts';
import { RowsDraft } from './rows-draft.ts';

/** A column, counted from 0 on the sheet, by which rows are sorted. */
export interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

export interface RowSort extends Area {
  /** The first counts first, the next where it finds rows alike. */
  readonly keys: readonly SortKey[];
  /** The first row holds headings, and stays. */
  readonly hasHeader: boolean;
  /** The language whose order texts have, such as `en-US`. */
  readonly locale: string;
}

/** The places of rows in their new order; those that are alike stay in theirs, and empty cells are last. */
function inOrder(
  rows: readonly number[],
  keys: readonly { readonly values: readonly CellValue[]; readonly descending: boolean }[],
  locale: string,
): number[] {
  const compare = sortOrder(locale);
  return rows
    .map((_, place) => place)
    .toSorted((one, other) => {
      for (const { values, descending } of keys) {
        const [left = null, right = null] = [values[one], values[other]];
        if (left === null || right === null) {
          if (left !== right) return left === null ? 1 : -1;
          continue;
        }
        const order = compare(left, right);
        if (order !== 0) return descending ? -order : order;
      }
      return one - other;
    });
}

/**
 * The document with the rows of a range sorted by the values of some of its columns. Cells move with
 * their notes and looks, but for borders, which stay where they are, as in Excel; a formula reads as if it had been copied to its new row, and what refers to
 * the cells refers to the same places as before. Rows out of sight stay where they are. Refuses an
 * unknown sheet, a key beside the range, results of what-if tables, and results over several cells.
 */
export function withRowsSorted(
  document: WorkbookDocument,
  sort: RowSort,
  calculated: CalculatedCells,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sort.sheet);
  if (!found.ok) return found;
  const sheet = found.value;
  const { left, right } = sort.range;
  const top = sort.range.top + (sort.hasHeader ? 1 : 0);
  const bottom = Math.min(sort.range.bottom, sheet.rows.length - 1);
  const subject = areaText({ sheet: sheet.name, range: sort.range });
  const stray = sort.keys.find(({ column }) => column < left || column > right);
  if (stray) {
    return failure({
      code: 'sort-key-outside',
      message: `Column ${columnLetters(stray.column)} is not among the cells to sort, ${subject}.`,
      subject,
      remedy: 'Choose a column of the range.',
    });
  }
  if (bottom <= top) return success(document);
  const area: Area = { sheet: sheet.name, range: { top, left, bottom, right } };
  const table = document.whatIfTables?.find(
    (one) => one.sheet === sheet.name && overlap(one.results, area.range),
  );
  if (table) {
    return failure({
      code: 'part-of-what-if-table',
      message: `${subject} holds results of a what-if table, which is calculated as one block.`,
      subject,
      remedy: 'Sort cells beside the table.',
    });
  }
  const spill = calculated.spillIn(area);
  if (spill) {
    const at = addressText({ sheet: sheet.name, row: spill.top, column: spill.left });
    return failure({
      code: 'part-of-array',
      message: `${subject} cannot be sorted: the formula in ${at} fills ${areaText({ sheet: sheet.name, range: spill })}, which stays together.`,
      subject,
      remedy: 'Sort cells beside it, or sort inside the formula with SORT.',
    });
  }
  const unseen = rowsOutOfSight(sheet);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index).filter(
    (row) => !spanAt(unseen, row),
  );
  const keys = sort.keys.map(({ column, descending }) => {
    const values = calculated.rangeValues(sheet.name, { top, left: column, bottom, right: column });
    return { descending, values: rows.map((row) => values[row - top]?.[0] ?? null) };
  });
  const draft = new RowsDraft(sheet.rows);
  const styles = new CellStyles(document.styles);
  for (const [place, from] of inOrder(rows, keys, sort.locale).entries()) {
    const [to, source] = [rows[place], rows[from]];
    if (to === undefined || source === undefined || to === source) continue;
    for (let column = left; column <= right; column++) {
      const there = sheet.rows[to]?.[column] ?? null;
      const moved = movedCell(sheet.rows[source]?.[column] ?? null, source, to, column);
      const cell = withBordersOf(moved, there, styles);
      if (cell !== draft.at(to, column)) draft.set(to, column, cell);
    }
  }
  if (!draft.isChanged) return success(document);
  return success({
    ...document,
    styles: styles.all,
    sheets: document.sheets.map((one) => (one === sheet ? { ...sheet, rows: draft.rows } : one)),
  });
}

/** The cell with the borders of the one whose place it takes. */
function withBordersOf(cell: Cell | null, before: Cell | null, styles: CellStyles): Cell | null {
  const [own, left] = [styles.of(cell?.style), styles.of(before?.style)];
  const lines = Object.values(borderParts).filter((part) => own?.[part] !== left?.[part]);
  if (lines.length === 0) return cell;
  const style = styles.changed(
    cell?.style,
    Object.fromEntries(lines.map((part) => [part, left?.[part] ?? null])),
  );
  if (style === cell?.style) return cell;
  const { style: _, ...rest } = cell ?? { content: null };
  return style === undefined ? rest : { ...rest, style };
}

function movedCell(cell: Cell | null, from: number, to: number, column: number): Cell | null {
  if (!cell) return null;
  const content = relocateContent(cell.content, { row: from, column }, { row: to, column });
  return content === cell.content ? cell : { ...cell, content };
}
