import type { Address, Area } from '../workbook/address.ts';
import {
  isFormula,
  type Cell,
  type CellContent,
  type CellRole,
  type CellValue,
  type Sheet,
} from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { relativeForm } from './relative-form.ts';

/** A formula where it stands. */
export interface FormulaCell extends Address {
  readonly formula: string;
  /** The same for formulas that differ only by where they stand. */
  readonly form: string;
  /** The single cells that its text names. */
  readonly named: readonly Area[];
}

/** One sheet as an audit looks at it: contents, values and formulas by place. */
export class SurveyedSheet {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly formulas: readonly FormulaCell[];
  readonly #rows: Sheet['rows'];
  readonly #values: CellValue[][];
  readonly #formulas: ReadonlyMap<number, FormulaCell>;

  constructor({ name, rows }: Sheet, values: CellValue[][]) {
    this.name = name;
    this.#rows = rows;
    this.#values = values;
    this.rowCount = rows.length;
    this.columnCount = rows.reduce((most, { length }) => Math.max(most, length), 0);
    this.formulas = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const formula = cell?.content;
        if (!isFormula(formula)) return [];
        const { form, cells: named } = relativeForm(formula, name, row, column);
        return [{ sheet: name, row, column, formula, form, named }];
      }),
    );
    this.#formulas = new Map(
      this.formulas.map((formula) => [this.#key(formula.row, formula.column), formula]),
    );
  }

  cell(row: number, column: number): Cell | null {
    return this.#rows[row]?.[column] ?? null;
  }

  content(row: number, column: number): CellContent | null {
    return this.cell(row, column)?.content ?? null;
  }

  value(row: number, column: number): CellValue {
    return this.#values[row]?.[column] ?? null;
  }

  /** The values of a row up to the last that is used: results may spill beyond the contents. */
  valuesOf(row: number): readonly CellValue[] {
    return this.#values[row] ?? [];
  }

  get valueRows(): number {
    return this.#values.length;
  }

  formula(row: number, column: number): FormulaCell | undefined {
    return this.#formulas.get(this.#key(row, column));
  }

  #key(row: number, column: number): number {
    return row * this.columnCount + column;
  }
}

/** A workbook read once for all that an audit looks for. */
export class Survey {
  readonly workbook: Workbook;
  readonly sheets: readonly SurveyedSheet[];
  readonly sheetNames: readonly string[];
  readonly #byName: ReadonlyMap<string, SurveyedSheet>;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.sheets = workbook.document.sheets.map(
      (sheet) => new SurveyedSheet(sheet, workbook.sheetValues(sheet.name)),
    );
    this.sheetNames = this.sheets.map(({ name }) => name);
    this.#byName = new Map(this.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  /** The sheet of this name, whatever its case. */
  sheet(name: string): SurveyedSheet | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** What a cell is for; undefined where the document does not say. */
  role(cell: Cell | null): CellRole | undefined {
    return cell?.style === undefined ? undefined : this.workbook.document.styles[cell.style]?.role;
  }
}
