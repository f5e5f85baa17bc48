import { CellError, SimpleRangeValue, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import type { CellValue } from '../../workbook/document.ts';
import { errorCode } from '../error-codes.ts';
import { plainValue, wrongValue } from '../functions/excel-values.ts';
import { engineValueAt } from '../internals/cells.ts';
import type { EngineValue } from '../internals/interpreter.ts';
import { watchOldValues } from '../internals/recalculation.ts';
import { positionKey } from '../positions.ts';

/**
 * What cells held before several recalculations that belong together, so that of all the values that
 * changed on the way only those are told that are others in the end.
 */
export class OldValues {
  readonly #values = new Map<number, EngineValue>();
  readonly #formulas: HyperFormula;
  /** Ends the watch over what is calculated. */
  readonly stop: () => void;

  /** With `onlyArrays` it knows nothing of formulas that fill one cell, but what is kept on purpose. */
  constructor(formulas: HyperFormula, onlyArrays = false) {
    this.#formulas = formulas;
    this.stop = watchOldValues(formulas, onlyArrays, (place, value, furtherCells) => {
      if (this.knows(place)) return;
      this.#keep(place, value);
      // An error in place of an array is that of all its cells.
      if (value instanceof CellError) for (const further of furtherCells()) this.#keep(further, value);
    });
  }

  knows(place: SimpleCellAddress): boolean {
    return this.#values.has(positionKey(place));
  }

  /** Keeps what a cell holds now, unless what it held earlier is known. */
  keepCell(place: SimpleCellAddress): void {
    if (!this.knows(place)) this.#keep(place, engineValueAt(this.#formulas, place));
  }

  /** The value that was kept; null for a cell of which none was, because no formula filled it. */
  at(place: SimpleCellAddress): CellValue {
    const value = this.#values.get(positionKey(place));
    if (value === undefined) return null;
    const plain = value instanceof SimpleRangeValue ? wrongValue() : plainValue(value);
    return plain instanceof CellError ? { error: errorCode(plain) } : plain;
  }

  #keep(place: SimpleCellAddress, value: EngineValue): void {
    const key = positionKey(place);
    // What is known of its first cell is older than all that an array has become since.
    if (this.#values.has(key)) return;
    if (!(value instanceof SimpleRangeValue)) {
      this.#values.set(key, value);
      return;
    }
    for (const [row, values] of value.data.entries())
      for (const [column, cell] of values.entries())
        this.#keep({ ...place, row: place.row + row, col: place.col + column }, cell);
  }
}
