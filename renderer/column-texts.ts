import { isFormula } from '../shared/workbook/document.ts';
import type { CellPosition, SheetMirror } from './session/sheet-mirror.ts';

/** Cells above and below that are looked at: a long column must not hold up a key. */
const reach = 10_000;

/** What is asked of the sheet of the cells. */
type Texts = Pick<SheetMirror, 'isFilled' | 'shown' | 'cell'>;

/**
 * The texts that were entered above and below a cell, as far as its column has no gap, the nearest first and each
 * once, whatever its capitals. Numbers, and what formulas give, are none of them, as in Excel.
 */
export function columnTexts(sheet: Texts, { row, column }: CellPosition): string[] {
  const texts = new Map<string, string>();
  for (const step of [-1, 1]) {
    for (let at = row + step; at >= 0 && Math.abs(at - row) <= reach; at += step) {
      if (!sheet.isFilled(at, column)) break;
      const text = sheet.shown(at, column);
      if (typeof text !== 'string' || isFormula(sheet.cell(at, column)?.content)) continue;
      const key = text.toLowerCase();
      if (!texts.has(key)) texts.set(key, text);
    }
  }
  return [...texts.values()];
}

/** The one text that goes on where a typed one ends; undefined where there is none or several. */
export function goneOn(typed: string, texts: readonly string[]): string | undefined {
  if (typed.trim() === '') return undefined;
  const beginning = typed.toLowerCase();
  const fitting = texts.filter((text) => text.toLowerCase().startsWith(beginning));
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined && only.length > typed.length ? only : undefined;
}
