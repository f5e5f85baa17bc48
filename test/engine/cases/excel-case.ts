import type { CellContent, CellValue, ErrorCode } from '../../../shared/workbook/document.ts';

/** A formula, the value Excel gives, where that is known from, and why LibreOffice gives another one. */
export type ExcelCase = readonly [
  formula: string,
  expected: CellValue,
  source: string,
  libreOfficeDiffers?: string,
];

type Rows = readonly (readonly (CellContent | null)[])[];

/**
 * Calls of one function with every combination of these arguments, written as in a formula. Ours and
 * LibreOffice's results are compared; where Excel sides with us, `except` says why.
 */
export interface ArgumentGrid {
  /** Such as `ROUND(#,#)`: each `#` is one argument. */
  readonly call: string;
  readonly arguments: readonly (readonly string[])[];
  /** Formulas of which LibreOffice gives another value, and the reason why Excel gives ours. */
  readonly except?: readonly (readonly [formulas: RegExp, reason: string])[];
}

/** What is known of some functions that belong together. */
export interface CaseFamily {
  readonly cases: readonly ExcelCase[];
  readonly grids?: readonly ArgumentGrid[];
  /** Sheets that the formulas read besides `Data`; no two families have one of the same name. */
  readonly sheets?: Readonly<Record<string, Rows>>;
}

/** Cells the formulas read, on the sheet `Data`: numbers, texts, booleans, numbers as text and empty cells. */
export const data: Rows = [
  [1, 'a', 10, true, -1.5, null, '2', 'x'],
  [2, 'b', 20, false, 2.5, null, 'abc', 'y'],
  [3, 'c', 30, true, -3.5, 5, '', 'x'],
  [4, 'a', 40, 'text', 0, null, '3', 'z'],
  [5, 'B', 50, null, 7, 9, '12%', 'xx'],
];

export const error = (code: ErrorCode): CellValue => ({ error: code });

/** Not documented: the value LibreOffice gives, which the documented ones bear out. */
export const recalculated = 'LibreOffice 7.4 recalculation';
/** A page of Microsoft's documentation of Excel, by its title. */
export const excel = (page: string) => `Excel documentation, ${page}`;
export const booleansAreNumbers = 'booleans in cells count as numbers there';

/** Functions that LibreOffice 7.4 does not know when it reads them in a file. */
const unknownToLibreOffice =
  /\b(?:ARRAYTOTEXT|BINOM\.DIST\.RANGE|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|HSTACK|IMCOSH|IMCOT|IMCSCH?|IMSECH?|IMSINH|IMTAN|LET|PERCENTOF|RANDARRAY|SEQUENCE|SORT|SORTBY|TAKE|TEXTAFTER|TEXTBEFORE|TEXTSPLIT|TOCOL|TOROW|UNIQUE|VALUETOTEXT|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP|XMATCH)\(/;

/** Whether LibreOffice can calculate a formula: it knows all its functions. */
export function isKnownToLibreOffice(formula: string): boolean {
  return !unknownToLibreOffice.test(formula);
}
