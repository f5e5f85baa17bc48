import type { ScenarioComparison } from '../shared/analysis/scenarios.ts';
import type { Finding } from '../shared/audit/finding.ts';
import type { Trace } from '../shared/audit/trace.ts';
import { failure, success, type Result } from '../shared/result.ts';
import type { Address, Area, Range } from '../shared/workbook/address.ts';
import type { StepPlaces } from '../shared/workbook/change-log/place-now.ts';
import { writingsOf, type Command } from '../shared/workbook/command.ts';
import type { ConditionalFormat } from '../shared/workbook/conditional/conditional-format.ts';
import { grouped } from '../shared/workbook/grouped.ts';
import {
  isFormula,
  type Cell,
  type CellContent,
  type CellStyle,
  type CellValue,
  type DefinedName,
} from '../shared/workbook/document.ts';
import type { ErrorExplanation } from '../shared/workbook/explain/explain-error.ts';
import type { Reshaping } from '../shared/workbook/document-changes.ts';
import type { Allowed } from '../shared/workbook/validation/allowed.ts';
import { settingsFault } from '../shared/workbook/validation/settings-fault.ts';
import type { Validation, ValidationSettings } from '../shared/workbook/validation/validation.ts';
import { displayed, displayedDifference } from './session/displayed.ts';
import { CellLimits } from './session/cell-limits.ts';
import { CellRules } from './session/cell-rules.ts';
import { givenUp, isConsentAsked, reconsidered, type AskConsent } from './session/consent.ts';
import { FormulaWords } from './session/formula-words.ts';
import { limitWords } from './session/limit-words.ts';
import { SheetMirror, type CellPosition } from './session/sheet-mirror.ts';
import { touchedCells } from './session/touched-cells.ts';
import { withinZoom } from './session/zoom-steps.ts';
import { Topics } from './session/topics.ts';
import type { Engine } from './workers/engine-client.ts';
import { placesOf } from './workers/packed-cells.ts';
import type {
  ChangesToShow,
  EngineNews,
  EngineRequests,
  HistoryState,
  HistorySteps,
  LoggedChanges,
  OpenedDocument,
  OpenedWorkbook,
  XlsxExport,
} from './workers/protocol.ts';

/** So many cells show what was entered before the engine has answered; a large paste would be painted twice. */
const mostShownAtOnce = 200;
/** After so many milliseconds without an answer the screen says that the engine calculates. */
const lateAnswer = 150;

/** Parts of a session that change on their own; a screen part subscribes to what it shows. */
export type SessionTopic = 'values' | 'calculating' | 'history' | 'file' | 'results' | 'sheets' | 'zoom';

/** A named figure as the headline strip and the slides show it. */
export interface Figure {
  readonly name: string;
  readonly label: string;
  readonly caption: string;
  readonly unit: string;
  readonly value: CellValue;
  /** The value by its number format. */
  readonly text: string;
  /** The signed difference since the document was saved; null when it is as saved. */
  readonly difference: string | null;
}

/** A step that was taken back or carried out again. */
export interface TakenStep {
  /** The cells that it has changed, as far as they lie together; null where it changed none. */
  readonly cells: Area | null;
}

export interface FileState {
  /** Where the document was last read or written; null for a new one. */
  readonly path: string | null;
  /** True when some content differs from what is on disk. */
  readonly unsaved: boolean;
  readonly typed: number;
  readonly moved: number;
}

/**
 * The open document as the screen sees it: a mirror of contents and values. Nothing writes to the
 * mirror but the answers of the engine; every change is a command.
 */
export class Session {
  readonly title: string;
  /** What can be offered while a formula is typed. */
  readonly formulaWords: FormulaWords;
  readonly #engine: Engine;
  /** Grows where cells get looks that none had. */
  readonly #styles: Record<string, CellStyle>;
  #names: readonly DefinedName[];
  #conditionalFormats: readonly ConditionalFormat[];
  #sheets: ReadonlyMap<string, SheetMirror>;
  #namesByLowerCase: ReadonlyMap<string, DefinedName>;
  #limits: CellLimits;
  readonly #rules: CellRules;
  #marksLimits = true;
  #askConsent: AskConsent | null = null;
  readonly #topics = new Topics<SessionTopic>();
  readonly #cellListeners = new Map<string, Set<(cells: readonly CellPosition[]) => void>>();
  #lastSent: Promise<unknown> = Promise.resolve();
  #unanswered = 0;
  /** Commands, undos and redos that the engine has not answered. */
  #asked = 0;
  #isCalculating = false;
  readonly #reshapedListeners = new Set<(reshaping: Reshaping) => void>();
  #hasResults: boolean;
  #history: HistoryState;
  /** The shape of the document that is on disk, and of the one that is on its way there. */
  #savedShape: number;
  #writtenShape: number;
  #file: FileState;
  #resultsAreStale: boolean;

  constructor(engine: Engine, opened: OpenedWorkbook, path: string | null) {
    this.#engine = engine;
    this.title = opened.title;
    this.#styles = { ...opened.styles };
    this.#names = opened.names;
    this.#conditionalFormats = opened.conditionalFormats;
    this.#sheets = new Map(opened.sheets.map((sheet) => [sheet.name, new SheetMirror(sheet)]));
    this.#namesByLowerCase = namesByLowerCase(opened.names);
    this.#limits = new CellLimits(opened.bounds, this.#sheets);
    this.#rules = new CellRules(opened.validations);
    this.formulaWords = new FormulaWords(opened.names);
    this.#history = opened.history;
    this.#savedShape = opened.history.shape;
    this.#writtenShape = opened.history.shape;
    this.#file = { path, unsaved: false, typed: 0, moved: 0 };
    this.#hasResults = opened.whatIfTables.length > 0;
    this.#resultsAreStale = this.#hasResults;
    engine.listen((news) => this.#takeNews(news));
  }

  /** Opens the shipped model or a file's text in the engine; on a refusal the engine keeps what it had. */
  static async open(
    engine: Engine,
    input: EngineRequests['open']['input'],
    path: string | null,
  ): Promise<Result<Session>> {
    const opened = await engine.ask('open', input);
    return opened.ok ? success(new Session(engine, opened.value, path)) : opened;
  }

  get styles(): Readonly<Record<string, CellStyle>> {
    return this.#styles;
  }

  get names(): readonly DefinedName[] {
    return this.#names;
  }

  /** The conditional formats of all sheets, the one that counts first before the others. */
  get conditionalFormats(): readonly ConditionalFormat[] {
    return this.#conditionalFormats;
  }

  /** The sheets in their order. */
  get sheetNames(): readonly string[] {
    return [...this.#sheets.keys()];
  }

  /** The sheets that are not hidden, in their order. */
  get shownSheetNames(): readonly string[] {
    return this.sheetNames.filter((name) => this.isShown(name));
  }

  /** The hidden sheets that a person may show again, in their order. */
  get hiddenSheetNames(): readonly string[] {
    return this.sheetNames.filter((name) => this.#sheets.get(name)?.visibility === 'hidden');
  }

  /** True for a sheet that is there and not hidden. */
  isShown(name: string): boolean {
    const sheet = this.#sheets.get(name);
    return sheet !== undefined && sheet.visibility === undefined;
  }

  /** The mirror of a sheet. Throws when there is none of that name. */
  sheet(name: string): SheetMirror {
    const sheet = this.#sheets.get(name);
    if (!sheet) throw new Error(`The session has no sheet "${name}"`);
    return sheet;
  }

  hasSheet(name: string): boolean {
    return this.#sheets.has(name);
  }

  cell({ sheet, row, column }: Address): Cell | null {
    return this.sheet(sheet).cell(row, column);
  }

  value({ sheet, row, column }: Address): CellValue {
    return this.sheet(sheet).value(row, column);
  }

  styleOf(cell: Cell | null): CellStyle | undefined {
    return cell?.style === undefined ? undefined : this.styles[cell.style];
  }

  /** How a cell breaks its bounds or its validation, in words; null when it does neither, or such cells are not marked. */
  brokenLimit(address: Address): string | null {
    if (!this.#marksLimits) return null;
    const broken = this.#limits.broken(address);
    if (broken) return limitWords(broken, this.styleOf(this.cell(address))?.format);
    const words = this.#rules.invalidWords(address);
    return words === null ? null : `Not ${words}`;
  }

  /** Whether cells that break their bounds or their validations are marked. */
  get marksLimits(): boolean {
    return this.#marksLimits;
  }

  setMarksLimits(marks: boolean): void {
    this.#marksLimits = marks;
    this.#tellMarked([...this.#limits.all(), ...this.#rules.invalid]);
  }

  /** The validation of a cell; undefined where it may hold anything and nothing is said about it. */
  validationAt({ sheet, row, column }: Address): Validation | undefined {
    return this.#rules.on(sheet)(row, column);
  }

  /** What tells the validation of each cell of a sheet. */
  rulesOn(sheet: string): (row: number, column: number) => Validation | undefined {
    return this.#rules.on(sheet);
  }

  /** Whether the formulas of a rule stand for something in this workbook. */
  mayHold(settings: ValidationSettings): boolean {
    const workbook = {
      isName: (name: string) => this.name(name) !== undefined,
      hasSheet: (name: string) => this.sheetNames.some((one) => one.toLowerCase() === name.toLowerCase()),
      unread: () => null,
    };
    return settingsFault(settings, workbook) === null;
  }

  /** Whether a cell offers choices. */
  offersChoices(address: Address): boolean {
    const rule = this.validationAt(address)?.rule;
    return rule?.kind === 'list' && rule.dropDown;
  }

  /** The cells that one formula fills, in the first of them, of which the cell is one; null for a cell by itself. */
  async arrayAt({ sheet, row, column }: Address): Promise<Range | null> {
    return this.#engine.ask('arrayAt', { address: { sheet, row, column } });
  }

  /** What a cell may hold now; null where it has no validation. */
  async allowedAt({ sheet, row, column }: Address): Promise<Allowed | null> {
    return this.#engine.ask('allowedAt', { address: { sheet, row, column } });
  }

  /** Who is asked whether a content that a validation only warns of is wanted. Without anybody it is refused. */
  askForConsent(ask: AskConsent): void {
    this.#askConsent = ask;
  }

  /** The defined name, whatever its case. */
  name(name: string): DefinedName | undefined {
    return this.#namesByLowerCase.get(name.toLowerCase());
  }

  /** Value of the first cell of a defined name; null when the workbook has no such name. */
  namedValue(name: string): CellValue {
    const found = this.name(name);
    return found ? this.sheet(found.sheet).value(found.range.top, found.range.left) : null;
  }

  /** Values of a defined name's cells, row by row; empty when the workbook has no such name. */
  namedValues(name: string): CellValue[][] {
    const found = this.name(name);
    if (!found) return [];
    const { sheet, range } = found;
    const mirror = this.sheet(sheet);
    return Array.from({ length: range.bottom - range.top + 1 }, (_, row) =>
      Array.from({ length: range.right - range.left + 1 }, (__, column) =>
        mirror.value(range.top + row, range.left + column),
      ),
    );
  }

  /** What the first cell of a defined name shows, by its number format; empty when there is no such name. */
  displayOf(name: string): string {
    return displayed(this.namedValue(name), this.formatOf(name));
  }

  /** The number format of a defined name's first cell. */
  formatOf(name: string): string | undefined {
    const found = this.name(name);
    return found && this.styleOf(this.sheet(found.sheet).cell(found.range.top, found.range.left))?.format;
  }

  /**
   * A defined name as a figure; undefined when the workbook has no such name. A name of several
   * cells is a range from its first to its last, and its difference that of whichever moved first.
   */
  figure(name: string): Figure | undefined {
    const found = this.name(name);
    if (!found) return undefined;
    const { top, left, bottom, right } = found.range;
    const mirror = this.sheet(found.sheet);
    const format = this.formatOf(name);
    const ends = [mirror.value(top, left), mirror.value(bottom, right)] as const;
    const [first, last] = ends.map((value) => displayed(value, format));
    const moved = (value: CellValue, row: number, column: number) =>
      displayedDifference(value, mirror.savedValue(row, column), format);
    return {
      name: found.name,
      label: found.label ?? found.name,
      caption: found.stripCaption ?? '',
      unit: found.unit ?? '',
      value: ends[0],
      text: first === last ? `${first}` : `${first?.replace(/ %$/, '')} to ${last}`,
      difference: moved(ends[0], top, left) ?? moved(ends[1], bottom, right),
    };
  }

  /** Sends a command to the engine and brings the mirror up to date. On a refusal nothing has changed. */
  async dispatch(command: Command): Promise<Result<null>> {
    const sent = this.#apply(command);
    this.#unanswered++;
    this.#lastSent = sent
      .catch(() => {})
      .finally(() => {
        this.#unanswered--;
      });
    return sent;
  }

  /** True when the engine has answered every command that was sent. */
  get isSettled(): boolean {
    return this.#unanswered === 0;
  }

  /** True while a command, an undo or a redo takes longer than a moment. */
  get isCalculating(): boolean {
    return this.#isCalculating;
  }

  /** Waits until the engine has answered every command that was sent. */
  async settled(): Promise<void> {
    await this.#lastSent;
  }

  /** Writes one content into the first cell of a defined name, as one command. */
  async setNamed(name: string, content: CellContent, label: string): Promise<Result<null>> {
    const found = this.name(name);
    if (!found) throw new Error(`The workbook has no name "${name}"`);
    const { sheet, range } = found;
    return this.dispatch({
      kind: 'setCells',
      label,
      cells: [{ sheet, row: range.top, column: range.left, content }],
    });
  }

  /** Shows a sheet so large, in percent, as far as it can be: no step of undo, and no reason to save. */
  setZoom(sheet: string, zoom: number): void {
    const within = withinZoom(zoom);
    const mirror = this.sheet(sheet);
    if (within === mirror.zoom) return;
    mirror.zoom = within;
    void this.#engine.ask('setZoom', { sheet, zoom: within });
    this.#topics.tell('zoom');
  }

  /** Takes back the last command; null when there was none. */
  async undo(): Promise<TakenStep | null> {
    return this.#step('undo');
  }

  /** Carries out the last undone command again; null when there was none. */
  async redo(): Promise<TakenStep | null> {
    return this.#step('redo');
  }

  get history(): HistoryState {
    return this.#history;
  }

  /** All steps: those done, the first of them first, and those taken back, the next to do again first. */
  async historySteps(): Promise<HistorySteps> {
    return this.#engine.ask('historySteps', {});
  }

  /** The newest of what was done since the log of the file began: to a cell, or with null to anything. */
  async changes(of: Address | null, most: number): Promise<LoggedChanges> {
    const address = of && { sheet: of.sheet, row: of.row, column: of.column };
    return this.#engine.ask('changes', { of: address, most });
  }

  /** What the step of an entry of the log did, and where that is now. */
  async stepPlaces(entry: number): Promise<StepPlaces | null> {
    return this.#engine.ask('stepPlaces', { entry });
  }

  /** Takes so many steps back, where the number is negative, or carries so many out again; as far as there are any. */
  async goTo(steps: number): Promise<void> {
    const direction = steps < 0 ? 'undo' : 'redo';
    for (let left = Math.abs(steps); left > 0; left--) if (!(await this.#step(direction))) return;
  }

  get file(): FileState {
    return this.#file;
  }

  /** True while the results of what-if tables are those of an earlier state of the workbook. */
  get resultsAreStale(): boolean {
    return this.#resultsAreStale;
  }

  /** What an example of the guide to functions gives, row by row. */
  async exampleResult(formula: string): Promise<readonly (readonly CellValue[])[]> {
    return this.#engine.ask('exampleResult', { formula });
  }

  /** Why a cell shows an error; null when it shows none. */
  async explainError({ sheet, row, column }: Address): Promise<ErrorExplanation | null> {
    return this.#engine.ask('explainError', { address: { sheet, row, column } });
  }

  /** What a cell reads and what reads it, one step each way. */
  async trace({ sheet, row, column }: Address): Promise<Trace> {
    return this.#engine.ask('trace', { address: { sheet, row, column } });
  }

  /** What a reviewer would ask about the workbook. */
  async audit(): Promise<readonly Finding[]> {
    return this.#engine.ask('audit', {});
  }

  /** Every headline figure under every scenario. */
  async compareScenarios(): Promise<ScenarioComparison> {
    return this.#engine.ask('compareScenarios', {});
  }

  /** The document as the text of a `.roundtrip` file; `markSaved` refers to the last such text. */
  async serialize(): Promise<string> {
    const text = await this.#engine.ask('serialize', {});
    // The engine answers in order: later commands have not reached the mirror yet.
    for (const sheet of this.#sheets.values()) sheet.markWritten();
    this.#writtenShape = this.#history.shape;
    return text;
  }

  /** The document as an `.xlsx` file, with what that file does not hold. */
  async exportXlsx(): Promise<XlsxExport> {
    return this.#engine.ask('exportXlsx', {});
  }

  /** The text last serialised is on disk at `path`: differences count from it, not from now. */
  markSaved(path: string): void {
    this.#savedShape = this.#writtenShape;
    for (const [name, sheet] of this.#sheets) this.#tellCells(name, sheet.markSaved());
    this.#file = this.#fileState(path);
    this.#topics.tell('file');
    this.#topics.tell('values');
  }

  /** Calls back after every change of the topic. Gives the function that ends it. */
  subscribe(topic: SessionTopic, listener: () => void): () => void {
    return this.#topics.subscribe(topic, listener);
  }

  /** Counts the changes of a topic: a snapshot for `useSyncExternalStore`. */
  version(topic: SessionTopic): number {
    return this.#topics.version(topic);
  }

  /** Calls back with the cells of a sheet whose content, value, mark or limit changed. */
  subscribeCells(sheet: string, listener: (cells: readonly CellPosition[]) => void): () => void {
    const listeners = this.#cellListeners.get(sheet) ?? new Set();
    this.#cellListeners.set(sheet, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Calls back after lines or sheets came, went or moved. Gives the function that ends it. */
  onReshaped(listener: (reshaping: Reshaping) => void): () => void {
    this.#reshapedListeners.add(listener);
    return () => this.#reshapedListeners.delete(listener);
  }

  async #apply(command: Command): Promise<Result<null>> {
    const cells = writingsOf(command);
    for (const { sheet, row, column, content } of cells)
      this.#sheets.get(sheet)?.awaitContent(row, column, content);
    // Where a format comes with the content, it shows with it.
    const entered =
      cells.length > mostShownAtOnce
        ? []
        : cells.filter(({ format, content }) => format === undefined && !isFormula(content));
    this.#repaint(entered);
    const applied = await this.#applied(command).finally(() => {
      for (const { sheet, row, column } of cells) this.#sheets.get(sheet)?.answered(row, column);
    });
    if (!applied.ok) {
      this.#repaint(entered);
      return applied;
    }
    this.#patch(applied.value);
    return success(null);
  }

  /** Asks the person, and then the engine once more, where a validation only warns. */
  async #applied(command: Command): Promise<Result<ChangesToShow>> {
    const first = await this.#answered(this.#engine.ask('apply', { command, consent: false }));
    if (first.ok || !this.#askConsent || !isConsentAsked(first.problem)) return first;
    const answer = await this.#askConsent(first.problem);
    if (answer === 'take') return this.#answered(this.#engine.ask('apply', { command, consent: true }));
    return failure(answer === 'edit' ? reconsidered : givenUp);
  }

  async #step(direction: 'undo' | 'redo'): Promise<TakenStep | null> {
    const changes = await this.#answered(this.#engine.ask(direction, {}));
    if (!changes) return null;
    this.#patch(changes);
    return { cells: touchedCells(changes) };
  }

  /** Says that the engine calculates where an answer takes longer than a person takes for at once. */
  async #answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
    this.#asked++;
    const late = setTimeout(() => this.#setIsCalculating(true), lateAnswer);
    return asked.finally(() => {
      clearTimeout(late);
      this.#asked--;
      if (this.#asked === 0) this.#setIsCalculating(false);
    });
  }

  #setIsCalculating(isCalculating: boolean): void {
    if (isCalculating === this.#isCalculating) return;
    this.#isCalculating = isCalculating;
    this.#topics.tell('calculating');
  }

  #patch({ history, reopened, reshaping, ...changes }: ChangesToShow): void {
    this.#history = history;
    if (changes.isRecalculated) this.#setResultsAreStale(this.#hasResults);
    if (reopened && reshaping) {
      this.#reopen(reopened, reshaping);
      return;
    }
    const { contents, results, looks, values, styles, validations, conditionalFormats, conditionalLooks } =
      changes;
    if (conditionalFormats) this.#conditionalFormats = conditionalFormats;
    if (styles) Object.assign(this.#styles, styles);
    if (validations) this.#rules.setValidations(validations);
    for (const { sheet, rows, columns, items } of contents)
      this.sheet(sheet).setContents(rows, columns, items);
    for (const { sheet, row, column, content } of results) this.sheet(sheet).setResult(row, column, content);
    for (const { sheet, row, column, ...look } of looks) this.sheet(sheet).setLook(row, column, look);
    for (const { sheet, rows, columns, items } of values) this.sheet(sheet).setValues(rows, columns, items);
    for (const { sheet, row, column, look } of conditionalLooks)
      this.sheet(sheet).setConditionalLook(row, column, look);
    this.#file = this.#fileState(this.#file.path);
    this.#tellChanged([
      ...placesOf(contents),
      ...results,
      ...looks,
      ...placesOf(values),
      ...conditionalLooks,
    ]);
    this.#topics.tell('history');
  }

  /** Shows a document whose cells are not where they were. What was typed and has moved since the last saving stays marked. */
  #reopen(opened: OpenedDocument, reshaping: Reshaping): void {
    const before = this.#sheets;
    const earlierNames = new Map(reshaping.sheets);
    Object.assign(this.#styles, opened.styles);
    this.#names = opened.names;
    this.#conditionalFormats = opened.conditionalFormats;
    this.#namesByLowerCase = namesByLowerCase(opened.names);
    this.#sheets = new Map(
      opened.sheets.map((sheet) => {
        const mirror = new SheetMirror(sheet);
        const earlier = before.get(earlierNames.get(sheet.name) ?? '');
        const { lines } = reshaping;
        if (earlier) mirror.carryOver(earlier, lines?.sheet === sheet.name ? lines : null);
        return [sheet.name, mirror];
      }),
    );
    this.#limits = new CellLimits(opened.bounds, this.#sheets);
    this.#rules.setValidations(opened.validations);
    this.formulaWords.setNames(opened.names);
    this.#hasResults = opened.whatIfTables.length > 0;
    if (!this.#hasResults) this.#setResultsAreStale(false);
    this.#file = this.#fileState(this.#file.path);
    for (const listener of this.#reshapedListeners) listener(reshaping);
    this.#topics.tell('sheets');
    this.#topics.tell('values');
    this.#topics.tell('file');
    this.#topics.tell('history');
  }

  /**
   * Results are worked out, not typed: what they move counts as moved by what was typed, and where
   * nothing was, or where no result stood before, as saved.
   */
  #takeNews(news: EngineNews): void {
    if ('invalid' in news) {
      this.#tellMarked(this.#rules.setInvalid(news.invalid));
      return;
    }
    const {
      results: { results, values, conditionalLooks },
      upToDate,
    } = news;
    const isFirst = results.every((result) => (this.cell(result)?.content ?? null) === null);
    const countsAsSaved = isFirst || this.#file.typed === 0;
    for (const { sheet, row, column, content } of results) this.sheet(sheet).setResult(row, column, content);
    for (const { sheet, row, column, value } of values) {
      this.sheet(sheet).setValue(row, column, value);
      if (countsAsSaved) this.sheet(sheet).takeAsSaved(row, column);
    }
    for (const { sheet, row, column, look } of conditionalLooks)
      this.sheet(sheet).setConditionalLook(row, column, look);
    this.#file = this.#fileState(this.#file.path);
    this.#setResultsAreStale(!upToDate);
    if (results.length > 0) this.#tellChanged([...results, ...values, ...conditionalLooks]);
  }

  #setResultsAreStale(stale: boolean): void {
    if (stale === this.#resultsAreStale) return;
    this.#resultsAreStale = stale;
    this.#topics.tell('results');
  }

  #tellChanged(changed: readonly Address[]): void {
    this.#tellMarked([...changed, ...this.#limits.readFrom(changed)]);
    this.#topics.tell('file');
  }

  /** Tells cells whose value, look or mark may be another. */
  #tellMarked(cells: readonly Address[]): void {
    this.#repaint(cells);
    this.#topics.tell('values');
  }

  #fileState(path: string | null): FileState {
    let typed = 0;
    let moved = 0;
    for (const sheet of this.#sheets.values()) {
      const since = sheet.sinceSaved;
      typed += since.typed;
      moved += since.moved;
    }
    const unsaved = typed > 0 || this.#history.shape !== this.#savedShape;
    return { path, unsaved, typed, moved };
  }

  #repaint(cells: readonly Address[]): void {
    for (const [sheet, own] of grouped(cells, (cell) => cell.sheet)) this.#tellCells(sheet, own);
  }

  #tellCells(sheet: string, cells: readonly CellPosition[]): void {
    if (cells.length === 0) return;
    for (const listener of this.#cellListeners.get(sheet) ?? []) listener(cells);
  }
}

function namesByLowerCase(names: readonly DefinedName[]): ReadonlyMap<string, DefinedName> {
  return new Map(names.map((name) => [name.name.toLowerCase(), name]));
}
