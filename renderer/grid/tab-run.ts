import type { Selection } from '../sheet-view.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';

/** Cells that are gone through with Tab: Enter then leads to the next row below the first of them, as in Excel. */
export class TabRun {
  /** The column in which it began. */
  #column = 0;
  /** The cell to which the last Tab has led; null while none goes on. */
  #at: (CellPosition & { readonly sheet: string }) | null = null;

  /** Tab leads from the active cell to the one beside it. */
  step({ sheet, row, column }: Selection, by: 1 | -1): void {
    if (!this.#isAt({ sheet, row, column })) this.#column = column;
    this.#at = { sheet, row, column: Math.max(0, column + by) };
  }

  /** Where Enter leads from the active cell; undefined where that is no cell that Tab has led to. */
  end({ sheet, row, column }: Selection): CellPosition | undefined {
    const isAt = this.#isAt({ sheet, row, column });
    this.#at = null;
    return isAt ? { row: row + 1, column: this.#column } : undefined;
  }

  #isAt({ sheet, row, column }: CellPosition & { readonly sheet: string }): boolean {
    return this.#at?.sheet === sheet && this.#at.row === row && this.#at.column === column;
  }
}
