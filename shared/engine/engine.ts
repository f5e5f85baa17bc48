import {
  DetailedCellError,
  ErrorType,
  ExportedCellChange,
  HyperFormula,
  type ConfigParams,
  type ExportedChange,
  type SimpleCellAddress,
  type SimpleCellRange,
} from 'hyperformula';
import type { Address, Area, Range } from '../workbook/address.ts';
import {
  isCellError,
  isFormula,
  type CellContent,
  type CellValue,
  type ErrorCode,
} from '../workbook/document.ts';
import { DefinedNames, type EngineName } from './syntax/defined-names.ts';
import { engineFormula } from './syntax/formula-dialect.ts';
import { useExcelArguments } from './functions/excel-function.ts';
import { excelFunctionPlugins } from './functions/index.ts';
import { chainFunction } from './syntax/operator-chains.ts';

/** What the engine calculates: contents only, without formats and notes. */
export interface EngineSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellContent | null)[])[];
}

export interface CellEdit extends Address {
  readonly content: CellContent | null;
}

export interface ValueChange extends Address {
  readonly value: CellValue;
}

/**
 * Settings under which the engine calculates as Excel does: no rounding of its own, arrays in
 * SUMPRODUCT, Excel's 1900 date system, and dates only from numbers (text that looks like a date
 * is read by the workbook's own entry rules, not by the engine).
 */
const excelSettings: Partial<ConfigParams> = {
  smartRounding: false,
  useArrayArithmetic: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  leapYear1900: true,
  evaluateNullToZero: true,
  ignoreWhiteSpace: 'any',
  useWildcards: true,
  matchWholeCell: true,
  accentSensitive: true,
  maxRows: 1_048_576,
  maxColumns: 16_384,
  localeLang: 'en-US',
  undoLimit: 0,
};

/** Under this key HyperFormula is used as GPL-3.0 software; a bought key replaces it. */
const freeLicenceKey = 'gpl-v3';

const errorCodes: Record<string, ErrorCode> = {
  DIV_BY_ZERO: '#DIV/0!',
  NAME: '#NAME?',
  VALUE: '#VALUE!',
  NUM: '#NUM!',
  NA: '#N/A',
  CYCLE: '#CYCLE!',
  REF: '#REF!',
  SPILL: '#SPILL!',
  // A formula that does not parse: Excel has no such cell and shows an unknown name.
  ERROR: '#NAME?',
};

let pluginsRegistered = false;

function registerPluginsOnce(): void {
  if (pluginsRegistered) return;
  pluginsRegistered = true;
  useExcelArguments();
  for (const plugin of excelFunctionPlugins) {
    HyperFormula.registerFunctionPlugin(plugin, plugin.translations);
  }
}

/** The engine's raw content of ours: text is marked so that the engine never reads it as a number or date. */
function rawContent(content: CellContent | null): CellContent | null {
  if (typeof content !== 'string') return content;
  if (content.startsWith('=') && content.length > 1) return engineFormula(content);
  return content.startsWith("'") ? content : `'${content}`;
}

function cellValue(raw: unknown): CellValue {
  if (raw === null || raw === undefined) return null;
  if (raw instanceof DetailedCellError) {
    const error = errorCodes[raw.type];
    if (!error) throw new Error(`The engine gave an unknown error "${raw.type}": ${raw.message}`);
    return { error };
  }
  if (typeof raw === 'number' || typeof raw === 'string' || typeof raw === 'boolean') return raw;
  throw new Error(`The engine gave a value of unknown kind: ${typeof raw}`);
}

function addressKey({ sheet, row, col }: SimpleCellAddress): string {
  return `${sheet}:${row}:${col}`;
}

function* positionsIn({ start, end }: SimpleCellRange): Generator<SimpleCellAddress> {
  for (let row = start.row; row <= end.row; row++) {
    for (let col = start.col; col <= end.col; col++) yield { sheet: start.sheet, row, col };
  }
}

/**
 * The calculation engine behind one interface: the only importer of HyperFormula.
 * It knows contents and values; formats, notes, history and files are the workbook's.
 */
export class Engine {
  readonly #formulas: HyperFormula;
  /** Cells that show #SPILL!. */
  readonly #blocked = new Map<string, SimpleCellAddress>();

  private constructor(formulas: HyperFormula) {
    this.#formulas = formulas;
    for (let sheet = 0; sheet < formulas.countSheets(); sheet++) {
      formulas.getSheetValues(sheet).forEach((values, row) => {
        values.forEach((value, col) => {
          if (!(value instanceof DetailedCellError) || value.type !== ErrorType.SPILL) return;
          this.#blocked.set(addressKey({ sheet, row, col }), { sheet, row, col });
        });
      });
    }
  }

  /**
   * Builds all sheets at once and calculates them. Names are of cells on these sheets, and differ in
   * more than their case. `licenceKey` empty means the GPL-3.0 licence.
   */
  static build(sheets: readonly EngineSheet[], names: readonly EngineName[], licenceKey = ''): Engine {
    registerPluginsOnce();
    const contents: Record<string, (CellContent | null)[][]> = {};
    for (const sheet of sheets) contents[sheet.name] = sheet.rows.map((row) => row.map(rawContent));
    const context = new DefinedNames(names);
    const settings = { ...excelSettings, context, licenseKey: licenceKey || freeLicenceKey };
    return new Engine(HyperFormula.buildFromSheets(contents, settings));
  }

  /** Names of all functions the engine can calculate, in capitals. */
  static functionNames(): string[] {
    registerPluginsOnce();
    return HyperFormula.getRegisteredFunctionNames('enGB').filter((name) => name !== chainFunction);
  }

  /** The value of one cell; null for an empty cell or one beyond the sheet. */
  value(address: Address): CellValue {
    return cellValue(this.#formulas.getCellValue(this.#position(address)));
  }

  /** Values of a whole sheet, row by row, up to its last used cell. */
  sheetValues(sheet: string): CellValue[][] {
    return this.#formulas.getSheetValues(this.#sheetId(sheet)).map((row) => row.map(cellValue));
  }

  /** Values of a rectangle, row by row; cells beyond the used part are null. */
  rangeValues(sheet: string, range: Range): CellValue[][] {
    const values = this.#formulas.getRangeValues(this.#positions({ sheet, range }));
    return values.map((row) => row.map(cellValue));
  }

  /** The rectangle over which the formula in this cell spills; undefined when its result is one cell. */
  spillOf(address: Address): Range | undefined {
    const array = this.#formulas.arrayMapping.getArrayByCorner(this.#position(address));
    if (!array) return undefined;
    const { row: top, column: left } = address;
    const whole = { top, left, bottom: top + array.height - 1, right: left + array.width - 1 };
    // The engine keeps room for the longest result that the formula can have; a shorter one leaves cells empty.
    const values = this.rangeValues(address.sheet, whole);
    const height = values.findLastIndex((row) => row.some((value) => value !== null)) + 1;
    const width = Math.max(0, ...values.map((row) => row.findLastIndex((value) => value !== null) + 1));
    if (height * width <= 1) return undefined;
    return { top, left, bottom: top + height - 1, right: left + width - 1 };
  }

  /** What a formula gives that stands in no cell, row by row. Throws when it does not read. */
  calculate(formula: string): CellValue[][] {
    const result = this.#formulas.calculateFormula(engineFormula(formula), 0);
    return Array.isArray(result) ? result.map((row) => row.map(cellValue)) : [[cellValue(result)]];
  }

  /** True when the text is a formula the engine can read; unknown functions and names still read. */
  parses(formula: string): boolean {
    return this.#formulas.validateFormula(engineFormula(formula));
  }

  /**
   * Writes the contents, recalculates once, and gives exactly the cells whose value changed. Each
   * cell may stand in the edits once.
   */
  setCells(edits: readonly CellEdit[]): ValueChange[] {
    const write = (edit: CellEdit) =>
      this.#formulas.setCellContents(this.#position(edit), rawContent(edit.content));
    // Formulas come last: an array spills only over cells that are already free.
    const ordered = [
      ...edits.filter(({ content }) => !isFormula(content)),
      ...edits.filter(({ content }) => isFormula(content)),
    ];
    const [only] = edits;
    const changes =
      edits.length === 1 && only ? write(only) : this.#formulas.batch(() => ordered.forEach(write));
    const values = this.#valueChanges(changes);
    return this.#blocked.size === 0 ? values : this.#spillAgain(values);
  }

  /** The engine leaves a blocked array as it is when its way becomes free; entering its formula again lets it spill. */
  #spillAgain(values: readonly ValueChange[]): ValueChange[] {
    const blocked = [...this.#blocked.values()].filter((position) =>
      this.#isError(position, ErrorType.SPILL),
    );
    this.#blocked.clear();
    const enterAgain = (position: SimpleCellAddress) => {
      const formula = this.#formulas.getCellFormula(position);
      if (formula !== undefined) this.#formulas.setCellContents(position, formula);
    };
    const before = new Map(values.map((value) => [addressKey(this.#position(value)), value]));
    const changes = this.#valueChanges(this.#formulas.batch(() => blocked.forEach(enterAgain)));
    for (const change of changes) before.set(addressKey(this.#position(change)), change);
    for (const position of blocked)
      if (this.#isError(position, ErrorType.SPILL)) this.#blocked.set(addressKey(position), position);
    return [...before.values()];
  }

  /**
   * The loop through a cell whose value is `#CYCLE!`, in the order of calculation: each cell
   * reads the next, and the last reads the first. Empty when the cell is not itself in a loop.
   */
  loopThrough(start: Address): Address[] {
    const key = addressKey;
    const first = this.#position(start);
    const cameFrom = new Map<string, SimpleCellAddress>();
    const queue = [first];
    // Breadth first, so that the loop named is a shortest one.
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      for (const precedent of this.#precedentCells(cell)) {
        if (key(precedent) === key(first)) {
          const loop = [cell];
          for (let back = cell; key(back) !== key(first);) {
            const before = cameFrom.get(key(back));
            if (!before) throw new Error(`No way back from ${key(back)} to ${key(first)}`);
            loop.unshift(before);
            back = before;
          }
          return loop.map((position) => this.#address(position));
        }
        if (cameFrom.has(key(precedent)) || !this.#isError(precedent, ErrorType.CYCLE)) continue;
        cameFrom.set(key(precedent), cell);
        queue.push(precedent);
      }
    }
    return [];
  }

  /**
   * The cells that are worked out from these, directly or by way of others, in no order: for each
   * formula all cells that it fills.
   */
  dependents(of: readonly Area[]): Area[] {
    const found = new Map<string, Area>();
    const ranges = new Set<string>();
    const queue: (SimpleCellAddress | SimpleCellRange)[] = of.flatMap((area) => [
      ...positionsIn(this.#positions(area)),
    ]);
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const dependent of this.#formulas.getCellDependents(next)) {
        if ('start' in dependent) {
          const key = `${addressKey(dependent.start)}:${addressKey(dependent.end)}`;
          if (!ranges.has(key)) queue.push(dependent);
          ranges.add(key);
        } else if (!found.has(addressKey(dependent))) {
          found.set(addressKey(dependent), this.#filledBy(dependent));
          queue.push(dependent);
        }
      }
    }
    return [...found.values()];
  }

  /** Frees the engine's memory; it must not be used afterwards. */
  destroy(): void {
    this.#formulas.destroy();
  }

  #isError(cell: SimpleCellAddress, type: ErrorType.CYCLE | ErrorType.SPILL): boolean {
    const value = this.#formulas.getCellValue(cell);
    return value instanceof DetailedCellError && value.type === type;
  }

  *#precedentCells(cell: SimpleCellAddress): Generator<SimpleCellAddress> {
    if (!this.#formulas.doesCellHaveFormula(cell)) return;
    for (const precedent of this.#formulas.getCellPrecedents(cell)) {
      if ('start' in precedent) yield* positionsIn(precedent);
      else yield precedent;
    }
  }

  #sheetId(sheet: string): number {
    const id = this.#formulas.getSheetId(sheet);
    if (id === undefined) throw new Error(`The engine has no sheet "${sheet}"`);
    return id;
  }

  #position(address: Address): SimpleCellAddress {
    return { sheet: this.#sheetId(address.sheet), row: address.row, col: address.column };
  }

  #positions({ sheet, range }: Area): SimpleCellRange {
    const id = this.#sheetId(sheet);
    return {
      start: { sheet: id, row: range.top, col: range.left },
      end: { sheet: id, row: range.bottom, col: range.right },
    };
  }

  /** All cells that the formula in this cell can fill. */
  #filledBy(position: SimpleCellAddress): Area {
    const { sheet, row: top, column: left } = this.#address(position);
    const { height, width } = this.#formulas.arrayMapping.getArrayByCorner(position) ?? {
      height: 1,
      width: 1,
    };
    return { sheet, range: { top, left, bottom: top + height - 1, right: left + width - 1 } };
  }

  #address(position: SimpleCellAddress): Address {
    const sheet = this.#formulas.getSheetName(position.sheet);
    if (sheet === undefined) throw new Error(`The engine has no sheet number ${position.sheet}`);
    return { sheet, row: position.row, column: position.col };
  }

  #valueChanges(changes: readonly ExportedChange[]): ValueChange[] {
    const result: ValueChange[] = [];
    for (const change of changes) {
      // The other kind of change is of the engine's own names, of which there are none.
      if (!(change instanceof ExportedCellChange)) continue;
      const value = cellValue(change.newValue);
      if (isCellError(value) && value.error === '#SPILL!')
        this.#blocked.set(addressKey(change.address), change.address);
      result.push({ ...this.#address(change.address), value });
    }
    return result;
  }
}
