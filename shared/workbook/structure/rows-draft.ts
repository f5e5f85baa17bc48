import type { Cell, Sheet } from '../document.ts';

/** The rows with some cells changed; rows and cells that stay as they are stay the same objects. */
export class RowsDraft {
  readonly rows: (readonly (Cell | null)[])[];
  readonly #own = new Map<number, (Cell | null)[]>();

  constructor(rows: Sheet['rows']) {
    this.rows = [...rows];
  }

  get isChanged(): boolean {
    return this.#own.size > 0;
  }

  at(row: number, column: number): Cell | null {
    return this.rows[row]?.[column] ?? null;
  }

  set(row: number, column: number, cell: Cell | null): void {
    let cells = this.#own.get(row);
    if (!cells) {
      while (this.rows.length <= row) this.rows.push([]);
      cells = [...(this.rows[row] ?? [])];
      this.#own.set(row, cells);
      this.rows[row] = cells;
    }
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
  }
}
