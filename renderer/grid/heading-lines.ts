import type { CellRole, CellStyle } from '../../shared/workbook/document.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';

const columnsPerRow = 16_384;

/**
 * The cells of a sheet that have a line below because of the headings around them: the units under
 * headings, and a group's words over the headings of the group. Units that stand beside figures,
 * row by row, have none.
 */
export class HeadingLines {
  readonly #cells = new Set<number>();

  constructor(sheet: SheetMirror, styles: Readonly<Record<string, CellStyle>>) {
    const styleOf = (row: number, column: number): CellStyle | undefined => {
      const style = sheet.cell(row, column)?.style;
      return style === undefined ? undefined : styles[style];
    };
    const role = (row: number, column: number): CellRole | undefined => styleOf(row, column)?.role;
    for (let row = 0; row < sheet.usedRows; row++) {
      let group = false;
      for (let column = 0; column < sheet.usedColumns; column++) {
        const own = role(row, column);
        const above = styleOf(row - 1, column);
        // A heading with a line of its own is the last row of its head.
        if (own === 'unit' && above?.role === 'header' && !above.borderBottom)
          this.#cells.add(row * columnsPerRow + column);
        if (role(row + 1, column) !== 'header' || own === 'header') group = false;
        else if (own === 'unit' && sheet.value(row, column)) group = true;
        if (group) this.#cells.add(row * columnsPerRow + column);
      }
    }
  }

  has(row: number, column: number): boolean {
    return this.#cells.has(row * columnsPerRow + column);
  }
}
