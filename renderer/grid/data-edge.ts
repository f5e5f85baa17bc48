import { nearestOutside, type LineSpans } from '../../shared/workbook/line-spans.ts';

/** A cell as far as jumping over data is concerned. */
export type IsFilled = (position: number) => boolean;

/**
 * Where Ctrl with an arrow key goes along one row or column, as in Excel: from inside a run of
 * filled cells to its end; from its end, or from an empty cell, to the next filled cell; to the
 * edge of the sheet when there is none. Hidden lines are passed over as if they were not there.
 */
export function edgeOfData(
  from: number,
  step: 1 | -1,
  last: number,
  isFilled: IsFilled,
  hidden: LineSpans = [],
): number {
  const after = (position: number) => nearestOutside(hidden, position + step, step);
  const edge = nearestOutside(hidden, step === 1 ? last : 0, step === 1 ? -1 : 1);
  if ((edge - from) * step <= 0) return from;
  let position = after(from);
  if (isFilled(from) && isFilled(position)) {
    while (position !== edge && isFilled(after(position))) position = after(position);
    return position;
  }
  while (position !== edge && !isFilled(position)) position = after(position);
  return position;
}
