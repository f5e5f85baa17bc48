import type { Address, Range } from '../../shared/workbook/address.ts';
import type { Bounds } from '../../shared/workbook/document.ts';
import { boundedBy, brokenLimit, type BrokenLimit, type LimitSource } from '../../shared/workbook/limits.ts';
import { mostNamed } from './changed-cells.ts';
import type { SheetMirror } from './sheet-mirror.ts';

/** Bounds of the cells of a document, read from what its mirrors hold now. */
export class CellLimits {
  readonly #bounds: readonly Bounds[];
  readonly #sheets: ReadonlyMap<string, SheetMirror>;
  readonly #source: LimitSource;

  constructor(bounds: readonly Bounds[], sheets: ReadonlyMap<string, SheetMirror>) {
    this.#bounds = bounds;
    this.#sheets = sheets;
    this.#source = {
      bounds,
      valueAt: ({ sheet, row, column }) => sheets.get(sheet)?.value(row, column) ?? null,
    };
  }

  /** How a cell breaks its bounds; null when it does not. */
  broken(address: Address): BrokenLimit | null {
    return brokenLimit(address, this.#source);
  }

  /** The cells whose bounds are read from the changed ones: theirs may be broken or kept since. */
  readFrom(changed: readonly Address[]): Address[] {
    // Of many cells it takes less to name all that have bounds.
    if (changed.length > mostNamed) return this.all();
    return changed.flatMap((cell) =>
      boundedBy(this.#bounds, cell).flatMap(({ sheet, range }) => this.#usedCells(sheet, range)),
    );
  }

  /** All cells that have bounds. */
  all(): Address[] {
    return this.#bounds.flatMap(({ sheet, range }) => this.#usedCells(sheet, range));
  }

  /** Cells of a range as far as the sheet is used: a file may give bounds to whole columns. */
  #usedCells(sheet: string, range: Range): Address[] {
    const { usedRows = 0, usedColumns = 0 } = this.#sheets.get(sheet) ?? {};
    const cells: Address[] = [];
    for (let row = range.top; row <= Math.min(range.bottom, usedRows - 1); row++)
      for (let column = range.left; column <= Math.min(range.right, usedColumns - 1); column++)
        cells.push({ sheet, row, column });
    return cells;
  }
}
