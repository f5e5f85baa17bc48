import {
  DetailedCellError,
  ErrorType,
  ExportedCellChange,
  type ExportedChange,
  type HyperFormula,
  type SimpleCellAddress,
} from 'hyperformula';
import { isCellError, isFormula, type CellContent, type CellValue } from '../../workbook/document.ts';
import { cellValue } from '../cell-contents.ts';
import type { EngineContext } from '../engine-context.ts';
import { cornerOf, furtherCells, shownValues } from '../internals/cells.ts';
import { positionKey } from '../positions.ts';
import { OldValues } from './old-values.ts';
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
    this.#settled([]);
  }

  /** Does what changes the contents of cells, and gives exactly the cells whose value is another one in the end. */
  change(writings: readonly Writing[], enter: () => Written): ChangedCell[] {
    const places = (of: (writing: Writing) => boolean) => writings.filter(of).map(({ position }) => position);
    const filled =
      this.#formulas.arrayMapping.count() === 0
        ? []
        : places(({ position }) => cornerOf(this.#formulas, position) !== undefined);
    const takesOneRound =
      this.#context.references.isEmpty &&
      filled.length === 0 &&
      !this.#hasLoops &&
      !writings.some(({ content }) => isFormula(content));
    if (takesOneRound) return this.#changedAtOnce(enter);
    const open = places(({ content }) => content === null || isFormula(content));
    return this.#changedInEnd(filled, open, enter);
  }

  /**
   * What `enter` changes, where every value that the engine names is the last. Of a formula that fills
   * several cells it names all of them, also those that show what they showed.
   */
  #changedAtOnce(enter: () => Written): ChangedCell[] {
    if (this.#formulas.arrayMapping.count() === 0) return this.#settled(this.#writtenCells(enter()));
    const old = new OldValues(this.#formulas, true);
    this.#old = old;
    try {
      return this.#settled(this.#writtenCells(enter())).filter(
        ({ position, value }) => !old.knows(position) || !sameValue(old.at(position), value),
      );
    } finally {
      old.stop();
      this.#old = undefined;
    }
  }

  /**
   * What `enter` changes, where the values on the way to the last are not those before or after. `filled`
   * are the cells that it writes into and that a formula fills together with others, `open` those of which
   * only the end tells what they show; of all others that is what is written.
   */
  #changedInEnd(
    filled: readonly SimpleCellAddress[],
    open: readonly SimpleCellAddress[],
    enter: () => Written,
  ): ChangedCell[] {
    const old = new OldValues(this.#formulas);
    this.#old = old;
    try {
      for (const position of [...filled, ...open]) this.#keepOld(position);
      // Of a result that an entry has come into the way of, the engine does not name all cells.
      const inTheWay = filled.flatMap((position) => {
        const corner = cornerOf(this.#formulas, position);
        return corner ? [corner, ...furtherCells(this.#formulas, corner)] : [];
      });
      const { values, calculated } = enter();
      const isLast = ({ position, value }: ChangedCell) => value !== null && !old.knows(position);
      const last = values.filter(isLast);
      const others = values.filter((cell) => !isLast(cell));
      const named = this.#settled([...others, ...this.#changedCells(calculated)]);
      const changed = new Map(
        [...inTheWay, ...named.map(({ position }) => position)].map((position) => [
          positionKey(position),
          position,
        ]),
      );
      const calculatedAnew = [...changed.values()]
        .map((position) => ({ position, value: cellValue(this.#formulas.getCellValue(position)) }))
        .filter(({ position, value }) => {
          // Where nothing was entered or calculated, only a result that has come to fill the cell changes it.
          if (!old.knows(position)) return value !== null && cornerOf(this.#formulas, position) !== undefined;
          return !sameValue(old.at(position), value);
        });
      return [...last, ...calculatedAnew];
    } finally {
      old.stop();
      this.#old = undefined;
    }
  }

  /** Keeps the values of all cells that the formula of one fills, as they were at first. */
  #keepOld(position: SimpleCellAddress): void {
    const corner = cornerOf(this.#formulas, position) ?? position;
    if (!this.#old || this.#old.knows(corner)) return;
    this.#old.keepCell(corner);
    for (const filled of furtherCells(this.#formulas, corner)) this.#old.keepCell(filled);
  }

  /** The cells with those that change when references and results have come out as they stay. */
  #settled(cells: ChangedCell[]): ChangedCell[] {
    if (this.#context.references.isEmpty && this.#spills.isEmpty) return cells;
    const settled = new Map(cells.map((cell) => [positionKey(cell.position), cell]));
    const steps: SettlingSteps = {
      calculate: (enter) => {
        for (const cell of this.#changedCells(this.#formulas.batch(enter)))
          settled.set(positionKey(cell.position), cell);
      },
      beforeEntering: (position) => this.#keepOld(position),
    };
    const references = new ReferenceSettling(this.#formulas, this.#context.references, steps);
    for (let round = 0; round < mostRounds; round++) {
      const isLinked = references.settle();
      if (this.#spills.isEmpty || (round > 0 && !isLinked)) break;
      this.#spills.settle(steps);
    }
    return [...settled.values()];
  }

  #writtenCells({ values, calculated }: Written): ChangedCell[] {
    return [...values, ...this.#changedCells(calculated)];
  }

  #changedCells(changes: readonly ExportedChange[]): ChangedCell[] {
    const cells: ChangedCell[] = [];
    for (const change of changes) {
      // The other kind of change is of the engine's own names, of which there are none.
      if (!(change instanceof ExportedCellChange)) continue;
      const position = change.address;
      const value = cellValue(change.newValue);
      cells.push({ position, value });
      if (!isCellError(value)) continue;
      if (value.error === '#SPILL!') this.#spills.add(position);
      if (value.error !== '#CYCLE!') continue;
      this.#hasLoops = true;
      // Of a loop the engine names the first cell only, though all cells of the result show it.
      for (const further of furtherCells(this.#formulas, position)) cells.push({ position: further, value });
    }
    return cells;
  }
}

/** Whether two cells show the same. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) && isCellError(other)) return one.error === other.error;
  return Object.is(one, other);
}
