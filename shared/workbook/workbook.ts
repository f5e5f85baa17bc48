import { Engine, type CellEdit } from '../engine/engine.ts';
import { failure, success, type Result } from '../result.ts';
import { overlap, type Address, type Area, type Range } from './address.ts';
import { CalculatedDocument } from './calculated-document.ts';
import { withCarriedResults, withCarriedView, withZoom } from './carried-results.ts';
import { changedDocument } from './change-document.ts';
import { ChangeLog } from './change-log/change-log.ts';
import { cellHistory, wholeHistory, type CellEvent } from './change-log/cell-history.ts';
import type { Stamp } from './change-log/log-entry.ts';
import { stepPlaces, type StepPlaces } from './change-log/place-now.ts';
import { noChanges, type Changes } from './changes.ts';
import { commandSchema, writingsOf, type Command } from './command.ts';
import type { ConditionalChange } from './conditional/conditional-looks.ts';
import { reversedReshaping } from './document-changes.ts';
import type { Cell, CellValue, DefinedName, LoggedDocument, WorkbookDocument } from './document.ts';
import { explainError, type ErrorExplanation } from './explain/explain-error.ts';
import { partText } from './part-text.ts';
import { commandRefusal } from './refusals/command-refusal.ts';
import { loopRefusal } from './refusals/loop-refusal.ts';
import { validationRefusal } from './refusals/validation-refusal.ts';
import { StepHistory, type Destination, type PassedShape } from './step-history.ts';
import { withContents } from './structure/change-cells.ts';
import type { Allowed } from './validation/allowed.ts';
import { invalidCells, type InvalidCell } from './validation/invalid-cells.ts';
import { validatedWorkbook } from './validation/validated-workbook.ts';
import { validationAt } from './validation/validation.ts';
import { whatIf, whatIfs, type WhatIf } from './what-if.ts';

/**
 * A document with its values, and the one history of it. Every change is a command; every command is
 * one step of undo.
 */
export class Workbook {
  readonly #calculated: CalculatedDocument;
  readonly #log: ChangeLog;
  readonly #history: StepHistory;

  private constructor(given: LoggedDocument, licenceKey: string, stamp: () => Stamp | null) {
    const { changeLog, ...rest } = given;
    this.#calculated = new CalculatedDocument(changeLog ? rest : given, licenceKey);
    this.#log = new ChangeLog(changeLog ?? []);
    this.#history = new StepHistory(this.#log, stamp);
  }

  /** What a file of the workbook holds now. It never changes; after a command there is another. */
  get document(): WorkbookDocument {
    return this.#calculated.document;
  }

  /** What a file of the workbook holds: the document with the log of what was done to it. */
  get loggedDocument(): LoggedDocument {
    const { entries } = this.#log;
    return entries.length === 0 ? this.document : { ...this.document, changeLog: [...entries] };
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
    return this.#calculated.engine.calculate(formula);
  }

  /** Names of all functions that formulas may use, in capitals. */
  static functionNames(): string[] {
    return Engine.functionNames();
  }

  /** The cell as the document holds it, or null. Throws when the sheet does not exist. */
  cell(address: Address): Cell | null {
    return this.#calculated.cell(address);
  }

  value(address: Address): CellValue {
    return this.#calculated.engine.value(address);
  }

  sheetValues(sheet: string): CellValue[][] {
    return this.#calculated.engine.sheetValues(sheet);
  }

  rangeValues(sheet: string, range: Range): CellValue[][] {
    return this.#calculated.engine.rangeValues(sheet, range);
  }

  /** The looks that conditional formats give cells of a sheet. */
  conditionalLooks(sheet: string): ConditionalChange[] {
    return this.#calculated.conditionalLooks(sheet);
  }

  /** The rectangle over which the formula in this cell spills; undefined when its result is one cell. */
  spillOf(address: Address): Range | undefined {
    return this.#calculated.engine.spillOf(address);
  }

  /** The rectangle that a formula fills of which the cell is part; undefined for a cell by itself. */
  spillAt({ sheet, row, column }: Address): Range | undefined {
    return this.#calculated.engine.spillIn({
      sheet,
      range: { top: row, left: column, bottom: row, right: column },
    });
  }

  /** The defined name, whatever its case; undefined when there is none. */
  name(name: string): DefinedName | undefined {
    return this.#calculated.name(name);
  }

  /** A formula of a cell with what they stand for in place of its names, but for names of cells. */
  spelledOut(formula: string, at: Address): string {
    return this.#calculated.engine.spelledOut(formula, at);
  }

  /** Values of a defined name's cells, row by row. Throws when the name does not exist. */
  namedValues(name: string): CellValue[][] {
    const { sheet, range } = this.#nameOrThrow(name);
    return this.#calculated.engine.rangeValues(sheet, range);
  }

  /** Value of a defined name that stands for one cell. Throws when it does not exist. */
  namedValue(name: string): CellValue {
    const { sheet, range } = this.#nameOrThrow(name);
    return this.#calculated.engine.value({ sheet, row: range.top, column: range.left });
  }

  get undoLabel(): string | null {
    return this.#history.undoLabel;
  }

  get redoLabel(): string | null {
    return this.#history.redoLabel;
  }

  /** A number that tells states apart that differ in more than the contents of cells; the same one again after undo. */
  get shape(): number {
    return this.#history.shape;
  }

  /** The steps that can be taken back, the first of them first, and those that can be done again, the next first. */
  get historySteps(): StepHistory['steps'] {
    return this.#history.steps;
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
   * Carries out a command as one step of undo. Refuses, with nothing changed, what cannot be written
   * (see `commandRefusal`), what cannot be done to the document (see `changedDocument`), a command after
   * which a formula would depend on itself (see `loopRefusal`), and contents that their cells may not
   * hold once all is calculated (see `validationRefusal`); where a validation only warns, `consent` says
   * that a person wants them.
   */
  apply(given: Command, { consent = false } = {}): Result<Changes> {
    const calculated = this.#calculated;
    const command = commandSchema.parse(given);
    const unfit = commandRefusal(command, calculated);
    if (unfit) return failure(unfit);
    const before = this.document;
    const changed = changedDocument(before, command, calculated.engine);
    if (!changed.ok) return changed;
    const { document: after, reshaping } = changed.value;
    if (after === before) return success(noChanges);

    const changes = calculated.bring(after, reshaping);
    const refusal =
      loopRefusal(command, changes, calculated) ??
      validationRefusal(writingsOf(command), validatedWorkbook(calculated), consent);
    if (refusal) {
      calculated.bring(before, reshaping && reversedReshaping(reshaping, before));
      return failure(refusal);
    }
    const differences = changes.reshaping ? null : changes;
    const keepsShape = command.kind === 'setCells' && changes.looks.length === 0;
    this.#history.add({ command, before, after, differences, reshaping }, keepsShape);
    return success(changes);
  }

  /** Takes back the last command; null when there is none. */
  undo(): Changes | null {
    const destination = this.#history.undo();
    return destination && this.#bring(destination);
  }

  /** Carries out the last undone command again; null when there is none. */
  redo(): Changes | null {
    const destination = this.#history.redo();
    return destination && this.#bring(destination);
  }

  /**
   * Goes to where so many steps are done, taking back or carrying out again all that lie between. Gives
   * what `tell` makes of the changes on the way and of the shapes that each passes, while the workbook is as it was
   * after them.
   */
  goTo<Told>(done: number, tell: (changes: Changes, passed: readonly PassedShape[]) => Told): Told[] {
    const way = this.#history.goTo(done);
    return way.map((destination) => tell(this.#bring(destination), destination.passed));
  }

  #bring({ document, reshaping }: Destination): Changes {
    const carried = withCarriedView(withCarriedResults(document, this.document), this.document);
    return this.#calculated.bring(carried, reshaping);
  }

  /**
   * What `read` gives while the edits are in force; afterwards everything is as before, and the
   * history has no entry. For questions such as "and under that scenario?".
   */
  whatIf<Answer>(edits: readonly CellEdit[], read: () => Answer): Answer {
    return whatIf(this.#calculated, edits, read);
  }

  /** What each case's `read` gives while its edits are in force (see `whatIfs`). */
  whatIfs<Answer>(cases: Iterable<WhatIf<Answer>>): Generator<Answer, void, void> {
    return whatIfs(this.#calculated, cases);
  }

  /** Writes the results of what-if tables: no step of undo. Gives what changed. */
  writeResults(results: readonly CellEdit[]): Changes {
    const after = withContents(this.document, results);
    return after === this.document ? noChanges : this.#calculated.bring(after, null);
  }

  /** Shows a sheet so large, in percent: no step of undo. Throws when the sheet does not exist. */
  setZoom(sheet: string, zoom: number): void {
    const found = this.#calculated.sheet(sheet);
    const changed = withZoom(found, zoom === 100 ? undefined : zoom);
    const { document } = this;
    const sheets = document.sheets.map((one) => (one === found ? changed : one));
    this.#calculated.hold({ ...document, sheets });
  }

  /** Whether a value in this range is a result of a what-if table, or is worked out from one. */
  readsResults({ sheet, range }: Area): boolean {
    const results = (this.document.whatIfTables ?? []).map((table) => ({
      sheet: table.sheet,
      range: table.results,
    }));
    const touches = (area: Area) => area.sheet === sheet && overlap(area.range, range);
    return results.some(touches) || this.#calculated.engine.dependents(results).some(touches);
  }

  /** The cells and ranges that the formula filling a cell reads itself, in the order in which it names them. */
  precedents(address: Address): Area[] {
    return this.#calculated.engine.precedents(this.#calculated.engine.formulaCellOf(address));
  }

  /** The cells of the formulas that read a cell themselves, in no order. */
  readers(address: Address): Address[] {
    return this.#calculated.engine.readers(address);
  }

  /** What a cell may hold; null where it has no validation. */
  allowedAt(address: Address): Allowed | null {
    const { validations, allowed } = validatedWorkbook(this.#calculated);
    const validation = validationAt(validations, address);
    return validation ? allowed.at(validation, address) : null;
  }

  /** The cells that hold what their validations do not allow; a pause, null, after each that was looked at and may. */
  invalidCells(): Generator<InvalidCell | null, void> {
    return invalidCells(validatedWorkbook(this.#calculated));
  }

  /** Why a cell shows an error; null when it shows none. */
  explainError(address: Address): ErrorExplanation | null {
    return explainError(this.#calculated.explained, address);
  }

  /** What a formula would give in a cell, as a part of another formula; null where it does not read, or is too long for one. */
  partText(formula: string, address: Address): string | null {
    const value = this.#calculated.engine.partValue(formula, address);
    return value === undefined ? null : partText(value);
  }

  /** The loop through a cell that shows `#CYCLE!`, in order; empty for other cells. */
  loopThrough(address: Address): Address[] {
    return this.#calculated.engine.loopThrough(address);
  }

  /** Frees the engine; the workbook must not be used afterwards. */
  close(): void {
    this.#calculated.close();
  }

  #nameOrThrow(name: string): DefinedName {
    const found = this.name(name);
    if (!found) throw new Error(`The workbook has no name "${name}"`);
    return found;
  }
}
