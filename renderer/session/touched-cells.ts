import type { Address, Area } from '../../shared/workbook/address.ts';
import type { ChangesToShow } from '../workers/protocol.ts';

/** The rectangle around cells of one sheet; null around none. */
function around(sheet: string, rows: Iterable<number>, columns: Iterable<number>): Area | null {
  const [top, bottom] = ends(rows);
  const [left, right] = ends(columns);
  return top > bottom ? null : { sheet, range: { top, left, bottom, right } };
}

function ends(lines: Iterable<number>): [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity];
  for (const line of lines) {
    if (line < first) first = line;
    if (line > last) last = line;
  }
  return [first, last];
}

/** The rectangle around cells of the sheet of the first of them. */
function aroundFirst(cells: readonly Address[]): Area | null {
  const [{ sheet } = { sheet: '' }] = cells;
  const own = cells.filter((cell) => cell.sheet === sheet);
  return around(
    sheet,
    own.map(({ row }) => row),
    own.map(({ column }) => column),
  );
}

/**
 * The cells that a step has written or brought, for a person to look at: the rectangle around them, or
 * the lines that are there now and were not. Null where a step did neither.
 */
export function touchedCells({
  contents,
  looks,
  conditionalLooks,
  reshaping,
}: Pick<ChangesToShow, 'contents' | 'looks' | 'conditionalLooks' | 'reshaping'>): Area | null {
  const lines = reshaping?.lines.at(-1);
  const fresh = lines?.origins.find(({ from }) => from === null);
  if (lines && fresh) {
    const { sheet, axis } = lines;
    const [first, last] = [fresh.to, fresh.to + fresh.count - 1];
    return axis === 'rows'
      ? { sheet, range: { top: first, left: 0, bottom: last, right: 0 } }
      : { sheet, range: { top: 0, left: first, bottom: 0, right: last } };
  }
  const [written] = contents;
  if (written) return around(written.sheet, written.rows, written.columns);
  return aroundFirst(looks.length > 0 ? looks : conditionalLooks);
}
