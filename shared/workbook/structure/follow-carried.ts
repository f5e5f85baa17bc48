import type { Area, Range } from '../address.ts';
import { grouped } from '../grouped.ts';
import { firstCell, joined } from '../range-parts.ts';
import { relocateFormula } from '../relocate.ts';
import { followFormula, type ReferenceMap } from './follow-formula.ts';

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Cells that carried something, where they are now. */
export interface CarriedCells extends Area {
  /** Set for those that were cut from among others, with which they share nothing any longer. */
  readonly isApart?: boolean;
}

/** Where cells that carry something are now, by rectangles: none for those that are gone. */
export type CellsMap = (area: Area) => readonly CarriedCells[];

function oneCell({ row, column }: Position): Range {
  return { top: row, left: column, bottom: row, right: column };
}

/** Something that cells of a sheet carry, with formulas as seen from the first corner of them all. */
interface Carried {
  readonly sheet: string;
  readonly ranges: readonly Range[];
}

/**
 * What cells carry, such as a conditional format, after a change of the workbook: on the cells that
 * carried it, with what its formulas refer to followed; `withFormulas` changes them. Where its cells
 * have come apart it becomes two.
 */
export function followedCarried<Item extends Carried>(
  item: Item,
  withFormulas: (item: Item, change: (formula: string) => string) => Item,
  cells: CellsMap,
  references: ReferenceMap,
): Item[] {
  const areas = item.ranges.flatMap((range) => cells({ sheet: item.sheet, range }));
  return [...grouped(areas, ({ isApart = false }) => isApart)].map(([isApart, found]) => {
    const ranges = joined(found.map(({ range }) => range));
    const sheet = found[0]?.sheet ?? item.sheet;
    const kept = keptCell(item, isApart, cells);
    const first = firstCell(ranges);
    const placed: Item = { ...item, sheet, ranges };
    return withFormulas(placed, (formula) =>
      relocated(
        followFormula(relocated(formula, firstCell(item.ranges), kept.before), item.sheet, sheet, references),
        kept.now,
        first,
      ),
    );
  });
}

function relocated(formula: string, from: Position, to: Position): string {
  return relocateFormula(formula, from, to, { wrapEdges: true });
}

/** A cell of them that is still there, the first if it is: where it was and where it is. */
function keptCell(
  { sheet, ranges }: Carried,
  isApart: boolean,
  cells: CellsMap,
): { readonly before: Position; readonly now: Position } {
  for (const before of likelyCells(ranges)) {
    const [now] = cells({ sheet, range: oneCell(before) });
    if (now && (now.isApart ?? false) === isApart)
      return { before, now: { row: now.range.top, column: now.range.left } };
  }
  throw new Error(`No cell of what was carried on "${sheet}" is left`);
}

/** The cells of ranges, those in their first row and column before the others. */
function* likelyCells(ranges: readonly Range[]): Generator<Position> {
  const corner = firstCell(ranges);
  yield corner;
  for (const { top, left, bottom } of ranges)
    for (let row = top; row <= bottom; row++) yield { row, column: left };
  for (const { top, left, right } of ranges)
    for (let column = left; column <= right; column++) yield { row: top, column };
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) yield { row, column };
}
