import { contains, type Address, type Range } from '../../shared/workbook/address.ts';
import type { Bounds, CellStyle, CellValue, DefinedName } from '../../shared/workbook/document.ts';
import {
  boundedBy,
  brokenLimit,
  offeredChoices,
  type BrokenLimit,
  type Choice,
  type LimitSource,
} from '../../shared/workbook/limits.ts';
import type { SheetMirror } from './sheet-mirror.ts';

/** The parts of an open document that limits are read from. */
interface LimitedDocument {
  readonly bounds: readonly Bounds[];
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly names: readonly DefinedName[];
  readonly sheets: ReadonlyMap<string, SheetMirror>;
}

/** A list of choices, and the styles whose cells must hold one of them. */
interface ChoiceList {
  readonly cells: DefinedName;
  readonly styles: ReadonlySet<string>;
}

/** Bounds and choices of the cells of a document, read from what its mirrors hold now. */
export class CellLimits {
  readonly #document: LimitedDocument;
  #choiceLists: readonly ChoiceList[];
  readonly #source: LimitSource;

  constructor(document: LimitedDocument) {
    this.#document = document;
    const { bounds, styles, sheets } = document;
    this.#choiceLists = choiceLists(document);
    this.#source = {
      bounds,
      styleAt: ({ sheet, row, column }) => {
        const key = sheets.get(sheet)?.cell(row, column)?.style;
        return key === undefined ? undefined : styles[key];
      },
      valueAt: ({ sheet, row, column }) => sheets.get(sheet)?.value(row, column) ?? null,
      choicesOf: (name) => this.#choices(name),
    };
  }

  /** Reads again which styles have choices: cells may have got one that none had. */
  readStyles(): void {
    this.#choiceLists = choiceLists(this.#document);
  }

  /** How a cell breaks its bounds or is none of its choices; null when it does neither. */
  broken(address: Address): BrokenLimit | null {
    return brokenLimit(address, this.#source);
  }

  /** What may be chosen for a cell, in the order of its list; empty where there is no list. */
  choices(address: Address): readonly Choice[] {
    const { choicesName } = this.#source.styleAt(address) ?? {};
    return choicesName === undefined ? [] : offeredChoices(this.#choices(choicesName));
  }

  /** The cells whose limits are read from the changed ones: theirs may be broken or kept since. */
  readFrom(changed: readonly Address[]): Address[] {
    const found: Address[] = [];
    const lists = new Set<ChoiceList>();
    for (const cell of changed) {
      for (const { sheet, range } of boundedBy(this.#document.bounds, cell)) {
        found.push(...this.#usedCells(sheet, range));
      }
      for (const list of this.#choiceLists) {
        const { sheet, range } = list.cells;
        if (sheet === cell.sheet && contains(range, cell.row, cell.column)) lists.add(list);
      }
    }
    for (const { styles } of lists) found.push(...this.#cellsOf(styles));
    return found;
  }

  /** Cells of a range as far as the sheet is used: a file may give bounds to whole columns. */
  #usedCells(sheet: string, range: Range): Address[] {
    const { usedRows = 0, usedColumns = 0 } = this.#document.sheets.get(sheet) ?? {};
    const cells: Address[] = [];
    for (let row = range.top; row <= Math.min(range.bottom, usedRows - 1); row++)
      for (let column = range.left; column <= Math.min(range.right, usedColumns - 1); column++)
        cells.push({ sheet, row, column });
    return cells;
  }

  #choices(name: string): CellValue[] {
    const list = this.#choiceLists.find(({ cells }) => cells.name.toLowerCase() === name.toLowerCase());
    if (!list) return [];
    const { sheet, range } = list.cells;
    return this.#usedCells(sheet, range).map(this.#source.valueAt);
  }

  #cellsOf(styles: ReadonlySet<string>): Address[] {
    const everything = { top: 0, left: 0, bottom: Infinity, right: Infinity };
    return [...this.#document.sheets].flatMap(([sheet, mirror]) =>
      this.#usedCells(sheet, everything).filter(({ row, column }) => {
        const style = mirror.cell(row, column)?.style;
        return style !== undefined && styles.has(style);
      }),
    );
  }
}

function choiceLists({ names, styles }: LimitedDocument): ChoiceList[] {
  return names
    .map((cells) => ({ cells, styles: stylesChoosingFrom(cells.name, styles) }))
    .filter((list) => list.styles.size > 0);
}

function stylesChoosingFrom(name: string, styles: Readonly<Record<string, CellStyle>>): ReadonlySet<string> {
  return new Set(
    Object.entries(styles)
      .filter(([, { choicesName }]) => choicesName?.toLowerCase() === name.toLowerCase())
      .map(([key]) => key),
  );
}
