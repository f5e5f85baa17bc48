import type { CellEdit } from '../../engine/engine.ts';
import type { Problem } from '../../result.ts';
import { addressText, contains, type Area } from '../address.ts';
import { areaText } from '../areas.ts';
import type { CalculatedCells } from '../calculated-cells.ts';

/**
 * Why contents are not written: one of the cells is filled by the formula of another, which would lose
 * its result. Null where there is none, where that formula is written too, and for cells that are
 * emptied, which leaves them as they are.
 */
export function arrayRefusal(writings: readonly CellEdit[], calculated: CalculatedCells): Problem | null {
  const filled = writings.filter(({ content }) => content !== null);
  const replaced: Area[] = [];
  let written: Set<string> | undefined;
  for (const { sheet, row, column } of filled) {
    if (replaced.some((area) => area.sheet === sheet && contains(area.range, row, column))) continue;
    const range = calculated.spillIn({
      sheet,
      range: { top: row, left: column, bottom: row, right: column },
    });
    if (!range) continue;
    written ??= new Set(writings.map(addressText));
    const formula = { sheet, row: range.top, column: range.left };
    if (!written.has(addressText(formula)))
      return partOfArray(addressText({ sheet, row, column }), { sheet, range });
    replaced.push({ sheet, range });
  }
  return null;
}

/** That a place cannot be written because the formula of another cell fills it. */
export function partOfArray(subject: string, { sheet, range }: Area): Problem {
  const formula = addressText({ sheet, row: range.top, column: range.left });
  return {
    code: 'part-of-array',
    message: `${subject} is part of an array: the formula in ${formula} fills ${areaText({ sheet, range })}.`,
    subject,
    remedy: `Change the formula in ${formula}, empty it first, or write beside the array.`,
  };
}
