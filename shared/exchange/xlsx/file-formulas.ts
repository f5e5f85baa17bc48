import { addressText, parseReference, type Range } from '../../workbook/address.ts';
import { NamedFormulas } from '../../workbook/named-formulas.ts';
import { relocateFormula } from '../../workbook/relocate.ts';
import type { FileNames } from './file-names.ts';
import type { FileTables } from './file-tables.ts';
import type { FileCell, FileSheet } from './file-workbook.ts';
import { withFixedSize } from './fixed-arrays.ts';
import type { FormulaReport } from './formula-report.ts';
import { fromFileFormula, withPlainLocalNames } from './formula-text.ts';
import { intersected } from './implicit-intersection.ts';
import { withSigns } from './reference-signs.ts';
import { unescapedText } from './xlsx-text.ts';

interface Position {
  readonly row: number;
  readonly column: number;
}

/** The formulas of a file as they read here, with what its tables and names stand for in their place. */
export class FileFormulas {
  readonly #tables: FileTables;
  readonly #names: FileNames;
  readonly #report: FormulaReport;
  readonly #spelling: NamedFormulas;

  constructor(tables: FileTables, names: FileNames, report: FormulaReport) {
    this.#tables = tables;
    this.#names = names;
    this.#report = report;
    this.#spelling = new NamedFormulas(names.keptFormulas());
  }

  /** A formula of a rule, which the file holds without its equals sign, for a cell of a sheet. */
  ofRule(text: string, sheet: string, at: Position): string {
    return withPlainLocalNames(this.#names.inPlace(this.#withoutTables(text, sheet, at), sheet, at));
  }

  /**
   * Formulas by cell, `row,column`, so that the engine calculates what Excel does. A formula that a file
   * holds once for many cells is moved to each of them. The report hears of each.
   */
  ofCells(sheet: FileSheet): Map<string, string> {
    const nameOf = (name: string) => this.#names.cellsOf(name, sheet.name);
    const formulas = new Map<string, string>();
    const shared = new Map<number, { formula: string; row: number; column: number }>();
    for (const [key, cell] of sheet.cells ?? []) {
      if (cell.formula === undefined) continue;
      const [row = 0, column = 0] = key.split(',').map(Number);
      const at = addressText({ sheet: sheet.name, row, column });
      const index = cell.formulaType === 'shared' ? cell.formulaSharedIndex : undefined;
      const first = index === undefined ? undefined : shared.get(index);
      let formula: string;
      let isDoubtful = false;
      if (cell.formula !== '') {
        formula = this.#withoutTables(cell.formula, sheet.name, { row, column });
        if (index !== undefined) shared.set(index, { formula, row, column });
      } else if (first) formula = relocateFormula(first.formula, first, { row, column });
      else {
        this.#report.addMissing(at);
        continue;
      }
      if (cell.formulaType !== 'array') {
        const plain = intersected(formula, { row, column }, nameOf);
        formula = plain.formula;
        isDoubtful = plain.isDoubtful;
      }
      // What a name stands for is an array where it is one, marked or not.
      formula = this.#names.inPlace(formula, sheet.name, { row, column });
      const fixed = cell.formulaType === 'array' && !cell.formulaDynamic && fixedRange(cell, { row, column });
      const rangeOf = (name: string) => nameOf(name)?.range;
      const spelledOut = (text: string) =>
        this.#spelling.spelledOut(text, { sheet: sheet.name, row, column });
      if (fixed) {
        const whole = spelledOut(formula);
        if (withFixedSize(whole, fixed, rangeOf) !== whole) formula = withFixedSize(formula, fixed, rangeOf);
      }
      formula = withSigns(withPlainLocalNames(formula));
      this.#report.add(spelledOut(formula), at, isDoubtful);
      formulas.set(key, formula);
    }
    return formulas;
  }

  #withoutTables(text: string, sheet: string, at: Position): string {
    // The library reads the escapes of texts but not those of formulas.
    return this.#tables.inPlace(fromFileFormula(unescapedText(text)), sheet, at);
  }
}

/** The cells over which an array formula was entered. */
function fixedRange({ formulaRef }: FileCell, at: Position): Range {
  const range = formulaRef === undefined ? undefined : parseReference(formulaRef)?.range;
  return range ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
}
