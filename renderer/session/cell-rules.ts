import { addressText, contains, type Address } from '../../shared/workbook/address.ts';
import type { InvalidCell } from '../../shared/workbook/validation/invalid-cells.ts';
import type { Validation } from '../../shared/workbook/validation/validation.ts';

/** What the cells of a document may hold, and which hold something else, as the engine has told. */
export class CellRules {
  #validations: readonly Validation[];
  #invalid: ReadonlyMap<string, InvalidCell> = new Map();

  constructor(validations: readonly Validation[]) {
    this.#validations = validations;
  }

  setValidations(validations: readonly Validation[]): void {
    this.#validations = validations;
  }

  /** What tells the validation of each cell of a sheet; undefined for a cell without one. */
  on(sheet: string): (row: number, column: number) => Validation | undefined {
    const own = this.#validations.filter((one) => one.sheet === sheet);
    return (row, column) => own.find(({ ranges }) => ranges.some((range) => contains(range, row, column)));
  }

  /** Takes the cells that hold what they may not. Gives those that were or are among them. */
  setInvalid(cells: readonly InvalidCell[]): readonly Address[] {
    const before = [...this.#invalid.values()];
    this.#invalid = new Map(cells.map((cell) => [addressText(cell), cell]));
    return [...before, ...cells];
  }

  get invalid(): readonly Address[] {
    return [...this.#invalid.values()];
  }

  /** What a cell may hold, as the end of a sentence; null unless it holds something else. */
  invalidWords(address: Address): string | null {
    if (this.#invalid.size === 0) return null;
    return this.#invalid.get(addressText(address))?.words ?? null;
  }
}
