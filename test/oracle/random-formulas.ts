import type { CellContent } from '../../shared/workbook/document.ts';

/*
 * Formulas as modellers write them, made up at random over three sheets: `List`, whose columns each hold
 * another kind of content, `Plan`, a table of years, and the sheet of the formulas.
 */

type Rows = readonly (readonly (CellContent | null)[])[];

/**
 * A whole numbers, B decimals and ties, C texts, D mixed contents, E dates, F errors among numbers,
 * G texts that read as numbers, H ascending numbers, I ascending texts, J descending numbers, K truth
 * values, L mostly empty.
 */
const list: Rows = [
  [1, 0.5, 'North', 10, 45292, 3, '12', 1, 'apple', 90, true, null],
  [-2, 1.5, 'south', '7', 45323, '=1/0', '3.5', 2, 'Banana', 80, false, 4],
  [0, 2.5, 'East', 17, 45350, 5, '12%', 2, 'cherry', 70, true, null],
  [5, -2.5, 'West', null, 45351, '=NA()', '1,234', 5, 'cherry', 70, true, null],
  [12, 1.005, 'North', 'n/a', 45382, 2, 'abc', 8, 'date', 55, false, 0],
  [7, -0.125, 'north', 0, 45657, '#x', '$3', 13, 'elder', 40, false, 'x'],
  [100, 2.675, 'N*', '=""', 45658, 8, '=""', 21, 'fig', 33, true, null],
  [-15, 1e-7, 'a?c', -3.5, 36526, '=VALUE("q")', ' 4 ', 34, 'grape', 20, false, 2],
  [3, 123456.789, 'abc', '12', 45716, 1, '1e3', 55, 'kiwi', 11, true, null],
  [3, 0.1, 'South East', 'zz', 44196, -1, '(5)', 89, 'lemon', 5, false, -6],
  [8, 33.333, '=""', 250, 45535, 4, '2024-03-31', 144, 'mango', 0, true, null],
  [20, 7, 'West ', 1.25, 45596, 6, 'n/a', 233, 'pear', -5, false, 9],
];

const plan: Rows = [
  ['Item', 2021, 2022, 2023, 2024, 2025],
  ['Revenue', 1000, 1100.5, 1250.25, 1390, 1500],
  ['Cost', -600, -640.4, -700, -733.3, -810],
  ['Margin', '=B2+B3', '=C2+C3', '=D2+D3', '=E2+E3', '=F2+F3'],
  ['Capex', -200, -150, 0, -90, null],
  ['Tax', 0.21, 0.21, 0.25, 0.25, 0.25],
  ['Flow', -1000, 300, 420, 680, 150],
];

export const sheets: Readonly<Record<string, Rows>> = { List: list, Plan: plan };

/** Defined names and the cells they stand for. */
export const names: Readonly<Record<string, string>> = {
  amounts: 'List!A1:A12',
  growth: 'Plan!C6',
  nothing: 'List!L1',
  regions: 'List!C1:C12',
  sales: 'Plan!B2:F2',
  table: 'Plan!A1:F7',
  total: 'Plan!F2',
  years: 'Plan!B1:F1',
};

/**
 * What may stand where a formula needs something of a kind, parted by spaces: what cannot be taken apart,
 * then templates whose holes name a kind. A space inside is written `_`.
 */
const grammar = {
  number: [
    '0 1 -1 2.5 -0.5 3 10 0.1 1/3 1E-3 1000000 12.345 -7 50% growth total nothing List!A1 List!A2 List!A3 List!A5 List!A8 List!B2 List!B3 List!B4 List!B5 List!B7 List!B9 List!B11 List!D1 List!L1 List!H6 List!E3 List!F1 List!F3 Plan!C2 Plan!D4',
    // Operators.
    '{number}{operator}{number} {number}{operator}{number} {number}*({number}-{number}) -{number} {number}^{count} {number}% ({number}-{number})/{number} {value}{operator}{number} {text}*1 --{text} {truth}*{number} {truth}+{truth} {number}^{number} -{number}^2',
    // Rounding and arithmetic.
    'ROUND({number},{digits}) ROUND({number},{digits}) ROUNDUP({number},{digits}) ROUNDDOWN({number},{digits}) MROUND({number},{number}) CEILING({number},{number}) FLOOR({number},{number}) INT({number}) TRUNC({number},{digits}) EVEN({number}) ODD({number}) ROUND(MOD({number},{number}),6) QUOTIENT({number},{number}) ABS({number}) SIGN({number}) SQRT({number}) EXP({count}) LN({number}) LOG({number}) LOG({number},{number}) POWER({number},{whole}) FACT({whole}) COMBIN({count},{count}) GCD({count},{count}) CEILING.MATH({number},{number}) FLOOR.MATH({number},{number}) PI()*{number} SIN({number}) BITAND({count},{count}) CONVERT({number},"m","ft") PERMUT({count},{count}) GAMMALN({number}) SQRTPI({number}) RADIANS({number})',
    // Choice.
    'IF({truth},{number},{number}) IF({truth},{number}) IF({number},{number},{number}) IF({number}{relation}{number},{number},{number}) IFERROR({number},{number}) IFERROR({value},{number}) IFNA({number},{number}) IFS({truth},{number},{truth},{number},TRUE,{number}) SWITCH({whole},1,{number},2,{number},{number}) SWITCH({text},"abc",{number},{number}) CHOOSE({count},{number},{number},{number}) CHOOSE({whole},{number},{number}) N({value}) MAX(0,MIN({number},{number}))',
    // Aggregates.
    'SUM({numbers}) SUM({cells}) SUM({number},{number},{number}) SUM({cells},{value}) SUM({reference},{number}) COUNT({reference},{value}) COUNTA({reference},{reference}) AVERAGE({reference},{number}) MAX({reference},{reference}) MIN({numbers}) MAX({cells}) MIN({number},{number}) MAX({value},{number}) AVERAGE({numbers}) AVERAGE({cells}) COUNT({cells}) COUNTA({cells}) COUNTBLANK({cells}) COUNT({value},{value},{text}) COUNTA({value},{value}) SUM({errors}) PRODUCT({cells}) PRODUCT({number},{number}) SUMSQ({numbers}) MEDIAN({numbers}) MEDIAN({cells}) LARGE({numbers},{count}) SMALL({cells},{count}) RANK(List!A4,List!A1:A12,{truth}) STDEV({numbers}) STDEVP({numbers}) VAR({numbers}) VAR.P({cells}) PERCENTILE({numbers},{number}) QUARTILE({numbers},{whole}) AVERAGEA({cells}) MAXA({cells}) MINA({cells}) CORREL({numbers},{numbers}) SLOPE({numbers},{numbers}) INTERCEPT({numbers},{numbers}) FORECAST({number},{numbers},{numbers}) AVEDEV({numbers}) TRIMMEAN({numbers},0.2) SKEW({numbers}) DEVSQ({numbers}) COUNT({array}) AGGREGATE(9,6,{errors}) AGGREGATE(14,6,{errors},{count}) SUBTOTAL(9,{cells}) SUBTOTAL({count},{numbers}) NORM.DIST({number},{number},{number},{truth}) NORM.S.INV({number}) STDEVA({cells}) LARGE({array},{count}) MEDIAN({array}) STDEV({array})',
    // Conditional aggregates.
    'SUMIF({cells},{criterion},{numbers}) SUMIF({cells},{criterion}) COUNTIF({cells},{criterion}) COUNTIF({cells},{value}) COUNTIF({cells},{number}) AVERAGEIF({cells},{criterion},{numbers}) SUMIFS({numbers},{cells},{criterion}) SUMIFS({numbers},{cells},{criterion},{cells},{criterion}) COUNTIFS({cells},{criterion},{cells},{criterion}) AVERAGEIFS({numbers},{cells},{criterion},{cells},{criterion}) MAXIFS({numbers},{cells},{criterion}) MINIFS({numbers},{cells},{criterion}) SUMIF({cells},{criterion},List!B1) COUNTIF({numbers},">"&{number}) COUNTIF({cells},{text}) SUMIFS({numbers},{cells},{text}) COUNTIF({errors},{criterion}) SUMPRODUCT(SUMIF({cells},List!C1:C3,{numbers})) SUM(COUNTIFS({cells},{"North","south"})) SUMIFS({numbers},List!E1:E12,">="&{date},List!E1:E12,"<"&{date})',
    // Array expressions.
    'SUMPRODUCT({numbers},{numbers}) SUMPRODUCT(({cells}{relation}{value})*{numbers}) SUMPRODUCT(--({cells}{relation}{text}),{numbers}) SUMPRODUCT(({array}{relation}{number})*{array}) SUMPRODUCT({cells},{numbers}) SUMPRODUCT({array}) SUM({array}) MAX({array}) MIN({array}) AVERAGE({array}) SUM(IF({cells}{relation}{value},{numbers})) SUM(IF({array}{relation}{number},{array},{number})) SUM(IF({truth},{numbers},{number})) SUM(IF({truth},{array},{array})) MAX(IF({cells}{relation}{text},{numbers},{number})) SUM(IFERROR({errors},{number})) SUM(IFERROR({array}/{array},{number})) SUM(IFERROR({number},{numbers})) SUMPRODUCT(--ISNUMBER({cells})) SUMPRODUCT(--ISERROR({array})) SUMPRODUCT(--ISERROR({errors})) SUMPRODUCT(LEN({cells})) SUMPRODUCT((MONTH(List!E1:E12)={count})*{numbers}) SUM(LARGE({numbers},{1,2,3})) SUMPRODUCT(--({cells}>={cells})) COUNT(1/{array}) SUM(ROUND({numbers},{digits})) SUM(--(LEFT({cells},1)={text})) SUM(Plan!B2:F2*Plan!B6:F6) SUMPRODUCT((Plan!A2:A7={label})*(Plan!B1:F1={year})*Plan!B2:F7) SUM((List!C1:C12=TRANSPOSE(List!C1:C3))*{numbers}) COUNT(IF({cells}={value},1)) SUM(ROW(List!A1:A5)*{number}) SUM(1*MID("12345",ROW(List!A1:A5),1)) SUMX2MY2({numbers},{numbers}) SUMXMY2({numbers},{numbers}) SUM(CHOOSE({1,2},{numbers},{numbers}))',
    'SUM(MMULT({matrix},{matrix})) MDETERM({matrix}) ROUND(SUM(MINVERSE({matrix})),9) SUM(TRANSPOSE({matrix})*{matrix}) INDEX(MMULT({matrix},{matrix}),1,2) SUM(MMULT(TRANSPOSE({numbers}),{numbers})) SUM({matrix}*{1,2}) SUM({matrix}*{1;2}) ROUND(SUM(TREND({numbers},{numbers})),6) INDEX(LINEST({numbers},{numbers}),1) SUM(FREQUENCY({numbers},List!H3:H6))',
    // Look-ups and references.
    'INDEX({numbers},{count}) INDEX(table,{count},{count}) INDEX({numbers},MATCH({key},{cells},0)) INDEX(Plan!B2:F7,MATCH({label},Plan!A2:A7,0),MATCH({year},years,0)) MATCH({key},{cells},0) MATCH({number},List!H1:H12,1) MATCH({number},List!H1:H12) MATCH({number},List!J1:J12,-1) MATCH({text},List!I1:I12,1) MATCH("*"&{key},{cells},0) VLOOKUP({label},table,{count},FALSE) VLOOKUP({number},List!H1:J12,3,TRUE) VLOOKUP({number},List!H1:J12,3) VLOOKUP({number},List!H1:J12,{count},FALSE) VLOOKUP({text},List!I1:J12,2,{truth}) VLOOKUP({key},List!D1:F12,2,FALSE) HLOOKUP({year},table,{count},FALSE) HLOOKUP({number},Plan!B1:F7,{count}) LOOKUP({number},List!H1:H12,{numbers}) LOOKUP({text},List!I1:I12,{numbers}) LOOKUP({number},List!H1:H12) LOOKUP(2,1/({cells}={value}),{numbers}) LOOKUP({number},List!H1:J12) SUM(INDEX(Plan!B1:F7,{count},0)) SUM(INDEX(Plan!B1:F7,0,{count})) MATCH(TRUE,INDEX({cells}>{number},0),0) MATCH(1,INDEX(({cells}={value})*({numbers}>{number}),0),0)',
    'SUM(OFFSET(List!A1,{count},{count},{count},2)) SUM(OFFSET(List!A1:A3,{count},0)) OFFSET(List!A1,{count},1) OFFSET(Plan!A1,{count},{count}) SUM(INDIRECT("List!A1:A"&{count})) INDIRECT("List!B"&{count}) INDIRECT(ADDRESS({count},{count},1,TRUE,"List")) SUM(List!A1:INDEX(List!A1:A12,{count})) SUM(INDEX(List!B1:B12,{count}):INDEX(List!B1:B12,{count})) AVERAGE(OFFSET(List!B1,0,0,{count},1)) ROWS({cells}) COLUMNS(table) SUM(INDIRECT("sales")) COUNTA(OFFSET(List!C1,0,0,{count},{count})) ROWS(List!A1:INDEX(List!A1:A12,{count})) MAX(List!B2:OFFSET(List!B2,{count},0)) SUM(IF({truth},List!A1,List!A2):List!A5) SUM(CHOOSE({count},List!A1:A3,List!B1:B3,sales))',
    // Texts and dates.
    'LEN({text}) LEN({number}) FIND({text},{text}) SEARCH({text},{text}) SEARCH("?b",{text}) VALUE({text}) VALUE({number}) CODE({text}) DATEVALUE({text}) LEN(TEXT({number},{format})) UNICODE({text}) LEN(SUBSTITUTE({text},{text},"")) VALUE(TEXT({number},"0.00")) NUMBERVALUE({text})',
    'YEAR({date}) MONTH({date}) DAY({date}) WEEKDAY({date}) WEEKDAY({date},{count}) WEEKNUM({date}) ISOWEEKNUM({date}) {date}-{date} DAYS({date},{date}) DAYS360({date},{date}) DAYS360({date},{date},{truth}) YEARFRAC({date},{date}) YEARFRAC({date},{date},{count}) DATEDIF({date},{date},"M") DATEDIF({date},{date},"Y") DATEDIF({date},{date},"YM") NETWORKDAYS({date},{date}) NETWORKDAYS({date},{date},List!E1:E5) HOUR({number}) NETWORKDAYS.INTL({date},{date},{count})',
    // Finance.
    '{number}*(1+{rate})^{count} SUM({numbers})/SUM({numbers}) Plan!C2/Plan!B2-1 NPV({rate},{numbers}) NPV({rate},Plan!B7:F7) IRR(Plan!B7:F7) PMT({rate},{count}*12,{number}) PMT({rate},{count},{number},{number},1) PV({rate},{whole},{number}) FV({rate},{whole},{number},{number}) NPER({rate},{number},{number}) IPMT({rate},{count},5,{number}) PPMT({rate},{count},5,{number},{number}) CUMIPMT({rate},12,{number},1,{count},0) XNPV({rate},Plan!B7:F7,List!E1:E5) XIRR(Plan!B7:F7,List!E1:E5) MIRR(Plan!B7:F7,{rate},{rate}) SLN({number},{number},{count}) SYD(1000,100,5,{count}) DDB(1000,100,5,{count}) DB(1000,100,5,{count},{count}) VDB(1000,100,5,{count},5) NOMINAL({rate},{count}) EFFECT({rate},{count}) RRI({count},{number},{number}) ISPMT({rate},{count},5,{number}) FVSCHEDULE({number},Plan!B6:F6) DISC({date},{date},97,100,{count}) COUPNUM({date},{date},2) PRICE(DATE(2023,1,15),DATE(2030,1,15),0.05,{rate},100,2,{count}) YIELD(DATE(2023,1,15),DATE(2030,1,15),0.05,97,100,2,{count}) DURATION(DATE(2023,1,15),DATE(2030,1,15),0.05,{rate},{count}) ACCRINTM({date},{date},{rate},1000,2)',
  ],
  whole: [
    '0 1 2 3 -1 4 5 12 List!A1 List!A3 2.9 -2',
    '{count}-{count} LEN({text}) MONTH({date}) INT({number})',
  ],
  count: ['1 2 3 1 2 4', 'COUNTA(List!C1:C3) MATCH({year},years,0)'],
  digits: ['0 1 2 -1 -2 3'],
  rate: ['0.05 0.08/12 growth 0 10% -0.02 1%'],
  label: ['"Revenue" "cost" "Capex" "Tax" "F*" "none"'],
  year: ['2021 2023 2025 2022.5 2024'],
  /** What is looked for: numbers, and texts that are no numbers. */
  key: [
    '"North" "SOUTH" "zz" "n*" "?ast" 5 17 2.5 100 List!A4 List!B5 List!C3 List!H6 List!I2',
    'LEFT("Northern",{count}+3) {count}*5 LEN({text}) ROUND({number},0) PROPER("west")&IF({truth},"_","")',
  ],
  operator: ['+ - * /'],
  relation: ['= <> < > <= >='],
  text: [
    '"abc" "North" "" "12" "a_b_c" "South_East" "1,234.5" "naïve" List!C1 List!C2 List!C7 List!C10 List!C11 List!C12 List!G1 List!G5 List!I2 List!I4 List!G7 "x" "2024-02-29" "50%"',
    '{text}&{text} {number}&"" {text}&"_"&{number} LEFT({text},{whole}) LEFT({text}) RIGHT({text},{whole}) MID({text},{whole},{whole}) UPPER({text}) LOWER({text}) PROPER({text}) TRIM({text}) SUBSTITUTE({text},{text},{text}) SUBSTITUTE({text},"a","-",{count}) REPLACE({text},{count},{whole},{text}) REPT({text},{count}) TEXT({number},{format}) TEXT({number},{format}) TEXT({date},{dateFormat}) TEXT({value},{format}) CONCATENATE({text},{number}) CONCAT({cells}) TEXTJOIN(",",{truth},{cells}) TEXTJOIN({text},TRUE,{text},{value}) IF({truth},{text},{text}) IFERROR({text},{text}) INDEX(List!C1:C12,{count}) VLOOKUP({number},List!H1:I12,2) CHOOSE({count},{text},{text},{text}) FIXED({number},{digits}) FIXED({number},{digits},{truth}) CHAR({count}+64) T({value}) ADDRESS({count},{count}) ADDRESS({count},{count},4) CLEAN({text}) BASE({count},2) ROMAN({count}) SWITCH({value},1,"one","x","ex","other") INDEX(List!C1:C12,MATCH({number},List!H1:H12,1)) LEFT({text},FIND("_",{text})-1) IFNA({text},{text}) TEXTJOIN("|",FALSE,IF({numbers}>{number},{cells},""))',
  ],
  truth: [
    'TRUE FALSE List!K1 List!K2 List!A1>0 List!A3=0 List!C1=List!C6 List!C1="north" List!B2>=1.5 ISBLANK(List!L1) Plan!E5<0',
    '{number}{relation}{number} {number}{relation}{number} {text}{relation}{text} {value}{relation}{value} {value}{relation}{number} {date}{relation}{date} {value}{relation}{text} AND({truth},{truth}) OR({truth},{truth},{truth}) NOT({truth}) XOR({truth},{truth}) ISNUMBER({value}) ISTEXT({value}) ISBLANK({value}) ISERROR({number}) ISERR({value}) ISNA({value}) EXACT({text},{text}) AND({numbers}>{number}) OR({cells}={value}) ISNUMBER({number}) ISNUMBER(SEARCH({text},{text})) ISEVEN({whole}) ISODD({count}) NOT({number}) AND({reference},{truth}) ISNUMBER(MATCH({key},{cells},0)) ISNONTEXT({value}) COUNTIF({cells},{criterion})>0 AND({number},{number})',
  ],
  date: [
    'List!E1 List!E2 List!E3 List!E4 List!E5 List!E6 List!E8 List!E10 List!E11 DATE(2024,2,29) DATE(2023,12,31) DATE(2024,1,31) 45000',
    'DATE(2024,{whole},{whole}) EDATE({date},{whole}) EOMONTH({date},{whole}) {date}+{whole} WORKDAY({date},{whole}) WORKDAY({date},{whole},List!E1:E12) DATE(YEAR({date}),MONTH({date})+{whole},1) MAX(List!E1:E12) DATEVALUE("2024-03-"&{count}) WORKDAY.INTL({date},{whole},{count})',
  ],
  value: [
    'List!D1 List!D2 List!D3 List!D4 List!D5 List!D6 List!D7 List!D9 List!D10 List!G1 List!G3 List!G4 List!G8 List!L1 List!L6 List!F2 List!F4 List!F6 List!F8 List!C11 List!A3 List!E1 "x" "" 0 1 NA() 1/0',
    '{number} {text} {reference} IF({truth},{value},{value}) IFERROR({value},{value}) INDEX({cells},{count}) CHOOSE({count},{value},{value},{value}) VLOOKUP({number},List!H1:J12,{count}) OFFSET(List!D1,{count},0) IFNA({value},{value}) +{value} IF({truth},{value},) INDEX(List!A1:J12,{count},{count}) IFS({truth},{value},TRUE,{value})',
  ],
  /** One cell, whatever it holds. */
  reference: [
    'List!D1 List!D2 List!D3 List!D4 List!D5 List!D7 List!L1 List!L6 List!G1 nothing',
    'IF({truth},{reference},{reference}) CHOOSE({count},{reference},{reference},{reference}) IFS({truth},{reference},TRUE,{reference}) SWITCH({count},1,{reference},{reference}) INDEX({cells},{count}) OFFSET(List!D1,{count},0) INDIRECT("List!D"&{count}) ({reference})',
  ],
  numbers: ['List!A1:A12 List!B1:B12 List!H1:H12 List!J1:J12 amounts List!E1:E12 List!$A$1:$A$12'],
  cells: ['List!A1:A12 List!C1:C12 List!D1:D12 List!G1:G12 List!L1:L12 List!B1:B12 regions List!I1:I12'],
  errors: ['List!F1:F12 List!F1:F12 List!F5:F7'],
  matrix: ['{1,2;3,4} {2,0;0,5} {1,-1;2,0.5} Plan!B2:C3 List!A1:B2 List!H3:I4 {1,2;2,4}'],
  /** Twelve values, one below the other. */
  array: [
    '{numbers}*{number} {numbers}{operator}{numbers} ({numbers}-{number})^2 -{numbers} {numbers}*({cells}={value}) IF({numbers}>{number},{numbers},{number}) ABS({numbers}) ROUND({numbers},{digits}) LEN({cells}) {array}*{array} {array}{operator}{number} {array}{operator}{value} ISNUMBER({cells})*1 ({numbers}{relation}{numbers})*{number} IF({cells}={value},{numbers}) INT({numbers}/{number}) IF({truth},{numbers},{numbers}) --({cells}{relation}{text}) OFFSET(List!A1,0,{count},12,1) ({cells}<>"")*{numbers} {cells}*1 MONTH(List!E1:E12) IFERROR({cells}*1,0) SUMIF({cells},{cells},{numbers}) ROW(List!A1:A12) IFERROR({errors},{number}) CHOOSE({count},{numbers},{numbers},{numbers},{numbers}) MIN({number},{number})*{numbers} {numbers}/{numbers} IFERROR({numbers}/{number},{numbers})',
  ],
  criterion: [
    '">0" "<0" "<>0" 5 "North" "n*" "*th" "<>" "" "=" ">="&List!A4 "<="&List!B3 List!C1 List!A3 "12" "=12" "<>North" "N~*" ">m" "<=n" "n/a" List!L1 0 ">="&DATE(2024,2,29) "1,234" "12%" List!G1',
  ],
  format: [
    '"0" "0.00" "#,##0" "#,##0.00" "0%" "0.0%" "#,##0;(#,##0)" "#,##0.0;-#,##0.0;-" "0.00E+00" "0000" "$#,##0.00" "#,##0," "0.0,,""m""" "#_?/?" "@" "General" "+0;-0;0" "0.0x" """EUR_""#,##0"',
  ],
  dateFormat: ['"yyyy-mm-dd" "d_mmm_yy" "mmm-yy" "dddd" "hh:mm" "[h]:mm" "mm/dd/yyyy"'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Kind = keyof typeof grammar;

/** A formula without its equals sign, as a template with what fills its holes. */
export interface Part {
  readonly kind: Kind;
  /** The text before, between and after the holes. */
  readonly texts: readonly string[];
  readonly holes: readonly Part[];
}

interface Template {
  readonly texts: readonly string[];
  readonly kinds: readonly Kind[];
}

const isKind = (name: string): name is Kind => name in grammar;

/** The text with what stands in brackets, braces and quotation marks left out. */
function outermost(text: string): string {
  let depth = 0;
  let quoted = false;
  let result = '';
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth++;
    if (depth === 0) result += letter;
    if (letter === ')') depth--;
  }
  return result;
}

function readTemplate(written: string): Template {
  const pieces = written.replaceAll('_', ' ').split(/\{([A-Za-z]+)\}/);
  const kinds = pieces
    .filter((_, index) => index % 2 === 1)
    .map((name) => {
      if (!isKind(name)) throw new Error(`There is no kind "${name}"`);
      return name;
    });
  return { texts: pieces.filter((_, index) => index % 2 === 0), kinds };
}

const templates = new Map<string, readonly Template[]>(
  Object.entries(grammar).map(([kind, lists]) => [
    kind,
    lists.flatMap((line) => line.split(' ')).map(readTemplate),
  ]),
);

/** Numbers from 0 to 1 that look random, always the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often a hole is filled by something simple though there is room for more. */
const simpleShare: Partial<Record<Kind, number>> = { whole: 0.6, count: 0.6, date: 0.6 };

/** As many formulas; the same for the same seed. */
export function randomFormulas(seed: number, count: number): Part[] {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick');
    return item;
  };
  const build = (kind: Kind, depth: number): Part => {
    const known = templates.get(kind) ?? [];
    const simple = known.filter(({ kinds }) => kinds.length === 0);
    const further = known.filter(({ kinds }) => kinds.length > 0);
    const isSimple = depth <= 0 || further.length === 0 || random() < (simpleShare[kind] ?? 0.12);
    const template = pick(isSimple && simple.length > 0 ? simple : further);
    const holes = template.kinds.map((inner, index) => {
      const part = build(inner, depth - 1);
      const [before = '', after = ''] = [template.texts[index]?.at(-1), template.texts[index + 1]?.at(0)];
      const isArgument = '(,'.includes(before) && '),'.includes(after) && before !== '' && after !== '';
      return isArgument || inner === 'operator' || inner === 'relation' ? part : inBrackets(part);
    });
    return { kind, texts: template.texts, holes };
  };
  return Array.from({ length: count }, () =>
    build(
      pick(['number', 'number', 'number', 'text', 'truth', 'date', 'value']),
      1 + Math.floor(random() * 4),
    ),
  );
}

/** The part in brackets, where it is an operation. */
function inBrackets(part: Part): Part {
  const { texts, holes } = part;
  const skeleton = texts.join(holes.length > 0 ? '\u0000' : '');
  const outside = outermost(skeleton);
  if (!/[-+*/^&=<>%]/.test(outside) && !outside.includes('\u0000')) return part;
  return {
    ...part,
    texts: texts.map(
      (text, index) => (index === 0 ? '(' : '') + text + (index === texts.length - 1 ? ')' : ''),
    ),
  };
}

/** The formula as it is entered, without its equals sign. */
export function textOf({ texts, holes }: Part): string {
  return texts.map((text, index) => text + (holes[index] ? textOf(holes[index]) : '')).join('');
}

const standsAlone: ReadonlySet<Kind> = new Set([
  'number',
  'whole',
  'count',
  'text',
  'truth',
  'date',
  'value',
  'reference',
]);

/** The part and all parts inside it that give one value and so can be a formula of their own. */
export function partsOf(part: Part): Part[] {
  const inner = part.holes.flatMap(partsOf);
  return standsAlone.has(part.kind) ? [part, ...inner] : inner;
}
