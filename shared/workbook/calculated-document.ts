import type { UnseenRows } from '../engine/engine-context.ts';
import { Engine, type CellEdit, type ValueChange } from '../engine/engine.ts';
import { addressText, type Address } from './address.ts';
import { noChanges, type Changes } from './changes.ts';
import { operandsOf, type ConditionalFormat } from './conditional/conditional-format.ts';
import { ConditionalLooks, type ConditionalChange } from './conditional/conditional-looks.ts';
import {
  cellDifferences,
  haveSameFrame,
  keepsPlaces,
  sameShape,
  type Reshaping,
} from './document-changes.ts';
import { isFormula, type Cell, type DefinedName, type Sheet, type WorkbookDocument } from './document.ts';
import { engineUpdate } from './engine-update.ts';
import { NamedFormulas, splitName } from './named-formulas.ts';
import type { ExplainedWorkbook } from './explain/workbook-parts.ts';
import { rowsOutOfSight } from './filter/rows-out-of-sight.ts';

/** A document, the engine that calculates it, and the looks that its conditional formats give. */
export class CalculatedDocument {
  #document: WorkbookDocument;
  #engine: Engine;
  #sheets: ReadonlyMap<string, Sheet>;
  #names: ReadonlyMap<string, DefinedName>;
  #namedFormulas: NamedFormulas;
  readonly #licenceKey: string;
  readonly #conditionalLooks = new ConditionalLooks();

  constructor(document: WorkbookDocument, licenceKey: string) {
    this.#document = document;
    this.#licenceKey = licenceKey;
    this.#engine = built(document, licenceKey);
    this.#sheets = sheetsByName(document);
    this.#names = namesByLowerCase(document);
    this.#namedFormulas = new NamedFormulas(document.namedFormulas ?? []);
    this.#conditionalLooks.refresh(document, this.#engine, null);
  }

  get document(): WorkbookDocument {
    return this.#document;
  }

  /** The engine of now: there may be another after `bring`. */
  get engine(): Engine {
    return this.#engine;
  }

  /** The cell as the document holds it, or null. Throws when the sheet does not exist. */
  cell(address: Address): Cell | null {
    return this.sheet(address.sheet).rows[address.row]?.[address.column] ?? null;
  }

  hasSheet(name: string): boolean {
    return this.#sheets.has(name);
  }

  /** Throws when the sheet does not exist. */
  sheet(name: string): Sheet {
    const sheet = this.#sheets.get(name);
    if (!sheet) throw new Error(`The workbook has no sheet "${name}"`);
    return sheet;
  }

  /** The defined name, whatever its case; undefined when there is none. */
  name(name: string): DefinedName | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** The looks that conditional formats give cells of a sheet. */
  conditionalLooks(sheet: string): ConditionalChange[] {
    return this.#conditionalLooks.of(sheet);
  }

  /** The values of all cells, as if each had changed. */
  allValues(): ValueChange[] {
    return this.#document.sheets.flatMap(({ name }) =>
      this.#engine
        .sheetValues(name)
        .flatMap((values, row) =>
          values.map((value, column): ValueChange => ({ sheet: name, row, column, value })),
        ),
    );
  }

  /** What is asked to explain what cells show. */
  get explained(): ExplainedWorkbook {
    const { names, namedFormulas = [], sheets } = this.#document;
    return {
      engine: this.#engine,
      contentOf: (address) => this.cell(address)?.content ?? null,
      nameOf: (name) => this.name(name),
      names: [...names, ...namedFormulas].map(({ name }) => name),
      sheets: sheets.map(({ name }) => name),
    };
  }

  /** Whether a text, as a formula on a sheet writes it, is a name. */
  isName(text: string, on: string): boolean {
    return this.name(splitName(text).name) !== undefined || this.#namedFormulas.find(text, on) !== undefined;
  }

  /** Makes a document the one that is calculated; `reshaping` tells where its cells are in the one there was. */
  bring(after: WorkbookDocument, reshaping: Reshaping | null): Changes {
    const before = this.#document;
    const styles = after.styles === before.styles ? null : after.styles;
    const validations = after.validations === before.validations ? null : (after.validations ?? []);
    if ((reshaping === null || keepsPlaces(reshaping)) && haveSameFrame(before, after)) {
      const differences = cellDifferences(before, after);
      const unseen = this.#takeUnseenRows(after);
      const written = [...differences.contents, ...differences.results];
      const edits = unseen ? [...written, ...totalsBeside(after, written)] : written;
      const values = edits.length > 0 ? this.#engine.setCells(edits) : [];
      this.hold(after);
      const { conditionalFormats } = after;
      const isOther = conditionalFormats !== before.conditionalFormats;
      const isOtherTotal = unseen && (conditionalFormats ?? []).some(readsRowsInSight);
      return {
        ...differences,
        values,
        styles,
        validations,
        conditionalFormats: isOther ? (conditionalFormats ?? []) : null,
        conditionalLooks: this.#conditionalLooks.refresh(
          after,
          this.#engine,
          isOther || isOtherTotal ? null : values,
        ),
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
    this.hold(after);
    this.#conditionalLooks.refresh(after, this.#engine, null);
    return {
      ...noChanges,
      styles,
      validations,
      reshaping: reshaping ?? sameShape(after),
      isRecalculated: true,
    };
  }

  /** Takes another document that calculates like the one there is. */
  hold(document: WorkbookDocument): void {
    if (document.names !== this.#document.names) this.#names = namesByLowerCase(document);
    if (document.namedFormulas !== this.#document.namedFormulas)
      this.#namedFormulas = new NamedFormulas(document.namedFormulas ?? []);
    this.#document = document;
    this.#sheets = sheetsByName(document);
  }

  /** Frees the engine. */
  close(): void {
    this.#engine.destroy();
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
}

function built(document: WorkbookDocument, licenceKey: string): Engine {
  const sheets = document.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map((cell) => cell?.content ?? null)),
    ...((sheet.hiddenRows ?? sheet.filter) && { unseen: unseenRowsOf(sheet) }),
  }));
  return Engine.build(sheets, document.names, licenceKey, document.namedFormulas);
}

function unseenRowsOf(sheet: Sheet): UnseenRows {
  return { filtered: sheet.filter?.hiddenRows ?? [], all: rowsOutOfSight(sheet) };
}

/** Functions that pass rows over that are out of sight. */
const countsRowsInSight = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

function readsRowsInSight({ rule }: ConditionalFormat): boolean {
  return operandsOf(rule).some((formula) => countsRowsInSight.test(formula));
}

/** The formulas whose results depend on which rows are in sight, besides those that are written anyway. */
function totalsBeside({ sheets }: WorkbookDocument, written: readonly CellEdit[]): CellEdit[] {
  const known = new Set(written.map(addressText));
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const content = cell?.content;
        if (!isFormula(content) || !countsRowsInSight.test(content)) return [];
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
