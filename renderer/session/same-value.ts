import { isCellError, type CellValue } from '../../shared/workbook/document.ts';

/** Values below this distance, relative for large ones, are the same figure: the rest is the order of summation. */
const sameWithin = 1e-12;

/** True when two values are the same figure to a reader. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other || Math.abs(one - other) <= sameWithin * Math.max(1, Math.abs(one), Math.abs(other));
  }
  if (isCellError(one) && isCellError(other)) return one.error === other.error;
  return one === other;
}
