/** A cell as far as jumping over data is concerned. */
export type IsFilled = (position: number) => boolean;

/**
 * Where Ctrl with an arrow key goes along one row or column, as in Excel: from inside a run of
 * filled cells to its end; from its end, or from an empty cell, to the next filled cell; to the
 * edge of the sheet when there is none.
 */
export function edgeOfData(from: number, step: 1 | -1, last: number, isFilled: IsFilled): number {
  const edge = step === 1 ? last : 0;
  if (from === edge) return from;
  let position = from + step;
  if (isFilled(from) && isFilled(position)) {
    while (position !== edge && isFilled(position + step)) position += step;
    return position;
  }
  while (position !== edge && !isFilled(position)) position += step;
  return position;
}
