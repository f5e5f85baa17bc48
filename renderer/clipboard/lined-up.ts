import type { Problem } from '../../shared/result.ts';
import type { Range } from '../../shared/workbook/address.ts';

/** The rows and columns whose cells are copied, each in order. */
export interface CopiedLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The rows and columns of rectangles that make one table when what lies between them is left out, such
 * as `A1:A9` and `C1:C9`; null for others, and for those that share cells.
 */
export function linedUp(ranges: readonly Range[]): CopiedLines | null {
  const across = spans(ranges.map(({ top, bottom }) => [top, bottom]));
  const along = spans(ranges.map(({ left, right }) => [left, right]));
  if (!across || !along || across.length * along.length !== ranges.length) return null;
  const places = new Set(ranges.map(({ top, left }) => `${top} ${left}`));
  if (places.size !== ranges.length) return null;
  return { rows: across.flatMap(linesOf), columns: along.flatMap(linesOf) };
}

/** True where no line between the first and the last is left out. */
export function isUnbroken(lines: readonly number[]): boolean {
  return (lines.at(-1) ?? 0) - (lines[0] ?? 0) === lines.length - 1;
}

/** Why these cells cannot be `cut` or `copied` at once. */
export function notTogether(verb: 'cut' | 'copied', subject: string): Problem {
  return {
    code: 'several-ranges',
    message: `These ranges cannot be ${verb} together.`,
    subject,
    remedy:
      verb === 'cut'
        ? 'Select one range; several cannot be moved at once.'
        : 'Select ranges of the same rows or of the same columns, or copy them one after the other.',
  };
}

/** Why nothing can be pasted while several ranges are selected. */
export const notOneTarget: Problem = {
  code: 'several-ranges',
  message: 'Cells cannot be pasted into several ranges.',
  remedy: 'Select one range, or the cell where it begins.',
};

type Span = readonly [first: number, last: number];

/** The different spans in order; null where two of them overlap. */
function spans(all: readonly Span[]): Span[] | null {
  const different = [...new Map(all.map((span) => [`${span[0]} ${span[1]}`, span])).values()].toSorted(
    ([one], [other]) => one - other,
  );
  const overlaps = different.some(([first], place) => first <= (different[place - 1]?.[1] ?? -1));
  return overlaps ? null : different;
}

function linesOf([first, last]: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, line) => first + line);
}
