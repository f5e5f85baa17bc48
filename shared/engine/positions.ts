import type { HyperFormula, SimpleCellAddress, SimpleCellRange } from 'hyperformula';
import type { Address, Area } from '../workbook/address.ts';

/** A text that tells cells of the engine from each other. */
export function positionKey({ sheet, row, col }: SimpleCellAddress): string {
  return `${sheet}:${row}:${col}`;
}

/** All cells of a range, row by row. */
export function* positionsIn({ start, end }: SimpleCellRange): Generator<SimpleCellAddress> {
  for (let row = start.row; row <= end.row; row++) {
    for (let col = start.col; col <= end.col; col++) yield { sheet: start.sheet, row, col };
  }
}

/** The addresses of a workbook as positions in an engine, which numbers the sheets, and the other way. */
export class Positions {
  readonly #formulas: HyperFormula;

  constructor(formulas: HyperFormula) {
    this.#formulas = formulas;
  }

  /** The engine's number of a sheet. Throws when there is none, as do all that follow. */
  sheetOf(name: string): number {
    const sheet = this.#formulas.getSheetId(name);
    if (sheet === undefined) throw new Error(`The engine has no sheet "${name}"`);
    return sheet;
  }

  of({ sheet, row, column }: Address): SimpleCellAddress {
    return { sheet: this.sheetOf(sheet), row, col: column };
  }

  rangeOf({ sheet, range }: Area): SimpleCellRange {
    const number = this.sheetOf(sheet);
    return {
      start: { sheet: number, row: range.top, col: range.left },
      end: { sheet: number, row: range.bottom, col: range.right },
    };
  }

  /** Whether a position is on a sheet of the workbook: formulas may name others. */
  exists({ sheet }: SimpleCellAddress): boolean {
    return this.#formulas.getSheetName(sheet) !== undefined;
  }

  addressOf({ sheet, row, col }: SimpleCellAddress): Address {
    const name = this.#formulas.getSheetName(sheet);
    if (name === undefined) throw new Error(`The engine has no sheet number ${sheet}`);
    return { sheet: name, row, column: col };
  }

  areaOf({ start, end }: SimpleCellRange): Area {
    const { sheet, row: top, column: left } = this.addressOf(start);
    return { sheet, range: { top, left, bottom: end.row, right: end.col } };
  }
}
