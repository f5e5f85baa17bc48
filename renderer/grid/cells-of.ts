import type { Address, Range } from '../../shared/workbook/address.ts';

/** Every cell of a range, row by row. */
export function cellsOf({ top, left, bottom, right }: Range, sheet: string): Address[] {
  const cells: Address[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ sheet, row, column });
  return cells;
}
