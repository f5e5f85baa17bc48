/** One cell of a row as far as overflowing text is concerned. */
export interface SpillCell {
  /** True when nothing stands in the cell, so that a neighbour's text may run over it. */
  readonly empty: boolean;
  /** Pixels the text needs, padding included; 0 for what never runs over, such as numbers. */
  readonly textWidth: number;
  /** The side from which the text does not run over; from its middle it runs over both. */
  readonly align: 'left' | 'right' | 'center';
}

/** A part of a text that a cell shows: of a neighbour's, or of its own that runs over. */
export interface Spill {
  /** The column whose text it is. */
  readonly origin: number;
  /** Pixels from where the text begins to the left edge of this cell. */
  readonly offset: number;
  /** True in the last cell that the text reaches. */
  readonly last: boolean;
}

/**
 * Which cells of a row show a neighbour's text. As in Excel, text that is wider than its column
 * runs over empty cells, to the right, to the left or to both sides as it is aligned, and stops at the first that
 * is not empty. The column with the text itself is in the result too, when its text runs over, or when the cell
 * shows another part of it than its beginning.
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
    const { empty, textWidth, align } = cell(origin);
    const own = width(origin);
    if (empty || textWidth <= own) continue;
    const beyond = textWidth - own;
    // How much of the text lies left of its column.
    const left = { left: 0, center: beyond / 2, right: beyond }[align];
    let reached = own + left;
    let end = origin + 1;
    while (end < columns && reached < textWidth && cell(end).empty) {
      spills.set(end, { origin, offset: reached, last: false });
      reached += width(end);
      end++;
    }
    let begun = left;
    for (let before = origin - 1; before >= 0 && begun > 0; before--) {
      if (!cell(before).empty || spills.has(before)) break;
      begun -= width(before);
      spills.set(before, { origin, offset: begun, last: false });
    }
    if (end === origin + 1 && align === 'left') continue;
    spills.set(origin, { origin, offset: left, last: false });
    const last = spills.get(end - 1);
    if (last) spills.set(end - 1, { ...last, last: true });
    origin = end - 1;
  }
  return spills;
}
