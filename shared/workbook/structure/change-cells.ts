import type { Area, Range } from '../address.ts';
import type { Cell, CellContent, Sheet, WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { CellStyles, type StyleChange } from './cell-styles.ts';
import { sheetNamed } from './change-sheets.ts';
import { maximumLines } from './line-change.ts';
import { RowsDraft } from './rows-draft.ts';

/** A content for a cell, and the number format that the cell gets where it has none of its own. */
export interface CellWriting {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent | null;
  readonly format?: string | undefined;
}

function withContent(cell: Cell | null, content: CellContent | null, style: string | undefined): Cell | null {
  const isBare = style === undefined && !cell?.note && !cell?.provenance;
  if (content === null && isBare) return null;
  return { ...cell, content, ...(style !== undefined && { style }) };
}

function bySheet<Item extends { readonly sheet: string }>(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const own = found.get(item.sheet);
    if (own) own.push(item);
    else found.set(item.sheet, [item]);
  }
  return found;
}

function withSheets(
  document: WorkbookDocument,
  change: (sheet: Sheet) => RowsDraft | undefined,
  styles: CellStyles,
): WorkbookDocument {
  let changed = false;
  const sheets = document.sheets.map((sheet) => {
    const draft = change(sheet);
    if (!draft?.isChanged) return sheet;
    changed = true;
    return { ...sheet, rows: draft.rows };
  });
  return changed ? { ...document, sheets, styles: styles.all } : document;
}

/**
 * The document with these contents. Rows that hold none of them are the same objects as before, and so
 * is the document where all of them stand there already. Sheets that do not exist are passed over.
 */
export function withContents(document: WorkbookDocument, writings: readonly CellWriting[]): WorkbookDocument {
  const writingsOf = bySheet(writings);
  const styles = new CellStyles(document.styles);
  return withSheets(
    document,
    ({ name, rows }) => {
      const own = writingsOf.get(name);
      if (!own) return undefined;
      const draft = new RowsDraft(rows);
      for (const { row, column, content, format } of own) {
        const before = draft.at(row, column);
        const isGeneral = styles.of(before?.style)?.format === undefined;
        const style =
          format !== undefined && isGeneral ? styles.changed(before?.style, { format }) : before?.style;
        if ((before?.content ?? null) === content && before?.style === style) continue;
        draft.set(row, column, withContent(before, content, style));
      }
      return draft;
    },
    styles,
  );
}

/** The part of a range in which cells are changed: of whole columns and rows the part that is used. */
function withinUse({ top, left, bottom, right }: Range, { rows }: Sheet): Range {
  const usedColumns = () => rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    top,
    left,
    bottom: bottom === maximumLines.rows - 1 ? Math.min(bottom, rows.length - 1) : bottom,
    right: right === maximumLines.columns - 1 ? Math.min(right, usedColumns() - 1) : right,
  };
}

/** Cells, and how they are to look. */
export interface LookedArea extends Area {
  readonly look: StyleChange;
}

/** The most cells whose looks one command changes. */
const mostCells = 2_000_000;

/** The document with other looks of cells. Refuses an unknown sheet and more than two million cells. */
export function withLooks(
  document: WorkbookDocument,
  areas: readonly LookedArea[],
): Result<WorkbookDocument> {
  const named: LookedArea[] = [];
  let count = 0;
  for (const area of areas) {
    const sheet = sheetNamed(document, area.sheet);
    if (!sheet.ok) return sheet;
    const range = withinUse(area.range, sheet.value);
    count += Math.max(0, range.bottom - range.top + 1) * Math.max(0, range.right - range.left + 1);
    named.push({ sheet: sheet.value.name, range, look: area.look });
  }
  if (count > mostCells) {
    return failure({
      code: 'too-many-cells',
      message: `${count.toLocaleString('en-US')} cells are too many to format at once.`,
      subject: areas[0]?.sheet ?? '',
      remedy: 'Choose whole rows or columns, or fewer cells.',
    });
  }
  const areasOf = bySheet(named);
  const styles = new CellStyles(document.styles);
  return success(
    withSheets(
      document,
      ({ name, rows }) => {
        const own = areasOf.get(name);
        if (!own) return undefined;
        const draft = new RowsDraft(rows);
        for (const { range, look } of own)
          for (let row = range.top; row <= range.bottom; row++)
            for (let column = range.left; column <= range.right; column++) {
              const before = draft.at(row, column);
              const style = styles.changed(before?.style, look);
              if (style === before?.style) continue;
              draft.set(row, column, { content: null, ...before, ...(style !== undefined && { style }) });
            }
        return draft;
      },
      styles,
    ),
  );
}

/** The document with a note on a cell, or with none where it is null. */
export function withNote(
  document: WorkbookDocument,
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  note: string | null,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sheet);
  if (!found.ok) return found;
  return success(
    withSheets(
      document,
      (one) => {
        if (one !== found.value) return undefined;
        const draft = new RowsDraft(one.rows);
        const before = draft.at(row, column);
        if ((before?.note ?? null) === note) return draft;
        const { note: _, ...rest } = before ?? { content: null };
        const isBare = note === null && rest.content === null && !rest.style && !rest.provenance;
        draft.set(row, column, isBare ? null : { ...rest, ...(note !== null && { note }) });
        return draft;
      },
      new CellStyles(document.styles),
    ),
  );
}
