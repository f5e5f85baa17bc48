import { CellError, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import { contains, type Address, type Area, type Range } from '../workbook/address.ts';
import type { CellContent, CellValue, NamedFormula } from '../workbook/document.ts';
import { cellValue, firstValue, rawContent } from './cell-contents.ts';
import { dependentFormulas, directReaders, loopThrough } from './dependencies.ts';
import { EngineContext, type EngineName, type UnseenRows } from './engine-context.ts';
import { errorCode } from './error-codes.ts';
import { excelHyperFormula, functionNames } from './excel-hyperformula.ts';
import {
  cornerOf,
  engineValueAt,
  faultOf,
  filledFrom,
  roomAt,
  shownValues,
  type FormulaFault,
} from './internals/cells.ts';
import { forgetReadFormulas } from './internals/parser.ts';
import { keepingRanges } from './internals/ranges.ts';
import { partError, partValue, type PartError, type PartValue, type Wording } from './part-values.ts';
import { positionsIn, Positions } from './positions.ts';
import { Settling } from './settling/settling.ts';
import { engineFormula } from './syntax/formula-dialect.ts';
import { Trial } from './trial.ts';
import { written } from './writing.ts';

/** What the engine calculates: contents only, without formats and notes. */
export interface EngineSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellContent | null)[])[];
  /** Unset where all rows are in sight. */
  readonly unseen?: UnseenRows | undefined;
}

export interface CellEdit extends Address {
  readonly content: CellContent | null;
}

export interface ValueChange extends Address {
  readonly value: CellValue;
}

/** What brings an engine from one document to the next. */
export interface EngineUpdate {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly added: readonly string[];
  /** All sheets in their order. */
  readonly sheets: readonly string[];
  readonly names: readonly EngineName[];
  readonly namedFormulas: readonly NamedFormula[];
  /** Cells with other contents, and those to be read anew though their contents are the same. */
  readonly edits: readonly CellEdit[];
}

const nowhere: Address = { sheet: '', row: 0, column: 0 };

/**
 * The calculation engine behind one interface: the only importer of HyperFormula.
 * It knows contents and values; formats, notes, history and files are the workbook's.
 */
export class Engine {
  readonly #formulas: HyperFormula;
  readonly #context: EngineContext;
  readonly #positions: Positions;
  readonly #settling: Settling;

  private constructor(formulas: HyperFormula, context: EngineContext) {
    this.#formulas = formulas;
    this.#context = context;
    this.#positions = new Positions(formulas);
    this.#settling = new Settling(formulas, context);
  }

  /**
   * Builds all sheets at once and calculates them. Names are of cells on these sheets, and differ in
   * more than their case. `licenceKey` empty means the GPL-3.0 licence.
   */
  static build(
    sheets: readonly EngineSheet[],
    names: readonly EngineName[],
    licenceKey = '',
    namedFormulas: readonly NamedFormula[] = [],
  ): Engine {
    // The engine numbers sheets in the order of an object's keys, of which whole numbers come first.
    const numbers = Object.keys(Object.fromEntries(sheets.map(({ name }) => [name, null])));
    const numbered = sheets.toSorted((one, other) => numbers.indexOf(one.name) - numbers.indexOf(other.name));
    const context = new EngineContext(
      names,
      numbered.map(({ rows }) => rows),
      namedFormulas,
    );
    context.orderSheets(sheets.map(({ name }) => numbers.indexOf(name)));
    for (const [index, { unseen }] of numbered.entries()) if (unseen) context.setUnseenRows(index, unseen);
    const contents = Object.fromEntries(
      sheets.map(({ name, rows }) => [
        name,
        rows.map((cells, row) =>
          cells.map((content, column) => rawContent(content, { sheet: name, row, column }, context)),
        ),
      ]),
    );
    return new Engine(excelHyperFormula(contents, context, licenceKey), context);
  }

  /** Names of all functions the engine can calculate, in capitals. */
  static functionNames(): string[] {
    return functionNames();
  }

  /** The value of one cell; null for an empty cell or one beyond the sheet. */
  value(address: Address): CellValue {
    return cellValue(this.#formulas.getCellValue(this.#positions.of(address)));
  }

  /** Values of a whole sheet, row by row, up to its last used cell. */
  sheetValues(sheet: string): CellValue[][] {
    return shownValues(this.#formulas, this.#positions.sheetOf(sheet)).map((row) => row.map(cellValue));
  }

  /** Values of a rectangle, row by row; cells beyond the used part are null. */
  rangeValues(sheet: string, range: Range): CellValue[][] {
    const values = this.#formulas.getRangeValues(this.#positions.rangeOf({ sheet, range }));
    return values.map((row) => row.map(cellValue));
  }

  /** The rectangle over which the formula in this cell spills; undefined when its result is one cell. */
  spillOf(address: Address): Range | undefined {
    const { sheet, range } = this.#roomOf(this.#positions.of(address));
    const { top, left, bottom, right } = range;
    if (top === bottom && left === right) return undefined;
    // The engine keeps room for the longest result that the formula can have; a shorter one leaves cells empty.
    const values = this.rangeValues(sheet, range);
    const height = values.findLastIndex((row) => row.some((value) => value !== null)) + 1;
    const width = Math.max(0, ...values.map((row) => row.findLastIndex((value) => value !== null) + 1));
    if (height * width <= 1) return undefined;
    return { top, left, bottom: top + height - 1, right: left + width - 1 };
  }

  /** The cells of a result over several of them that reaches into an area; undefined where none does. */
  spillIn(area: Area): Range | undefined {
    const { start, end } = this.#positions.rangeOf(area);
    const { width, height } = this.#formulas.getSheetDimensions(start.sheet);
    const used = { ...end, row: Math.min(end.row, height - 1), col: Math.min(end.col, width - 1) };
    for (const position of positionsIn({ start, end: used })) {
      const corner = cornerOf(this.#formulas, position);
      const spill = corner && this.spillOf(this.#positions.addressOf(corner));
      if (spill && contains(spill, position.row, position.col)) return spill;
    }
    return undefined;
  }

  /**
   * Tells which rows of a sheet are out of sight. Formulas that pass them over are to be entered
   * again afterwards, so that they are calculated anew.
   */
  setUnseenRows(sheet: string, rows: UnseenRows): void {
    this.#context.setUnseenRows(this.#positions.sheetOf(sheet), rows);
  }

  /** What a formula gives that stands in no cell, row by row. Throws when it does not read. */
  calculate(formula: string): CellValue[][] {
    const result = this.#formulas.calculateFormula(this.#read(formula, nowhere), 0);
    return Array.isArray(result) ? result.map((row) => row.map(cellValue)) : [[cellValue(result)]];
  }

  /** Why a text is no formula that the engine can read; null when it is one. Unknown functions and names still read. `place` is where it stands, if anywhere. */
  faultOf(formula: string, place: Address = nowhere): FormulaFault | null {
    return faultOf(this.#formulas, this.#read(formula, place));
  }

  /** A formula of a cell with what they stand for in place of its names, but for plain names of cells. */
  spelledOut(formula: string, place: Address): string {
    return this.#context.spelledOut(formula, place);
  }

  /**
   * What a formula, or a part of one, would give at a place, errors with their reasons; undefined
   * when it does not read. Nothing is changed.
   */
  partValue(formula: string, place: Address): PartValue | undefined {
    return partValue(this.#formulas, this.#read(formula, place), this.#positions.of(place), this.#wording);
  }

  /**
   * A formula that is read once as it stands at a place: what it would give at others, filled from
   * there, the first value where it gives several. Undefined when it does not read.
   */
  filled(formula: string, place: Address): ((at: Address) => CellValue) | undefined {
    const calculate = filledFrom(this.#formulas, this.#read(formula, place), this.#positions.of(place));
    return calculate && ((at) => firstValue(calculate(this.#positions.of(at))));
  }

  /** What a task gives that calculates many formulas that stand in no cell, and changes nothing: each keeps for the others what it works out of ranges. */
  inOnePass<Result>(read: () => Result): Result {
    return keepingRanges(this.#formulas, read);
  }

  /** How many rows and columns of a sheet are used. */
  usedSize(sheet: string): { readonly rows: number; readonly columns: number } {
    const { width, height } = this.#formulas.getSheetDimensions(this.#positions.sheetOf(sheet));
    return { rows: height, columns: width };
  }

  /** Tells of a formula, or a part of one, whether it would give several values at a place. */
  isArrayAt(place: Address): (formula: string) => boolean {
    return (formula) => {
      const value = this.partValue(formula, place);
      return value !== undefined && value.height * value.width > 1;
    };
  }

  /** The error that a cell shows, with what is known of it; undefined when it shows none. */
  errorOf(address: Address): PartError | undefined {
    const value = engineValueAt(this.#formulas, this.#positions.of(address));
    return value instanceof CellError ? partError(this.#formulas, value, this.#wording) : undefined;
  }

  /** The cell of the formula whose result fills this cell; the cell itself where none does. */
  formulaCellOf(address: Address): Address {
    const corner = cornerOf(this.#formulas, this.#positions.of(address));
    return corner ? this.#positions.addressOf(corner) : address;
  }

  /** The cells and ranges that the formula in a cell reads directly, without those of sheets that do not exist. */
  precedents(address: Address): Area[] {
    const position = this.#positions.of(address);
    if (!this.#formulas.doesCellHaveFormula(position)) return [];
    return this.#formulas
      .getCellPrecedents(position)
      .map((precedent) => ('start' in precedent ? precedent : { start: precedent, end: precedent }))
      .filter(({ start }) => this.#positions.exists(start))
      .map((precedent) => this.#positions.areaOf(precedent));
  }

  /**
   * Writes the contents, recalculates, and gives exactly the cells whose value changed. Each cell may
   * stand in the edits once.
   */
  setCells(edits: readonly CellEdit[]): ValueChange[] {
    const positions = this.#positions.ofAll(edits);
    const writings = edits.flatMap(({ content }, index) => {
      const position = positions[index];
      return position ? { position, content } : [];
    });
    const enter = () => written(writings, this.#formulas, this.#context);
    return this.#positions.cellsAt(this.#settling.change(writings, enter));
  }

  /** Begins to set cells for a while. Until the trial has ended, nothing else may be changed. */
  beginTrial(): Trial {
    return new Trial(this.#formulas, (edits) => this.setCells(edits));
  }

  /** Takes other sheets and names, and the contents that go with them, and recalculates what follows. */
  update({ renamed, added, sheets, names, namedFormulas, edits }: EngineUpdate): void {
    for (const { from, to } of renamed) this.#formulas.renameSheet(this.#positions.sheetOf(from), to);
    for (const name of added) this.#formulas.addSheet(name);
    this.#context.orderSheets(sheets.map((name) => this.#positions.sheetOf(name)));
    if (this.#context.rename(names, namedFormulas)) forgetReadFormulas(this.#formulas);
    this.setCells(edits);
  }

  /** The cells whose references are worked out, as by OFFSET or INDIRECT. */
  get referenceCells(): Address[] {
    return Array.from(this.#context.references.cells, (place) => this.#positions.addressOf(place));
  }

  /**
   * The loop through a cell whose value is `#CYCLE!`, in the order of calculation: each cell
   * reads the next, and the last reads the first. Empty when the cell is not itself in a loop.
   */
  loopThrough(start: Address): Address[] {
    return loopThrough(this.#formulas, this.#positions.of(start)).map((position) =>
      this.#positions.addressOf(position),
    );
  }

  /**
   * The cells that are worked out from these, directly or by way of others, in no order: for each
   * formula all cells that it fills.
   */
  dependents(of: readonly Area[]): Area[] {
    const ranges = of.map((area) => this.#positions.rangeOf(area));
    return dependentFormulas(this.#formulas, ranges).map((position) => this.#roomOf(position));
  }

  /** The cells of the formulas that read a cell themselves, by their own text, in no order. */
  readers(of: Address): Address[] {
    const position = this.#positions.of(of);
    const readers = directReaders(this.#formulas, position).map((reader) =>
      this.#positions.addressOf(reader),
    );
    // All cells that one formula fills are one place to the engine, whichever of them is read.
    if (!cornerOf(this.#formulas, position)) return readers;
    return readers.filter((reader) =>
      this.precedents(reader).some(
        ({ sheet, range }) => sheet === of.sheet && contains(range, of.row, of.column),
      ),
    );
  }

  /** Frees the engine's memory; it must not be used afterwards. */
  destroy(): void {
    this.#formulas.destroy();
  }

  #read(formula: string, place: Address): string {
    return engineFormula(this.#context.spelledOut(formula, place));
  }

  readonly #wording: Wording = {
    codeOf: errorCode,
    addressOf: (position) => this.#positions.addressOf(position),
  };

  /** All cells that the formula in this cell can fill. */
  #roomOf(corner: SimpleCellAddress): Area {
    const { width, height } = roomAt(this.#formulas, corner);
    const end = { ...corner, row: corner.row + height - 1, col: corner.col + width - 1 };
    return this.#positions.areaOf({ start: corner, end });
  }
}
