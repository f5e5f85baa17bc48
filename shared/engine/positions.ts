import type { HyperFormula, SimpleCellAddress, SimpleCellRange } from 'hyperformula';
import { maximumColumns, maximumRows, type Address, type Area } from '../workbook/address.ts';

/** A number that tells cells of the engine from each other. Lists of a million are found by it in half the time of a text. */
export function positionKey({ sheet, row, col }: SimpleCellAddress): number {
  return (sheet * maximumRows + row) * maximumColumns + col;
}

/** A number that tells the columns of an engine's sheets from each other. */
export function columnKey({ sheet, col }: Pick<SimpleCellAddress, 'sheet' | 'col'>): number {
  return sheet * maximumColumns + col;
}

/** A text that tells ranges of the engine from each other, whole columns and rows among them. */
export function rangeKey({ start, end }: SimpleCellRange): string {
  return `${start.sheet}:${start.row}:${start.col}:${end.row}:${end.col}`;
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

  /** The positions of cells, many of which may be on one sheet. */
  ofAll(addresses: readonly Address[]): SimpleCellAddress[] {
    const numbers = new Map<string, number>();
    return addresses.map(({ sheet, row, column }) => {
      const number = numbers.get(sheet) ?? this.sheetOf(sheet);
      numbers.set(sheet, number);
      return { sheet: number, row, col: column };
    });
  }

  /** Cells by their addresses, many of which may be on one sheet, with what is known of each. */
  cellsAt<Known>(
    cells: readonly { readonly position: SimpleCellAddress; readonly value: Known }[],
  ): (Address & { readonly value: Known })[] {
    const names = new Map<number, string>();
    return cells.map(({ position, value }) => {
      const sheet = names.get(position.sheet) ?? this.addressOf(position).sheet;
      names.set(position.sheet, sheet);
      return { sheet, row: position.row, column: position.col, value };
    });
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
