import { contains, type Address, type Range } from './address.ts';
import { isCellError, type Bounds, type CellError, type CellStyle, type CellValue } from './document.ts';

/** One of the choices that a list offers. */
export type Choice = Exclude<CellValue, CellError | null>;

/** Why a cell breaks the limit that its workbook sets it. */
export type BrokenLimit =
  /** A number beyond its bounds. */
  | { readonly kind: 'outside'; readonly low: number; readonly high: number }
  /** No number where one is expected. The bounds may be no numbers either. */
  | { readonly kind: 'no number'; readonly low: CellValue; readonly high: CellValue }
  /** A number whose bounds are no numbers. */
  | { readonly kind: 'no bounds' }
  /** Not one of the choices; `choices` are those there are. */
  | { readonly kind: 'no choice'; readonly choices: readonly CellValue[] };

/** What the limits of cells are read from: a document and the values its cells have now. */
export interface LimitSource {
  readonly bounds: readonly Bounds[];
  readonly styleAt: (address: Address) => CellStyle | undefined;
  readonly valueAt: (address: Address) => CellValue;
  /** Values of a defined name's cells; empty when there is no such name. */
  readonly choicesOf: (name: string) => readonly CellValue[];
}

/** How the cell breaks its bounds or is none of its choices; null when it keeps them or has none. */
export function brokenLimit(address: Address, source: LimitSource): BrokenLimit | null {
  const value = source.valueAt(address);
  for (const bounds of source.bounds) {
    if (bounds.sheet !== address.sheet || !contains(bounds.range, address.row, address.column)) continue;
    const limit = (limits: Range) => source.valueAt(matchingCell(limits, bounds.range, address));
    const broken = brokenBounds(value, limit(bounds.low), limit(bounds.high));
    if (broken) return broken;
  }
  const { choicesName } = source.styleAt(address) ?? {};
  return choicesName === undefined ? null : brokenChoice(value, source.choicesOf(choicesName));
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

/** Whether a cell may hold a value: an empty cell waits for a choice; text is compared as Excel does, whatever its case. */
export function isChoice(value: CellValue, choices: readonly CellValue[]): boolean {
  if (value === null || value === '') return true;
  if (isCellError(value)) return false;
  const sought = comparable(value);
  return choices.some((choice) => comparable(choice) === sought);
}

/** What a list offers of the values of its cells: each once, without empty cells and errors. */
export function offeredChoices(values: readonly CellValue[]): readonly Choice[] {
  const offered = values.filter((value): value is Choice => {
    return value !== null && value !== '' && !isCellError(value);
  });
  return [...new Set(offered)];
}

function brokenChoice(value: CellValue, choices: readonly CellValue[]): BrokenLimit | null {
  return isChoice(value, choices) ? null : { kind: 'no choice', choices };
}

function comparable(value: CellValue): CellValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The cell of the limits that belongs to a cell of the range. */
function matchingCell(limits: Range, range: Range, { sheet, row, column }: Address): Address {
  return {
    sheet,
    row: limits.top === limits.bottom ? limits.top : limits.top + row - range.top,
    column: limits.left === limits.right ? limits.left : limits.left + column - range.left,
  };
}
