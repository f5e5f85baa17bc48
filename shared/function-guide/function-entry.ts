/**
 * What a person has to know of a function to use it: its arguments in order, separated by commas,
 * those that may be left out in brackets and `…` after those that may be repeated; what it gives, in
 * a line; a formula that reads no cells; and, where its result is not Excel's, how it differs.
 */
export type FunctionEntry = readonly [
  argumentNames: string,
  meaning: string,
  example: string,
  differs?: string,
];

/** Functions of one of Excel's categories, by their names in capitals, in order. */
export type FunctionEntries = Readonly<Record<string, FunctionEntry>>;
