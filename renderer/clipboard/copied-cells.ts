import type { Range } from '../../shared/workbook/address.ts';
import {
  isFormula,
  type CellContent,
  type CellStyle,
  type CellValue,
} from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';
import type { OwnBlock } from './block.ts';
import { contentOfValue } from './value-content.ts';

/** The cells of a range as they stand now. */
export function copiedCells(session: Session, sheet: string, range: Range): OwnBlock {
  const mirror = session.sheet(sheet);
  const { top, left, bottom, right } = range;
  const contents: (CellContent | null)[][] = [];
  const values: CellValue[][] = [];
  const styles: (CellStyle | undefined)[][] = [];
  const notes: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const rowContents: (CellContent | null)[] = [];
    const rowValues: CellValue[] = [];
    const rowStyles: (CellStyle | undefined)[] = [];
    const rowNotes: string[] = [];
    for (let column = left; column <= right; column++) {
      const cell = mirror.cell(row, column);
      rowContents.push(cell?.content ?? null);
      rowValues.push(mirror.value(row, column));
      const style = session.styleOf(cell);
      if (style) rowStyles[column - left] = style;
      if (cell?.note !== undefined) rowNotes[column - left] = cell.note;
    }
    contents.push(rowContents);
    values.push(rowValues);
    styles.push(rowStyles);
    notes.push(rowNotes);
  }
  keepOrphanedValues(contents, values);
  return {
    kind: 'cells',
    origin: { row: top, column: left },
    columns: right - left + 1,
    contents,
    values,
    looks: { kind: 'styles', rows: styles },
    notes,
  };
}

/**
 * Cells filled by an array formula hold nothing themselves. Where the formula is copied with them it
 * fills its new cells again; where it is not, they are copied as the values they show.
 */
function keepOrphanedValues(contents: (CellContent | null)[][], values: readonly CellValue[][]): void {
  let above: boolean[] = [];
  for (const [row, cells] of contents.entries()) {
    const filled: boolean[] = [];
    for (const [column, content] of cells.entries()) {
      const value = values[row]?.[column] ?? null;
      filled[column] = isFormula(content);
      if (content !== null || value === null) continue;
      filled[column] = (filled[column - 1] ?? false) || (above[column] ?? false);
      if (!filled[column]) cells[column] = contentOfValue(value);
    }
    above = filled;
  }
}
