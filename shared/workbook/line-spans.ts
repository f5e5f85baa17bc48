import { lineOrigins, maximumLines, type Interval, type LineChange } from './structure/line-change.ts';

/** A set of lines of one axis: spans in order, which neither touch nor overlap. */
export type LineSpans = readonly Interval[];

/** The lines of both sets. */
export function unionOf(one: LineSpans, other: LineSpans): LineSpans {
  const union: { first: number; last: number }[] = [];
  for (const { first, last } of [...one, ...other].toSorted((a, b) => a.first - b.first)) {
    const before = union.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else union.push({ first, last });
  }
  return union;
}

/** The lines that both sets have. */
export function intersectionOf(one: LineSpans, other: LineSpans): LineSpans {
  const common: Interval[] = [];
  let [here, there] = [0, 0];
  for (;;) {
    const [a, b] = [one[here], other[there]];
    if (!a || !b) return common;
    const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
    if (first <= last) common.push({ first, last });
    if (a.last < b.last) here++;
    else there++;
  }
}

/** The lines of a set that another one has not. */
export function differenceOf(one: LineSpans, without: LineSpans): LineSpans {
  return intersectionOf(one, complementOf(without, Infinity));
}

/** The set of these lines, which come in order. */
export function spansOf(lines: Iterable<number>): LineSpans {
  const spans: { first: number; last: number }[] = [];
  for (const line of lines) {
    const before = spans.at(-1);
    if (before && line <= before.last + 1) before.last = line;
    else spans.push({ first: line, last: line });
  }
  return spans;
}

/** The lines of a sheet with so many lines that are none of the set. */
export function complementOf(spans: LineSpans, lineCount: number): LineSpans {
  const starts = [0, ...spans.map(({ last }) => last + 1)];
  return starts
    .map((first, index) => ({ first, last: (spans[index]?.first ?? lineCount) - 1 }))
    .filter(({ first, last }) => first <= last);
}

/** The span in which a line lies; undefined where it lies in none. */
export function spanAt<Span extends Interval>(spans: readonly Span[], line: number): Span | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span || line < span.first) high = middle - 1;
    else if (line > span.last) low = middle + 1;
    else return span;
  }
  return undefined;
}

/** The nearest line from `line` on, in one direction, that lies in no span; it may lie beyond the sheet. */
export function nearestOutside(spans: LineSpans, line: number, step: 1 | -1): number {
  const span = spanAt(spans, line);
  if (!span) return line;
  return step === 1 ? span.last + 1 : span.first - 1;
}

/** How many of the lines from `first` to `last` lie in the spans. */
export function countWithin(spans: LineSpans, { first, last }: Interval): number {
  return intersectionOf(spans, [{ first, last }]).reduce((sum, span) => sum + span.last - span.first + 1, 0);
}

/** Where the lines of a set are after a change: each goes where it goes by itself, and new lines are none of them. */
export function movedSpans(spans: LineSpans, change: LineChange): LineSpans {
  const end = maximumLines[change.axis] - 1;
  const pieces = lineOrigins(change).map(({ to, count, from }) =>
    from === null
      ? []
      : intersectionOf(spans, [{ first: from, last: from + count - 1 }]).map(({ first, last }) => ({
          first: first - from + to,
          last: Math.min(end, last - from + to),
        })),
  );
  return unionOf(
    pieces.flat().filter(({ first }) => first <= end),
    [],
  );
}

/** Whether both hold the same lines. */
export function sameSpans(one: LineSpans, other: LineSpans): boolean {
  return (
    one.length === other.length &&
    one.every(({ first, last }, index) => first === other[index]?.first && last === other[index]?.last)
  );
}
