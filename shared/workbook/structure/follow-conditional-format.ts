import type { Area, Range } from '../address.ts';
import { firstCell, withOperands, type ConditionalFormat } from '../conditional/conditional-format.ts';
import { grouped } from '../grouped.ts';
import { joined } from '../range-parts.ts';
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

/**
 * A conditional format after a change of the workbook: on the cells that carried it, with what its
 * rule refers to followed. A format whose cells have come apart becomes two.
 */
export function followedFormat(
  format: ConditionalFormat,
  cells: CellsMap,
  references: ReferenceMap,
): ConditionalFormat[] {
  const areas = format.ranges.flatMap((range) => cells({ sheet: format.sheet, range }));
  return [...grouped(areas, ({ isApart = false }) => isApart)].map(([isApart, found]) => {
    const ranges = joined(found.map(({ range }) => range));
    const sheet = found[0]?.sheet ?? format.sheet;
    const kept = keptCell(format, isApart, cells);
    const first = firstCell(ranges);
    const rule = withOperands(format.rule, (formula) =>
      relocated(
        followFormula(
          relocated(formula, firstCell(format.ranges), kept.before),
          format.sheet,
          sheet,
          references,
        ),
        kept.now,
        first,
      ),
    );
    return { ...format, sheet, ranges, rule };
  });
}

function relocated(formula: string, from: Position, to: Position): string {
  return relocateFormula(formula, from, to, { wrapEdges: true });
}

/** A cell of the format that is still there, the first if it is: where it was and where it is. */
function keptCell(
  { sheet, ranges }: ConditionalFormat,
  isApart: boolean,
  cells: CellsMap,
): { readonly before: Position; readonly now: Position } {
  for (const before of likelyCells(ranges)) {
    const [now] = cells({ sheet, range: oneCell(before) });
    if (now && (now.isApart ?? false) === isApart)
      return { before, now: { row: now.range.top, column: now.range.left } };
  }
  throw new Error(`No cell of a conditional format on "${sheet}" is left`);
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
