import type { Range } from '../../../shared/workbook/address.ts';

/**
 * The cells below a range that a double click on its fill handle fills: as far down as the cells beside it
 * go on, any of those that stand side by side there, so that a gap in one column ends nothing. It ends
 * before a cell of its own columns that holds something, or goes through them where the first one does.
 * Null where nothing beside the range goes on.
 */
export function reachBelow(range: Range, isFilled: (row: number, column: number) => boolean): Range | null {
  const { left, right, bottom } = range;
  const beside = [...columnsBeside(range, -1, isFilled), ...columnsBeside(range, 1, isFilled)];
  const own = Array.from({ length: right - left + 1 }, (_, place) => left + place);
  const isOwn = (row: number) => own.some((column) => isFilled(row, column));
  const overwrites = isOwn(bottom + 1);
  let last = bottom;
  while (beside.some((column) => isFilled(last + 1, column)) && isOwn(last + 1) === overwrites) last++;
  return last > bottom ? { ...range, top: bottom + 1, bottom: last } : null;
}

/** The columns that stand one beside the other at the lower edge of a range, to one side of it. */
function columnsBeside(
  { left, right, bottom }: Range,
  step: 1 | -1,
  isFilled: (row: number, column: number) => boolean,
): number[] {
  const columns: number[] = [];
  const isHere = (column: number) => isFilled(bottom, column) || isFilled(bottom + 1, column);
  for (let column = step < 0 ? left - 1 : right + 1; column >= 0 && isHere(column); column += step)
    columns.push(column);
  return columns;
}
