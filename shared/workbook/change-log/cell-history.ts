import { addressText, contains, type Address, type Area } from '../address.ts';
import type { CellContent } from '../document.ts';
import { stepOf, type LogEntry, type LoggedStep, type Stamp } from './log-entry.ts';
import { changedAll } from './logged-step.ts';
import { placeAfter, placeBefore } from './moved-places.ts';

/** What a step, or its return, did to one cell. */
export type Happening =
  | { readonly kind: 'content'; readonly was: CellContent | null; readonly is: CellContent | null }
  /** It is one of many whose contents changed; `certain` where all cells of the step's areas did. */
  | { readonly kind: 'oneOfMany'; readonly count: number; readonly certain: boolean }
  | { readonly kind: 'look' }
  | { readonly kind: 'note' }
  /** What may be entered there. */
  | { readonly kind: 'validation' }
  | { readonly kind: 'conditionalFormat' }
  /** It was cut and pasted here. */
  | { readonly kind: 'moved'; readonly from: Address }
  /** It was left behind, empty, by cells that were cut. */
  | { readonly kind: 'left'; readonly to: Address }
  /** It came with inserted lines or a new sheet. */
  | { readonly kind: 'added' }
  /** It was deleted or pasted over, and came back. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'restored' };

/** An entry of the log, and what it did to the cell that was asked about. */
export interface CellEvent extends Stamp {
  /** The place of the entry in the log. */
  readonly entry: number;
  readonly kind: LogEntry['kind'];
  readonly label: string;
  readonly what: readonly Happening[];
}

function eventOf({ at, who, kind, label }: LogEntry, entry: number, what: readonly Happening[]): CellEvent {
  return { entry, kind, at, who, label, what };
}

/** All that was done, the newest first, without what it did to any one cell. */
export function wholeHistory(log: readonly LogEntry[]): CellEvent[] {
  return log.map((entry, at) => eventOf(entry, at, [])).toReversed();
}

/**
 * What was done to the cell at this place of the workbook as it is now, the newest first. It is
 * followed back through every insertion, deletion, move and renaming to where it was then; what was
 * done and taken back is told as both.
 */
export function cellHistory(log: readonly LogEntry[], address: Address): CellEvent[] {
  const events: CellEvent[] = [];
  const tell = (at: number, what: readonly Happening[]) => {
    const entry = log[at];
    if (entry && what.length > 0) events.push(eventOf(entry, at, what));
  };
  let place: Address = address;
  for (let at = log.length - 1; at >= 0; at--) {
    const entry = log[at];
    const found = stepOf(log, at);
    // A return to a step that the log no longer holds: what was before is not known.
    if (!entry || !found) break;
    const { step } = found;
    if (entry.kind === 'undo') {
      const earlier = placeAfter(place, step.moves);
      tell(at, [...contentOf(step, place, true), ...arrivals(step, place, earlier, 'restored')]);
      if (earlier) {
        place = earlier;
        continue;
      }
      // The step had taken it away: its past is that before the step.
      tell(found.at, [...contentOf(step, place, false), { kind: 'removed' }]);
      at = found.at;
      continue;
    }
    const earlier = placeBefore(place, step.moves);
    tell(at, [...contentOf(step, place, false), ...arrivals(step, place, earlier, 'added')]);
    if (earlier) place = earlier;
    // Carried out again, a step brings back what it had brought the first time.
    else if (entry.kind === 'redo') at = found.at + 1;
    else break;
  }
  return events;
}

function contentOf(step: LoggedStep, { sheet, row, column }: Address, isBack: boolean): Happening[] {
  const isIn = (areas: readonly Area[]) =>
    areas.some((area) => area.sheet === sheet && contains(area.range, row, column));
  const changed = step.cells.find(
    (cell) => cell.row === row && cell.column === column && cell.sheet === sheet,
  );
  const { many } = step;
  return [
    ...(changed
      ? [
          {
            kind: 'content' as const,
            was: isBack ? changed.is : changed.was,
            is: isBack ? changed.was : changed.is,
          },
        ]
      : []),
    ...(many && isIn(many.areas)
      ? [{ kind: 'oneOfMany' as const, count: many.count, certain: changedAll(many) }]
      : []),
    ...(isIn(step.looks) ? [{ kind: 'look' as const }] : []),
    ...(isIn(step.notes) ? [{ kind: 'note' as const }] : []),
    ...(isIn(step.validations) ? [{ kind: 'validation' as const }] : []),
    ...(isIn(step.conditionalFormats) ? [{ kind: 'conditionalFormat' as const }] : []),
  ];
}

/** How a cell came to its place by a step whose other side knows it at `earlier`. */
function arrivals(
  step: LoggedStep,
  place: Address,
  earlier: Address | null,
  fresh: 'added' | 'restored',
): Happening[] {
  const isCut = step.moves.some(({ kind }) => kind === 'cells');
  if (earlier) {
    return isCut && addressText(earlier) !== addressText(place) ? [{ kind: 'moved', from: earlier }] : [];
  }
  const to = isCut && fresh === 'added' ? placeAfter(place, step.moves) : null;
  return [to ? { kind: 'left', to } : { kind: fresh }];
}
