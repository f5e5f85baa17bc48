import { cellReference } from '../../shared/workbook/address.ts';
import type { Cell, WorkbookDocument } from '../../shared/workbook/document.ts';

/** Columns of periods on each row; the first column holds the input. */
const periods = 24;
/** Rows that hang together: an edit of the block's input moves this many rows. */
const blockRows = 10;

/**
 * A workbook shaped like a financial model, of about the given number of formulas: blocks of rows
 * over periods, each cell growing from the one at its left and adding the row above, and a total
 * per block that a last sheet sums up. With `scenarios`, which are switched as in the shipped model, the
 * inputs of all rows but the first of each block follow the scenario, and with them nearly all formulas.
 */
export function syntheticWorkbook(
  formulaCount: number,
  { scenarios = false }: { readonly scenarios?: boolean } = {},
): WorkbookDocument {
  const blocks = Math.max(1, Math.round(formulaCount / (blockRows * periods + 2)));
  const rows: (Cell | null)[][] = [];
  const totals: (Cell | null)[][] = [];
  for (let block = 0; block < blocks; block++) {
    const top = rows.length;
    for (let offset = 0; offset < blockRows; offset++) {
      const row = top + offset;
      const input = 100 + offset;
      const cells: Cell[] = [{ content: scenarios && offset > 0 ? `=${input}*Scenarios!$C$1` : input }];
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
    names: scenarios
      ? [
          { name: 'scenario_names', sheet: 'Scenarios', range: { top: 0, left: 0, bottom: 1, right: 0 } },
          { name: 'scenario_name', sheet: 'Scenarios', range: { top: 0, left: 1, bottom: 0, right: 1 } },
        ]
      : [],
    sheets: [
      sheet('Model', rows),
      sheet('Totals', totals),
      ...(scenarios
        ? [
            sheet('Scenarios', [
              [{ content: 'Base' }, { content: 'Base' }, { content: '=IF(B1="Base",1,1.1)' }],
              [{ content: 'High' }],
            ]),
          ]
        : []),
    ],
  };
}
