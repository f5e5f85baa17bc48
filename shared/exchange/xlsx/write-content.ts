import type { CellValue as FileValue, WriteSheet } from 'hucre/xlsx';
import { cellReference, type Range } from '../../workbook/address.ts';
import {
  isCellError,
  isFormula,
  maximumTextLength,
  plainText,
  type Cell,
  type CellValue,
  type ErrorCode,
} from '../../workbook/document.ts';
import { isBeyondExcel } from './excel-limits.ts';
import { toFileFormula } from './formula-text.ts';
import { isReadable } from './readable-formula.ts';
import { withSignFunctions } from './reference-signs.ts';
import { errorMark } from './xlsx-corrections.ts';
import { escapedText } from './xlsx-text.ts';

/** A cell as the file library takes it. */
export type FileCell = NonNullable<ReturnType<NonNullable<WriteSheet['cells']>['get']>>;

/**
 * What Excel has for errors that are ours or newer than the format. A formula that depends on itself
 * is `#REF!` until Excel recalculates and says so itself; a result that has no room to spill, and an
 * array without values, are `#VALUE!`, which is what Excel writes too.
 */
const fileErrors: Readonly<Partial<Record<ErrorCode, string>>> = {
  '#CYCLE!': '#REF!',
  '#SPILL!': '#VALUE!',
  '#CALC!': '#VALUE!',
};

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What a cell of a file holds: a formula with the value it has now, or a value. `spill` is where the formula's result stands. */
export function fileContent(
  cell: Cell | null,
  value: CellValue,
  { row, column }: Position,
  spill: Range | undefined,
  worksOnArrays: (formula: string) => boolean,
): FileCell {
  const content = cell?.content ?? null;
  const form = isFormula(content) ? writtenForm(content, value) : undefined;
  if (isFormula(content) && form === 'formula') {
    const result = cachedValue(value);
    // A formula that we cannot calculate stays as it came: what its functions take is not known here.
    const isArray =
      spill !== undefined ||
      isError(value, '#SPILL!') ||
      (!isError(value, '#NAME?') && worksOnArrays(content));
    const formula = escapedText(toFileFormula(withSignFunctions(content, isArray)));
    return {
      formula,
      ...(result !== null && { formulaResult: result }),
      ...(isArray && {
        formulaType: 'array' as const,
        formulaDynamic: true,
        formulaRef: spill
          ? `${cellReference(spill.top, spill.left)}:${cellReference(spill.bottom, spill.right)}`
          : cellReference(row, column),
      }),
    };
  }
  if (typeof content === 'string' && form !== 'value') return textCell(plainText(content));
  // A cell without content has a value when the result of a formula spills over it.
  const own = form === 'value' ? value : (content ?? value);
  if (isCellError(own)) return { value: fileErrors[own.error] ?? own.error };
  return typeof own === 'string' ? textCell(own) : { value: own };
}

/** Whether a value is this error. */
export function isError(value: CellValue, error: ErrorCode): boolean {
  return isCellError(value) && value.error === error;
}

/**
 * How a formula is written. Excel would take the file for damaged where a formula does not read, as
 * `=SUM(`, or is beyond its limits. No person can enter such a one, but a file may bring it.
 */
export function writtenForm(formula: string, value: CellValue): 'formula' | 'text' | 'value' {
  if (isError(value, '#NAME?') && !isReadable(formula)) return 'text';
  if (!isBeyondExcel(formula)) return 'formula';
  return isCellError(value) ? 'text' : 'value';
}

/** Text stays text: the library would write text such as `#N/A` as an error, unless it is a formatted run. */
function textCell(text: string): FileCell {
  const escaped = escapedText(text);
  return text.startsWith('#') ? { value: escaped, richText: [{ text: escaped }] } : { value: escaped };
}

function cachedValue(value: CellValue): FileValue {
  if (isCellError(value)) return errorMark + (fileErrors[value.error] ?? value.error);
  if (typeof value === 'string') return escapedText(value.slice(0, maximumTextLength));
  if (typeof value === 'number' && !Number.isFinite(value)) return `${errorMark}#NUM!`;
  return value;
}
