import { maximumColumns, maximumRows, type Address, type Area } from '../address.ts';
import { stepOf, type LogEntry, type LoggedStep } from './log-entry.ts';
import { placeAfter, placeBefore } from './moved-places.ts';

/** Where the cell is now that was at a place after an entry of the log; null when it is gone. */
export function placeNow(log: readonly LogEntry[], entry: number, place: Address): Address | null {
  let here = place;
  for (let at = entry + 1; at < log.length; at++) {
    const found = stepOf(log, at);
    if (!found) return null;
    const isUndo = log[at]?.kind === 'undo';
    const next = isUndo ? placeBefore(here, found.step.moves) : placeAfter(here, found.step.moves);
    if (next) {
      here = next;
      continue;
    }
    // It is gone, unless the step, or the taking back of it, was turned round later.
    const turned = log.findIndex(
      ({ kind }, later) =>
        later > at && kind === (isUndo ? 'redo' : 'undo') && stepOf(log, later)?.at === found.at,
    );
    if (turned < 0) return null;
    at = turned;
  }
  return here;
}

/** Where an area of a step lies now; null when one of its corners is gone or on another sheet. */
function areaNow(log: readonly LogEntry[], entry: number, { sheet, range }: Area): Area | null {
  const first = placeNow(log, entry, { sheet, row: range.top, column: range.left });
  const last = placeNow(log, entry, { sheet, row: range.bottom, column: range.right });
  if (!first || first.sheet !== last?.sheet) return null;
  const [top, bottom] = [Math.min(first.row, last.row), Math.max(first.row, last.row)];
  const [left, right] = [Math.min(first.column, last.column), Math.max(first.column, last.column)];
  return { sheet: first.sheet, range: { top, left, bottom, right } };
}

/** All that a step did, and where that is now. */
export interface StepPlaces {
  readonly cells: readonly (LoggedStep['cells'][number] & { readonly now: Address | null })[];
  /** How many contents changed where they are not listed; 0 where they are. */
  readonly count: number;
  /** Where many contents, looks, notes or whole lines changed. */
  readonly areas: readonly { readonly area: Area; readonly now: Area | null }[];
}

/** What the step of an entry did, cell by cell or area by area; null when the log does not hold it. */
export function stepPlaces(log: readonly LogEntry[], entry: number): StepPlaces | null {
  const found = stepOf(log, entry);
  if (!found) return null;
  const { step, at } = found;
  const known = new Set<string>();
  const areas = [
    ...(step.many?.areas ?? []),
    ...step.looks,
    ...step.notes,
    ...step.validations,
    ...step.conditionalFormats,
    ...freshAreas(step),
  ]
    .filter((area) => {
      const key = JSON.stringify(area);
      return !known.has(key) && known.add(key);
    })
    .map((area) => ({ area, now: areaNow(log, at, area) }));
  const cells = step.cells.map((cell) => {
    const { sheet, row, column } = cell;
    return { ...cell, now: placeNow(log, at, { sheet, row, column }) };
  });
  return { cells, count: step.many?.count ?? 0, areas };
}

/** The lines that a step brought, and where it moved cells whose contents it does not tell. */
function freshAreas({ cells, many, moves }: LoggedStep): Area[] {
  return moves.flatMap((move): Area[] => {
    if (move.kind === 'sheets') return [];
    if (move.kind === 'cells') {
      if (cells.length > 0 || many) return [];
      const { from, to } = move;
      const { top, left, bottom, right } = from.range;
      const range = {
        top: to.row,
        left: to.column,
        bottom: to.row + bottom - top,
        right: to.column + right - left,
      };
      return [{ sheet: to.sheet, range }];
    }
    const { sheet, axis, origins } = move;
    return origins
      .filter(({ from }) => from === null)
      .map(({ to, count }) => {
        const last = to + count - 1;
        const range =
          axis === 'rows'
            ? { top: to, left: 0, bottom: last, right: maximumColumns - 1 }
            : { top: 0, left: to, bottom: maximumRows - 1, right: last };
        return { sheet, range };
      });
  });
}
