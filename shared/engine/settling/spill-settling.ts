import { ErrorType, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import { cellAt, rawContent } from '../cell-contents.ts';
import type { EngineContext } from '../engine-context.ts';
import { enterFormula, formulaOfCorner, showsError } from '../internals/cells.ts';
import { positionKey } from '../positions.ts';
import { isComputedCall } from '../syntax/computed-references.ts';
import type { SettlingSteps } from './settling-steps.ts';

/** After so many rounds results that make each other larger are left with `#SPILL!`. */
const mostRounds = 50;

/**
 * Enters formulas again whose results did not fit: those that the engine leaves as they are when
 * their way becomes free, and those that turned out to need other cells than were kept for them.
 */
export class SpillSettling {
  readonly #formulas: HyperFormula;
  readonly #context: EngineContext;
  /** Cells that show `#SPILL!`, or did when they were added. */
  readonly #blocked = new Map<number, SimpleCellAddress>();

  constructor(formulas: HyperFormula, context: EngineContext) {
    this.#formulas = formulas;
    this.#context = context;
  }

  get isEmpty(): boolean {
    return this.#blocked.size === 0;
  }

  /** Notes that a cell shows `#SPILL!`. */
  add(position: SimpleCellAddress): void {
    this.#blocked.set(positionKey(position), position);
  }

  settle({ calculate, beforeEntering }: SettlingSteps): void {
    const { rooms } = this.#context;
    let again = rooms.takeOutgrown();
    const outgrown = new Set(again.map(positionKey));
    // A result that is blocked may need fewer cells than were kept: in one cell it tells how many.
    for (const [key, position] of this.#blocked) {
      if (outgrown.has(key) || !this.#isBlocked(position)) continue;
      rooms.narrow(position);
      again.push(position);
    }
    const tried = new Map(this.#blocked);
    this.#blocked.clear();
    // Each round may let others outgrow their cells, along the way in which formulas read each other.
    for (let round = 0; again.length > 0 && round < mostRounds; round++) {
      const positions = again;
      calculate(() => {
        for (const position of positions) {
          beforeEntering(position);
          this.#enterAgain(position);
        }
      });
      for (const position of positions) tried.set(positionKey(position), position);
      again = rooms.takeOutgrown();
    }
    for (const [key, position] of [...tried, ...this.#blocked])
      if (this.#isBlocked(position)) this.#blocked.set(key, position);
      else this.#blocked.delete(key);
  }

  #isBlocked(position: SimpleCellAddress): boolean {
    return showsError(this.#formulas, position, ErrorType.SPILL);
  }

  #enterAgain(position: SimpleCellAddress): void {
    const read = formulaOfCorner(this.#formulas, position);
    // Its references are still those that it had.
    if (isComputedCall(read)) {
      enterFormula(this.#formulas, position, read);
      return;
    }
    const formula = this.#context.formulaTextAt(position);
    if (formula === undefined) return;
    const place = cellAt(this.#formulas, position);
    this.#formulas.setCellContents(position, rawContent(formula, place, this.#context));
  }
}
