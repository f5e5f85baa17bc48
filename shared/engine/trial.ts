import type { HyperFormula } from 'hyperformula';
import type { CellEdit } from './engine.ts';
import { ValuesBefore } from './internals/recalculation.ts';

/** Cells that are set for questions, time and again, and hold at the end what they held before. */
export class Trial {
  readonly #setCells: (edits: readonly CellEdit[]) => void;
  readonly #before: ValuesBefore;

  constructor(formulas: HyperFormula, setCells: (edits: readonly CellEdit[]) => void) {
    this.#setCells = setCells;
    this.#before = new ValuesBefore(formulas);
  }

  /** Writes the contents and recalculates. Each cell may stand in the edits once. */
  set(edits: readonly CellEdit[]): void {
    if (edits.length > 0) this.#setCells(edits);
  }

  /** Writes into all cells that were set what they held before; formulas have the values of then again. */
  end(own: readonly CellEdit[]): void {
    this.#before.bringBack(() => this.set(own));
  }
}
