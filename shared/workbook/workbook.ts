import type { UnseenRows } from '../engine/engine-context.ts';
import { Engine, type CellEdit, type ValueChange } from '../engine/engine.ts';
import { failure, success, type Result } from '../result.ts';
import { addressText, contains, overlap, type Address, type Area, type Range } from './address.ts';
import { arrayRefusal } from './array-refusal.ts';
import { withCarriedResults, withCarriedView, withZoom } from './carried-results.ts';
import { changedDocument } from './change-document.ts';
import { ChangeLog } from './change-log/change-log.ts';
import { cellHistory, wholeHistory, type CellEvent } from './change-log/cell-history.ts';
import type { Stamp } from './change-log/log-entry.ts';
import { stepPlaces, type StepPlaces } from './change-log/place-now.ts';
import { commandSchema, formatsOf, rulesOf, writingsOf, type Command } from './command.ts';
import { operandsOf, type ConditionalFormat } from './conditional/conditional-format.ts';
import { firstCell } from './range-parts.ts';
import { ConditionalLooks, type ConditionalChange } from './conditional/conditional-looks.ts';
import {
  cellDifferences,
  haveSameFrame,
  keepsPlaces,
  reversedReshaping,
  sameShape,
  type CellDifferences,
  type Reshaping,
} from './document-changes.ts';
import { withContents } from './structure/change-cells.ts';
import { engineUpdate } from './engine-update.ts';
import { explainError, type ErrorExplanation } from './explain/explain-error.ts';
import { idleBranchOf, idleBranchWords, loopText } from './explain/loop.ts';
import type { ExplainedWorkbook } from './explain/workbook-parts.ts';
import { formulaFault } from './formula-fault.ts';
import { rowsOutOfSight } from './filter/rows-out-of-sight.ts';
import { severalReferences } from './several-references.ts';
import { AllowedValues } from './validation/allowed-values.ts';
import type { Allowed } from './validation/allowed.ts';
import { invalidCells, type InvalidCell } from './validation/invalid-cells.ts';
import { validationRefusal } from './validation/refusal.ts';
import { settingsFault } from './validation/settings-fault.ts';
import { validationAt } from './validation/validation.ts';
import {
  isCellError,
  isFormula,
  type Cell,
  type CellValue,
  type DefinedName,
  type LoggedDocument,
  type Sheet,
  type WorkbookDocument,
} from './document.ts';

/** A step of the history: the document before and after a command, which share all that is alike. */
interface HistoryEntry {
  readonly label: string;
  readonly before: WorkbookDocument;
  readonly after: WorkbookDocument;
  /** From before to after. */
  readonly reshaping: Reshaping | null;
  /** The shape of the document after it. */
  readonly shape: number;
  /** By whom and when it was done, and its number in the log; null where nobody was said to do it. */
  readonly logged: (Stamp & { readonly step: number }) | null;
}

/** A step of the history as a person sees it. */
export interface HistoryStep {
  readonly label: string;
  /** By whom and when it was done; null where nobody was said to do it. */
  readonly stamp: Stamp | null;
}

/** What a command, an undo or a redo did, in place or to the shape of the workbook. */
export interface Changes extends CellDifferences {
  /** Every value that moved; where the workbook has another shape they are all to be read anew. */
  readonly values: readonly ValueChange[];
  /** The styles, where there are others than before. */
  readonly styles: WorkbookDocument['styles'] | null;
  /** The conditional formats, where there are others than before. */
  readonly conditionalFormats: readonly ConditionalFormat[] | null;
  /** Every cell to which they give another look than before; where the workbook has another shape all are to be read anew. */
  readonly conditionalLooks: readonly ConditionalChange[];
  /** What cells may hold, where that is another than before. */
  readonly validations: NonNullable<WorkbookDocument['validations']> | null;
  readonly reshaping: Reshaping | null;
  /** Whether anything was calculated: false where only looks and the like are others. */
  readonly isRecalculated: boolean;
}

/** Of what left everything as it was. */
export const noChanges: Changes = {
  contents: [],
  results: [],
  looks: [],
  values: [],
  styles: null,
  conditionalFormats: null,
  conditionalLooks: [],
  validations: null,
  reshaping: null,
  isRecalculated: false,
};

/** Excel's limit on the length of a formula, in characters. */
const maximumFormulaLength = 8192;

/**
 * A document with its values: the only thing that drives the engine, and the owner of the one
 * history. Every change is a command; every command is one step of undo.
 */
export class Workbook {
  #document: WorkbookDocument;
  #engine: Engine;
  #sheets: ReadonlyMap<string, Sheet>;
  #names: ReadonlyMap<string, DefinedName>;
  readonly #licenceKey: string;
  readonly #log: ChangeLog;
  readonly #stamp: () => Stamp | null;
  readonly #done: HistoryEntry[] = [];
  readonly #undone: HistoryEntry[] = [];
  readonly #conditionalLooks = new ConditionalLooks();
  #lastShape = 0;

  private constructor(given: LoggedDocument, licenceKey: string, stamp: () => Stamp | null) {
    const { changeLog, ...rest } = given;
    const document = changeLog ? rest : given;
    this.#document = document;
    this.#licenceKey = licenceKey;
    this.#log = new ChangeLog(changeLog ?? []);
    this.#stamp = stamp;
    this.#engine = built(document, licenceKey);
    this.#sheets = sheetsByName(document);
    this.#names = namesByLowerCase(document);
    this.#conditionalLooks.refresh(document, this.#engine, null);
  }

  /** What a file of the workbook holds now. It never changes; after a command there is another. */
  get document(): WorkbookDocument {
    return this.#document;
  }

  /** What a file of the workbook holds: the document with the log of what was done to it. */
  get loggedDocument(): LoggedDocument {
    const { entries } = this.#log;
    return entries.length === 0 ? this.#document : { ...this.#document, changeLog: [...entries] };
  }

  /**
   * Builds the engine for a document and calculates every formula.
   * `licenceKey` is a bought HyperFormula key; empty means its GPL-3.0 licence. `stamp` says who
   * carries out what is asked now, and when; what nobody carries out is not logged.
   */
  static open(document: LoggedDocument, licenceKey = '', stamp: () => Stamp | null = () => null): Workbook {
    return new Workbook(document, licenceKey, stamp);
  }

  /** What a formula gives that stands in no cell, row by row. Throws when it does not read. */
  calculate(formula: string): CellValue[][] {
    return this.#engine.calculate(formula);
  }

  /** Names of all functions that formulas may use, in capitals. */
  static functionNames(): string[] {
    return Engine.functionNames();
  }

  /** The cell as the document holds it, or null. Throws when the sheet does not exist. */
  cell(address: Address): Cell | null {
    return this.#sheet(address.sheet).rows[address.row]?.[address.column] ?? null;
  }

  value(address: Address): CellValue {
    return this.#engine.value(address);
  }

  sheetValues(sheet: string): CellValue[][] {
    return this.#engine.sheetValues(sheet);
  }

  rangeValues(sheet: string, range: Range): CellValue[][] {
    return this.#engine.rangeValues(sheet, range);
  }

  /** The looks that conditional formats give cells of a sheet. */
  conditionalLooks(sheet: string): ConditionalChange[] {
    return this.#conditionalLooks.of(sheet);
  }

  /** The rectangle over which the formula in this cell spills; undefined when its result is one cell. */
  spillOf(address: Address): Range | undefined {
    return this.#engine.spillOf(address);
  }

  /** The defined name, whatever its case; undefined when there is none. */
  name(name: string): DefinedName | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** Values of a defined name's cells, row by row. Throws when the name does not exist. */
  namedValues(name: string): CellValue[][] {
    const { sheet, range } = this.#nameOrThrow(name);
    return this.#engine.rangeValues(sheet, range);
  }

  /** Value of a defined name that stands for one cell. Throws when it does not exist. */
  namedValue(name: string): CellValue {
    const { sheet, range } = this.#nameOrThrow(name);
    return this.#engine.value({ sheet, row: range.top, column: range.left });
  }

  get undoLabel(): string | null {
    return this.#done.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#undone.at(-1)?.label ?? null;
  }

  /** A number that tells states apart that differ in more than the contents of cells; the same one again after undo. */
  get shape(): number {
    return this.#done.at(-1)?.shape ?? 0;
  }

  /** The steps that can be taken back, the first of them first, and those that can be done again, the next first. */
  get historySteps(): { readonly done: readonly HistoryStep[]; readonly undone: readonly HistoryStep[] } {
    const told = ({ label, logged }: HistoryEntry): HistoryStep => ({
      label,
      stamp: logged && { at: logged.at, who: logged.who },
    });
    return { done: this.#done.map(told), undone: this.#undone.map(told).toReversed() };
  }

  /** What was done since the log began, the newest first: to the cell at this place now, or with null to anything. */
  changes(of: Address | null): CellEvent[] {
    return of ? cellHistory(this.#log.entries, of) : wholeHistory(this.#log.entries);
  }

  /** What the step of an entry of the log did, and where that is now; null where the log does not hold it. */
  stepPlaces(entry: number): StepPlaces | null {
    return stepPlaces(this.#log.entries, entry);
  }

  /**
   * Carries out a command as one step of undo. Refuses, with nothing changed: what cannot be done to
   * the document (see `changedDocument`), an unknown sheet, a cell of a what-if table's results, part
   * of an array that stays (see `arrayRefusal`), a
   * formula that does not read or is too long, one that uses what cannot be calculated or gives a
   * function the wrong number of arguments, a command after which a formula would depend on itself (the
   * problem names the loop in order), and contents that their cells may not hold once all is calculated
   * (see `validationRefusal`); where a validation only warns, `consent` says that a person wants them.
   */
  apply(given: Command, { consent = false } = {}): Result<Changes> {
    const command = commandSchema.parse(given);
    const writings = writingsOf(command);
    for (const edit of writings) {
      const refusal = this.#refusal(edit);
      if (refusal) return refusal;
    }
    const array = arrayRefusal(writings, this.#engine);
    if (array) return failure(array);
    for (const format of formatsOf(command)) {
      const refusal = this.#formatRefusal(format);
      if (refusal) return refusal;
    }
    for (const { settings } of rulesOf(command)) {
      const fault = settings && settingsFault(settings, this.#ruled);
      if (fault) return failure(fault);
    }
    const before = this.#document;
    const changed = changedDocument(before, command, this.#engine);
    if (!changed.ok) return changed;
    const { document: after, reshaping } = changed.value;
    if (after === before) return success(noChanges);

    const changes = this.#bring(after, reshaping);
    const refusal = (mayLoop(command) ? this.#newLoop(changes) : null) ?? this.#notAllowed(writings, consent);
    if (refusal) {
      this.#bring(before, reshaping && reversedReshaping(reshaping, before));
      return refusal;
    }
    const isInPlace = command.kind === 'setCells' && changes.looks.length === 0;
    const shape = isInPlace ? this.shape : ++this.#lastShape;
    const stamp = this.#stamp();
    const differences = changes.reshaping ? null : changes;
    const logged = stamp && {
      ...stamp,
      step: this.#log.addStep({ command, before, after, differences, reshaping }, stamp),
    };
    this.#done.push({ label: command.label, before, after, reshaping, shape, logged });
    this.#undone.length = 0;
    return success(changes);
  }

  /** Takes back the last command; null when there is none. */
  undo(): Changes | null {
    return this.#step(this.#done, this.#undone, 'undo');
  }

  /** Carries out the last undone command again; null when there is none. */
  redo(): Changes | null {
    return this.#step(this.#undone, this.#done, 'redo');
  }

  /**
   * What `read` gives while the edits are in force; afterwards everything is as before, and the
   * history has no entry. For questions such as "and under that scenario?".
   */
  whatIf<Answer>(edits: readonly CellEdit[], read: () => Answer): Answer {
    const changes = edits.map((edit) => ({ ...edit, content: this.cell(edit)?.content ?? null }));
    this.#engine.setCells(edits);
    try {
      return read();
    } finally {
      this.#engine.setCells(changes);
    }
  }

  /**
   * What each case's `read` gives while its edits are in force, case after case, with one
   * recalculation for each. Between two cases the edits of the last stay in force: until the
   * generator has ended or is ended with `return`, which puts everything back, nothing else may be
   * asked of the workbook.
   */
  *whatIfs<Answer>(
    cases: Iterable<{ readonly edits: readonly CellEdit[]; readonly read: () => Answer }>,
  ): Generator<Answer, void, void> {
    let inForce: ReadonlyMap<string, CellEdit> = new Map();
    const own = (edit: CellEdit): CellEdit => ({ ...edit, content: this.cell(edit)?.content ?? null });
    try {
      for (const { edits, read } of cases) {
        const wanted = new Map(edits.map((edit) => [addressText(edit), edit]));
        const putBack = [...inForce].filter(([key]) => !wanted.has(key)).map(([, edit]) => own(edit));
        const set = [...wanted].filter(
          ([key, edit]) => !Object.is(edit.content, (inForce.get(key) ?? own(edit)).content),
        );
        inForce = wanted;
        this.#engine.setCells([...putBack, ...set.map(([, edit]) => edit)]);
        yield read();
      }
    } finally {
      this.#engine.setCells([...inForce.values()].map(own));
    }
  }

  /** Writes the results of what-if tables: no step of undo. Gives what changed. */
  writeResults(results: readonly CellEdit[]): Changes {
    const after = withContents(this.#document, results);
    return after === this.#document ? noChanges : this.#bring(after, null);
  }

  /** Shows a sheet so large, in percent: no step of undo. Throws when the sheet does not exist. */
  setZoom(sheet: string, zoom: number): void {
    const found = this.#sheet(sheet);
    const changed = withZoom(found, zoom === 100 ? undefined : zoom);
    this.#hold({
      ...this.#document,
      sheets: this.#document.sheets.map((one) => (one === found ? changed : one)),
    });
  }

  /** Whether a value in this range is a result of a what-if table, or is worked out from one. */
  readsResults({ sheet, range }: Area): boolean {
    const results = (this.document.whatIfTables ?? []).map((table) => ({
      sheet: table.sheet,
      range: table.results,
    }));
    const touches = (area: Area) => area.sheet === sheet && overlap(area.range, range);
    return results.some(touches) || this.#engine.dependents(results).some(touches);
  }

  /** The cells and ranges that the formula filling a cell reads itself, in the order in which it names them. */
  precedents(address: Address): Area[] {
    return this.#engine.precedents(this.#engine.formulaCellOf(address));
  }

  /** The cells of the formulas that read a cell themselves, in no order. */
  readers(address: Address): Address[] {
    return this.#engine.readers(address);
  }

  /** What a cell may hold; null where it has no validation. */
  allowedAt(address: Address): Allowed | null {
    const { validations, allowed } = this.#validated;
    const validation = validationAt(validations, address);
    return validation ? allowed.at(validation, address) : null;
  }

  /** The cells that hold what their validations do not allow; a pause, null, after each that was looked at and may. */
  invalidCells(): Generator<InvalidCell | null, void> {
    return invalidCells({
      ...this.#validated,
      extentOf: (sheet) => {
        const { rows } = this.#sheet(sheet);
        return { rows: rows.length, columns: rows.reduce((most, row) => Math.max(most, row.length), 0) };
      },
    });
  }

  /** Why a cell shows an error; null when it shows none. */
  explainError(address: Address): ErrorExplanation | null {
    return explainError(this.#explained, address);
  }

  /** The loop through a cell that shows `#CYCLE!`, in order; empty for other cells. */
  loopThrough(address: Address): Address[] {
    return this.#engine.loopThrough(address);
  }

  /** Frees the engine; the workbook must not be used afterwards. */
  close(): void {
    this.#engine.destroy();
  }

  get #explained(): ExplainedWorkbook {
    const { names, sheets } = this.#document;
    return {
      engine: this.#engine,
      contentOf: (address) => this.cell(address)?.content ?? null,
      nameOf: (name) => this.name(name),
      names: names.map(({ name }) => name),
      sheets: sheets.map(({ name }) => name),
    };
  }

  #step(from: HistoryEntry[], to: HistoryEntry[], direction: 'undo' | 'redo'): Changes | null {
    const entry = from.pop();
    if (!entry) return null;
    to.push(entry);
    const { label, before, after, reshaping, logged } = entry;
    const stamp = this.#stamp();
    if (stamp && logged) this.#log.addReturn(direction, logged.step, label, stamp);
    return this.#bring(
      withCarriedView(
        withCarriedResults(direction === 'undo' ? before : after, this.#document),
        this.#document,
      ),
      reshaping && direction === 'undo' ? reversedReshaping(reshaping, before) : reshaping,
    );
  }

  /** Makes a document the one that is calculated; `reshaping` tells where its cells are in the one there was. */
  #bring(after: WorkbookDocument, reshaping: Reshaping | null): Changes {
    const before = this.#document;
    const styles = after.styles === before.styles ? null : after.styles;
    const validations = after.validations === before.validations ? null : (after.validations ?? []);
    if ((reshaping === null || keepsPlaces(reshaping)) && haveSameFrame(before, after)) {
      const differences = cellDifferences(before, after);
      const unseen = this.#takeUnseenRows(after);
      const written = [...differences.contents, ...differences.results];
      const edits = unseen ? [...written, ...totalsBeside(after, written)] : written;
      const values = edits.length > 0 ? this.#engine.setCells(edits) : [];
      this.#hold(after);
      const { conditionalFormats } = after;
      const isOther = conditionalFormats !== before.conditionalFormats;
      return {
        ...differences,
        values,
        styles,
        validations,
        conditionalFormats: isOther ? (conditionalFormats ?? []) : null,
        conditionalLooks: this.#conditionalLooks.refresh(after, this.#engine, isOther ? null : values),
        reshaping,
        isRecalculated: edits.length > 0,
      };
    }
    const update = engineUpdate(before, after, reshaping, this.#engine.referenceCells);
    if (update) {
      this.#engine.update(update);
      if (this.#takeUnseenRows(after)) this.#engine.setCells(totalsBeside(after, []));
    } else {
      const engine = built(after, this.#licenceKey);
      this.#engine.destroy();
      this.#engine = engine;
    }
    this.#hold(after);
    this.#conditionalLooks.refresh(after, this.#engine, null);
    return {
      ...noChanges,
      styles,
      validations,
      reshaping: reshaping ?? sameShape(after),
      isRecalculated: true,
    };
  }

  /** Tells the engine which rows are out of sight in a document; true where they are others than before. */
  #takeUnseenRows({ sheets }: WorkbookDocument): boolean {
    const changed = sheets.filter((sheet) => {
      const before = this.#sheets.get(sheet.name);
      return sheet.hiddenRows !== before?.hiddenRows || sheet.filter !== before?.filter;
    });
    for (const sheet of changed) this.#engine.setUnseenRows(sheet.name, unseenRowsOf(sheet));
    return changed.length > 0;
  }

  #hold(document: WorkbookDocument): void {
    if (document.names !== this.#document.names) this.#names = namesByLowerCase(document);
    this.#document = document;
    this.#sheets = sheetsByName(document);
  }

  #refusal(edit: CellEdit): Result<never> | null {
    const subject = this.#sheets.has(edit.sheet) ? addressText(edit) : edit.sheet;
    if (!this.#sheets.has(edit.sheet)) {
      return failure({
        code: 'unknown-sheet',
        message: `There is no sheet "${edit.sheet}".`,
        subject,
        remedy: `The sheets are ${[...this.#sheets.keys()].join(', ')}.`,
      });
    }
    if (this.#isResult(edit)) {
      return failure({
        code: 'part-of-what-if-table',
        message: `${subject} is part of a what-if table: what stands there is worked out by recalculating the workbook.`,
        subject,
        remedy: 'Change the headings that the table reads, or what it recalculates.',
      });
    }
    return isFormula(edit.content) ? this.#formulaRefusal(edit.content, edit, subject) : null;
  }

  /** `subject` names what holds the formula; `place` is the cell for which it is written. */
  #formulaRefusal(formula: string, place: Address, subject: string): Result<never> | null {
    if (formula.length > maximumFormulaLength) {
      return failure({
        code: 'formula-too-long',
        message: `The formula for ${subject} has ${formula.length} characters; the limit is ${maximumFormulaLength}.`,
        subject,
        remedy: 'Split it over helper cells.',
      });
    }
    const fault = formulaFault(formula, subject, (text) => this.name(text) !== undefined);
    if (fault) return failure(fault);
    const unread = this.#engine.faultOf(formula);
    if (unread) {
      return failure({
        code: 'formula-does-not-parse',
        message: `The formula for ${subject} cannot be read: ${unread.reason === undefined ? formula : `${unread.reason}.`}`,
        subject,
        remedy:
          unread.reason === undefined
            ? 'Check brackets, commas between arguments and quotes around text; begin with an apostrophe to keep it as text.'
            : 'Change that part; begin with an apostrophe to keep it as text.',
      });
    }
    const several = severalReferences(formula, this.#engine.isArrayAt(place));
    return several
      ? failure({
          code: 'several-references',
          message: `The formula for ${subject} was not taken: ${several.what}.`,
          subject,
          remedy: several.remedy,
        })
      : null;
  }

  /** Why a formula of a conditional format is not taken; its own text is the subject of the problem. Formats that are there already are not looked at. */
  #formatRefusal(format: ConditionalFormat): Result<never> | null {
    const { sheet, ranges, rule } = format;
    const isKnown = this.#document.conditionalFormats?.some((one) => sameRule(one, format)) ?? false;
    if (isKnown || !this.#sheets.has(sheet)) return null;
    for (const formula of operandsOf(rule)) {
      const refusal = this.#formulaRefusal(formula, { sheet, ...firstCell(ranges) }, 'the rule');
      if (refusal && !refusal.ok) return failure({ ...refusal.problem, subject: formula });
    }
    return null;
  }

  /** What the rules of cells may refer to. */
  get #ruled() {
    return {
      isName: (name: string) => this.name(name) !== undefined,
      hasSheet: (name: string) =>
        this.#document.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()),
      unread: (formula: string) => this.#engine.faultOf(formula),
    };
  }

  /** What the validations of cells are judged by, as everything stands now. */
  get #validated() {
    return {
      validations: this.#document.validations ?? [],
      allowed: new AllowedValues((formula, at) => this.#engine.partValue(formula, at)),
      valueAt: (address: Address) => this.value(address),
      formatAt: (address: Address) => this.#document.styles[this.cell(address)?.style ?? '']?.format,
    };
  }

  #notAllowed(written: readonly Address[], consent: boolean): Result<never> | null {
    if (!this.#document.validations || written.length === 0) return null;
    const problem = validationRefusal(written, this.#validated, consent);
    return problem && failure(problem);
  }

  #isResult({ sheet, row, column }: Address): boolean {
    const tables = this.document.whatIfTables ?? [];
    return tables.some((table) => table.sheet === sheet && contains(table.results, row, column));
  }

  /**
   * A refusal naming the loop when a cell now depends on itself: through a formula that was written or
   * moved, or by a reference that what was written sends to other cells.
   */
  #newLoop({ contents, values, reshaping }: Changes): Result<never> | null {
    // Cells of a loop that was there before have not changed.
    const moved = reshaping ? this.#allValues() : values;
    const inLoop = moved.filter(({ value }) => isCellError(value) && value.error === '#CYCLE!');
    if (inLoop.length === 0) return null;
    const changes: readonly Address[] = contents;
    for (const cell of [...changes, ...inLoop]) {
      const loop = this.#engine.loopThrough(cell);
      if (loop.length === 0) continue;
      const subject = addressText(cell);
      const isWritten = changes.some((change) => addressText(change) === subject);
      const itself = `${isWritten ? 'The' : 'With this entry, the'} formula for ${subject} would depend on itself: ${loopText(loop, cell)}.`;
      const idle = idleBranchOf(this.#explained, loop);
      if (idle) {
        return failure({
          code: 'circular-reference-in-branch',
          message: `${itself} ${idleBranchWords(idle, cell)}`,
          subject,
          remedy:
            'Put what both need into a cell that reads neither of them, or read the value of the period before.',
        });
      }
      return failure({
        code: isWritten ? 'circular-reference' : 'circular-reference-elsewhere',
        message: itself,
        subject,
        remedy:
          loop.length === 1 && isWritten
            ? 'Refer to other cells than its own.'
            : 'Break the loop at one of these cells, for example by reading the value of the period before.',
      });
    }
    return null;
  }

  #allValues(): ValueChange[] {
    return this.#document.sheets.flatMap(({ name }) =>
      this.#engine
        .sheetValues(name)
        .flatMap((values, row) =>
          values.map((value, column): ValueChange => ({ sheet: name, row, column, value })),
        ),
    );
  }

  #sheet(name: string): Sheet {
    const sheet = this.#sheets.get(name);
    if (!sheet) throw new Error(`The workbook has no sheet "${name}"`);
    return sheet;
  }

  #nameOrThrow(name: string): DefinedName {
    const found = this.name(name);
    if (!found) throw new Error(`The workbook has no name "${name}"`);
    return found;
  }
}

function built(document: WorkbookDocument, licenceKey: string): Engine {
  const sheets = document.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map((cell) => cell?.content ?? null)),
    ...((sheet.hiddenRows ?? sheet.filter) && { unseen: unseenRowsOf(sheet) }),
  }));
  return Engine.build(sheets, document.names, licenceKey);
}

function sameRule(one: ConditionalFormat, other: ConditionalFormat): boolean {
  return one.sheet === other.sheet && JSON.stringify(one.rule) === JSON.stringify(other.rule);
}

function unseenRowsOf(sheet: Sheet): UnseenRows {
  return { filtered: sheet.filter?.hiddenRows ?? [], all: rowsOutOfSight(sheet) };
}

/** The formulas whose results depend on which rows are in sight, besides those that are written anyway. */
function totalsBeside({ sheets }: WorkbookDocument, written: readonly CellEdit[]): CellEdit[] {
  const known = new Set(written.map(addressText));
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const content = cell?.content;
        if (!isFormula(content) || !/\b(?:SUBTOTAL|AGGREGATE)\s*\(/i.test(content)) return [];
        const edit = { sheet: name, row, column, content };
        return known.has(addressText(edit)) ? [] : [edit];
      }),
    ),
  );
}

function sheetsByName({ sheets }: WorkbookDocument): ReadonlyMap<string, Sheet> {
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

function namesByLowerCase({ names }: WorkbookDocument): ReadonlyMap<string, DefinedName> {
  return new Map(names.map((name) => [name.name.toLowerCase(), name]));
}

/** Whether a formula may depend on itself after a command that did not write one that does. */
function mayLoop({ kind }: Command): boolean {
  return (
    kind === 'setCells' ||
    kind === 'moveCells' ||
    kind === 'sortRange' ||
    kind === 'setName' ||
    kind === 'several'
  );
}
