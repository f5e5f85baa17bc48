import { Engine, type CellEdit, type ValueChange } from '../engine/engine.ts';
import { failure, success, type Result } from '../result.ts';
import { addressText, contains, overlap, type Address, type Area, type Range } from './address.ts';
import { commandSchema, type Command } from './command.ts';
import { explainError, type ErrorExplanation } from './explain/explain-error.ts';
import { idleBranchOf, idleBranchWords, loopText } from './explain/loop.ts';
import type { ExplainedWorkbook } from './explain/workbook-parts.ts';
import { formulaFault } from './formula-fault.ts';
import { severalReferences } from './several-references.ts';
import {
  isCellError,
  isFormula,
  type Cell,
  type CellContent,
  type CellValue,
  type DefinedName,
  type Sheet,
  type WorkbookDocument,
} from './document.ts';

/** A cell's content before and after a command: enough to take it back and to do it again. */
interface ContentChange extends Address {
  readonly before: CellContent | null;
  readonly after: CellContent | null;
}

interface HistoryEntry {
  readonly label: string;
  readonly changes: readonly ContentChange[];
}

/** What a command, an undo or a redo did: the contents written and every value that moved. */
export interface Changes {
  readonly contents: readonly CellEdit[];
  readonly values: readonly ValueChange[];
}

const nothing: Changes = { contents: [], values: [] };

/** Excel's limit on the length of a formula, in characters. */
const maximumFormulaLength = 8192;

/**
 * A document with its values: the only thing that drives the engine, and the owner of the one
 * history. Every change is a command; every command is one step of undo.
 */
export class Workbook {
  readonly document: WorkbookDocument;
  readonly #engine: Engine;
  readonly #sheets: ReadonlyMap<string, Sheet>;
  readonly #names: ReadonlyMap<string, DefinedName>;
  readonly #done: HistoryEntry[] = [];
  readonly #undone: HistoryEntry[] = [];

  readonly #explained: ExplainedWorkbook;

  private constructor(document: WorkbookDocument, engine: Engine) {
    this.document = document;
    this.#engine = engine;
    this.#explained = {
      engine,
      contentOf: (address) => this.cell(address)?.content ?? null,
      nameOf: (name) => this.name(name),
      names: document.names.map(({ name }) => name),
      sheets: document.sheets.map(({ name }) => name),
    };
    this.#sheets = new Map(document.sheets.map((sheet) => [sheet.name, sheet]));
    this.#names = new Map(document.names.map((name) => [name.name.toLowerCase(), name]));
  }

  /**
   * Takes ownership of a document, builds the engine and calculates every formula.
   * `licenceKey` is a bought HyperFormula key; empty means its GPL-3.0 licence.
   */
  static open(document: WorkbookDocument, licenceKey = ''): Workbook {
    const sheets = document.sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map((cell) => cell?.content ?? null)),
    }));
    return new Workbook(document, Engine.build(sheets, document.names, licenceKey));
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

  /**
   * Carries out a command as one step of undo. Refuses, with nothing changed: an unknown sheet, a
   * cell of a what-if table's results, a formula that does not read or is too long, one that uses
   * what cannot be calculated or gives a function the wrong number of arguments, and a formula that
   * would depend on itself (the problem names the loop in order).
   */
  apply(command: Command): Result<Changes> {
    const { label, cells } = commandSchema.parse(command);
    for (const edit of cells) {
      const refusal = this.#refusal(edit);
      if (refusal) return refusal;
    }
    // Of two contents for one cell, the later counts.
    const perCell = new Map(cells.map((edit) => [addressText(edit), edit]));
    const changes = [...perCell.values()]
      .map((edit) => ({ ...edit, before: this.cell(edit)?.content ?? null, after: edit.content }))
      .filter((change) => change.before !== change.after)
      .map(({ sheet, row, column, before, after }): ContentChange => ({ sheet, row, column, before, after }));
    if (changes.length === 0) return success(nothing);

    const values = this.#write(changes, 'after');
    const loop = this.#newLoop(changes, values);
    if (loop) {
      this.#write(changes, 'before');
      return loop;
    }
    this.#done.push({ label, changes });
    this.#undone.length = 0;
    return success({ contents: this.#edits(changes, 'after'), values });
  }

  /** Takes back the last command; null when there is none. */
  undo(): Changes | null {
    return this.#step(this.#done, this.#undone, 'before');
  }

  /** Carries out the last undone command again; null when there is none. */
  redo(): Changes | null {
    return this.#step(this.#undone, this.#done, 'after');
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
    const contents = results.filter(
      (result) => !Object.is(result.content, this.cell(result)?.content ?? null),
    );
    if (contents.length === 0) return nothing;
    const values = this.#engine.setCells(contents);
    for (const edit of contents) this.#setContent(edit);
    return { contents, values };
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

  #step(from: HistoryEntry[], to: HistoryEntry[], side: 'before' | 'after'): Changes | null {
    const entry = from.pop();
    if (!entry) return null;
    const changes = side === 'before' ? entry.changes.toReversed() : entry.changes;
    const values = this.#write(changes, side);
    to.push(entry);
    return { contents: this.#edits(changes, side), values };
  }

  #edits(changes: readonly ContentChange[], side: 'before' | 'after'): CellEdit[] {
    return changes.map(({ sheet, row, column, [side]: content }) => ({ sheet, row, column, content }));
  }

  #write(changes: readonly ContentChange[], side: 'before' | 'after'): ValueChange[] {
    const edits = this.#edits(changes, side);
    const values = this.#engine.setCells(edits);
    for (const edit of edits) this.#setContent(edit);
    return values;
  }

  #setContent({ sheet, row, column, content }: CellEdit): void {
    const { rows } = this.#sheet(sheet);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row];
    if (!cells) throw new Error(`Row ${row} of ${sheet} was not made`);
    while (cells.length <= column) cells.push(null);
    const old = cells[column];
    const bare = !old?.style && !old?.note && !old?.provenance;
    cells[column] = content === null && bare ? null : { ...old, content };
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
    if (isFormula(edit.content)) {
      if (edit.content.length > maximumFormulaLength) {
        return failure({
          code: 'formula-too-long',
          message: `The formula for ${subject} has ${edit.content.length} characters; the limit is ${maximumFormulaLength}.`,
          subject,
          remedy: 'Split it over helper cells.',
        });
      }
      const fault = formulaFault(edit.content, subject, (text) => this.name(text) !== undefined);
      if (fault) return failure(fault);
      const unread = this.#engine.faultOf(edit.content);
      if (unread) {
        return failure({
          code: 'formula-does-not-parse',
          message: `The formula for ${subject} cannot be read: ${unread.reason === undefined ? edit.content : `${unread.reason}.`}`,
          subject,
          remedy:
            unread.reason === undefined
              ? 'Check brackets, commas between arguments and quotes around text; begin with an apostrophe to keep it as text.'
              : 'Change that part; begin with an apostrophe to keep it as text.',
        });
      }
      const several = severalReferences(edit.content, this.#engine.isArrayAt(edit));
      if (several) {
        return failure({
          code: 'several-references',
          message: `The formula for ${subject} was not taken: ${several.what}.`,
          subject,
          remedy: several.remedy,
        });
      }
    }
    return null;
  }

  #isResult({ sheet, row, column }: Address): boolean {
    const tables = this.document.whatIfTables ?? [];
    return tables.some((table) => table.sheet === sheet && contains(table.results, row, column));
  }

  /**
   * A refusal naming the loop when a cell now depends on itself: through a formula that was written,
   * or by a reference that what was written sends to other cells.
   */
  #newLoop(changes: readonly ContentChange[], values: readonly ValueChange[]): Result<never> | null {
    // Cells of a loop that was there before have not changed.
    const inLoop = values.filter(({ value }) => isCellError(value) && value.error === '#CYCLE!');
    if (inLoop.length === 0) return null;
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
