/*
 * HyperFormula's own undo, which is not used.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula } from 'hyperformula';

interface UndoingEngine {
  readonly _crudOperations: { readonly undoRedo: { saveOperation: (operation: unknown) => void } };
}

/**
 * Keeps an engine from noting what it does so that it could be undone: also where it may undo nothing
 * it looks through all that it has done in a batch before each further cell, so that a paste would take
 * the square of its cells.
 */
export function noteNothingToUndo(formulas: HyperFormula): void {
  const {
    _crudOperations: { undoRedo },
  } = formulas as unknown as UndoingEngine;
  undoRedo.saveOperation = () => {};
}
