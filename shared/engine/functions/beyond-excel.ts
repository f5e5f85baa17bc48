/**
 * Functions that HyperFormula has and Excel has not. Formulas may not use them: an exported workbook
 * would show an error in their place.
 */
export const beyondExcel: readonly string[] =
  `ARRAYFORMULA ARRAY_CONSTRAIN CHIDISTRT CHIINVRT COUNTUNIQUE COVARIANCEP COVARIANCES FDISTRT FINVRT HF.ADD HF.CONCAT
  HF.DIVIDE HF.EQ HF.GT HF.GTE HF.LT HF.LTE HF.MINUS HF.MULTIPLY HF.NE HF.POW HF.UMINUS HF.UNARY_PERCENT HF.UPLUS INTERVAL
  ISBINARY LOGNORMINV MAXPOOL MEDIANPOOL POISSONDIST SKEWP SPLIT STDEVS TDIST2T TDISTRT TINV2T VARS WEIBULLDIST`.split(
    /\s+/,
  );

/** The one of them that every engine brings along. */
export const engineVersion = 'VERSION';
