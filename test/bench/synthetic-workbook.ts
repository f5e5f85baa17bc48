import { cellReference } from '../../shared/workbook/address.ts';
import type { Cell, WorkbookDocument } from '../../shared/workbook/document.ts';

/** Columns of periods on each row; the first column holds the input. */
const periods = 24;
/** Rows that hang together: an edit of the block's input moves this many rows. */
const blockRows = 10;

/**
 * A workbook shaped like a financial model, of about the given number of formulas: blocks of rows
 * over periods, each cell growing from the one at its left and adding the row above, and a total
 * per block that a last sheet sums up.
 */
export function syntheticWorkbook(formulaCount: number): WorkbookDocument {
  const blocks = Math.max(1, Math.round(formulaCount / (blockRows * periods + 2)));
  const rows: (Cell | null)[][] = [];
  const totals: (Cell | null)[][] = [];
  for (let block = 0; block < blocks; block++) {
    const top = rows.length;
    for (let offset = 0; offset < blockRows; offset++) {
      const row = top + offset;
      const cells: Cell[] = [{ content: 100 + offset }];
      for (let period = 1; period <= periods; period++) {
        const left = cellReference(row, period - 1);
        const above = offset > 0 ? `+${cellReference(row - 1, period)}*0.1` : '';
        cells.push({ content: `=IF(${left}>0,${left}*1.01${above},0)` });
      }
      rows.push(cells);
    }
    const from = cellReference(top, periods);
    const to = cellReference(top + blockRows - 1, periods);
    totals.push([
      { content: `=SUM(Model!${from}:${to})` },
      { content: `=A${block + 1}/MAX(1,Model!A${top + 1})` },
    ]);
  }
  const sheet = (name: string, cells: (Cell | null)[][]) => ({
    name,
    rows: cells,
    columnWidths: [],
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
  });
  return {
    title: 'Synthetic',
    styles: {},
    names: [],
    sheets: [sheet('Model', rows), sheet('Totals', totals)],
  };
}
