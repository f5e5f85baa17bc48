import { failure, success, type Problem, type Result } from '../shared/result.ts';
import type { Area } from '../shared/workbook/address.ts';
import { writingsOf, type Command, type SetCells } from '../shared/workbook/command.ts';
import { composedReshaping, type Reshaping } from '../shared/workbook/document-changes.ts';
import { isFormula, type CellContent } from '../shared/workbook/document.ts';
import {
  allChanged,
  changedCells,
  mostNamed,
  type CellsOfSheet,
  type ChangedCells,
} from './session/changed-cells.ts';
import { givenUp, isConsentAsked, reconsidered, type AskConsent } from './session/consent.ts';
import { DocumentMirror } from './session/document-mirror.ts';
import { PendingAnswers } from './session/pending-answers.ts';
import { Topics } from './session/topics.ts';
import { touchedCells } from './session/touched-cells.ts';
import { withinZoom } from './session/zoom-steps.ts';
import type { Engine } from './workers/engine-client.ts';
import { packCommand, type SentCommand } from './workers/sent-command.ts';
import type {
  ChangesToShow,
  EngineNews,
  EngineRequests,
  HistoryState,
  OpenedWorkbook,
} from './workers/protocol.ts';

/** So many cells show what was entered before the engine has answered; a large paste would be painted twice. */
const mostShownAtOnce = 200;

/** Parts of a session that change on their own; a screen part subscribes to what it shows. */
export type SessionTopic = 'values' | 'calculating' | 'history' | 'file' | 'results' | 'sheets' | 'zoom';

/** What may be asked of the engine without changing anything. */
type Question = Exclude<
  keyof EngineRequests,
  'open' | 'apply' | 'undo' | 'redo' | 'goTo' | 'setZoom' | 'expectCommand' | 'serialize'
>;

/** A step, or several in a row, that were taken back or carried out again. */
export interface TakenStep {
  /** The cells that they have changed, as far as they lie together; null where they changed none. */
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
 * The open document as the screen sees and changes it. Nothing writes to the mirror but the answers
 * of the engine; every change is a command.
 */
export class Session extends DocumentMirror {
  readonly #engine: Engine;
  readonly #topics = new Topics<SessionTopic>();
  readonly #cellListeners = new Map<string, Set<(cells: CellsOfSheet) => void>>();
  readonly #reshapedListeners = new Set<(reshaping: Reshaping) => void>();
  readonly #pending = new PendingAnswers(() => this.#topics.tell('calculating'));
  #askConsent: AskConsent | null = null;
  #holdInput: (change: Promise<boolean>) => Promise<unknown> = async (change) => change;
  #history: HistoryState;
  /** The shape of the document that is on disk, and of the one that is on its way there. */
  #savedShape: number;
  #writtenShape: number;
  #file: FileState;
  #resultsAreStale: boolean;

  constructor(engine: Engine, opened: OpenedWorkbook, path: string | null) {
    super(opened);
    this.#engine = engine;
    this.#history = opened.history;
    this.#savedShape = opened.history.shape;
    this.#writtenShape = opened.history.shape;
    this.#file = { path, unsaved: false, typed: 0, moved: 0 };
    this.#resultsAreStale = this.hasResults;
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

  /** Asks the engine something about the workbook; `EngineRequests` says what. */
  async ask<Asked extends Question>(
    question: Asked,
    input: EngineRequests[Asked]['input'],
  ): Promise<EngineRequests[Asked]['output']> {
    return this.#engine.ask(question, input);
  }

  /** Whether cells that break their bounds or their validations are marked from now on. */
  setMarksLimits(marks: boolean): void {
    this.#tellMarked(this.markLimits(marks));
  }

  /** Who is asked whether a content that a validation only warns of is wanted. Without anybody it is refused. */
  askForConsent(ask: AskConsent): void {
    this.#askConsent = ask;
  }

  /** Asks whether something is wanted of which a problem says what it does. */
  async isWanted(problem: Problem): Promise<boolean> {
    return (await this.#askConsent?.(problem)) === 'take';
  }

  /** Who lets what a person does next wait for a change of so many cells that keys cannot find them before the engine has answered. */
  holdInputWith(hold: (change: Promise<boolean>) => Promise<unknown>): void {
    this.#holdInput = hold;
  }

  /** Sends a command to the engine and brings the mirror up to date. On a refusal nothing has changed. */
  async dispatch(command: Command): Promise<Result<null>> {
    const written = writingsOf(command);
    const outcome = this.#pending.send(this.#apply(command, written));
    if (written.length > mostNamed) void this.#holdInput(outcome.then(({ ok }) => ok));
    return outcome;
  }

  /** True when the engine has answered every command that was sent. */
  get isSettled(): boolean {
    return this.#pending.isSettled;
  }

  /** True while a command, an undo or a redo takes longer than a moment. */
  get isCalculating(): boolean {
    return this.#pending.isCalculating;
  }

  /** Waits until the engine has answered every command that was sent. */
  async settled(): Promise<void> {
    await this.#pending.settled();
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

  /** Says that a command is about to come, or while `entry` that one is being typed: the engine keeps itself free for it. */
  expectCommand(entry: boolean): void {
    void this.#engine.ask('expectCommand', { entry });
  }

  /** Takes back the last command; null when there was none. */
  async undo(): Promise<TakenStep | null> {
    return this.#taken(this.#engine.ask('undo', {}));
  }

  /** Carries out the last undone command again; null when there was none. */
  async redo(): Promise<TakenStep | null> {
    return this.#taken(this.#engine.ask('redo', {}));
  }

  get history(): HistoryState {
    return this.#history;
  }

  /** Goes to where so many steps are done, taking back or carrying out again all that lie between; null when none do. */
  async goTo(done: number): Promise<TakenStep | null> {
    const way = await this.#pending.answered(this.#engine.ask('goTo', { done }));
    const last = way.at(-1);
    if (!last) return null;
    this.#patch(way);
    return { cells: touchedCells(last) };
  }

  get file(): FileState {
    return this.#file;
  }

  /** True while the results of what-if tables are those of an earlier state of the workbook. */
  get resultsAreStale(): boolean {
    return this.#resultsAreStale;
  }

  /** The document as the text of a `.roundtrip` file; `markSaved` refers to the last such text. */
  async serialize(): Promise<string> {
    const text = await this.#engine.ask('serialize', {});
    // The engine answers in order: later commands have not reached the mirror yet.
    for (const sheet of this.sheets.values()) sheet.markWritten();
    this.#writtenShape = this.#history.shape;
    return text;
  }

  /** The text last serialised is on disk at `path`: differences count from it, not from now. */
  markSaved(path: string): void {
    this.#savedShape = this.#writtenShape;
    this.#repaint(this.takeMarksAsSaved());
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
  subscribeCells(sheet: string, listener: (cells: CellsOfSheet) => void): () => void {
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

  async #apply(command: Command, written: SetCells['cells']): Promise<Result<null>> {
    const cells = written.length > mostNamed ? [] : written;
    for (const { sheet, row, column, content } of cells)
      this.sheets.get(sheet)?.awaitContent(row, column, content);
    // Where a format comes with the content, it shows with it.
    const entered =
      cells.length > mostShownAtOnce
        ? []
        : cells.filter(({ format, content }) => format === undefined && !isFormula(content));
    const answer = this.#applied(packCommand(command)).finally(() => {
      for (const { sheet, row, column } of cells) this.sheets.get(sheet)?.answered(row, column);
    });
    // The engine works already.
    this.#repaint(changedCells(entered));
    const applied = await answer;
    if (applied.ok) this.#patch([applied.value]);
    else this.#repaint(changedCells(entered));
    return applied.ok ? success(null) : applied;
  }

  /** Asks the person, and then the engine once more, where a validation only warns. */
  async #applied(command: SentCommand): Promise<Result<ChangesToShow>> {
    const applied = (consent: boolean) =>
      this.#pending.answered(this.#engine.ask('apply', { command, consent }));
    const first = await applied(false);
    if (first.ok || !this.#askConsent || !isConsentAsked(first.problem)) return first;
    const answer = await this.#askConsent(first.problem);
    if (answer === 'take') return applied(true);
    return failure(answer === 'edit' ? reconsidered : givenUp);
  }

  async #taken(asked: Promise<ChangesToShow | null>): Promise<TakenStep | null> {
    const changes = await this.#pending.answered(asked);
    if (!changes) return null;
    this.#patch([changes]);
    return { cells: touchedCells(changes) };
  }

  /** Takes what was done, one after the other, and tells of it when all is there. */
  #patch(done: readonly ChangesToShow[]): void {
    let reshaping: Reshaping | null = null;
    const changed: ChangedCells[] = [];
    for (const changes of done) {
      this.#history = changes.history;
      if (changes.reopened && changes.reshaping) {
        this.takeDocument(changes.reopened, changes.reshaping, changes.passed);
        reshaping = composedReshaping(reshaping, changes.reshaping);
      } else changed.push(this.takeChanges(changes));
    }
    if (done.some(({ isRecalculated }) => isRecalculated)) this.#setResultsAreStale(this.hasResults);
    if (reshaping) {
      if (!this.hasResults) this.#setResultsAreStale(false);
      this.#file = this.#fileState(this.#file.path);
      for (const listener of this.#reshapedListeners) listener(reshaping);
      this.#topics.tell('sheets');
      this.#topics.tell('values');
      this.#topics.tell('file');
    } else this.#tellChanged(allChanged(changed));
    this.#topics.tell('history');
  }

  /**
   * Results are worked out, not typed: what they move counts as moved by what was typed, and where
   * nothing was, or where no result stood before, as saved.
   */
  #takeNews(news: EngineNews): void {
    if ('invalid' in news) {
      this.#tellMarked(this.takeInvalid(news.invalid));
      return;
    }
    const { results, upToDate } = news;
    const isFirst = results.results.every((result) => (this.cell(result)?.content ?? null) === null);
    const changed = this.takeResults(results, isFirst || this.#file.typed === 0);
    if (results.results.length > 0) this.#tellChanged(changed);
    this.#setResultsAreStale(!upToDate);
  }

  #setResultsAreStale(stale: boolean): void {
    if (stale === this.#resultsAreStale) return;
    this.#resultsAreStale = stale;
    this.#topics.tell('results');
  }

  #tellChanged(changed: ChangedCells): void {
    this.#file = this.#fileState(this.#file.path);
    this.#tellMarked(changed);
    this.#topics.tell('file');
  }

  /** Tells cells whose value, look or mark may be another. */
  #tellMarked(cells: ChangedCells): void {
    this.#repaint(cells);
    this.#topics.tell('values');
  }

  #fileState(path: string | null): FileState {
    let typed = 0;
    let moved = 0;
    for (const sheet of this.sheets.values()) {
      const since = sheet.sinceSaved;
      typed += since.typed;
      moved += since.moved;
    }
    const unsaved = typed > 0 || this.#history.shape !== this.#savedShape;
    return { path, unsaved, typed, moved };
  }

  #repaint(changed: ChangedCells): void {
    for (const [sheet, cells] of changed)
      for (const listener of this.#cellListeners.get(sheet) ?? []) listener(cells);
  }
}
