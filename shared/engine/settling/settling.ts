import {
  DetailedCellError,
  ErrorType,
  ExportedCellChange,
  type ExportedChange,
  type HyperFormula,
  type SimpleCellAddress,
} from 'hyperformula';
import { isCellError, isFormula, type CellContent, type CellValue } from '../../workbook/document.ts';
import { shownValue } from '../cell-contents.ts';
import type { EngineContext } from '../engine-context.ts';
import { ArrayChange, eachError } from '../internals/cell-changes.ts';
import { arrayAt, cornerOf, engineValueAt, furtherCells, shownValues } from '../internals/cells.ts';
import { positionKey } from '../positions.ts';
import { OldValues } from './old-values.ts';
import { Places } from './places.ts';
import { ReferenceSettling } from './reference-settling.ts';
import type { SettlingSteps } from './settling-steps.ts';
import { SpillSettling } from './spill-settling.ts';

/** After so many rounds results and references that depend on each other are left as they are. */
const mostRounds = 50;

/** A cell and what it holds now. */
export interface ChangedCell {
  readonly position: SimpleCellAddress;
  readonly value: CellValue;
}

/** A content that is to be written into a cell. */
export interface Writing {
  readonly position: SimpleCellAddress;
  readonly content: CellContent | null;
}

/** What was written: the values that are others than before, and the cells that the engine names besides. */
export interface Written {
  readonly values: readonly ChangedCell[];
  readonly calculated: readonly ExportedChange[];
}

/**
 * What follows a change, until everything stays as it is: references that came out otherwise are
 * entered anew, and so are results that need other cells than were kept for them. Only then it is
 * told which cells have changed.
 */
export class Settling {
  readonly #formulas: HyperFormula;
  readonly #context: EngineContext;
  readonly #spills: SpillSettling;
  /** What cells held before the change that is being made; undefined where that is not asked. */
  #old: OldValues | undefined;

  /** Whether there have been loops, whose cells the engine names again though they show what they showed. */
  #hasLoops = false;

  /** Settles what has just been built. */
  constructor(formulas: HyperFormula, context: EngineContext) {
    this.#formulas = formulas;
    this.#context = context;
    this.#spills = new SpillSettling(formulas, context);
    for (let sheet = 0; sheet < formulas.countSheets(); sheet++) {
      shownValues(formulas, sheet).forEach((values, row) => {
        values.forEach((value, col) => {
          if (!(value instanceof DetailedCellError)) return;
          if (value.type === ErrorType.SPILL) this.#spills.add({ sheet, row, col });
          if (value.type === ErrorType.CYCLE) this.#hasLoops = true;
        });
      });
    }
    this.#settle(new Places());
  }

  /** Does what changes the contents of cells, and gives exactly the cells whose value is another one in the end. */
  change(writings: readonly Writing[], enter: () => Written): ChangedCell[] {
    const corners = this.#formulas.arrayMapping.count() === 0 ? [] : this.#cornersOf(writings);
    /** Whether the values that the engine names are the last, unless results find no room. */
    const takesOneRound =
      this.#context.references.isEmpty &&
      corners.length === 0 &&
      !this.#hasLoops &&
      !writings.some(({ content }) => isFormula(content));
    const old = new OldValues(this.#formulas, takesOneRound);
    this.#old = old;
    try {
      const places = new Places();
      // Of a result that an entry has come into the way of, the engine does not name all cells.
      for (const corner of corners) this.#addFilled(corner, places);
      for (const corner of corners) this.#keepOld(corner);
      if (!takesOneRound)
        for (const { position, content } of writings)
          if (content === null || isFormula(content)) this.#keepOld(position);
      const { values, calculated } = enter();
      this.#note(calculated, places);
      const mayFill = !takesOneRound || !this.#spills.isEmpty;
      const changed: ChangedCell[] = [];
      for (const cell of values)
        if ((cell.value === null && mayFill) || old.knows(cell.position)) places.add(cell.position);
        else changed.push(cell);
      this.#settle(places);
      places.forEach((position) => {
        const before = old.at(position);
        const now = engineValueAt(this.#formulas, position);
        if (Object.is(before, now)) return;
        const value = shownValue(now);
        // Where nothing was entered or calculated, only a result that has come to fill the cell changes it.
        const isOther =
          before === undefined
            ? takesOneRound || (value !== null && cornerOf(this.#formulas, position) !== undefined)
            : !sameValue(shownValue(before), value);
        if (isOther) changed.push({ position, value });
      });
      return changed;
    } finally {
      old.stop();
      this.#old = undefined;
    }
  }

  /** The first cells of the results that fill cells which are written into. */
  #cornersOf(writings: readonly Writing[]): SimpleCellAddress[] {
    const corners = new Map<number, SimpleCellAddress>();
    for (const { position } of writings) {
      const corner = cornerOf(this.#formulas, position);
      if (corner) corners.set(positionKey(corner), corner);
    }
    return [...corners.values()];
  }

  /** Keeps the values of all cells that the formula of one fills, as they were at first. */
  #keepOld(position: SimpleCellAddress): void {
    this.#old?.keepFormula(cornerOf(this.#formulas, position) ?? position);
  }

  /** Adds the cells that a formula fills, given the first of them. */
  #addFilled(corner: SimpleCellAddress, places: Places): void {
    const array = arrayAt(this.#formulas, corner);
    if (array) places.addArea(corner, array.height(), array.width());
    else for (const cell of [corner, ...furtherCells(this.#formulas, corner)]) places.add(cell);
  }

  /** Calculates until references and results have come out as they stay, and adds the cells that it calculates. */
  #settle(places: Places): void {
    if (this.#context.references.isEmpty && this.#spills.isEmpty) return;
    const steps: SettlingSteps = {
      calculate: (enter) => this.#note(this.#formulas.batch(enter), places),
      beforeEntering: (position) => this.#keepOld(position),
    };
    const references = new ReferenceSettling(this.#formulas, this.#context.references, steps);
    for (let round = 0; round < mostRounds; round++) {
      const isLinked = references.settle();
      if (this.#spills.isEmpty || (round > 0 && !isLinked)) break;
      this.#spills.settle(steps);
    }
  }

  /** Adds the cells that the engine names, and notes those that have no room or stand in loops. */
  #note(changes: readonly ExportedChange[], places: Places): void {
    for (const change of changes) {
      if (change instanceof ArrayChange) {
        const { corner, value } = change;
        places.addArea(corner, value.height(), value.width());
        eachError(value, corner, (error, place) => this.#noteError(place, error, places));
      } else if (change instanceof ExportedCellChange) {
        const { address, newValue } = change;
        places.add(address);
        if (newValue instanceof DetailedCellError) this.#noteError(address, newValue, places);
      }
      // The other kind of change is of the engine's own names, of which there are none.
    }
  }

  #noteError(position: SimpleCellAddress, { type }: { readonly type: ErrorType }, places: Places): void {
    if (type === ErrorType.SPILL) this.#spills.add(position);
    if (type !== ErrorType.CYCLE) return;
    this.#hasLoops = true;
    // Of a loop the engine names the first cell only, though all cells of the result show it.
    this.#addFilled(position, places);
  }
}

/** Whether two cells show the same. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) && isCellError(other)) return one.error === other.error;
  return Object.is(one, other);
}
