import {
  columnLetters,
  maximumColumns,
  maximumRows,
  quoteSheet,
  rangeReference,
  type Address,
  type Area,
  type Range,
} from './address.ts';
import { grouped } from './grouped.ts';

/** The cells as few rectangles: runs along a row first, then equal runs below each other; in order of sheet, row and column. */
export function areasOf(cells: readonly Address[], sheetOrder: readonly string[]): Area[] {
  const bySheet = grouped(cells, ({ sheet }) => sheet);
  return sheetOrder.flatMap((sheet) =>
    rectangles(bySheet.get(sheet) ?? []).map((range) => ({ sheet, range })),
  );
}

function rectangles(cells: readonly Address[]): Range[] {
  const done = new Set<Range>();
  let open = new Map<string, Range>();
  let lastRow = -1;
  const rows = [...grouped(cells, ({ row }) => row)].toSorted(([one], [other]) => one - other);
  for (const [row, ofRow] of rows) {
    const above = row === lastRow + 1 ? open : new Map<string, Range>();
    const still = new Map<string, Range>();
    for (const [left, right] of runs(ofRow.map(({ column }) => column))) {
      const key = `${left}:${right}`;
      const grown = above.get(key);
      if (grown) done.delete(grown);
      const range = { top: grown?.top ?? row, left, bottom: row, right };
      still.set(key, range);
      done.add(range);
    }
    open = still;
    lastRow = row;
  }
  return [...done].toSorted((one, other) => one.top - other.top || one.left - other.left);
}

/** First and last of the runs of neighbouring numbers. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...new Set(numbers)].toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** `Deals!K6` or `Deals!K6:K20`. */
export function areaText({ sheet, range }: Area): string {
  return `${quoteSheet(sheet)}!${rangeText(range)}`;
}

/** `K6`, `K6:K20`, or for whole lines `K:K` and `6:20`. */
export function rangeText({ top, left, bottom, right }: Range): string {
  if (top === 0 && bottom >= maximumRows - 1) return `${columnLetters(left)}:${columnLetters(right)}`;
  if (left === 0 && right >= maximumColumns - 1) return `${top + 1}:${bottom + 1}`;
  return rangeReference({ top, left, bottom, right });
}

/** How many cells an area has. */
export function cellCount({ range: { top, left, bottom, right } }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** More places than these are counted, not named. */
const mostNamed = 4;

/** The areas in words, those of the first one's sheet without its name: `Deals!K6, M3 and 4 more places`. */
export function areasText(areas: readonly Area[]): string {
  const [first] = areas;
  const named = areas
    .slice(0, mostNamed)
    .map((area) => (area === first || area.sheet !== first?.sheet ? areaText(area) : rangeText(area.range)));
  const rest = areas.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more ${rest === 1 ? 'place' : 'places'}`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** The area of one cell. */
export function areaOf({ sheet, row, column }: Address): Area {
  return { sheet, range: { top: row, left: column, bottom: row, right: column } };
}
