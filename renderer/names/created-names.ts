import { overlap, type Range } from '../../shared/workbook/address.ts';
import { definedNameFault } from '../../shared/workbook/defined-name.ts';
import type { CellValue } from '../../shared/workbook/document.ts';

/** Where the words of new names stand among chosen cells. */
export const labelSides = ['top', 'left', 'bottom', 'right'] as const;
export type LabelSide = (typeof labelSides)[number];

export interface CreatedName {
  readonly name: string;
  readonly range: Range;
}

type ValueAt = (row: number, column: number) => CellValue;

const longestName = 255;

/** A word as a name: with `_` for what no name holds and where it could be mistaken, as in Excel; null where it gives none. */
export function nameOfWord(value: CellValue): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const word = String(value)
    .trim()
    .replaceAll(/[^\p{L}\p{M}\p{N}_.\\?]/gu, '_')
    .slice(0, longestName - 1);
  if (word === '') return null;
  const begun = /^[\p{L}_\\]/u.test(word) ? word : `_${word}`;
  const name = definedNameFault(begun) === null ? begun : `${begun}_`;
  return definedNameFault(name) === null ? name : null;
}

/**
 * The names that the words at some sides of a range give to the cells beside them; those without a word give none. Where
 * words stand above and at the side, that of the corner is for all cells within.
 */
export function createdNames(range: Range, sides: ReadonlySet<LabelSide>, valueAt: ValueAt): CreatedName[] {
  const inner: Range = {
    top: range.top + (sides.has('top') ? 1 : 0),
    left: range.left + (sides.has('left') ? 1 : 0),
    bottom: range.bottom - (sides.has('bottom') ? 1 : 0),
    right: range.right - (sides.has('right') ? 1 : 0),
  };
  if (inner.top > inner.bottom || inner.left > inner.right) return [];
  const found: CreatedName[] = [];
  const add = (row: number, column: number, cells: Range) => {
    const name = nameOfWord(valueAt(row, column));
    if (name !== null && !overlap(cells, { top: row, left: column, bottom: row, right: column }))
      found.push({ name, range: cells });
  };
  const rowsOf = { top: range.top, bottom: range.bottom };
  const columnsOf = { left: range.left, right: range.right };
  for (const side of labelSides) {
    if (!sides.has(side)) continue;
    if (side === 'top' || side === 'bottom')
      for (let column = inner.left; column <= inner.right; column++)
        add(rowsOf[side], column, { ...inner, left: column, right: column });
    else
      for (let row = inner.top; row <= inner.bottom; row++)
        add(row, columnsOf[side], { ...inner, top: row, bottom: row });
  }
  const across = (['top', 'bottom'] as const).find((side) => sides.has(side));
  const along = (['left', 'right'] as const).find((side) => sides.has(side));
  if (across && along) add(rowsOf[across], columnsOf[along], inner);
  // Of two words that give the same name the first counts.
  return [...new Map(found.toReversed().map((one) => [one.name.toLowerCase(), one])).values()].toReversed();
}

/** The sides at which words seem to stand: those that hold texts only, or nothing, while the cells beside them do not. */
export function likelySides({ top, left, bottom, right }: Range, valueAt: ValueAt): Set<LabelSide> {
  const sides = new Set<LabelSide>();
  const isWords = (values: readonly CellValue[]) =>
    values.some((value) => typeof value === 'string' && value !== '') &&
    values.every((value) => value === null || typeof value === 'string');
  const column = (at: number, from: number) =>
    Array.from({ length: bottom - from + 1 }, (_, row) => valueAt(from + row, at));
  const row = (at: number, from: number) =>
    Array.from({ length: right - from + 1 }, (_, each) => valueAt(at, from + each));
  if (bottom > top && isWords(row(top, right > left ? left + 1 : left))) sides.add('top');
  if (right > left && isWords(column(left, sides.has('top') ? top + 1 : top))) sides.add('left');
  return sides;
}
