import type { FunctionEntries } from './function-entry.ts';

export const textFunctions: FunctionEntries = {
  ARRAYTOTEXT: [
    'array, [format]',
    'Lists the values of cells or an array in one text: 0 as shown, 1 as a formula would have them.',
    '=ARRAYTOTEXT({1,"a";TRUE,2.5},1)',
  ],
  CHAR: [
    'number',
    'Gives the character of a number from 1 to 255 in the character set of Windows.',
    '=CHAR(128)',
  ],
  CLEAN: [
    'text',
    'Removes the characters that do not print, those with the numbers 0 to 31.',
    '=CLEAN("Monthly"&CHAR(10)&" report")',
  ],
  CODE: [
    'text',
    'Gives the number of the first character of a text in the character set of Windows.',
    '=CODE("€")',
    'A character outside that set gives 63; Excel may give the number of one that looks like it.',
  ],
  CONCAT: [
    'text1, [text2]…',
    'Joins texts into one; of cells and arrays every value, row by row.',
    '=CONCAT("Q",{1,2;3,4})',
  ],
  CONCATENATE: ['text1, [text2]…', 'Joins single texts into one.', '=CONCATENATE("Net ","debt")'],
  DOLLAR: [
    'number, [decimals]',
    'Writes a number with a dollar sign and thousands separators, in brackets below zero.',
    '=DOLLAR(-1234.567,1)',
  ],
  ENCODEURL: ['text', 'Writes a text so that it may stand in a web address.', '=ENCODEURL("Profit & Loss")'],
  EXACT: [
    'text1, text2',
    'Tells whether two texts are the same in every character, capitals and small letters too.',
    '=EXACT("Cash","cash")',
  ],
  FIND: [
    'find_text, within_text, [start_num]',
    'Gives the place of a text within another one; capitals and small letters differ.',
    '=FIND("M","Miriam McGovern",3)',
  ],
  FINDB: [
    'find_text, within_text, [start_num]',
    'Gives the place of a text within another one in bytes, of which every character has one.',
    '=FINDB("m","Miriam McGovern")',
  ],
  FIXED: [
    'number, [decimals], [no_commas]',
    'Rounds a number to decimals and writes it as text, with thousands separators or without.',
    '=FIXED(1234.567,1)',
  ],
  LEFT: ['text, [num_chars]', 'Gives the first characters of a text.', '=LEFT("Sale price",4)'],
  LEFTB: [
    'text, [num_bytes]',
    'Gives the first bytes of a text, of which every character has one.',
    '=LEFTB("Sale price",4)',
  ],
  LEN: ['text', 'Counts the characters of a text.', '=LEN("Phoenix, AZ")'],
  LENB: ['text', 'Counts the bytes of a text, of which every character has one.', '=LENB("Phoenix, AZ")'],
  LOWER: ['text', 'Writes a text in small letters.', '=LOWER("EBITDA Margin")'],
  MID: [
    'text, start_num, num_chars',
    'Gives characters from the middle of a text.',
    '=MID("Fluid Flow",7,20)',
  ],
  MIDB: [
    'text, start_num, num_bytes',
    'Gives bytes from the middle of a text, of which every character has one.',
    '=MIDB("Fluid Flow",1,5)',
  ],
  NUMBERVALUE: [
    'text, [decimal_separator], [group_separator]',
    'Reads a number from a text that is written with these separators.',
    '=NUMBERVALUE("2.500,27",",",".")',
  ],
  PROPER: [
    'text',
    'Writes every run of letters in a text with a capital first and small letters after it.',
    '=PROPER("total operating COSTS")',
  ],
  REPLACE: [
    'old_text, start_num, num_chars, new_text',
    'Puts a text in place of the characters from one place on.',
    '=REPLACE("2009",3,2,"26")',
  ],
  REPLACEB: [
    'old_text, start_num, num_bytes, new_text',
    'Puts a text in place of the bytes from one place on, of which every character has one.',
    '=REPLACEB("2009",3,2,"26")',
  ],
  REPT: ['text, number_times', 'Repeats a text.', '=REPT("*-",3)'],
  RIGHT: ['text, [num_chars]', 'Gives the last characters of a text.', '=RIGHT("Sale price",5)'],
  RIGHTB: [
    'text, [num_bytes]',
    'Gives the last bytes of a text, of which every character has one.',
    '=RIGHTB("Sale price",5)',
  ],
  SEARCH: [
    'find_text, within_text, [start_num]',
    'Gives the place of a text within another one, whatever its letters; * and ? stand for any characters.',
    '=SEARCH("mar*n","Profit Margin")',
  ],
  SEARCHB: [
    'find_text, within_text, [start_num]',
    'Gives the place of a text within another one in bytes, as SEARCH does in characters.',
    '=SEARCHB("margin","Profit Margin")',
  ],
  SUBSTITUTE: [
    'text, old_text, new_text, [instance_num]',
    'Puts a text in place of another one wherever it occurs, or at one occurrence only.',
    '=SUBSTITUTE("Q1 2025","2025","2026")',
  ],
  T: [
    'value',
    'Gives a text or an error as it is, and the empty text for anything else.',
    '=T("Rainfall")&T(19)',
  ],
  TEXT: [
    'value, format_text',
    'Writes a number, date or time as a cell with this number format shows it.',
    '=TEXT(1234.567,"#,##0.0")',
  ],
  TEXTAFTER: [
    'text, delimiter, [instance_num], [match_mode], [match_end], [if_not_found]',
    'Gives what stands after a delimiter; a negative number counts delimiters from the end.',
    '=TEXTAFTER("Costs - Staff - London"," - ",-1)',
  ],
  TEXTBEFORE: [
    'text, delimiter, [instance_num], [match_mode], [match_end], [if_not_found]',
    'Gives what stands before a delimiter; a negative number counts delimiters from the end.',
    '=TEXTBEFORE("Costs - Staff - London"," - ")',
  ],
  TEXTJOIN: [
    'delimiter, ignore_empty, text1, [text2]…',
    'Joins texts with a delimiter between them, leaving out empty ones when asked.',
    '=TEXTJOIN(", ",TRUE,{"a","","b"})',
  ],
  TEXTSPLIT: [
    'text, col_delimiter, [row_delimiter], [ignore_empty], [match_mode], [pad_with]',
    'Splits a text at delimiters into cells beside and below each other.',
    '=TEXTSPLIT("Q1,Q2;Q3,Q4",",",";")',
  ],
  TRIM: [
    'text',
    'Removes spaces at both ends of a text, and all but one between words.',
    '=TRIM("  Net   debt ")',
  ],
  UNICHAR: ['number', 'Gives the character of a number in Unicode.', '=UNICHAR(8364)'],
  UNICODE: ['text', 'Gives the number of the first character of a text in Unicode.', '=UNICODE("€")'],
  UPPER: ['text', 'Writes a text in capitals.', '=UPPER("ebitda")'],
  VALUE: [
    'text',
    'Reads a number, date or time from a text as Excel in American English would.',
    '=VALUE("$1,234.50")',
  ],
  VALUETOTEXT: [
    'value, [format]',
    'Writes a value as text: 0 as shown, 1 as a formula would have it.',
    '=VALUETOTEXT("Cash",1)',
  ],
};
