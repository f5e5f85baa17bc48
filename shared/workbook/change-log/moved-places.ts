import { contains, type Address } from '../address.ts';
import { originOf, targetOf } from '../structure/line-change.ts';
import type { Move } from './log-entry.ts';

const sameSheet = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Where the cell that is at a place now was before the moves; null for one that they brought. */
export function placeBefore(place: Address, moves: readonly Move[]): Address | null {
  let at: Address | null = place;
  for (const move of moves.toReversed()) at = at && before(at, move);
  return at;
}

/** Where the cell that was at a place before the moves is now; null for one that they took away. */
export function placeAfter(place: Address, moves: readonly Move[]): Address | null {
  let at: Address | null = place;
  for (const move of moves) at = at && after(at, move);
  return at;
}

function before(place: Address, move: Move): Address | null {
  if (move.kind === 'sheets') {
    const renamed = move.renamed.find(([now]) => sameSheet(now, place.sheet));
    if (!renamed) return place;
    return renamed[1] === null ? null : { ...place, sheet: renamed[1] };
  }
  if (move.kind === 'lines') return onLine(place, move, originOf);
  const { source, landing, down, along } = block(move);
  if (sameSheet(place.sheet, landing.sheet) && contains(landing.range, place.row, place.column))
    return { sheet: source.sheet, row: place.row - down, column: place.column - along };
  return sameSheet(place.sheet, source.sheet) && contains(source.range, place.row, place.column)
    ? null
    : place;
}

function after(place: Address, move: Move): Address | null {
  if (move.kind === 'sheets') {
    if (move.gone.some((name) => sameSheet(name, place.sheet))) return null;
    const renamed = move.renamed.find(([, earlier]) => earlier !== null && sameSheet(earlier, place.sheet));
    return renamed ? { ...place, sheet: renamed[0] } : place;
  }
  if (move.kind === 'lines') return onLine(place, move, targetOf);
  const { source, landing, down, along } = block(move);
  if (sameSheet(place.sheet, source.sheet) && contains(source.range, place.row, place.column))
    return { sheet: landing.sheet, row: place.row + down, column: place.column + along };
  return sameSheet(place.sheet, landing.sheet) && contains(landing.range, place.row, place.column)
    ? null
    : place;
}

function onLine(
  place: Address,
  { sheet, axis, origins }: Extract<Move, { kind: 'lines' }>,
  find: typeof originOf,
): Address | null {
  if (!sameSheet(place.sheet, sheet)) return place;
  const line = find(axis === 'rows' ? place.row : place.column, origins);
  if (line === null) return null;
  return axis === 'rows' ? { ...place, row: line } : { ...place, column: line };
}

/** The cells that were moved, where they came to lie, and how far away that is. */
function block({ from, to }: Extract<Move, { kind: 'cells' }>) {
  const { top, left, bottom, right } = from.range;
  const [down, along] = [to.row - top, to.column - left];
  const range = { top: to.row, left: to.column, bottom: bottom + down, right: right + along };
  return { source: from, landing: { sheet: to.sheet, range }, down, along };
}
