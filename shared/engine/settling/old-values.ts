import { CellError, SimpleRangeValue, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import { arrayAt, engineValueAt, furtherCells } from '../internals/cells.ts';
import type { EngineValue } from '../internals/interpreter.ts';
import { watchOldValues } from '../internals/recalculation.ts';
import { columnKey, positionKey } from '../positions.ts';

/** Arrays of fewer cells are kept cell by cell, so that there are never many to look through. */
const fewCells = 256;

/** What the cells of an array held. */
interface OldArray {
  readonly corner: SimpleCellAddress;
  readonly value: SimpleRangeValue;
}

/**
 * What cells held before several recalculations that belong together, so that of all the values that
 * changed on the way only those are told that are others in the end.
 */
export class OldValues {
  readonly #values = new Map<number, EngineValue>();
  /** Large arrays by the columns that they fill, the oldest first. */
  readonly #arrays = new Map<number, OldArray[]>();
  readonly #formulas: HyperFormula;
  /** Ends the watch over what is calculated. */
  readonly stop: () => void;

  /** With `onlyArrays` it knows nothing of formulas that fill one cell, but what is kept on purpose. */
  constructor(formulas: HyperFormula, onlyArrays = false) {
    this.#formulas = formulas;
    this.stop = watchOldValues(formulas, onlyArrays, (place, value, further) => {
      if (this.knows(place)) return;
      this.#keep(place, value);
      // An error in place of an array is that of all its cells.
      if (value instanceof CellError) for (const cell of further()) this.#keep(cell, value);
    });
  }

  knows(place: SimpleCellAddress): boolean {
    return this.at(place) !== undefined;
  }

  /** Keeps what the cells of a formula hold now, given its first, unless what they held earlier is known. */
  keepFormula(corner: SimpleCellAddress): void {
    if (this.knows(corner)) return;
    const array = arrayAt(this.#formulas, corner);
    this.#keep(corner, array ?? engineValueAt(this.#formulas, corner));
    if (!array)
      for (const cell of furtherCells(this.#formulas, corner))
        if (!this.knows(cell)) this.#keep(cell, engineValueAt(this.#formulas, cell));
  }

  /** The value that was kept; undefined for a cell of which none was, because no formula filled it. */
  at(place: SimpleCellAddress): EngineValue | undefined {
    const own = this.#values.get(positionKey(place));
    if (own !== undefined) return own;
    for (const { corner, value } of this.#arrays.get(columnKey(place)) ?? []) {
      const cell = value.data[place.row - corner.row]?.[place.col - corner.col];
      if (cell !== undefined) return cell;
    }
    return undefined;
  }

  #keep(place: SimpleCellAddress, value: EngineValue): void {
    const key = positionKey(place);
    // What is known of its first cell is older than all that an array has become since.
    if (this.#values.has(key)) return;
    if (!(value instanceof SimpleRangeValue)) {
      this.#values.set(key, value);
      return;
    }
    if (value.height() * value.width() >= fewCells) {
      for (let column = 0; column < value.width(); column++) {
        const inColumn = columnKey({ ...place, col: place.col + column });
        const arrays = this.#arrays.get(inColumn);
        if (arrays) arrays.push({ corner: place, value });
        else this.#arrays.set(inColumn, [{ corner: place, value }]);
      }
      return;
    }
    for (const [row, values] of value.data.entries())
      for (const [column, cell] of values.entries())
        this.#keep({ ...place, row: place.row + row, col: place.col + column }, cell);
  }
}
