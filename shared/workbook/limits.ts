import { contains, type Address, type Range } from './address.ts';
import type { Bounds, CellValue } from './document.ts';

/** Why a cell breaks the limit that its workbook sets it. */
export type BrokenLimit =
  /** A number beyond its bounds. */
  | { readonly kind: 'outside'; readonly low: number; readonly high: number }
  /** No number where one is expected. The bounds may be no numbers either. */
  | { readonly kind: 'no number'; readonly low: CellValue; readonly high: CellValue }
  /** A number whose bounds are no numbers. */
  | { readonly kind: 'no bounds' };

/** What the limits of cells are read from: a document and the values its cells have now. */
export interface LimitSource {
  readonly bounds: readonly Bounds[];
  readonly valueAt: (address: Address) => CellValue;
}

/** How the cell breaks its bounds; null when it keeps them or has none. */
export function brokenLimit(address: Address, source: LimitSource): BrokenLimit | null {
  const value = source.valueAt(address);
  for (const bounds of source.bounds) {
    if (bounds.sheet !== address.sheet || !contains(bounds.range, address.row, address.column)) continue;
    const limit = (limits: Range) => source.valueAt(matchingCell(limits, bounds.range, address));
    const broken = brokenBounds(value, limit(bounds.low), limit(bounds.high));
    if (broken) return broken;
  }
  return null;
}

/** The cells whose bounds are read from this cell, a rectangle for each of the bounds. */
export function boundedBy(
  bounds: readonly Bounds[],
  { sheet, row, column }: Address,
): readonly { readonly sheet: string; readonly range: Range }[] {
  return bounds
    .filter((each) => each.sheet === sheet && [each.low, each.high].some((at) => contains(at, row, column)))
    .map(({ range }) => ({ sheet, range }));
}

function brokenBounds(value: CellValue, low: CellValue, high: CellValue): BrokenLimit | null {
  if (low === null && high === null) return null;
  if (typeof value !== 'number') return { kind: 'no number', low, high };
  if (typeof low !== 'number' || typeof high !== 'number') return { kind: 'no bounds' };
  return value < low || value > high ? { kind: 'outside', low, high } : null;
}

/** The cell of the limits that belongs to a cell of the range. */
function matchingCell(limits: Range, range: Range, { sheet, row, column }: Address): Address {
  return {
    sheet,
    row: limits.top === limits.bottom ? limits.top : limits.top + row - range.top,
    column: limits.left === limits.right ? limits.left : limits.left + column - range.left,
  };
}
