import { quoteSheet } from '../../workbook/address.ts';
import { withMarkedLocalNames } from './local-names.ts';

/*
 * A formula as we hold it and as an xlsx file holds it. They differ in four ways: the file has no
 * equals sign, functions newer than the file format carry a prefix, so do the names that LET and
 * LAMBDA give, and sheet names that need quotes always have them.
 */

/**
 * Functions that are newer than the file format (ISO/IEC 29500) and carry `_xlfn.` in a file:
 * [MS-XLSX] 2.2.3, future functions, and those that came after that list. ECMA.CEILING, ISO.CEILING,
 * NETWORKDAYS.INTL and WORKDAY.INTL are in the list without it.
 */
const newerFunctions = new Set(
  `ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE
  BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST
  CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM
  CONFIDENCE.T COPILOT COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DETECTLANGUAGE DROP
  ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE
  FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY
  FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY
  HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMPORTCSV IMPORTTEXT IMSEC IMSECH IMSINH
  IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS
  MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION
  PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY
  POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE
  REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY
  SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT
  TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE
  WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);

/** Two that carry a second prefix. PY would too, but its code is in a part of the file that we do not keep. */
const worksheetFunctions = new Set(['FILTER', 'SORT']);

/** Text in quotes, a quoted sheet name, or a word with what follows it. */
const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_\\][\p{L}\p{N}_.\\]*|[0-9][\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)(\s*\(|!)?|[0-9]+!/gu;

/** The text of a formula element in a file, for a formula that begins with an equals sign. */
export function toFileFormula(formula: string): string {
  return withMarkedLocalNames(formula)
    .slice(1)
    .replaceAll(piece, (text, word: string | undefined, after: string | undefined) => {
      if (after === '!' && word !== undefined) return `${quoteSheet(word)}!`;
      if (/^[0-9]+!$/.test(text)) return `${quoteSheet(text.slice(0, -1))}!`;
      if (word === undefined || after === undefined) return text;
      const name = word.toUpperCase();
      if (worksheetFunctions.has(name)) return `_xlfn._xlws.${name}${after}`;
      return newerFunctions.has(name) ? `_xlfn.${name}${after}` : text;
    });
}

/**
 * The formula, with its equals sign, that the text of a formula element in a file stands for. The
 * names that LET and LAMBDA give keep their mark, which tells them from defined names.
 */
export function fromFileFormula(text: string): string {
  const plain = text.replaceAll(piece, (part) => part.replace(/^(?:_xlfn\.|_xlws\.|_xludf\.)+/i, ''));
  // Some programs write the equals sign, which Excel reads over.
  return `=${withoutLostSheets(plain).replace(/^\s*=/, '')}`;
}

/** A reference whose sheet or cells were deleted, which Excel writes as `Sheet!#REF!` or `#REF!A1`, is `#REF!`. */
function withoutLostSheets(formula: string): string {
  if (!formula.includes('#REF!')) return formula;
  return formula.replaceAll(lostReference, (text, reference: string | undefined) =>
    reference === undefined ? text : '#REF!',
  );
}

const lostReference =
  /"(?:[^"]|"")*"|((?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?#REF!(?:\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)?)/gu;

/** The formula without the marks of the names that LET and LAMBDA give. */
export function withPlainLocalNames(formula: string): string {
  return formula.includes('_xl')
    ? formula.replaceAll(piece, (part) => part.replace(/^_xlpm\./i, ''))
    : formula;
}
