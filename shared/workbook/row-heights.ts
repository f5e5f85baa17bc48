import { differenceOf, movedSpans, spanAt, unionOf, type LineSpans } from './line-spans.ts';
import type { Interval, LineChange } from './structure/line-change.ts';

/** Rows with a height that a person gave them, in CSS pixels at 100 %. */
export interface RowHeight extends Interval {
  readonly height: number;
}

/** The heights of rows in order; rows of one height that follow each other stand together. */
export type RowHeights = readonly RowHeight[];

function byHeight(heights: RowHeights): Map<number, LineSpans> {
  const spans = new Map<number, LineSpans>();
  for (const { height, first, last } of heights)
    spans.set(height, unionOf(spans.get(height) ?? [], [{ first, last }]));
  return spans;
}

function inOrder(heights: ReadonlyMap<number, LineSpans>): RowHeights {
  return [...heights]
    .flatMap(([height, spans]) => spans.map((span) => ({ ...span, height })))
    .toSorted((one, other) => one.first - other.first);
}

/** The heights with another one for some rows; null leaves it to what the rows hold. */
export function withHeight(heights: RowHeights, rows: Interval, height: number | null): RowHeights {
  const changed = new Map(
    [...byHeight(heights)].map(([each, spans]) => [each, differenceOf(spans, [rows])] as const),
  );
  if (height !== null) changed.set(height, unionOf(changed.get(height) ?? [], [rows]));
  return inOrder(changed);
}

/** The heights after a change of rows. New rows are as high as the row above them. */
export function movedHeights(heights: RowHeights, change: LineChange): RowHeights {
  const { kind, at, count } = change;
  const above = kind === 'insert' ? spanAt(heights, at - 1)?.height : undefined;
  const moved = new Map(
    [...byHeight(heights)].map(([height, spans]) => [height, movedSpans(spans, change)] as const),
  );
  if (above !== undefined)
    moved.set(above, unionOf(moved.get(above) ?? [], [{ first: at, last: at + count - 1 }]));
  return inOrder(moved);
}
