import type { Address } from '../address.ts';
import type { CalculatedDocument } from '../calculated-document.ts';
import type { CellValue } from '../document.ts';
import { AllowedValues } from './allowed-values.ts';
import type { Validation } from './validation.ts';

/** What is read of a workbook to tell whether its cells may hold what they do. */
export interface ValidatedWorkbook {
  readonly validations: readonly Validation[];
  readonly allowed: AllowedValues;
  readonly valueAt: (address: Address) => CellValue;
  readonly formatAt: (address: Address) => string | undefined;
  /** How many rows and columns of a sheet are used. */
  readonly extentOf: (sheet: string) => { readonly rows: number; readonly columns: number };
}

/** A workbook as it stands now, to be asked anew after each change. */
export function validatedWorkbook(calculated: CalculatedDocument): ValidatedWorkbook {
  const { engine, document } = calculated;
  return {
    validations: document.validations ?? [],
    allowed: new AllowedValues(
      (formula, at) => engine.partValue(formula, at),
      (formula, at) => engine.spelledOut(formula, at),
    ),
    valueAt: (address) => engine.value(address),
    formatAt: (address) => document.styles[calculated.cell(address)?.style ?? '']?.format,
    extentOf: (sheet) => {
      const { rows } = calculated.sheet(sheet);
      return { rows: rows.length, columns: rows.reduce((most, row) => Math.max(most, row.length), 0) };
    },
  };
}
