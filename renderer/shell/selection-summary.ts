import { isCellError } from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';
import { rangesInSight } from '../filter/rows-in-sight.ts';
import { chosenRanges, type Selection } from '../sheet-view.ts';

export interface SelectionSummary {
  /** Cells that are not empty. */
  readonly count: number;
  /** Cells that hold a number. */
  readonly numericalCount: number;
  /** What the numbers come to; null where there is none, or an error among the cells. */
  readonly numbers: NumberSummary | null;
}

export interface NumberSummary {
  readonly average: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** The number format of the first number, by which all are shown. */
  readonly format: string | undefined;
}

/** What Excel's status bar says of the chosen cells, each once, without rows that a filter
 * hides. Only the used part of the sheet is looked at. */
export function selectionSummary(session: Session, selection: Selection): SelectionSummary {
  const mirror = session.sheet(selection.sheet);
  let count = 0;
  let numericalCount = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let format: string | undefined;
  let hasErrors = false;
  for (const range of rangesInSight(mirror, chosenRanges(selection))) {
    const lastRow = Math.min(range.bottom, mirror.usedRows - 1);
    const lastColumn = Math.min(range.right, mirror.usedColumns - 1);
    for (let row = range.top; row <= lastRow; row++) {
      for (let column = range.left; column <= lastColumn; column++) {
        const value = mirror.value(row, column);
        if (value === null) continue;
        count++;
        if (isCellError(value)) hasErrors = true;
        if (typeof value !== 'number') continue;
        if (numericalCount === 0) format = session.styleOf(mirror.cell(row, column))?.format;
        numericalCount++;
        sum += value;
        if (value < min) min = value;
        if (value > max) max = value;
      }
    }
  }
  const numbers =
    numericalCount === 0 || hasErrors ? null : { average: sum / numericalCount, min, max, sum, format };
  return { count, numericalCount, numbers };
}
