import type { Problem } from '../../shared/result.ts';
import { parseReference, type Address } from '../../shared/workbook/address.ts';
import type { Session } from '../session.ts';
import { Topics } from '../session/topics.ts';
import type { SheetView } from '../sheet-view.ts';
import { findMatches } from './find-matches.ts';
import type { FindQuery } from './find-query.ts';
import { withOtherCells } from './refused-cells.ts';
import { cellCount, replaceCommand } from './replace-command.ts';
import { SlicedWork } from './sliced-work.ts';

export interface FindState {
  readonly isOpen: boolean;
  /** True while the panel also offers to replace. */
  readonly isReplacing: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly matches: readonly Address[];
  /** True while the matches are those of something else. */
  readonly isSearching: boolean;
  /** True while the panel lists all matches. */
  readonly isListing: boolean;
  /** What the last replacement did; null once something else was done. */
  readonly done: string | null;
  /** Why the last replacement was refused. */
  readonly problem: Problem | null;
  /** Counts how often the panel was asked for, so that it takes the keyboard each time. */
  readonly asked: number;
}

/** How long changes are collected before the workbook is searched again. */
const collectMilliseconds = 50;
const columnsPerRow = 16_384;

/** What is looked for in the open document, and where it was found. Replacing is one command. */
export class Finding {
  readonly #session: Session;
  readonly #view: SheetView;
  readonly #topics = new Topics<'find' | 'found'>();
  #state: FindState = {
    isOpen: false,
    isReplacing: false,
    query: {
      text: '',
      lookIn: 'values',
      within: 'sheet',
      order: 'rows',
      matchCase: false,
      wholeCell: false,
    },
    isListing: false,
    replacement: '',
    matches: [],
    isSearching: false,
    done: null,
    problem: null,
    asked: 0,
  };
  #foundBySheet: ReadonlyMap<string, ReadonlySet<number>> = new Map();
  #searchedSheet: string;
  #search: SlicedWork<Address[]> | null = null;

  constructor(session: Session, view: SheetView) {
    this.#session = session;
    this.#view = view;
    this.#searchedSheet = view.sheet;
    session.subscribe('values', () => this.#searchSoon());
    session.subscribe('sheets', () => this.#searchSoon());
    view.subscribe(() => {
      if (view.sheet !== this.#searchedSheet) this.#searchSoon();
    });
  }

  get state(): FindState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('find', listener);
  }

  /** Calls back when other cells are marked. Gives the function that ends it. */
  onFound(listener: () => void): () => void {
    return this.#topics.subscribe('found', listener);
  }

  /** Opens the panel, or gives it the keyboard again. */
  open({ replacing }: { readonly replacing: boolean }): void {
    const { query, asked } = this.#state;
    this.#set({
      isOpen: true,
      isReplacing: replacing,
      // What is replaced is what the cells hold.
      query: replacing ? { ...query, lookIn: 'formulas' } : query,
      asked: asked + 1,
      done: null,
      problem: null,
    });
    this.#beginSearch();
  }

  close(): void {
    this.#search?.stop();
    this.#set({ isOpen: false, isListing: false, done: null, problem: null });
    this.#show([]);
  }

  /** Looks for something else, or elsewhere. */
  change(query: Partial<FindQuery>): void {
    this.#set({ query: { ...this.#state.query, ...query }, done: null, problem: null });
    this.#searchSoon();
  }

  /** Lists all matches, or no longer. */
  list(isListing: boolean): void {
    this.#set({ isListing });
    if (isListing) this.#finishSearch();
  }

  /** Chooses a match. */
  show(match: Address): void {
    this.#view.select(match);
  }

  setReplacement(replacement: string): void {
    this.#set({ replacement, done: null, problem: null });
  }

  /** True for a cell that is marked because it holds what is looked for. */
  isFound({ sheet, row, column }: Address): boolean {
    return this.#foundBySheet.get(sheet)?.has(row * columnsPerRow + column) === true;
  }

  /** The place of the active cell among the matches, counted from 0; -1 where it is none. */
  get current(): number {
    const { sheet, row, column } = this.#view.selection;
    if (!this.isFound({ sheet, row, column })) return -1;
    return this.#state.matches.findIndex(
      (match) => match.sheet === sheet && match.row === row && match.column === column,
    );
  }

  /** Chooses the next match after the active cell, or with -1 the one before; from the last on to the first. */
  step(step: 1 | -1): void {
    if (this.#state.query.text === '') {
      this.open({ replacing: false });
      return;
    }
    this.#finishSearch();
    const { matches, query } = this.#state;
    const places = new Map(this.#session.sheetNames.map((name, place) => [name, place]));
    const { selection } = this.#view;
    const distance = ({ sheet, row, column }: Address) =>
      (places.get(sheet) ?? 0) - (places.get(selection.sheet) ?? 0) ||
      (query.order === 'rows'
        ? row - selection.row || column - selection.column
        : column - selection.column || row - selection.row);
    const next =
      step === 1
        ? (matches.find((match) => distance(match) > 0) ?? matches[0])
        : (matches.findLast((match) => distance(match) < 0) ?? matches.at(-1));
    if (next) this.#view.select(next);
    if (!this.#state.isOpen) this.#show([]);
  }

  /** Replaces the text in the active cell and goes on to the next match; where it is none, only goes on. */
  async replaceOne(): Promise<void> {
    await this.#session.settled();
    this.#finishSearch();
    const match = this.#state.matches[this.current];
    if (!match || (await this.#replace([match]))) this.step(1);
  }

  /** Replaces the text in all matches, as one step of undo. */
  async replaceAll(): Promise<void> {
    await this.#session.settled();
    this.#finishSearch();
    const { matches } = this.#state;
    if (matches.length > 0) await this.#replace(matches);
  }

  async #replace(matches: readonly Address[]): Promise<boolean> {
    const { query, replacement } = this.#state;
    const command = replaceCommand(this.#session, matches, query, replacement);
    if (!command) {
      this.#set({ done: 'Nothing to change', problem: null });
      return true;
    }
    const answer = await this.#session.dispatch(command);
    if (answer.ok) this.#set({ done: `${cellCount(command.cells.length)} replaced`, problem: null });
    else
      this.#refuse(withOtherCells(answer.problem, command, (name) => this.#session.name(name) !== undefined));
    this.#finishSearch();
    return answer.ok;
  }

  /** Says why, and shows the cell that could not take it. */
  #refuse(problem: Problem): void {
    const { sheet, range } = parseReference(problem.subject ?? '') ?? {};
    if (sheet !== undefined && range && this.#session.hasSheet(sheet))
      this.#view.select({ sheet, row: range.top, column: range.left });
    this.#set({ done: null, problem });
  }

  #searchSoon(): void {
    if (this.#state.isOpen) this.#beginSearch();
  }

  /** Brings the matches up to date at once. */
  #finishSearch(): void {
    // Nothing is searched for while the panel is closed.
    if (!this.#state.isOpen) this.#beginSearch();
    if (this.#state.isSearching) this.#search?.finish();
  }

  #beginSearch(): void {
    this.#search?.stop();
    this.#set({ isSearching: true });
    const { query } = this.#state;
    this.#searchedSheet = this.#view.sheet;
    const sheets = query.within === 'sheet' ? [this.#searchedSheet] : this.#session.shownSheetNames;
    this.#search = new SlicedWork(
      findMatches(this.#session, sheets, query),
      (matches) => this.#show(matches),
      collectMilliseconds,
    );
  }

  #show(matches: readonly Address[]): void {
    const found = new Map<string, Set<number>>();
    for (const { sheet, row, column } of matches) {
      const cells = found.get(sheet) ?? new Set();
      found.set(sheet, cells);
      cells.add(row * columnsPerRow + column);
    }
    this.#foundBySheet = found;
    this.#set({ matches, isSearching: false });
    this.#topics.tell('found');
  }

  #set(change: Partial<FindState>): void {
    this.#state = { ...this.#state, ...change };
    this.#topics.tell('find');
  }
}
