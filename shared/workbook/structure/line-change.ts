import { columnLetters, maximumColumns, maximumRows, type Range } from '../address.ts';

export type Axis = 'rows' | 'columns';

/** Rows or columns that are inserted before a line, deleted from a line on, or moved before a line. Lines count from 0. */
export type LineChange = {
  readonly sheet: string;
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
} & (
  | { readonly kind: 'insert' }
  | { readonly kind: 'delete' }
  | { readonly kind: 'move'; readonly to: number }
);

/** Lines from a first to a last, both included. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

export const maximumLines: Readonly<Record<Axis, number>> = { rows: maximumRows, columns: maximumColumns };

/** `row 5`, `rows 5 to 7`, `column C`, as a person reads them. */
export function linesText(axis: Axis, at: number, count: number): string {
  const text = (line: number) => (axis === 'rows' ? `${line + 1}` : columnLetters(line));
  const kind = axis === 'rows' ? 'row' : 'column';
  return count === 1 ? `${kind} ${text(at)}` : `${kind}s ${text(at)} to ${text(at + count - 1)}`;
}

/** The lines of a range along an axis. */
export function linesOf({ top, left, bottom, right }: Range, axis: Axis): Interval {
  return axis === 'rows' ? { first: top, last: bottom } : { first: left, last: right };
}

/** The range with other lines along an axis. */
export function withLines(range: Range, axis: Axis, { first, last }: Interval): Range {
  return axis === 'rows' ? { ...range, top: first, bottom: last } : { ...range, left: first, right: last };
}

function inserted({ first, last }: Interval, at: number, count: number, axis: Axis): Interval | null {
  const end = maximumLines[axis] - 1;
  const moved = {
    first: first >= at ? first + count : first,
    last: Math.min(end, last >= at ? last + count : last),
  };
  return moved.first > end ? null : moved;
}

function deleted({ first, last }: Interval, at: number, count: number): Interval | null {
  const end = at + count;
  if (first >= at && last < end) return null;
  return {
    first: first >= end ? first - count : Math.min(first, at),
    last: last >= end ? last - count : Math.min(last, at - 1),
  };
}

/**
 * Where lines that belong together have gone, as a range that a formula refers to: what is inserted
 * between them belongs to them, and what is deleted does no longer. Lines that are moved all together
 * go along; of others that are moved out or in, as Excel sees it, they lose or gain lines. Null where
 * all of them were deleted or pushed off the sheet.
 */
export function movedInterval(lines: Interval, change: LineChange): Interval | null {
  const { at, count, axis } = change;
  if (change.kind === 'insert') return inserted(lines, at, count, axis);
  if (change.kind === 'delete') return deleted(lines, at, count);
  const to = landing(change);
  if (lines.first >= at && lines.last < at + count)
    return { first: lines.first - at + to, last: lines.last - at + to };
  const without = deleted(lines, at, count);
  return without && inserted(without, to, count, axis);
}

/** The line at which moved lines begin afterwards. */
function landing({ at, count, to }: LineChange & { readonly kind: 'move' }): number {
  return to > at ? to - count : to;
}

/**
 * Where lines have gone that carry something, such as a look: what is inserted looks like the line
 * before it, and lines that are moved take it with them. In order; none for lines that are gone.
 */
export function carriedIntervals(lines: Interval, change: LineChange): Interval[] {
  const { at, count, axis } = change;
  if (lines.first === 0 && lines.last === maximumLines[axis] - 1) return [lines];
  if (change.kind === 'insert') {
    const last = Math.min(
      maximumLines[axis] - 1,
      lines.last >= at - 1 && at > lines.first ? lines.last + count : lines.last,
    );
    const moved = at > lines.first ? { first: lines.first, last } : inserted(lines, at, count, axis);
    return moved ? [moved] : [];
  }
  const found: Interval[] = [];
  for (const { to, count: length, from } of lineOrigins(change)) {
    if (from === null) continue;
    const [first, last] = [Math.max(lines.first, from), Math.min(lines.last, from + length - 1)];
    if (first > last) continue;
    const next = { first: first - from + to, last: last - from + to };
    const before = found.at(-1);
    if (before?.last === next.first - 1) found[found.length - 1] = { first: before.first, last: next.last };
    else found.push(next);
  }
  return found;
}

/** Lines of a sheet after a change that were others, or none, before it. */
export interface LineOrigin {
  /** The first of them now. */
  readonly to: number;
  /** Infinity for all that follow. */
  readonly count: number;
  /** The first of them before; null for new ones. */
  readonly from: number | null;
}

/** Where each line of the sheet was before the change, in order. */
export function lineOrigins(change: LineChange): LineOrigin[] {
  const { at, count } = change;
  const origins = (...pieces: readonly (readonly [count: number, from: number | null])[]): LineOrigin[] => {
    let to = 0;
    const found: LineOrigin[] = [];
    for (const [length, from] of pieces) {
      if (length > 0) found.push({ to, count: length, from });
      to += length;
    }
    return found;
  };
  if (change.kind === 'insert') return origins([at, 0], [count, null], [Infinity, at]);
  if (change.kind === 'delete') return origins([at, 0], [Infinity, at + count]);
  const { to } = change;
  return to > at
    ? origins([at, 0], [to - at - count, at + count], [count, at], [Infinity, to])
    : origins([to, 0], [count, at], [at - to, to], [Infinity, at + count]);
}

/** Where each line was before two changes, one after the other. */
export function composedOrigins(earlier: readonly LineOrigin[], later: readonly LineOrigin[]): LineOrigin[] {
  return later.flatMap(({ to, count, from }): LineOrigin[] => {
    if (from === null) return [{ to, count, from }];
    return earlier.flatMap((piece): LineOrigin[] => {
      const first = Math.max(from, piece.to);
      const end = Math.min(from + count, piece.to + piece.count);
      if (first >= end) return [];
      const origin = piece.from === null ? null : piece.from + (first - piece.to);
      return [{ to: to + (first - from), count: end - first, from: origin }];
    });
  });
}

/** Where each line of the sheet is after the change, read the other way round: as if it had been taken back. */
export function reversedOrigins(origins: readonly LineOrigin[]): LineOrigin[] {
  const known = origins.flatMap(({ to, count, from }) =>
    from === null ? [] : [{ to: from, count, from: to }],
  );
  const found: LineOrigin[] = [];
  let next = 0;
  for (const piece of known.toSorted((one, other) => one.to - other.to)) {
    if (piece.to > next) found.push({ to: next, count: piece.to - next, from: null });
    found.push(piece);
    next = piece.to + piece.count;
  }
  return found;
}

/** Where a line was before that is here now; null for a new one. */
export function originOf(line: number, origins: readonly LineOrigin[]): number | null {
  const piece = origins.find(({ to, count }) => to <= line && line < to + count);
  return piece?.from == null ? null : piece.from + (line - piece.to);
}

/** Where a line is now that was here before; null for one that is gone. */
export function targetOf(line: number, origins: readonly LineOrigin[]): number | null {
  const piece = origins.find(({ from, count }) => from !== null && from <= line && line < from + count);
  return piece?.from == null ? null : piece.to + (line - piece.from);
}

/** Entries of a sheet by line as they stand after the change; `fresh` makes those of the new ones, and entries beyond the last are left out. */
export function rearranged<Entry>(
  entries: readonly Entry[],
  change: LineChange,
  fresh: (line: number) => Entry,
): Entry[] {
  const { at, count } = change;
  if (change.kind === 'insert')
    return at >= entries.length
      ? [...entries]
      : [
          ...entries.slice(0, at),
          ...Array.from({ length: count }, (_, index) => fresh(at + index)),
          ...entries.slice(at),
        ];
  if (change.kind === 'delete') return [...entries.slice(0, at), ...entries.slice(at + count)];
  const { to } = change;
  // Lines beyond the last entry take part in the move.
  const all = [...entries];
  const needed = Math.max(to, at + count);
  if (Math.min(to, at) < all.length) while (all.length < needed) all.push(fresh(all.length));
  const moved = all.splice(at, count);
  all.splice(landing(change), 0, ...moved);
  return all;
}
