import { callsIn, countFault } from '../../workbook/formula-fault.ts';
import { maximumFormulaLength, maximumFormulaLevels } from '../../workbook/formula-limits.ts';

/** What the limits are, for messages. */
export const excelLimits = `${maximumFormulaLength} characters, ${maximumFormulaLevels} functions inside each other, and the arguments that a function has`;

/**
 * True when Excel would take a file with this formula for damaged: it is too long, nests too deeply,
 * or gives a function too few or too many arguments.
 */
export function isBeyondExcel(formula: string): boolean {
  if (formula.length > maximumFormulaLength) return true;
  for (const { call, level } of callsIn(formula))
    if (level > maximumFormulaLevels || countFault(call) !== null) return true;
  return false;
}
