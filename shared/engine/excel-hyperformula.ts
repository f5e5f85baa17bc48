import { HyperFormula, type ConfigParams } from 'hyperformula';
import type { CellContent } from '../workbook/document.ts';
import type { EngineContext } from './engine-context.ts';
import { beyondExcel, engineVersion } from './functions/beyond-excel.ts';
import { useExcelArguments } from './functions/excel-function.ts';
import { excelFunctionPlugins } from './functions/index.ts';
import { useExcelLastOperation } from './functions/last-operation.ts';
import { useResultRooms } from './functions/result-rooms.ts';
import { useUnknownResults } from './functions/unknown-results.ts';
import { orderCalculation } from './internals/calculation-order.ts';
import { nameErrors, severalReferencesError, unsupportedError } from './internals/errors.ts';
import { noteNothingToUndo } from './internals/undo.ts';
import { isInternal } from './syntax/internal-names.ts';
import { chainFunction } from './syntax/operator-chains.ts';

/**
 * Settings under which the engine calculates as Excel does: no rounding of its own, arrays in
 * SUMPRODUCT, Excel's 1900 date system, and dates only from numbers (text that looks like a date
 * is read by the workbook's own entry rules, not by the engine).
 */
const excelSettings: Partial<ConfigParams> = {
  smartRounding: false,
  useArrayArithmetic: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  leapYear1900: true,
  evaluateNullToZero: true,
  ignoreWhiteSpace: 'any',
  useWildcards: true,
  matchWholeCell: true,
  accentSensitive: true,
  maxRows: 1_048_576,
  maxColumns: 16_384,
  localeLang: 'en-US',
  undoLimit: 0,
};

/** Under this key HyperFormula is used as GPL-3.0 software; a bought key replaces it. */
const freeLicenceKey = 'gpl-v3';

let isAdjusted = false;

/** Gives HyperFormula, all engines of which share their functions, those of Excel and Excel's ways with them. */
function adjustOnce(): void {
  if (isAdjusted) return;
  isAdjusted = true;
  useExcelArguments();
  useExcelLastOperation();
  nameErrors({
    CALC: '#CALC!',
    NULL: '#NULL!',
    // Nobody writes these.
    [unsupportedError]: 'unsupported',
    [severalReferencesError]: 'several references',
  });
  useResultRooms();
  useUnknownResults();
  for (const plugin of excelFunctionPlugins) {
    HyperFormula.registerFunctionPlugin(plugin, plugin.translations);
  }
  for (const name of beyondExcel) HyperFormula.unregisterFunction(name);
}

/**
 * HyperFormula with these raw contents by sheet, calculated as Excel does. `licenceKey` empty means
 * the GPL-3.0 licence.
 */
export function excelHyperFormula(
  contents: Record<string, (CellContent | null)[][]>,
  context: EngineContext,
  licenceKey: string,
): HyperFormula {
  adjustOnce();
  const formulas = HyperFormula.buildFromSheets(contents, {
    ...excelSettings,
    context,
    licenseKey: licenceKey || freeLicenceKey,
  });
  noteNothingToUndo(formulas);
  orderCalculation(formulas);
  return formulas;
}

/** Names of all functions that formulas may call, in capitals. */
export function functionNames(): string[] {
  adjustOnce();
  return HyperFormula.getRegisteredFunctionNames('enGB').filter(
    (name) => name !== chainFunction && name !== engineVersion && !isInternal(name),
  );
}
