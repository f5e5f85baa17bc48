import type { Range } from '../../shared/workbook/address.ts';
import { differenceOf, spanAt } from '../../shared/workbook/line-spans.ts';
import { disjointRanges } from '../../shared/workbook/range-parts.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';

type Filtered = Pick<SheetMirror, 'filter'>;

/** Whether the filter of a sheet hides a row: what is done to chosen cells passes it over. */
export function isFilteredOut({ filter }: Filtered, row: number): boolean {
  return filter !== undefined && spanAt(filter.hiddenRows, row) !== undefined;
}

/** The chosen cells that the filter of their sheet does not hide, as rectangles of which no two share any. */
export function rangesInSight({ filter }: Filtered, ranges: readonly Range[]): Range[] {
  const parts = disjointRanges(ranges);
  if (!filter || filter.hiddenRows.length === 0) return parts;
  return parts.flatMap((range) =>
    differenceOf([{ first: range.top, last: range.bottom }], filter.hiddenRows).map(({ first, last }) => ({
      ...range,
      top: first,
      bottom: last,
    })),
  );
}
