import type { CellPosition } from './sheet-mirror.ts';

/** Something of some cells of a sheet. A million of them are kept and found about as fast as in lists, which a map does not do. */
export class SparseCells<Item> {
  readonly #rows = new Map<number, (Item | undefined)[]>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  has(row: number, column: number): boolean {
    return this.get(row, column) !== undefined;
  }

  get(row: number, column: number): Item | undefined {
    return this.#rows.get(row)?.[column];
  }

  set(row: number, column: number, item: Item): void {
    let cells = this.#rows.get(row);
    if (!cells) {
      cells = [];
      this.#rows.set(row, cells);
    }
    if (cells[column] === undefined) this.#count++;
    cells[column] = item;
  }

  delete(row: number, column: number): void {
    const cells = this.#rows.get(row);
    if (cells?.[column] === undefined) return;
    cells[column] = undefined;
    this.#count--;
  }

  /** Calls back with each cell and what is kept of it. */
  forEach(visit: (place: CellPosition, item: Item) => void): void {
    for (const [row, cells] of this.#rows) {
      // `forEach` passes over the cells that were never set.
      cells.forEach((item, column) => {
        if (item !== undefined) visit({ row, column }, item);
      });
    }
  }
}
