import type { Session } from '../session.ts';
import type { Selection } from '../sheet-view.ts';

export interface SelectionSummary {
  /** Cells that are not empty. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
  readonly average: number;
  /** The number format of the first number, by which sum and average are shown. */
  readonly format: string | undefined;
}

/** Sum, average and count of the chosen cells, as Excel's status bar. */
export function selectionSummary(session: Session, { sheet, range }: Selection): SelectionSummary {
  const mirror = session.sheet(sheet);
  let count = 0;
  let numbers = 0;
  let sum = 0;
  let format: string | undefined;
  const lastRow = Math.min(range.bottom, mirror.usedRows - 1);
  const lastColumn = Math.min(range.right, mirror.usedColumns - 1);
  for (let row = range.top; row <= lastRow; row++) {
    for (let column = range.left; column <= lastColumn; column++) {
      const value = mirror.value(row, column);
      if (value === null || value === '') continue;
      count++;
      if (typeof value !== 'number') continue;
      if (numbers === 0) format = session.styleOf(mirror.cell(row, column))?.format;
      numbers++;
      sum += value;
    }
  }
  return { count, numbers, sum, average: numbers === 0 ? 0 : sum / numbers, format };
}
