import type { Area, Range } from './address.ts';
import type { CellValue } from './document.ts';

/** What commands ask of the values of a workbook. */
export interface CalculatedCells {
  /** Values of a rectangle, row by row; null beyond the used part of the sheet. */
  rangeValues(sheet: string, range: Range): CellValue[][];
  /** The cells of a result over several of them that reaches into an area; undefined where none does. */
  spillIn(area: Area): Range | undefined;
}
