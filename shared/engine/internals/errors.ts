/*
 * Errors, also those that only Excel has.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { HyperFormula, type CellError, type ErrorType, type SimpleCellAddress } from 'hyperformula';

/** Excel's error of an array without values, `#CALC!`, which HyperFormula does not have. */
export const emptyArrayError = 'CALC' as ErrorType;

/** Excel's error of ranges without a common cell, `#NULL!`, which HyperFormula does not have. */
export const nullError = 'NULL' as ErrorType;

/** Of a formula that uses what we do not support: the cell shows `#NAME?`. */
export const unsupportedError = 'UNSUPPORTED' as ErrorType;

/** Of a reference that Excel would make several of, one for each value of an argument: the cell shows `#VALUE!`. */
export const severalReferencesError = 'SEVERAL_REFERENCES' as ErrorType;

/** Gives the engine's one language names of errors that HyperFormula does not have. */
export function nameErrors(names: Readonly<Record<string, string>>): void {
  const { errors } = HyperFormula.getLanguage('enGB') as unknown as { errors: Record<string, string> };
  Object.assign(errors, names);
}

/** The cell whose formula made an error; undefined when no cell did. */
export function originOf(formulas: HyperFormula, error: CellError): SimpleCellAddress | undefined {
  return error.root?.getAddress(formulas.lazilyTransformingAstService);
}
