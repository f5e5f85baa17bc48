import type { Address, Area } from '../address.ts';
import type { CellContent } from '../document.ts';
import type { Axis, LineOrigin } from '../structure/line-change.ts';

/*
 * What was done to a workbook, by whom and when: a list that only grows, kept in its file. It is not
 * the history of undo, which ends with the session: taking a step back is an entry too.
 */

/** Who does something, and when. */
export interface Stamp {
  /** The instant by the clock of the machine, in ISO with `Z`. Clocks may be wrong: entries are in order of the list. */
  readonly at: string;
  /** Empty where nobody knows. */
  readonly who: string;
}

/** A cell whose content a step changed, where it stands after it. */
export interface CellChange extends Address {
  readonly was: CellContent | null;
  readonly is: CellContent | null;
}

/** Where cells were before a step, as far as they are elsewhere now. */
export type Move =
  | {
      readonly kind: 'sheets';
      /** What sheets are called now and were called before; null for a new one. */
      readonly renamed: readonly (readonly [now: string, before: string | null])[];
      /** Those that are there no longer. */
      readonly gone: readonly string[];
    }
  | {
      readonly kind: 'lines';
      readonly sheet: string;
      readonly axis: Axis;
      readonly origins: readonly LineOrigin[];
    }
  | { readonly kind: 'cells'; readonly from: Area; readonly to: Address };

/** What a command did to cells. */
export interface LoggedStep extends Stamp {
  readonly kind: 'step';
  /** What was done, as the Undo menu says it. */
  readonly label: string;
  /** Contents that it changed; empty where they are too many to be listed. */
  readonly cells: readonly CellChange[];
  /** How many contents it changed where they are too many, and the areas in which they lie. */
  readonly many: { readonly count: number; readonly areas: readonly Area[] } | null;
  /** Where it changed looks, notes, what may be entered, and conditional formats. */
  readonly looks: readonly Area[];
  readonly notes: readonly Area[];
  readonly validations: readonly Area[];
  readonly conditionalFormats: readonly Area[];
  /** In the order in which they came about. */
  readonly moves: readonly Move[];
}

/** A step that was taken back or carried out again. */
export interface LoggedReturn extends Stamp {
  readonly kind: 'undo' | 'redo';
  readonly label: string;
  /** How many entries before this one the step is. */
  readonly back: number;
}

export type LogEntry = LoggedStep | LoggedReturn;

/** The step that an entry is or returns to, and its place in the log; null where the log begins after it. */
export function stepOf(
  log: readonly LogEntry[],
  at: number,
): { readonly step: LoggedStep; readonly at: number } | null {
  const entry = log[at];
  if (!entry) return null;
  if (entry.kind === 'step') return { step: entry, at };
  const step = log[at - entry.back];
  return step?.kind === 'step' ? { step, at: at - entry.back } : null;
}
