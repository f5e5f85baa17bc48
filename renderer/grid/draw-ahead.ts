/** How many rows more are drawn on the side to which the sheet is scrolled: with more, drawing them holds the screen longer. */
const rowsAhead = 6;

/** The rows that the grid is about to draw, as it works them out. */
export interface DrawnRows {
  startRow: number | null;
  endRow: number | null;
}

/**
 * Has the grid draw some rows ahead of those in view while it is scrolled, so that the next steps of
 * the wheel find them there: drawing the rows in view anew costs more than a frame has time for.
 */
export function drawAhead(rowCount: () => number): (drawn: DrawnRows) => void {
  let lastStart = 0;
  let side: 'before' | 'after' | null = null;
  return (drawn) => {
    const { startRow, endRow } = drawn;
    if (startRow === null || endRow === null) return;
    if (startRow !== lastStart) side = startRow > lastStart ? 'after' : 'before';
    lastStart = startRow;
    if (side === 'after') drawn.endRow = Math.min(endRow + rowsAhead, rowCount() - 1);
    if (side === 'before') drawn.startRow = Math.max(startRow - rowsAhead, 0);
  };
}
