import type { SimpleRangeValue } from 'hyperformula';
import { readTextNumber } from '../../../workbook/number-format.ts';
import { kept } from '../kept-results.ts';
import { isPlainText } from '../lookup/search.ts';
import { cellsOf } from '../ranges.ts';

/** Ranges of fewer cells are gone through. */
export const fewCells = 64;
/** The cells of a range are put in order by what they hold when it is asked for this many values. */
const askedBefore = 3;

/** Rows and columns from the first of a range. */
interface Size {
  readonly height: number;
  readonly width: number;
}

/** A cell of a range by its row and column in it. */
export interface CellInRange {
  readonly row: number;
  readonly column: number;
}

/** The cells of a range that hold numbers or texts, by what they hold. */
class CellsByValue {
  readonly #width: number;
  readonly #places = new Map<number | string, number[]>();
  /** Texts with letters of which several may be equal without being the same. */
  readonly #others: number[] = [];

  constructor(range: SimpleRangeValue, { height, width }: Size) {
    this.#width = width;
    const cells = cellsOf(range);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const value = cells.at(row, column);
        if (typeof value === 'number') this.#add(value, row, column);
        if (typeof value !== 'string') continue;
        if (isPlainText(value)) this.#add(value.toLowerCase(), row, column);
        else this.#others.push(row * width + column);
        // A number in a text counts like the number.
        const number = value === '' ? undefined : readTextNumber(value);
        if (number !== undefined) this.#add(number, row, column);
      }
  }

  /** The cells that may be equal to a value, row by row; undefined where that is not known. */
  equalTo(value: number | string): CellInRange[] | undefined {
    if (typeof value === 'string' && !isPlainText(value)) return undefined;
    const same = this.#places.get(typeof value === 'string' ? value.toLowerCase() : value) ?? [];
    const others = typeof value === 'string' ? this.#others : [];
    const places = others.length === 0 ? same : [...same, ...others].toSorted((one, other) => one - other);
    const width = this.#width;
    return places.map((place) => ({ row: Math.floor(place / width), column: place % width }));
  }

  #add(key: number | string, row: number, column: number): void {
    const places = this.#places.get(key);
    if (places) places.push(row * this.#width + column);
    else this.#places.set(key, [row * this.#width + column]);
  }
}

/**
 * The cells in the used part of a range that may be equal to a value, row by row. Undefined where that
 * is not known: of arrays, of short ranges, and until a range has been asked for a few values.
 */
export function cellsEqualTo(
  value: number | string,
  range: SimpleRangeValue,
  used: Size,
): CellInRange[] | undefined {
  if (used.height * used.width < fewCells) return undefined;
  const found = kept<{ asked: number; cells: CellsByValue | undefined }>([range], 'cells by value', () => ({
    asked: 0,
    cells: undefined,
  }));
  found.asked++;
  if (found.asked > askedBefore) found.cells ??= new CellsByValue(range, used);
  return found.cells?.equalTo(value);
}
