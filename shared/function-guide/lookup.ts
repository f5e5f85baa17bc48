import type { FunctionEntries } from './function-entry.ts';

export const lookupFunctions: FunctionEntries = {
  ADDRESS: [
    'row_num, column_num, [abs_num], [a1], [sheet_text]',
    'Gives the reference of a cell as text from its row and column.',
    '=ADDRESS(2,3,1,TRUE,"My sheet")',
  ],
  AREAS: ['reference', 'Gives how many areas of cells a reference has.', '=AREAS((A1:C3,E1:F2))'],
  CHOOSE: [
    'index_num, value1, [value2]…',
    'Gives the value that stands at a position in a list of values.',
    '=CHOOSE(2,"low","middle","high")',
  ],
  CHOOSECOLS: [
    'array, col_num1, [col_num2]…',
    'Gives the columns of an array that are named by their numbers; negative numbers count from the end.',
    '=CHOOSECOLS({1,2,3;4,5,6},3,1)',
  ],
  CHOOSEROWS: [
    'array, row_num1, [row_num2]…',
    'Gives the rows of an array that are named by their numbers; negative numbers count from the end.',
    '=CHOOSEROWS({1,2;3,4;5,6},-1,1)',
  ],
  COLUMN: [
    '[reference]',
    'Gives the column number of a reference, or of the cell that holds the formula.',
    '=COLUMN(C5)',
  ],
  COLUMNS: ['array', 'Gives how many columns a reference or an array has.', '=COLUMNS({1,2,3;4,5,6})'],
  DROP: [
    'array, rows, [columns]',
    'Gives an array without its first rows or columns, or without its last where the number is negative.',
    '=DROP({1,2;3,4;5,6},1)',
  ],
  EXPAND: [
    'array, rows, [columns], [pad_with]',
    'Fills an array up to a number of rows and columns.',
    '=EXPAND({1,2;3,4},3,3,0)',
  ],
  FILTER: [
    'array, include, [if_empty]',
    'Gives the rows or columns of an array for which a condition is true.',
    '=FILTER({"a",1;"b",2;"a",3},{TRUE;FALSE;TRUE})',
  ],
  FORMULATEXT: [
    'reference',
    'Gives the formula in a cell as text.',
    '=IFNA(FORMULATEXT(A1),"no formula")',
    'The formula stands as it was typed, and a cell cannot ask for its own.',
  ],
  HLOOKUP: [
    'lookup_value, table_array, row_index_num, [range_lookup]',
    'Finds a value in the first row and gives one below it; exactly only where range_lookup is FALSE.',
    '=HLOOKUP("b",{"a","b","c";1,2,3},2,FALSE)',
  ],
  HSTACK: ['array1, [array2]…', 'Puts arrays side by side.', '=HSTACK({1;2},{"a";"b"})'],
  HYPERLINK: [
    'link_location, [friendly_name]',
    'Shows a text in place of an address.',
    '=HYPERLINK("https://example.org","Source")',
    'The cell shows the text; nothing is opened.',
  ],
  INDEX: [
    'array, row_num, [column_num], [area_num]',
    'Gives the value at a row and column of a table, or a whole row or column of it where the other number is 0.',
    '=INDEX({1,2;3,4},2,1)',
  ],
  INDIRECT: [
    'ref_text, [a1]',
    'Gives the cells that a text refers to, by their address or by a name.',
    '=INDIRECT("C"&1+1)',
    'Arrays of ref_text are refused; Excel takes them in SUMIF and its like.',
  ],
  LOOKUP: [
    'lookup_value, lookup_vector, [result_vector]',
    'Finds a value, or the largest one below it, in an ordered row or column and gives its counterpart.',
    '=LOOKUP(4.2,{4.14,4.19,5.17},{"red","orange","yellow"})',
  ],
  MATCH: [
    'lookup_value, lookup_array, [match_type]',
    'Gives the position of a value in a row or column; exactly only where match_type is 0.',
    '=MATCH("b",{"a","b","c"},0)',
  ],
  OFFSET: [
    'reference, rows, cols, [height], [width]',
    'Gives the cells that lie so many rows and columns away from a reference.',
    '=SUM(OFFSET(C1,1,0,5,1))',
    'Arrays of rows, cols, height or width are refused; Excel takes them in SUBTOTAL and SUMIF.',
  ],
  ROW: [
    '[reference]',
    'Gives the row number of a reference, or of the cell that holds the formula.',
    '=ROW(C5)',
  ],
  ROWS: ['array', 'Gives how many rows a reference or an array has.', '=ROWS({1,2,3;4,5,6})'],
  SORT: [
    'array, [sort_index], [sort_order], [by_col]',
    'Gives the rows or columns of an array in the order of one or more of them.',
    '=SORT({3,"c";1,"a";2,"b"},1,-1)',
  ],
  SORTBY: [
    'array, by_array1, [sort_order1], [by_array2], [sort_order2]…',
    'Gives the rows or columns of an array in the order of other arrays.',
    '=SORTBY({"a";"b";"c"},{3;1;2})',
  ],
  TAKE: [
    'array, rows, [columns]',
    'Gives the first rows or columns of an array, or the last where the number is negative.',
    '=TAKE({1,2;3,4;5,6},-2)',
  ],
  TOCOL: [
    'array, [ignore], [scan_by_column]',
    'Puts all values of an array into one column.',
    '=TOCOL({1,2;3,4})',
  ],
  TOROW: [
    'array, [ignore], [scan_by_column]',
    'Puts all values of an array into one row.',
    '=TOROW({1,2;3,4},0,TRUE)',
  ],
  TRANSPOSE: ['array', 'Exchanges the rows and columns of an array.', '=TRANSPOSE({1,2,3;4,5,6})'],
  UNIQUE: [
    'array, [by_col], [exactly_once]',
    'Gives the different rows or columns of an array, each once.',
    '=UNIQUE({"a";"b";"A";"c"})',
  ],
  VLOOKUP: [
    'lookup_value, table_array, col_index_num, [range_lookup]',
    'Finds a value in the first column and gives one beside it; exactly only where range_lookup is FALSE.',
    '=VLOOKUP("b",{"a",1;"b",2;"c",3},2,FALSE)',
  ],
  VSTACK: ['array1, [array2]…', 'Puts arrays one below the other.', '=VSTACK({1,2},{3,4})'],
  WRAPCOLS: [
    'vector, wrap_count, [pad_with]',
    'Breaks a row or column into columns of a given length.',
    '=WRAPCOLS({1,2,3,4,5},2,0)',
  ],
  WRAPROWS: [
    'vector, wrap_count, [pad_with]',
    'Breaks a row or column into rows of a given length.',
    '=WRAPROWS({1,2,3,4,5},2,0)',
  ],
  XLOOKUP: [
    'lookup_value, lookup_array, return_array, [if_not_found], [match_mode], [search_mode]',
    'Finds a value in a row or column and gives what stands at the same position in another.',
    '=XLOOKUP(2.5,{1;2;3},{"a";"b";"c"},"none",-1)',
  ],
  XMATCH: [
    'lookup_value, lookup_array, [match_mode], [search_mode]',
    'Gives the position of a value in a row or column, searched from either end or by halving.',
    '=XMATCH(3,{1,3,2,3},0,-1)',
  ],
};
