/*
 * Which parameters of Excel's functions take whole ranges. Every other parameter asks for a single
 * value, and a range given to it is worked on cell by cell, as an array.
 */

/** What a parameter does with a range: takes it, asks for one value, or hands it on as the function's result. */
export type ParameterKind = 'range' | 'value' | 'branch';

/**
 * Functions by their parameters: `r` takes a range, `v` asks for a value, `b` is handed on; what
 * stands in brackets is repeated. Functions that are not listed ask for values only.
 */
const functionsByParameters: Readonly<Record<string, string>> = {
  '(r)': `AND AREAS AVEDEV AVERAGE AVERAGEA CHISQ.TEST CHITEST COLUMN COLUMNS CONCAT CORREL COUNT COUNTA COUNTBLANK COUNTUNIQUE
    COVAR COVARIANCE.P COVARIANCE.S DEVSQ F.TEST FREQUENCY FTEST GCD GEOMEAN GROWTH HARMEAN HSTACK IMPRODUCT IMSUM INTERCEPT
    ISREF KURT LCM LET LINEST LOGEST MAX MAXA MDETERM MEDIAN MIN MINA MINVERSE MMULT MODE MODE.MULT MODE.SNGL MULTINOMIAL OR
    PEARSON PERCENTOF PRODUCT ROW ROWS RSQ SKEW SKEW.P SLOPE STDEV STDEV.P STDEV.S STDEVA STDEVP STDEVPA STEYX SUM SUMPRODUCT SUMSQ
    SUMX2MY2 SUMX2PY2 SUMXMY2 TRANSPOSE TREND VAR VAR.P VAR.S VARA VARP VARPA VSTACK XOR`,
  'r(v)': `ARRAYTOTEXT CHOOSECOLS CHOOSEROWS COUNTIF DROP EXPAND INDEX IRR LARGE MIRR OFFSET PERCENTILE PERCENTILE.EXC PERCENTILE.INC
    PERCENTRANK PERCENTRANK.EXC PERCENTRANK.INC QUARTILE QUARTILE.EXC QUARTILE.INC SMALL SORT TAKE TOCOL TOROW TRIMMEAN UNIQUE
    WRAPCOLS WRAPROWS Z.TEST ZTEST`,
  '(rv)': 'COUNTIFS',
  'r(rv)': 'AVERAGEIFS MAXIFS MINIFS SUMIFS',
  rvr: 'AVERAGEIF DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DSUM DVAR DVARP SUMIF',
  rrv: 'FILTER XIRR',
  'r(r)': 'SORTBY',
  rrvv: 'PROB T.TEST TTEST',
  'v(r)': 'CELL FORECAST FORECAST.LINEAR FVSCHEDULE LOOKUP NPV SUBTOTAL XNPV',
  'vr(v)': 'HLOOKUP MATCH RANK RANK.AVG RANK.EQ TEXTAFTER TEXTBEFORE VLOOKUP XMATCH',
  'rv(r)': 'TEXTJOIN',
  'vrr(v)': 'TEXTSPLIT XLOOKUP',
  'vv(r)': 'AGGREGATE NETWORKDAYS WORKDAY',
  'vvv(r)': 'NETWORKDAYS.INTL SERIESSUM WORKDAY.INTL',
  vbb: 'IF',
  'v(b)': 'CHOOSE',
  '(vb)': 'IFS',
  'v(vb)': 'SWITCH',
};

interface Parameters {
  readonly first: string;
  readonly repeated: string;
}

const parametersOf = new Map<string, Parameters>(
  Object.entries(functionsByParameters).flatMap(([pattern, names]) => {
    const [, first = '', repeated = ''] = /^([rvb]*)(?:\(([rvb]+)\))?$/.exec(pattern) ?? [];
    return names.split(/\s+/).map((name): [string, Parameters] => [name, { first, repeated }]);
  }),
);

const kinds: Readonly<Record<string, ParameterKind>> = { r: 'range', v: 'value', b: 'branch' };

/** What the parameter, counted from 0, of a function in capitals does with a range. */
export function parameterKind(functionName: string, index: number): ParameterKind {
  const parameters = parametersOf.get(functionName);
  if (!parameters) return 'value';
  const { first, repeated } = parameters;
  const letter = first[index] ?? repeated[(index - first.length) % Math.max(1, repeated.length)] ?? 'v';
  return kinds[letter] ?? 'value';
}

/** Functions that read whole arrays in all their arguments, marked or not. */
export const arrayFunctions: ReadonlySet<string> = new Set([
  'SUMPRODUCT',
  'MMULT',
  'MDETERM',
  'MINVERSE',
  'LOOKUP',
]);

/**
 * Functions that read what is worked out in their range arguments as arrays, marked or not. A formula
 * that we write is marked all the same, so this matters for those that we read.
 */
export const functionsOfArrays: ReadonlySet<string> = new Set([
  ...arrayFunctions,
  ...`AGGREGATE CHITEST CORREL COVAR FORECAST FREQUENCY FTEST GROWTH INDEX INTERCEPT LINEST LOGEST MODE PEARSON PROB RSQ SLOPE STEYX
  SUMX2MY2 SUMX2PY2 SUMXMY2 TREND TTEST`.split(/\s+/),
]);

/** Functions whose result is an array as a rule; ROW and COLUMN only for a range. */
export const arrayResults: ReadonlySet<string> = new Set(
  `CHOOSECOLS CHOOSEROWS COLUMN DROP EXPAND FILTER FREQUENCY GROWTH HSTACK LINEST LOGEST MINVERSE MMULT MODE.MULT MUNIT
  RANDARRAY ROW SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW TRANSPOSE TREND UNIQUE VSTACK WRAPCOLS WRAPROWS`.split(
    /\s+/,
  ),
);

/** Functions whose result may be a range of several cells. */
export const rangeResults: ReadonlySet<string> = new Set(['INDEX', 'INDIRECT', 'OFFSET', 'XLOOKUP']);

/** Functions that choose between their arguments: array functions do not reach through them unmarked. */
export const choosingFunctions: ReadonlySet<string> = new Set([
  'CHOOSE',
  'IF',
  'IFERROR',
  'IFNA',
  'IFS',
  'INDEX',
  'SWITCH',
]);
