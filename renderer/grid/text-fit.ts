import type { CellLook } from './cell-look.ts';
import type { CellMetrics } from './cell-metrics.ts';
import { generalNumber } from './general-number.ts';
import type { CellFont } from './text-width.ts';

/** How the text of a cell is made to fit its column. */
export interface Fit {
  /** The text that is shown: the look's own, fewer digits, or #### for a number that does not fit. */
  readonly text: string;
  /** Less space at the sides, for a number that just fits. */
  readonly tight: boolean;
  /** Narrow letters, for a heading that just fits. */
  readonly narrow: boolean;
  /** What #### stands for, or why it is shown. */
  readonly instead?: string;
}

/** What of a cell has a say in how its text fits. */
export type FittedLook = Pick<
  CellLook,
  'text' | 'font' | 'numeric' | 'notShowable' | 'general' | 'words' | 'broken' | 'check' | 'icon' | 'indent'
>;

/** Gives the width of a text in pixels. */
export type Measure = (text: string, font: CellFont) => number;

/* Pixels at 100 %. */

/** Space beside a text that keeps it from touching the next cell. */
export const textMargin = 2;
/** Space at the sides of a number that just fits, as in the style sheet. */
const tightPad = 3;
/** Space that the sign of a broken limit takes at the left, as in the style sheet. */
const limitSignWidth = 19;
/** Space that the icon of an icon set takes at the left, as in the style sheet. */
const iconWidth = 18;
/** Space that the sign of a check takes, as in the style sheet. */
const checkMarkWidth = 20;

/** The width of narrow letters, as in the style sheet. */
const narrowStretch = 0.88;

const notShowable = 'Dates and times that are negative or too large are shown as ####';

/**
 * Fits the text of a cell into a column, `width` pixels wide. A number is shown whole, with fewer digits, or as
 * `#`s that fill the cell: never cut.
 */
export function fitText(look: FittedLook, width: number, { pad, scale }: CellMetrics, measure: Measure): Fit {
  const { text, font, numeric, general, words, broken, icon, indent } = look;
  const signs = (broken === undefined ? 0 : limitSignWidth) + (icon ? iconWidth : 0);
  const room = width - indent - signs * scale;
  const own = { text, tight: false, narrow: false };
  if (!numeric && !words.includes('header')) return own;
  const tightRoom = room - 2 * tightPad * scale;
  const filled = (instead: string): Fit => {
    const count = Math.max(1, Math.floor(tightRoom / measure('#', font)));
    return { text: '#'.repeat(count), tight: true, narrow: false, instead };
  };
  if (look.notShowable) return filled(notShowable);
  const needed = measure(text, font);
  if (needed + 2 * pad <= room || text === '') return own;
  if (!numeric) return { text, tight: needed * narrowStretch > room - 2 * pad, narrow: true };
  const fits = (shown: string) => measure(shown, font) <= tightRoom;
  if (fits(text)) return { text, tight: true, narrow: false };
  const shorter = general === undefined ? undefined : generalNumber(general, fits);
  return shorter === undefined ? filled(text.trim()) : { text: shorter, tight: true, narrow: false };
}

/** The width in pixels that a column needs for a cell. */
export function widthFor(look: FittedLook, { pad, scale }: CellMetrics, measure: Measure): number {
  const { text, font, indent, check, icon, broken } = look;
  const signs = (check ? checkMarkWidth : 0) + (icon ? iconWidth : 0);
  const beside = signs + (broken === undefined ? 0 : limitSignWidth) + textMargin;
  return measure(text, font) + 2 * pad + indent + beside * scale;
}
