/*
 * Which cells of a sheet the dependency graph knows.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula, SimpleCellAddress, SimpleCellRange } from 'hyperformula';

type Graph = Pick<HyperFormula, 'addressMapping'>;

/** The cells of a full sheet row by row, with holes; those of any other by column and row, in no order. */
type SheetCells =
  | { readonly rows: readonly (readonly unknown[])[] }
  | { readonly columns: ReadonlyMap<number, ReadonlyMap<number, unknown>> };

function cellsOfSheet({ addressMapping }: Graph, sheet: number): SheetCells {
  const { mapping: sheets } = addressMapping as unknown as {
    readonly mapping: ReadonlyMap<
      number,
      { readonly mapping: readonly (readonly unknown[])[] | Map<number, Map<number, unknown>> }
    >;
  };
  const mapping = sheets.get(sheet)?.mapping ?? [];
  return mapping instanceof Map ? { columns: mapping } : { rows: mapping };
}

/** Where a sheet has cells, in no order. Those between cost nothing. */
export function placesOfSheet(graph: Graph, sheet: number): SimpleCellAddress[] {
  const cells = cellsOfSheet(graph, sheet);
  const places: SimpleCellAddress[] = [];
  if ('rows' in cells)
    // The engine would look at every place up to the last row and column, be it a thousand million.
    cells.rows.forEach((row, number) => {
      row.forEach((cell, col) => {
        if (cell) places.push({ sheet, row: number, col });
      });
    });
  else
    for (const [col, column] of cells.columns)
      for (const row of column.keys()) places.push({ sheet, row, col });
  return places;
}

/** The cells of a range that there are, row by row. Those between cost nothing where they are many. */
export function placesInRange(graph: Graph, { start, end }: SimpleCellRange): SimpleCellAddress[] {
  const { sheet } = start;
  const cells = cellsOfSheet(graph, sheet);
  if ('rows' in cells) return placesInRows(cells.rows, start, end);
  const columns = [...cells.columns]
    .filter(([col]) => col >= start.col && col <= end.col)
    .toSorted(([one], [other]) => one - other);
  const known = columns.reduce((total, [, column]) => total + column.size, 0);
  const places: SimpleCellAddress[] = [];
  if (known * 4 < (end.row - start.row + 1) * columns.length) {
    for (const [col, column] of columns)
      for (const row of column.keys())
        if (row >= start.row && row <= end.row) places.push({ sheet, row, col });
    return places.toSorted((one, other) => one.row - other.row || one.col - other.col);
  }
  const last = Math.min(end.row, graph.addressMapping.getSheetHeight(sheet) - 1);
  for (let row = start.row; row <= last; row++)
    for (const [col, column] of columns) if (column.has(row)) places.push({ sheet, row, col });
  return places;
}

function placesInRows(
  rows: readonly (readonly unknown[])[],
  start: SimpleCellAddress,
  end: SimpleCellAddress,
): SimpleCellAddress[] {
  const places: SimpleCellAddress[] = [];
  const last = Math.min(end.row, rows.length - 1);
  for (let row = start.row; row <= last; row++) {
    const cells = rows[row] ?? [];
    const right = Math.min(end.col, cells.length - 1);
    for (let col = start.col; col <= right; col++)
      if (cells[col]) places.push({ sheet: start.sheet, row, col });
  }
  return places;
}
