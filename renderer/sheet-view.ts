import type { Address, Range } from '../shared/workbook/address.ts';
import type { Reshaping } from '../shared/workbook/document-changes.ts';
import type { Session } from './session.ts';
import { Topics } from './session/topics.ts';

/** The chosen cells of the sheet in view: one active cell, the rectangle around it, and others beside it. */
export interface Selection extends Address {
  readonly range: Range;
  /** What was chosen before with Ctrl held; most often nothing. Rectangles may share cells. */
  readonly others: readonly Range[];
}

/** What arrows and clicks do while F8 or Shift+F8 is in force: draw the range on, or choose another beside it. */
export type SelectionMode = 'extend' | 'add';

/** Every rectangle of cells that is chosen, the one with the active cell last. */
export function chosenRanges({ range, others }: Selection): readonly Range[] {
  return [...others, range];
}

/** Which sheet is in view and what is chosen on it. Each sheet keeps its own selection. */
export class SheetView {
  readonly #session: Session;
  readonly #topics = new Topics<'selection'>();
  readonly #selections = new Map<string, Selection>();
  #sheet: string;
  #mode: SelectionMode | null = null;
  #isEndMode = false;
  #showsFormulas = false;
  /** The sheets in their order, as they were when the last of them came or went. */
  #order: readonly string[];

  constructor(session: Session) {
    this.#session = session;
    const [first] = session.shownSheetNames;
    if (first === undefined) throw new Error('A workbook shows at least one sheet');
    this.#sheet = first;
    this.#order = session.sheetNames;
    session.onReshaped((reshaping) => this.#follow(reshaping));
  }

  get sheet(): string {
    return this.#sheet;
  }

  /** The chosen cells; before anything was chosen, the first cell that is not frozen. */
  get selection(): Selection {
    return this.#selections.get(this.#sheet) ?? this.#firstCell();
  }

  /** True while cells show their formulas in place of what these give. */
  get showsFormulas(): boolean {
    return this.#showsFormulas;
  }

  toggleFormulas(): void {
    this.#showsFormulas = !this.#showsFormulas;
    this.#topics.tell('selection');
  }

  /** Null for the ordinary way, in which what is chosen next takes the place of what was. */
  get mode(): SelectionMode | null {
    return this.#mode;
  }

  setMode(mode: SelectionMode | null): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    this.#topics.tell('selection');
  }

  /** True while the next arrow leads to the edge of the data, after End. */
  get isEndMode(): boolean {
    return this.#isEndMode;
  }

  setEndMode(isEndMode: boolean): void {
    if (isEndMode === this.#isEndMode) return;
    this.#isEndMode = isEndMode;
    this.#topics.tell('selection');
  }

  /** Shows a sheet with the selection it last had. */
  show(sheet: string): void {
    if (!this.#session.isShown(sheet) || sheet === this.#sheet) return;
    this.#sheet = sheet;
    this.#mode = null;
    this.#topics.tell('selection');
  }

  /** Chooses cells, on whichever sheet that is not hidden; without a range, the one cell; and with `others`, these as well. */
  select(
    address: Address,
    range: Range = { top: address.row, left: address.column, bottom: address.row, right: address.column },
    others: readonly Range[] = [],
  ): void {
    const { sheet, row, column } = address;
    if (!this.#session.isShown(sheet)) return;
    const selection = { sheet, row, column, range, others };
    // What is chosen stays the same object, by which others tell that nothing has changed.
    if (sameSelection(selection, this.selection)) return;
    this.#selections.set(sheet, selection);
    if (sheet !== this.#sheet) this.#mode = null;
    this.#sheet = sheet;
    this.#topics.tell('selection');
  }

  /** Gives what chooses cells of the sheet in view later, unless others were chosen by then. */
  chooserForLater(): (range: Range) => void {
    const before = this.selection;
    return (range) => {
      if (!sameSelection(before, this.selection)) return;
      this.select({ sheet: before.sheet, row: range.top, column: range.left }, range);
    };
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('selection', listener);
  }

  version(): number {
    return this.#topics.version('selection');
  }

  /** What is in view and chosen stays so where its sheet has another name; in place of a sheet that is gone or hidden, the one that stands there. */
  #follow({ sheets }: Reshaping): void {
    const before = new Map(this.#selections);
    this.#selections.clear();
    for (const [now, earlier] of sheets) {
      const selection = earlier === null ? undefined : before.get(earlier);
      if (selection) this.#selections.set(now, { ...selection, sheet: now });
    }
    const now = sheets.find(([, earlier]) => earlier === this.#sheet)?.[0];
    const place = Math.max(0, this.#order.indexOf(this.#sheet));
    this.#order = sheets.map(([name]) => name);
    this.#sheet = now ?? this.#order[Math.min(place, this.#order.length - 1)] ?? this.#sheet;
    if (!this.#session.isShown(this.#sheet))
      this.#sheet = this.#nearestShown(this.#order.indexOf(this.#sheet));
    this.#topics.tell('selection');
  }

  /** The next sheet that is shown after a place in the order, or else the last one before it. */
  #nearestShown(place: number): string {
    const isShown = (name: string) => this.#session.isShown(name);
    const shown = this.#order.slice(place).find(isShown) ?? this.#order.slice(0, place).findLast(isShown);
    return shown ?? this.#sheet;
  }

  #firstCell(): Selection {
    const { frozenRows, frozenColumns } = this.#session.sheet(this.#sheet);
    const range = { top: frozenRows, left: frozenColumns, bottom: frozenRows, right: frozenColumns };
    const selection = { sheet: this.#sheet, row: frozenRows, column: frozenColumns, range, others: [] };
    // Kept, so that the same object is given until something else is chosen.
    this.#selections.set(this.#sheet, selection);
    return selection;
  }
}

/** True when both have the same four edges. */
export function sameRange(one: Range, other: Range): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

function sameSelection(one: Selection, other: Selection): boolean {
  return (
    one.sheet === other.sheet &&
    one.row === other.row &&
    one.column === other.column &&
    sameRange(one.range, other.range) &&
    sameRanges(one.others, other.others)
  );
}

/** True when both are the same rectangles in the same order. */
function sameRanges(one: readonly Range[], other: readonly Range[]): boolean {
  return (
    one.length === other.length && one.every((range, place) => sameRange(range, other[place] ?? noCells))
  );
}

const noCells: Range = { top: -1, left: -1, bottom: -1, right: -1 };
