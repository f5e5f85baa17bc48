import type { SimpleCellAddress } from 'hyperformula';
import { absoluteRangeText, type Address, type Area, type Range } from '../workbook/address.ts';
import { isFormula, type CellContent, type NamedFormula } from '../workbook/document.ts';
import { NamedFormulas, splitName } from '../workbook/named-formulas.ts';
import { spanAt, type LineSpans } from '../workbook/line-spans.ts';
import { positionKey } from './positions.ts';
import { ReferenceFindings } from './reference-findings.ts';
import { UnknownResults } from './unknown-results.ts';

/** A name and the cells that it stands for. */
export interface EngineName {
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
}

/** Names that HyperFormula reads as such: it takes all letters followed by digits for a cell. */
const isPlain = (name: string) =>
  /^[A-Za-z_\u00C0-\u02AF][A-Za-z0-9_.\u00C0-\u02AF]*$/.test(name) && !/^[A-Za-z]+[0-9]+$/.test(name);

/** A name that HyperFormula does not read, as one of a formula; nothing for the others. */
function asFormula({ name, sheet, range }: EngineName): NamedFormula[] {
  return isPlain(name) ? [] : [{ name, formula: `=${absoluteRangeText(sheet, range)}` }];
}

/** How many rows and columns a result has. */
export interface RoomSize {
  readonly width: number;
  readonly height: number;
}

/** How many cells results need, where that was not known before they were calculated. */
export class ResultRooms {
  readonly #sizes = new Map<number, RoomSize>();
  readonly #outgrown = new Map<number, SimpleCellAddress>();

  /** What the formula at a place needs; undefined where nothing has been learned of it. */
  sizeAt(place: SimpleCellAddress): RoomSize | undefined {
    return this.#sizes.size === 0 ? undefined : this.#sizes.get(positionKey(place));
  }

  /** The formula at this place needs more cells than it has, and is to be entered again. */
  outgrow(place: SimpleCellAddress, size: RoomSize): void {
    this.#sizes.set(positionKey(place), size);
    this.#outgrown.set(positionKey(place), place);
  }

  /** Where formulas have outgrown their cells since this was asked last. */
  takeOutgrown(): SimpleCellAddress[] {
    const places = [...this.#outgrown.values()];
    this.#outgrown.clear();
    return places;
  }

  /** The formula at this place is to have one cell, so that its result tells what it needs. */
  narrow(place: SimpleCellAddress): void {
    this.#sizes.set(positionKey(place), { width: 1, height: 1 });
  }

  /** Another formula comes to this place. */
  forget(place: SimpleCellAddress): void {
    if (this.#sizes.size > 0) this.#sizes.delete(positionKey(place));
  }
}

/** The rows of a sheet that are out of sight: those that its filter hides, and all of them. */
export interface UnseenRows {
  readonly filtered: LineSpans;
  readonly all: LineSpans;
}

type Rows = readonly (readonly (CellContent | null)[])[];

/**
 * What functions and the parser know of a workbook besides its cells' values: its names, its
 * formulas as they were entered, and the cells they need.
 */
export class EngineContext {
  #names: readonly EngineName[] = [];
  #named: readonly NamedFormula[] = [];
  #spelling = new NamedFormulas([]);
  #knownNames: ReadonlySet<string> = new Set();
  /** The cells whose references are worked out. */
  readonly references = new ReferenceFindings();
  readonly rooms = new ResultRooms();
  readonly unknownResults = new UnknownResults();
  /** By the engine's number of the sheet; sheets of which all rows are in sight are left out. */
  readonly #unseen = new Map<number, UnseenRows>();
  /** The place of each sheet among the others, from 0, by the engine's number of it. */
  #places: ReadonlyMap<number, number> = new Map();
  /** The contents of the sheets, in the order of the engine's numbers for them, as the engine was built. */
  readonly #contents: readonly Rows[];
  /** Contents that were entered since, where they are formulas or stand in the place of one: a paste has many others. */
  readonly #entered = new Map<number, CellContent | null>();

  constructor(names: readonly EngineName[], contents: readonly Rows[], named: readonly NamedFormula[] = []) {
    this.rename(names, named);
    this.#contents = contents;
  }

  get names(): readonly EngineName[] {
    return this.#names;
  }

  /** Whether a text is one of the names, whatever its case. */
  readonly isName = (text: string): boolean => this.#knownNames.has(text.toLowerCase());

  /** Takes other names; false where they are those that there are. Formulas that hold one are to be entered anew. */
  rename(names: readonly EngineName[], named: readonly NamedFormula[]): boolean {
    if (names === this.#names && named === this.#named) return false;
    this.#names = names;
    this.#named = named;
    this.#spelling = new NamedFormulas([...names.flatMap(asFormula), ...named], this.isName);
    this.#knownNames = new Set(names.map(({ name }) => name.toLowerCase()));
    return true;
  }

  /** A formula of a cell with what they stand for in place of the names that the engine's own grammar does not read. */
  spelledOut(formula: string, at: Address): string {
    return this.#spelling.spelledOut(formula, at);
  }

  /** The cells that a name stands for on a sheet; undefined where it stands for none or for something else. */
  areaOf(name: string, on: string): Area | undefined {
    const own = this.#spelling.areaOf(name, on);
    if (own) return own;
    const called = splitName(name).name.toLowerCase();
    return this.#names.find((known) => known.name.toLowerCase() === called);
  }

  /** Takes the order of the sheets, by the engine's numbers. */
  orderSheets(sheets: readonly number[]): void {
    this.#places = new Map(sheets.map((sheet, place) => [sheet, place]));
  }

  /** Where a sheet stands among the others, from 0; undefined where it does not exist. */
  placeOf(sheet: number): number | undefined {
    return this.#places.get(sheet);
  }

  /** Cells that pass unseen rows over have to be calculated anew afterwards. */
  setUnseenRows(sheet: number, rows: UnseenRows): void {
    this.#unseen.set(sheet, rows);
  }

  isUnseen(sheet: number, row: number, which: keyof UnseenRows): boolean {
    const unseen = this.#unseen.get(sheet);
    return unseen !== undefined && spanAt(unseen[which], row) !== undefined;
  }

  enter(position: SimpleCellAddress, content: CellContent | null): void {
    const { sheet, row, col } = position;
    if (isFormula(content) || isFormula(this.#contents[sheet]?.[row]?.[col]))
      this.#entered.set(positionKey(position), content);
    else if (this.#entered.size > 0) this.#entered.delete(positionKey(position));
    this.rooms.forget(position);
  }

  /** The formula of a cell as it was entered, with its equals sign; undefined where it has none. */
  formulaTextAt(position: SimpleCellAddress): string | undefined {
    const { sheet, row, col } = position;
    const entered = this.#entered.get(positionKey(position));
    const content = entered === undefined ? this.#contents[sheet]?.[row]?.[col] : entered;
    return isFormula(content) ? content : undefined;
  }
}
