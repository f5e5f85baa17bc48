/*
 * HyperFormula's own undo, which is not used.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula } from 'hyperformula';

interface UndoingEngine {
  readonly _crudOperations: {
    readonly undoRedo: { saveOperation: (operation: unknown) => void; clearRedoStack: () => void };
    readonly operations: { getOldContent: () => void };
  };
}

/**
 * Keeps an engine from noting what it does so that it could be undone: also where it may undo nothing
 * it looks through all that it has done in a batch before each further cell, so that a paste would take
 * the square of its cells; and for each cell that it overwrites it writes the formula out that was there.
 */
export function noteNothingToUndo(formulas: HyperFormula): void {
  const {
    _crudOperations: { undoRedo, operations },
  } = formulas as unknown as UndoingEngine;
  undoRedo.saveOperation = () => {};
  undoRedo.clearRedoStack = () => {};
  operations.getOldContent = () => {};
}
