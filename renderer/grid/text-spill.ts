/** One cell of a row as far as overflowing text is concerned. */
export interface SpillCell {
  /** True when nothing stands in the cell, so that a neighbour's text may run over it. */
  readonly empty: boolean;
  /** Pixels the text needs, padding included; 0 for what never runs over, such as numbers. */
  readonly textWidth: number;
}

/** A part of a neighbour's text that a cell shows. */
export interface Spill {
  /** The column whose text it is. */
  readonly origin: number;
  /** Pixels from the left edge of the origin to the left edge of this cell. */
  readonly offset: number;
  /** True in the last cell that the text reaches. */
  readonly last: boolean;
}

/**
 * Which cells of a row show a neighbour's text. As in Excel, text that is wider than its column
 * runs to the right over empty cells and stops at the first that is not empty. The column with the
 * text itself is in the result too, with offset 0, when its text runs over.
 *
 * Each cell paints its own slice, so that the text is whole across frozen panes and where its own
 * column has been scrolled out of view.
 *
 * `columns` is where the grid ends, `used` the end of those that texts may stand in.
 */
export function rowSpills(
  columns: number,
  cell: (column: number) => SpillCell,
  width: (column: number) => number,
  used = columns,
): Map<number, Spill> {
  const spills = new Map<number, Spill>();
  for (let origin = 0; origin < used; origin++) {
    const { empty, textWidth } = cell(origin);
    if (empty || textWidth <= width(origin)) continue;
    let reached = width(origin);
    let column = origin + 1;
    while (column < columns && reached < textWidth && cell(column).empty) {
      spills.set(column, { origin, offset: reached, last: false });
      reached += width(column);
      column++;
    }
    if (column === origin + 1) continue;
    spills.set(origin, { origin, offset: 0, last: false });
    const end = spills.get(column - 1);
    if (end) spills.set(column - 1, { ...end, last: true });
    origin = column - 1;
  }
  return spills;
}
