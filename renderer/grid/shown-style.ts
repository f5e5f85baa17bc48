import type { CellStyle } from '../../shared/workbook/document.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';

/** The style with which a cell is shown: its own, and over it what conditional formats give it; undefined for none. */
export function shownStyle(
  sheet: SheetMirror,
  styles: Readonly<Record<string, CellStyle>>,
  row: number,
  column: number,
): CellStyle | undefined {
  const key = sheet.cell(row, column)?.style;
  const style = key === undefined ? undefined : styles[key];
  const conditional = sheet.conditionalLook(row, column);
  if (!conditional) return style;
  const { bar: _, icon: __, ...look } = conditional;
  return { role: 'calculation', ...style, ...look };
}
