import { nearestOutside, type LineSpans } from '../../shared/workbook/line-spans.ts';
import type { Axis, Interval } from '../../shared/workbook/structure/line-change.ts';

/** A step of a page: where the cell comes, and the line that the sheet then begins with below or beside frozen ones. */
interface PageStep {
  readonly line: number;
  readonly first: number;
}

/** What of an axis a page step has to know. */
export interface LinesOfPage {
  /** The lines that are in full view, without those that are frozen. */
  readonly inView: Interval;
  readonly hidden: LineSpans;
  readonly frozen: number;
  /** How many lines a sheet has. */
  readonly count: number;
}

/** The axis along which a key leads by a page, and in which direction; undefined for other keys. */
export function pageKey({
  key,
  altKey,
}: {
  readonly key: string;
  readonly altKey: boolean;
}): { readonly axis: Axis; readonly step: 1 | -1 } | undefined {
  if (key !== 'PageUp' && key !== 'PageDown') return undefined;
  return { axis: altKey ? 'columns' : 'rows', step: key === 'PageDown' ? 1 : -1 };
}

/**
 * Where a page on, or with -1 back, leads from a line. The sheet goes by as many lines as are in full view, and
 * the cell with it, so that it stays at its place in the window, as in Excel; at the ends of the sheet as far as
 * there are lines.
 */
export function pageStep(from: number, step: 1 | -1, page: LinesOfPage): PageStep {
  const { inView, hidden, frozen, count } = page;
  const size = shownFrom(inView.first, inView.last, hidden);
  const first = nearestOutside(hidden, frozen, 1);
  return {
    line: stepped(from, step * size, { hidden, first: nearestOutside(hidden, 0, 1), count }),
    first: stepped(inView.first, step * size, { hidden, first, count }),
  };
}

/** How many lines are shown from one to another, at least one. */
function shownFrom(first: number, last: number, hidden: LineSpans): number {
  let shown = 0;
  for (let line = nearestOutside(hidden, first, 1); line <= last; line = nearestOutside(hidden, line + 1, 1))
    shown++;
  return Math.max(1, shown);
}

/** The line so many shown ones on, or the last one that there is on the way. */
function stepped(
  from: number,
  by: number,
  { hidden, first, count }: { readonly hidden: LineSpans; readonly first: number; readonly count: number },
): number {
  const step = by < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(by); left > 0; left--) {
    const next = nearestOutside(hidden, at + step, step);
    if (next < first || next >= count) return at;
    at = next;
  }
  return at;
}
