/** Excel's limit on the text of a formula, in characters. */
export const maximumFormulaLength = 8192;

/** Excel's limit on functions inside each other. */
export const maximumFormulaLevels = 64;
