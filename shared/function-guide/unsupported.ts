/*
 * Functions that Excel has and that formulas here may not use, with what to do instead. Together
 * with the guide these are all functions of Excel.
 */

const groups: readonly (readonly [names: string, remedy: string])[] = [
  ['LAMBDA ISOMITTED', 'Write the calculation into cells of its own and refer to them.'],
  [
    'MAP REDUCE SCAN MAKEARRAY BYROW BYCOL',
    'Calculate each value in a cell of its own, and fill the formula along.',
  ],
  ['GROUPBY PIVOTBY', 'List the groups with UNIQUE, and add up each with SUMIFS.'],
  ['GETPIVOTDATA', 'There are no pivot tables here: read the figures they are made of, with SUMIFS.'],
  [
    'CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE',
    'Roundtrip reads no databases: put the figures into cells.',
  ],
  [
    'WEBSERVICE FILTERXML STOCKHISTORY RTD IMAGE COPILOT TRANSLATE DETECTLANGUAGE FIELDVALUE IMPORTCSV IMPORTTEXT',
    'Roundtrip works without a network and reads no other files: put the figures into cells.',
  ],
  ['CALL REGISTER.ID EUROCONVERT PY', 'Roundtrip runs no code of other programs: write the calculation out.'],
  ['REGEXTEST REGEXEXTRACT REGEXREPLACE', 'Use SEARCH, TEXTBEFORE, TEXTAFTER or SUBSTITUTE.'],
  ['TRIMRANGE', 'Refer to the cells in use only, or choose them with TAKE or FILTER.'],
  [
    'ASC DBCS JIS PHONETIC BAHTTEXT DATESTRING NUMBERSTRING THAIDAYOFWEEK THAIDIGIT THAIMONTHOFYEAR THAINUMSOUND THAINUMSTRING',
    'Write the text as it is to be shown.',
  ],
  ['ISTHAIDIGIT THAISTRINGLENGTH', 'Use UNICODE to tell characters apart, and LEN to count them.'],
  ['THAIYEAR', 'Use YEAR, and add 543.'],
  ['ROUNDBAHTDOWN ROUNDBAHTUP', 'Use FLOOR or CEILING, with the multiple to round to.'],
  ['ECMA.CEILING', 'Use CEILING, ISO.CEILING or CEILING.MATH.'],
  ['USDOLLAR', 'Use DOLLAR, or TEXT with a format of your own.'],
  ['INFO', 'Put what it would tell of the program into a cell.'],
  [
    'FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT',
    'Use FORECAST.LINEAR, TREND or GROWTH, or write the smoothing into cells.',
  ],
];

/** What to do instead of each function, by its name in capitals. */
export const unsupportedFunctions: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([names, remedy]) => names.split(/\s+/).map((name) => [name, remedy] as const)),
);
