import { addressText, type Address } from '../shared/workbook/address.ts';

/** Longest part of an entry that the Undo menu repeats. */
const labelLength = 24;

/** The words of the Undo menu for an entry: `Type 0.6 in Deals!K10`. */
export function entryLabel(text: string, address: Address): string {
  const where = addressText(address);
  if (text.trim() === '') return `Clear ${where}`;
  return `Type ${text.length > labelLength ? `${text.slice(0, labelLength - 1)}…` : text} in ${where}`;
}
