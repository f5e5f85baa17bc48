import type { Area, Range } from '../address.ts';
import { joined, sharedRange } from '../range-parts.ts';
import type { ConditionalFormat } from './conditional-format.ts';
import { onRanges, withoutFormats } from './format-ranges.ts';

/** The first line of the first of the repeated blocks along an axis, which may begin before the target. */
type Begins = { readonly row: number; readonly column: number };

/**
 * The formats of a workbook after cells have got those of others: `to` is filled with `from`, block by
 * block, the first of which begins at `begins`. The same list where nothing changes.
 */
export function withCarriedFormats(
  formats: readonly ConditionalFormat[],
  from: Area,
  to: Area,
  begins: Begins = { row: to.range.top, column: to.range.left },
): readonly ConditionalFormat[] {
  const carried = formats.flatMap((format) => {
    if (format.sheet !== from.sheet) return [];
    const copied = format.ranges.flatMap((range) => sharedRange(range, from.range) ?? []);
    const ranges = copied.flatMap((range) => repeated(range, from.range, to.range, begins));
    if (ranges.length === 0) return [];
    return [onRanges({ ...onRanges(format, copied), sheet: to.sheet }, joined(ranges))];
  });
  const left = withoutFormats(formats, to.sheet, [to.range]);
  const isSame = carried.length === 0 && left.length === formats.length;
  if (isSame && left.every((format, index) => format === formats[index])) return formats;
  return carried.reduce(withFormat, left);
}

/** The list with one more: a format that says the same of other cells of the sheet gets its cells. */
function withFormat(formats: readonly ConditionalFormat[], one: ConditionalFormat): ConditionalFormat[] {
  const place = formats.findIndex((other) => sayTheSame(other, one));
  const other = formats[place];
  if (!other) return [...formats, one];
  return formats.with(place, onRanges(other, joined([...other.ranges, ...one.ranges])));
}

function sayTheSame(one: ConditionalFormat, other: ConditionalFormat): boolean {
  if (one.sheet !== other.sheet || one.rule.kind !== other.rule.kind) return false;
  const text = ({ rule, look, stopIfTrue = false }: ConditionalFormat) =>
    JSON.stringify([rule, look, stopIfTrue]);
  return text(one) === text(onRanges(other, one.ranges));
}

/** A range of the source in every block of the target, as far as it lies in it. */
function repeated(range: Range, from: Range, to: Range, begins: Begins): Range[] {
  const rows = repeatedLines(
    [range.top, range.bottom],
    [from.top, from.bottom],
    [to.top, to.bottom],
    begins.row,
  );
  const columns = repeatedLines(
    [range.left, range.right],
    [from.left, from.right],
    [to.left, to.right],
    begins.column,
  );
  return rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, left, bottom, right })));
}

type Lines = readonly [first: number, last: number];

function repeatedLines([first, last]: Lines, from: Lines, to: Lines, begins: number): Lines[] {
  if (first === from[0] && last === from[1]) return [to];
  const found: Lines[] = [];
  const length = from[1] - from[0] + 1;
  for (let block = begins; block <= to[1]; block += length) {
    const lines: Lines = [Math.max(to[0], block + first - from[0]), Math.min(to[1], block + last - from[0])];
    if (lines[0] <= lines[1]) found.push(lines);
  }
  return found;
}
