import type { Address, Area } from '../../shared/workbook/address.ts';
import type { ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import type {
  Cell,
  CellStyle,
  CellValue,
  DefinedName,
  NamedFormula,
} from '../../shared/workbook/document.ts';
import { NamedFormulas, splitName } from '../../shared/workbook/named-formulas.ts';
import type { Changes } from '../../shared/workbook/changes.ts';
import type { Reshaping } from '../../shared/workbook/document-changes.ts';
import type { PassedShape } from '../../shared/workbook/step-history.ts';
import type { InvalidCell } from '../../shared/workbook/validation/invalid-cells.ts';
import { settingsFault } from '../../shared/workbook/validation/settings-fault.ts';
import type { Validation, ValidationSettings } from '../../shared/workbook/validation/validation.ts';
import { eachPacked, packedCount, placesOf } from '../workers/packed-cells.ts';
import type { ChangesToShow, OpenedDocument, OpenedWorkbook } from '../workers/protocol.ts';
import { CellLimits } from './cell-limits.ts';
import { CellRules } from './cell-rules.ts';
import { changedCells, mostNamed, type ChangedCells } from './changed-cells.ts';
import { FormulaWords } from './formula-words.ts';
import { limitWords } from './limit-words.ts';
import { MarksByShape } from './sheet-marks.ts';
import { SheetMirror } from './sheet-mirror.ts';

/**
 * What the screen knows of the open document: contents and values, names, looks and rules, as the
 * engine has told. Only its answers are taken in; a session does that.
 */
export class DocumentMirror {
  readonly title: string;
  /** What can be offered while a formula is typed. */
  readonly formulaWords: FormulaWords;
  /** Grows where cells get looks that none had. */
  readonly #styles: Record<string, CellStyle>;
  #names: readonly DefinedName[];
  #namesByLowerCase: ReadonlyMap<string, DefinedName>;
  #namedFormulas: readonly NamedFormula[];
  #spelling: NamedFormulas;
  #conditionalFormats: readonly ConditionalFormat[];
  #sheets: ReadonlyMap<string, SheetMirror>;
  /** Marks of cells that are gone: undo brings them back. */
  readonly #marks: MarksByShape;
  #limits: CellLimits;
  readonly #rules: CellRules;
  #hasResults: boolean;
  #marksLimits = true;

  constructor(opened: OpenedWorkbook) {
    this.title = opened.title;
    this.#styles = { ...opened.styles };
    this.#names = opened.names;
    this.#namesByLowerCase = namesByLowerCase(opened.names);
    this.#namedFormulas = opened.namedFormulas;
    this.#spelling = new NamedFormulas(opened.namedFormulas);
    this.#conditionalFormats = opened.conditionalFormats;
    this.#sheets = new Map(opened.sheets.map((sheet) => [sheet.name, new SheetMirror(sheet)]));
    this.#marks = new MarksByShape(opened.history.shape);
    this.#limits = new CellLimits(opened.bounds, this.#sheets);
    this.#rules = new CellRules(opened.validations);
    this.formulaWords = new FormulaWords([...opened.names, ...opened.namedFormulas], this.shownSheetNames);
    this.#hasResults = opened.whatIfTables.length > 0;
  }

  get styles(): Readonly<Record<string, CellStyle>> {
    return this.#styles;
  }

  get names(): readonly DefinedName[] {
    return this.#names;
  }

  /** The names that stand for something else than cells, or hold on one sheet only. */
  get namedFormulas(): readonly NamedFormula[] {
    return this.#namedFormulas;
  }

  /** What such a name stands for as a formula on a sheet writes it; undefined where there is none. */
  namedFormula(text: string, on: string): NamedFormula | undefined {
    return this.#spelling.find(text, on);
  }

  /** The cells of a name for one range or several, as a formula in a cell writes it; undefined where it stands for something else. */
  areasNamed(text: string, at: Address): readonly Area[] | undefined {
    const cells = splitName(text).sheet === undefined && this.#spelling.find(text, at.sheet) === undefined;
    const name = cells ? this.name(text) : undefined;
    return name ? [name] : this.#spelling.areasOf(text, at);
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
    if (!sheet) throw new Error(`The workbook has no sheet "${name}"`);
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
      isName: (text: string) =>
        this.name(splitName(text).name) !== undefined ||
        this.#namedFormulas.some(({ name }) => name.toLowerCase() === splitName(text).name.toLowerCase()),
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

  /** The sheets by name, in their order. */
  protected get sheets(): ReadonlyMap<string, SheetMirror> {
    return this.#sheets;
  }

  /** Whether the document has what-if tables. */
  protected get hasResults(): boolean {
    return this.#hasResults;
  }

  /** The cells that were written to disk count as saved. Gives those that had been marked. */
  protected takeMarksAsSaved(): ChangedCells {
    this.#marks.markSaved();
    return changedCells(
      [...this.#sheets].flatMap(([sheet, mirror]) =>
        mirror.markSaved().map((place) => ({ sheet, ...place })),
      ),
    );
  }

  /** Marks cells that break their bounds or validations, or no longer. Gives all of them. */
  protected markLimits(marks: boolean): ChangedCells {
    this.#marksLimits = marks;
    return changedCells([...this.#limits.all(), ...this.#rules.invalid]);
  }

  /** Takes the cells that hold what they may not. Gives those that were or are among them. */
  protected takeInvalid(cells: readonly InvalidCell[]): ChangedCells {
    return changedCells(this.#rules.setInvalid(cells));
  }

  /** Takes a document whose cells are not where they were. What was typed and has moved since the last saving stays marked. */
  protected takeDocument(
    opened: OpenedDocument,
    { sheets, lines }: Reshaping,
    passed: readonly PassedShape[],
  ): void {
    const before = this.#sheets;
    const earlierNames = new Map(sheets);
    // As where an entry widens its column; elsewhere formulas are others because they follow their cells.
    const isInPlace = lines.length === 0 && sheets.every(([name, earlier]) => name === earlier);
    Object.assign(this.#styles, opened.styles);
    this.#names = opened.names;
    this.#namesByLowerCase = namesByLowerCase(opened.names);
    this.#namedFormulas = opened.namedFormulas;
    this.#spelling = new NamedFormulas(opened.namedFormulas);
    this.#conditionalFormats = opened.conditionalFormats;
    const marks = this.#marks.through(
      new Map([...before].map(([name, mirror]) => [name, mirror.marks])),
      passed,
    );
    this.#sheets = new Map(
      opened.sheets.map((sheet) => {
        const mirror = new SheetMirror(sheet, marks.get(sheet.name));
        const earlier = before.get(earlierNames.get(sheet.name) ?? '');
        if (earlier && isInPlace) mirror.markChanged(earlier);
        else if (earlier) mirror.markMoved(earlier, lines);
        return [sheet.name, mirror];
      }),
    );
    this.#limits = new CellLimits(opened.bounds, this.#sheets);
    this.#rules.setValidations(opened.validations);
    this.formulaWords.setWords([...opened.names, ...opened.namedFormulas], this.shownSheetNames);
    this.#hasResults = opened.whatIfTables.length > 0;
  }

  /** Takes what a change did to cells that are where they were. Gives the cells that look otherwise. */
  protected takeChanges(changes: ChangesToShow): ChangedCells {
    this.#marks.stayThrough(changes.passed);
    const { contents, results, looks, values, styles, validations, conditionalFormats, conditionalLooks } =
      changes;
    if (conditionalFormats) this.#conditionalFormats = conditionalFormats;
    if (styles) Object.assign(this.#styles, styles);
    if (validations) this.#rules.setValidations(validations);
    for (const packed of contents) {
      const mirror = this.sheet(packed.sheet);
      eachPacked(packed, (_, row, column, content) => mirror.setContent(row, column, content));
    }
    for (const { sheet, row, column, ...look } of looks) this.sheet(sheet).setLook(row, column, look);
    for (const packed of values) {
      const mirror = this.sheet(packed.sheet);
      eachPacked(packed, (_, row, column, value) => mirror.setValue(row, column, value));
    }
    this.#takeComputed(results, conditionalLooks);
    if (packedCount(contents) + packedCount(values) > mostNamed) {
      const sheets = [contents, results, looks, values, conditionalLooks, this.#limits.all()].flat();
      return new Map(sheets.map(({ sheet }) => [sheet, 'many']));
    }
    return this.#withLimits([
      ...placesOf(contents),
      ...results,
      ...looks,
      ...placesOf(values),
      ...conditionalLooks,
    ]);
  }

  /**
   * Takes results of what-if tables, with what they moved; `countsAsSaved` where that is no
   * difference to the file. Gives the cells that look otherwise.
   */
  protected takeResults(changes: Changes, countsAsSaved: boolean): ChangedCells {
    const { results, values, conditionalLooks } = changes;
    for (const { sheet, row, column, value } of values) {
      this.sheet(sheet).setValue(row, column, value);
      if (countsAsSaved) this.sheet(sheet).takeAsSaved(row, column);
    }
    this.#takeComputed(results, conditionalLooks);
    return this.#withLimits([...results, ...values, ...conditionalLooks]);
  }

  #takeComputed(results: Changes['results'], conditionalLooks: Changes['conditionalLooks']): void {
    for (const { sheet, row, column, content } of results) this.sheet(sheet).setResult(row, column, content);
    for (const { sheet, row, column, look } of conditionalLooks)
      this.sheet(sheet).setConditionalLook(row, column, look);
  }

  /** Cells, and those whose bounds are read from them. */
  #withLimits(cells: readonly Address[]): ChangedCells {
    return changedCells([...cells, ...this.#limits.readFrom(cells)]);
  }
}

function namesByLowerCase(names: readonly DefinedName[]): ReadonlyMap<string, DefinedName> {
  return new Map(names.map((name) => [name.name.toLowerCase(), name]));
}
