import { cellReference, columnLetters, parseReference, type Range } from '../../workbook/address.ts';
import type { Bounds } from '../../workbook/document.ts';
import { checkLooks } from './xlsx-look.ts';

/** A rule of conditional formatting: the look of a cell for which its formula is true. */
export interface LimitRule {
  readonly type: 'expression';
  readonly formula: string;
  readonly range: string;
  readonly style: typeof checkLooks.fails;
}

/**
 * Marks cells beyond their bounds and cells without a number, as the screen does. The formula is
 * that of the first cell; Excel moves it over the others.
 */
export function boundsRule({ range, low, high }: Bounds): LimitRule {
  const cell = cellReference(range.top, range.left);
  const [least, most] = [limitReference(low, range), limitReference(high, range)];
  return rule(
    range,
    `IF(COUNTA(${least},${most})=0,FALSE,IF(COUNT(${cell},${least},${most})<3,TRUE,OR(${cell}<${least},${cell}>${most})))`,
  );
}

/**
 * The bounds that `boundsRule` wrote as this rule, for cells of this sheet; null for every other rule,
 * and for one that was changed since.
 */
export function readBoundsRule(
  sheet: string,
  { formula, range: cells }: { readonly formula?: string | string[] | undefined; readonly range: string },
): Bounds | null {
  if (typeof formula !== 'string') return null;
  const [, least = '', most = ''] = /^IF\(COUNTA\(([^,()]+),([^,()]+)\)=0,/.exec(formula) ?? [];
  const range = parseReference(cells)?.range;
  const low = range && limitRange(least, range);
  const high = range && limitRange(most, range);
  if (!low || !high) return null;
  const bounds = { sheet, range, low, high };
  return boundsRule(bounds).formula === formula ? bounds : null;
}

function rule(range: Range, formula: string): LimitRule {
  const [first, last] = [cellReference(range.top, range.left), cellReference(range.bottom, range.right)];
  return {
    type: 'expression',
    formula,
    range: first === last ? first : `${first}:${last}`,
    style: checkLooks.fails,
  };
}

/** The first cell of the limits, with a dollar sign where one row or column of them serves all. */
function limitReference(limits: Range, range: Range): string {
  const column = limits.left === limits.right && range.left !== range.right ? '$' : '';
  const row = limits.top === limits.bottom && range.top !== range.bottom ? '$' : '';
  return `${column}${columnLetters(limits.left)}${row}${limits.top + 1}`;
}

/** The limits whose `limitReference` this is; undefined when it is none or they would leave the sheet. */
function limitRange(reference: string, { top, left, bottom, right }: Range): Range | undefined {
  const first = parseReference(reference)?.range;
  if (!first) return undefined;
  const height = /\$\d/.test(reference) ? 0 : bottom - top;
  const width = reference.startsWith('$') ? 0 : right - left;
  const last = cellReference(first.top + height, first.left + width);
  return parseReference(`${cellReference(first.top, first.left)}:${last}`)?.range;
}
