import type { Address, Area } from '../../shared/workbook/address.ts';
import { placesOf } from '../workers/packed-cells.ts';
import type { ChangesToShow } from '../workers/protocol.ts';

/** The rectangle around cells of one sheet, that of the first of them. */
function around([first, ...others]: readonly Address[]): Area | null {
  if (!first) return null;
  const range = { top: first.row, left: first.column, bottom: first.row, right: first.column };
  for (const { sheet, row, column } of others) {
    if (sheet !== first.sheet) continue;
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row);
    range.right = Math.max(range.right, column);
  }
  return { sheet: first.sheet, range };
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
  return around([placesOf(contents), looks, conditionalLooks].find((cells) => cells.length > 0) ?? []);
}
