/** The rows of a table, with cells that reach over several rows and columns in their places. */
export class TableRows<Cell> {
  readonly all: (Cell | undefined)[][] = [];
  #row: (Cell | undefined)[] = [];
  /** Columns of this row into which a cell above reaches down. */
  #covered: boolean[] = [];
  /** How many more rows the cells of this row and those above reach down, by column. */
  #below: number[] = [];
  #columns = 0;

  /** Columns up to the last cell. */
  get columns(): number {
    return this.#columns;
  }

  get count(): number {
    return this.all.length;
  }

  /** Begins a row. */
  begin(): void {
    this.#row = [];
    this.all.push(this.#row);
    this.#covered = this.#below.map((rows) => rows > 0);
    this.#below = this.#below.map((rows) => Math.max(0, rows - 1));
  }

  /** Puts a cell into the next free place of the row; it covers the places beside and below it. */
  add(cell: Cell, columns: number, rows: number): void {
    while (this.#covered[this.#row.length]) this.#row.push(undefined);
    for (let added = 0; added < columns; added++) {
      const column = this.#row.length;
      this.#row.push(added === 0 ? cell : undefined);
      if (rows > 1) {
        while (this.#below.length <= column) this.#below.push(0);
        this.#below[column] = rows - 1;
      }
    }
    this.#columns = Math.max(this.#columns, this.#row.length);
  }

  /** Takes the last row away again. */
  drop(): void {
    this.all.pop();
  }
}
