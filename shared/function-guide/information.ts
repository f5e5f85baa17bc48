import type { FunctionEntries } from './function-entry.ts';

export const informationFunctions: FunctionEntries = {
  CELL: [
    'info_type, reference',
    'What is known of a cell: "address", "col", "contents", "row" or "type".',
    '=CELL("col",C5)',
    'Tells nothing of formats and files, and the address only of a cell on the same sheet; reference must be given.',
  ],
  'ERROR.TYPE': ['error_val', 'The number of an error: 2 for #DIV/0!, 7 for #N/A.', '=ERROR.TYPE(1/0)'],
  ISBLANK: ['value', 'TRUE for an empty cell.', '=ISBLANK(D1)'],
  ISERR: ['value', 'TRUE for any error but #N/A.', '=ISERR(1/0)'],
  ISERROR: ['value', 'TRUE for any error.', '=ISERROR(NA())'],
  ISEVEN: ['number', 'TRUE for an even number; decimals do not count.', '=ISEVEN(4)'],
  ISFORMULA: ['reference', 'TRUE for a cell that holds a formula.', '=ISFORMULA(A1)'],
  ISLOGICAL: ['value', 'TRUE for TRUE and FALSE.', '=ISLOGICAL(2>1)'],
  ISNA: ['value', 'TRUE for the error #N/A.', '=ISNA(NA())'],
  ISNONTEXT: ['value', 'TRUE for anything but text, an empty cell included.', '=ISNONTEXT(5)'],
  ISNUMBER: ['value', 'TRUE for a number; text that looks like one is none.', '=ISNUMBER("5")'],
  ISODD: ['number', 'TRUE for an odd number; decimals do not count.', '=ISODD(7)'],
  ISREF: ['value', 'TRUE for a reference to cells.', '=ISREF(A1)'],
  ISTEXT: ['value', 'TRUE for text, the empty text included.', '=ISTEXT("a")'],
  N: ['value', 'A number or an error as it is, TRUE as 1, everything else as 0.', '=N(TRUE)'],
  NA: ['', 'The error #N/A: no value is available.', '=NA()'],
  SHEET: ['[value]', 'The number of a sheet in the workbook, of its own without an argument.', '=SHEET()'],
  SHEETS: ['[reference]', 'How many sheets a reference covers, or the workbook has.', '=SHEETS()'],
  TYPE: ['value', 'The kind of a value: 1 number, 2 text, 4 logical, 16 error, 64 array.', '=TYPE("text")'],
};
