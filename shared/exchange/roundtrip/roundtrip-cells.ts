import { parseReference, type Range } from '../../workbook/address.ts';

/** Where a file of the right shape contradicts itself, and how. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** What was read of a file, or where that contradicts itself. */
export type Built<Value> = { readonly value: Value } | { readonly fault: Fault };

export const fault = (where: string, what: string): { readonly fault: Fault } => ({ fault: { where, what } });

/** Cells of one sheet. */
export interface Cells {
  readonly sheet: string;
  readonly range: Range;
}

/** What is wrong with a reference. */
export interface Wrong {
  readonly what: string;
}

/** The cells that a reference stands for, or what is wrong with it. */
export function readCells(text: string, sheets: ReadonlyMap<string, string>): Cells | Wrong {
  const reference = parseReference(text);
  if (reference?.sheet === undefined)
    return { what: `"${text}", which is no reference such as Deals!$A$1:$B$2` };
  const sheet = sheets.get(reference.sheet.toLowerCase());
  return sheet === undefined
    ? { what: `cells of the sheet "${reference.sheet}", which does not exist` }
    : { sheet, range: reference.range };
}
