import { CellError, type ErrorType, type SimpleCellAddress } from 'hyperformula';
import { contains } from '../workbook/address.ts';
import { severalReferencesError, unsupportedError } from './internals/errors.ts';
import type { SheetArea } from './internals/reference-nodes.ts';
import { positionKey } from './positions.ts';

/** Of a formula that uses what is not supported here. */
export const unsupportedResult = (): CellError => new CellError(unsupportedError);

/** Of a reference that would be several references, one for each value of an argument. */
export const severalReferencesResult = (reason: string): CellError =>
  new CellError(severalReferencesError, reason);

const unknownErrors: ReadonlySet<ErrorType> = new Set([unsupportedError, severalReferencesError]);

/** Whether a value is the error of a formula of which Excel has a result, and we have not. */
export function isUnknownResult(value: unknown): value is CellError {
  return value instanceof CellError && unknownErrors.has(value.type);
}

/** The cells of an engine whose results are not known here. */
export class UnknownResults {
  readonly #cells = new Map<number, SimpleCellAddress>();

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  add(place: SimpleCellAddress): void {
    this.#cells.set(positionKey(place), place);
  }

  remove(place: SimpleCellAddress): void {
    this.#cells.delete(positionKey(place));
  }

  /** Those that lie in an area. */
  *within({ sheet, range }: SheetArea): Iterable<SimpleCellAddress> {
    for (const place of this.#cells.values())
      if (place.sheet === sheet && contains(range, place.row, place.col)) yield place;
  }
}
