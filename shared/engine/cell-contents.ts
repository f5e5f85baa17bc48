import {
  CellError,
  DetailedCellError,
  SimpleRangeValue,
  type HyperFormula,
  type SimpleCellAddress,
} from 'hyperformula';
import type { Address } from '../workbook/address.ts';
import type { CellContent, CellValue } from '../workbook/document.ts';
import type { EngineContext } from './engine-context.ts';
import { errorCode } from './error-codes.ts';
import { functionNames } from './excel-hyperformula.ts';
import { plainValue, wrongValue } from './functions/excel-values.ts';
import { cellsOf } from './functions/ranges.ts';
import type { EngineValue } from './internals/interpreter.ts';
import { engineFormula } from './syntax/formula-dialect.ts';
import { internal } from './syntax/internal-names.ts';
import { usesUnknown } from './unknown-functions.ts';

/** What stands for a formula that uses what is not supported. */
const unsupported = `=${internal.unsupported}()`;

let known: ReadonlySet<string> | undefined;

function knownFunctions(): ReadonlySet<string> {
  return (known ??= new Set(functionNames()));
}

/**
 * The engine's raw content of ours: text is marked so that the engine never reads it as a number or
 * date, and a formula with anything unknown is an error as a whole. `at` is the cell that holds it.
 */
export function rawContent(
  content: CellContent | null,
  at: Address,
  context: EngineContext,
): CellContent | null {
  if (typeof content !== 'string') return content;
  if (content.startsWith('=') && content.length > 1) {
    const formula = context.spelledOut(content, at);
    return usesUnknown(formula, knownFunctions(), context.isName) ? unsupported : engineFormula(formula);
  }
  return content.startsWith("'") ? content : `'${content}`;
}

/** The cell at a position of the engine's. */
export function cellAt(formulas: HyperFormula, { sheet, row, col }: SimpleCellAddress): Address {
  return { sheet: formulas.getSheetName(sheet) ?? '', row, column: col };
}

/** Our value of the engine's. */
export function cellValue(raw: unknown): CellValue {
  if (raw === null || raw === undefined) return null;
  if (raw instanceof DetailedCellError) return { error: errorCode(raw) };
  if (typeof raw === 'number' || typeof raw === 'string' || typeof raw === 'boolean') return raw;
  throw new Error(`The engine gave a value of unknown kind: ${typeof raw}`);
}

/** Our value of what a cell holds inside the engine, which is one value. */
export function shownValue(value: EngineValue): CellValue {
  const plain = value instanceof SimpleRangeValue ? wrongValue() : plainValue(value);
  return plain instanceof CellError ? { error: errorCode(plain) } : plain;
}

/** Our value of what a formula gives inside the engine, the first one where it gives several. */
export function firstValue(value: EngineValue): CellValue {
  const first = value instanceof SimpleRangeValue ? cellsOf(value).at(0, 0) : plainValue(value);
  return first instanceof CellError ? { error: errorCode(first) } : first;
}
